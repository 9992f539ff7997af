import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { LANGUAGE_NAMES } from '../../client/text/text.ts';
import type { Text } from '../../client/text/vietnamese.ts';
import { launchBrowser, openScreen } from '../support/browser.ts';
import { solidCamera } from '../support/fake-devices.ts';
import { HeldConference } from '../support/held-conference.ts';
import { ServerProcess } from '../support/server-process.ts';
import { TEXTS } from '../support/texts.ts';
import { leavesOf } from '../support/words-of-language.ts';

const SOON = { timeout: 20_000 };
const HALLS = ['An Giang', 'Cà Mau'];
const { vi, en } = TEXTS;

const folder = mkdtempSync(join(tmpdir(), 'diem-cau-language-'));
let server: ServerProcess;
let browser: Browser;

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

/** The track and the element of the hall's own picture: another of either would be a camera that was let go. */
const ownPicture = (page: Page) =>
  page.evaluate(() => {
    const video = document.querySelector<HTMLVideoElement & { mark?: number }>('.bridge-own-picture video');
    const stream = video?.srcObject instanceof MediaStream ? video.srcObject : null;
    if (video !== null) video.mark ??= Math.random();
    return { track: stream?.getVideoTracks()[0]?.id ?? null, live: stream?.active ?? false, element: video?.mark };
  });

/** Called, or speaking already: a microphone that hears something starts the clock by itself. */
const onFloor = (page: Page, { bridge: { stage } }: Text) =>
  page.getByText(stage.ownCalled).or(page.getByText(stage.ownSpeaking)).first().waitFor(SOON);

/** What people typed may be called as the product calls its kinds of items. */
const TYPED = /^console\.agendaForm\.kinds\./u;
const vietnamese = new Set([...leavesOf(vi)].flatMap(([path, words]) => (TYPED.test(path) ? [] : [words])));
for (const words of leavesOf(en).values()) vietnamese.delete(words);

/** Every word of the product that stands on the page in Vietnamese, the name of the language apart. */
async function vietnameseOn(page: Page): Promise<readonly string[]> {
  const said = await page.evaluate(() => {
    const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (nodes.nextNode() !== null) found.push(nodes.currentNode.textContent ?? '');
    const attributes = ['title', 'aria-label', 'placeholder'];
    for (const element of document.querySelectorAll('*')) {
      for (const name of attributes) found.push(element.getAttribute(name) ?? '');
    }
    return found.map((words) => words.trim());
  });
  return said.filter((words) => vietnamese.has(words) && words !== LANGUAGE_NAMES.vi);
}

const languageOf = (page: Page) => page.evaluate(() => document.documentElement.lang);
const inLanguage = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('[LANG2] a bridge on air changes its language and keeps its camera and its line', async () => {
  const held = await HeldConference.open(server, HALLS);
  const { page } = await openScreen(browser, await held.link('operator', 'An Giang'), { width: 1280, height: 720 });
  await expect.poll(async () => (await ownPicture(page)).track, SOON).not.toBeNull();
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  const before = await ownPicture(page);
  const speechId = (await held.state()).floor.queue[0];
  if (speechId === undefined) throw new Error('nobody waits');
  await held.must({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: ['bridge-absent'] });
  await onFloor(page, vi);

  await inLanguage(page, LANGUAGE_NAMES.en).click();
  await onFloor(page, en);
  await page.getByText(en.bridge.band.onAirNationwide).waitFor(SOON);
  expect(await languageOf(page)).toBe('en');
  expect(await vietnameseOn(page)).toEqual([]);
  expect(await ownPicture(page)).toEqual(before);
  expect(before.live).toBe(true);
  expect(sockets).toEqual([]);
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  expect(await focused()).toBe(LANGUAGE_NAMES.vi);

  await page.keyboard.press('Enter');
  await onFloor(page, vi);
  expect(await ownPicture(page)).toEqual(before);
});

test('[LANG2] the console keeps what is being typed at a switch, remembers the language, and leaves no Vietnamese word', async () => {
  const held = await HeldConference.open(server, HALLS);
  const { page } = await openScreen(browser, await held.link('moderator'), { width: 1440, height: 900 });
  await page.getByText(vi.console.queue.heading).waitFor(SOON);
  const search = page.getByLabel(vi.console.bridges.search).first();
  await search.fill('Mau');
  expect((await vietnameseOn(page)).length).toBeGreaterThan(20);
  await inLanguage(page, LANGUAGE_NAMES.en).click();
  await page.getByText(en.console.queue.heading).waitFor(SOON);
  expect(await vietnameseOn(page)).toEqual([]);
  expect(await page.getByLabel(en.console.bridges.search).first().inputValue()).toBe('Mau');
  await page.reload();
  await page.getByText(en.console.queue.heading).waitFor(SOON);
  expect(await languageOf(page)).toBe('en');
});

test('[LANG4] a wall has no control for it: the key L, or the language in its link', async () => {
  const held = await HeldConference.open(server, HALLS, ['An Giang']);
  const speechId = (await held.state()).floor.queue[0];
  if (speechId === undefined) throw new Error('nobody waits');
  await held.must({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: ['bridge-absent'] });
  const link = new URL(await held.link('wall'));
  link.searchParams.set('lang', 'en');
  const { page } = await openScreen(browser, link.href, { width: 1280, height: 720 });
  await page.getByText(new RegExp(`${en.wall.clock.notStarted}|left`, 'u')).waitFor(SOON);
  expect(await page.getByRole('button').count()).toBe(0);
  await page.keyboard.press('l');
  await page.getByText(new RegExp(`${vi.wall.clock.notStarted}|Còn`, 'u')).waitFor(SOON);
  expect(await languageOf(page)).toBe('vi');
});
