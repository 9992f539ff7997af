import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { MediaReactor } from '../../server/application/media-reactor.ts';
import type { MediaGateway, Participant, Permission } from '../../server/media/media-gateway.ts';
import { STAGE } from '../../server/media/room-plan.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { speechesOnFloor, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import type { BridgeId, SpeechId } from '../../shared/domain/ids.ts';
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import { type Bench, openBench, prepare } from '../support/desk.ts';

/** Rooms in memory: what was called, who is in, and whether LiveKit answers. */
class Rooms implements MediaGateway {
  readonly calls: string[] = [];
  /** By room; the stage is `guests`. */
  readonly open = new Map<string, Map<string, Participant>>();
  #entered = 0;
  failing = false;
  /** LiveKit takes what it is told and does not answer. */
  slowly = false;

  get guests(): Map<string, Participant> {
    return this.in(`stage-${bench.desk.id}`);
  }

  in(room: string): Map<string, Participant> {
    const guests = this.open.get(room) ?? new Map<string, Participant>();
    this.open.set(room, guests);
    return guests;
  }

  enter(identity: string, permission: Permission, microphoneLive = false, guests = this.guests): void {
    const joinedAt = ++this.#entered;
    guests.set(identity, { identity, permission, microphoneLive, smugglesSound: false, joinedAt });
  }

  async ensureRoom(room: string): Promise<void> {
    this.#answer(`ensure ${room}`);
    this.in(room);
  }

  async rooms(): Promise<readonly string[]> {
    this.#answer('rooms');
    return [...this.open.keys()];
  }

  async closeRoom(room: string): Promise<void> {
    this.#answer(`close ${room}`);
    this.open.delete(room);
  }

  async participants(room: string): Promise<readonly Participant[]> {
    this.#answer('list');
    return [...this.in(room).values()];
  }

  async permit(room: string, identity: string, permission: Permission): Promise<void> {
    this.#answer(`permit ${identity} ${permission.microphone ? 'mic' : 'no mic'}`);
    if (this.slowly) await new Promise(() => undefined);
    const guest = this.in(room).get(identity);
    if (guest !== undefined) this.in(room).set(identity, { ...guest, permission });
  }

  async remove(room: string, identity: string): Promise<void> {
    this.#answer(`remove ${identity}`);
    this.in(room).delete(identity);
  }

  joinToken(): Promise<string> {
    throw new Error('the reactor makes no tokens');
  }

  #answer(call: string): void {
    if (this.failing) throw new Error('LiveKit is away');
    this.calls.push(call);
  }
}

const SILENT: Permission = { camera: true, microphone: false, screen: false, receives: true, hidden: false };

let bench: Bench;
let rooms: Rooms;
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
  rooms = new Rooms();
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

describe('several rooms', () => {
  const check = (bridgeId: BridgeId) => bench.act({ type: 'startLineCheck', bridgeId });
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
