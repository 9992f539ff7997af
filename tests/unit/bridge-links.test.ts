import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BridgeLinks } from '../../server/application/bridge-links.ts';
import { ConferenceDesk } from '../../server/application/conference-desk.ts';
import { MediaReactor } from '../../server/application/media-reactor.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { attendanceOf, branchOf } from '../../shared/domain/attendance/attendance.ts';
import { noFigure, presentIn, sumOf } from '../../shared/domain/attendance/figure.ts';
import { bridgeOf, bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { speechOf } from '../../shared/domain/floor/floor.ts';
import type { BridgeId, SpeechId } from '../../shared/domain/ids.ts';
import { bridgeOrder } from '../../shared/views/bridge-order.ts';
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import { NOW } from '../support/builders.ts';
import { actOn, type Bench, HN, openBench, prepare } from '../support/desk.ts';
import { FakeRooms } from '../support/fake-rooms.ts';

let bench: Bench;
let links: BridgeLinks;
let anGiang: BridgeId;
let last = 0;
const newId = (): string => `link-${++last}`;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  bench = await openBench();
  await prepare(bench);
  const bridge = bridgesInOrder(bench.desk.state.bridges)[1];
  if (bridge === undefined) throw new Error('no bridge');
  anGiang = bridge.bridgeId;
  links = new BridgeLinks(bench.desk, newId);
});
afterEach(() => {
  links.close();
  vi.useRealTimers();
});

const statusAfter = async (ms: number, desk = bench.desk) => {
  await vi.advanceTimersByTimeAsync(ms);
  return bridgeOf(desk.state.bridges, anGiang)?.link.status;
};

test('[BRG20] a bridge is there with its first screen', async () => {
  links.join(anGiang);
  expect(await statusAfter(0)).toBe('online');
});

test('[BRG21] a page that reloads is not a loss', async () => {
  const leave = links.join(anGiang);
  await statusAfter(0);
  const seq = bench.desk.seq;
  leave();
  await statusAfter(4_000);
  links.join(anGiang);
  expect(await statusAfter(60_000)).toBe('online');
  expect(bench.desk.seq).toBe(seq);
});

test('[BRG22] a bridge is lost five seconds after its last screen', async () => {
  const first = links.join(anGiang);
  const second = links.join(anGiang);
  first();
  expect(await statusAfter(60_000)).toBe('online');
  second();
  expect(await statusAfter(4_900)).toBe('online');
  expect(await statusAfter(200)).toBe('lost');
});

test('[DLV10] three tabs of a hall and its machine twice in the rooms are one bridge of the roll, one voice, one head-count', async () => {
  const rooms = new FakeRooms();
  const watches = { camera: true, microphone: false, screen: false, receives: true, hidden: false };
  // LiveKit keeps the newer of two of one name; another machine of the hall has a name of its own.
  for (const device of ['hall-1', 'hall-1', 'hall-2']) rooms.enter(bridgeIdentity(anGiang, device), watches);
  const reactor = new MediaReactor(bench.desk, { gateway: () => rooms, newId, onFault: () => undefined });
  const tabs = [links.join(anGiang), links.join(anGiang), links.join(anGiang)];
  await statusAfter(0);
  const report = {
    type: 'reportHeadcount',
    bridgeId: anGiang,
    expectedRevision: 0,
    signedBy: null,
    note: null,
  } as const;
  const categories = [{ category: 'Đại biểu', ...noFigure, expected: 1, onSite: 1 }];
  const reports = await Promise.all(tabs.map(() => bench.act({ ...report, categories, accepting: [] })));
  expect(reports.map(({ ok }) => ok)).toEqual([true, false, false]);
  const roll = () => {
    const { bridges, attendance } = bench.desk.state;
    return {
      online: bridgeOrder(bridges).online,
      present: presentIn(sumOf(branchOf(attendanceOf(attendance, anGiang)))),
    };
  };
  expect(roll()).toEqual({ online: 1, present: 1 });
  expect(reactor.voiceOf(anGiang)).toBe('hall-1');
  for (const leave of tabs.slice(1)) leave();
  await statusAfter(60_000);
  expect(roll()).toEqual({ online: 1, present: 1 });
  reactor.close();
});

test('[DLV10] tabs that are counted each by itself lose the bridge with the first that closes', async () => {
  const own = [1, 2, 3].map(() => new BridgeLinks(bench.desk, newId));
  const [leave] = own.map((one) => one.join(anGiang));
  expect(await statusAfter(0)).toBe('online');
  leave?.();
  expect(await statusAfter(5_100)).toBe('lost');
  for (const one of own) one.close();
});

test('[BRG23] after the server’s own restart everyone has twenty seconds to come back', async () => {
  links.join(anGiang);
  await statusAfter(0);
  const again = await ConferenceDesk.open(HN, bench.options);
  const after = new BridgeLinks(again, newId);
  expect(await statusAfter(19_000, again)).toBe('online');
  expect(await statusAfter(1_100, again)).toBe('lost');
  after.close();
});

test('[BRG24] who does come back after the restart was never lost', async () => {
  links.join(anGiang);
  await statusAfter(0);
  const again = await ConferenceDesk.open(HN, bench.options);
  const after = new BridgeLinks(again, newId);
  await statusAfter(10_000, again);
  after.join(anGiang);
  expect(await statusAfter(60_000, again)).toBe('online');
  expect(again.seq).toBe(bench.desk.seq);
  after.close();
});

test('[BRG25] the clock of whoever spoke stands still from the moment the line went, not from when it was noticed', async () => {
  let elapsed = 0;
  const options = {
    ...bench.options,
    moment: (actor: Actor) => ({ ...bench.options.moment(actor), now: NOW + elapsed }),
  };
  const desk = await ConferenceDesk.open(HN, options);
  const own = new BridgeLinks(desk, newId);
  const pass = async (ms: number): Promise<void> => {
    elapsed += ms;
    await vi.advanceTimersByTimeAsync(ms);
  };
  const leave = own.join(anGiang);
  await pass(1_000);
  const speechId = await speaking(desk);
  await pass(60_000);
  leave();
  const gone = NOW + elapsed;
  await pass(5_000);
  const stage = () => speechOf(desk.state.floor, speechId)?.stage;
  expect(stage()).toMatchObject({ status: 'paused', run: { held: { since: gone, cause: 'lineLost' } } });
  await pass(10_000);
  own.join(anGiang);
  await pass(0);
  expect(stage()).toMatchObject({
    status: 'speaking',
    run: { held: null, pauses: [{ from: gone, to: gone + 15_000, cause: 'lineLost' }] },
  });
  own.close();
});

/** An Giang has the floor and is heard. */
async function speaking(desk: ConferenceDesk): Promise<SpeechId> {
  const act = actOn(desk);
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
  const [speechId] = desk.state.floor.queue;
  if (speechId === undefined) throw new Error('nobody waits');
  const calling = { type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: [] } satisfies Command;
  expect(await act(calling)).toMatchObject({ ok: true });
  expect(await act({ type: 'beginSpeech', speechId })).toMatchObject({ ok: true });
  return speechId;
}
