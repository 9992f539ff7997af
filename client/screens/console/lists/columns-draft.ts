import {
  AGENDA_FIELDS,
  BRIDGE_FIELDS,
  DELEGATE_FIELDS,
  type ImportColumn,
  type ImportField,
  type ImportList,
  type ImportPreview,
  type Mapping,
} from '../../../../shared/protocol/list-import.ts';

type Sheets = Pick<ImportPreview, 'sheets'>;

/** One head of the file, wherever it stands: what a column means is told by its head. */
export type HeadLine = Pick<ImportColumn, 'called' | 'field' | 'sample'>;

export const FIELDS_OF: Readonly<Record<ImportList, readonly ImportField[]>> = {
  delegates: DELEGATE_FIELDS,
  bridges: BRIDGE_FIELDS,
  agenda: AGENDA_FIELDS,
};

/** The heads of all sheets, each once. A column without a head cannot be told apart, so it means nothing. */
export function headsOf({ sheets }: Sheets): readonly HeadLine[] {
  const heads = new Map<string, HeadLine>();
  for (const { called, field, sample } of sheets.flatMap(({ columns }) => columns)) {
    if (called === '') continue;
    const known = heads.get(called) ?? { called, field, sample };
    heads.set(called, {
      called,
      field: known.field ?? field,
      sample: known.sample.length > 0 ? known.sample : sample,
    });
  }
  return [...heads.values()];
}

/** What was chosen anew, by head. */
export type ColumnChoices = ReadonlyMap<string, string | null>;

export const chosenOf = ({ called, field }: Pick<HeadLine, 'called' | 'field'>, choices: ColumnChoices) => {
  const chosen = choices.get(called);
  return chosen === undefined ? field : chosen;
};

/** One column chosen anew. Posts may stand in several columns; whatever else meant the same beside it is left out. */
export function choose(
  preview: Sheets,
  choices: ColumnChoices,
  { called, field }: Pick<HeadLine, 'called' | 'field'>,
): ColumnChoices {
  const chosen = new Map(choices).set(called, field);
  if (field === null || field === 'positions') return chosen;
  const beside = preview.sheets
    .filter(({ columns }) => columns.some((column) => column.called === called))
    .flatMap(({ columns }) => columns);
  for (const other of beside) {
    if (other.called !== called && chosenOf(other, choices) === field) chosen.set(other.called, null);
  }
  return chosen;
}

/** The whole mapping as it stands in the form. */
export const mappingOf = (heads: readonly HeadLine[], choices: ColumnChoices): Mapping => ({
  columns: Object.fromEntries(heads.map((head) => [head.called, chosenOf(head, choices)])),
});

export const isChanged = (heads: readonly HeadLine[], choices: ColumnChoices): boolean =>
  heads.some((head) => chosenOf(head, choices) !== head.field);
