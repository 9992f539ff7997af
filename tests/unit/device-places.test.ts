import { describe, expect, test } from 'vitest';
import { MediaDoor } from '../../server/application/media-door.ts';
import { MediaReactor } from '../../server/application/media-reactor.ts';
import type { SeatSession } from '../../server/application/seats.ts';
import type { Participant, Permission } from '../../server/media/media-gateway.ts';
import { MAX_MACHINES_OF_BRIDGE, mediaCalls, STAGE } from '../../server/media/room-plan.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { type Device, deviceSchema } from '../../shared/domain/lines/device.ts';
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import { openBench, prepare } from '../support/desk.ts';
import { FakeRooms } from '../support/fake-rooms.ts';

const WATCHES: Permission = { camera: true, microphone: false, screen: false, receives: true, hidden: false };
const camera = (i: number): Device => deviceSchema.parse(`camera-${i}`);
const FULL = { ok: false, code: 'too-many-devices' };

class GivingRooms extends FakeRooms {
  override joinToken = async (): Promise<string> => 'token';
}

async function openDoor() {
  const bench = await openBench();
  await prepare(bench);
  const rooms = new GivingRooms();
  const reactor = new MediaReactor(bench.desk, { gateway: () => rooms, newId: () => 'x', onFault: () => undefined });
  reactor.close();
  const door = new MediaDoor(
    () => rooms,
    () => reactor,
  );
  const [, hall, other] = bridgesInOrder(bench.desk.state.bridges).map(({ bridgeId }) => bridgeId);
  if (hall === undefined || other === undefined) throw new Error('too few bridges');
  const ask = async (bridgeId: BridgeId | null, device: Device, id = 'a') =>
    door.admit({ ...session, id, bridgeId, seat: bridgeId === null ? 'wall' : 'operator' }, bench.desk, { device });
  const session: Omit<SeatSession, 'bridgeId' | 'seat' | 'id'> = {
    invitationId: 'i',
    expiresAt: Number.MAX_SAFE_INTEGER,
    conference: bench.desk.id,
    label: '',
    screen: '',
  };
  return { ask, hall, other, state: bench.desk.state };
}

describe('how many machines of a bridge come in', () => {
  test('[MED90] the names that one link may use come to an end; those that are in, other bridges and walls go on', async () => {
    const { ask, hall, other } = await openDoor();
    // Two sign-ins of the same link have one number of places between them.
    const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => ask(hall, camera(i), `s${i % 2}`)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(MAX_MACHINES_OF_BRIDGE);
    expect(answers.at(-1)).toEqual(FULL);
    expect((await ask(hall, camera(0))).ok).toBe(true);
    expect((await ask(other, camera(0))).ok).toBe(true);
    // The control: whoever is of no bridge is not counted, so it is the count that refused the others.
    const walls = await Promise.all(Array.from({ length: 40 }, (_, i) => ask(null, camera(i))));
    expect(walls.every(({ ok }) => ok)).toBe(true);
  });

  test('[MED91] whatever tokens they hold: beyond their places machines are put out of the room, the first stay', async () => {
    const { hall, other, state } = await openDoor();
    const inside = (bridgeId: BridgeId, count: number): Participant[] =>
      Array.from({ length: count }, (_, i) => ({
        identity: bridgeIdentity(bridgeId, camera(i)),
        permission: WATCHES,
        microphoneLive: false,
        smugglesSound: false,
        joinedAt: i,
      }));
    const putOut = (count: number): string[] => {
      const actual = [...inside(other, 3), ...inside(hall, count).toReversed()];
      const calls = mediaCalls(state, { place: STAGE, actual }, () => false);
      return calls.flatMap(({ kind, identity }) => (kind === 'remove' ? [identity] : [])).toSorted();
    };
    expect(putOut(18)).toEqual([16, 17].map((i) => bridgeIdentity(hall, camera(i))));
    // The control: as many as there are places, and nobody has to go.
    expect(putOut(MAX_MACHINES_OF_BRIDGE)).toEqual([]);
  });
});
