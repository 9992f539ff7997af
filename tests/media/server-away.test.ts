import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import { beepingMicrophone, solidCamera } from '../support/fake-devices.ts';
import { HeldConference } from '../support/held-conference.ts';
import { seenPicture } from '../support/page-readings.ts';
import { gapsOf, watchGaps } from '../support/picture-gaps.ts';
import { ServerProcess } from '../support/server-process.ts';
import { tellFigure } from '../support/tell-figure.ts';
import { until } from '../support/until.ts';

/** The server hangs or is killed while a hall speaks; pictures go from the hall to LiveKit to the wall without it. */
const HALL = 'An Giang';
const JOIN_MS = 60_000;
const HANGING_MS = 20_000;
/** A machine that runs tests beside it draws some frames late; a cut picture would stand still for the whole time. */
const STILL_MS = 3_000;

const folder = mkdtempSync(join(tmpdir(), 'diem-cau-away-'));
let server: ServerProcess;
let held: HeldConference;
let browser: Browser;
let hall: Browser;
let wall: Screen;
let bridge: Screen;

beforeAll(async () => {
  server = await ServerProcess.start();
  held = await HeldConference.open(server, [HALL]);
  await server.untilMedia();
  browser = await launchBrowser();
  const devices = { camera: solidCamera(folder, 'yellow'), microphone: beepingMicrophone(folder, 700) };
  hall = await launchBrowser({ devices });
  wall = await openScreen(browser, await held.link('wall'));
  bridge = await openScreen(hall, await held.link('operator', HALL));
  await until('the hall is on the line', JOIN_MS, async () => (await held.onLine()).includes(HALL));
  const speechId = (await held.state()).floor.queue[0];
  if (speechId === undefined) throw new Error('nobody is in line');
  await held.must({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: [] });
  await until('the hall is seen on the wall', JOIN_MS, async () => (await seenPicture(wall.page))?.colour === 'yellow');
});

afterAll(async () => {
  await hall?.close();
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const secondsOf = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

test('[CHA9] the server hangs for 20 s: the picture goes on all the while, and commands are taken afterwards', async () => {
  await watchGaps(wall.page);
  await pause(2_000);
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

test('[CHA9] the control: while LiveKit itself hangs the same watch sees the picture stand still', async () => {
  const { pid } = server.liveKit();
  process.kill(pid, 'SIGSTOP');
  await pause(STILL_MS + 3_000);
  const { longestMs } = await gapsOf(wall.page);
  process.kill(pid, 'SIGCONT');
  expect(longestMs).toBeGreaterThan(STILL_MS);
  await until('the picture is back', JOIN_MS, async () => (await seenPicture(wall.page))?.colour === 'yellow');
});

test('[CHA10] the server is killed and started again: the speech stands, the hall is seen again by itself', async () => {
  await pause(3_000);
  await watchGaps(wall.page);
  await server.end('SIGKILL');
  await pause(5_000);
  const dead = await gapsOf(wall.page);
  await server.startAgain();
  await server.untilMedia();
  await until('the hall is seen on the wall', JOIN_MS, async () => {
    const seen = await gapsOf(wall.page);
    return (await seenPicture(wall.page))?.colour === 'yellow' && seen.frames > dead.frames + 10;
  });
  const { longestMs } = await gapsOf(wall.page);
  tellFigure(`the server killed for 5 s: longest gap of the picture ${secondsOf(longestMs)}`);
  expect((await held.onFloor())?.bridge).toBe(HALL);
  for (const { misdeeds } of [wall, bridge]) expect(misdeeds).toEqual({ outside: [], errors: [] });
});
