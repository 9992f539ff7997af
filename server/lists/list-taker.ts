import type { RefusedRow } from '../../shared/protocol/list-import.ts';
import type { StagedRow } from '../store/staged-row.ts';
import type { ReadingDone } from './list-reading.ts';
import type { OpenSheet } from './sheet-reader.ts';
import type { TableRow } from './table.ts';

export type Taken = Pick<ReadingDone, 'unknownBridges' | 'categories' | 'bridges' | 'agenda'>;

/** Takes the rows of a file as the list that it is. What fits or is refused goes where `Basket` says. */
export interface ListTaker {
  /** A sheet whose head was found: what takes its rows. */
  readonly begin: (sheet: string, open: OpenSheet) => (row: TableRow) => void;
  readonly end: () => Taken;
}

/** Where rows go on their way out of the reader. */
export interface Basket {
  readonly add: (row: StagedRow) => void;
  /** Rows that fit and are not staged: of a list that is small enough to go as one. Fewer, once they turn out not to. */
  readonly count: (rows: number) => void;
  readonly refuse: (row: RefusedRow) => void;
}

export const NOTHING_TAKEN: Taken = { unknownBridges: [], categories: [], bridges: null, agenda: null };
