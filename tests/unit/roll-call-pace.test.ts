import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ConferenceDesk, type DeskOptions } from '../../server/application/conference-desk.ts';
import { RollCallPace } from '../../server/application/roll-call-pace.ts';
import type { Journal } from '../../server/store/journal.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import { type Actor, SYSTEM } from '../../shared/domain/actor.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { NOW } from '../support/builders.ts';
import { ADD_HALLS, actOn, CREATE, HN, savingEvery } from '../support/desk.ts';

const HOLD_MS = 8_000;

let journal: Journal;
let desk: ConferenceDesk;
let pace: RollCallPace;
let anGiang: BridgeId;
let quangBinh: BridgeId;
let last = 0;
let failing = false;
const newId = (): string => `pace-${++last}`;

const options = (): DeskOptions => ({
  journal,
  moment: (actor: Actor) => ({ now: Date.now(), newId, actor }),
  snapshots: savingEvery(1_000),
  onFault: () => undefined,
});

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOW });
  const kept = createMemoryJournal();
  failing = false;
  journal = {
    ...kept,
    append: async (batch) => {
      if (failing) throw new Error('the disk is full');
      return kept.append(batch);
    },
  };
  desk = await ConferenceDesk.open(HN, options());
  const act = actOn(desk);
  for (const command of [CREATE, ADD_HALLS, { type: 'startPreparation' }] as const) await act(command);
  const [, one, two] = bridgesInOrder(desk.state.bridges);
  if (one === undefined || two === undefined) throw new Error('no bridges');
  anGiang = one.bridgeId;
  quangBinh = two.bridgeId;
  pace = new RollCallPace(desk, newId);
});
afterEach(() => {
  pace.close();
  vi.useRealTimers();
});

const begin = (holdMs: number | null) =>
  actOn(desk)({ type: 'startRollCall', bridgeIds: [anGiang, quangBinh], holdMs });
const called = (of = desk): BridgeId | null => of.state.attendance.rollCall?.current?.bridgeId ?? null;
const onAir = () => desk.state.onair.mode;
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

test('[RCL20] with a pace the first is called and shown at once, the next when its time is over, by the system', async () => {
  await begin(HOLD_MS);
  await pass(1);
  expect(called()).toBe(anGiang);
  expect(onAir()).toEqual({ kind: 'manual', source: { kind: 'bridge', bridgeId: anGiang } });
  await pass(HOLD_MS - 2);
  expect(called()).toBe(anGiang);
  await pass(2);
  expect(called()).toBe(quangBinh);
  expect(onAir()).toEqual({ kind: 'manual', source: { kind: 'bridge', bridgeId: quangBinh } });
  const [recorded] = await journal.read(HN, desk.seq - 1, 1);
  expect(recorded?.actor).toEqual(SYSTEM);
});

test('[RCL21] without a pace nobody is called by itself', async () => {
  await begin(null);
  await pass(10 * HOLD_MS);
  expect(called()).toBeNull();
  await actOn(desk)({ type: 'callRoll', expectedBridgeId: null, bridgeId: anGiang });
  await pass(10 * HOLD_MS);
  expect(called()).toBe(anGiang);
});

test('[RCL22] at the end of the order the pace rests, and leaves who was passed over to the operator', async () => {
  await begin(HOLD_MS);
  await pass(2 * HOLD_MS);
  const { seq } = desk;
  await pass(60 * HOLD_MS);
  expect(called()).toBe(quangBinh);
  expect(desk.seq).toBe(seq);
});

test('[RCL23] a bridge that is called again by hand has its whole time anew', async () => {
  await begin(HOLD_MS);
  await pass(HOLD_MS / 2);
  await actOn(desk)({ type: 'callRoll', expectedBridgeId: anGiang, bridgeId: anGiang });
  await pass(HOLD_MS - 10);
  expect(called()).toBe(anGiang);
  await pass(20);
  expect(called()).toBe(quangBinh);
});

test('[RCL28] a pace that is stopped calls nobody, and goes on with a whole time for whoever is called', async () => {
  await begin(HOLD_MS);
  await pass(HOLD_MS / 2);
  await actOn(desk)({ type: 'paceRollCall', holdMs: null });
  await pass(10 * HOLD_MS);
  expect(called()).toBe(anGiang);
  expect(await actOn(desk)({ type: 'paceRollCall', holdMs: null })).toMatchObject({ code: 'nothing-to-change' });
  await actOn(desk)({ type: 'paceRollCall', holdMs: HOLD_MS });
  await pass(HOLD_MS - 10);
  expect(called()).toBe(anGiang);
  await pass(20);
  expect(called()).toBe(quangBinh);
});

test('[RCL24] the end of the roll call ends the pace, and the picture follows the floor again', async () => {
  await begin(HOLD_MS);
  await pass(HOLD_MS / 2);
  await actOn(desk)({ type: 'endRollCall' });
  const { seq } = desk;
  await pass(10 * HOLD_MS);
  expect(called()).toBeNull();
  expect(desk.seq).toBe(seq);
  expect(onAir()).toEqual({ kind: 'followFloor' });
});

test('[RCL25] a restart in between forgets neither the pace nor a time that has passed meanwhile', async () => {
  await begin(HOLD_MS);
  await pass(HOLD_MS / 2);
  pace.close();
  await pass(10 * HOLD_MS);
  expect(called()).toBe(anGiang);
  desk = await ConferenceDesk.open(HN, options());
  pace = new RollCallPace(desk, newId);
  await pass(1);
  expect(called()).toBe(quangBinh);
});

test('[RCL26] when the disk refuses it is tried again, not given up', async () => {
  await begin(HOLD_MS);
  await pass(1);
  failing = true;
  await pass(HOLD_MS + 3_500);
  expect(called()).toBe(anGiang);
  failing = false;
  await pass(1_000);
  expect(called()).toBe(quangBinh);
});

test('[RCL27] without its keeper nobody goes on', async () => {
  pace.close();
  await begin(HOLD_MS);
  await pass(10 * HOLD_MS);
  expect(called()).toBeNull();
});
