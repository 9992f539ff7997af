import { beforeEach, expect, test } from 'vitest';
import { MAX_OF_ADDRESS, Pairings } from '../../server/application/pairings.ts';
import type { InvitationWish, SeatSession } from '../../server/application/seats.ts';
import { anGiang, conferenceId, NOW } from '../support/builders.ts';

const MINUTE_MS = 60_000;
const WISH: InvitationWish = { seat: 'operator', conference: conferenceId('hn'), bridgeId: anGiang, label: 'Máy 1' };

let now: number;
let minted: InvitationWish[];
let revoked: Set<string>;
let pairings: Pairings;

beforeEach(() => {
  now = NOW;
  minted = [];
  revoked = new Set();
  const invitation = { id: 'i', kind: 'link', createdAt: NOW, revokedAt: null, expiresAt: null, usedAt: null } as const;
  pairings = new Pairings(
    {
      mint: async (wish) => {
        minted.push(wish);
        return { invitation: { ...invitation, ...wish }, token: `token-${minted.length}` };
      },
      signIn: async (token) =>
        revoked.has(token) ? null : { session: { id: token } as unknown as SeatSession, secret: `cookie-${token}` },
    },
    () => now,
  );
});

const open = (address = '10.0.0.1') => pairings.open(address);
const waits = async (secret: string): Promise<boolean> => (await pairings.claim(secret))?.state === 'waiting';

test('[PAI1] a screen shows eight signs, waits, and is let in when the code was typed', async () => {
  const { code, secret, expiresAt } = open();
  expect(code).toMatch(/^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{8}$/);
  expect(expiresAt).toBe(NOW + 10 * MINUTE_MS);
  expect(await pairings.claim(secret)).toEqual({ state: 'waiting', expiresAt });
  expect(await pairings.enter(code, WISH)).toMatchObject({ seat: 'operator', bridgeId: anGiang });
  expect(minted).toEqual([WISH]);
  expect(await pairings.claim(secret)).toMatchObject({ state: 'paired', secret: 'cookie-token-1' });
});

test('[PAI2] the code is read with small letters, spaces and dashes', async () => {
  const { code } = open();
  expect(await pairings.enter(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `, WISH)).not.toBeNull();
});

test('[PAI3] a wrong, a used and an old code look the same and make no link', async () => {
  const { code } = open();
  expect(
    await pairings.enter(
      code.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')),
      WISH,
    ),
  ).toBeNull();
  expect(minted).toEqual([]);
  await pairings.enter(code, WISH);
  expect(await pairings.enter(code, WISH)).toBeNull();
  const old = open();
  now += 10 * MINUTE_MS;
  expect(await pairings.enter(old.code, WISH)).toBeNull();
  expect(await pairings.claim(old.secret)).toBeNull();
  expect(minted).toHaveLength(1);
});

test('[PAI4] two who type the same code at once give out one link', async () => {
  const { code } = open();
  const entered = await Promise.all([pairings.enter(code, WISH), pairings.enter(code, WISH)]);
  expect(entered.filter((one) => one !== null)).toHaveLength(1);
  expect(minted).toHaveLength(1);
});

test('[PAI5] the code opens nothing: only the screen’s own secret does, and another’s gets another’s', async () => {
  const [first, second] = [open(), open()];
  await pairings.enter(first.code, WISH);
  expect(await pairings.claim(first.code)).toBeNull();
  expect(await pairings.claim(second.secret)).toMatchObject({ state: 'waiting' });
});

test('[PAI6] an answer that was lost is given again for half a minute, then never more', async () => {
  const { code, secret } = open();
  await pairings.enter(code, WISH);
  await pairings.claim(secret);
  now += 20_000;
  expect(await pairings.claim(secret)).toMatchObject({ state: 'paired' });
  now += 10_000;
  expect(await pairings.claim(secret)).toBeNull();
});

test('[PAI7] a link that was revoked before the screen came lets nobody in', async () => {
  const { code, secret } = open();
  await pairings.enter(code, WISH);
  revoked.add('token-1');
  expect(await pairings.claim(secret)).toBeNull();
});

test('[PAI8] screens that wait without end fill no memory: beyond a number the oldest gives way', async () => {
  const opened = Array.from({ length: 2_100 }, (_, i) => open(`10.0.${i % 40}.1`).secret);
  const waiting = await Promise.all(opened.map(waits));
  expect(waiting.filter(Boolean)).toHaveLength(2_000);
  // The oldest of whoever holds most: the first of each address went before the second of any.
  expect(waiting.slice(0, 40)).not.toContain(true);
  now += 10 * MINUTE_MS;
  expect(await Promise.all(opened.map(waits))).not.toContain(true);
});

test('[PAI13] an address that opens codes without end spends its own places, and nobody else’s', async () => {
  const hall = open('10.9.9.9');
  const strangers = ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4', '10.0.0.5'];
  const opened = strangers.flatMap((address) => Array.from({ length: 1_000 }, () => open(address).secret));
  expect(await waits(hall.secret)).toBe(true);
  const held = (await Promise.all(opened.slice(0, 1_000).map(waits))).filter(Boolean);
  expect(held.length).toBeLessThanOrEqual(MAX_OF_ADDRESS);
  // The control: of one address the oldest do give way, so the hall stands because it is another's.
  expect([await waits(opened[0] ?? ''), await waits(opened.at(-1) ?? '')]).toEqual([false, true]);
  // And whoever comes now is still given a code that lets it in.
  const late = open('10.9.9.8');
  await pairings.enter(late.code, WISH);
  for (let i = 0; i < 1_000; i++) open('10.9.9.8');
  expect(await pairings.claim(late.secret)).toMatchObject({ state: 'paired' });
});
