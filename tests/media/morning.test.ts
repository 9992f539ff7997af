import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { text } from '../../client/text/text.ts';
import { timedItems } from '../../shared/domain/agenda/agenda.ts';
import { registeredSpeeches, speechesOnFloor } from '../../shared/domain/floor/floor.ts';
import { agendaTimes, offset } from '../../shared/views/agenda-clock.ts';
import { agendaPicture } from '../../shared/views/agenda-rows.ts';
import { backTime } from '../../shared/views/back-time.ts';
import { speakingNeeds } from '../../shared/views/queue.ts';
import { speechRegister } from '../../shared/views/speech-register.ts';
import { launchBrowser, openScreen } from '../support/browser.ts';
import { solidCamera } from '../support/fake-devices.ts';
import { HeldConference } from '../support/held-conference.ts';
import { keyAtRest, watchKeys } from '../support/keys-at-rest.ts';
import { readRegister } from '../support/read-register.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

/**
 * A morning of ten items, conducted from keys alone: it begins late because a hall is late, three questions go between,
 * a hall drops in the middle of its speech, and a proposal of the back time is accepted. Minutes are planned, seconds
 * pass: nothing in the clocks knows the difference.
 */
const SOON = { timeout: 30_000 };
const MINUTE = 60_000;
const HALLS = ['An Giang', 'Quảng Bình', 'Cà Mau'];
const LATE_MS = 6 * MINUTE;
const ITEMS = [
  ['settling', 'Ổn định tổ chức', 5],
  ['flagSalute', 'Chào cờ', 3],
  ['opening', 'Khai mạc', 7],
  ['report', 'Báo cáo trung tâm', 20],
  ['papers', 'Tham luận', 25],
  ['recess', 'Giải lao', 10],
  ['newDocuments', 'Quán triệt văn bản mới', 20],
  ['awards', 'Trao thưởng', 10],
  ['conclusion', 'Kết luận', 10],
  ['closing', 'Bế mạc', 2],
] as const;
const SUM_MS = ITEMS.reduce((sum, [, , minutes]) => sum + minutes * MINUTE, 0);

const folder = mkdtempSync(joinPath(tmpdir(), 'diem-cau-morning-'));
let server: ServerProcess;
let held: HeldConference;
let studio: Browser;
let room: Browser;
let desk: Page;
const halls = new Map<string, Page>();
let plannedStart = 0;

beforeAll(async () => {
  server = await ServerProcess.start();
  held = await HeldConference.found(server, HALLS);
  plannedStart = Date.now() - LATE_MS;
  const items = ITEMS.map(([kind, title, minutes], index) => {
    const span = { lock: 'duration', durationMs: minutes * MINUTE } as const;
    return { plan: { row: 'item', kind, title, start: plannedStart, soft: index > 0, span } as const, presenter: null };
  });
  await held.must({ type: 'addAgendaItems', items, beforeItemId: null });
  const papers = timedItems((await held.state()).agenda).find(({ plan }) => plan.kind === 'papers')?.itemId ?? null;
  for (const hall of HALLS) await held.must(entry(hall, papers));
  await held.must({ type: 'startPreparation' });
  await server.untilMedia();
  // Small cameras: those that Chromium makes up are costly to encode, and nobody looks at them.
  const devices = { camera: solidCamera(folder, 'red') };
  [studio, room] = await Promise.all([launchBrowser(), launchBrowser({ devices })]);
  const link = await held.link('moderator');
  desk = (await openScreen(studio, link, { width: 1_440, height: 900 })).page;
  await watchKeys(desk);
  // The third hall is late: it comes when the papers begin.
  for (const hall of HALLS.slice(0, 2)) await join(hall);
});

