import { z } from 'zod';
import { importIdSchema } from '../domain/ids.ts';
import { instant } from '../domain/instant.ts';

/** The lists that come as files. */
export const importListSchema = z.enum(['delegates', 'bridges', 'agenda']);
export type ImportList = z.infer<typeof importListSchema>;

/** What a column can mean, by list. */
export const DELEGATE_FIELDS = [
  'number',
  'fullName',
  'positions',
  'category',
  'homeUnit',
  'delegation',
  'bridge',
  'role',
  'seat',
] as const;
export const BRIDGE_FIELDS = [
  'name',
  'shortName',
  'parent',
  'region',
  'room',
  'chair',
  'chairPositions',
  'technician',
  'phone',
] as const;
export const AGENDA_FIELDS = ['start', 'end', 'duration', 'title', 'presenter', 'positions', 'kind'] as const;
export const importFieldSchema = z.enum([...DELEGATE_FIELDS, ...BRIDGE_FIELDS, ...AGENDA_FIELDS]);
export type ImportField = (typeof DELEGATE_FIELDS | typeof BRIDGE_FIELDS | typeof AGENDA_FIELDS)[number];

/** Why a whole file is not taken. The client words it and says the way out. */
export const fileFaultSchema = z.enum([
  'file-empty',
  'file-too-large',
  'file-not-a-table',
  'file-type-mismatch',
  'zip-bomb',
  'too-many-columns',
  'too-many-rows',
  'cell-too-long',
  'encoding-tcvn3',
  'encoding-vni',
  'encoding-unknown',
  'old-excel',
  'encrypted-excel',
  'file-damaged',
  'no-header',
  'column-missing',
  'too-many-changes',
  'reader-died',
  'server-restarted',
]);
export type FileFault = z.infer<typeof fileFaultSchema>;

/** Why one row is not taken. */
export const rowFaultSchema = z.enum([
  'value-missing',
  'value-too-long',
  'value-unreadable',
  'legacy-letters',
  'formula',
  'bridge-unknown',
  'bridge-ambiguous',
  'parent-unknown',
  'name-twice',
  'role-unknown',
  'time-unreadable',
  'too-many-categories',
]);
export type RowFault = z.infer<typeof rowFaultSchema>;

export const refusedRowSchema = z.strictObject({
  sheet: z.string(),
  /** As the spreadsheet numbers it, from 1. */
  row: z.int(),
  /** The column's head as the file calls it; null: the row as a whole. */
  column: z.string().nullable(),
  code: rowFaultSchema,
  value: z.string(),
});
export type RefusedRow = z.infer<typeof refusedRowSchema>;

export const columnSchema = z.strictObject({
  index: z.int(),
  /** The head of the column as the file calls it. */
  called: z.string(),
  /** What it is taken for; null: it is left out. */
  field: z.string().nullable(),
  sample: z.array(z.string()),
});
export type ImportColumn = z.infer<typeof columnSchema>;

export const previewSchema = z.strictObject({
  sheets: z.array(
    z.strictObject({ name: z.string(), headerRow: z.int(), rows: z.int(), columns: z.array(columnSchema) }),
  ),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int(),
  /** The first rows that would be added, as the list will show them: name, the rest in one line. */
  firstAdded: z.array(z.strictObject({ row: z.int(), name: z.string(), facts: z.string() })),
  /** The first rows that would change. */
  firstChanged: z.array(
    z.strictObject({ row: z.int(), name: z.string(), field: z.string(), before: z.string(), after: z.string() }),
  ),
  firstRefused: z.array(refusedRowSchema),
  /** Names of bridges in the file that the conference does not have, and how many rows name them. */
  unknownBridges: z.array(z.strictObject({ name: z.string(), rows: z.int() })),
  /** Categories that no delegate has yet. */
  newCategories: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof previewSchema>;

/** A file on its way into a list: read in a worker, previewed, applied as one act. */
export const importJobSchema = z.strictObject({
  importId: importIdSchema,
  list: importListSchema,
  name: z.string(),
  bytes: z.int(),
  readBytes: z.int(),
  rows: z.int(),
  startedAt: instant,
  state: z.enum(['reading', 'ready', 'applying', 'applied', 'failed', 'cancelled']),
  fault: z
    .strictObject({ code: fileFaultSchema, params: z.record(z.string(), z.union([z.string(), z.number()])) })
    .nullable(),
  preview: previewSchema.nullable(),
  /** Once applied: the id under which the conference keeps it (attendance.imports), to be undone by. */
  appliedAs: importIdSchema.nullable(),
});
export type ImportJob = z.infer<typeof importJobSchema>;

/**
 * POST   /api/conferences/:id/imports?list=&name=   the file as application/octet-stream → ImportJob
 * GET    /api/conferences/:id/imports               the jobs, the newest first
 * GET    /api/conferences/:id/imports/:importId
 * PUT    …/:importId/mapping                        columns by hand; reads the file again → ImportJob
 * POST   …/:importId/apply                          {id: CommandId} → CommandAck
 * GET    …/:importId/refused.csv                    every refused row
 * DELETE …/:importId                                cancels, or throws the preview away
 */
export const mappingSchema = z.strictObject({
  /** Head of a column as the file calls it → field, or null: left out. */
  columns: z.record(z.string().max(200), z.string().nullable()),
});
export type Mapping = z.infer<typeof mappingSchema>;
