import { z } from 'zod';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import { createChainCheck } from './chain-check.ts';
import { headReader } from './sqlite-append.ts';
import type { Database } from './sqlite-database.ts';
import { createConferences, createHashAt } from './sqlite-events.ts';

/** Looks a journal through, on a connection that can change nothing. */
export function createJournalChecks(db: Database) {
  const head = headReader(db);
  return {
    /** What SQLite finds wrong with the table, or with the whole file; null: nothing. */
    quickCheck: (table: 'event' | null): string | null => quickCheck(db, table),
    checkedConferences: createConferences(db),
    checkChain: createChainCheck(db),
    hashOfLine: createHashAt(db),
    lastLine: (conference: ConferenceId): { readonly seq: number; readonly hash: string } => {
      const { seq, hash } = head(conference);
      return { seq, hash: Buffer.from(hash).toString('hex') };
    },
  };
}

function quickCheck(db: Database, table: 'event' | null): string | null {
  try {
    const found = z.array(z.string()).parse(
      db
        .prepare(`PRAGMA quick_check(${table ?? 1})`)
        .pluck()
        .all(),
    );
    return found.length === 1 && found[0] === 'ok' ? null : (found[0] ?? 'nothing was answered');
  } catch (cause) {
    // A page that is no page at all: SQLite gives up instead of answering.
    return cause instanceof Error ? cause.message : String(cause);
  }
}
