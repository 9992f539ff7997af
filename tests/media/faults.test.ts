import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lineOf } from '../../shared/domain/lines/line.ts';
import type { Source } from '../../shared/domain/onair/onair.ts';
import { programSource } from '../../shared/domain/onair/program.ts';
import { COLOUR, HALL, type HallOverCable, HERTZ, openHallOverCable } from '../support/hall-over-cable.ts';
import { heardPitches, seenPicture, showsNewFrames, timeToFrames, timeToSound } from '../support/page-readings.ts';
import { gapsOf, watchGaps } from '../support/picture-gaps.ts';
import { tellFigure } from '../support/tell-figure.ts';
import { until } from '../support/until.ts';

/** One hall behind a cable of its own speaks; the wall stands beside the server. Each fault is told with its times. */
const JOIN_MS = 45_000;
const STOPPED_MS = 20_000;
const HANGING_MS = 20_000;
const CUT_MS = 30_000;
const DEAD_MS = 5_000;
const BACK_MS = 60_000;
const SETTLED_MS = 3_000;
/** A machine that runs tests beside it draws some frames late; a cut picture would stand still for the whole time. */
const STILL_MS = 3_000;

let hall: HallOverCable;

beforeAll(async () => {
  hall = await openHallOverCable();
});

afterAll(() => hall?.close());

const secondsOf = (ms: number | null) => (ms === null ? 'never' : `${(ms / 1_000).toFixed(1)} s`);
const shown = () => ({ bridgeId: hall.held.bridge(HALL), colour: COLOUR });

/** Both are awaited from now: the seconds until the hall is seen and heard on the wall again. */
async function expectBackOnWall(fault: string): Promise<void> {
  const { page } = hall.wall;
  const [picture, sound] = await Promise.all([timeToFrames(page, 3, BACK_MS), timeToSound(page, HERTZ, BACK_MS)]);
  tellFigure(`${fault}: picture after ${secondsOf(picture)}, sound after ${secondsOf(sound)}`);
  expect(picture, `${fault}: picture`).not.toBeNull();
  expect(sound, `${fault}: sound`).not.toBeNull();
  await expect.poll(() => seenPicture(page), { timeout: JOIN_MS }).toEqual(shown());
}

const onFloorAt = async () => {
  const floor = await hall.held.onFloor();
  return floor === null ? null : { bridge: floor.bridge, status: floor.speech.stage.status };
};

const SPEAKING = { bridge: HALL, status: 'speaking' };

const faultsOfHall = async () => lineOf((await hall.held.state()).lines, hall.held.bridge(HALL)).faults;

/** Gone long enough that the wall really stood still, so that what is seen after it is new. */
async function standsStill(): Promise<void> {
  await until('the picture stands still', 15_000, async () => !(await showsNewFrames(hall.wall.page, 2, 1_000)));
}

test('the hall stands in a network of its own: it has no other way than the cable', () => {
  const { network, server } = hall;
  expect(server.origin).toBe(`https://${network.serverAddress}:${new URL(server.origin).port}`);
  const addresses = network.ask('-4', '-o', 'address', 'show', 'scope', 'global');
  expect(addresses.match(/inet [\d.]+/g)).toEqual([`inet ${network.hallAddress}`]);
  expect(network.ask('route', 'show', 'default')).toBe('');
});

test('a bridge joins over TLS from there, and its picture is decoded on the wall', async () => {
  const { held, wall, bridge } = hall;
  expect(await bridge.page.evaluate(() => [location.protocol, isSecureContext])).toEqual(['https:', true]);
  const [speechId] = (await held.state()).floor.queue;
  if (speechId === undefined) throw new Error('nobody is in line');
  await held.must({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: [] });
  await expect.poll(() => seenPicture(wall.page), { timeout: JOIN_MS }).toEqual(shown());
  expect(await showsNewFrames(wall.page, 10, JOIN_MS)).toBe(true);
  await expect.poll(() => heardPitches(wall.page, [HERTZ], 1_600), { timeout: JOIN_MS }).toEqual([HERTZ]);
  expect(await held.atSfu()).toMatchObject([{ bridge: HALL, publishes: ['CAMERA', 'MICROPHONE'] }]);
});

test('[CHA9] the server hangs for 20 s: the picture goes on all the while, and commands are taken afterwards', async () => {
  const { held, server, wall } = hall;
  await watchGaps(wall.page);
  expect(await showsNewFrames(wall.page, 10, JOIN_MS)).toBe(true);
  const { pid } = server;
  process.kill(pid, 'SIGSTOP');
  const before = await gapsOf(wall.page);
  await pause(HANGING_MS);
  const after = await gapsOf(wall.page);
  process.kill(pid, 'SIGCONT');
  tellFigure(
    `the server hung for ${secondsOf(HANGING_MS)}: ${after.frames - before.frames} frames, longest gap ${secondsOf(after.longestMs)}`,
  );
  expect(after.frames).toBeGreaterThan(before.frames);
  expect(after.longestMs).toBeLessThan(STILL_MS);
  const speechId = (await held.onFloor())?.speech.speechId;
  if (speechId === undefined) throw new Error('the speech was lost');
  await held.must({ type: 'extendSpeech', speechId, byMs: 60_000 });
});

