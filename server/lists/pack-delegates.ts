import type { BridgeId, DelegateId } from '../../shared/domain/ids.ts';
import type { StagedRow } from '../store/staged-row.ts';

/** No cell holds it: what cannot be seen is dropped when it is read. */
const BETWEEN = '\u001f';
const FIELDS = 9;

/** Rows of delegates as one text; only `unpackDelegates` need know how. */
export function packDelegates(rows: readonly StagedRow[]): string {
  const fields: (string | number)[] = [];
  for (const { row, delegateId, bridgeId, category, delegation, number, match, listed, words } of rows) {
    fields.push(row, delegateId, bridgeId, category, delegation, number ?? '', match, listed, words);
  }
  return fields.join(BETWEEN);
}

/** They were looked at where they were packed, in this server's own worker: only that none is cut is seen to. */
export function unpackDelegates(packed: string): readonly StagedRow[] {
  if (packed === '') return [];
  const fields = packed.split(BETWEEN);
  if (fields.length % FIELDS !== 0) throw new Error('a packed row is cut');
  const rows: StagedRow[] = [];
  for (let at = 0; at < fields.length; at += FIELDS) rows.push(rowAt(fields, at));
  return rows;
}

function rowAt(fields: readonly string[], at: number): StagedRow {
  const field = (place: number): string => fields[at + place] ?? '';
  return {
    row: Number(field(0)),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- packed by packDelegates in this server's own worker
    delegateId: field(1) as DelegateId,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- likewise
    bridgeId: field(2) as BridgeId,
    category: field(3),
    delegation: field(4),
    number: field(5) === '' ? null : field(5),
    match: Number(field(6)),
    listed: field(7),
    words: field(8),
  };
}
