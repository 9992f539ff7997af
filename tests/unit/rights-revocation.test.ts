import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DENIED_MS, DenyList } from '../../server/application/deny-list.ts';
import { MediaDoor } from '../../server/application/media-door.ts';
import { MediaReactor } from '../../server/application/media-reactor.ts';
import { SESSION_MS, Seats } from '../../server/application/seats.ts';
import type { Permission } from '../../server/media/media-gateway.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import { anGiang, conferenceId } from '../support/builders.ts';
import { openBench, prepare } from '../support/desk.ts';
import { FakeRooms } from '../support/fake-rooms.ts';
import { operatorSession } from '../support/operator-session.ts';
import { type InProcess, openInProcess } from '../support/sqlite.ts';

const MINUTE = 60_000;
const hn = conferenceId('hn');
const wish = { seat: 'operator', conference: hn, bridgeId: anGiang, label: 'An Giang' } as const;

let store: InProcess;
let seats: Seats;
let now: number;

beforeEach(() => {
  now = Date.UTC(2021, 8, 30);
  store = openInProcess();
  seats = new Seats(store.accounts, undefined, () => now);
});
afterEach(() => store.close());

const signedIn = async (of: Seats, token: string) => {
  const signed = await of.signIn(token);
  if (signed === null) throw new Error('the link was refused');
  return signed;
};

describe('a sign-in that ends while it is looked up', () => {
  test('[RGT28] is not remembered as good', async () => {
    const { token, invitation } = await seats.mint(wish);
    const { secret } = await signedIn(seats, token);
    let asked = 0;
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    // The row was read before the revocation, and is used after it.
    const slow = new Seats({
      ...store.accounts,
      invitation: async (id) => {
        const row = await store.accounts.invitation(id);
        if (++asked === 1) await held;
        return row;
      },
    });
    const looking = slow.sessionOf(secret);
    await vi.waitFor(() => expect(asked).toBe(1));
    await slow.revoke(invitation.id);
    goOn();
    expect(await looking).toBeNull();
    expect(await slow.sessionOf(secret)).toBeNull();
    expect(await seats.sessionOf(secret)).toBeNull();
  });
});

