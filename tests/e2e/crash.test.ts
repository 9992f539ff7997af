import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { text } from '../../client/text/text.ts';
import type { CommandId } from '../../shared/domain/ids.ts';
import { launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import { HeldConference } from '../support/held-conference.ts';
import { newCommandId } from '../support/secretariat-seat.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

const AT_ONCE = 8;
const ACKNOWLEDGED_BEFORE_KILL = 60;
const BACK_MS = 30_000;
/** More than a failed page waits before it looks for the server, and from look to look. */
const LOADED_AGAIN_MS = 20_000;

let server: ServerProcess;
let held: HeldConference;
let browser: Browser;
let wall: Screen;
let desk: Screen;

beforeAll(async () => {
  server = await ServerProcess.start();
  held = await HeldConference.open(server, ['An Giang', 'Quảng Bình']);
  browser = await launchBrowser();
  wall = await openScreen(browser, await held.link('wall'));
  desk = await openScreen(browser, await held.link('moderator'), { width: 1_440, height: 900 });
  // A page that is killed in the middle of being loaded is another matter: CHA11.
  await desk.page.getByRole('button', { name: 'Mời An Giang phát biểu' }).first().waitFor();
  await Promise.all([wall, desk].map(({ page }) => page.waitForLoadState('networkidle')));
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

interface Item {
  readonly id: CommandId;
  readonly title: string;
}

/** A stream of commands from several hands at once; each adds an agenda item of its own title. */
class CommandStream {
  readonly acknowledged: Item[] = [];
  readonly unanswered: Item[] = [];
  #count = 0;

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: AT_ONCE }, () => this.#hand()));
  }

  /** Goes on until a command is not answered. */
  async #hand(): Promise<void> {
    while (this.unanswered.length === 0) {
      this.#count += 1;
      const item = { id: newCommandId(), title: `Mục số ${this.#count}` };
      await addItem(item).then(
        () => this.acknowledged.push(item),
        () => this.unanswered.push(item),
      );
    }
  }
}

function addItem({ id, title }: Item): Promise<void> {
  const span = { lock: 'duration', durationMs: 60_000 } as const;
  const plan = { row: 'item', kind: 'report', title, start: Date.now(), soft: true, span } as const;
  const items = [{ plan, presenter: null }];
  return held.secretariat.must(held.id, { type: 'addAgendaItems', items, beforeItemId: null }, id);
}

const titles = async (): Promise<string[]> => (await held.state()).agenda.items.map(({ plan }) => plan.title);
const marked = (page: Page) => page.evaluate(() => (window as unknown as { mark?: string }).mark);

test('kill -9 in a stream of commands: what was acknowledged is there once, a repeat adds nothing', async () => {
  const before = await titles();
  for (const { page } of [wall, desk]) await page.evaluate(() => Object.assign(window, { mark: 'not reloaded' }));

  const stream = new CommandStream();
  const running = stream.run();
  await until('many are acknowledged', BACK_MS, () => stream.acknowledged.length >= ACKNOWLEDGED_BEFORE_KILL);
  await server.end('SIGKILL');
  await running;
  expect(stream.unanswered.length, 'the blow has hit commands on their way').toBeGreaterThan(0);

  await server.startAgain();
  const kept = await titles();
  expect(kept).toEqual(expect.arrayContaining([...before, ...stream.acknowledged.map(({ title }) => title)]));
  expect(new Set(kept).size).toBe(kept.length);

  for (const item of [...stream.unanswered, ...stream.acknowledged]) await addItem(item);
  const all = [...stream.acknowledged, ...stream.unanswered].map(({ title }) => title);
  expect((await titles()).toSorted()).toEqual([...before, ...all].toSorted());
});

test('after the crash the screens go on without being loaded again', async () => {
  await addItem({ id: newCommandId(), title: 'Mục thêm sau sự cố' });
  await desk.page.getByText('Mục thêm sau sự cố').first().waitFor({ state: 'attached', timeout: BACK_MS });

  await desk.page.getByRole('button', { name: 'Mời An Giang phát biểu' }).first().click();
  // Its hall has not joined.
  await desk.page.getByRole('button', { name: text.consequences['bridge-absent'].confirm }).click();
  await expect.poll(async () => (await held.onFloor())?.bridge, { timeout: BACK_MS }).toBe('An Giang');
  const shown = wall.page.locator(`.picture[data-shown="${held.bridge('An Giang')}"]`);
  await shown.waitFor({ state: 'attached', timeout: BACK_MS });

  for (const { page, misdeeds } of [wall, desk]) {
    expect(await marked(page)).toBe('not reloaded');
    expect(misdeeds).toEqual({ outside: [], errors: [] });
  }
});

test('[CHA12] the key that opened a dialog and is still held presses nothing in it', async () => {
  const { page } = desk;
  await page.getByRole('button', { name: 'Kết thúc…' }).focus();
  for (let presses = 0; presses < 4; presses++) {
    await page.keyboard.down('Enter');
    await page.waitForTimeout(250);
  }
  await page.keyboard.up('Enter');
  const end = page.getByRole('dialog').getByRole('button', { name: 'Kết thúc hội nghị' });
  expect(await end.isVisible()).toBe(true);
  expect((await held.state()).conference.phase).toBe('live');
  await page.keyboard.press('Escape');
  await end.waitFor({ state: 'hidden' });
});

test('[CHA11] a page that lacks a part of itself says so, and comes back by itself when the server is there again', async () => {
  const { page } = await openScreen(browser, await held.link('moderator'));
  await page.clock.install();
  await page.route(/assets\/console-screen-.*\.js/, (route) => route.abort());
  await page.reload();
  const { title } = text.common.pageFailed;
  await page.getByText(title).waitFor({ timeout: BACK_MS });
  await page.unroute(/assets\/console-screen-.*\.js/);
  await server.end('SIGKILL');

  const asked = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/healthz'));
  await page.clock.fastForward(LOADED_AGAIN_MS);
  await asked;
  // Never the sentence of the browser's own, from which no page comes back.
  expect(await page.getByText(title).isVisible()).toBe(true);

  await server.startAgain();
  await page.clock.fastForward(LOADED_AGAIN_MS);
  await page.getByText('Mục thêm sau sự cố').first().waitFor({ state: 'attached', timeout: BACK_MS });
});
