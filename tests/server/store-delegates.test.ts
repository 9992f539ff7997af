import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openForWriting } from '../../server/store/database.ts';
import { delegateIds } from '../../server/store/delegate-ids.ts';
import { MAX_CHANGES } from '../../server/store/delegate-imports.ts';
import { startRemote } from '../../server/store/remote.ts';
import { MIGRATIONS } from '../../server/store/schema.ts';
import type { Database } from '../../server/store/sqlite-database.ts';
import { openSqliteStore, type Store } from '../../server/store/sqlite-store.ts';
import { createSweep } from '../../server/store/sqlite-sweep.ts';
import { type StagedRow, stageRow } from '../../server/store/staged-row.ts';
import type { WritingMethods } from '../../server/store/store-worker.ts';
import type { DelegateChange } from '../../shared/domain/attendance/delegate.ts';
import { PROTOCOL_LADDER } from '../../shared/domain/attendance/ranks.ts';
import { NO_WANTS } from '../../shared/domain/attendance/wants.ts';
import { importIdSchema } from '../../shared/domain/ids.ts';
import {
  anGiang,
  conferenceId,
  created,
  delegateId,
  delegateInput,
  delegateRow,
  quangBinh,
  secretariat,
} from '../support/builders.ts';
import { type Folder, type InProcess, openInProcess, temporaryFolder } from '../support/sqlite.ts';

const hn = conferenceId('hn');
const importId = importIdSchema.parse('tep-1');
const BOOT = new URL('../../server/store/store-worker-boot.mjs', import.meta.url);

function fileOf(rows: number): readonly StagedRow[] {
  const nextId = delegateIds(Date.now());
  return Array.from({ length: rows }, (_, index) =>
    stageRow({
      row: index + 2,
      delegateId: nextId(),
      bridgeId: index % 2 === 0 ? anGiang : quangBinh,
      delegate: delegateInput({ fullName: `Nguyễn Văn An ${index}` }),
    }),
  );
}

const all = (store: Store, words = '') =>
  store.delegates({
    conference: hn,
    bridge: null,
    delegation: null,
    words,
    rungs: PROTOCOL_LADDER,
    after: null,
    limit: 9,
  });
const countOf = (db: Database, table: string): number =>
  Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

describe('a data folder of release 2', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = temporaryFolder();
    const old = new Sqlite(folder.file);
    old.exec(readFileSync(new URL('./store-release-2.sql', import.meta.url), 'utf8'));
    old.close();
  });
  afterEach(() => folder.remove());

  test('[DLG30] its delegates are kept with their marks, counted where its counters hold them, and found', async () => {
    const store = await openSqliteStore(folder.file);
    const { rows } = await all(store);
    const shared = {
      delegation: 'Chưa phân đoàn',
      countedAs: 'Đại biểu',
      role: null,
      seat: null,
      number: null,
      late: false,
      markedBy: null,
      way: null,
      substituteFor: null,
    };
    expect(rows).toMatchObject([
      { ...shared, fullName: 'Trần Thị Ngọc Ánh', category: 'Ủy viên Ban Chấp hành', mark: 'present' },
      { ...shared, fullName: 'Đặng Văn Giàu', mark: 'absentExcused', absenceReason: 'Đi công tác' },
      { ...shared, fullName: null, positions: ['Trưởng Ban Tổ chức'], bridgeId: quangBinh, mark: 'unmarked' },
    ]);
    expect(rows[0]?.markedAt).toBe(rows[1]?.markedAt === undefined ? 0 : (rows[1].markedAt ?? 0) - 1);
    expect((await all(store, 'ánh ngoc')).rows).toEqual(rows.slice(0, 1));
    expect(await store.journal.verify(hn)).toBeNull();
    expect((await store.journal.read(hn, 0, 99)).length).toBe(7);
    await store.close();
  });

  test('[DLG30] a plain count in SQL says what the counters say', () => {
    const db = openForWriting(folder.file);
    const counts = db
      .prepare(
        `SELECT bridge, category, delegation, mark, count(*) AS rows FROM delegate_seen WHERE conference = 'hn'
         GROUP BY 1, 2, 3, 4 ORDER BY 1, 4`,
      )
      .all();
    const place = { category: 'Đại biểu', delegation: 'Chưa phân đoàn', rows: 1 };
    expect(counts).toEqual([
      { bridge: 'an-giang', mark: 'absentExcused', ...place },
      { bridge: 'an-giang', mark: 'present', ...place },
      { bridge: 'quang-binh', mark: 'unmarked', ...place },
    ]);
    expect(db.prepare(`SELECT name FROM sqlite_master WHERE name = 'former_delegate'`).get()).toBeUndefined();
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    db.close();
  });
});

