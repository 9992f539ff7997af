import { z } from 'zod';
import { accepting } from '../consequence.ts';
import { bridgeIdSchema, importIdSchema } from '../ids.ts';
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

/** A row of a file: its parent may be another row of the same file. */
export const importedBridgeSchema = z.strictObject({
  ...bridgeInputSchema.omit({ parentId: true }).shape,
  parent: z.union([z.strictObject({ bridgeId: bridgeIdSchema }), z.strictObject({ row: z.int().min(0) })]).nullable(),
});
export type ImportedBridge = z.infer<typeof importedBridgeSchema>;

/** What a file says anew of a bridge that is there. */
export const changedBridgeSchema = z.strictObject({
  bridgeId: bridgeIdSchema,
  ...bridgeInputSchema.pick({ region: true, room: true, chairs: true, technician: true }).shape,
});

export const bridgeCommands = [
  /** A file's list of bridges, as one act. */
  z.strictObject({
    type: z.literal('importBridges'),
    importId: importIdSchema,
    name: line(200),
    bridges: z.array(importedBridgeSchema).max(40_000),
    changes: z.array(changedBridgeSchema).max(40_000),
  }),
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
  z.strictObject({ type: z.literal('removeBridge'), bridgeId: bridgeIdSchema, accepting }),
  z.strictObject({
    type: z.literal('reportBridgeLink'),
    bridgeId: bridgeIdSchema,
    link: z.enum(['online', 'lost']),
    /** When the line really went or came: the server waits before it calls a gap a loss. */
    since: instant,
  }),
] as const;

export type BridgeCommand = z.infer<(typeof bridgeCommands)[number]>;
