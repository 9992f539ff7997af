import { afterEach, expect, test } from 'vitest';
import { frameOf } from '../../server/transport/socket/frame.ts';
import type { SlowLimits } from '../../server/transport/socket/seat-socket.ts';
import { SLOW_LIMITS } from '../../server/transport/socket/slow-lines.ts';
import { type BareGateway, ROOM, startBareGateway } from '../support/bare-gateway.ts';
import { tellFigure } from '../support/tell-figure.ts';
import { until } from '../support/until.ts';

const STALLED = 50;
const READERS = 5;
const FRAME_BYTES = 100_000;
/** More than the kernel takes for a line that is not read, and as much again as a line may leave waiting. */
const FRAMES = 120;

let gateway: BareGateway | null = null;
afterEach(() => gateway?.close());

interface Outcome {
  readonly dropped: number;
  readonly readersHeard: readonly number[];
  /** The most that waited for one line at any time. */
  readonly mostWaiting: number;
  readonly grownMiB: number;
}

/** Fifty stop reading, five go on; each frame is another one, so that what waits is memory. */
async function flood(limits: SlowLimits): Promise<Outcome> {
  const bare = await startBareGateway({ limits });
  gateway = bare;
  for (let i = 0; i < STALLED; i++) await bare.joinStalled();
  const heard = Array.from({ length: READERS }, () => 0);
  for (let i = 0; i < READERS; i++) (await bare.join()).there.on('told', () => (heard[i] = (heard[i] ?? 0) + 1));
  const before = process.memoryUsage.rss();
  let mostWaiting = 0;
  for (let i = 0; i < FRAMES; i++) {
    bare.sender.toRoom(ROOM, () => frameOf('told', `${i} ${'x'.repeat(FRAME_BYTES)}`));
    await new Promise((resolve) => setTimeout(resolve, 2));
    for (const { data } of bare.io.sockets.sockets.values()) mostWaiting = Math.max(mostWaiting, data.wire.waiting);
  }
  await until('the readers have all of it', 20_000, () => heard.every((count) => count === FRAMES));
  const grownMiB = (process.memoryUsage.rss() - before) / 2 ** 20;
  return { dropped: bare.dropped.length, readersHeard: heard, mostWaiting, grownMiB };
}

test('[DLV5] fifty screens that stop reading are cut off at one MB, and the others hear everything', async () => {
  const { dropped, readersHeard, mostWaiting, grownMiB } = await flood(SLOW_LIMITS);
  tellFigure(
    `50 stalled lines: ${dropped} cut off, at most ${mostWaiting} bytes waiting, RSS +${grownMiB.toFixed(0)} MiB`,
  );
  expect(dropped).toBe(STALLED);
  expect(readersHeard).toEqual(readersHeard.map(() => FRAMES));
  expect(mostWaiting).toBeLessThanOrEqual(SLOW_LIMITS.bytes + FRAME_BYTES + 1_000);
});

test('[DLV5] without the limit they stay, and what waits for them grows', async () => {
  const { dropped, mostWaiting } = await flood({ bytes: Number.POSITIVE_INFINITY, stillMs: Number.POSITIVE_INFINITY });
  expect(dropped).toBe(0);
  expect(mostWaiting).toBeGreaterThan(2 * SLOW_LIMITS.bytes);
});

test('[DLV6] what does not move at all is cut off after its time, however little it is', async () => {
  expect(SLOW_LIMITS).toEqual({ bytes: 1_048_576, stillMs: 10_000 });
  const bare = await startBareGateway({ limits: { bytes: 64 * 2 ** 20, stillMs: 1_500 } });
  gateway = bare;
  await bare.joinStalled();
  const [line] = bare.io.sockets.sockets.values();
  const waits = () => (line?.data.wire.waiting ?? 0) > 0;
  for (let i = 0; i < FRAMES && !waits(); i++) bare.sender.toRoom(ROOM, () => frameOf('told', 'x'.repeat(FRAME_BYTES)));
  expect(waits()).toBe(true);
  const begun = performance.now();
  await until('it is cut off', 9_000, () => bare.dropped.length === 1);
  expect(bare.dropped).toEqual(['slow']);
  expect(performance.now() - begun).toBeGreaterThan(1_400);
});
