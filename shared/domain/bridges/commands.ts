import { z } from 'zod';
import { bridgeIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { contactInputSchema, personInputSchema } from '../person.ts';
import { line } from '../text.ts';

export const bridgeInputSchema = z.strictObject({
  name: line(200),
  shortName: line(40),
  central: z.boolean(),
  /** null: directly below the central bridge. */
  parentId: bridgeIdSchema.nullable(),
  region: line(60).nullable(),
  room: line(200).nullable(),
  chairs: z.array(personInputSchema).max(8),
  technician: contactInputSchema.nullable(),
});
export type BridgeInput = z.infer<typeof bridgeInputSchema>;

export const bridgeCommands = [
  z.strictObject({ type: z.literal('addBridges'), bridges: z.array(bridgeInputSchema).min(1).max(200) }),
  z.strictObject({
    type: z.literal('renameBridge'),
    bridgeId: bridgeIdSchema,
    name: line(200),
    shortName: line(40),
  }),
  z.strictObject({
    type: z.literal('assignBridgeStaff'),
    bridgeId: bridgeIdSchema,
    room: line(200).nullable(),
    chairs: z.array(personInputSchema).max(8),
    technician: contactInputSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('countToRegion'), bridgeId: bridgeIdSchema, region: line(60).nullable() }),
  z.strictObject({ type: z.literal('removeBridge'), bridgeId: bridgeIdSchema }),
  z.strictObject({
    type: z.literal('reportBridgeLink'),
    bridgeId: bridgeIdSchema,
    link: z.enum(['online', 'lost']),
    /** When the line really went or came: the server waits before it calls a gap a loss. */
    since: instant,
  }),
] as const;

export type BridgeCommand = z.infer<(typeof bridgeCommands)[number]>;
