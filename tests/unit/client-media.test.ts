import { DisconnectReason, NegotiationError } from 'livekit-client';
import { expect, test, vi } from 'vitest';
import { bannerOf } from '../../client/media/hold-slide.tsx';
import { passOverLeftNegotiation } from '../../client/media/left-negotiation.ts';
import { afterDisconnect, endlessReconnect, isAnotherLiveKit, rejoinDelay } from '../../client/media/rejoin.ts';
import {
  bestWishes,
  LINGER_MS,
  type PictureWish,
  qualityForWidth,
  WishList,
} from '../../client/media/wanted-pictures.ts';
import { watcherIdentity } from '../../server/media/room-plan.ts';
import { bridgeIdentity, bridgeOfIdentity } from '../../shared/views/media-identity.ts';
import { anGiang, moderator, quangBinh } from '../support/builders.ts';

test('a bridge is found by the identity that the server gives its devices, and nobody else is a bridge', () => {
  expect(bridgeOfIdentity(bridgeIdentity(anGiang, 'pc-1'))).toBe(anGiang);
  expect(bridgeOfIdentity(watcherIdentity(moderator, 'pc-1'))).toBeNull();
  expect(bridgeOfIdentity('bridge_')).toBeNull();
});

test('of several wishes for one bridge the best is received, once', () => {
  const wishes = bestWishes([
    { bridgeId: anGiang, quality: 'low' },
    { bridgeId: quangBinh, quality: 'low' },
    { bridgeId: anGiang, quality: 'high' },
    { bridgeId: anGiang, quality: 'medium' },
  ]);
  expect([...wishes]).toEqual([
    [anGiang, 'high'],
    [quangBinh, 'low'],
  ]);
});

test('[PRG22] a picture that nobody wishes for any more stays a moment, small, and is there for whoever wants it back', () => {
  vi.useFakeTimers();
  try {
    let changes = 0;
    const wishes = new WishList<PictureWish>(
      () => changes++,
      ({ bridgeId }) => ({ bridgeId, quality: 'low' }),
    );
    const wanted = () => Object.fromEntries(bestWishes(wishes.all()));
    const takeBack = wishes.add({ bridgeId: anGiang, quality: 'high' });
    takeBack();
    expect(wanted()).toEqual({ [anGiang]: 'low' });
    vi.advanceTimersByTime(LINGER_MS / 2);
    const again = wishes.add({ bridgeId: anGiang, quality: 'high' });
    vi.advanceTimersByTime(LINGER_MS);
    expect(wanted(), 'the end of the first wish takes nothing from the second').toEqual({ [anGiang]: 'high' });
    again();
    again();
    vi.advanceTimersByTime(LINGER_MS);
    expect(wanted()).toEqual({});
    expect(changes, 'each beginning, each parting and each end is told once').toBe(6);
  } finally {
    vi.useRealTimers();
  }
});

test('a place gets the smallest layer that fills it', () => {
  expect([160, 400, 401, 800, 801, 1_920].map(qualityForWidth)).toEqual([
    'low',
    'low',
    'medium',
    'medium',
    'high',
    'high',
  ]);
});

test('only another machine in the same place and leaving end the joining', () => {
  const reasons = Object.values(DisconnectReason).filter((reason) => typeof reason === 'number');
  const ending = reasons.filter((reason) => afterDisconnect(reason) !== 'rejoin');
  expect(ending).toEqual([DisconnectReason.CLIENT_INITIATED, DisconnectReason.DUPLICATE_IDENTITY]);
  expect(afterDisconnect(undefined)).toBe('rejoin');
});

test('joining again waits longer and longer, spread, and never more than five seconds', () => {
  expect(rejoinDelay(0, 0)).toBe(250);
  expect(rejoinDelay(0, 0.99)).toBeLessThan(500);
  expect(rejoinDelay(3, 0.5)).toBeGreaterThan(rejoinDelay(1, 0.5));
  expect(rejoinDelay(1_000, 1)).toBe(5_000);
});

test('[NET44] a LiveKit that is ready is another one by its run, also where it was never seen unready', () => {
  const now = { state: 'ready', run: 'second' } as const;
  expect(isAnotherLiveKit({ state: 'ready', run: 'first' }, now)).toBe(true);
  expect(isAnotherLiveKit({ state: 'preparing', step: 'restarting', progress: null }, now)).toBe(true);
  expect(isAnotherLiveKit(now, { ...now })).toBe(false);
});

test('the library is never told to give up', () => {
  const delays = [0, 1, 10, 10_000].map((retryCount) =>
    endlessReconnect.nextRetryDelayInMs({ retryCount, elapsedMs: retryCount * 5_000 }),
  );
  expect(delays[0]).toBe(0);
  expect(delays.every((delay) => delay !== null && delay <= 5_000)).toBe(true);
});

const LONGEST =
  'HỘI NGHỊ GIAO BAN TRỰC TUYẾN ĐÁNH GIÁ TÌNH HÌNH, KẾT QUẢ CÔNG TÁC TỔ CHỨC XÂY DỰNG ĐẢNG QUÝ III; ' +
  'TRIỂN KHAI NHIỆM VỤ CÔNG TÁC QUÝ IV NĂM 2021';

test('the banner is two lines, and three when two would be too small to read', () => {
  const usual = bannerOf('HỘI NGHỊ TOÀN QUỐC TỔNG KẾT CÔNG TÁC TỔ CHỨC XÂY DỰNG ĐẢNG NĂM 2022');
  expect(usual.lines).toHaveLength(2);
  const long = bannerOf(LONGEST);
  expect(long.lines).toHaveLength(3);
  expect(long.lines.join(' ')).toBe(LONGEST);
  expect(long.size).toBeGreaterThanOrEqual(2.5);
  expect(usual.size).toBeGreaterThan(long.size);
});

test('a title of one word and the longest one allowed both stay within the slide', () => {
  expect(bannerOf('GIAO-BAN')).toEqual({ lines: ['GIAO-BAN'], size: 6 });
  const extreme = bannerOf('NHIỆM VỤ '.repeat(44).trim());
  expect(extreme.lines.length).toBeLessThanOrEqual(4);
  expect(extreme.size).toBe(1.4);
});

test('a negotiation that the library begins anew by itself is no fault of the page; any other is', () => {
  const isPassedOver = (reason: unknown): boolean => {
    const preventDefault = vi.fn<() => void>();
    passOverLeftNegotiation({ reason, preventDefault });
    return preventDefault.mock.calls.length > 0;
  };
  expect(isPassedOver(new NegotiationError('negotiation timed out'))).toBe(true);
  expect(isPassedOver(new Error('negotiation timed out'))).toBe(false);
  expect(isPassedOver(undefined)).toBe(false);
});
