import { z } from 'zod';
import { bridgeIdSchema } from './ids.ts';

/** A seat that links lead to. `recorder` is the machine that films, `secretary` the person who writes the minutes. */
export const seatSchema = z.enum([
  'secretariat',
  'moderator',
  'chair',
  'announcer',
  'director',
  'technician',
  'recorder',
  'secretary',
  'operator',
  'kiosk',
  'wall',
  'viewer',
]);
export type Seat = z.infer<typeof seatSchema>;

export const actorSchema = z.strictObject({
  /**
   * `system` is the server itself: deadlines, observed links, observed microphones. `delegate` is a delegate's phone, by
   * the badge; its session is the delegate's id.
   */
  seat: z.union([seatSchema, z.literal('system'), z.literal('delegate')]),
  /** A short name of the sign-in, for the record; not the secret. */
  session: z.string().max(64),
  /** The one bridge that an operator or a kiosk acts for. */
  bridgeId: bridgeIdSchema.nullable(),
});
export type Actor = z.infer<typeof actorSchema>;

export const SYSTEM: Actor = { seat: 'system', session: 'system', bridgeId: null };