afterAll(async () => {
  await studio?.close();
  await room?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const entry = (hall: string, itemId: Parameters<typeof wish>[1]) =>
  ({ ...wish(hall, itemId), type: 'registerSpeech', kind: 'paper', allottedMs: 7 * MINUTE, override: null }) as const;

const wish = (hall: string, itemId: ReturnType<typeof timedItems>[number]['itemId'] | null) => ({
  bridgeId: held.bridge(hall),
  subject: `Tham luận của ${hall}`,
  speaker: { fullName: null, positions: ['Trưởng Ban Tổ chức'] },
  itemId,
  category: null,
});

async function join(hall: string): Promise<void> {
  const { page } = await openScreen(room, await held.link('operator', hall));
  halls.set(hall, page);
  await until(`${hall} is on the line`, SOON.timeout, async () => (await held.onLine()).includes(hall));
}

/** A second press right after a change is held back as a double press: nobody's hand is that fast. */
const DOUBLE_PRESS_MS = 1_600;

/** As soon as the console offers the key, and a hand that has seen it change can be there. */
async function press(key: string, says = ''): Promise<void> {
  const shown = key.replace('Shift+', '⇧');
  const offered = desk.locator('.console-keys span:not([data-off])', { hasText: shown }).filter({ hasText: says });
  await offered.first().waitFor(SOON);
  await keyAtRest(desk, shown, DOUBLE_PRESS_MS);
  await desk.keyboard.press(key);
}

/** Typed letters find a command, Enter does it. */
async function command(label: string): Promise<void> {
  await desk.keyboard.press('Control+k');
  const palette = desk.getByRole('combobox', { name: text.conducting.palette.placeholder });
  await palette.waitFor(SOON);
  await desk.keyboard.type(label);
  await desk.getByRole('option', { name: label }).first().waitFor(SOON);
  await desk.keyboard.press('Enter');
  await palette.waitFor({ state: 'detached', ...SOON });
}

const stageOf = async (hall: string): Promise<string | undefined> =>
  speechesOnFloor((await held.state()).floor).find(({ bridgeId }) => bridgeId === held.bridge(hall))?.stage.status;

const live = async () =>
  timedItems((await held.state()).agenda).find(({ progress }) => progress.status === 'live')?.plan.title;

async function startItem(title: string): Promise<void> {
  await press('Shift+F8', title);
  await expect.poll(live, SOON).toBe(title);
}

const seconds = (count: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, count * 1_000));

/** A hall asks in between, is accepted and heard, and the floor goes back to whoever had it. */
async function interpose(asking: string, speaking: string): Promise<void> {
  await held.must({ ...wish(asking, null), type: 'requestSpeech', kind: 'question', subject: 'Câu hỏi' });
  await expect.poll(async () => registeredSpeeches((await held.state()).floor).length, SOON).toBe(1);
  await command(text.console.requests.acceptName(asking));
  await press('F8', text.conducting.callQuestion(asking));
  await expect.poll(() => stageOf(asking), SOON).toBe('speaking');
  expect(await stageOf(speaking)).toBe('paused');
  await press('F9');
  await expect.poll(() => stageOf(speaking), SOON).toBe('speaking');
}

async function drop(hall: string): Promise<void> {
  await halls.get(hall)?.context().close();
  await expect.poll(() => stageOf(hall), SOON).toBe('paused');
  await seconds(1);
  await join(hall);
  await expect.poll(() => stageOf(hall), SOON).toBe('speaking');
}

/** The end that must hold is seven minutes too early: one press wins what is missing. */
async function acceptProposal(): Promise<void> {
  const before = await held.state();
  const now = Date.now();
  const end = agendaTimes(before.agenda, now, speakingNeeds(before, now)).at(-1)?.expected.end ?? 0;
  await held.must({ type: 'demandEnd', endsBy: end - 7 * MINUTE });
  const proposals = desk.locator('.console-proposals button');
  await proposals.first().waitFor(SOON);
  const expected = backTime(await held.state(), Date.now())?.proposals[0];
  const isProposal = () => desk.evaluate(() => document.activeElement?.closest('.console-proposals') !== null);
  const isInAgenda = () => desk.evaluate(() => document.activeElement?.closest('[data-panel="agenda"]') !== null);
  for (let i = 0; i < 12 && !(await isInAgenda()); i++) await desk.keyboard.press('F6');
  for (let i = 0; i < 60 && !(await isProposal()); i++) await desk.keyboard.press('Tab');
  expect(await isProposal()).toBe(true);
  await desk.keyboard.press('Enter');
  await proposals.first().waitFor({ state: 'detached', ...SOON });
  const missing = backTime(await held.state(), Date.now())?.missingMs ?? 0;
  expect(expected?.effectMs).toBeGreaterThanOrEqual(7 * MINUTE - 1_000);
  expect(missing).toBeLessThanOrEqual(1_000);
}

test('[FLR90] a morning of ten items, conducted from keys alone', { timeout: 240_000 }, async () => {
  await press('Shift+F8');
  await expect.poll(async () => (await held.state()).conference.phase, SOON).toBe('live');
  for (const title of ['Ổn định tổ chức', 'Chào cờ', 'Khai mạc', 'Báo cáo trung tâm']) await startItem(title);
  const late = offset((await held.state()).agenda, Date.now());
  expect(late?.relativeMs).toBeLessThan(late?.absoluteMs ?? 0);
  await startItem('Tham luận');

  await press('F8', 'An Giang');
  await expect.poll(() => stageOf('An Giang'), SOON).toBe('speaking');
  await interpose('Quảng Bình', 'An Giang');
  await join('Cà Mau');
  await interpose('Cà Mau', 'An Giang');
  await press('F8', 'Quảng Bình');
  await expect.poll(() => stageOf('Quảng Bình'), SOON).toBe('speaking');
  expect(await stageOf('An Giang')).toBeUndefined();
  await interpose('An Giang', 'Quảng Bình');
  await drop('Quảng Bình');
  await press('F9');
  await expect.poll(() => stageOf('Quảng Bình'), SOON).toBeUndefined();

  await acceptProposal();
  await press('F8', 'Cà Mau');
  await expect.poll(() => stageOf('Cà Mau'), SOON).toBe('speaking');
  await press('F9');
  await expect.poll(() => stageOf('Cà Mau'), SOON).toBeUndefined();

  const rest = timedItems((await held.state()).agenda).filter(({ progress }) => progress.status === 'waiting');
  for (const { plan } of rest) await startItem(plan.title);
  await press('Shift+F8');
  await expect.poll(live, SOON).toBeUndefined();
});

test('[FLR91] the timeline, the register and the clocks agree to the second', async () => {
  const state = await held.state();
  const now = Date.now();
  const { secretariat } = held;
  const path = `/api/conferences/${held.id}/papers/speech-register.xlsx`;
  const answer = await fetch(new URL(path, server.origin), { headers: { cookie: secretariat.cookie } });
  const rows = readRegister(Buffer.from(await answer.arrayBuffer()));
  const whole = (ms: number | null): number => Math.floor((ms ?? 0) / 1_000);

  const register = speechRegister(state).filter(({ spokenMs }) => (spokenMs ?? 0) > 0);
  expect(register.map(({ kind }) => kind).toSorted()).toEqual(
    ['paper', 'paper', 'paper', 'question', 'question', 'question'].toSorted(),
  );
  for (const one of register) {
    const row = rows.find(({ number }) => number === one.number);
    expect(row).toEqual({
      number: one.number,
      bridge: one.bridge,
      startedAt: whole(one.startedAt),
      endedAt: whole(one.endedAt),
      spokenSeconds: whole(one.spokenMs),
    });
    const [start, end] = [one.startedAt ?? 0, one.endedAt ?? 0];
    expect(one.spokenMs).toBe(end - start - one.pauses.reduce((sum, { from, to }) => sum + (to - from), 0));
  }
  const dropped = register.find(({ kind, bridge }) => kind === 'paper' && bridge.includes('Quảng Bình'));
  expect(dropped?.pauses.map(({ cause }) => cause)).toEqual(['interposed', 'lineLost']);

  const picture = agendaPicture(state.agenda, now, speakingNeeds(state, now));
  const finished = timedItems(state.agenda).filter(({ progress }) => progress.status === 'finished');
  expect(picture?.rows.flatMap(({ actual }) => (actual === null ? [] : [actual]))).toEqual(
    finished.map(({ progress }) =>
      progress.status === 'finished' ? { from: progress.run.startedAt, to: progress.finishedAt } : null,
    ),
  );
  // Items follow each other without a hole, and every paper stands within its item.
  const papers = finished.find(({ plan }) => plan.kind === 'papers')?.progress;
  if (papers?.status !== 'finished') throw new Error('the papers have not been heard');
  for (const { startedAt, endedAt } of register) {
    expect(startedAt).toBeGreaterThanOrEqual(papers.run.startedAt);
    expect(endedAt).toBeLessThanOrEqual(papers.finishedAt);
  }
  const last = finished.at(-1)?.progress;
  const plannedEnd = plannedStart + SUM_MS;
  const ended = last?.status === 'finished' ? last.finishedAt : 0;
  const added = timedItems(state.agenda).reduce((sum, { addedMs }) => sum + addedMs, 0);
  expect(added).toBeLessThanOrEqual(0);
  expect(offset(state.agenda, now)?.absoluteMs).toBe(ended - plannedEnd + skippedMs(state.agenda));

  await expectOnScreen(register);
});

const skippedMs = (agenda: Parameters<typeof timedItems>[0]): number =>
  timedItems(agenda)
    .filter(({ progress }) => progress.status === 'skipped')
    .reduce((sum, { plan }) => sum + (plan.span.lock === 'duration' ? plan.span.durationMs : 0), 0);

/** What the console shows of each speech that is over. */
async function expectOnScreen(register: ReturnType<typeof speechRegister>): Promise<void> {
  await command(text.conducting.spoken.title);
  const dialog = desk.locator('.console-spoken');
  await dialog.waitFor(SOON);
  const shown = await dialog.locator('.console-spoken-row .console-times').allTextContents();
  const clock = (ms: number) =>
    `${String(Math.floor(ms / 60_000)).padStart(2, '0')}:${String(Math.floor(ms / 1_000) % 60).padStart(2, '0')}`;
  for (const { spokenMs } of register) {
    expect(shown.some((line) => line.includes(clock(spokenMs ?? 0)))).toBe(true);
  }
  await desk.keyboard.press('Escape');
}
