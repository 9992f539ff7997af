import type { ImportField, RowFault } from '../../shared/protocol/list-import.ts';
import type { ListHeader } from '../../shared/views/list-header.ts';
import type { WordingCount } from './legacy-letters.ts';
import { type ReadCell, readCell, remembering } from './read-cell.ts';
import type { TableRow } from './table.ts';

export interface RefusedCell {
  readonly fault: RowFault;
  readonly field: ImportField;
  /** null: the file has no such column. */
  readonly column: number | null;
  readonly value: string;
}

/** Ends the reading of one row. */
export class CellRefused extends Error {
  override readonly name = 'CellRefused';
  readonly refused: RefusedCell;

  constructor(refused: RefusedCell) {
    super(refused.fault);
    this.refused = refused;
  }
}

interface Told {
  readonly column: number;
  readonly read: ReadCell;
  readonly max: number;
}

const memoCell = remembering(readCell);

/** The cells of the rows of one sheet, by what they mean. What does not fit is refused with its column. */
export class RowCells {
  readonly #at: ReadonlyMap<ImportField, number>;
  readonly #wordings: WordingCount;

  constructor({ columns }: ListHeader, wordings: WordingCount) {
    this.#at = new Map(columns.flatMap(({ field, index }) => (field === null ? [] : [[field, index] as const])));
    this.#wordings = wordings;
  }

  has(field: ImportField): boolean {
    return this.#at.has(field);
  }

  refuse(fault: RowFault, field: ImportField, value = ''): never {
    throw new CellRefused({ fault, field, column: this.#at.get(field) ?? null, value });
  }

  /** null: a blank. */
  told(row: TableRow, field: ImportField, { column, read, max }: Told): string | null {
    if (row.formulas?.has(column) === true) this.refuse('formula', field, row.cells[column] ?? '');
    this.#wordings.add(read.wording);
    if (read.fault !== null) this.refuse(read.fault, field, row.cells[column] ?? '');
    if (read.text.length > max) this.refuse('value-too-long', field, read.text);
    return read.text === '' ? null : read.text;
  }

  once(row: TableRow, field: ImportField, max: number): string | null {
    const column = this.#at.get(field);
    if (column === undefined) return null;
    return this.told(row, field, { column, max, read: readCell(row.cells[column] ?? '') });
  }

  /** What stands in many rows alike, or once in a cell that reaches down over them. */
  often(row: TableRow, field: ImportField, max: number): string | null {
    const column = this.#at.get(field);
    if (column === undefined) return null;
    const raw = row.cells[column] ?? '';
    const read = memoCell(raw === '' ? (row.spanned?.get(column) ?? '') : raw);
    return this.told(row, field, { column, max, read });
  }
}
