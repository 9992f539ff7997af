/** A row of a sheet, blank rows left out. */
export interface TableRow {
  /** As the spreadsheet numbers it, from 1. */
  readonly number: number;
  /** What is seen in each cell, as the file has it. */
  readonly cells: readonly string[];
  /** Columns whose value is computed; null: none. */
  readonly formulas: ReadonlySet<number> | null;
  /** What stands in cells that are merged with one above: told once, meant for every row; null: none. */
  readonly spanned: ReadonlyMap<number, string> | null;
}

/** Rows that follow one another in one sheet. */
export interface TableBatch {
  /** '' in a file without sheets. */
  readonly sheet: string;
  readonly rows: readonly TableRow[];
  /** How much of the file has been read. */
  readonly bytes: number;
}

/** A file as a stream of rows; whoever asks for no more ends the reading. */
export type Table = AsyncGenerator<TableBatch, void, undefined>;

export const isTold = (cell: string): boolean => cell !== '' && cell.trim() !== '';
