import { z } from 'zod';
import { seatSchema } from '../domain/actor.ts';
import { bridgeIdSchema, conferenceIdSchema } from '../domain/ids.ts';
import { REJECTION_CODES } from '../domain/rejection.ts';
import { streamSchema } from './stream.ts';

/** The first message of a screen, and again after each reconnection: what it has of each stream. */
export const helloSchema = z.strictObject({
  conference: conferenceIdSchema,
  since: z.record(streamSchema, z.int().min(0)),
});
export type Hello = z.infer<typeof helloSchema>;

export const helloAckSchema = z.discriminatedUnion('ok', [
  z.strictObject({
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
export const clockAckSchema = z.strictObject({ now: z.int() });
export type ClockAck = z.infer<typeof clockAckSchema>;
