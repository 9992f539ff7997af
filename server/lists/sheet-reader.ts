import type { ImportField, ImportList, Mapping } from '../../shared/protocol/list-import.ts';
import { fieldCalled, headerOfList, type ListHeader, missingFields } from '../../shared/views/list-header.ts';
import { cleanCell } from './clean-cell.ts';
import { FileRefused } from './file-refused.ts';
import { type WordingCount, wordingOf } from './legacy-letters.ts';
import type { SheetRead } from './list-reading.ts';
import type { TableRow } from './table.ts';

/** The head stands within so many rows that hold anything. */
export const HEAD_WITHIN = 30;
const SAMPLES = 3;
const CALLED_AT_MOST = 200;

/** A sheet whose head was found, and its rows below the head that were looked at already. */
export interface OpenSheet {
  readonly header: ListHeader;
  readonly headerRow: number;
  readonly below: readonly TableRow[];
}

/** Finds the head of a sheet among its first rows; null: the sheet has none and is left out. */
export function openSheet(
  list: ImportList,
  rows: readonly TableRow[],
  mapping: Mapping | null,
  wordings: WordingCount,
): OpenSheet | null {
  for (const { cells } of rows) for (const cell of cells) wordings.add(wordingOf(cell));
  // Old letters in the heads would only be called unknown heads.
  const old = wordings.fault(2);
  if (old !== null) throw new FileRefused(old);
  const header = headerOfList(list, rows.map(headCells), mapping);
  const last = header === null ? undefined : rows[header.last];
  if (header === null || last === undefined) return null;
  const [missing] = missingFields(list, header.columns);
  if (missing !== undefined) throw new FileRefused('column-missing', { missing: missing.join(' ') });
  return { header, headerRow: last.number, below: rows.slice(header.last + 1) };
}

const headCells = ({ cells }: TableRow): readonly string[] =>
  cells.map((cell) => cleanCell(cell).slice(0, CALLED_AT_MOST));

/** A sheet as the preview shows it; `readRows` is counted on. */
export class SheetTold {
  readonly #name: string;
  readonly #headerRow: number;
  readonly #columns: readonly { readonly index: number; readonly called: string; readonly field: ImportField | null }[];
  readonly #samples: readonly string[][];
  rows = 0;

  constructor(name: string, open: OpenSheet) {
    this.#name = name;
    this.#headerRow = open.headerRow;
    this.#columns = open.header.columns.filter(({ called }) => called !== '');
    this.#samples = this.#columns.map(() => []);
    for (const row of open.below) this.#sample(row);
  }

  #sample({ cells }: TableRow): void {
    for (const [at, { index }] of this.#columns.entries()) {
      const sample = this.#samples[at];
      const cell = cleanCell(cells[index] ?? '').slice(0, 100);
      if (cell !== '' && sample !== undefined && sample.length < SAMPLES) sample.push(cell);
    }
  }

  told(): SheetRead {
    return {
      name: this.#name,
      headerRow: this.#headerRow,
      rows: this.rows,
      columns: this.#columns.map((column, at) => ({ ...column, sample: this.#samples[at] ?? [] })),
    };
  }
}

/** A sheet that is left out, its fullest row shown as the head that it might be. */
export function leftOut(list: ImportList, name: string, rows: readonly TableRow[], count: number): SheetRead {
  const [first] = rows.toSorted((a, b) => toldIn(b) - toldIn(a));
  const columns = (first === undefined ? [] : headCells(first)).flatMap((called, index) =>
    called === '' ? [] : [{ index, called, field: fieldCalled(list, called), sample: [] }],
  );
  return { name, headerRow: 0, rows: count, columns };
}

const toldIn = ({ cells }: TableRow): number => cells.filter((cell) => cell !== '').length;
