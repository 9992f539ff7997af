import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import { beepingMicrophone, solidCamera } from '../support/fake-devices.ts';
import { HeldConference } from '../support/held-conference.ts';
import { heardPitches, seenPicture, showsNewFrames } from '../support/page-readings.ts';
import { SecondNetwork } from '../support/second-network.ts';
import { ServerProcess } from '../support/server-process.ts';
import { trusting } from '../support/tls-trust.ts';

const HALL = 'An Giang';
const HERTZ = 700;
const SOON = { timeout: 30_000 };

const folder = mkdtempSync(join(tmpdir(), 'diem-cau-network-'));
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
});

afterAll(async () => {
  await hall?.close();
  await studio?.close();
  await server?.close();
  network?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the hall stands in a network of its own: it has no other way than the cable', () => {
  expect(server.origin).toBe(`https://${network.serverAddress}:${new URL(server.origin).port}`);
  const addresses = network.ask('-4', '-o', 'address', 'show', 'scope', 'global');
  expect(addresses.match(/inet [\d.]+/g)).toEqual([`inet ${network.hallAddress}`]);
  expect(network.ask('route', 'show', 'default')).toBe('');
});

test('a bridge joins over TLS from there, and its picture is decoded on the wall', async () => {
  expect(await bridge.page.evaluate(() => [location.protocol, isSecureContext])).toEqual(['https:', true]);
  const queue = (await held.state()).floor.queue;
  await held.must({
    type: 'callSpeaker',
    speechId: queue[0] ?? ('' as never),
    expectedOnFloor: null,
    accepting: ['bridge-absent'],
  });
  const shown = { bridgeId: held.bridge(HALL), colour: 'yellow' };
  await expect.poll(() => seenPicture(wall.page), SOON).toEqual(shown);
  expect(await showsNewFrames(wall.page, 10, SOON.timeout)).toBe(true);
  await expect.poll(() => heardPitches(wall.page, [HERTZ], 1_600), SOON).toEqual([HERTZ]);
  expect(await held.atSfu()).toMatchObject([{ bridge: HALL, publishes: ['CAMERA', 'MICROPHONE'] }]);
});

test('neither screen has asked anybody outside, and neither has failed', () => {
  for (const { misdeeds } of [wall, bridge]) expect(misdeeds).toEqual({ outside: [], errors: [] });
});
