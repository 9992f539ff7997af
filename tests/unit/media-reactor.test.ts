import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MediaReactor } from '../../server/application/media-reactor.ts';
import type { MediaGateway, Permission } from '../../server/media/media-gateway.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { speechesOnFloor, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import type { BridgeId, SpeechId } from '../../shared/domain/ids.ts';
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import { type Bench, openBench, prepare } from '../support/desk.ts';
import { FakeRooms } from '../support/fake-rooms.ts';

const SILENT: Permission = { camera: true, microphone: false, screen: false, receives: true, hidden: false };

let bench: Bench;
let rooms: FakeRooms;
let gateway: MediaGateway | null;
let reactor: MediaReactor;
let faults: unknown[];
let anGiang: BridgeId;
let central: BridgeId;
let paper: SpeechId;
let atStart: readonly string[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  bench = await openBench();
  await prepare(bench);
  [central, anGiang] = bridgesInOrder(bench.desk.state.bridges).map(({ bridgeId }) => bridgeId) as [BridgeId, BridgeId];
  await bench.act(paperOf(anGiang));
  [paper] = bench.desk.state.floor.queue as [SpeechId];
  rooms = new FakeRooms();
  gateway = rooms;
  faults = [];
  let last = 0;
  reactor = new MediaReactor(bench.desk, {
    gateway: () => gateway,
    newId: () => `mic-${++last}`,
    onFault: (cause) => faults.push(cause),
  });
  await settled();
  atStart = rooms.calls.splice(0);
});
afterEach(() => {
  reactor.close();
  vi.useRealTimers();
});

const settled = (ms = 0): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const paperOf = (bridgeId: BridgeId): Command => ({
  type: 'registerSpeech',
  bridgeId,
  kind: 'paper',
  subject: 'Chuyên đề',
  speaker: { fullName: null, positions: ['Bí thư'] },
  itemId: null,
  category: null,
  allottedMs: 60_000,
  override: null,
});
/** Nobody is on the control line here: the rooms are what is tested. */
const call = (speechId = paper, expectedOnFloor: SpeechId | null = null) =>
  bench.act({ type: 'callSpeaker', speechId, expectedOnFloor, accepting: ['bridge-absent'] });
const permits = () => rooms.calls.filter((one) => one.startsWith('permit') || one.startsWith('remove'));
const stage = () => speechOnFloor(bench.desk.state.floor)?.stage.status;

