import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LINGER_MS } from '../../client/media/wanted-pictures.ts';
import { text } from '../../client/text/text.ts';
import type { Source } from '../../shared/domain/onair/onair.ts';
import { programSource } from '../../shared/domain/onair/program.ts';
import type { Screen } from '../support/browser.ts';
import { FIVE_HALLS, FiveHalls } from '../support/five-halls.ts';
import { seenPicture } from '../support/page-readings.ts';
import { isDark, PaintedFrames } from '../support/painted-frames.ts';
import { uploadSlides } from '../support/sent-slides.ts';
import { until } from '../support/until.ts';

const SOON = { timeout: 30_000 };
const [CENTRAL_HALL, AN_GIANG, QUANG_BINH] = FIVE_HALLS;
const FORGOTTEN_MS = LINGER_MS + 1_000;

let halls: FiveHalls;
let wall: Screen;

beforeAll(async () => {
  halls = await FiveHalls.open([CENTRAL_HALL, AN_GIANG, QUANG_BINH]);
  wall = await halls.openAt('wall', null);
  await take(hall('An Giang'));
  await until('An Giang is on the wall', SOON.timeout, async () => (await seenPicture(wall.page))?.colour === 'red');
});

afterAll(() => halls?.close());

const hall = (name: string): Source => ({ kind: 'bridge', bridgeId: halls.held.bridge(name) });

async function take(source: Source): Promise<void> {
  const expectedProgram = programSource(await halls.held.state());
  await halls.held.must({ type: 'takeSource', source, expectedProgram, frame: 'alone' });
}

const arm = (source: Source): Promise<void> => halls.held.must({ type: 'armSource', source });

const expectOnWall = (name: string, colour: string) =>
  expect.poll(() => seenPicture(wall.page), SOON).toEqual({ bridgeId: halls.held.bridge(name), colour });

/** The frames painted while `act` runs and for a moment after it; those that were dark. */
async function darkDuring(act: () => Promise<void>): Promise<{ readonly frames: number; readonly dark: number }> {
  const painted = await PaintedFrames.of(wall.page);
  await act();
  await pause(500);
  const frames = await painted.end();
  return { frames: frames.length, dark: frames.filter(isDark).length };
}

test('[PRG21] a take to a hall that nobody prepared leaves the old picture until the new one is there', async () => {
  await pause(FORGOTTEN_MS);
  const seen = await darkDuring(async () => {
    await take(hall('Quảng Bình'));
    await expectOnWall('Quảng Bình', 'green');
  });
  expect(seen.frames).toBeGreaterThan(3);
  expect(seen.dark).toBe(0);
});

/** What stood below the picture, frame by frame: while the old picture was held, and after. */
async function namesDuring(act: () => Promise<void>): Promise<Record<'held' | 'free', readonly string[]>> {
  await wall.page.evaluate(() => {
    const seen = { held: [] as string[], free: [] as string[] };
    Object.assign(globalThis, { seen });
    const look = (): void => {
      const lower = document.querySelector('.wall-lower');
      const isSeen = lower !== null && getComputedStyle(lower).visibility === 'visible';
      const when = document.querySelector('.picture[data-held]') === null ? seen.free : seen.held;
      when.push(isSeen ? (lower.textContent ?? '') : '');
      requestAnimationFrame(look);
    };
    look();
  });
  await act();
  return wall.page.evaluate(() => Reflect.get(globalThis, 'seen'));
}

test('[PRG26] nobody is named while the picture before still stands; the name comes with the picture', async () => {
  await take(hall('An Giang'));
  await expectOnWall('An Giang', 'red');
  // What was on the wall before is armed by itself: something else is, so that nothing of the next picture is there.
  await arm({ kind: 'hold' });
  await pause(FORGOTTEN_MS);
  const names = await namesDuring(async () => {
    await take(hall('Quảng Bình'));
    await expectOnWall('Quảng Bình', 'green');
    await wall.page.locator('.picture[data-held]').waitFor({ state: 'detached' });
    await pause(300);
  });
  expect(names.held.length).toBeGreaterThan(0);
  expect(new Set(names.held)).toEqual(new Set(['']));
  expect(names.free.at(-1)).toContain('Quảng Bình');
});

test('[PRG21] an armed take has no dark frame, however short it was armed', async () => {
  await pause(FORGOTTEN_MS);
  const seen = await darkDuring(async () => {
    for (const [waitMs, name, colour] of [
      [600, 'An Giang', 'red'],
      [100, 'Quảng Bình', 'green'],
      [1_500, 'An Giang', 'red'],
    ] as const) {
      await arm(hall(name));
      await pause(waitMs);
      await take(hall(name));
      await expectOnWall(name, colour);
      await pause(FORGOTTEN_MS);
    }
  });
  expect(seen.dark).toBe(0);
});

test('[PRG24] takes that follow each other at once end at the last, and nothing dark is seen on the way', async () => {
  const seen = await darkDuring(async () => {
    for (const waitMs of [0, 50, 150, 400, 800]) {
      await take(hall('Quảng Bình'));
      await pause(waitMs);
      await take(hall('An Giang'));
      await pause(waitMs);
    }
    await expectOnWall('An Giang', 'red');
  });
  expect(seen.dark).toBe(0);
  await pause(FORGOTTEN_MS);
  await expectOnWall('An Giang', 'red');
});

/** How much of one lies over the other, in square pixels. */
async function overlap(page: Page, one: string, other: string): Promise<number> {
  const [a, b] = await Promise.all([one, other].map((part) => page.locator(part).first().boundingBox()));
  if (a === null || a === undefined || b === null || b === undefined)
    throw new Error(`${one} or ${other} is not there`);
  const shared = (from: number, size: number, from2: number, size2: number) =>
    Math.max(0, Math.min(from + size, from2 + size2) - Math.max(from, from2));
  return shared(a.x, a.width, b.x, b.width) * shared(a.y, a.height, b.y, b.height);
}

test('[TLK6] a ring stands beside the program in a hall, and is answered there', async () => {
  const { page } = halls.screen('An Giang');
  await page.setViewportSize({ width: 1_920, height: 1_080 });
  await halls.held.must({ type: 'ringBridge', bridgeId: halls.held.bridge('An Giang') });
  await page.getByRole('button', { name: text.talkback.ring.answer }).waitFor();
  expect(await overlap(page, '.ring', '.bridge-picture')).toBe(0);
  expect(await overlap(page, '.ring', '.bridge-band')).toBe(0);
  await page.getByRole('button', { name: text.talkback.ring.decline }).click();
  await page.locator('.ring').waitFor({ state: 'detached' });
});

test('[DOC22][PRG25] a hall turns the pages it was handed, and on the wall the clock lies over no page', async () => {
  const { page } = halls.screen('An Giang');
  const documentId = await uploadSlides(halls.held, ['green', 'blue']);
  const presenter = halls.held.bridge('An Giang');
  await halls.held.must({ type: 'layDocument', document: { kind: 'file', documentId, presenter } });
  await take({ kind: 'document' });
  await page.getByText(text.documents.present.slides.handedHere).waitFor();
  await page.locator('.handed').getByRole('button', { name: text.documents.slides.after }).click();
  await expect.poll(async () => (await halls.held.state()).onair.document, SOON).toMatchObject({ page: 2 });
  await wall.page.locator('.picture-page[data-page="2"]').waitFor();
  expect(await overlap(wall.page, '.wall-clock', '.picture-sheet')).toBe(0);
  await expect.poll(async () => (await wall.page.locator('.picture-sheet').boundingBox())?.height).toBeGreaterThan(300);
});
