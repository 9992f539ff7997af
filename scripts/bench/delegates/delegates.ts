import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore, type Store } from '../../../server/store/sqlite-store.ts';
import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { PROTOCOL_LADDER } from '../../../shared/domain/attendance/ranks.ts';
import { NO_WANTS } from '../../../shared/domain/attendance/wants.ts';
import type { ConferenceEvent } from '../../../shared/domain/event.ts';
import { type ConferenceId, conferenceIdSchema, importIdSchema } from '../../../shared/domain/ids.ts';
import { rounded } from '../figures.ts';
import { benchCheckIns, type CheckInFigures } from './check-ins.ts';
import { importCsv, writeCsv } from './csv-import.ts';
import { bareSeconds, fileMiB, type ImportFigures, stageRows } from './import-rows.ts';
import { benchSearches, type SearchFigures } from './searches.ts';

export interface DelegatesFigures {
  readonly staging: ImportFigures;
  readonly search: SearchFigures;
  readonly checkIn: CheckInFigures;
}

export interface DelegatesWish {
  readonly rows: number;
  /** How often each search is made. */
  readonly rounds: number;
  readonly checkIns: number;
}

/** The largest conference so far. */
const NATION: DelegatesWish = { rows: 1_900_000, rounds: 20, checkIns: 2_000 };
const HERE = conferenceIdSchema.parse('bench');
/** Another conference in the same file, whose words are not ours. */
const THERE = conferenceIdSchema.parse('bench-other');
const SEAT = { seat: 'secretariat', session: 'bench', bridgeId: null } as const;
const EVENT: ConferenceEvent = { type: 'conferenceOpened', at: 0 };

export async function benchDelegates(wish: Partial<DelegatesWish> = {}): Promise<DelegatesFigures> {
  const { rows, rounds, checkIns } = { ...NATION, ...wish };
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-bench-'));
  try {
    const bare = bareSeconds(folder, rows);
    rmSync(join(folder, 'bare.sqlite'), { force: true });
    const csv = await writeCsv(folder, rows);
    const file = join(folder, 'journal.sqlite');
    const store = await openSqliteStore(file);
    try {
      const staged = await importCsv(store, HERE, 'bench-file', csv);
      await stageRows(store, THERE, Math.round(rows / 20), 'bench-other-file');
      const applyMs = await apply(store, HERE, 'bench-file');
      await apply(store, THERE, 'bench-other-file');
      const staging: ImportFigures = {
        rows,
        seconds: rounded(staged.seconds),
        bareSeconds: rounded(bare),
        ratio: rounded(staged.seconds / bare),
        peakMiB: Math.round(staged.peakMiB),
        longestChunkMs: rounded(staged.longestChunkMs),
        applyMs: rounded(applyMs),
        fileMiB: rounded(fileMiB(file)),
      };
      const search = await benchSearches(store, HERE, rounds);
      const people = await everyOther(store, checkIns, Math.max(1, Math.floor(rows / checkIns)));
      const checkIn = await benchCheckIns(store, HERE, { seq: 1, rows: people, folder });
      return { staging, search, checkIn };
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function apply(store: Store, conference: ConferenceId, name: string): Promise<number> {
  const importId = importIdSchema.parse(name);
  const start = performance.now();
  await store.journal.lookup(conference, [], { ...NO_WANTS, imports: [importId] });
  const delegates = [{ kind: 'applyImport', importId }] as const;
  await store.journal.append({
    conference,
    expectedSeq: 0,
    events: [{ actor: SEAT, event: EVENT }],
    receipts: [],
    delegates,
  });
  return performance.now() - start;
}

/** People from all over the list, as kiosks of all bridges would see them. */
async function everyOther(store: Store, count: number, step: number): Promise<readonly DelegateRow[]> {
  const found: DelegateRow[] = [];
  let after: string | null = null;
  const base = { conference: HERE, bridge: null, delegation: null, words: '', rungs: PROTOCOL_LADDER };
  while (found.length < count) {
    const page: Awaited<ReturnType<Store['delegates']>> = await store.delegates({ ...base, after, limit: 200 });
    found.push(...page.rows.filter((_, index) => index % Math.min(step, 20) === 0));
    if (page.next === null) break;
    after = page.next;
  }
  return found.slice(0, count);
}