describe('the room follows the journal', () => {
  test('[MED40] who joins is given what the journal gives, at the next look', async () => {
    rooms.enter(bridgeIdentity(central, 'pc'), SILENT);
    rooms.enter(bridgeIdentity(anGiang, 'pc'), { ...SILENT, microphone: true });
    reactor.look();
    await settled();
    expect(permits().toSorted()).toEqual(
      [`permit ${bridgeIdentity(anGiang, 'pc')} no mic`, `permit ${bridgeIdentity(central, 'pc')} mic`].toSorted(),
    );
  });

  test('[MED41] a call closes one microphone and opens the other without a new look', async () => {
    rooms.enter(bridgeIdentity(central, 'pc'), { ...SILENT, microphone: true });
    rooms.enter(bridgeIdentity(anGiang, 'pc'), SILENT);
    reactor.look();
    await settled();
    rooms.calls.length = 0;
    await call();
    await settled();
    expect(rooms.calls.toSorted()).toEqual(
      [`permit ${bridgeIdentity(anGiang, 'pc')} mic`, `permit ${bridgeIdentity(central, 'pc')} no mic`].toSorted(),
    );
  });

  test('[MED50] the room is made before it is looked into, once', () => {
    expect(atStart).toEqual(['rooms', `ensure stage-${bench.desk.id}`, 'list']);
  });

  test('[MED51] a call under way is not made again by the next fact', async () => {
    rooms.enter(bridgeIdentity(central, 'pc'), { ...SILENT, microphone: true });
    rooms.enter(bridgeIdentity(anGiang, 'pc'), SILENT);
    await settled(3_000);
    rooms.calls.length = 0;
    rooms.slowly = true;
    await call();
    await bench.act({ type: 'extendSpeech', speechId: paper, byMs: 60_000 });
    await settled();
    expect(permits()).toHaveLength(2);
  });

  test('[MED49] looks asked for during a look are made once, after it', async () => {
    for (let hint = 0; hint < 5; hint++) reactor.look();
    await settled();
    expect(rooms.calls.filter((one) => one === 'list')).toHaveLength(2);
  });

  test('[MED42] where all agree nothing is called', async () => {
    rooms.enter(bridgeIdentity(central, 'pc'), { ...SILENT, microphone: true });
    await settled(30_000);
    expect(permits()).toEqual([]);
  });

  test('[MED43] a call that failed is made again', async () => {
    rooms.enter(bridgeIdentity(central, 'pc'), { ...SILENT, microphone: true });
    rooms.enter(bridgeIdentity(anGiang, 'pc'), SILENT);
    await settled(3_000);
    rooms.calls.length = 0;
    rooms.failing = true;
    await call();
    await settled(3_000);
    expect(faults.length).toBeGreaterThan(0);
    rooms.failing = false;
    await settled(3_000);
    expect(rooms.guests.get(bridgeIdentity(anGiang, 'pc'))?.permission.microphone).toBe(true);
    expect(rooms.guests.get(bridgeIdentity(central, 'pc'))?.permission.microphone).toBe(false);
  });

  test('[MED44] a LiveKit that was restarted gets its room back and everybody’s permission', async () => {
    await settled();
    gateway = null;
    await call();
    await settled(3_000);
    gateway = rooms;
    rooms.enter(bridgeIdentity(anGiang, 'pc'), SILENT);
    reactor.look();
    await settled();
    expect(rooms.calls).toContain(`ensure stage-${bench.desk.id}`);
    expect(permits()).toEqual([`permit ${bridgeIdentity(anGiang, 'pc')} mic`]);
  });

  test('[MED45] who was shut out is removed, again and again, until let in anew', async () => {
    const identity = bridgeIdentity(anGiang, 'pc');
    rooms.enter(identity, SILENT);
    await settled(3_000);
    reactor.ban(identity);
    await settled();
    expect(rooms.guests.has(identity)).toBe(false);
    rooms.enter(identity, SILENT);
    await settled(3_000);
    expect(rooms.guests.has(identity)).toBe(false);
    reactor.unban(identity);
    rooms.enter(identity, SILENT);
    await settled(3_000);
    expect(rooms.guests.has(identity)).toBe(true);
  });

  test('[MED46] after it was closed nothing is called any more', async () => {
    reactor.close();
    await call();
    await settled(30_000);
    expect(rooms.calls).toEqual([]);
  });
});

describe('the called bridge is heard', () => {
  test('[MED47] a live microphone of the called bridge begins its speech, by the system’s command', async () => {
    rooms.enter(bridgeIdentity(anGiang, 'pc'), { ...SILENT, microphone: true });
    await settled(3_000);
    await call();
    await settled(3_000);
    expect(stage()).toBe('called');
    rooms.enter(bridgeIdentity(anGiang, 'pc'), { ...SILENT, microphone: true }, true);
    await settled(3_000);
    expect(stage()).toBe('speaking');
    const [recorded] = (await bench.journal.read(bench.desk.id, bench.desk.seq - 1, 1)).map(({ actor, event }) => [
      actor.seat,
      event.type,
    ]);
    expect(recorded).toEqual(['system', 'speechBegan']);
  });

  test('[MED48] another bridge’s microphone does not', async () => {
    await call();
    rooms.enter(bridgeIdentity(central, 'pc'), SILENT, true);
    await settled(3_000);
    expect(stage()).toBe('called');
  });

  test('[MED52] of several who were called each begins when it is heard itself', async () => {
    const rules = { ...bench.desk.state.floor.rules, mode: 'open', seats: 2 } as const;
    await bench.act({ type: 'adoptFloorRules', rules });
    const quangBinh = bridgesInOrder(bench.desk.state.bridges)[2]?.bridgeId;
    if (quangBinh === undefined) throw new Error('no third hall');
    await bench.act(paperOf(quangBinh));
    const second = bench.desk.state.floor.queue.at(-1);
    if (second === undefined) throw new Error('nobody waits');
    await call();
    await call(second, paper);
    const stages = () => speechesOnFloor(bench.desk.state.floor).map((one) => [one.bridgeId, one.stage.status]);
    rooms.enter(bridgeIdentity(anGiang, 'pc'), { ...SILENT, microphone: true }, true);
    await settled(3_000);
    expect(stages()).toEqual([
      [anGiang, 'speaking'],
      [quangBinh, 'called'],
    ]);
    rooms.enter(bridgeIdentity(quangBinh, 'pc'), { ...SILENT, microphone: true }, true);
    await settled(3_000);
    expect(stages()).toEqual([
      [anGiang, 'speaking'],
      [quangBinh, 'speaking'],
    ]);
  });
});
