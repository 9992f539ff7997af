import { expect, test } from 'vitest';
import { MediaDoor } from '../../server/application/media-door.ts';
import { MediaReactor } from '../../server/application/media-reactor.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import { openBench, prepare } from '../support/desk.ts';
import { FakeRooms } from '../support/fake-rooms.ts';
import { operatorSession } from '../support/operator-session.ts';

const device = deviceSchema.parse('hall-1');
const REFUSED = { ok: false, code: 'not-permitted' };

/** A token is made when the test says so. */
class HeldRooms extends FakeRooms {
  readonly asked: (() => void)[] = [];
  override joinToken = (): Promise<string> => new Promise((resolve) => void this.asked.push(() => resolve('a token')));
}

async function openDoor() {
  const bench = await openBench();
  await prepare(bench);
  const rooms = new HeldRooms();
  const reactor = new MediaReactor(bench.desk, { gateway: () => rooms, newId: () => 'x', onFault: () => undefined });
  reactor.close();
  const lifted: string[] = [];
  reactor.unban = (identity) => void lifted.push(identity);
  const banned: string[] = [];
  reactor.ban = (identity) => void banned.push(identity);
  const door = new MediaDoor(
    () => rooms,
    () => reactor,
  );
  const [, hall] = bridgesInOrder(bench.desk.state.bridges).map(({ bridgeId }) => bridgeId);
  if (hall === undefined) throw new Error('too few bridges');
  const session = (id: string) => operatorSession(id, bench.desk.id, hall);
  const ask = async (id: string) => {
    const asking = door.admit(session(id), bench.desk, { device });
    rooms.asked.shift()?.();
    return asking;
  };
  return { ask, bench, door, rooms, session, lifted, banned, identity: bridgeIdentity(hall, device) };
}

test('[RGT56] what was asked for before a sign-in ended, and is looked at after it, lifts no fresh denial', async () => {
  const { ask, door, session, lifted, banned, identity } = await openDoor();
  // The control: before it ended the same wish lifts, and gets its token.
  expect(await ask('one')).toEqual({ ok: true, token: 'a token' });
  expect(lifted.splice(0)).toEqual([identity]);
  let goOn = (): void => undefined;
  const conferenceIsFound = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  // As the route does it: who asks is known, then the conference is looked for, then the door is asked.
  const asking = conferenceIsFound.then(() => ask('one'));
  door.shut([session('one')]);
  goOn();
  expect(await asking).toEqual(REFUSED);
  expect([banned, lifted]).toEqual([[identity], []]);
  // Whoever signs in anew, at the same machine, is let in again.
  expect(await ask('two')).toEqual({ ok: true, token: 'a token' });
  expect(lifted).toEqual([identity]);
});

test('[RGT57] a sign-in that ends while its token is made does not get it, and its machine stays shut out', async () => {
  const { bench, door, rooms, session, lifted, banned, identity } = await openDoor();
  const asking = door.admit(session('one'), bench.desk, { device });
  door.shut([session('one')]);
  rooms.asked.shift()?.();
  expect(await asking).toEqual(REFUSED);
  expect([lifted, banned]).toEqual([[identity], [identity]]);
});