describe('what a sign-in has begun', () => {
  test('[RGT29] is waited for, cut short, and followed by nothing more', async () => {
    const { token, invitation } = await seats.mint(wish);
    const { session } = await signedIn(seats, token);
    const steps: string[] = [];
    let finish = (): void => undefined;
    const work = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const acting = seats.act(session, async () => {
      await work;
      steps.push('done');
      return 'answer';
    });
    seats.begin(session, () => steps.push('cut'))?.();
    const open = seats.begin(session, () => {
      steps.push('cut');
      open?.();
    });
    const revoking = seats.revoke(invitation.id).then(() => steps.push('revoked'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await seats.act(session, async () => steps.push('too late'))).toBeNull();
    expect(seats.begin(session)).toBeNull();
    finish();
    await revoking;
    expect(await acting).toBe('answer');
    expect(steps).toEqual(['cut', 'done', 'revoked']);
  });

  test('[RGT30] a sign-in whose time is over ends like one that was revoked', async () => {
    const { token } = await seats.mint(wish);
    const { session, secret } = await signedIn(seats, token);
    const ended: string[] = [];
    seats.onEnded((sessions) => ended.push(...sessions.map(({ id }) => id)));
    expect(await seats.sessionOf(secret)).not.toBeNull();
    now += SESSION_MS - MINUTE;
    await seats.endExpired();
    // The control: a minute before it is over nothing ends.
    const begun = seats.begin(session);
    begun?.();
    expect([ended, begun === null]).toEqual([[], false]);
    now += MINUTE;
    await seats.endExpired();
    await seats.endExpired();
    expect(ended).toEqual([session.id]);
    expect(seats.begin(session)).toBeNull();
  });
});

describe('a sign-in that says nothing more', () => {
  /** A server that was started anew, and a machine that was in the room before: nothing here knows whose it is. */
  async function silentMachine(accounts = store.accounts) {
    const bench = await openBench();
    await prepare(bench);
    const [, hall] = bridgesInOrder(bench.desk.state.bridges).map(({ bridgeId }) => bridgeId);
    if (hall === undefined) throw new Error('too few bridges');
    const { token } = await seats.mint({ ...wish, conference: bench.desk.id, bridgeId: hall });
    await signedIn(seats, token);
    const rooms = new FakeRooms();
    const own = bridgeIdentity(hall, 'hall-1');
    rooms.enter(own, { camera: true, microphone: false, screen: false, receives: true, hidden: false });
    const reactor = new MediaReactor(bench.desk, { gateway: () => rooms, newId: () => 'x', onFault: () => undefined });
    const door = new MediaDoor(
      () => rooms,
      () => reactor,
      () => reactor,
      () => [reactor],
    );
    await vi.waitFor(() => expect(reactor.present()).toHaveLength(1));
    const restarted = new Seats(accounts, undefined, () => now);
    const shut: number[] = [];
    restarted.onEnded((sessions) => {
      shut.push(sessions.length);
      door.shut(sessions);
    });
    return { restarted, shut, rooms, end: () => reactor.close() };
  }

  test('[RGT55] leaves the room when its time is over, as if it had been revoked, and once', async () => {
    const { restarted, shut, rooms, end } = await silentMachine();
    now += SESSION_MS - MINUTE;
    await restarted.endExpired();
    expect([shut, rooms.guests.size]).toEqual([[], 1]);
    now += MINUTE;
    await restarted.endExpired();
    await vi.waitFor(() => expect(rooms.guests.size).toBe(0));
    for (let i = 0; i < 4; i++) {
      now += MINUTE / 2;
      await restarted.endExpired();
    }
    expect(shut).toEqual([1]);
    end();
  });

  test('[RGT55] without asking the store it would stay', async () => {
    const forgetful = { ...store.accounts, sessionsExpired: async () => [] };
    const { restarted, shut, rooms, end } = await silentMachine(forgetful);
    now += SESSION_MS + MINUTE;
    await restarted.endExpired();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([shut, rooms.guests.size]).toEqual([[], 1]);
    end();
  });
});

describe('the deny-list of the rooms', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'diem-cau-deny-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('[RGT31] outlives the server and LiveKit’s own ten minutes, and is nobody else’s to read', () => {
    const file = join(folder, 'denied.json');
    const before = new DenyList(file, () => now);
    before.add('hn', 'an-giang_hall-1');
    before.add('hn', 'an-giang_hall-2');
    before.lift('hn', 'an-giang_hall-2');
    const after = new DenyList(file, () => now);
    now += 10 * MINUTE;
    expect([
      after.has('hn', 'an-giang_hall-1'),
      after.has('hn', 'an-giang_hall-2'),
      after.has('khac', 'an-giang_hall-1'),
    ]).toEqual([true, false, false]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    // The control: a list that lived in memory alone would have let it in.
    expect(new DenyList(null, () => now).has('hn', 'an-giang_hall-1')).toBe(false);
    now += DENIED_MS;
    expect(after.has('hn', 'an-giang_hall-1')).toBe(false);
    after.add('hn', 'wall_1_a');
    expect(readFileSync(file, 'utf8')).not.toContain('hall-1');
  });

  test('[RGT32] a file that is broken hinders no start', () => {
    const file = join(folder, 'denied.json');
    writeFileSync(file, '{"half":');
    expect(new DenyList(file, () => now).has('hn', 'x')).toBe(false);
  });

  test('[RGT33] after a restart a revoked machine is thrown out, known or not, and comes in with no young token', async () => {
    const bench = await openBench();
    await prepare(bench);
    const rooms = new FakeRooms();
    const [, hall, other] = bridgesInOrder(bench.desk.state.bridges).map(({ bridgeId }) => bridgeId);
    if (hall === undefined || other === undefined) throw new Error('too few bridges');
    const watches: Permission = { camera: true, microphone: false, screen: false, receives: true, hidden: false };
    const [own, twin, others] = [
      bridgeIdentity(hall, 'hall-1'),
      bridgeIdentity(hall, 'hall-2'),
      bridgeIdentity(other, 'hall-1'),
    ];
    for (const identity of [own, twin, others]) rooms.enter(identity, watches);
    const file = join(folder, 'denied.json');
    const started = () =>
      new MediaReactor(bench.desk, {
        gateway: () => rooms,
        newId: () => 'x',
        onFault: () => undefined,
        denied: new DenyList(file, () => now),
      });
    const first = started();
    const session = (id: string) => operatorSession(id, bench.desk.id, hall);
    const door = new MediaDoor(
      () => rooms,
      () => first,
      () => first,
      () => [first],
    );
    await vi.waitFor(() => expect(first.present()).toHaveLength(3));
    // Of the second machine it is known whose it is: it belongs to another sign-in, and stays.
    door.noteJoin([session('khac')], { identity: twin, room: 'stage' });
    expect(deviceSchema.safeParse('hall-1').success).toBe(true);
    door.shut([session('thu-hoi')]);
    await vi.waitFor(() => expect([...rooms.guests.keys()]).toEqual([twin, others]));
    first.close();
    // It comes again with the token that LiveKit refreshed, to a server that was started anew.
    rooms.enter(own, watches);
    const second = started();
    await vi.waitFor(() => expect([...rooms.guests.keys()]).toEqual([twin, others]), 4_000);
    second.close();
    // The control: a server that had forgotten whom it shut out leaves the machine where it is.
    rooms.enter(own, watches);
    const forgetful = new MediaReactor(bench.desk, {
      gateway: () => rooms,
      newId: () => 'x',
      onFault: () => undefined,
      denied: new DenyList(null, () => now),
    });
    await vi.waitFor(() => expect(forgetful.present()).toHaveLength(3));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([...rooms.guests.keys()]).toContain(own);
    forgetful.close();
  });
});