describe('how little is written', () => {
  let store: InProcess;
  let seq = 0;
  beforeEach(() => {
    store = openInProcess();
    seq = 0;
  });
  afterEach(() => store.close());

  const change = async (...delegates: readonly DelegateChange[]): Promise<number> => {
    const before = changesOf(store.db);
    const events = [{ actor: secretariat, event: created }];
    await store.journal.append({ conference: hn, expectedSeq: seq++, events, receipts: [], delegates });
    return changesOf(store.db) - before;
  };
  const changesOf = (db: Database): number => Number(db.prepare('SELECT total_changes()').pluck().get());
  const indexOf = (db: Database): string => {
    const hash = createHash('sha256');
    for (const block of z
      .array(z.instanceof(Uint8Array))
      .parse(db.prepare('SELECT block FROM delegate_words_data').pluck().all()))
      hash.update(block);
    return hash.digest('hex');
  };
  const stage = async (rows: readonly StagedRow[]): Promise<void> => {
    await store.imports.begin({ conference: hn, importId, name: 'x.csv' });
    for (let from = 0; from < rows.length; from += 1_000)
      await store.imports.addChunk(importId, rows.slice(from, from + 1_000));
    await store.imports.finish(importId);
  };

  test('[DLG31] a check-in leaves the words of the row alone; a correction does not', async () => {
    const row = delegateRow(anGiang, 'd1');
    await change({ kind: 'put', row });
    const before = indexOf(store.db);
    // The event and the row.
    expect(await change({ kind: 'put', row: { ...row, mark: 'present', markedAt: 5, way: 'badge' } })).toBe(2);
    expect(indexOf(store.db)).toBe(before);
    expect(await change({ kind: 'put', row: { ...row, fullName: 'Lê Văn Bình' } })).toBeGreaterThan(2);
    expect(indexOf(store.db)).not.toBe(before);
  });

  test('[DLG32] an import is applied and undone by a few writes, whatever its length', async () => {
    await change({ kind: 'put', row: delegateRow(anGiang, 'd1') });
    await stage(fileOf(3_000));
    expect(countOf(store.db, 'delegate')).toBe(3_001);
    expect(countOf(store.db, 'delegate_seen')).toBe(1);
    expect(await change({ kind: 'applyImport', importId })).toBeLessThan(5);
    expect(countOf(store.db, 'delegate_seen')).toBe(3_001);
    expect(await change({ kind: 'undoImport', importId })).toBeLessThan(5);
    expect(countOf(store.db, 'delegate_seen')).toBe(1);
  });

  test('[DLG15] a file that would change more than 20,000 rows is not taken', { timeout: 60_000 }, async () => {
    const numbers = Array.from({ length: MAX_CHANGES + 1 }, (_, index) => String(index));
    await change(
      ...numbers.map((number) => ({ kind: 'put', row: delegateRow(anGiang, `r${number}`, { number }) }) as const),
    );
    const lines = numbers.map((number, index) =>
      stageRow({
        row: index + 2,
        delegateId: delegateId(`I${number}`),
        bridgeId: anGiang,
        delegate: delegateInput({ number, seat: 'Z' }),
      }),
    );
    await store.imports.begin({ conference: hn, importId, name: 'x.csv' });
    const most = await store.imports.addChunk(importId, lines.slice(0, MAX_CHANGES));
    expect(most).toMatchObject({ changed: MAX_CHANGES, tooManyChanges: false });
    const last = await store.imports.addChunk(importId, lines.slice(MAX_CHANGES));
    expect(last).toMatchObject({ added: 0, changed: 0, tooManyChanges: true });
  });

  test('[DLG33] what no list shows any more is swept in small steps, and nothing else is', async () => {
    await change({ kind: 'put', row: delegateRow(anGiang, 'd1') });
    await stage(fileOf(2_500));
    const { sweep } = createSweep(store.db);
    expect(sweep()).toBe(false);
    await store.imports.discard(importId);
    const left: number[] = [];
    while (sweep()) left.push(countOf(store.db, 'delegate'));
    expect(left).toEqual([1_501, 501, 1]);
    for (const table of ['delegate_listed', 'delegate_words']) expect(countOf(store.db, table)).toBe(1);
    for (const table of ['import', 'import_tally', 'import_change']) expect(countOf(store.db, table)).toBe(0);
    expect(countOf(store.db, 'delegate_seen')).toBe(1);
  });
});

