import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lineOf } from '../../shared/domain/lines/line.ts';
import type { Source } from '../../shared/domain/onair/onair.ts';
import { programSource } from '../../shared/domain/onair/program.ts';
import { launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import { beepingMicrophone, solidCamera } from '../support/fake-devices.ts';
import { HeldConference } from '../support/held-conference.ts';
import { seenPicture, showsNewFrames, timeToFrames, timeToSound } from '../support/page-readings.ts';
import { SecondNetwork } from '../support/second-network.ts';
import { ServerProcess } from '../support/server-process.ts';
import { tellFigure } from '../support/tell-figure.ts';
import { trusting } from '../support/tls-trust.ts';
import { until } from '../support/until.ts';

/** One hall behind a cable of its own speaks; the wall stands beside the server. Each fault is told with its times. */
const HALL = 'An Giang';
const HERTZ = 700;
const JOIN_MS = 45_000;
const STOPPED_MS = 20_000;
const CUT_MS = 30_000;
const BACK_MS = 60_000;
const SETTLED_MS = 3_000;

const folder = mkdtempSync(join(tmpdir(), 'diem-cau-faults-'));
let network: SecondNetwork;
let server: ServerProcess;
let held: HeldConference;
let studio: Browser;
let hall: Browser;
let wall: Screen;
let bridge: Screen;

beforeAll(async () => {
  network = SecondNetwork.open();
  server = await ServerProcess.start({ HOST: network.serverAddress });
  held = await HeldConference.open(server, [HALL]);
  await server.untilMedia();
  const args = [trusting(server)];
  studio = await launchBrowser({ args });
  const devices = { camera: solidCamera(folder, 'yellow'), microphone: beepingMicrophone(folder, HERTZ) };
  hall = await launchBrowser({ args, devices, executable: network.chromiumThere(folder) });
  wall = await openScreen(studio, await held.link('wall'));
  bridge = await openScreen(hall, await held.link('operator', HALL));
  await until('the hall is on the line', JOIN_MS, async () => (await held.onLine()).includes(HALL));
  const speechId = (await held.state()).floor.queue[0];
  if (speechId === undefined) throw new Error('nobody is in line');
  await held.must({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: [] });
  await until('the hall is seen on the wall', JOIN_MS, async () => (await seenPicture(wall.page))?.colour === 'yellow');
  await until('and heard', JOIN_MS, async () => (await timeToSound(wall.page, HERTZ, JOIN_MS)) !== null);
});

afterAll(async () => {
  await hall?.close();
  await studio?.close();
  await server?.close();
  network?.close();
  rmSync(folder, { recursive: true, force: true });
});

const secondsOf = (ms: number | null) => (ms === null ? 'never' : `${(ms / 1_000).toFixed(1)} s`);

/** Both are awaited from now: the seconds until the hall is seen and heard on the wall again. */
async function expectBackOnWall(fault: string): Promise<void> {
  const [picture, sound] = await Promise.all([
    timeToFrames(wall.page, 3, BACK_MS),
    timeToSound(wall.page, HERTZ, BACK_MS),
  ]);
  tellFigure(`${fault}: picture after ${secondsOf(picture)}, sound after ${secondsOf(sound)}`);
  expect(picture, `${fault}: picture`).not.toBeNull();
  expect(sound, `${fault}: sound`).not.toBeNull();
  const shown = { bridgeId: held.bridge(HALL), colour: 'yellow' };
  await expect.poll(() => seenPicture(wall.page), { timeout: JOIN_MS }).toEqual(shown);
}

const onFloorAt = async () => {
  const floor = await held.onFloor();
  return floor === null ? null : { bridge: floor.bridge, status: floor.speech.stage.status };
};

const SPEAKING = { bridge: HALL, status: 'speaking' };

const faultsOfHall = async () => lineOf((await held.state()).lines, held.bridge(HALL)).faults;

/** Gone long enough that the wall really stood still, so that what is seen after it is new. */
async function standsStill(): Promise<void> {
  await until('the picture stands still', 15_000, async () => !(await showsNewFrames(wall.page, 2, 1_000)));
}

test('LiveKit is stopped for 20 s: picture and sound come back by themselves, the speech stays', async () => {
  const { pid } = server.liveKit();
  process.kill(pid, 'SIGSTOP');
  await standsStill();
  await pause(STOPPED_MS);
  process.kill(pid, 'SIGCONT');
  await expectBackOnWall('LiveKit stopped for 20 s');
  await expect.poll(onFloorAt, { timeout: BACK_MS }).toEqual(SPEAKING);
});

test('the network of the hall is cut for 30 s: it comes back to the same place, heard because it holds the floor', async () => {
  network.cut();
  await standsStill();
  await pause(CUT_MS);
  network.mend();
  await expectBackOnWall('the network of the hall cut for 30 s');
});

test('the server is killed: after its restart the hall is seen and heard without a hand on any screen', async () => {
  await server.end('SIGKILL');
  await pause(2_000);
  await server.startAgain();
  await server.untilMedia();
  await expectBackOnWall('the server killed and started again (from media ready)');
});

test.each([5, 15])(
  'a line that loses %i of a hundred packets each way: a take to the hall shows it, and it is heard',
  async (percent) => {
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
  network.lose(15);
  try {
    const begun = performance.now();
    await expect.poll(faultsOfHall, { timeout: BACK_MS }).toHaveProperty('packetLoss');
    tellFigure(`a loss of 15 %: raised after ${secondsOf(performance.now() - begun)}`);
  } finally {
    network.lose(0);
  }
  await expect.poll(faultsOfHall, { timeout: BACK_MS }).not.toHaveProperty('packetLoss');
});

test('a second machine under the same name takes the place once: the first says so and does not fight', async () => {
  const context = bridge.page.context();
  const second = await context.newPage();
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
  for (const { misdeeds } of [wall, bridge]) expect(misdeeds).toEqual({ outside: [], errors: [] });
});
