import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { handbookText as words } from '../../client/text/vi/handbook.ts';
import { launchBrowser } from '../support/browser.ts';
import { HandbookHall, LIVE_ITEM } from '../support/handbook-hall.ts';
import { Caller, startTestServer, type TestServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

/** A delegate's phone against a whole server: first look, voting, a hall without a network, a badge that is taken back. */
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const SOON = 20_000;
const REPORT = 'Báo cáo tổng kết';
const MARKED = 'Dự thảo có tên người đọc';
const QUESTION = 'Thông qua dự thảo Nghị quyết';

let server: TestServer;
let hall: HandbookHall;
let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  server = await startTestServer();
  hall = await HandbookHall.open(await Caller.signedIn(server, { seat: 'secretariat' }));
  await hall.release(REPORT);
  await hall.release(MARKED, { watermark: true });
  browser = await launchBrowser({ devices: null });
});

afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser?.close();
  await server?.stop();
});

async function phone(): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly errors: string[] }> {
  const context = await browser.newContext(PHONE);
  contexts.push(context);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  return { context, page, errors };
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name });
const stands = (page: Page, said: string) => page.getByText(said).first().waitFor({ timeout: SOON });

/** The page, its parts and what it shows are on the phone: the worker has come, and the parts that were not seen. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await until('the shell is kept', SOON, () =>
    page.evaluate(async () => (await caches.keys()).some((name) => name.startsWith('shell '))),
  );
  await until('the view is kept', SOON, () =>
    page.evaluate(async () => (await caches.match('/kept/own')) !== undefined),
  );
}

/** Packed as it came over the line, the page itself with everything that it asked for; what its worker hands it has come before. */
const bytesOf = (page: Page): Promise<number> =>
  page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce(
      (sum, entry) =>
        sum + (entry instanceof PerformanceResourceTiming && entry.transferSize > 0 ? entry.encodedBodySize : 0),
      0,
    ),
  );

test('[HBK20] the first page costs at most 150 kB on the line, with its fonts and what it shows', async () => {
  const { page, errors } = await phone();
  await page.goto(hall.link(0));
  await stands(page, LIVE_ITEM);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const bytes = await bytesOf(page);
  // Fonts and scripts are in it.
  expect(bytes).toBeGreaterThan(100_000);
  expect(errors).toEqual([]);
});

test('[HBK21] without a network the handbook opens again, says of when it is, and an opened document stays', async () => {
  const { context, page, errors } = await phone();
  await page.goto(hall.link(0));
  await stands(page, LIVE_ITEM);
  await settled(page);
  await tab(page, words.tabs.documents).click();
  await page.getByRole('button', { name: words.documents.openNamed(REPORT) }).click();
  await page.getByRole('img', { name: words.documents.picture(REPORT, 1) }).waitFor({ timeout: SOON });
  await until('both pages are kept', SOON, () =>
    page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const paths = (await (await caches.open(name)).keys()).map(({ url }) => url);
        if (paths.filter((url) => url.includes('/pages/')).length === 2) return true;
      }
      return false;
    }),
  );
  await context.setOffline(true);
  await page.reload();
  await stands(page, LIVE_ITEM);
  await page.getByText(/Đang xem bản lưu lúc \d\d:\d\d/u).waitFor({ timeout: SOON });
  await tab(page, words.tabs.documents).click();
  await page.getByRole('button', { name: words.documents.openNamed(REPORT) }).click();
  await page.getByRole('img', { name: words.documents.picture(REPORT, 1) }).waitFor({ timeout: SOON });
  await page.getByRole('button', { name: words.documents.after }).click();
  await page.getByRole('img', { name: words.documents.picture(REPORT, 2) }).waitFor({ timeout: SOON });
  await page.getByRole('button', { name: words.documents.back }).click();
  await page.getByRole('button', { name: words.documents.openNamed(MARKED) }).click();
  await page.locator('.book-reader').getByText(words.documents.needsNetwork).waitFor({ timeout: SOON });
  await tab(page, words.tabs.own).click();
  await page.getByRole('img', { name: words.own.qr }).waitFor({ timeout: SOON });
  await context.setOffline(false);
  await page.getByText(/Đang xem bản lưu/u).waitFor({ state: 'detached', timeout: SOON });
  expect(errors).toEqual([]);
  // The control: a browser without such a worker has no page to show.
  const plain = await browser.newContext({ ...PHONE, serviceWorkers: 'block' });
  contexts.push(plain);
  const other = await plain.newPage();
  await other.goto(hall.link(0));
  await stands(other, LIVE_ITEM);
  await plain.setOffline(true);
  await expect(other.reload()).rejects.toThrow('ERR_INTERNET_DISCONNECTED');
});

