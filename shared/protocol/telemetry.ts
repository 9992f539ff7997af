import { z } from 'zod';
import { bridgeIdSchema } from '../domain/ids.ts';
import { deviceSchema } from '../domain/lines/device.ts';
import { lineFiguresSchema } from '../domain/lines/line.ts';
import { limitSchema } from '../domain/onair/onair.ts';

/** What a bridge's screen measures of itself: never journaled, lost without harm, for the staff's eyes. */
export const telemetrySchema = z.strictObject({
  camera: z.enum(['live', 'off', 'missing', 'refused']),
  microphone: z.enum(['live', 'ready', 'missing', 'refused']),
  /** 0..1, the loudest of the last second. */
  level: z.number().min(0).max(1),
  media: z.enum(['connected', 'reconnecting', 'disconnected']),
  /** Which machine of the bridge says so. */
  device: deviceSchema,
  /** The own camera as it is captured, looked at a few times a second. */
  picture: z.enum(['moving', 'frozen', 'black', 'none']),
  figures: lineFiguresSchema.nullable(),
  /** The way that media take; a relay or TCP is slower. */
  transport: z.enum(['udp', 'tcp', 'relay']).nullable(),
  /** How far the machine's own clock is from the server's. */
  clockOffsetMs: z.number().min(-8_640_000_000_000_000).max(8_640_000_000_000_000).nullable(),
  /** How far this screen has stepped down by itself because its line is thin. */
  reception: limitSchema,
});
export type Telemetry = z.infer<typeof telemetrySchema>;

export const bridgeTelemetrySchema = z.strictObject({ bridgeId: bridgeIdSchema, telemetry: telemetrySchema });
export type BridgeTelemetry = z.infer<typeof bridgeTelemetrySchema>;
