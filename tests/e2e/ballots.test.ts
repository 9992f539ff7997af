import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { text } from '../../client/text/text.ts';
import { handsOf } from '../../shared/domain/ballots/ballot.ts';
import { launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import { counts, headcount } from '../support/builders.ts';
import { HeldConference } from '../support/held-conference.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

const HALLS = ['An Giang', 'Quảng Bình', 'Cà Mau'] as const;
const PRESENT = [120, 80, 60];
const SOON_MS = 10_000;
const HOLD_MS = 900;
const QUESTION = 'Thông qua dự thảo Nghị quyết của hội nghị';

const { form, hands, press, states, result, progress, title, wall: wallWords } = text.ballots;
const [forIt = '', against = '', other = ''] = form.defaults;

let browser: Browser;
let server: ServerProcess;
let held: HeldConference;
let desk: Screen;
let wall: Screen;
const screens = new Map<string, Screen>();

beforeAll(async () => {
  server = await ServerProcess.start();
  held = await HeldConference.open(server, [...HALLS]);
  for (const [index, hall] of HALLS.entries()) {
    await held.must(headcount(held.bridge(hall), counts(150, PRESENT[index] ?? 0)));
  }
  browser = await launchBrowser();
  desk = await openScreen(browser, await held.link('secretariat'), { width: 1_440, height: 900 });
  wall = await openScreen(browser, await held.link('wall'), { width: 1_280, height: 720 });
  for (const hall of HALLS.slice(0, 2)) {
    screens.set(hall, await openScreen(browser, await held.link('operator', hall), { width: 1_280, height: 720 }));
  }
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const hallScreen = (name: string): Page => {
  const found = screens.get(name);
  if (found === undefined) throw new Error(`no screen of ${name}`);
  return found.page;
};
const dialogOf = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const ballots = async () => (await held.state()).ballots;
const statusNow = async () => (await ballots()).list[0]?.stage.status;

async function hold(page: Page, name: string): Promise<void> {
  const box = await button(page, name).boundingBox();
  if (box === null) throw new Error(`${name} is not drawn`);
  await page.bringToFront();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.waitForTimeout(HOLD_MS);
  await page.mouse.up();
}

async function typeHands(page: Page, ...typed: readonly number[]): Promise<void> {
  for (const [index, option] of [forIt, against, other].entries()) {
    await dialogOf(page).getByLabel(option, { exact: true }).fill(String(typed[index]));
  }
}

test('[BAL70] the console writes a question, is told who is there, and opens it; the wall shows how to vote', async () => {
  await button(desk.page, title).click();
  await dialogOf(desk.page).getByText(text.ballots.none).waitFor();
  await button(desk.page, form.add).click();
  await button(desk.page, form.save).click();
  await dialogOf(desk.page).getByText(form.noQuestion).waitFor();
  await dialogOf(desk.page).getByLabel(form.question).fill(QUESTION);
  await dialogOf(desk.page).getByLabel(form.quorum).fill('60');
  await button(desk.page, form.save).click();
  // 260 of 450 are there, 270 must be: it cannot be opened yet, and the reason stands beside the press.
  await dialogOf(desk.page)
    .getByText(text.refusals.sentence('quorum-not-reached', { present: 260, needed: 270 }))
    .waitFor();
  expect(await button(desk.page, press.open).isDisabled()).toBe(true);
  await button(desk.page, form.correct).click();
  await dialogOf(desk.page).getByLabel(form.quorum).fill('50');
  await button(desk.page, form.save).click();
  await dialogOf(desk.page).getByText(text.ballots.quorum('260', '225')).waitFor();
  await button(desk.page, press.open).click();
  await dialogOf(desk.page).getByText(progress.halls('0', '3')).waitFor();
  await dialogOf(desk.page)
    .getByText(progress.missing(HALLS.join(', ')))
    .waitFor();
  await wall.page.getByText(QUESTION).waitFor();
  await wall.page.getByText(wallWords.how.hands).waitFor();
});

test('[BAL71] a hall counts on its own screen, is stopped above who is there, and may correct', async () => {
  const page = hallScreen('An Giang');
  await page.getByText(states.open, { exact: true }).waitFor();
  await button(page, hands.open).click();
  await button(page, hands.send).click();
  await dialogOf(page).getByText(hands.empty).waitFor();
  await typeHands(page, 110, 8, 3);
  await dialogOf(page).getByText(hands.sum('121', '120')).waitFor();
  await dialogOf(page).getByText(hands.tooMany).waitFor();
  expect(await button(page, hands.send).isDisabled()).toBe(true);
  await button(page, hands.less(other)).click();
  await button(page, hands.send).click();
  await button(page, hands.again('110 – 8 – 2')).click();
  await typeHands(page, 105, 10, 5);
  await button(page, hands.correct).click();
  await button(page, hands.again('105 – 10 – 5')).waitFor();
  await dialogOf(desk.page).getByText(progress.halls('1', '3')).waitFor();
});

test('[BAL72] the other hall counts too, and the console enters for the one that phones', async () => {
  const page = hallScreen('Quảng Bình');
  await button(page, hands.open).click();
  await typeHands(page, 70, 10, 0);
  await button(page, hands.send).click();
  await dialogOf(desk.page).getByText(progress.missing('Cà Mau')).waitFor();
  await button(desk.page, hands.enter).click();
  await dialogOf(desk.page).getByLabel(hands.bridge).fill('ca mau');
  await dialogOf(desk.page).getByRole('option').first().click();
  await typeHands(desk.page, 55, 0, 0);
  await button(desk.page, hands.send).click();
  await dialogOf(desk.page).getByText(progress.halls('3', '3')).waitFor();
  expect((await ballots()).hands.size).toBe(3);
});

test('[BAL73] closing is held; until it is published no wall knows the result', async () => {
  await button(desk.page, press.close).click();
  expect(await statusNow()).toBe('open');
  await hold(desk.page, press.close);
  await until('it is closed', SOON_MS, async () => (await statusNow()) === 'closed');
  const all = await ballots();
  const [one] = all.list;
  expect(one && handsOf(all, one)).toEqual([230, 20, 5]);
  await wall.page.getByText(QUESTION).waitFor({ state: 'hidden' });
  expect(await wall.page.content()).not.toContain('230');
  await button(hallScreen('An Giang'), hands.again('105 – 10 – 5')).waitFor({ state: 'hidden' });
});

test('[BAL74] published, the wall shows figures, shares, the base and the outcome, large enough for the last row', async () => {
  await button(desk.page, press.publish).click();
  await wall.page.getByText(result.passed).waitFor();
  const shown = await wall.page.locator('.wall-result').innerText();
  for (const words of [QUESTION, '230', '88,5%', '20', '7,7%', '1,9%', result.silent]) expect(shown).toContain(words);
  expect(shown).toContain(result.base(text.ballots.bases.present, '260'));
  const sizes = await wall.page
    .locator('.wall-result :is(p, .wall-result-option, .wall-result-count)')
    .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(0.04 * 720);
  const fits = await wall.page.locator('.wall-result').evaluate((one) => one.scrollHeight <= one.clientHeight);
  expect(fits).toBe(true);
  await button(desk.page, press.hide).click();
  await wall.page.getByText(result.passed).waitFor({ state: 'hidden' });
  expect(await wall.page.content()).not.toContain('230');
});

test('[BAL75] the chair’s tablet opens what was prepared, and closes it by holding', async () => {
  const chair = await openScreen(browser, await held.link('chair'), { width: 1_180, height: 820 });
  await held.must({
    type: 'prepareBallot',
    ballot: {
      question: 'Thông qua danh sách khen thưởng',
      manner: 'secret',
      options: [...form.defaults],
      base: 'cast',
      quorumPercent: 0,
      passPercent: 50,
      itemId: null,
    },
  });
  await button(chair.page, title).click();
  expect(await button(chair.page, form.correct).count()).toBe(0);
  await button(chair.page, press.open).click();
  await dialogOf(chair.page).getByText(progress.answers('0', '260')).waitFor();
  await wall.page.getByText(wallWords.how.secret).waitFor();
  await hold(chair.page, press.close);
  await dialogOf(chair.page).getByText(result.failed).waitFor();
  for (const { misdeeds } of [desk, wall, chair, ...screens.values()]) expect(misdeeds.errors).toEqual([]);
});
