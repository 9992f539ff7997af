import { z } from 'zod';
import { bridgeIdSchema } from '../ids.ts';
import { duration, instant } from '../instant.ts';
import { deviceSchema } from '../lines/device.ts';
import { documentOnDeskSchema } from './document-on-desk.ts';
import { DEVICE_PARTS, frameSchema, limitSchema, sourceSchema } from './onair.ts';

export const onairEvents = [
  z.strictObject({
    type: z.literal('sourceArmed'),
    at: instant,
    source: sourceSchema,
    /** Earlier releases knew no frames. */
    frame: frameSchema.nullable().default(null),
  }),
  z.strictObject({ type: z.literal('sourceDisarmed'), at: instant }),
  z.strictObject({
    type: z.literal('sourceTaken'),
    at: instant,
    source: sourceSchema,
    frame: frameSchema.default('alone'),
  }),
  z.strictObject({ type: z.literal('programFollowsFloor'), at: instant }),
  z.strictObject({ type: z.literal('programFramed'), at: instant, frame: frameSchema }),
  z.strictObject({ type: z.literal('documentLaid'), at: instant, document: documentOnDeskSchema }),
  z.strictObject({ type: z.literal('deskCleared'), at: instant }),
  z.strictObject({ type: z.literal('pageTurned'), at: instant, page: z.int().min(1) }),
  z.strictObject({ type: z.literal('slidesHanded'), at: instant, presenter: bridgeIdSchema.nullable() }),
  z.strictObject({ type: z.literal('clipPlayed'), at: instant, fromMs: duration }),
  z.strictObject({ type: z.literal('clipPaused'), at: instant, atMs: duration }),
  z.strictObject({ type: z.literal('picturesLimited'), at: instant, limit: limitSchema }),
  z.strictObject({
    type: z.literal('deviceChosen'),
    at: instant,
    bridgeId: bridgeIdSchema,
    part: z.enum(DEVICE_PARTS),
    device: deviceSchema.nullable(),
  }),
] as const;

export type OnAirEvent = z.infer<(typeof onairEvents)[number]>;
