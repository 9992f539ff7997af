import { isDeepStrictEqual } from 'node:util';
import { isRoomOf, mediaCalls, roomOf, wantedPlaces } from '../../server/media/room-plan.ts';
import { entriesOf } from '../../shared/base/persistent-map.ts';
import { redactState } from '../../shared/domain/audience.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { speechesOnFloor } from '../../shared/domain/floor/floor.ts';
import { isRinging, ringEndsAt } from '../../shared/domain/messages/message.ts';
import { openMicrophones } from '../../shared/domain/onair/microphones.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';
import { audienceOf } from '../../shared/protocol/stream.ts';
import { bridgeOfIdentity } from '../../shared/views/media-identity.ts';
import { pacedCall } from '../../shared/views/roll-call-order.ts';
import { floorLostAt } from '../../shared/views/speech-clock.ts';
import { HN } from '../support/desk.ts';
import { historyFaults } from './invariants.ts';
import { nextCall } from './people.ts';
import type { World } from './world.ts';

/** Everybody is back within so long after the last fault: a greeting that was lost just before costs 8 s, a try 2.5. */
const BACK_MS = 12_000;
/** Longer than every deadline, and than the latest repeat. */
const QUIET_MS = 95_000;
const OVERDUE_MS = 5_000;
const TICK_MS = 1_300;
const LOOKS_MS = 3_100;
/** S3: a token cannot be taken back, but whoever comes in with it is out again this soon. */
const PUT_OUT_MS = 5_000;

/** No more faults: everybody is on the line, time passes, and everything that is wrong then is told. */
export async function faultsAfter(world: World): Promise<readonly string[]> {
  const late = await calmDown(world);
  const stuck = await pressesOnce(world);
  const behind = await patiently(world, TICK_MS, screenFaults);
  const kept = await world.disk.kept();
  const state = kept.reduce((before, { event }) => evolve(before, event), initialState);
  return [
    ...world.witness.problems,
    ...late,
    ...stuck,
    ...historyFaults(world, kept),
    ...(await deskFaults(world, state, kept.length)),
    ...behind,
    ...deadlineFaults(world),
    ...(await patiently(world, LOOKS_MS, roomFaults)),
  ];
}

async function calmDown(world: World): Promise<readonly string[]> {
  world.faulty = false;
  world.disk.full = false;
  world.disk.failing = 0;
  // The last life of the server is one that was found on the disk, as often as not.
  if (world.dice.happens(0.5)) world.crash();
  for (const client of world.clients) {
    client.isReachable = true;
    if (client.wire?.isDeaf === true) client.wire.cut();
  }
  await world.time.pass(BACK_MS);
  const away = world.clients.filter((client) => !client.isSignedOut && !client.isOnline);
  await world.time.pass(QUIET_MS);
  return away.map(({ actor }) => `liveness: a ${actor.seat} is not back after ${BACK_MS / 1_000} s of calm`);
}

/** Liveness: a button answers, and whoever is next in line can be called. */
async function pressesOnce(world: World): Promise<readonly string[]> {
  const [moderator] = world.clients;
  if (moderator?.view === undefined) return ['liveness: the moderator sees nothing'];
  const call = moderator.view.conference.phase === 'live' ? nextCall(moderator.view) : null;
  let id = world.newCommandId();
  await world.time.as(moderator.life, () => {
    id = moderator.press(call ?? { type: 'announceDelay', delayMs: 60_000 }).id;
  });
  await world.time.pass(3_000);
  const sent = world.witness.sent.get(id);
  if (sent === undefined || (sent.seq === null && sent.refusals.length === 0)) return ['liveness: nobody answers'];
  if (call === null || sent.seq !== null) return [];
  return [`liveness: the next in line cannot be called: ${sent.refusals.join(', ')}`];
}

/** What is just under way is waited for: the last frame of a tick, the next look into the rooms. */
async function patiently(
  world: World,
  ms: number,
  look: (world: World) => readonly string[],
): Promise<readonly string[]> {
  let faults = look(world);
  for (let patience = 0; faults.length > 0 && patience < 6; patience++) {
    await world.time.pass(ms);
    faults = look(world);
  }
  return faults;
}

/** I9: every screen shows what the server would show it. */
function screenFaults({ clients, state }: World): readonly string[] {
  return clients
    .filter(({ isSignedOut }) => !isSignedOut)
    .flatMap(({ followers }) => followers)
    .filter((one) => !one.isLoaded || !isDeepStrictEqual(one.state.get(), redactState(audienceOf(one.stream), state)))
    .map(({ stream }) => `I9: a screen of ${stream} shows something else`);
}

/** I1 and I2: the desk is the fold of its journal, and so is what the next start would find. */
async function deskFaults(world: World, replay: ConferenceState, length: number): Promise<readonly string[]> {
  let found: ConferenceState = initialState;
  const look = () =>
    void world.server.reopened().then((desk) => {
      found = desk.state;
    });
  await world.time.as(world.server.life, look);
  await world.time.pass(500);
  return [
    ...(world.server.desk?.seq === length ? [] : ['I1: the desk does not know what is kept']),
    ...(textOf(replay) === textOf(world.state) ? [] : ['I1: the desk is not the fold of its journal']),
    ...(textOf(replay) === textOf(found) ? [] : ['I2: snapshot and tail are not the fold of the journal']),
  ];
}

const textOf = (state: ConferenceState): string => JSON.stringify(encodeState(state));

/** What had its time and was not done. */
function deadlineFaults({ state, server }: World): readonly string[] {
  const limit = (server.desk?.now ?? 0) - OVERDUE_MS;
  const lost = speechesOnFloor(state.floor).some((speech) => (floorLostAt(speech) ?? limit) < limit);
  const rings = entriesOf(state.messages.calls).some(([, call]) => isRinging(call) && ringEndsAt(call) < limit);
  const paced = pacedCall(state);
  return [
    ...(lost ? ['deadlines: a floor was lost, and nobody took it'] : []),
    ...(rings ? ['deadlines: it rings without end'] : []),
    ...(paced !== null && paced.at < limit ? ['deadlines: the roll call stands still'] : []),
  ];
}

/** I12: after quiet, the rooms are what the journal wants; nobody else speaks, and whoever was put out is out. */
function roomFaults({ rooms, state, swarm, revoked }: World): readonly string[] {
  if (!swarm.rooms) return [];
  const places = wantedPlaces(state);
  const names = new Set(places.map((place) => roomOf(HN, place)));
  const there = [...rooms.open.keys()].filter((name) => isRoomOf(HN, name));
  const isAsWanted = there.length === names.size && there.every((name) => names.has(name));
  const left = places.filter((place) => {
    const actual = rooms.in(roomOf(HN, place));
    return mediaCalls(state, { place, actual }, () => false).length > 0;
  });
  const open = new Set(openMicrophones(state));
  const loud = rooms.in(roomOf(HN)).some(({ identity, permission }) => {
    const bridgeId = bridgeOfIdentity(identity);
    return permission.microphone && (bridgeId === null || !open.has(bridgeId));
  });
  const back = [...revoked.values()].flat().some((identity) => (rooms.stayOf(roomOf(HN), identity) ?? 0) > PUT_OUT_MS);
  return [
    ...(isAsWanted ? [] : ['I12: the rooms are not those that the journal wants']),
    ...(left.length > 0 ? ['I12: somebody has other rights than the journal wants'] : []),
    ...(loud ? ['I12: a microphone is open without the floor'] : []),
    ...(back ? ['I12: a machine that was put out is in again'] : []),
  ];
}
