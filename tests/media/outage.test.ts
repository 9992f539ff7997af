import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import { type CableConference, openOverCable } from '../support/hall-over-cable.ts';
import { NO_MEDIA } from '../support/no-media.ts';
import { tellFigure } from '../support/tell-figure.ts';
import { trusting } from '../support/tls-trust.ts';
import { until } from '../support/until.ts';

/** Who conducts sits behind a cable of their own; it is cut without a word, and then the server hangs (X07). */
const NOTICED_WITHIN_MS = 18_000;
const GONE_MS = 25_000;
const BACK_WITHIN_MS = 20_000;

const folder = mkdtempSync(join(tmpdir(), 'diem-cau-outage-'));
let conference: CableConference;
let browser: Browser;
let desk: Screen;
const heard: number[] = [];

beforeAll(async () => {
  conference = await openOverCable(['An Giang', 'Cà Mau'], NO_MEDIA);
  const { network, server, held } = conference;
  browser = await launchBrowser({ args: [trusting(server)], executable: network.chromiumThere(folder) });
  desk = await openScreen(browser, await held.link('moderator'), { width: 1280, height: 720 });
  desk.page.on('websocket', (line) => line.on('framereceived', ({ payload }) => note(String(payload))));
  await desk.page.reload();
  await until('the console can command', 30_000, async () => (await pressable(desk.page)).length > 0);
  await desk.page.evaluate(() => document.body.setAttribute('data-not-reloaded', ''));
});

afterAll(async () => {
  await browser?.close();
  await conference?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The numbers of the facts that came, as they came. */
function note(frame: string): void {
  if (!frame.startsWith('42["patch"')) return;
  for (const [, seq] of frame.matchAll(/\{"seq":(\d+),"event"/g)) heard.push(Number(seq));
}

/** What opens a panel or a form whose own press sends, or changes this screen alone: these stay, by their words. */
const SENDS_NOTHING: ReadonlySet<string> = new Set([
  'Nghe tiếng',
  'English',
  'Chụp ảnh',
  'Kết thúc…',
  'Biểu quyết',
  'Tài liệu',
  'Trao đổi',
  'Ghi hình',
  'Sắp xếp…',
  'Giờ…',
  'Biểu đồ…',
  'Đã phát biểu (0)…',
  'Ghi lượt phát biểu…',
  'Danh sách…',
  'Điểm danh',
  'Chốt sẵn sàng',
]);

/** Whatever can be pressed on the whole page and sends; a small button of a row stays reachable to say why it is off. */
async function pressable(page: Page): Promise<readonly string[]> {
  const words = await page.locator('button:enabled:not([aria-disabled=true])').allTextContents();
  return words.filter((word) => !SENDS_NOTHING.has(word));
}

/** From now: when the first button says that the line is lost, and whether any is left a second later. */
async function untilNoticed(page: Page): Promise<{ readonly noticedMs: number; readonly left: readonly string[] }> {
  const from = performance.now();
  await page
    .locator('.command-reason', { hasText: 'Mất đường truyền' })
    .first()
    .waitFor({ state: 'attached', timeout: NOTICED_WITHIN_MS });
  const noticedMs = performance.now() - from;
  await pause(1_000);
  return { noticedMs, left: await pressable(page) };
}

async function untilBack(page: Page): Promise<number> {
  const from = performance.now();
  await until('the console can command again', BACK_WITHIN_MS, async () => (await pressable(page)).length > 0);
  return performance.now() - from;
}

const told = (fault: string, noticedMs: number, backMs: number): void =>
  tellFigure(
    `${fault}: noticed after ${(noticedMs / 1_000).toFixed(1)} s, back ${(backMs / 1_000).toFixed(1)} s after its end`,
  );

test('[DLV11] the cable drops everything for 25 s: nothing can be pressed, then the screen is in step by itself', async () => {
  const { page } = desk;
  const { network, held } = conference;
  network.lose(100);
  const { noticedMs, left } = await untilNoticed(page);
  expect(left).toEqual([]);
  heard.splice(0);
  for (let i = 0; i < 3; i++) {
    await held.must({ type: 'armSource', source: { kind: 'hold' } });
    await held.must({ type: 'disarmSource' });
  }
  await pause(Math.max(0, GONE_MS - noticedMs));
  network.lose(0);
  told('cable cut silently', noticedMs, await untilBack(page));
  await until('what was missed has come', 10_000, () => heard.length >= 6);
  expect(heard).toEqual([...new Set(heard)]);
  expect(heard).toEqual(Array.from(heard, (_, index) => (heard[0] ?? 0) + index));
  expect(await page.locator('body[data-not-reloaded]').count()).toBe(1);
});

test('[DLV12] the server hangs: the screen notices, nothing can be pressed, and it goes on by itself', async () => {
  const { page } = desk;
  const { pid } = conference.server;
  process.kill(pid, 'SIGSTOP');
  const { noticedMs, left } = await untilNoticed(page).finally(() => process.kill(pid, 'SIGCONT'));
  expect(left).toEqual([]);
  told('server hung', noticedMs, await untilBack(page));
  expect(await page.locator('body[data-not-reloaded]').count()).toBe(1);
});
