import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../../server/store/sqlite-store.ts';
import { benchVotes, type VoteFigures } from './votes.ts';

export interface RecordsFigures {
  readonly votes: VoteFigures;
}

/** What the record costs: a secret ballot of a hall of phones. */
export async function benchRecords(): Promise<RecordsFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-bench-'));
  try {
    const store = await openSqliteStore(join(folder, 'journal.sqlite'));
    try {
      return { votes: await benchVotes(store, folder) };
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
