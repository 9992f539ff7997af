import { z } from 'zod';
import { agendaItemIdSchema, bridgeIdSchema, importIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { contactSchema, personSchema } from '../person.ts';
import { line } from '../text.ts';
import { categorySchema } from './figure.ts';
import { markChangeSchema } from './mark.ts';

/** A list that came as a file and was applied as one act. */
export const listImportSchema = z.strictObject({
  importId: importIdSchema,
  at: instant,
  list: z.enum(['delegates', 'bridges', 'agenda']),
  /** The file's own name. */
  name: line(200),
  added: z.int().min(0),
  changed: z.int().min(0),
  undone: z.boolean(),
  /** Of a programme: the rows added. */
  itemIds: z.array(agendaItemIdSchema),
  /** Of a list of bridges: those added, and what stood of those changed. */
  bridgeIds: z.array(bridgeIdSchema),
  replaced: z.array(
    z.strictObject({
      bridgeId: bridgeIdSchema,
      region: line(60).nullable(),
      room: line(200).nullable(),
      chairs: z.array(personSchema),
      technician: contactSchema.nullable(),
    }),
  ),
});
export type ListImport = z.infer<typeof listImportSchema>;
export const MAX_IMPORTS = 50;

/** How a list moves the counts of one bridge: by category, how many more or fewer of each mark. */
export const rollChangeSchema = z.strictObject({
  bridgeId: bridgeIdSchema,
  byCategory: z.record(categorySchema, markChangeSchema),
});
export type RollChange = z.infer<typeof rollChangeSchema>;

export const delegationChangeSchema = z.tuple([line(200), markChangeSchema]);
export type DelegationChange = z.infer<typeof delegationChangeSchema>;

/**
 * What the store has read of a file and keeps unseen until it is applied, or of an applied one that could be undone:
 * the counts as they would change now.
 */
export interface StagedImport {
  readonly importId: z.infer<typeof importIdSchema>;
  readonly name: string;
  readonly state: 'staged' | 'applied' | 'undone';
  readonly added: number;
  readonly changed: number;
  readonly rolls: readonly RollChange[];
  readonly delegations: readonly DelegationChange[];
  /** Of those that an undo would remove: how many are said to be there, or absent. */
  readonly marked: number;
}
