import { z } from 'zod';

/** How LiveKit stands: on /healthz, and pushed to every screen as it changes. Without it all but media works. */
export const mediaStateSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('preparing'),
    step: z.enum(['searching', 'downloading', 'building', 'starting', 'restarting']),
    progress: z.number().min(0).max(1).nullable(),
  }),
  /** `run` is another one after every start of LiveKit: rooms of the one before are gone. */
  z.strictObject({ state: z.literal('ready'), run: z.string().max(64) }),
  z.strictObject({
    state: z.literal('down'),
    reason: z.enum(['nothing-to-get-livekit-with', 'go-too-old', 'build-failed', 'does-not-start', 'unreachable']),
  }),
]);
export type MediaState = z.infer<typeof mediaStateSchema>;
