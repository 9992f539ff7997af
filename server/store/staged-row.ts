import type { DelegateInput } from '../../shared/domain/attendance/delegate.ts';
import type { BridgeId, DelegateId } from '../../shared/domain/ids.ts';
import { listedText, wordsOf } from './delegate-columns.ts';
import { matchOf } from './delegate-identity.ts';

/** A row of a file as the table takes it: made where the file is read, so that the one writer only writes. */
export interface StagedRow {
  /** As the file numbers its rows. */
  readonly row: number;
  readonly delegateId: DelegateId;
  readonly bridgeId: BridgeId;
  readonly category: string;
  readonly delegation: string;
  readonly number: string | null;
  /** Name and home unit; with the bridge it says who is the same delegate, where no number does. */
  readonly match: number;
  readonly listed: string;
  readonly words: string;
}

export interface FileRow {
  readonly row: number;
  readonly delegateId: DelegateId;
  readonly bridgeId: BridgeId;
  readonly delegate: DelegateInput;
}

export const stageRow = ({ row, delegateId, bridgeId, delegate }: FileRow): StagedRow => ({
  row,
  delegateId,
  bridgeId,
  category: delegate.category,
  delegation: delegate.delegation,
  number: delegate.number,
  match: matchOf(delegate),
  listed: listedText(delegate, null),
  words: wordsOf(delegate),
});
