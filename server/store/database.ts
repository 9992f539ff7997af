import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { moveFormerDelegates } from './former-delegates.ts';
import { MIGRATIONS } from './schema.ts';
import type { Database } from './sqlite-database.ts';

/** The disk or the database refuses to be what the journal needs; the message says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** Told by its words: a worker's error arrives without its class. */
export const NEWER_RELEASE = 'the data folder was written by a newer release';

const OLDEST_SQLITE = [3, 51, 3] as const;
const FULL = 2;
const CHECKPOINT_PAGES = 4_000;

/** The one writing connection. Acknowledged means durable, so the settings are read back after the first write. */
export function openForWriting(path: string): Database {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const db = new Sqlite(path, { timeout: 5_000 });
  chmodSync(path, 0o600);
  refuseOldSqlite(db);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  // Of a file's rows, pages are written back once instead of four times; of check-ins, one in a thousand waits for it.
  db.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  migrate(db);
  db.exec('CREATE TABLE IF NOT EXISTS opening (at INTEGER NOT NULL)');
  db.prepare('INSERT INTO opening (at) VALUES (?)').run(Date.now());
  // Straight after the switch to WAL the pragma answers 2 whatever holds; only after a write is it the truth.
  if (db.pragma('synchronous', { simple: true }) !== FULL)
    throw new StoreError('SQLite does not keep synchronous=FULL');
  return db;
}

/** For searches, in a worker of its own: it sees what is committed and can change nothing. */
export function openForReading(path: string): Database {
  const db = new Sqlite(path, { readonly: true, timeout: 5_000 });
  refuseOldSqlite(db);
  db.pragma('query_only = ON');
  return db;
}

/** Older releases may damage the file when two connections write and checkpoint at once. */
function refuseOldSqlite(db: Database): void {
  const version = String(db.prepare('SELECT sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  const older = OLDEST_SQLITE.findIndex((part, index) => (parts[index] ?? 0) !== part);
  if (older !== -1 && (parts[older] ?? 0) < (OLDEST_SQLITE[older] ?? 0)) {
    throw new StoreError(`SQLite ${version} is older than ${OLDEST_SQLITE.join('.')}`);
  }
}

/** What a step has to do beside its SQL, by the number of the step. */
const FILLED_AFTER: Readonly<Record<number, (db: Database) => void>> = { 3: moveFormerDelegates };

function migrate(db: Database): void {
  const done = Number(db.pragma('user_version', { simple: true }));
  if (done > MIGRATIONS.length) throw new StoreError(NEWER_RELEASE);
  MIGRATIONS.slice(done).forEach((step, index) => {
    db.transaction(() => {
      const version = done + index + 1;
      db.exec(step);
      FILLED_AFTER[version]?.(db);
      db.pragma(`user_version = ${version}`);
    })();
  });
}
