import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type ConferenceDesk, type DeskOptions } from '../../server/application/conference-desk.ts';
import { Desks } from '../../server/application/desks.ts';
import { PeopleRetention } from '../../server/application/people-retention.ts';
import { personRecord } from '../../server/application/person-record.ts';
import { verifyPlace } from '../../server/archive/verify-archive.ts';
import { openSqliteStore, type Store } from '../../server/store/sqlite-store.ts';
import { actorSchema } from '../../shared/domain/actor.ts';
import type { Command } from '../../shared/domain/command.ts';
import { commandIdSchema } from '../../shared/domain/ids.ts';
import { erasedPersonSchema } from '../../shared/protocol/archive.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';
import {
  delegateNamed,
  delegatesOf,
  exportFolder,
  type HeldOnServer,
  holdConference,
  RARE,
  SPEAKER,
} from '../support/archived-conference.ts';
import { bridgeInput, details, secretariat } from '../support/builders.ts';
import { HN, savingEvery } from '../support/desk.ts';
import { filesWith } from '../support/files-with.ts';
import { ballot } from '../support/records-builders.ts';
import { Caller, startTestServer, type TestServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let held: HeldOnServer;

beforeAll(async () => {
  server = await startTestServer();
  held = await holdConference(server);
}, 120_000);
afterAll(() => server.stop());

const personPath = (delegateId: string): string => `/api/conferences/${held.small.id}/people/${delegateId}`;
const staffText = async (): Promise<string> => (await held.secretariat.snapshot(held.small.id, 'staff')).text;
const chainHolds = async (): Promise<boolean> => {
  const store = await openSqliteStore(join(server.dataDir, 'journal.sqlite'));
  const changed = await store.journal.verify(held.small.id);
  await store.close();
  return changed === null;
};

test('[PPL1] everything that is stored about one person is told, to the secretariat alone', async () => {
  const response = await held.secretariat.fetch(personPath(held.hong));
  expect(await response.json()).toMatchObject({
    delegate: { fullName: SPEAKER, mark: 'late', number: '001' },
    bridge: 'Điểm cầu An Giang',
    speeches: [{ subject: 'Công tác cán bộ', status: 'spoken' }],
    awards: [{ name: 'Bằng khen', as: 'recipient' }],
    lines: expect.arrayContaining([expect.objectContaining({ type: 'delegateCheckedIn' })]),
  });
  const director = await Caller.signedIn(server, { seat: 'director', conference: held.small.id });
  for (const method of ['GET', 'DELETE']) {
    expect((await director.fetch(personPath(held.hong), { method })).status).toBe(403);
    expect((await held.secretariat.fetch(personPath('nobody'), { method })).status).toBe(404);
  }
});

test('[PPL2] who is erased is in no list, no search, no speech and no file; marks, counts and chain stay', async () => {
  const rare = await delegateNamed(held.secretariat, held.small.id, RARE);
  const totals = (await held.state()).attendance.totals;
  expect(await filesWith(server.dataDir, 'zwyxvut')).not.toEqual([]);
  for (const [delegateId, entries] of [
    [held.hong, 3],
    [rare, 1],
  ] as const) {
    const response = await held.secretariat.fetch(personPath(delegateId), { method: 'DELETE' });
    expect(erasedPersonSchema.parse(await response.json())).toEqual({ erased: entries });
  }
  const rows = await delegatesOf(held.secretariat, held.small.id);
  expect(rows.find(({ delegateId }) => delegateId === held.hong)).toMatchObject({
    fullName: null,
    positions: [],
    number: null,
    seat: null,
    mark: 'late',
    homeUnit: 'Tỉnh ủy An Giang',
  });
  for (const words of [SPEAKER, 'bich hong', '001', 'zwyxvut']) {
    expect([words, await delegatesOf(held.secretariat, held.small.id, words)]).toEqual([words, []]);
  }
  expect(await staffText()).not.toContain(SPEAKER);
  expect((await held.state()).attendance.totals).toEqual(totals);
  expect(await filesWith(server.dataDir, 'zwyxvut')).toEqual([]);
  expect(await chainHolds()).toBe(true);
}, 60_000);

test('[PPL3] others of the same name in other posts keep theirs', async () => {
  const presenter = (await held.state()).records.awards[0]?.presenter;
  expect(presenter).toMatchObject({ fullName: 'Vũ Đình Chủ' });
});

test('[PPL4] a screen that stands open is given the whole state anew, and no patch that keeps the name', async () => {
  const { secretariat: caller, small } = held;
  const [one] = await delegatesOf(caller, small.id, 'Lê Văn Vắng');
  if (one === undefined) throw new Error('he is on no list');
  const socket = caller.socket();
  const { seq } = await caller.snapshot(small.id, 'staff');
  const heard: string[] = [];
  let greeted = 0;
  const hello = (since: number) =>
    socket.emit('hello', { conference: small.id, since: { staff: since } }, () => {
      greeted += 1;
    });
  socket.on('patch', ({ through }) => heard.push(`patch ${through}`));
  socket.on('snapshot', ({ seq: at }) => heard.push(`snapshot ${at}`));
  // As the screens do: behind the beat, they ask.
  socket.on('beat', ({ stream, seq: at }) => stream === 'staff' && at > seq && hello(seq));
  socket.on('connect', () => hello(seq));
  if (socket.connected) hello(seq);
  await until('the screen is greeted', 10_000, () => Promise.resolve(greeted > 0));
  heard.splice(0);
  await caller.fetch(personPath(one.delegateId), { method: 'DELETE' });
  await until('a snapshot came', 10_000, () => Promise.resolve(heard.length > 0));
  socket.close();
  expect(heard[0]).toBe(`snapshot ${seq + 1}`);
});

test('[PPL5] what is exported afterwards is without the name, and verified', async () => {
  const folder = await exportFolder(held.secretariat, held.small.id);
  expect((await verifyPlace(folder, { key: null })).ok).toBe(true);
  for (const file of ['people.jsonl', 'delegates.jsonl', 'index.html']) {
    expect(await readFile(join(folder, file), 'utf8')).not.toContain(SPEAKER);
  }
  await rm(folder, { recursive: true });
});

/** The parts of a server that forget people, on a clock of its own. */
async function kept(dataDir: string, aheadMs: () => number) {
  const store: Store = await openSqliteStore(join(dataDir, 'journal.sqlite'));
  const faults: unknown[] = [];
  const options: DeskOptions = {
    journal: store.journal,
    moment: (actor) => ({ now: Date.now() + aheadMs(), newId: randomUUID, actor }),
    snapshots: savingEvery(5),
    onFault: (cause) => faults.push(cause),
  };
  const desks: Desks = new Desks(options, (desk) => retention.watch(desk));
  const retention: PeopleRetention = new PeopleRetention({
    people: store.people,
    desks,
    newId: randomUUID,
    onFault: options.onFault,
    onErased: () => Promise.resolve(),
  });
  const act = async (command: Command, actor = secretariat): Promise<void> => {
    const ack = await desks.execute(actor, { id: commandIdSchema.parse(randomUUID()), conference: HN, command });
    if (!ack.ok) throw new Error(`${command.type}: ${ack.code}`);
  };
  const close = async (): Promise<void> => {
    await retention.close();
    await desks.close();
    await store.close();
  };
  return { store, desks, act, faults, close };
}

const DAY_MS = 86_400_000;
const person = { fullName: 'Đỗ Văn Bình', positions: ['Giám đốc'] };
const delegate = { ...person, category: 'Đại biểu', homeUnit: 'Sở', delegation: 'An Giang', role: null, seat: null };

async function held30(dataDir: string): Promise<void> {
  const { desks, act, close } = await kept(dataDir, () => 0);
  await act({ type: 'createConference', details });
  const hall = bridgeInput('tỉnh An Giang', { chairs: [person] });
  await act({ type: 'addBridges', bridges: [bridgeInput('Trung ương', { central: true }), hall] });
  const bridges = (await desks.find(HN))?.state.bridges.byId;
  const bridgeId = bridges?.shards.flatMap((shard) => [...shard.values()]).find(({ tier }) => tier === 1)?.bridgeId;
  if (bridgeId === undefined) throw new Error('there is no hall');
  const delegates = Array.from({ length: 150 }, (_, at) => ({ ...delegate, number: String(at) }));
  for (let round = 0; round < 8; round++) await act({ type: 'registerDelegates', bridgeId, delegates });
  await act({ type: 'openConference' });
  await act({ type: 'closeConference' });
  await act({ type: 'keepPeople', days: 30 });
  await close();
}

const namesIn = async (desk: ConferenceDesk | null): Promise<boolean> =>
  desk !== null && JSON.stringify(encodeState(desk.state)).includes(person.fullName);

test('[PPL6] when the time is up everybody is forgotten, also after a restart, and not a day before', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'diem-cau-people-'));
  await held30(dataDir);
  const early = await kept(dataDir, () => 29 * DAY_MS);
  const waiting = await early.desks.find(HN);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([await early.store.people.isSomebodyLeft(HN), await namesIn(waiting)]).toEqual([true, true]);
  await early.close();

  const late = await kept(dataDir, () => 31 * DAY_MS);
  const desk = await late.desks.find(HN);
  const seq = desk?.seq ?? 0;
  await until('the erasure is recorded', 30_000, () => Promise.resolve((desk?.seq ?? 0) > seq));
  expect([await late.store.people.isSomebodyLeft(HN), await namesIn(desk)]).toEqual([false, false]);
  const [recorded] = await late.store.journal.read(HN, seq, 10);
  expect(recorded?.event).toMatchObject({ type: 'peopleErased', people: 1_201, by: 'time' });
  expect(await late.store.journal.verify(HN)).toBeNull();
  await late.close();
  expect(late.faults).toEqual([]);

  const again = await kept(dataDir, () => 32 * DAY_MS);
  const reopened = await again.desks.find(HN);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect([reopened?.seq, await namesIn(reopened)]).toEqual([seq + 1, false]);
  await again.close();
  await rm(dataDir, { recursive: true });
}, 120_000);

