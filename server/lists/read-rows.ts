import type { RefusedRow } from '../../shared/protocol/list-import.ts';
import type { StagedRow } from '../store/staged-row.ts';
import { FileRefused } from './file-refused.ts';
import { WordingCount } from './legacy-letters.ts';
import type { ListChunk, ListJob, Outcome, ReadingDone, ReadingProgress } from './list-reading.ts';
import type { Basket } from './list-taker.ts';
import { packDelegates } from './pack-delegates.ts';
import { readTable } from './read-table.ts';
import { SheetFlow } from './sheet-flow.ts';
import { takeAgenda } from './take-agenda.ts';
import { takeBridges } from './take-bridges.ts';
import { takeDelegates } from './take-delegates.ts';

export interface RowsOut {
  /** Awaited before more is read. */
  readonly chunk: (chunk: ListChunk) => Promise<void>;
  readonly progress: (progress: ReadingProgress) => void;
}

const CHUNK = 1_000;
/** So many cells in old letters, and a file is given up while it is still being read. */
const OLD_ENOUGH = 50;
/** At the end of a file so many suffice, if there are more of them than others. */
const OLD_AT_END = 2;

const TAKERS = { delegates: takeDelegates, bridges: takeBridges, agenda: takeAgenda };

/** Reads a file to its end, or to what speaks against it. Runs in the reader's own thread. */
export async function readRows(job: ListJob, out: RowsOut): Promise<Outcome> {
  const basket = new ChunkBasket();
  const wordings = new WordingCount();
  const taker = TAKERS[job.list](job, wordings, basket);
  const flow = new SheetFlow(job, { taker, wordings, counted: () => basket.rows });
  const judge = (enough: number): void => {
    const fault = wordings.fault(enough);
    if (fault !== null) throw new FileRefused(fault);
  };
  try {
    for await (const { sheet, rows, bytes } of readTable(job.path, job.name, job.list)) {
      flow.enter(sheet);
      for (const row of rows) flow.row(row);
      judge(OLD_ENOUGH);
      while (basket.isFull()) await out.chunk(basket.take());
      out.progress({ bytes, rows: basket.rows });
    }
    flow.close();
    judge(OLD_AT_END);
    const taken = taker.end();
    while (basket.holdsAny()) await out.chunk(basket.take());
    flow.refuseIfEmpty();
    return { kind: 'done', sheets: flow.sheets(), ...basket.counts(), ...taken } satisfies ReadingDone;
  } catch (cause) {
    if (!(cause instanceof FileRefused)) throw cause;
    return { kind: 'fault', code: cause.code, params: cause.params, sheets: flow.sheets() };
  }
}

/** Rows that wait until they are as many as travel together. */
class ChunkBasket implements Basket {
  #staged: StagedRow[] = [];
  #refused: RefusedRow[] = [];
  #fitting = 0;
  #refusals = 0;

  get rows(): number {
    return this.#fitting + this.#refusals;
  }

  add(row: StagedRow): void {
    this.#staged.push(row);
    this.#fitting += 1;
  }

  count(rows: number): void {
    this.#fitting += rows;
  }

  refuse(row: RefusedRow): void {
    this.#refused.push(row);
    this.#refusals += 1;
  }

  counts(): { readonly rows: number; readonly refused: number } {
    return { rows: this.#fitting, refused: this.#refusals };
  }

  isFull(): boolean {
    return this.#staged.length >= CHUNK || this.#refused.length >= CHUNK;
  }

  holdsAny(): boolean {
    return this.#staged.length + this.#refused.length > 0;
  }

  take(): ListChunk {
    const staged = this.#staged.splice(0, CHUNK);
    return { count: staged.length, packed: packDelegates(staged), refused: this.#refused.splice(0, CHUNK) };
  }
}
