import { z } from 'zod';
import { agendaPlanSchema } from '../../shared/domain/agenda/agenda.ts';
import { changedBridgeSchema, importedBridgeSchema } from '../../shared/domain/bridges/commands.ts';
import { personInputSchema } from '../../shared/domain/person.ts';
import { fileFaultSchema, previewSchema, refusedRowSchema } from '../../shared/protocol/list-import.ts';
import type { ListChunk, ReadingDone, ReadingFault } from './list-reading.ts';

const count = z.int().min(0);
const { sheets, unknownBridges } = previewSchema.shape;

const chunk = z.strictObject({
  count,
  packed: z.string(),
  refused: z.array(refusedRowSchema),
}) satisfies z.ZodType<ListChunk>;

const done = z.strictObject({
  kind: z.literal('done'),
  sheets,
  rows: count,
  refused: count,
  unknownBridges,
  categories: z.array(z.string()),
  bridges: z
    .strictObject({
      bridges: z.array(importedBridgeSchema),
      changes: z.array(changedBridgeSchema),
      unchanged: count,
      rowOfBridge: z.array(count),
      rowOfChange: z.array(count),
    })
    .nullable(),
  agenda: z
    .array(z.strictObject({ line: count, plan: agendaPlanSchema, presenter: personInputSchema.nullable() }))
    .nullable(),
}) satisfies z.ZodType<ReadingDone>;

const fault = z.strictObject({
  kind: z.literal('fault'),
  code: fileFaultSchema,
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  sheets,
}) satisfies z.ZodType<ReadingFault>;

/** What the reader says. Only a chunk is answered: that it may send the next. */
export const readerSays = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('chunk'), chunk }),
  z.strictObject({ kind: z.literal('progress'), progress: z.strictObject({ bytes: count, rows: count }) }),
  z.strictObject({ kind: z.literal('outcome'), outcome: z.discriminatedUnion('kind', [done, fault]) }),
]);
export type ReaderSays = z.infer<typeof readerSays>;
