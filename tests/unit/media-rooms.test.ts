import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MediaReactor } from '../../server/application/media-reactor.ts';
import type { MediaGateway, Permission } from '../../server/media/media-gateway.ts';
import { STAGE } from '../../server/media/room-plan.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { BridgeId, SpeechId } from '../../shared/domain/ids.ts';
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import { type Bench, openBench, prepare } from '../support/desk.ts';
import { FakeRooms } from '../support/fake-rooms.ts';

const SILENT: Permission = { camera: true, microphone: false, screen: false, receives: true, hidden: false };

let bench: Bench;
let rooms: FakeRooms;
let gateway: MediaGateway | null;
let reactor: MediaReactor;
let anGiang: BridgeId;
let central: BridgeId;
let paper: SpeechId;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  bench = await openBench();
  await prepare(bench);
  [central, anGiang] = bridgesInOrder(bench.desk.state.bridges).map(({ bridgeId }) => bridgeId) as [BridgeId, BridgeId];
  await bench.act(paperOf(anGiang));
  [paper] = bench.desk.state.floor.queue as [SpeechId];
  rooms = new FakeRooms();
  gateway = rooms;
  let last = 0;
  reactor = new MediaReactor(bench.desk, {
    gateway: () => gateway,
    newId: () => `mic-${++last}`,
    onFault: () => undefined,
  });
  await settled();
  rooms.calls.length = 0;
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

describe('several rooms', () => {
  const check = (bridgeId: BridgeId) => bench.act({ type: 'startLineCheck', bridgeId, accepting: ['leaves-program'] });
  const roomWith = (bridgeId: BridgeId) => `private_${bench.desk.id}_${bridgeId}`;
  const hall = () => bridgeIdentity(anGiang, 'hall-1');
  const technician = 'technician_s1_pc';
  const IN_TALK: Permission = { ...SILENT, microphone: true };

  test('[MED70] a check opens its room at once, and its end takes the room away with everybody in it', async () => {
    await check(anGiang);
    await settled();
    expect(rooms.calls).toContain(`ensure ${roomWith(anGiang)}`);
    await bench.act({ type: 'abandonLineCheck', bridgeId: anGiang });
    await settled();
    expect(rooms.calls).toContain(`close ${roomWith(anGiang)}`);
    expect(rooms.open.has(roomWith(anGiang))).toBe(false);
  });

  test('[MED70] a room that could not be closed is closed later; one left over from before a start too', async () => {
    await check(anGiang);
    await settled();
    rooms.failing = true;
    await bench.act({ type: 'abandonLineCheck', bridgeId: anGiang });
    await settled();
    rooms.failing = false;
    await settled(3_000);
    expect(rooms.open.has(roomWith(anGiang))).toBe(false);
    rooms.in(roomWith(central));
    rooms.in(`private_${bench.desk.id}2_${central}`);
    gateway = null;
    reactor.look();
    await settled();
    gateway = rooms;
    reactor.look();
    await settled();
    expect([...rooms.open.keys()]).toEqual([`stage-${bench.desk.id}`, `private_${bench.desk.id}2_${central}`]);
  });

  test('[MED71] the hall is put out of the private room by the very fact that lets everybody hear it', async () => {
    await check(anGiang);
    await settled();
    const talk = rooms.in(roomWith(anGiang));
    rooms.enter(hall(), SILENT);
    rooms.enter(hall(), IN_TALK, false, talk);
    rooms.enter(technician, IN_TALK, false, talk);
    reactor.look();
    await settled();
    expect([...talk.keys()]).toEqual([hall(), technician]);
    await call();
    await settled();
    expect([...talk.keys()]).toEqual([technician]);
    expect(rooms.guests.get(hall())?.permission.microphone).toBe(true);
  });

  test('[MED72] who was shut out is out of every room', async () => {
    await check(anGiang);
    await settled();
    const talk = rooms.in(roomWith(anGiang));
    rooms.enter(hall(), SILENT);
    rooms.enter(hall(), IN_TALK, false, talk);
    reactor.look();
    await settled();
    reactor.ban(hall());
    await settled();
    expect([talk.size, rooms.guests.size]).toEqual([0, 0]);
  });

  test('[MED73] the machine that has the voice keeps it when another comes, and leaves it when it goes', async () => {
    await call();
    rooms.enter(hall(), SILENT);
    await settled(3_000);
    rooms.enter(bridgeIdentity(anGiang, 'hall-0'), SILENT);
    await settled(3_000);
    const microphones = () => [...rooms.guests.values()].map(({ permission }) => permission.microphone);
    expect(microphones()).toEqual([true, false]);
    expect(reactor.voiceOf(anGiang)).toBe('hall-1');
    rooms.guests.delete(hall());
    await settled(3_000);
    expect(microphones()).toEqual([true]);
    expect(reactor.voiceOf(anGiang)).toBe('hall-0');
  });

  test('[MED74] a token is given what the room would give: the voice to the first machine alone', async () => {
    await call();
    const microphone = (device: string) => reactor.permissionFor(STAGE, bridgeIdentity(anGiang, device))?.microphone;
    expect(microphone('hall-2')).toBe(true);
    rooms.enter(hall(), SILENT);
    await settled(3_000);
    expect([microphone('hall-1'), microphone('hall-2')]).toEqual([true, false]);
  });

  test('[MED75] a permission that could not be set does not pass the voice on', async () => {
    rooms.enter(hall(), SILENT);
    rooms.enter(bridgeIdentity(anGiang, 'hall-2'), SILENT);
    await settled(3_000);
    rooms.failing = true;
    await call();
    await settled();
    rooms.failing = false;
    await bench.act({ type: 'extendSpeech', speechId: paper, byMs: 60_000 });
    await settled();
    expect([...rooms.guests.values()].map(({ permission }) => permission.microphone)).toEqual([true, false]);
  });

  test('[SEC2] a classified session takes all rooms away at once; its end brings the stage back', async () => {
    await check(anGiang);
    await settled();
    await bench.act({ type: 'beginClassified' });
    await settled();
    expect([...rooms.open.keys()]).toEqual([]);
    rooms.calls.length = 0;
    await settled(9_000);
    expect(rooms.calls).toEqual([]);
    await bench.act({ type: 'endClassified' });
    await settled();
    expect([...rooms.open.keys()]).toEqual([`stage-${bench.desk.id}`]);
  });
});
