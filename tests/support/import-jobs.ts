import { type ImportJob, type ImportPreview, importJobSchema } from '../../shared/protocol/list-import.ts';

export const importPreview = (facts: Partial<ImportPreview> = {}): ImportPreview => ({
  sheets: [],
  added: 3,
  changed: 0,
  unchanged: 0,
  refused: 0,
  firstAdded: [],
  firstChanged: [],
  firstRefused: [],
  unknownBridges: [],
  newCategories: [],
  ...facts,
});

/** A file of delegates, as the server tells of it. */
export function importJob(facts: Partial<Omit<ImportJob, 'importId'>> & { readonly importId?: string }): ImportJob {
  const state = facts.state ?? 'ready';
  return importJobSchema.parse({
    importId: 'one',
    list: 'delegates',
    name: 'đại biểu.xlsx',
    bytes: 1_000,
    readBytes: 1_000,
    rows: 3,
    startedAt: 0,
    appliedAs: null,
    state,
    fault: null,
    preview: state === 'ready' || state === 'applied' ? importPreview() : null,
    ...facts,
  });
}

/** One column of a sheet, by its head. */
export const columnCalled = (called: string, field: string | null, index = 0) => ({
  index,
  called,
  field,
  sample: [`${called} 1`],
});

export const sheetOf = (name: string, columns: readonly ReturnType<typeof columnCalled>[]) => ({
  name,
  headerRow: 4,
  rows: 10,
  columns: columns.map((column, index) => ({ ...column, index })),
});
