import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { text } from '../../client/text/text.ts';
import type { Seat } from '../../shared/domain/actor.ts';
import { lineOf } from '../../shared/domain/lines/line.ts';
import { type Devices, launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import {
  beepingMicrophone,
  type Colour,
  coveredCamera,
  deadMicrophone,
  solidCamera,
  stuckCamera,
} from '../support/fake-devices.ts';
import { CENTRAL, HeldConference } from '../support/held-conference.ts';
import { heardPitches, seenPicture } from '../support/page-readings.ts';
import { colourOf } from '../support/private-readings.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

/** A hall with two machines and the technician at the centre, each with its own picture and pitch. */
const HALL_HERTZ = 400;
const CENTRE_HERTZ = 700;
const COMPANION_HERTZ = 1_100;
const PITCHES = [HALL_HERTZ, CENTRE_HERTZ, COMPANION_HERTZ];
const LONG_MS = 20_000;
const LISTEN_MS = 1_600;
const PHONE_SIZE = { width: 390, height: 844 };

const folder = mkdtempSync(join(tmpdir(), 'diem-cau-devices-'));
const browsers: Browser[] = [];
let server: ServerProcess;
let held: HeldConference;
let wall: Screen;
let hall: Screen;
let companion: Screen;
let centre: Screen;

beforeAll(async () => {
  server = await ServerProcess.start();
  held = await HeldConference.open(server, ['An Giang', 'Cà Mau'], []);
  await server.untilMedia();
  [wall, hall, centre] = await Promise.all([
    open({}, 'wall', null),
    open(devicesOf('red', HALL_HERTZ), 'operator', 'An Giang', { width: 1_280, height: 720 }),
    open(devicesOf('green', CENTRE_HERTZ), 'technician', null, { width: 1_440, height: 900 }),
  ]);
  await cameraAtSfu('hall-');
});

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const devicesOf = (colour: Parameters<typeof solidCamera>[1], hertz: number): Devices => ({
  camera: solidCamera(folder, colour),
  microphone: beepingMicrophone(folder, hertz),
});

async function launch(devices: Devices = {}): Promise<Browser> {
  const browser = await launchBrowser({ devices });
  browsers.push(browser);
  return browser;
}

/** A screen of the seat on a machine of its own. */
async function open(devices: Devices, seat: Seat, bridge: string | null, size?: typeof PHONE_SIZE): Promise<Screen> {
  return openScreen(await launch(devices), await held.link(seat, bridge), size);
}

const cameraAtSfu = (kind: string): Promise<void> =>
  until(`the camera of ${kind} is at the SFU`, LONG_MS, async () =>
    (await held.atSfu()).some(({ device, publishes }) => device.startsWith(kind) && publishes.includes('CAMERA')),
  );

const heard = (page: Page) => heardPitches(page, PITCHES, LISTEN_MS);
const expectHeard = (page: Page, pitches: readonly number[]) =>
  expect.poll(() => heard(page), { timeout: LONG_MS }).toEqual(pitches);
const expectTheirs = (page: Page, colour: Colour) =>
  expect.poll(() => colourOf(page, '[data-private="theirs"] video'), { timeout: LONG_MS }).toBe(colour);

test('[DEV22] the loudspeaker test hears the tones back when the microphone picks them up, and says so when not', async () => {
  const { page } = hall;
  await page.getByRole('button', { name: 'Chọn thiết bị' }).click();
  await page.getByRole('button', { name: 'Thử loa' }).click();
  const outcome = () => page.locator('.speaker-test').getAttribute('data-outcome');
  await expect.poll(outcome, { timeout: LONG_MS }).toBe('unheard');
  await page.evaluate(hearOwnLoudspeaker);
  await page.getByRole('button', { name: 'Thử lại loa' }).click();
  await expect.poll(outcome, { timeout: LONG_MS }).toBe('heard');
  await page.getByRole('button', { name: 'Có nghe' }).click();
  await page.getByText('Loa tốt, và micrô cũng nghe thấy loa.').waitFor();
  await page.keyboard.press('Escape');
});

test('[NET40] in a line check the hall and the centre see and hear each other, and nobody else does', async () => {
  const { page } = centre;
  await page.getByText('An Giang').first().click();
  await page.getByRole('button', { name: 'Thử đường truyền', exact: false }).first().click();
  await page.getByRole('button', { name: text.consequences['leaves-program'].confirm }).click();
  await page.getByRole('dialog').waitFor();
  await Promise.all([
    expectTheirs(page, 'red'),
    expectTheirs(hall.page, 'green'),
    expectHeard(page, [HALL_HERTZ]),
    expectHeard(hall.page, [CENTRE_HERTZ]),
  ]);
  expect(await heard(wall.page)).toEqual([]);
});

test('[NET41] a hall that is called while its line is checked leaves the private room: its loudspeakers carry nothing private', async () => {
  await call('An Giang');
  await Promise.all([expectHeard(hall.page, []), expectHeard(wall.page, [HALL_HERTZ]), expectHeard(centre.page, [])]);
  await held.must({ type: 'abandonLineCheck', bridgeId: held.bridge('An Giang') });
});

test('[DEV20] a second camera stands by in silence and becomes the picture of the hall on one press', async () => {
  companion = await open(devicesOf('yellow', COMPANION_HERTZ), 'operator', 'An Giang', PHONE_SIZE);
  await companion.page.goto(companion.page.url().replace('/bridge', '/camera'));
  await cameraAtSfu('camera-');
  await expect.poll(() => seenPicture(wall.page), { timeout: LONG_MS }).toMatchObject({ colour: 'red' });

  await companion.page.getByRole('button', { name: 'Dùng camera này' }).click();
  await expect
    .poll(() => seenPicture(wall.page), { timeout: LONG_MS, interval: 20 })
    .toMatchObject({ colour: 'yellow' });
  await expectHeard(wall.page, [HALL_HERTZ]);
  expect(await heard(companion.page)).toEqual([]);
  const machines = (await held.atSfu()).filter(({ bridge }) => bridge === 'An Giang');
  expect(machines.map(({ publishes }) => publishes.join(' ')).toSorted()).toEqual(['CAMERA', 'CAMERA MICROPHONE']);
});

test('[DEV21] a second camera that goes away leaves the picture to the hall, and the hall can take it back by hand', async () => {
  await companion.page.close();
  await expect.poll(() => seenPicture(wall.page), { timeout: LONG_MS, interval: 50 }).toMatchObject({ colour: 'red' });
  await hall.page.getByRole('button', { name: 'Dùng lại camera của hội trường' }).click();
  await expect
    .poll(async () => (await held.state()).onair.devices, { timeout: LONG_MS })
    .toEqual({
      [held.bridge('An Giang')]: {},
    });
});

test('[DEV24] the technician’s phone stands in no room until it is chosen; then it is the one voice of the hall', async () => {
  const phone = await open(devicesOf('blue', COMPANION_HERTZ), 'operator', 'An Giang', PHONE_SIZE);
  await phone.page.goto(phone.page.url().replace('/bridge', '/phone'));
  const take = phone.page.getByRole('button', { name: 'Dùng micrô này' });
  await take.waitFor();
  const ofPhone = async () => (await held.atSfu()).filter(({ device }) => device.startsWith('phone-'));
  expect(await ofPhone()).toEqual([]);
  await take.click();
  await expectHeard(wall.page, [COMPANION_HERTZ]);
  expect(await ofPhone()).toMatchObject([{ publishes: ['MICROPHONE'] }]);
  await phone.page.getByRole('button', { name: 'Trả tiếng về máy của hội trường' }).click();
  await expectHeard(wall.page, [HALL_HERTZ]);
  await expect.poll(ofPhone, { timeout: LONG_MS }).toEqual([]);
  await phone.page.context().close();
});

test('[DEV23] while the country hears the hall, no test tone is played into it', async () => {
  await hall.page.getByRole('button', { name: 'Chọn thiết bị' }).click();
  expect(await hall.page.getByRole('button', { name: 'Thử loa' }).isDisabled()).toBe(true);
  await hall.page.getByText('Micrô đang mở: ba tiếng thử sẽ lọt vào hội nghị.').waitFor();
  await hall.page.keyboard.press('Escape');
});

const faultsOf = async (name: string) => lineOf((await held.state()).lines, held.bridge(name)).faults;

describe('halls whose devices deceive', () => {
  beforeAll(async () => {
    const deaf = { camera: coveredCamera(folder), microphone: deadMicrophone(folder) };
    await Promise.all([
      open(deaf, 'operator', 'Cà Mau'),
      open({ camera: stuckCamera(folder, 'green') }, 'operator', CENTRAL),
    ]);
  });

  test('[NET42] a covered lens is raised, and a dead microphone that says it works, within fifteen seconds', async () => {
    const faults = () => faultsOf('Cà Mau');
    await expect.poll(faults, { timeout: LONG_MS }).toMatchObject({ blackPicture: expect.any(Number) });
    expect(await faults()).not.toHaveProperty('silentMicrophone');
    await held.must({ type: 'startLineCheck', bridgeId: held.bridge('Cà Mau'), accepting: ['leaves-program'] });
    await until('the microphone is open', LONG_MS, () => held.sendsInPrivate('Cà Mau'));
    const begun = performance.now();
    await expect.poll(faults, { timeout: LONG_MS }).toMatchObject({ silentMicrophone: expect.any(Number) });
    expect(performance.now() - begun).toBeLessThan(15_000);
  });

  test('[NET43] a picture that hangs is raised, and a hall that works is not blamed', async () => {
    await expect.poll(() => faultsOf(CENTRAL), { timeout: LONG_MS }).toHaveProperty('frozenPicture');
    expect(await faultsOf('An Giang')).toEqual({});
  });
});

async function call(name: string): Promise<void> {
  await held.must({
    type: 'registerSpeech',
    bridgeId: held.bridge(name),
    kind: 'opinion',
    subject: `Ý kiến của ${name}`,
    speaker: { fullName: null, positions: ['Trưởng Ban Tổ chức'] },
    itemId: null,
    category: null,
    allottedMs: 600_000,
    override: null,
  });
  const [speechId] = (await held.state()).floor.queue;
  if (speechId === undefined) throw new Error('nobody waits');
  await held.must({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: [] });
}

/** Runs in the page: what is played there comes back by the microphone, as in a room. */
function hearOwnLoudspeaker(): void {
  const context = new AudioContext();
  const room = context.createMediaStreamDestination();
  window.Audio = class extends Audio {
    constructor(source?: string) {
      super(source);
      context.createMediaElementSource(this).connect(room);
    }
  };
  navigator.mediaDevices.getUserMedia = () => Promise.resolve(room.stream);
}
