import { z } from 'zod';
import { conferenceIdSchema } from '../domain/ids.ts';

/**
 * Whether commands of a conference are written down. `refusing`: the disk takes nothing for the moment, the server
 * tries by itself; `damaged`: the journal of this conference is not the one that was written, a person must act.
 */
export const journalStateSchema = z.strictObject({
  conference: conferenceIdSchema,
  state: z.enum(['ok', 'refusing', 'damaged']),
});
export type JournalState = z.infer<typeof journalStateSchema>;

/** What a check of the journal found. `line`: the first that does not hold; null: the file as a whole. */
export const journalDamageSchema = z.strictObject({
  conference: conferenceIdSchema.nullable(),
  kind: z.enum(['file', 'unreadable', 'changed-line', 'cut-tail', 'rewritten', 'anchors']),
  line: z.int().nullable(),
});
export type JournalDamage = z.infer<typeof journalDamageSchema>;
