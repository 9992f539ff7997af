import { FileRefused } from './file-refused.ts';
import { LIMITS } from './reading-limits.ts';
import { isTold, type TableRow } from './table.ts';
import { placeOf } from './xlsx-cells.ts';
import { shownNumber } from './xlsx-styles.ts';
import type { Workbook } from './xlsx-workbook.ts';
import { type Attributes, xmlReader } from './xlsx-xml.ts';

/** The rows of a sheet that hold anything, as they come. */
export async function* sheetRows(
  texts: AsyncIterable<string>,
  workbook: Workbook,
): AsyncGenerator<readonly TableRow[], void, undefined> {
  const rows = new SheetRows(workbook);
  const reader = xmlReader({
    open: (name, attributes) => rows.open(name, attributes),
    text: (text) => rows.text(text),
    close: (name) => rows.close(name),
  });
  for await (const text of texts) {
    reader.write(text);
    yield rows.taken();
  }
  reader.end();
  yield rows.taken();
}

interface Cell {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: boolean;
}

class SheetRows {
  readonly #workbook: Workbook;
  #done: TableRow[] = [];
  #number = 0;
  #cells: string[] = [];
  #formulas: Set<number> | null = null;
  #cell: Cell | null = null;
  #nextColumn = 0;
  #inValue = false;
  #aids = 0;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  taken(): readonly TableRow[] {
    const done = this.#done;
    this.#done = [];
    return done;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.#beginRow(attributes);
    else if (name === 'c') this.#beginCell(attributes);
    else if (name === 'f' && this.#cell !== null) this.#cell.formula = true;
    else if (name === 'rPh') this.#aids += 1;
    this.#inValue = (name === 'v' || name === 't') && this.#aids === 0;
  }

  text(text: string): void {
    if (!this.#inValue || this.#cell === null) return;
    this.#cell.value += text;
    if (this.#cell.value.length > LIMITS.cell) {
      throw new FileRefused('cell-too-long', { row: this.#number, limit: LIMITS.cell });
    }
  }

  close(name: string): void {
    this.#inValue = false;
    if (name === 'c') this.#endCell();
    else if (name === 'row') this.#endRow();
    else if (name === 'rPh') this.#aids -= 1;
  }

  /** A row without a number follows the one before. */
  #beginRow({ r }: Attributes): void {
    const number = Number(r ?? this.#number + 1);
    if (!Number.isInteger(number) || number <= this.#number) throw new FileRefused('file-damaged');
    this.#number = number;
    this.#cells = [];
    this.#formulas = null;
    this.#nextColumn = 0;
  }

  #beginCell({ r, t, s }: Attributes): void {
    const column = (r === undefined ? null : placeOf(r)?.column) ?? this.#nextColumn;
    this.#nextColumn = column + 1;
    this.#cell = { column, type: t ?? 'n', style: Number(s ?? 0), value: '', formula: false };
  }

  #endCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (cell === null) return;
    const shown = this.#shown(cell);
    if (shown === '' && !cell.formula) return;
    if (cell.column >= LIMITS.columns) {
      if (!isTold(shown)) return;
      throw new FileRefused('too-many-columns', { row: this.#number, limit: LIMITS.columns });
    }
    while (this.#cells.length < cell.column) this.#cells.push('');
    this.#cells[cell.column] = shown;
    if (cell.formula) (this.#formulas ??= new Set()).add(cell.column);
  }

  #shown({ type, style, value }: Cell): string {
    switch (type) {
      case 's':
        return this.#workbook.strings[Number(value)] ?? '';
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE';
      case 'd':
        return dayOf(value);
      case 'n':
        return value === '' ? '' : shownNumber(value, this.#workbook.kinds[style] ?? 'number', this.#workbook.from1904);
      default:
        return value;
    }
  }

  #endRow(): void {
    const told = this.#formulas !== null || this.#cells.some(isTold);
    if (told) this.#done.push({ number: this.#number, cells: this.#cells, formulas: this.#formulas, spanned: null });
  }
}

/** A date that is stored as one: 2026-11-22T08:00:00 as 22/11/2026 08:00. */
function dayOf(stored: string): string {
  const [, year, month, day, clock] = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/u.exec(stored) ?? [];
  if (year === undefined) return stored;
  const date = `${day}/${month}/${year}`;
  return clock === undefined || clock === '00:00' ? date : `${date} ${clock}`;
}
