import { readdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pitchOf } from '../../scripts/demo-bridges/tone.ts';
import { valuesOf } from '../../shared/base/persistent-map.ts';
import { hasReported, tallyOf } from '../../shared/domain/attendance/attendance.ts';
import { absentIn, presentIn, sumOf, withTally } from '../../shared/domain/attendance/figure.ts';
import { queuedSpeeches, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import { launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import { HeldConference } from '../support/held-conference.ts';
import { heardPitches, showsNewFrames, visibleBridge } from '../support/page-readings.ts';
import { outputOf, ScriptProcess } from '../support/script-process.ts';
import { tokenOf } from '../support/secretariat-seat.ts';
import { commandLineOf, ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

/** The first two of the queue, in this order. */
const [FIRST, SECOND] = ['Hà Nội', 'TP. Hồ Chí Minh'];
const SOON = { timeout: 30_000 };
const LISTEN_MS = 1_600;

let server: ServerProcess;
let held: HeldConference;
let browser: Browser;
let wall: Screen;
let bridges: ScriptProcess;

beforeAll(async () => {
  server = await ServerProcess.start({ DEMO: 'on' });
  held = await HeldConference.find(server);
  await server.untilMedia();
  bridges = new ScriptProcess(server, 'scripts/demo-bridges/main.ts', ['2']);
  browser = await launchBrowser();
  wall = await openScreen(browser, server.links.get('wall') ?? '');
});

afterAll(async () => {
  await browser?.close();
  bridges?.kill();
  await server?.close();
});

const publishedBy = async (hall: string): Promise<readonly string[]> =>
  (await held.atSfu()).filter(({ bridge }) => bridge === hall).flatMap(({ publishes }) => publishes);

async function call(hall: string): Promise<void> {
  const { floor } = await held.state();
  const speech = queuedSpeeches(floor).find(({ bridgeId }) => bridgeId === held.bridge(hall));
  if (speech === undefined) throw new Error(`${hall} is not in the queue`);
  await held.must({
    type: 'callSpeaker',
    speechId: speech.speechId,
    expectedOnFloor: speechOnFloor(floor)?.speechId ?? null,
    accepting: [],
  });
}

test('the demo is the briefing of 30/9/2021, with 65 bridges and the seven units that spoke', async () => {
  const { conference, bridges: halls } = await held.state();
  expect(conference.date).toBe('2021-09-30');
  expect(halls.byId.size).toBe(65);
  expect((await held.queue()).length).toBe(7);
});

test('demo:bridges joins by real WebRTC, sends moving pictures, and sounds only while it is called', async () => {
  await until('both bridges have joined', SOON.timeout, () => bridges.output.match(/\tđã vào/gu)?.length === 2);
  await expect.poll(() => publishedBy(FIRST), SOON).toEqual(['CAMERA']);
  await expect.poll(() => publishedBy(SECOND), SOON).toEqual(['CAMERA']);

  await call(FIRST);
  await expect.poll(() => visibleBridge(wall.page), SOON).toBe(held.bridge(FIRST));
  expect(await showsNewFrames(wall.page, 10, SOON.timeout)).toBe(true);
  await expect.poll(async () => (await held.onFloor())?.speech.stage.status, SOON).toBe('speaking');
  const pitches = [pitchOf(0), 2 * pitchOf(1)];
  await expect.poll(() => heardPitches(wall.page, pitches, LISTEN_MS), SOON).toEqual([pitchOf(0)]);

  await call(SECOND);
  await expect.poll(() => publishedBy(FIRST), SOON).toEqual(['CAMERA']);
  await expect.poll(() => publishedBy(SECOND), SOON).toEqual(['CAMERA', 'MICROPHONE']);
});

test('its operators report their head-counts', async () => {
  const attendance = async () => (await held.state()).attendance;
  await expect.poll(async () => (await attendance()).totals.reported, SOON).toBe(2);
  const { byBridge, totals } = await attendance();
  const spoken = [...valuesOf(byBridge)].filter(hasReported).map(tallyOf);
  const figure = sumOf(spoken.reduce((sum, one) => withTally(sum, one)));
  expect(presentIn(figure)).toBeGreaterThan(20);
  expect(presentIn(figure) + absentIn(figure)).toBe(figure.expected);
  // Whoever is on a list that nobody has marked is expected too.
  expect(sumOf(totals).expected).toBeGreaterThan(figure.expected);
});

test('npm run invite prints one more link, and the running server takes it', async () => {
  const [seat, link = ''] = (await outputOf(server, 'scripts/invite.ts')).trim().split('\t');
  expect(seat).toBe('secretariat');
  expect(new URL(link).origin).toBe(server.origin);
  expect((await server.http.signIn(tokenOf(link))).session.seat).toBe('secretariat');
});

test('Ctrl-C with bridges and a wall joined leaves no process behind', async () => {
  const liveKit = server.liveKit().pid;
  expect(commandLineOf(liveKit)).toContain(server.dataDir);
  expect(await publishedBy(SECOND)).toContain('CAMERA');

  expect(await server.end('SIGINT')).toBe(0);
  expect(commandLineOf(liveKit)).toBe('');
  expect(processesNaming(server.dataDir)).toEqual([]);

  expect(bridges.isRunning, 'the bridges wait for the server to come back').toBe(true);
  expect(await bridges.interrupt()).toBe(0);
});

const processesNaming = (folder: string): readonly string[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => commandLineOf(Number(pid)))
    .filter((commandLine) => commandLine.includes(folder));