test('[HBK22] no part of it has a fault that a screen reader or a keyboard would meet', async () => {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const { page } = await phone();
  const ballotId = await hall.put('secret', 'Nội dung cho người dùng trình đọc màn hình');
  await page.goto(hall.link(0));
  await stands(page, LIVE_ITEM);
  await page.evaluate(axe);
  const faults = async (): Promise<readonly string[]> => {
    const found = await page.evaluate('axe.run().then(({ violations }) => JSON.stringify(violations))');
    const schema = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));
    return schema
      .parse(JSON.parse(String(found)))
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
  };
  const { programme, documents, ballots, own } = words.tabs;
  for (const name of [programme, documents, ballots, own]) {
    await tab(page, name).click();
    await page.waitForTimeout(300);
    expect([name, await faults()]).toEqual([name, []]);
  }
  await tab(page, documents).click();
  await page.getByRole('button', { name: words.documents.openNamed(REPORT) }).click();
  await page.getByRole('img', { name: words.documents.picture(REPORT, 1) }).waitFor({ timeout: SOON });
  expect(await faults()).toEqual([]);
  // The control: a fault that is put in is found.
  await page.evaluate(() => document.querySelector('img.book-page')?.removeAttribute('alt'));
  expect(await faults()).toEqual([expect.stringContaining('image-alt')]);
  await hall.must({ type: 'closeBallot', ballotId });
});

test('[HBK23] with the keyboard alone: to the vote, an option, another, sent once, and only that it was', async () => {
  const { page, errors } = await phone();
  await page.goto(hall.link(1));
  await stands(page, LIVE_ITEM);
  const ballotId = await hall.put('secret', QUESTION);
  await page.getByRole('button', { name: QUESTION }).waitFor({ timeout: SOON });
  await until(
    'the change is said once',
    SOON,
    async () => (await page.locator('[aria-live="polite"].unseen').textContent()) === words.changes.ballot(QUESTION),
  );
  await tab(page, words.tabs.programme).focus();
  for (const _ of [1, 2]) await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { name: QUESTION }).waitFor({ timeout: SOON });
  await page.getByText(words.ballots.secret).waitFor();
  const press = async (name: string) => {
    for (let stops = 0; stops < 12; stops++) {
      const focused = await page.evaluate(() => document.activeElement?.textContent);
      if (focused === name) return page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
    }
    throw new Error(`no stop of the Tab key is called ${name}`);
  };
  await press('Không tán thành');
  await page.getByText(words.ballots.chosen('Không tán thành')).waitFor();
  await press(words.ballots.again);
  await press('Tán thành');
  await press(words.ballots.send('Tán thành'));
  await page.getByText(words.ballots.done).waitFor({ timeout: SOON });
  await page.reload();
  await tab(page, words.tabs.ballots).click();
  await page.getByText(words.ballots.voted, { exact: true }).waitFor({ timeout: SOON });
  expect(await page.getByText(words.ballots.chosen('Tán thành')).count()).toBe(0);
  await hall.must({ type: 'closeBallot', ballotId });
  await hall.must({ type: 'publishBallot', ballotId });
  await page.getByText(words.ballots.passed).first().waitFor({ timeout: SOON });
  expect((await hall.view()).ballots.find((one) => one.ballotId === ballotId)?.result?.counts).toEqual([1, 0, 0]);
  expect(errors).toEqual([]);
});

test('[HBK24] a vote that could not be sent says so, and goes out once when the network is back', async () => {
  const { context, page } = await phone();
  const ballotId = await hall.put('open', 'Biểu quyết khi mất mạng');
  await page.goto(hall.link(0));
  await stands(page, LIVE_ITEM);
  await tab(page, words.tabs.ballots).click();
  const card = page.locator('.book-ballot').filter({ hasText: 'Biểu quyết khi mất mạng' });
  await card.getByRole('button', { name: 'Ý kiến khác' }).click();
  await context.setOffline(true);
  await card.getByRole('button', { name: words.ballots.send('Ý kiến khác') }).click();
  await card.getByText(words.ballots.unsent).waitFor({ timeout: SOON });
  expect(await card.getByRole('button', { name: words.ballots.again }).count()).toBe(0);
  await context.setOffline(false);
  await card.getByRole('button', { name: words.ballots.resend }).click();
  await card.getByText(words.ballots.done).waitFor({ timeout: SOON });
  await hall.must({ type: 'closeBallot', ballotId });
  await hall.must({ type: 'publishBallot', ballotId });
  const told = (await hall.view()).ballots.find((one) => one.ballotId === ballotId);
  expect(told?.result?.counts).toEqual([0, 0, 1]);
});

test('[HBK25] a hidden phone asks nothing', async () => {
  const { page } = await phone();
  await page.goto(hall.link(0));
  await stands(page, LIVE_ITEM);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.waitForRequest(/\/api\/handbook\//u, { timeout: SOON });
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await page.waitForTimeout(1_000);
  asked.length = 0;
  await page.waitForTimeout(8_000);
  expect(asked.filter((url) => url.includes('/api/'))).toEqual([]);
});

test('[HBK26] a badge that was taken back leaves nothing on its phone: not with a network, and not without one', async () => {
  const { context, page } = await phone();
  await page.goto(hall.link(2));
  await stands(page, LIVE_ITEM);
  await settled(page);
  const { anGiang } = hall.conference;
  await hall.must({ type: 'removeDelegate', bridgeId: anGiang, delegateId: hall.delegate(2).delegateId });
  await page.getByText(words.entry.unknown).waitFor({ timeout: 60_000 });
  await until('nothing is kept', SOON, () =>
    page.evaluate(async () => (await caches.keys()).every((name) => !name.startsWith('handbook '))),
  );
  await context.setOffline(true);
  await page.reload();
  await page.getByText(words.entry.offline).waitFor({ timeout: SOON });
  expect(await page.getByText(LIVE_ITEM).count()).toBe(0);
});
