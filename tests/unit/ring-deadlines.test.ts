import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ConferenceDesk, type DeskOptions } from '../../server/application/conference-desk.ts';
import { RingDeadlines } from '../../server/application/ring-deadlines.ts';
import type { Journal } from '../../server/store/journal.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import { SYSTEM } from '../../shared/domain/actor.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import { callOf, RING_MS } from '../../shared/domain/messages/message.ts';
import { NOW } from '../support/builders.ts';
import { actOn, HN, prepare, savingEvery } from '../support/desk.ts';

let journal: Journal;
let desk: ConferenceDesk;
let deadlines: RingDeadlines;
let central: BridgeId;
let anGiang: BridgeId;
let last = 0;
const newId = (): string => `ring-${++last}`;

const options = (): DeskOptions => ({
  journal,
  moment: (actor) => ({ now: Date.now(), newId, actor }),
  snapshots: savingEvery(1_000),
  onFault: () => undefined,
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOW });
  journal = createMemoryJournal();
  desk = await ConferenceDesk.open(HN, options());
  await prepare({ desk, act: actOn(desk) });
  [central, anGiang] = bridgesInOrder(desk.state.bridges).map(({ bridgeId }) => bridgeId) as [BridgeId, BridgeId];
  deadlines = new RingDeadlines(desk, newId);
});
afterEach(() => {
  deadlines.close();
  vi.useRealTimers();
});

const ring = (bridgeId: BridgeId) => actOn(desk)({ type: 'ringBridge', bridgeId });
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const stageOf = (bridgeId: BridgeId, of = desk) => {
  const stage = callOf(of.state.messages, bridgeId)?.stage;
  return stage?.status === 'over' ? stage.ending : stage?.status;
};

test('[WAT20] a ring that nobody answers ends after sixty seconds, by the system, and not before', async () => {
  await ring(anGiang);
  await pass(RING_MS - 1);
  expect(stageOf(anGiang)).toBe('ringing');
  await pass(1);
  expect(stageOf(anGiang)).toBe('missed');
  expect((await journal.read(HN, desk.seq - 1, 1)).map(({ actor }) => actor)).toEqual([SYSTEM]);
});

test('[WAT20] a ring that was answered goes on', async () => {
  await ring(anGiang);
  const callId = callOf(desk.state.messages, anGiang)?.callId;
  if (callId === undefined) throw new Error('nothing rings');
  const answer = { type: 'answerCall', bridgeId: anGiang, callId, device: deviceSchema.parse('phone-1') } as const;
  await actOn(desk)(answer, { actor: { seat: 'operator', session: 'o', bridgeId: anGiang } });
  await pass(2 * RING_MS);
  expect(stageOf(anGiang)).toBe('talking');
});

test('[WAT20] of several that ring each ends in its own time', async () => {
  await ring(anGiang);
  await pass(20_000);
  await ring(central);
  await pass(40_000);
  expect([stageOf(anGiang), stageOf(central)]).toEqual(['missed', 'ringing']);
  await pass(20_000);
  expect(stageOf(central)).toBe('missed');
});

test('[WAT20] a ring that a restart came over ends at the next start', async () => {
  await ring(anGiang);
  deadlines.close();
  await pass(2 * RING_MS);
  const again = await ConferenceDesk.open(HN, options());
  expect(stageOf(anGiang, again)).toBe('ringing');
  deadlines = new RingDeadlines(again, newId);
  await pass(1);
  expect(stageOf(anGiang, again)).toBe('missed');
});
