import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { text } from '../../client/text/text.ts';
import { getFrom } from '../../shared/base/persistent-map.ts';
import { callOf } from '../../shared/domain/messages/message.ts';
import { type Devices, launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import { beepingMicrophone, solidCamera } from '../support/fake-devices.ts';
import { HeldConference } from '../support/held-conference.ts';
import { heardPitches } from '../support/page-readings.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

const HALL = 'An Giang';
const HALL_HERTZ = 400;
const CENTRE_HERTZ = 1_000;
const PITCHES = [HALL_HERTZ, CENTRE_HERTZ];
const SOON_MS = 10_000;
const VOICE_MS = 20_000;
const LISTEN_MS = 2_500;

const { panel, call, compose, bridge: hallWords, ring, phone: phoneWords, help, pair } = text.talkback;

const folder = mkdtempSync(join(tmpdir(), 'diem-cau-talk-'));
const browsers: Browser[] = [];
let server: ServerProcess;
let held: HeldConference;
let hall: Screen;
let phone: Page;
let desk: Screen;
let wall: Screen;

beforeAll(async () => {
  server = await ServerProcess.start();
  held = await HeldConference.open(server, [HALL]);
  await server.untilMedia();
  await Promise.all([openCentre(), openHall()]);
  await phone.getByRole('heading', { level: 1 }).waitFor();
});

afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function launch(devices: Devices): Promise<Browser> {
  const browser = await launchBrowser({ devices });
  browsers.push(browser);
  return browser;
}

async function openCentre(): Promise<void> {
  const centre = await launch({ microphone: beepingMicrophone(folder, CENTRE_HERTZ) });
  desk = await openScreen(centre, await held.link('secretariat'), { width: 1_440, height: 900 });
  wall = await openScreen(centre, await held.link('wall'));
}

async function openHall(): Promise<void> {
  // A small camera: the one that Chromium makes up is costly to encode, and nobody looks at it.
  const devices = { camera: solidCamera(folder, 'red'), microphone: beepingMicrophone(folder, HALL_HERTZ) };
  hall = await openScreen(await launch(devices), await held.link('operator', HALL), { width: 1_280, height: 720 });
  phone = await hall.page.context().newPage();
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto(hall.page.url().replace('/bridge/', '/phone/'));
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

const isThere = (page: Page, name: string): Promise<boolean> =>
  page.getByRole('button', { name, exact: true }).first().isVisible();

const messages = async () => (await held.state()).messages;
const ownCall = async () => callOf(await messages(), held.bridge(HALL));

async function openThread(): Promise<void> {
  if (await desk.page.getByRole('dialog').isVisible()) return;
  await press(desk.page, new RegExp(`^${text.talkback.console.open}`, 'u'));
  await desk.page.getByLabel(panel.find, { exact: true }).fill(HALL);
  await desk.page.locator('.talkback-row', { hasText: HALL }).first().click();
  await desk.page.getByRole('button', { name: call.ringFor(HALL) }).waitFor();
}

test('[TLK12] F1 calls for help behind an open dialog, and stands on top at the centre until it was settled', async () => {
  await hall.page.bringToFront();
  await press(hall.page, hallWords.messages);
  await hall.page.keyboard.press('F1');
  await until('help is called for', SOON_MS, async () => (await messages()).help.size === 1);
  await hall.page.keyboard.press('Escape');
  await press(hall.page, help.matters.sound);
  await until('its matter is known', SOON_MS, async () => {
    return getFrom((await messages()).help, held.bridge(HALL))?.matter === 'sound';
  });
  // The key again takes nothing back of what was said.
  await hall.page.keyboard.press('F1');
  await openThread();
  await press(desk.page, help.settleFor(HALL));
  await until('help is settled', SOON_MS, async () => (await messages()).help.size === 0);
  expect(await isThere(hall.page, hallWords.help)).toBe(true);
});

test('[TLK13] a message is seen by being on a screen, answered by one press, and the centre is told of both', async () => {
  await openThread();
  await desk.page.getByLabel(compose.phrase).selectOption('0');
  await press(desk.page, compose.send);
  await until('it was seen', SOON_MS, async () => [...(await repliesNow())].some(({ seenAt }) => seenAt !== null));
  const [first = ''] = compose.answerSets[3]?.answers ?? [];
  await hall.page.bringToFront();
  await press(hall.page, hallWords.answerWith(first));
  await desk.page.getByText(first, { exact: false }).first().waitFor();
  expect(await repliesNow()).toMatchObject([{ answer: first }]);
});

async function repliesNow() {
  const { replies, sent } = await messages();
  return sent.flatMap(({ messageId }) => {
    const reply = getFrom(replies, `${messageId} ${held.bridge(HALL)}`);
    return reply === undefined ? [] : [reply];
  });
}

test('[TLK14] the bridge rings on hall and phone; the phone answers, both hear each other, the program nothing', async () => {
  await phone.bringToFront();
  await press(phone, phoneWords.bell);
  await openThread();
  await press(desk.page, call.ringFor(HALL));
  await until('both ring', SOON_MS, async () => {
    return (await isThere(hall.page, ring.answer)) && (await isThere(phone, ring.answer));
  });
  await press(phone, ring.answer);
  await until('the hall falls silent', SOON_MS, async () => !(await isThere(hall.page, ring.answer)));
  const heard = (page: Page) => heardPitches(page, PITCHES, LISTEN_MS);
  await Promise.all([
    until('the centre hears the phone', VOICE_MS, async () => (await heard(desk.page)).includes(HALL_HERTZ)),
    until('the phone hears the centre', VOICE_MS, async () => (await heard(phone)).includes(CENTRE_HERTZ)),
  ]);
  const pages = [desk.page, phone, wall.page, hall.page];
  expect(await Promise.all(pages.map(heard))).toEqual([[HALL_HERTZ], [CENTRE_HERTZ], [], []]);
});

test('[TLK8] whoever rang and closes the panel ends the call', async () => {
  expect((await ownCall())?.stage.status).toBe('talking');
  await desk.page.bringToFront();
  await desk.page.keyboard.press('Escape');
  await until('the call is over', SOON_MS, async () => (await ownCall())?.stage.status === 'over');
  expect((await ownCall())?.stage).toMatchObject({ ending: 'hungUp' });
});

test('[TLK7] a hall that speaks to the conference is not covered by a ring, and the phone rings all the same', async () => {
  const [waiting] = await held.queue();
  expect(waiting).toBe(HALL);
  await press(desk.page, new RegExp(`Mời ${HALL} phát biểu`, 'u'));
  // The control of the silence above: what this hall says to the conference is heard on the wall.
  await until('the wall hears the hall', VOICE_MS, async () => {
    return (await heardPitches(wall.page, PITCHES, LISTEN_MS)).includes(HALL_HERTZ);
  });
  await openThread();
  await press(desk.page, call.ringFor(HALL));
  await until('the phone rings', SOON_MS, () => isThere(phone, ring.answer));
  await hall.page.getByText(ring.heard).waitFor();
  expect(await isThere(hall.page, ring.answer)).toBe(false);
  await desk.page.bringToFront();
  await desk.page.keyboard.press('Escape');
  await until('the phone is silent', SOON_MS, async () => !(await isThere(phone, ring.answer)));
});

test('[PAI22] a screen that shows a code opens its own screen once the code was typed, and a wrong code opens nothing', async () => {
  const context = await (browsers[0] ?? (await launch({}))).newContext();
  const screen = await context.newPage();
  await screen.goto(new URL('/pair', server.origin).href);
  const code = await screen.locator('.pair-code > [aria-hidden]').innerText();
  await press(desk.page, text.console.top.arrange);
  const form = desk.page.locator('form', { hasText: pair.form.heading });
  await form.getByLabel(text.console.links.seat).selectOption('wall');
  await form.getByLabel(pair.form.code).fill('22222222');
  await press(desk.page, pair.form.press);
  await form.getByText(pair.form.refused).waitFor();
  expect(new URL(screen.url()).pathname).toBe('/pair');
  await form.getByLabel(pair.form.code).fill(code.toLowerCase());
  await press(desk.page, pair.form.press);
  await screen.waitForURL(/\/c\/[^/]+\/wall/u, { timeout: SOON_MS });
  await context.close();
});

test('no screen asked for anything outside, and none failed', () => {
  for (const { misdeeds } of [hall, desk, wall]) expect(misdeeds).toEqual({ outside: [], errors: [] });
});
