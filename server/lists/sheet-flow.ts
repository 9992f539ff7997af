import { FileRefused } from './file-refused.ts';
import type { WordingCount } from './legacy-letters.ts';
import type { ListJob, SheetRead } from './list-reading.ts';
import type { ListTaker } from './list-taker.ts';
import { HEAD_WITHIN, leftOut, openSheet, SheetTold } from './sheet-reader.ts';
import type { TableRow } from './table.ts';

export interface SheetFlowParts {
  readonly taker: ListTaker;
  readonly wordings: WordingCount;
  /** Rows that fitted or were refused so far. */
  readonly counted: () => number;
}

/** Leads the rows of each sheet to its head first, and what stands below the head to what takes it. */
export class SheetFlow {
  readonly #job: ListJob;
  readonly #parts: SheetFlowParts;
  readonly #sheets: (() => SheetRead)[] = [];
  #name: string | null = null;
  /** The first rows, among which the head is looked for. */
  #head: TableRow[] = [];
  #take: ((row: TableRow) => void) | null = null;

  constructor(job: ListJob, parts: SheetFlowParts) {
    this.#job = job;
    this.#parts = parts;
  }

  /** The rows that follow stand in this sheet. */
  enter(name: string): void {
    if (name === this.#name) return;
    this.close();
    this.#name = name;
  }

  row(row: TableRow): void {
    if (this.#take !== null) return this.#take(row);
    this.#head.push(row);
    if (this.#head.length >= HEAD_WITHIN) this.#open();
  }

  /** No more rows of this sheet come. */
  close(): void {
    if (this.#take === null && this.#head.length > 0) this.#open();
    this.#take = null;
    this.#head = [];
  }

  sheets(): readonly SheetRead[] {
    return this.#sheets.map((told) => told());
  }

  /** A file of which nothing could be made says why. */
  refuseIfEmpty(): void {
    const sheets = this.sheets();
    if (sheets.length === 0) throw new FileRefused('file-empty');
    if (sheets.every(({ headerRow }) => headerRow === 0)) throw new FileRefused('no-header');
    if (sheets.every(({ headerRow, rows }) => headerRow === 0 || rows === 0)) throw new FileRefused('file-empty');
  }

  #open(): void {
    const { list, mapping } = this.#job;
    const head = this.#head;
    const name = this.#name ?? '';
    let told = (): SheetRead => leftOut(list, name, head, head.length);
    const at = this.#sheets.push(() => told()) - 1;
    const open = openSheet(list, head, mapping, this.#parts.wordings);
    if (open === null) {
      let more = 0;
      this.#sheets[at] = () => leftOut(list, name, head, head.length + more);
      this.#take = () => void (more += 1);
      return;
    }
    const sheet = new SheetTold(name, open);
    told = () => sheet.told();
    const take = this.#parts.taker.begin(name, open);
    this.#take = (row) => {
      const before = this.#parts.counted();
      take(row);
      sheet.rows += this.#parts.counted() - before;
    };
    for (const row of open.below) this.#take(row);
  }
}
