import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import type { Rung } from '../../shared/domain/attendance/ranks.ts';
import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';

export interface DelegateQuery {
  readonly conference: ConferenceId;
  readonly bridge: BridgeId | null;
  readonly delegation: string | null;
  /** Words in any order, with or without accents, each the beginning of a word; empty for all. */
  readonly words: string;
  /** The ladder by which the list of a bridge or a delegation stands. */
  readonly rungs: readonly Rung[];
  /** `next` of the page before; null for the first page. What is no such cursor begins at the start. */
  readonly after: string | null;
  readonly limit: number;
}

export interface DelegatePageRows {
  readonly rows: readonly DelegateRow[];
  /** null at the end. */
  readonly next: string | null;
}

/** Searches the rows of delegates on a connection of its own; what is committed is found. */
export type FindDelegates = (query: DelegateQuery) => Promise<DelegatePageRows>;

export interface ExportQuery {
  readonly conference: ConferenceId;
  readonly rungs: readonly Rung[];
  readonly after: string | null;
  /** About so many rows: a page ends with a whole bridge, unless the bridge alone is longer than any page. */
  readonly limit: number;
}

/** The whole list, bridge by bridge in the order in which their lists began, each in the order of protocol. */
export type ExportDelegates = (query: ExportQuery) => Promise<DelegatePageRows>;