test('[PPL7] of votes it is told that somebody took part, never the answer', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'diem-cau-votes-'));
  const { store, desks, act, close } = await kept(dataDir, () => 0);
  await act({ type: 'createConference', details });
  await act({ type: 'addBridges', bridges: [bridgeInput('Trung ương', { central: true })] });
  const bridgeId = (await desks.find(HN))?.state.bridges.centralId;
  if (bridgeId == null) throw new Error('there is no centre');
  await act({ type: 'registerDelegates', bridgeId, delegates: [{ ...delegate, number: '1' }] });
  await act({ type: 'openConference' });
  const query = { conference: HN, bridge: null, delegation: null, words: '', rungs: [], after: null, limit: 9 };
  const delegateId = (await store.delegates(query)).rows[0]?.delegateId;
  if (delegateId === undefined) throw new Error('nobody is there');
  await act({ type: 'checkInDelegate', bridgeId, delegateId, way: 'list', online: false, seenAt: null });
  for (const manner of ['open', 'secret'] as const) {
    await act({ type: 'prepareBallot', ballot: ballot({ manner, question: `Câu hỏi ${manner}`, quorumPercent: 0 }) });
    const ballotId = (await desks.find(HN))?.state.ballots.list.at(-1)?.ballotId;
    if (ballotId === undefined) throw new Error('there is no ballot');
    await act({ type: 'openBallot', ballotId });
    const actor = actorSchema.parse({ seat: 'delegate', session: delegateId, bridgeId });
    await act({ type: 'castVote', ballotId, delegateId, option: 1 }, actor);
  }
  const traces = await store.people.traces(HN, delegateId);
  const state = (await desks.find(HN))?.state;
  if (traces === null || state === undefined) throw new Error('nothing is known');
  const record = personRecord(state, traces);
  expect(record.votes.toSorted()).toEqual(['Câu hỏi open', 'Câu hỏi secret']);
  expect(z.string().parse(JSON.stringify(record))).not.toContain('"option"');
  await close();
  await rm(dataDir, { recursive: true });
});