describe('a server that ends while a file is read', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = temporaryFolder();
  });
  afterEach(() => folder.remove());

  const swept = async (): Promise<number> => {
    const db = openForWriting(folder.file);
    const rows = countOf(db, 'delegate');
    db.close();
    return rows;
  };

  test('[DLG34] leaves nothing that is seen, and the next one sweeps it away', async () => {
    const first = await openSqliteStore(folder.file, { keeper: true });
    const events = [{ actor: secretariat, event: created }];
    const delegates = [{ kind: 'put', row: delegateRow(anGiang, 'd1') }] as const;
    await first.journal.append({ conference: hn, expectedSeq: 0, events, receipts: [], delegates });
    await first.close();
    const rows = fileOf(2_000);
    const writing = await startRemote<WritingMethods>(BOOT, { path: folder.file, mode: 'writing' });
    await writing.beginImport({ conference: hn, importId, name: 'x.csv' });
    await writing.addChunk(importId, rows.slice(0, 1_000));
    // Killed with a chunk on its way: neither waited for nor closed.
    writing.addChunk(importId, rows.slice(1_000)).catch(() => undefined);
    await writing.terminate();
    expect(await swept()).toBeGreaterThanOrEqual(1_001);

    const beside = await openSqliteStore(folder.file);
    expect((await all(beside)).rows.map(({ delegateId: id }) => id)).toEqual(['d1']);
    await beside.close();
    // A script beside the server does not sweep: the file might be read this very moment.
    expect(await swept()).toBeGreaterThanOrEqual(1_001);

    const next = await openSqliteStore(folder.file, { keeper: true });
    const staged = await next.journal.lookup(hn, [], { ...NO_WANTS, imports: [importId] });
    expect(staged.staged).toEqual([]);
    await expect.poll(swept, { timeout: 5_000, interval: 50 }).toBe(1);
    const again = importIdSchema.parse('tep-2');
    await next.imports.begin({ conference: hn, importId: again, name: 'x.csv' });
    expect(await next.imports.addChunk(again, rows)).toMatchObject({ added: 2_000 });
    await next.imports.finish(again);
    await next.journal.append({
      conference: hn,
      expectedSeq: 1,
      events,
      receipts: [],
      delegates: [{ kind: 'applyImport', importId: again }],
    });
    expect((await all(next, 'nguyen an 7')).rows[0]?.fullName).toBe('Nguyễn Văn An 7');
    await next.close();
  });

  test('[DLG35] ids of one file ascend, are short, and two files do not meet', () => {
    const [one, other] = [delegateIds(Date.UTC(2026, 5, 1)), delegateIds(Date.UTC(2026, 5, 1) + 40)];
    const ids = Array.from({ length: 2_000 }, one);
    expect(ids.every((id) => /^[0-9A-HJKMNP-TV-Z]{12}$/.test(id))).toBe(true);
    expect(ids.toSorted()).toEqual(ids);
    expect(ids).not.toContain(other());
    expect(delegateId(String(ids[0]))).toBe(ids[0]);
  });
});
