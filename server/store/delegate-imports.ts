import type { DelegateInput } from '../../shared/domain/attendance/delegate.ts';
import type { ConferenceId, ImportId } from '../../shared/domain/ids.ts';
import type { RefusedRow } from '../../shared/protocol/list-import.ts';
import type { StagedRow } from './staged-row.ts';

/** More rows than this are not changed by one file: they are changed at once, and each must be restorable. */
export const MAX_CHANGES = 20_000;
export const SAMPLES = 50;

export interface StagingName {
  readonly conference: ConferenceId;
  readonly importId: ImportId;
  /** The file's own name. */
  readonly name: string;
}

export interface StagedCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface ChunkOutcome extends StagedCounts {
  /** The rows beyond MAX_CHANGES were not taken: the caller gives the import up. */
  readonly tooManyChanges: boolean;
}

/** One field of a row that would change. `bridge` names bridges by their ids. */
export interface FieldChange {
  readonly row: number;
  readonly name: string;
  readonly field: keyof DelegateInput | 'bridge';
  readonly before: string;
  readonly after: string;
}

export interface StagedOutcome extends StagedCounts {
  readonly refused: number;
  readonly firstAdded: readonly { readonly row: number; readonly delegate: DelegateInput }[];
  readonly firstChanged: readonly FieldChange[];
  readonly firstRefused: readonly RefusedRow[];
  /** Every category that an added or changed row names. */
  readonly categories: readonly string[];
}

/**
 * Rows on their way from a file into the list. They stand in the table and are not seen until the journal applies the
 * import (DelegateChange `applyImport`); what is given up, or was left behind by a crash, is swept away.
 */
export interface DelegateImports {
  begin(staging: StagingName): Promise<void>;
  /** About 1,000 rows, as `stageRow` made them, in the order of the file; one short transaction. */
  addChunk(importId: ImportId, rows: readonly StagedRow[]): Promise<ChunkOutcome>;
  /** The same as `packDelegates` (server/lists) packed them: taken apart in the store's own thread. */
  addPacked(importId: ImportId, packed: string): Promise<ChunkOutcome>;
  refuse(importId: ImportId, rows: readonly RefusedRow[]): Promise<void>;
  /** A page of the refused rows in the order of the file; also after `finish`, until the import is swept. */
  refused(importId: ImportId, after: number, limit: number): Promise<readonly RefusedRow[]>;
  /** From here on the import can be applied. */
  finish(importId: ImportId): Promise<StagedOutcome>;
  /** Nothing happens to one that is applied or unknown. */
  discard(importId: ImportId): Promise<void>;
}
