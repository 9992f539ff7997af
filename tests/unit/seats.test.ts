import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  actorOf,
  CODE_LIVES_MS,
  maySee,
  SESSION_MS,
  type SeatSession,
  Seats,
  screenOf,
} from '../../server/application/seats.ts';
import { anGiang, conferenceId, created, details, NOW, stateAfter } from '../support/builders.ts';
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

const deskOf = (id: string, rehearsed: string | null = null) => ({
  id: conferenceId(id),
  state:
    rehearsed === null
      ? stateAfter(created)
      : stateAfter({
          type: 'rehearsalCreated',
          at: NOW,
          details,
          rehearsalOf: { conference: conferenceId(rehearsed), clockOffsetMs: 0 },
        }),
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
      'expiresAt',
      'id',
      'kind',
      'label',
      'revokedAt',
      'seat',
      'usedAt',
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

describe('deputies’ codes', () => {
  const deputy = { seat: 'moderator', conference: hn, bridgeId: null, label: 'Phó Chánh Văn phòng' } as const;

  test('[DEP1] a code is ten characters that no ear and no eye mistakes, in two groups, and never the same', async () => {
    const codes = await Promise.all(Array.from({ length: 8 }, async () => (await seats.mintCode(deputy)).code));
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/);
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('[DEP2] a code is exchanged once for its seat, however it is typed', async () => {
    const { code, invitation } = await seats.mintCode(deputy);
    expect(invitation).toMatchObject({ kind: 'code', usedAt: null, expiresAt: Date.now() + CODE_LIVES_MS });
    const taken = await seats.takeOver(` ${code.toLowerCase().replace('-', ' ')} `);
    expect(taken?.session).toMatchObject({ ...deputy, screen: '/c/hn/console' });
    expect(await seats.sessionOf(taken?.secret ?? '')).toEqual(taken?.session);
    expect(await seats.takeOver(code)).toBeNull();
    expect((await seats.invitations(hn, { conference: hn }))[0]).toMatchObject({ kind: 'code', usedAt: Date.now() });
  });

  test('[DEP3] of two who type it at once one sits down', async () => {
    const { code } = await seats.mintCode(deputy);
    const taken = await Promise.all([seats.takeOver(code), seats.takeOver(code)]);
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
  });

  test('[DEP4] after a day it opens nothing; a moment before it does', async () => {
    const [late, early] = [await seats.mintCode(deputy), await seats.mintCode(deputy)];
    vi.setSystemTime(Date.now() + CODE_LIVES_MS - 1);
    expect(await seats.takeOver(early.code)).not.toBeNull();
    vi.setSystemTime(Date.now() + 1);
    expect(await seats.takeOver(late.code)).toBeNull();
    expect(CODE_LIVES_MS).toBe(24 * 3_600_000);
  });

  test('[DEP5] it is revoked like a link: unused it opens nothing, used its sign-in ends', async () => {
    const [unused, used] = [await seats.mintCode(deputy), await seats.mintCode(deputy)];
    const taken = await seats.takeOver(used.code);
    for (const { invitation } of [unused, used]) await seats.revoke(invitation.id);
    expect(await seats.takeOver(unused.code)).toBeNull();
    expect(await seats.sessionOf(taken?.secret ?? '')).toBeNull();
  });

  test('[DEP6] neither is a code a link nor a link a code, and the code is not stored', async () => {
    const { code } = await seats.mintCode(deputy);
    const { token } = await seats.mint(wish);
    expect(await seats.signIn(code)).toBeNull();
    expect(await seats.takeOver(token)).toBeNull();
    const bytes = ['', '-wal'].map((suffix) => readFileSync(`${store.file}${suffix}`, 'latin1')).join('');
    expect(bytes).toContain('moderator');
    for (const hidden of [code, code.replace('-', '')]) expect(bytes).not.toContain(hidden);
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
    seats.onEnded((sessions) => ended.push(...sessions.map(({ id }) => id)));
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
    ['chair', '/c/hn/chair'],
    ['announcer', '/c/hn/announcer'],
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
    const [here, other] = [deskOf('hn'), deskOf('other')];
    expect([maySee(session, here), maySee(session, other), maySee(all, here)]).toEqual([true, false, true]);
  });

  test('[REH1] a seat sees the rehearsals of its conference, and those of no other', async () => {
    const { session } = await signedIn((await seats.mint(wish)).token);
    expect(maySee(session, deskOf('tong-duyet', 'hn'))).toBe(true);
    expect(maySee(session, deskOf('tong-duyet', 'other'))).toBe(false);
    expect(maySee({ ...session, conference: conferenceId('tong-duyet') }, deskOf('hn'))).toBe(false);
  });

  test('[REH2] at a screen of the rehearsal a browser with several seats is who it is at that of the conference', async () => {
    const rehearsed = new Seats(store.accounts, async (id) => (id === conferenceId('tong-duyet') ? hn : id));
    const screen = await rehearsed.screenInConference('/c/tong-duyet/bridge/an-giang');
    expect(screen).toBe(screenOf('operator', hn, anGiang));
    expect(await rehearsed.screenInConference('/c/other/wall')).toBe('/c/other/wall');
    expect(await rehearsed.screenInConference('/')).toBe('/');
  });

  test('[SEAT22] who acts comes from the link, and the record names the sign-in without its secret', async () => {
    const { session, secret } = await signedIn((await seats.mint(wish)).token);
    const actor = actorOf(session);
    expect(actor).toEqual({ seat: 'operator', session: session.id.slice(0, 8), bridgeId: anGiang });
    expect(secret).not.toContain(actor.session);
  });
});
