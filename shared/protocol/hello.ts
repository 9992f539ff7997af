import { z } from 'zod';
import { seatSchema } from '../domain/actor.ts';
import { bridgeIdSchema, conferenceIdSchema } from '../domain/ids.ts';
import { REJECTION_CODES } from '../domain/rejection.ts';
import { streamSchema } from './stream.ts';

/** The first message of a screen, and again after each reconnection: what it has of each stream. */
export const helloSchema = z.strictObject({
  conference: conferenceIdSchema,
  since: z.record(streamSchema, z.int().min(0)),
  /** A whole state comes compressed (patch.ts, `PackedSnapshot`). Absent: as plain JSON, for whoever reads it by hand. */
  packed: z.literal(true).optional(),
});
export type Hello = z.infer<typeof helloSchema>;

/** Open to more words: a page of today must learn from a newer server that it is old. */
export const helloAckSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    seat: seatSchema,
    bridgeId: bridgeIdSchema.nullable(),
    streams: z.array(streamSchema),
    protocol: z.int(),
    /** Another build on the server: the page reloads at the next quiet moment. */
    build: z.string(),
  }),
  z.strictObject({ ok: z.literal(false), code: z.enum(REJECTION_CODES) }),
]);
export type HelloAck = z.infer<typeof helloAckSchema>;

/** `clock` is acknowledged with the server's time in milliseconds; the client halves the round trip. */
export const clockAckSchema = z.strictObject({
  now: z.int(),
  /**
   * By how much the clock of the server's machine was set away from it; told to the staff, only where it matters, and only
   * to a page that asked for packed states (as `wasSlow`).
   */
  machineOffMs: z.int().optional(),
});
export type ClockAck = z.infer<typeof clockAckSchema>;
