import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signIn } from '../../scripts/bench/server-process.ts';
import { earlyAnswer } from '../../scripts/drill/desk/faulty-journals.ts';
import { DiskWatch } from '../../server/guard/disk-watch.ts';
import type { Batch, Journal } from '../../server/store/journal.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { healthSchema } from '../../shared/protocol/http.ts';
import type { JournalState } from '../../shared/protocol/journal-state.ts';
import { bridgeInput } from '../support/builders.ts';
import { HN } from '../support/desk.ts';
import { NO_MEDIA } from '../support/no-media.ts';
import { ServerProcess } from '../support/server-process.ts';
import { tellFigure } from '../support/tell-figure.ts';
import { Caller, createSmallConference, type TestSocket } from '../support/test-server.ts';
import { until } from '../support/until.ts';

const REFUSED_WITHIN_MS = 1_000;
const BACK_WITHIN_MS = 5_000;

let server: ServerProcess;
let sick: ChildProcess | null = null;
beforeAll(async () => {
  server = await ServerProcess.start(NO_MEDIA);
}, 120_000);
afterAll(async () => {
  sick?.kill('SIGKILL');
  await server.close();
});

/**
 * From now on the kernel answers this to whatever is written to the journal, by the calls that SQLite makes; what else
 * the server does goes on. Resolves when every thread is watched.
 */
async function sicken(error: 'EIO' | 'EROFS'): Promise<void> {
  const files = ['', '-wal', '-shm'].map((end) => join(server.dataDir, `journal.sqlite${end}`)).filter(existsSync);
  const calls = 'pwrite64,fdatasync,fsync,ftruncate';
  const words = ['-f', '-e', `trace=${calls}`, '-e', `inject=${calls}:error=${error}`, '-p', String(server.pid)];
  const child = spawn('strace', [...files.flatMap((file) => ['-P', file]), ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  sick = child;
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.once('error', (cause) => (said += `strace is missing: ${cause.message}`));
  await until('strace watches the server (it and the right to trace a process are needed)', 10_000, () => {
    if (/missing|Operation not permitted|attach: /.test(said)) throw new Error(said);
    return said.includes('attached');
  });
}

async function heal(): Promise<void> {
  const child = sick;
  sick = null;
  if (child === null || child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  await ended;
}

const health = async () => healthSchema.parse(await (await fetch(`${server.origin}/healthz`)).json());

test.each(['EIO', 'EROFS'] as const)(
  '[STO11] a disk that answers %s: refused and told, nothing acknowledged is lost, the rest goes on, and so does it by itself',
  async (error) => {
    const secretariat = new Caller(server.origin);
    const token = new URL(server.links.get('secretariat') ?? '').hash.slice(1);
    secretariat.cookies.push((await signIn(server.origin, token)).cookie);
    const { id } = await createSmallConference(secretariat);
    const socket: TestSocket = secretariat.socket();
    const told: JournalState['state'][] = [];
    socket.on('journalState', ({ conference, state }) => {
      if (conference === id) told.push(state);
    });
    let beats = 0;
    socket.on('beat', () => (beats += 1));
    await socket.emitWithAck('hello', { conference: id, since: {} });

    const kept: string[] = [];
    const refused: string[] = [];
    const press = async (name: string): Promise<boolean> => {
      const ack = await secretariat.command(id, { type: 'addBridges', bridges: [bridgeInput(name)] });
      if (ack.ok) kept.push(name);
      else refused.push(ack.code);
      return ack.ok;
    };
    for (let turn = 0; turn < 5; turn++) await press(`Trước ${turn}`);
    await sicken(error);
    const began = performance.now();
    for (let turn = 0; await press(`Lúc ${turn}`); turn++) if (turn > 50) throw new Error('the disk is well');
    await until('the screen is told', REFUSED_WITHIN_MS, () => told.at(-1) === 'refusing');
    const refusedMs = performance.now() - began;
    expect(server.output).toContain('KHÔNG GHI ĐƯỢC');

    // Screens: read, measured, in step. Pictures are another machine's: their state stays what it was.
    const before = { beats, media: (await health()).media };
    expect((await secretariat.snapshot(id)).text).toContain('Trước 4');
    expect((await socket.timeout(2_000).emitWithAck('clock')).now).toBeGreaterThan(0);
    await until('beats go on', 15_000, () => beats > before.beats);
    expect(await health()).toMatchObject({ journal: { state: 'refusing' }, media: before.media });
    expect(await press('Vẫn hỏng')).toBe(false);
    expect(new Set(refused)).toEqual(new Set(['journal-unavailable']));

    await heal();
    const healed = performance.now();
    await until('it goes on by itself', 15_000, () => told.at(-1) === 'ok');
    const backMs = performance.now() - healed;
    expect(await press('Sau')).toBe(true);
    socket.close();
    expect(told).toEqual(['ok', 'refusing', 'ok']);
    await holds(id, kept);
    tellFigure(`X04 ${error}: refused and told after ${Math.round(refusedMs)} ms, back after ${Math.round(backMs)} ms`);
    expect(refusedMs).toBeLessThan(REFUSED_WITHIN_MS);
    expect(backMs).toBeLessThan(BACK_WITHIN_MS);
  },
  120_000,
);

type Conference = Awaited<ReturnType<typeof createSmallConference>>['id'];

/** Every name that was acknowledged stands in the journal once, and its chain is whole. */
async function holds(id: Conference, kept: readonly string[]): Promise<void> {
  const store = await openSqliteStore(join(server.dataDir, 'journal.sqlite'));
  try {
    expect(await store.journal.verify(id)).toBeNull();
    const recorded = await store.journal.read(id, 0, 10_000);
    const names = recorded.flatMap(({ event }) =>
      event.type === 'bridgesAdded' ? event.bridges.map(({ name }) => name) : [],
    );
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.filter((name) => names.filter((one) => one.endsWith(name)).length !== 1)).toEqual([]);
  } finally {
    await store.close();
  }
}

test('[STO11] the control: whoever answers before the disk has it says yes to what is lost', async () => {
  const journal = createMemoryJournal();
  const broken: Journal = { ...journal, append: () => Promise.reject(new Error('SQLITE_IOERR_WRITE: disk I/O error')) };
  const options = {
    probe: () => Promise.reject(new Error('still')),
    hasRoom: async () => true,
    onChange: () => undefined,
  };
  const watch = new DiskWatch(options);
  const batch: Batch = { conference: HN, expectedSeq: 0, events: [], receipts: [], delegates: [] };
  expect(await earlyAnswer(broken).append(batch)).toEqual({ ok: true });
  await expect(watch.guarded(broken).append(batch)).rejects.toThrow('SQLITE_IOERR');
  expect(watch.refusing).toBe(true);
  expect(await journal.read(HN, 0, 10)).toEqual([]);
  watch.close();
});
