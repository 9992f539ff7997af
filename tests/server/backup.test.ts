import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConferenceDesk } from '../../server/application/conference-desk.ts';
import { stateHash } from '../../server/archive/state-hash.ts';
import { CopyFault } from '../../server/backup/copy-format.ts';
import { type CopyWish, type MadeCopy, makeCopy } from '../../server/backup/make-copy.ts';
import { lostSince, type RestoreWish, restoreCopy } from '../../server/backup/restore-copy.ts';
import { verifyCopy } from '../../server/backup/verify-copy.ts';
import { openForWriting } from '../../server/store/database.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import { runScript } from '../support/archived-conference.ts';
import { bridgeInput } from '../support/builders.ts';
import { savingEvery, worldClock } from '../support/desk.ts';
import { tamper } from '../support/guarded-journal.ts';
import { Caller, createSmallConference, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let secretariat: Caller;
let conference: ConferenceId;
let place: string;
let made: MadeCopy;
let linesBefore = 0;
let linesAdded = 0;
let last = 0;

const never = new AbortController().signal;
const idle = (): void => undefined;

const wish = (others: Partial<CopyWish> = {}): CopyWish => ({
  dataDir: server.dataDir,
  folder: place,
  recordings: false,
  product: 'thử',
  now: Date.UTC(2026, 10, 22, 8) + ++last * 1_000,
  signal: never,
  onStep: idle,
  ...others,
});

const restoring = (others: Partial<RestoreWish> & Pick<RestoreWish, 'dataDir'>): RestoreWish => ({
  copy: made.path,
  signal: never,
  onStep: idle,
  ...others,
});

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (cause: unknown) => (cause instanceof CopyFault ? cause.code : String(cause)),
  );

const add = (name: string) => secretariat.command(conference, { type: 'addBridges', bridges: [bridgeInput(name)] });

async function writeUntil(signal: AbortSignal): Promise<number> {
  let kept = 0;
  for (; !signal.aborted; kept++) await add(`Xã ${kept}`);
  return kept;
}

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = (await createSmallConference(secretariat)).id;
  place = await mkdtemp(join(tmpdir(), 'diem-cau-copies-'));
  // Commands go on all the while: the copy holds what was acknowledged when it began, and nothing by half.
  for (const name of ['một', 'hai', 'ba']) await add(`Phường ${name}`);
  linesBefore = (await secretariat.snapshot(conference)).seq;
  const copied = new AbortController();
  const writer = writeUntil(copied.signal);
  made = await makeCopy(wish());
  copied.abort();
  linesAdded = await writer;
}, 60_000);
afterAll(async () => {
  await server.stop();
  await rm(place, { recursive: true, force: true });
});

async function hashOfState(dataDir: string): Promise<string> {
  const store = await openSqliteStore(join(dataDir, 'journal.sqlite'));
  try {
    const desk = await ConferenceDesk.open(conference, {
      journal: store.journal,
      moment: worldClock(),
      snapshots: savingEvery(1_000_000),
      onFault: idle,
    });
    return `${desk.seq} ${stateHash(desk.state)}`;
  } finally {
    await store.close();
  }
}

test('[BAK1] a copy that was made while commands went on is whole, readable by its owner alone, and nothing else is left', async () => {
  expect(linesAdded).toBeGreaterThan(0);
  expect(made.manifest.conferences[0]?.lines).toBeGreaterThanOrEqual(linesBefore);
  const verified = await verifyCopy(made.path, never);
  expect(verified.manifest).toEqual(made.manifest);
  expect(verified.journal.damages).toEqual([]);
  expect(readdirSync(place)).toEqual([made.path.slice(place.length + 1)]);
  expect((statSync(made.path).mode & 0o777).toString(8)).toBe('700');
  expect((statSync(join(made.path, 'journal.sqlite')).mode & 0o777).toString(8)).toBe('600');
  expect(made.manifest.files.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['journal.sqlite', 'archive-key.pem']),
  );
  expect(readdirSync(made.path).filter((name) => /log|lock|wal|shm/u.test(name))).toEqual([]);
});

test('[BAK2] restored into an empty folder, the server starts with the same state, and goes on from there', async () => {
  const dataDir = join(place, 'restored');
  const { manifest } = await restoreCopy(restoring({ dataDir }));
  const copied = await hashOfState(dataDir);
  expect(copied.split(' ')[0]).toBe(String(manifest.conferences[0]?.lines));
  const second = await startTestServer({ DATA_DIR: dataDir });
  const caller = await Caller.signedIn(second, { seat: 'secretariat' });
  const { seq } = await caller.snapshot(conference);
  expect(seq).toBe(manifest.conferences[0]?.lines);
  const ack = await caller.command(conference, { type: 'addBridges', bridges: [bridgeInput('Xã sau khôi phục')] });
  expect(ack).toEqual({ ok: true, seq: seq + 1 });
  await second.stop();
  // The same state as the old server had at that line.
  const replayed = join(place, 'again');
  await restoreCopy(restoring({ dataDir: replayed }));
  expect(await hashOfState(replayed)).toBe(copied);
  rmSync(replayed, { recursive: true });
}, 90_000);

