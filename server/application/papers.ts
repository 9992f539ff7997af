import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { RefusedRow } from '../../shared/protocol/list-import.ts';

/** A file for an office to keep. */
export interface Paper {
  /** In its own letters. */
  readonly name: string;
  /** For whoever cannot read those. */
  readonly plainName: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Somebody before a screen is told at once that it would take too long; an archive waits for its turn. */
export type PaperHurry = 'at once' | 'in turn';

/** A file that is written while it is sent: it may be longer than there is memory. */
export interface StreamedPaper extends Omit<Paper, 'content'> {
  readonly content: AsyncIterable<Buffer>;
}

export const LIST_NAMES = ['delegates', 'bridges', 'attendance', 'delegations', 'agenda', 'check-ins'] as const;
export type ListName = (typeof LIST_NAMES)[number];

export const LIST_FORMATS = ['xlsx', 'csv'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** Of which conference a list is written, and how much of it. */
export interface ListScope {
  readonly conference: ConferenceId;
  readonly state: ConferenceState;
  /** The last event that the state knows. */
  readonly seq: number;
  /** The bridge with all below it; null: the whole conference. */
  readonly branch: BridgeId | null;
  /** Whose phones may be told; null: everybody's. */
  readonly phonesOf: BridgeId | null;
}

/** More is not written as XLSX, and not read as XLSX either: CSV has no end. */
export const MAX_XLSX_ROWS = 200_000;

/** What can be written of a conference. The transport knows that there are papers, not how one is made. */
export interface Papers {
  /** null: so many are waiting that it would not be ready in time. */
  readonly speechRegister: (state: ConferenceState, hurry?: PaperHurry) => Promise<Paper | null>;
  readonly list: (name: ListName, format: ListFormat, scope: ListScope) => StreamedPaper;
  /** Every row that a file's list refused; `name` is the file's own. */
  readonly refusedRows: (name: string, pages: AsyncIterable<readonly RefusedRow[]>) => StreamedPaper;
  /** How many rows the list has, or a number that it does not exceed. */
  readonly rowsOf: (name: ListName, scope: ListScope) => number;
}
