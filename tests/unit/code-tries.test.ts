import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HttpFault } from '../../server/transport/http/answer.ts';
import { secretTries, type TrySecret } from '../../server/transport/secret-tries.ts';

const MINUTE = 60_000;
let trySecret: TrySecret;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  trySecret = secretTries();
});
afterEach(() => void vi.useRealTimers());

/** Milliseconds for which a code is not even looked at; 0: it was. */
const take = async (address: string, compare: () => Promise<string | null> = async () => null): Promise<number> => {
  const wrong = new HttpFault(410, 'code-invalid');
  const fault: unknown = await trySecret({ of: 'deputyCode', asker: address, compare, wrong }).catch((cause) => cause);
  return fault instanceof HttpFault && fault.status === 429 ? Number(fault.params['seconds']) * 1_000 : 0;
};

const taken = async (address: string, times: number): Promise<readonly boolean[]> => {
  const all: boolean[] = [];
  for (let i = 0; i < times; i++) all.push((await take(address)) === 0);
  return all;
};

test('[DEP10] five wrong tries from an address, then a quarter of an hour', async () => {
  expect(await taken('10.0.0.1', 6)).toEqual([true, true, true, true, true, false]);
  expect(await take('10.0.0.1')).toBeGreaterThan(14 * MINUTE);
  await vi.advanceTimersByTimeAsync(14 * MINUTE);
  expect(await taken('10.0.0.1', 1)).toEqual([false]);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(await taken('10.0.0.1', 1)).toEqual([true]);
});

test('[DEP10] the quarter of an hour begins with the lock, however slowly it was tried before', async () => {
  await taken('10.0.0.1', 5);
  await vi.advanceTimersByTimeAsync(14 * MINUTE);
  expect(await taken('10.0.0.1', 1)).toEqual([false]);
  await vi.advanceTimersByTimeAsync(14 * MINUTE);
  expect(await taken('10.0.0.1', 1)).toEqual([false]);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(await taken('10.0.0.1', 1)).toEqual([true]);
});

test('[DEP10] another address is not locked by it; the many addresses of one IPv6 line are one', async () => {
  await taken('10.0.0.1', 6);
  expect(await taken('10.0.0.2', 1)).toEqual([true]);
  for (let i = 1; i <= 6; i++) await take(`2001:db8:1:1::${i}`);
  expect(await taken('2001:db8:1:1::99', 1)).toEqual([false]);
  expect(await taken('2001:db8:ffff:1::1', 1)).toEqual([true]);
});

test('[DEP11] whoever was right has not used a try up', async () => {
  for (let i = 0; i < 60; i++) {
    expect(await take('10.0.0.1', async () => 'a seat')).toBe(0);
  }
  expect(await taken('10.0.0.1', 6)).toEqual([true, true, true, true, true, false]);
});

test('[DEP12] a hundred at the same instant are five', async () => {
  const waits = await Promise.all(Array.from({ length: 100 }, () => take('10.0.0.1')));
  expect(waits.filter((ms) => ms === 0)).toHaveLength(5);
});

test('[DEP13] from many addresses together no more than forty a minute', async () => {
  const open: boolean[] = [];
  for (let i = 0; i < 60; i++) open.push(...(await taken(`10.0.1.${i}`, 1)));
  expect(open.filter((one) => one)).toHaveLength(40);
  const wait = await take('10.0.2.1');
  expect([wait > 0, wait <= MINUTE]).toEqual([true, true]);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(await taken('10.0.2.2', 1)).toEqual([true]);
});