test('[CHA9] LiveKit is stopped for 20 s: the same watch sees the picture stand still; picture and sound come back by themselves, the speech stays', async () => {
  await watchGaps(hall.wall.page);
  const { pid } = hall.server.liveKit();
  process.kill(pid, 'SIGSTOP');
  await standsStill();
  await pause(STOPPED_MS);
  const { longestMs } = await gapsOf(hall.wall.page);
  process.kill(pid, 'SIGCONT');
  expect(longestMs).toBeGreaterThan(STILL_MS);
  await expectBackOnWall('LiveKit stopped for 20 s');
  await expect.poll(onFloorAt, { timeout: BACK_MS }).toEqual(SPEAKING);
});

test('the network of the hall is cut for 30 s: it comes back to the same place, heard because it holds the floor', async () => {
  hall.network.cut();
  await standsStill();
  await pause(CUT_MS);
  hall.network.mend();
  await expectBackOnWall('the network of the hall cut for 30 s');
});

test('[CHA10] the server is killed and started again: the speech stands, the hall is seen and heard without a hand on any screen', async () => {
  const { held, server, wall } = hall;
  await watchGaps(wall.page);
  await server.end('SIGKILL');
  await pause(DEAD_MS);
  const dead = await gapsOf(wall.page);
  await server.startAgain();
  await server.untilMedia();
  await expectBackOnWall('the server killed and started again (from media ready)');
  await until('new frames are drawn', JOIN_MS, async () => (await gapsOf(wall.page)).frames > dead.frames + 10);
  const { longestMs } = await gapsOf(wall.page);
  tellFigure(`the server killed for ${secondsOf(DEAD_MS)}: longest gap of the picture ${secondsOf(longestMs)}`);
  expect((await held.onFloor())?.bridge).toBe(HALL);
});

test.each([5, 15])(
  'a line that loses %i of a hundred packets each way: a take to the hall shows it, and it is heard',
  async (percent) => {
    const { held, network, wall } = hall;
    const take = async (source: Source) =>
      held.must({ type: 'takeSource', source, expectedProgram: programSource(await held.state()) });
    network.lose(percent);
    try {
      await take({ kind: 'hold' });
      await expect.poll(() => seenPicture(wall.page), { timeout: JOIN_MS }).toBeNull();
      // Its subscription has ended by then: the take has to ask for it anew, over the bad line.
      await pause(SETTLED_MS);
      await take({ kind: 'bridge', bridgeId: held.bridge(HALL) });
      await expectBackOnWall(`a loss of ${percent} %`);
      expect(await showsNewFrames(wall.page, 20, BACK_MS)).toBe(true);
    } finally {
      network.lose(0);
    }
  },
);

test('the board is told of a loss of 15 %, and that it has passed', async () => {
  await expect.poll(faultsOfHall, { timeout: BACK_MS }).not.toHaveProperty('packetLoss');
  hall.network.lose(15);
  try {
    const begun = performance.now();
    await expect.poll(faultsOfHall, { timeout: BACK_MS }).toHaveProperty('packetLoss');
    tellFigure(`a loss of 15 %: raised after ${secondsOf(performance.now() - begun)}`);
  } finally {
    hall.network.lose(0);
  }
  await expect.poll(faultsOfHall, { timeout: BACK_MS }).not.toHaveProperty('packetLoss');
});

test('a second machine under the same name takes the place once: the first says so and does not fight', async () => {
  const { bridge, held } = hall;
  const second = await bridge.page.context().newPage();
  await second.goto(bridge.page.url());
  await until('the first page says that it was replaced', JOIN_MS, async () =>
    bridge.page.locator('.replaced').isVisible(),
  );
  const devices = async () => (await held.atSfu()).filter(({ bridge: name }) => name === HALL).length;
  for (let seconds = 0; seconds < 10; seconds++) {
    expect(await devices()).toBeLessThanOrEqual(1);
    await pause(1_000);
  }
  await expectBackOnWall('another machine in the same place');
  await second.close();
});

test('neither screen has asked anybody outside, and neither has failed', () => {
  for (const { misdeeds } of [hall.wall, hall.bridge]) expect(misdeeds).toEqual({ outside: [], errors: [] });
});