test('[BAK3] a copy of which anything was altered is not restored, and the fault is named', async () => {
  const spoilt = async (change: (path: string) => void): Promise<string> => {
    const copy = join(place, 'spoilt');
    cpSync(made.path, copy, { recursive: true });
    change(copy);
    const dataDir = join(place, 'from-spoilt');
    const code = await codeOf(restoreCopy(restoring({ copy, dataDir })));
    rmSync(copy, { recursive: true });
    expect(existsSync(dataDir)).toBe(code === 'done');
    rmSync(dataDir, { recursive: true, force: true });
    return code;
  };
  const flip = (file: string) => {
    const content = readFileSync(file);
    content[content.length >> 1] = (content[content.length >> 1] ?? 0) ^ 1;
    writeFileSync(file, content);
  };
  expect(await spoilt((path) => flip(join(path, 'journal.sqlite')))).toBe('file-changed');
  expect(await spoilt((path) => flip(join(path, 'copy.json')))).toBe('not-signed');
  expect(await spoilt((path) => rmSync(join(path, 'archive-key.pem')))).toBe('file-missing');
  expect(await spoilt((path) => writeFileSync(join(path, 'thêm'), ''))).toBe('file-strange');
  expect(await spoilt((path) => rmSync(join(path, 'copy.sig.json')))).toBe('not-a-copy');
  expect(await spoilt(idle)).toBe('done');
}, 60_000);

test('[BAK4] it goes into no folder that is in use or holds anything', async () => {
  expect(await codeOf(restoreCopy(restoring({ dataDir: server.dataDir })))).toBe('in-use');
  const full = await mkdtemp(join(place, 'full-'));
  writeFileSync(join(full, 'giữ'), 'lại');
  expect(await codeOf(restoreCopy(restoring({ dataDir: full })))).toBe('not-empty');
  expect(readdirSync(full)).toEqual(['giữ']);
  rmSync(full, { recursive: true });
});

test('[BAK5] stopped at any step, neither a copy nor a restored folder is left by half', async () => {
  const before = readdirSync(place);
  for (const kind of ['journal', 'verifying'] as const) {
    const stopped = new AbortController();
    const onStep: CopyWish['onStep'] = (step) => {
      if (step.kind === kind) stopped.abort();
    };
    expect(await codeOf(makeCopy(wish({ signal: stopped.signal, onStep })))).toBe('stopped');
  }
  const stopped = new AbortController();
  const onStep: RestoreWish['onStep'] = (step) => {
    if (step === 'copying') stopped.abort();
  };
  const dataDir = join(place, 'stopped');
  expect(await codeOf(restoreCopy(restoring({ dataDir, signal: stopped.signal, onStep })))).toBe('stopped');
  expect(readdirSync(place)).toEqual(before);
}, 60_000);

test('[BAK6] what the old server had anchored after the copy is told, by conference and number of lines', () => {
  const { manifest } = made;
  const [first] = manifest.conferences;
  if (first === undefined) throw new Error('the copy is empty');
  const anchor = (seq: number, at: number) => ({ conference, seq, at, hash: '' });
  expect(lostSince(manifest, [anchor(first.lines, 5)])).toEqual([]);
  expect(lostSince(manifest, [anchor(first.lines + 7, 9), anchor(first.lines, 5)])).toEqual([
    { title: first.title, lines: 7, until: 9 },
  ]);
});

test('[BAK7] npm run verify reads the journal of a server that runs, and names the line that was changed', async () => {
  const env = { DATA_DIR: server.dataDir };
  const whole = await runScript('scripts/verify.ts', [], env);
  expect([whole.code, whole.said.includes('ĐẠT. Nhật ký')]).toEqual([0, true]);
  const copy = await runScript('scripts/verify.ts', [made.path], env);
  expect([copy.code, copy.said.includes('ĐẠT. Bản sao lưu')]).toEqual([0, true]);
  const altered = join(place, 'altered');
  await restoreCopy(restoring({ dataDir: altered }));
  const db = openForWriting(join(altered, 'journal.sqlite'));
  tamper(db, `UPDATE event SET actor = replace(actor, 'secretariat', 'moderator') WHERE seq = 2`);
  db.close();
  const found = await runScript('scripts/verify.ts', [], { DATA_DIR: altered });
  expect([found.code, found.said.includes('có dòng bị sửa, dòng 2')]).toEqual([1, true]);
}, 60_000);
