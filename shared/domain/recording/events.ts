import { z } from 'zod';
import { recordingIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { ENDINGS, recordingDecisionSchema } from './recording.ts';

export const recordingEvents = [
  z.strictObject({ type: z.literal('recordingDecided'), at: instant, decision: recordingDecisionSchema }),
  z.strictObject({ type: z.literal('recordingStarted'), at: instant, recordingId: recordingIdSchema }),
  z.strictObject({
    type: z.literal('recordingEnded'),
    at: instant,
    recordingId: recordingIdSchema,
    cause: z.enum(ENDINGS),
  }),
  z.strictObject({
    type: z.literal('recordingsKept'),
    at: instant,
    days: z.int().min(1).max(3_650).nullable(),
  }),
  z.strictObject({ type: z.literal('recordingErased'), at: instant, recordingId: recordingIdSchema }),
] as const;

export type RecordingEvent = z.infer<(typeof recordingEvents)[number]>;
