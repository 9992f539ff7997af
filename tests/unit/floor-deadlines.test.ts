import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ConferenceDesk, type DeskOptions } from '../../server/application/conference-desk.ts';
import { FloorDeadlines } from '../../server/application/floor-deadlines.ts';
import type { Journal } from '../../server/store/journal.ts';
import { type Actor, SYSTEM } from '../../shared/domain/actor.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { LINE_GRACE_MS } from '../../shared/domain/floor/decide-stage.ts';
import { speechOf } from '../../shared/domain/floor/floor.ts';
import { DEFAULT_RULES } from '../../shared/domain/floor/rules.ts';
import { type BridgeId, commandIdSchema, type SpeechId } from '../../shared/domain/ids.ts';
import { conferenceId, details, MINUTE, NOW } from '../support/builders.ts';
import { actOn, HN, prepare, savingEvery } from '../support/desk.ts';
import { type InProcess, openInProcess } from '../support/sqlite.ts';

let store: InProcess;
let journal: Journal;
let desk: ConferenceDesk;
let deadlines: FloorDeadlines;
let anGiang: BridgeId;
let speechId: SpeechId;
let last = 0;
let failing = false;
const newId = (): string => `deadline-${++last}`;

const options = (): DeskOptions => ({
  journal,
  moment: (actor: Actor) => ({ now: Date.now(), newId, actor }),
  snapshots: savingEvery(1_000),
  onFault: () => undefined,
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOW });
  store = openInProcess();
  failing = false;
  journal = {
    ...store.journal,
    append: async (batch) => {
      if (failing) throw new Error('the disk is full');
      return store.journal.append(batch);
    },
  };
  desk = await ConferenceDesk.open(HN, options());
  await prepare({ desk, act: actOn(desk) });
  await speak();
});
afterEach(() => {
  deadlines.close();
  store.close();
  vi.useRealTimers();
});

/** An Giang speaks on this desk, and its deadlines are watched. */
async function speak(): Promise<void> {
  const act = actOn(desk);
  const bridge = bridgesInOrder(desk.state.bridges)[1];
  if (bridge === undefined) throw new Error('no bridge');
  anGiang = bridge.bridgeId;
  await link('online');
  await act({
    type: 'registerSpeech',
    bridgeId: anGiang,
    kind: 'paper',
    subject: 'Chuyên đề',
    speaker: { fullName: null, positions: ['Bí thư'] },
    itemId: null,
    category: null,
    allottedMs: null,
    override: null,
  });
  const [first] = desk.state.floor.queue;
  if (first === undefined) throw new Error('nobody waits');
  speechId = first;
  await act({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: [] });
  await act({ type: 'beginSpeech', speechId });
  deadlines = new FloorDeadlines(desk, newId);
}

const link = (status: 'online' | 'lost', since = desk.now) =>
  desk.execute(SYSTEM, {
    id: commandIdSchema.parse(newId()),
    conference: desk.id,
    command: { type: 'reportBridgeLink', bridgeId: anGiang, link: status, since },
  });
const stage = (of = desk) => speechOf(of.state.floor, speechId)?.stage;
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

test('[DSK71] a bridge whose line does not come back loses the floor forty seconds after it went, not earlier', async () => {
  await pass(60_000);
  const gone = desk.now;
  await pass(5_000);
  await link('lost', gone);
  await pass(LINE_GRACE_MS - 5_000 - 1);
  expect(stage()).toMatchObject({ status: 'paused' });
  await pass(1);
  expect(stage()).toMatchObject({ status: 'spoken', endedAt: gone + LINE_GRACE_MS, cause: 'lineLost' });
  const [recorded] = await journal.read(HN, desk.seq - 1, 1);
  expect(recorded?.actor).toEqual(SYSTEM);
});

test('[DSK72] a line that comes back in time keeps the floor, and goes on with one speech', async () => {
  await link('lost');
  await pass(39_000);
  await link('online');
  await pass(10 * LINE_GRACE_MS);
  expect(stage()).toMatchObject({ status: 'speaking', run: { pauses: [{ cause: 'lineLost' }] } });
});

test('[DSK73] a restart in between forgets neither the deadline nor one that has passed meanwhile', async () => {
  await link('lost');
  await pass(20_000);
  deadlines.close();
  desk = await ConferenceDesk.open(HN, options());
  deadlines = new FloorDeadlines(desk, newId);
  await pass(19_999);
  expect(stage()).toMatchObject({ status: 'paused' });
  deadlines.close();
  await pass(30_000);
  expect(stage()).toMatchObject({ status: 'paused' });
  desk = await ConferenceDesk.open(HN, options());
  deadlines = new FloorDeadlines(desk, newId);
  await pass(1);
  expect(stage()).toMatchObject({ status: 'spoken', cause: 'lineLost' });
});

test('[DSK74] when the disk refuses it is tried again, not given up', async () => {
  await link('lost');
  failing = true;
  await pass(LINE_GRACE_MS + 3_500);
  expect(stage()).toMatchObject({ status: 'paused' });
  failing = false;
  await pass(1_000);
  expect(stage()).toMatchObject({ status: 'spoken', cause: 'lineLost' });
});

test('[DSK75] a speech paused by hand is nobody’s deadline', async () => {
  await actOn(desk)({ type: 'pauseSpeech', speechId });
  await pass(10 * LINE_GRACE_MS);
  expect(stage()).toMatchObject({ status: 'paused' });
});

test('[REH5] in a rehearsal the deadline is counted on the rehearsal’s own clock', async () => {
  deadlines.close();
  const { bridges } = desk.state;
  const rehearsal = conferenceId('tong-duyet');
  desk = await ConferenceDesk.open(rehearsal, options());
  const act = (command: Parameters<ReturnType<typeof actOn>>[0]) => actOn(desk)(command, { actor: SYSTEM });
  await act({
    type: 'createRehearsal',
    rehearsalOf: { conference: HN, clockOffsetMs: 17 * 60 * MINUTE },
    details,
    bridges: bridgesInOrder(bridges).map(({ link: _, losses: __, ...facts }) => facts),
    items: [],
    speeches: [],
    rules: DEFAULT_RULES,
  });
  await actOn(desk)({ type: 'openConference' });
  await speak();
  await link('lost');
  const gone = desk.now;
  expect(gone).toBe(Date.now() + 17 * 60 * MINUTE);
  await pass(LINE_GRACE_MS - 1);
  expect(stage()).toMatchObject({ status: 'paused' });
  await pass(1);
  expect(stage()).toMatchObject({ status: 'spoken', endedAt: gone + LINE_GRACE_MS });
});
