import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { text } from '../../client/text/text.ts';
import { CHECK_POINTS, type CheckPoint, lineOf } from '../../shared/domain/lines/line.ts';
import { type Devices, launchBrowser, openScreen } from '../support/browser.ts';
import { deadMicrophone, solidCamera } from '../support/fake-devices.ts';
import { HeldConference } from '../support/held-conference.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

/** A hall that says it is well and sends silence, and one that is on the line by its tablet alone. */
const HALL = 'An Giang';
const OTHER = 'Cà Mau';
const RAISED_MS = 15_000;
const SOON_MS = 10_000;
const LONG_MS = 30_000;

const { check, own, faults, alerts, verdicts } = text.lines;

const folder = mkdtempSync(join(tmpdir(), 'diem-cau-lines-'));
const browsers: Browser[] = [];
let server: ServerProcess;
let held: HeldConference;
let hall: Page;
let board: Page;

beforeAll(async () => {
  server = await ServerProcess.start();
  held = await HeldConference.open(server, [HALL, OTHER]);
  await server.untilMedia();
  await Promise.all([openHall(), openBoard()]);
  await until('both halls are on the line', LONG_MS, async () => (await held.onLine()).length === 2);
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

async function openHall(): Promise<void> {
  const there = await launch({ camera: solidCamera(folder, 'red'), microphone: deadMicrophone(folder) });
  hall = (await openScreen(there, await held.link('operator', HALL), { width: 1_280, height: 720 })).page;
  const tablet = (await openScreen(there, await held.link('operator', OTHER))).page;
  await tablet.goto(tablet.url().replace('/bridge/', '/roll/'));
}

async function openBoard(): Promise<void> {
  const centre = await launch({});
  board = (await openScreen(centre, await held.link('moderator'), { width: 1_440, height: 900 })).page;
  await board.goto(`${server.origin}/c/${held.id}/lines`);
}

const rowOf = (name: string) => board.getByRole('option', { name: new RegExp(`^Điểm cầu ${name}:`, 'u') });
const lineOfHall = async () => lineOf((await held.state()).lines, held.bridge(HALL));

const saidInHall = (point: CheckPoint, yes: boolean) =>
  hall.getByRole('button', { name: check.answer(own.points[point], yes ? own.yes : own.no) }).click();
const saidAtCentre = (point: CheckPoint, yes: boolean) =>
  board.getByRole('button', { name: check.answer(check.points[point], yes ? check.yes : check.no) }).click();

test('[CHK12] a check goes from the board to its result; a hall that says “tốt” and sends silence is raised within 15 s and fails', async () => {
  await rowOf(HALL).click();
  await board.locator('.lines-table').press('Enter');
  await board.getByRole('button', { name: text.consequences['leaves-program'].confirm }).click();
  await hall.getByRole('heading', { name: own.heading }).waitFor({ timeout: SOON_MS });
  await until('the microphone is open', LONG_MS, () => held.sendsInPrivate(HALL));
  for (const point of CHECK_POINTS) await saidInHall(point, true);
  const begun = performance.now();
  await board.locator('.check-faults').getByText(faults.silentMicrophone).waitFor({ timeout: LONG_MS });
  const raisedMs = performance.now() - begun;

  for (const point of CHECK_POINTS) await saidAtCentre(point, point !== 'isHeard');
  await board.getByText(check.disputed).waitFor();
  expect(await board.getByRole('radio', { name: verdicts.pass, exact: true }).isDisabled()).toBe(true);
  expect(await board.getByRole('radio', { name: verdicts.fail }).isChecked()).toBe(true);
  await board.getByRole('button', { name: check.finish }).click();
  await board.getByText(check.noTester).waitFor();
  await board.getByLabel(check.tester).fill('Lê Minh Quân');
  await board.getByRole('button', { name: check.finish }).click();

  await hall.getByText(own.done(verdicts.fail)).waitFor({ timeout: SOON_MS });
  expect(await hall.getByRole('heading', { name: own.heading }).count()).toBe(0);
  const { results, check: running } = await lineOfHall();
  expect(running).toBeNull();
  expect(results).toMatchObject([
    { verdict: 'fail', tester: 'Lê Minh Quân', remark: check.missing(check.points.isHeard) },
  ]);
  expect(results[0]?.measured?.upKbps ?? 0).toBeGreaterThan(0);
  await rowOf(HALL).getByText(verdicts.fail).waitFor();
  expect(raisedMs).toBeLessThan(RAISED_MS);
});

test('[LIN27] a line that goes before its turn: the change is proposed and not made; one press makes it, one takes it back', async () => {
  await hall.close();
  const alert = board.locator('.line-alert', { hasText: HALL });
  const swap = alert.getByRole('button', { name: alerts.swapName(HALL, OTHER) });
  await swap.waitFor({ timeout: LONG_MS });
  await board.waitForTimeout(2_000);
  expect(await held.queue()).toEqual([HALL, OTHER]);
  await swap.click();
  await expect.poll(() => held.queue(), { timeout: SOON_MS }).toEqual([OTHER, HALL]);
  await board.getByRole('button', { name: text.common.undo }).click();
  await expect.poll(() => held.queue(), { timeout: SOON_MS }).toEqual([HALL, OTHER]);
});
