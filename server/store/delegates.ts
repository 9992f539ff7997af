import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';

export interface DelegateQuery {
  readonly conference: ConferenceId;
  readonly bridge: BridgeId | null;
  /** Words in any order, without accents, each the beginning of a word; empty for all. */
  readonly words: string;
  /** The position of the last row of the page before; 0 for the first page. */
  readonly after: number;
  readonly limit: number;
}

export interface DelegatePageRows {
  readonly rows: readonly DelegateRow[];
  /** The position of the last row, null at the end. */
  readonly last: number | null;
}

/** Searches the rows of delegates on a connection of its own; what is committed is found. */
export type FindDelegates = (query: DelegateQuery) => Promise<DelegatePageRows>;
