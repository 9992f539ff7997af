import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
import { chromiumPath, FAKE_DEVICE_FLAGS, QUIET_FLAGS } from '../chromium.ts';
import { ROOT } from './running-server.ts';

const FOLDER = join(ROOT, 'docs', 'screenshots');
const SETTLE_MS = 1_500;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const DESK: Size = { width: 1_440, height: 900 };
export const WALL: Size = { width: 1_920, height: 1_080 };
export const HALL: Size = { ...WALL };
export const TABLET: Size = { width: 1_280, height: 800 };
export const PHONE: Size = { width: 390, height: 844 };
/** A4 as a page is laid out. */
export const PAPER: Size = { width: 900, height: 1_200 };

/** `film`: what is held before its camera. */
export function launch(film: string | null = null): Promise<Browser> {
  const camera = film === null ? [] : [`--use-file-for-fake-video-capture=${film}`];
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [...QUIET_FLAGS, ...FAKE_DEVICE_FLAGS, ...camera],
  });
}

/** By the link, onto whatever screen it opens. */
export async function openLink(browser: Browser, link: string, size: Size): Promise<Page> {
  const context = await browser.newContext({ viewport: size, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
  const page = await context.newPage();
  await page.goto(link);
  await page.waitForURL((url) => url.pathname !== '/join');
  return page;
}

export async function save(page: Page, name: string, part?: Locator): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  await page.waitForTimeout(SETTLE_MS);
  const path = join(FOLDER, `${name}.png`);
  await (part === undefined ? page.screenshot({ path }) : part.screenshot({ path }));
  console.log(`docs/screenshots/${name}.png`);
}

export const hasPicture = (page: Page): Promise<void> =>
  page.locator('video[data-flowing="true"]').filter({ visible: true }).first().waitFor({ timeout: 60_000 });
