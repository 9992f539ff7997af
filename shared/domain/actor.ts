import { z } from 'zod';
import { bridgeIdSchema } from './ids.ts';

/** Who acts. `system` is the server itself: deadlines, observed links, observed microphones. */
export const seatSchema = z.enum([
  'secretariat',
  'moderator',
  'chair',
  'announcer',
  'director',
  'technician',
  'recorder',
  'operator',
  'kiosk',
  'wall',
  'viewer',
]);
export type Seat = z.infer<typeof seatSchema>;

export const actorSchema = z.strictObject({
  seat: z.union([seatSchema, z.literal('system')]),
  /** A short name of the sign-in, for the record; not the secret. */
  session: z.string().max(64),
  /** The one bridge that an operator or a kiosk acts for. */
  bridgeId: bridgeIdSchema.nullable(),
});
export type Actor = z.infer<typeof actorSchema>;

export const SYSTEM: Actor = { seat: 'system', session: 'system', bridgeId: null };
