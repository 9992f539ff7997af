import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { text } from '../../client/text/text.ts';
import { registeredSpeeches } from '../../shared/domain/floor/floor.ts';
import { launchBrowser, type Misdeeds, openScreen, watch } from '../support/browser.ts';
import { solidCamera } from '../support/fake-devices.ts';
import { HeldConference } from '../support/held-conference.ts';
import { seenPicture } from '../support/page-readings.ts';
import { ServerProcess } from '../support/server-process.ts';

const SOON = { timeout: 20_000 };
const HALLS = ['An Giang', 'Quảng Bình', 'Cà Mau'];

const folder = mkdtempSync(join(tmpdir(), 'diem-cau-screens-'));
let server: ServerProcess;
/** Has a camera and a microphone, and whoever sits before it allows both. */
let browser: Browser;
const misdeeds: Misdeeds[] = [];

beforeAll(async () => {
  const devices = { camera: solidCamera(folder, 'red') };
  [server, browser] = await Promise.all([ServerProcess.start(), launchBrowser({ devices })]);
  await server.untilMedia();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

async function open(link: string, context?: BrowserContext): Promise<Page> {
  const screen = await openScreen(browser, link, context === undefined ? {} : { context });
  misdeeds.push(screen.misdeeds);
  return screen.page;
}

/** Beside its page, every frame that it sends. */
async function openConsole(held: HeldConference): Promise<{ page: Page; sent: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
  const sent: string[] = [];
  context.on('page', (page) =>
    page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload)))),
  );
  return { page: await open(await held.link('moderator'), context), sent };
}

const devicesAtSfu = async (held: HeldConference, hall: string): Promise<number> =>
  (await held.atSfu()).filter(({ bridge, publishes }) => bridge === hall && publishes.includes('CAMERA')).length;

test('a camera that is refused leaves the screen of the bridge usable, and it says what to do', async () => {
  const held = await HeldConference.open(server, HALLS, []);
  const refusing = await launchBrowser({ devices: null });
  try {
    const { page, misdeeds: done } = await openScreen(refusing, await held.link('operator', 'Cà Mau'));
    misdeeds.push(done);
    await page.getByText(text.bridge.own.bothRefused).waitFor();
    await page.getByRole('button', { name: text.bridge.own.retry }).waitFor();

    await page.getByRole('button', { name: text.bridge.ask.open }).click();
    await page.getByLabel(text.bridge.ask.subject).fill('Kiến nghị của điểm cầu không có camera');
    await page.getByLabel(text.bridge.ask.positions).fill('Trưởng Ban Tổ chức');
    await page.getByRole('button', { name: text.bridge.ask.send }).click();
    const asked = async () =>
      registeredSpeeches((await held.state()).floor).map(({ bridgeId }) => held.nameOf(bridgeId));
    await expect.poll(asked, SOON).toEqual(['Cà Mau']);
  } finally {
    await refusing.close();
  }
});

test('a second tab of a bridge takes its place; the first says so and can take it back', async () => {
  const held = await HeldConference.open(server, HALLS, []);
  const context = await browser.newContext({ viewport: { width: 640, height: 360 } });
  const link = await held.link('operator', 'An Giang');
  const first = await open(link, context);
  await expect.poll(() => devicesAtSfu(held, 'An Giang'), SOON).toBe(1);

  const second = await context.newPage();
  await second.goto(first.url());
  await first.getByText(text.media.replacedSentence).waitFor(SOON);
  await expect.poll(() => devicesAtSfu(held, 'An Giang'), SOON).toBe(1);
  expect(await second.getByText(text.media.replacedSentence).count()).toBe(0);

  await first.getByRole('button', { name: text.media.takeBack }).click();
  await second.getByText(text.media.replacedSentence).waitFor(SOON);
  expect(await first.getByText(text.media.replacedSentence).count()).toBe(0);
  await expect.poll(() => devicesAtSfu(held, 'An Giang'), SOON).toBe(1);
});

test('a double click on the call makes one call', async () => {
  const papers = ['An Giang', 'Quảng Bình'];
  const held = await HeldConference.open(server, HALLS, papers);
  await Promise.all(papers.map(async (hall) => open(await held.link('operator', hall))));
  await expect.poll(() => held.onLine(), SOON).toEqual(papers);
  const { page, sent } = await openConsole(held);
  const calls = () => sent.filter((frame) => frame.includes('"callSpeaker"')).length;
  const button = page.locator('button[aria-keyshortcuts="F8"]');
  await expect.poll(() => button.textContent(), SOON).toContain('An Giang');
  // What is drawn before the line stands takes no press.
  await expect.poll(() => button.isEnabled(), SOON).toBe(true);
  await button.evaluate(pressThrice);
  await expect.poll(async () => (await held.onFloor())?.bridge, SOON).toBe('An Giang');
  expect(await held.queue()).toEqual(['Quảng Bình']);
  expect(calls()).toBe(1);

  // The press is not dead for ever: a moment later it calls the next one.
  await expect
    .poll(async () => {
      await page.keyboard.press('F8');
      return (await held.onFloor())?.bridge;
    }, SOON)
    .toBe('Quảng Bình');
  expect(calls()).toBe(2);
});

