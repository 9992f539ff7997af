import { z } from 'zod';
import { bridgeIdSchema } from '../domain/ids.ts';

/** What a bridge's screen measures of itself: never journaled, lost without harm, for the staff's eyes. */
export const telemetrySchema = z.strictObject({
  camera: z.enum(['live', 'off', 'missing', 'refused']),
  microphone: z.enum(['live', 'ready', 'missing', 'refused']),
  /** 0..1, the loudest of the last second. */
  level: z.number().min(0).max(1),
  media: z.enum(['connected', 'reconnecting', 'disconnected']),
});
export type Telemetry = z.infer<typeof telemetrySchema>;

export const bridgeTelemetrySchema = z.strictObject({ bridgeId: bridgeIdSchema, telemetry: telemetrySchema });
export type BridgeTelemetry = z.infer<typeof bridgeTelemetrySchema>;
