import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mountSmallDisk, type SmallDisk } from '../../scripts/small-disk.ts';
import { DiskWatch } from '../../server/guard/disk-watch.ts';
import { JournalRefuses } from '../../server/store/journal.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { healthSchema } from '../../shared/protocol/http.ts';
import type { JournalState } from '../../shared/protocol/journal-state.ts';
import { bridgeInput } from '../support/builders.ts';
import { HN } from '../support/desk.ts';
import { tellFigure } from '../support/tell-figure.ts';
import { Caller, connected, createSmallConference, startTestServer, type TestServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

const MEGABYTES = 16;
const BATCH = { conference: HN, expectedSeq: 0, events: [], receipts: [], delegates: [] };

let disk: SmallDisk;
let server: TestServer;
beforeAll(async () => {
  disk = mountSmallDisk(MEGABYTES);
  server = await startTestServer({ DATA_DIR: disk.path });
}, 60_000);
afterAll(async () => {
  await server.stop().catch(() => undefined);
  disk.remove();
});

const stateOf = async (): Promise<string> =>
  healthSchema.parse(await (await fetch(`${server.origin}/healthz`)).json()).journal.state;

test('[STO4] a full disk: commands are refused and every screen told, nothing acknowledged is lost, and it goes on by itself', async () => {
  const secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  const { id } = await createSmallConference(secretariat);
  const socket = secretariat.socket();
  expect(await connected(socket)).toBe('connected');
  const told: JournalState['state'][] = [];
  socket.on('journalState', ({ conference, state }) => {
    if (conference === id) told.push(state);
  });
  const hello = await socket.emitWithAck('hello', { conference: id, since: {} });
  expect(hello.ok).toBe(true);
  await until('the state is told at the hello', 5_000, () => told.length === 1);

  const kept: string[] = [];
  const outcomes = new Set<string>();
  const press = async (name: string): Promise<boolean> => {
    const ack = await secretariat.command(id, { type: 'addBridges', bridges: [bridgeInput(name)] });
    outcomes.add(ack.ok ? 'ok' : ack.code);
    if (ack.ok) kept.push(name);
    return ack.ok;
  };
  for (let i = 0; i < 5; i++) await press(`Trước ${i}`);
  disk.fill();
  for (let i = 0; (await press(`Lúc ${i}`)) && i < 2_000; i++);
  const refusedAt = performance.now();
  await until('the screen is told', 2_000, () => told.at(-1) === 'refusing');
  tellFigure(`X04 the screens know ${Math.round(performance.now() - refusedAt)} ms after the first refusal (aim 1 s)`);
  expect(await stateOf()).toBe('refusing');
  // Reading goes on: the state, the pages, whoever signs in with what is there.
  expect((await secretariat.snapshot(id)).seq).toBeGreaterThan(5);
  expect(await press('Vẫn đầy')).toBe(false);
  await pause(2_500);
  expect([await stateOf(), [...outcomes].toSorted()]).toEqual(['refusing', ['journal-unavailable', 'ok']]);

  disk.free();
  const freed = performance.now();
  await until('it goes on by itself', 15_000, () => told.at(-1) === 'ok');
  tellFigure(`X04 service after space is back: ${Math.round(performance.now() - freed)} ms (aim 5 s)`);
  expect(await press('Sau')).toBe(true);
  expect(await stateOf()).toBe('ok');
  expect(told).toEqual(['ok', 'refusing', 'ok']);
  socket.close();

  const { text } = await secretariat.snapshot(id);
  for (const name of kept) expect(text).toContain(name);
  const store = await openSqliteStore(`${disk.path}/journal.sqlite`);
  expect(await store.journal.verify(id)).toBeNull();
  const recorded = await store.journal.read(id, 0, 10_000);
  await store.close();
  const names = recorded.flatMap(({ event }) =>
    event.type === 'bridgesAdded' ? event.bridges.map(({ name }) => name) : [],
  );
  expect(kept.filter((name) => names.filter((one) => one.endsWith(name)).length !== 1)).toEqual([]);
}, 90_000);

test('[STO5] while it refuses nothing is tried; without the probe it would refuse for ever', async () => {
  let takes = false;
  let tries = 0;
  const journal = createMemoryJournal();
  const broken = {
    ...journal,
    append: async () => {
      tries += 1;
      throw new Error('SQLITE_FULL: database or disk is full');
    },
  };
  const watchWith = (probe: () => Promise<void>) =>
    new DiskWatch({ probe, hasRoom: async () => true, onChange: () => undefined, probeMs: 5 });
  const probed = watchWith(async () => {
    if (!takes) throw new Error('SQLITE_FULL: database or disk is full');
  });
  const unprobed = watchWith(() => new Promise(() => undefined));
  for (const watch of [probed, unprobed]) {
    tries = 0;
    const guarded = watch.guarded(broken);
    await expect(guarded.append(BATCH)).rejects.toThrow('SQLITE_FULL');
    await expect(guarded.append(BATCH)).rejects.toBeInstanceOf(JournalRefuses);
    expect([tries, watch.refusing]).toEqual([1, true]);
  }
  takes = true;
  await until('the probe comes through', 2_000, () => !probed.refusing);
  await pause(50);
  expect(unprobed.refusing).toBe(true);
  for (const watch of [probed, unprobed]) watch.close();
});

test('[STO5] a fault that is not of the disk stops nobody, and no snapshot takes the last room', async () => {
  const journal = createMemoryJournal();
  let saved = 0;
  let room = false;
  const faulty = {
    ...journal,
    append: async () => {
      throw new Error('command x has its receipt already');
    },
    saveSnapshot: async () => void (saved += 1),
  };
  const watch = new DiskWatch({
    probe: async () => undefined,
    hasRoom: async () => room,
    onChange: () => undefined,
  });
  const guarded = watch.guarded(faulty);
  await expect(guarded.append(BATCH)).rejects.toThrow('receipt');
  expect(watch.refusing).toBe(false);
  await guarded.saveSnapshot(HN, { seq: 1, code: '', state: '' });
  room = true;
  await guarded.saveSnapshot(HN, { seq: 1, code: '', state: '' });
  expect(saved).toBe(1);
});