/**
 * Twice at once, and again the moment that the press offers the next one: as a hand does that double-clicks. Timers and
 * not frames: a page behind another draws none.
 */
async function pressThrice(first: HTMLElement | SVGElement): Promise<void> {
  const now = () => document.querySelector('button[aria-keyshortcuts="F8"]') ?? first;
  const press = () => now().dispatchEvent(new MouseEvent('click', { bubbles: true }));
  const isReady = () => now().textContent.includes('Quảng Bình') && now().getAttribute('aria-busy') !== 'true';
  press();
  press();
  for (let waited = 0; !isReady(); waited += 1) {
    if (waited > 5_000) throw new Error(`the next one is not offered: ${now().outerHTML}`);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  press();
}

test('with the keyboard alone: accept, reorder, call, end, start the next item', async () => {
  const held = await HeldConference.open(server, HALLS, []);
  for (const hall of HALLS) {
    const speaker = { fullName: null, positions: ['Trưởng Ban Tổ chức'] };
    const subject = `Ý kiến của ${hall}`;
    const wish = { bridgeId: held.bridge(hall), subject, speaker, itemId: null, category: null } as const;
    await held.must({ ...wish, type: 'requestSpeech', kind: 'opinion' });
  }
  const { page } = await openConsole(held);
  await page.getByRole('button', { name: text.console.requests.acceptName('An Giang') }).waitFor();
  const press = (keys: string) => page.keyboard.press(keys);
  /** As soon as the screen offers it. */
  const pressKey = async (key: string) => {
    await page.locator(`button[aria-keyshortcuts="${key}"]:enabled`).first().waitFor();
    await press(key);
  };
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const goTo = (key: string, label: string) =>
    expect
      .poll(async () => {
        if (!(await focused()).includes(label)) await press(key);
        return focused();
      }, SOON)
      .toContain(label);

  for (const [index, hall] of HALLS.entries()) {
    await goTo('F6', text.console.requests.rowLabel(hall, ''));
    await goTo('Tab', text.console.requests.acceptName(hall));
    await press('Enter');
    await expect.poll(async () => (await held.queue()).length, SOON).toBe(index + 1);
  }
  expect(await held.queue()).toEqual(HALLS);

  await goTo('F6', '1. An Giang');
  await goTo('ArrowDown', '2. Quảng Bình');
  await press('Alt+ArrowUp');
  await expect.poll(() => held.queue(), SOON).toEqual(['Quảng Bình', 'An Giang', 'Cà Mau']);

  // No hall has joined: whom that means is asked first, and Enter says yes.
  await pressKey('F8');
  await page.getByRole('button', { name: text.consequences['bridge-absent'].confirm }).waitFor(SOON);
  expect(await held.onFloor()).toBeNull();
  await press('Enter');
  await expect.poll(async () => (await held.onFloor())?.bridge, SOON).toBe('Quảng Bình');
  await pressKey('F9');
  await expect.poll(() => held.onFloor(), SOON).toBeNull();

  const live = async () =>
    (await held.state()).agenda.items.find(({ progress }) => progress.status === 'live')?.plan.title;
  expect(await live()).toBe('Khai mạc');
  await goTo('F6', 'Khai mạc');
  await goTo('ArrowDown', 'Thảo luận');
  await press('Enter');
  await expect.poll(live, SOON).toBe('Thảo luận');
});

test('the other screens open too', async () => {
  const held = await HeldConference.open(server, HALLS, []);
  const programme = await open(await held.link('viewer'));
  await programme.getByText('Thảo luận').first().waitFor();
  const wall = await open(await held.link('wall'));
  await wall.locator('.picture[data-shown]').waitFor();
  expect(await seenPicture(wall)).toBeNull();
  const start = await programme.context().newPage();
  await start.goto(server.origin);
  await start.getByText('Hội nghị giao ban thử').first().waitFor();
});

test('no screen has asked anybody outside, and none has failed', async () => {
  expect(misdeeds.length).toBeGreaterThan(5);
  for (const one of misdeeds) expect(one).toEqual({ outside: [], errors: [] });

  // The watch does see what a page asks for outside.
  const context = await browser.newContext();
  const seen = await watch(context, server.origin);
  const page = await context.newPage();
  await page.setContent('<img src="http://127.0.0.1:9/picture.png" alt="">');
  await page.evaluate(() => {
    new WebSocket('ws://127.0.0.1:9/socket').addEventListener('error', () => undefined);
    new RTCPeerConnection({ iceServers: [{ urls: 'stun:stun.example:3478' }] }).close();
  });
  const outside = ['http://127.0.0.1:9/picture.png', 'stun:stun.example:3478', 'ws://127.0.0.1:9/socket'];
  await expect.poll(() => seen.outside.toSorted(), SOON).toEqual(outside);
});
