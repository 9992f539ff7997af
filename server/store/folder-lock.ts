import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

/**
 * One server per data folder: two would fold the same journal and each believe itself alone. The lock is the operating
 * system's, on a file that holds nothing, so that a server that was killed leaves none behind. Scripts beside a
 * running server (`npm run invite`) do not take it.
 */
export function lockFolder(dataDir: string): { release: () => void } | null {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = join(dataDir, 'in-use.lock');
  const lock = new Sqlite(file, { timeout: 0 });
  try {
    chmodSync(file, 0o600);
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if (cause instanceof Sqlite.SqliteError && cause.code.startsWith('SQLITE_BUSY')) return null;
    throw cause;
  }
  return { release: () => void lock.close() };
}
