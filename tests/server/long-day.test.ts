import { expect, test } from 'vitest';
import { holdLongDay } from '../../scripts/drill/long-day/long-day.ts';
import { slopeOf } from '../../scripts/drill/long-day/slope.ts';

const quiet = { say: () => undefined, signal: new AbortController().signal };

test('[OBS23] hours of a conference leave next to nothing in the memory of the server, and do not hold its loop', async () => {
  const day = await holdLongDay({ ...quiet, hours: 4, events: 200, warmUp: 1 });
  expect(day.hours).toHaveLength(4);
  expect(day.events).toBeGreaterThanOrEqual(200);
  // The figures of the long form are in docs/faults.md; in so few hours what the conference itself remembers weighs more.
  expect(day.heapSlope).toBeLessThan(2);
  expect(day.lagP99Ms).toBeLessThan(250);
}, 120_000);

test('[OBS24] a server that lost four megabytes in each hour would be found', async () => {
  const hold = async (): Promise<void> => undefined;
  const day = await holdLongDay({ ...quiet, hours: 5, events: 0, warmUp: 2, plantedBytes: 4 * 1024 ** 2, hold });
  expect(day.heapSlope).toBeGreaterThan(3);
}, 120_000);

test('[OBS24] the slope is that of the line that lies nearest', () => {
  expect(slopeOf([1, 2, 3, 4])).toBe(1);
  expect(slopeOf([5, 5, 5])).toBe(0);
  expect(slopeOf([0, 2, 1, 3])).toBeCloseTo(0.8);
  expect(slopeOf([7])).toBe(0);
});
