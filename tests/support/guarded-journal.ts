import { archiveKey } from '../../server/archive/archive-key.ts';
import { AnchorFile } from '../../server/guard/anchor-file.ts';
import { allDamages, anchorDamages, type Checks } from '../../server/guard/journal-check.ts';
import { chainHash } from '../../server/store/chain.ts';
import { openForReading } from '../../server/store/database.ts';
import { createJournalChecks } from '../../server/store/journal-checks.ts';
import { lineRow } from '../../server/store/line-row.ts';
import type { Database } from '../../server/store/sqlite-database.ts';
import type { JournalDamage } from '../../shared/protocol/journal-state.ts';
import { bridgeInput } from './builders.ts';
import { type Bench, openBench, prepare } from './desk.ts';
import { type InProcess, openInProcess } from './sqlite.ts';

/** A journal of some lines on a real file, with a desk that writes it. */
export async function writtenJournal(lines: number): Promise<InProcess & { readonly bench: Bench }> {
  const store = openInProcess();
  const bench = await openBench(store.journal);
  await prepare(bench);
  for (let i = bench.desk.seq; i < lines; i++) await addBridge(bench, `Phường ${i}`);
  return { ...store, bench };
}

export const addBridge = (bench: Bench, name: string) =>
  bench.act({ type: 'addBridges', bridges: [bridgeInput(name)] });

/** What the guard's checks answer, read anew from the file. */
export function checksOn(file: string): Checks & { readonly close: () => void } {
  const db = openForReading(file);
  const checks = createJournalChecks(db);
  return {
    quickCheck: async (table) => checks.quickCheck(table),
    checkedConferences: async () => checks.checkedConferences(),
    checkChain: async (...args) => checks.checkChain(...args),
    hashOfLine: async (...args) => checks.hashOfLine(...args),
    lastLine: async (conference) => checks.lastLine(conference),
    close: () => void db.close(),
  };
}

/** Everything that a start and its check in the background find. */
export async function damagesOf(file: string, folder: string): Promise<readonly JournalDamage[]> {
  const checks = checksOn(file);
  try {
    const { found } = await AnchorFile.open(folder, await archiveKey(folder));
    const walk = { signal: new AbortController().signal, hurry: true };
    return [...(await anchorDamages(checks, found.lines)), ...(await allDamages(checks, walk))];
  } finally {
    checks.close();
  }
}

/** Somebody with the file and without the key: the triggers are no hindrance to them. */
export function tamper(db: Database, sql: string, ...values: readonly unknown[]): void {
  const triggers = db.prepare(`SELECT sql FROM sqlite_master WHERE type = 'trigger'`).pluck().all();
  db.exec('DROP TRIGGER event_is_never_changed; DROP TRIGGER event_is_never_removed;');
  db.prepare(sql).run(...values);
  for (const trigger of triggers) db.exec(String(trigger));
}

/** Makes every hash right again from the line on, as who knows how the chain is made can. */
export function rechain(db: Database, from: number): void {
  const before = db
    .prepare('SELECT hash FROM event WHERE seq = ?')
    .pluck()
    .get(from - 1);
  let hash = before instanceof Uint8Array ? before : Buffer.alloc(32);
  for (const raw of db.prepare('SELECT * FROM event WHERE seq >= ? ORDER BY seq').all(from)) {
    const line = lineRow.parse(raw);
    hash = chainHash(hash, line);
    tamper(db, 'UPDATE event SET hash = ? WHERE seq = ?', hash, line.seq);
  }
}

export const integrityOf = (db: Database): unknown => db.pragma('integrity_check', { simple: true });
