import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { actorOf, maySee, SESSION_MS, type SeatSession, Seats, screenOf } from '../../server/application/seats.ts';
import { anGiang, conferenceId } from '../support/builders.ts';
import { type InProcess, openInProcess } from '../support/sqlite.ts';

const hn = conferenceId('hn');
const wish = { seat: 'operator', conference: hn, bridgeId: anGiang, label: 'An Giang' } as const;

let store: InProcess;
let seats: Seats;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2021, 8, 30) });
  store = openInProcess();
  seats = new Seats(store.accounts);
});
afterEach(() => {
  store.close();
  vi.useRealTimers();
});

const signedIn = async (token: string) => {
  const signed = await seats.signIn(token);
  if (signed === null) throw new Error('the link was refused');
  return signed;
};

describe('links', () => {
  test('[SEAT10] a link is exchanged for a sign-in of its seat, by as many devices as come', async () => {
    const { token } = await seats.mint(wish);
    const [first, second] = [await signedIn(token), await signedIn(token)];
    expect(first.session).toMatchObject({ ...wish, screen: '/c/hn/bridge/an-giang' });
    expect(first.secret).not.toBe(second.secret);
    expect(await seats.sessionOf(first.secret)).toEqual(first.session);
    expect(await seats.sessionOf(second.secret)).toEqual(second.session);
  });

  test('[SEAT11] an unknown and a revoked link are answered alike', async () => {
    const { token, invitation } = await seats.mint(wish);
    expect(await seats.signIn('x'.repeat(43))).toBeNull();
    expect(await seats.signIn(token)).not.toBeNull();
    await seats.revoke(invitation.id);
    expect(await seats.signIn(token)).toBeNull();
  });

  test('[SEAT12] neither the secret of a link nor of a sign-in is stored', async () => {
    const { token } = await seats.mint(wish);
    const { secret } = await signedIn(token);
    const bytes = ['', '-wal'].map((suffix) => readFileSync(`${store.file}${suffix}`, 'latin1')).join('');
    expect(bytes).toContain('An Giang');
    for (const hidden of [token, secret]) expect(bytes).not.toContain(hidden);
  });

  test('[SEAT13] links are listed for their conference, without anything secret', async () => {
    const { invitation } = await seats.mint(wish);
    await seats.mint({ ...wish, conference: conferenceId('other') });
    const listed = await seats.invitations(hn, { conference: hn });
    expect(listed).toEqual([invitation]);
    expect(Object.keys(listed[0] ?? {}).toSorted()).toEqual([
      'bridgeId',
      'conference',
      'createdAt',
      'id',
      'label',
      'revokedAt',
      'seat',
    ]);
  });

  test('[SEAT13] a secretariat of every conference finds its own kind of links too, and can revoke them', async () => {
    const everywhere = await seats.mint({ ...wish, seat: 'secretariat', conference: null });
    const ids = async (conference: typeof hn | null) =>
      (await seats.invitations(hn, { conference })).map(({ id }) => id);
    expect(await ids(null)).toContain(everywhere.invitation.id);
    expect(await ids(hn)).not.toContain(everywhere.invitation.id);
  });

  test('[SEAT23] links for every conference are listed for who has one, and for nobody else', async () => {
    const { invitation: own } = await seats.mint(wish);
    const { invitation: everywhere } = await seats.mint({
      ...wish,
      seat: 'secretariat',
      conference: null,
      bridgeId: null,
    });
    const ids = async (conference: typeof hn | null) =>
      (await seats.invitations(hn, { conference })).map(({ id }) => id).toSorted();
    expect(await ids(hn)).toEqual([own.id]);
    expect(await ids(null)).toEqual([own.id, everywhere.id].toSorted());
  });

  test('[SEAT14] the first run is over with the first link', async () => {
    expect(await seats.isFirstRun()).toBe(true);
    await seats.mint(wish);
    expect(await seats.isFirstRun()).toBe(false);
  });
});

describe('sign-ins', () => {
  test('[SEAT15] a guessed cookie is nobody', async () => {
    await seats.mint(wish);
    expect(await seats.sessionOf('guess')).toBeNull();
  });

  test('[SEAT16] a revoked link ends all its sign-ins at once, and says which', async () => {
    const { token, invitation } = await seats.mint(wish);
    const mine = [await signedIn(token), await signedIn(token)];
    const other = await signedIn((await seats.mint(wish)).token);
    // Used once, so that they are answered from memory.
    for (const { secret } of [...mine, other]) expect(await seats.sessionOf(secret)).not.toBeNull();
    const ended: string[] = [];
    seats.onEnded((ids) => ended.push(...ids));
    await seats.revoke(invitation.id);
    for (const { secret } of mine) expect(await seats.sessionOf(secret)).toBeNull();
    expect(ended.toSorted()).toEqual(mine.map(({ session }) => session.id).toSorted());
    expect(await seats.sessionOf(other.secret)).not.toBeNull();
  });

  test('[SEAT17] signing out ends one sign-in and leaves the others of its link', async () => {
    const { token } = await seats.mint(wish);
    const [first, second] = [await signedIn(token), await signedIn(token)];
    for (const { secret } of [first, second]) expect(await seats.sessionOf(secret)).not.toBeNull();
    await seats.signOut(first.session);
    expect(await seats.sessionOf(first.secret)).toBeNull();
    expect(await seats.sessionOf(second.secret)).not.toBeNull();
  });

  test('[SEAT18] a sign-in ends after a day and a half, also one that is in memory', async () => {
    const { secret } = await signedIn((await seats.mint(wish)).token);
    vi.setSystemTime(Date.now() + SESSION_MS - 1);
    expect(await seats.sessionOf(secret)).not.toBeNull();
    vi.setSystemTime(Date.now() + 1);
    expect(await seats.sessionOf(secret)).toBeNull();
    expect(SESSION_MS).toBe(36 * 3_600_000);
  });

  test('[SEAT19] what is ended stays ended for a server that starts anew', async () => {
    const { token, invitation } = await seats.mint(wish);
    const { secret } = await signedIn(token);
    const again = new Seats(store.accounts);
    expect(await again.sessionOf(secret)).toMatchObject(wish);
    await seats.revoke(invitation.id);
    expect(await new Seats(store.accounts).sessionOf(secret)).toBeNull();
  });
});

describe('what a seat is', () => {
  test.each([
    ['secretariat', '/c/hn/console'],
    ['moderator', '/c/hn/console'],
    ['operator', '/c/hn/bridge/an-giang'],
    ['wall', '/c/hn/wall'],
    ['viewer', '/c/hn/programme'],
  ] as const)('[SEAT20] the screen of a %s is %s', (seat, path) => {
    expect(screenOf(seat, hn, anGiang)).toBe(path);
    expect(screenOf(seat, null, null)).toBe('/');
  });

  test('[SEAT21] a seat of one conference does not see another; the secretariat sees all', async () => {
    const { session } = await signedIn((await seats.mint(wish)).token);
    const all: SeatSession = { ...session, conference: null };
    expect([maySee(session, hn), maySee(session, conferenceId('other')), maySee(all, hn)]).toEqual([true, false, true]);
  });

  test('[SEAT22] who acts comes from the link, and the record names the sign-in without its secret', async () => {
    const { session, secret } = await signedIn((await seats.mint(wish)).token);
    const actor = actorOf(session);
    expect(actor).toEqual({ seat: 'operator', session: session.id.slice(0, 8), bridgeId: anGiang });
    expect(secret).not.toContain(actor.session);
  });
});
