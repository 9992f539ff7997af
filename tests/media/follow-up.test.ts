import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { text } from '../../client/text/text.ts';
import { liveItem } from '../../shared/domain/agenda/agenda.ts';
import { type Devices, launchBrowser, openScreen } from '../support/browser.ts';
import { solidCamera } from '../support/fake-devices.ts';
import { HeldConference } from '../support/held-conference.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

/** A hall with a red picture, whose line goes at the end. */
const HALL = 'An Giang';
const SOON_MS = 10_000;
const LONG_MS = 40_000;
const MINUTE_MS = 60_000;

const { followUp } = text;
const { proposals, tasks, awards, incidents, snapshot } = followUp;

const folder = mkdtempSync(join(tmpdir(), 'diem-cau-follow-up-'));
const browsers: Browser[] = [];
let server: ServerProcess;
let held: HeldConference;
let hall: Page;
let desk: Page;
let minutes: Page;
let centre: Browser;

beforeAll(async () => {
  server = await ServerProcess.start();
  held = await HeldConference.open(server, [HALL, 'Cà Mau']);
  await server.untilMedia();
  const there = await launch({ camera: solidCamera(folder, 'red') });
  hall = (await openScreen(there, await held.link('operator', HALL), { width: 1_280, height: 720 })).page;
  centre = await launch({});
  const size = { width: 1_440, height: 900 };
  desk = (await openScreen(centre, await held.link('moderator'), size)).page;
  minutes = (await openScreen(centre, await held.link('secretary'), size)).page;
  await minutes.goto(`${server.origin}/c/${held.id}/minutes`);
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

const open = (tab: keyof typeof text.minutes.tabs) =>
  minutes.getByRole('tab', { name: text.minutes.tabs[tab] }).click();
const press = (name: string) => minutes.getByRole('button', { name, exact: true }).click();
const fill = (label: string, typed: string) => minutes.getByLabel(label, { exact: true }).fill(typed);
const records = async () => (await held.state()).records;

test('[FUP52] two proposals that say the same are registered, offered as one, grouped by a press and settled', async () => {
  await open('proposals');
  const write = async (body: string, unit: string) => {
    await fill(proposals.text, body);
    await fill(proposals.unit, unit);
    await fill(proposals.addressee, 'Trung ương');
    await press(proposals.save);
    await minutes.locator('.follow-up-row', { hasText: body }).waitFor({ timeout: SOON_MS });
  };
  await write('Sớm ban hành văn bản mới thay thế các nghị quyết đã tổng kết', 'Tỉnh ủy An Giang');
  await fill(proposals.text, 'Ban hành sớm các văn bản mới thay thế nghị quyết đã tổng kết');
  await minutes.getByText(proposals.like(1, 'Sớm ban hành')).waitFor();
  await write('Ban hành sớm các văn bản mới thay thế nghị quyết đã tổng kết', 'Tỉnh ủy Cà Mau');
  await press(proposals.groupName(2, 1));
  await minutes.getByText(proposals.duplicates(1)).waitFor({ timeout: SOON_MS });
  const [leader, duplicate] = (await records()).proposals;
  expect(duplicate?.duplicateOf).toBe(leader?.proposalId);

  await minutes.locator('.follow-up-row').first().click();
  await minutes.getByLabel(proposals.state, { exact: true }).selectOption('answered');
  await minutes.getByLabel(proposals.whose, { exact: true }).selectOption('outside');
  await fill(proposals.body, 'Bộ Nội vụ');
  await fill(proposals.answer, 'Đã trình Bộ Chính trị');
  await press(proposals.saveSettling);
  await minutes.locator('.follow-up-row', { hasText: proposals.status.answered }).waitFor({ timeout: SOON_MS });
  expect((await records()).proposals[0]).toMatchObject({
    proposedBy: 'Tỉnh ủy An Giang',
    status: 'answered',
    competence: 'outside',
    competentBody: 'Bộ Nội vụ',
    answer: 'Đã trình Bộ Chính trị',
  });
});

test('[FUP58] a hall sends a proposal of its own and reads there what became of it', async () => {
  await hall.getByRole('button', { name: followUp.own.press, exact: true }).click();
  await hall.getByLabel(proposals.text, { exact: true }).fill('Bổ sung biên chế cho cấp huyện');
  await hall.getByLabel(proposals.addressee, { exact: true }).fill('Ban Tổ chức Trung ương');
  await hall.getByRole('button', { name: followUp.own.send }).click();
  await hall.getByText(proposals.status.registered).waitFor({ timeout: SOON_MS });
  const own = (await records()).proposals.at(-1);
  expect(own).toMatchObject({ bridgeId: held.bridge(HALL), proposedBy: HALL, addressee: 'Ban Tổ chức Trung ương' });
  if (own === undefined) throw new Error('nothing was sent');
  const { proposalId } = own;
  const settlement = { competence: 'within', competentBody: null, answeredBy: null } as const;
  await held.must({
    type: 'settleProposal',
    proposalId,
    settlement: { ...settlement, status: 'answered', answer: 'Sẽ xem xét trong quý I' },
  });
  await hall.getByText('Sẽ xem xét trong quý I').waitFor({ timeout: SOON_MS });
  await hall.keyboard.press('Escape');
});

test('[FUP53] a pasted conclusion becomes tasks; one that is late stands first and is followed up', async () => {
  await open('tasks');
  await press(tasks.many);
  await fill(tasks.paste, '1. Rà soát quy hoạch\n2. Tổng kết Chỉ thị 39\tBan A; Ban B\tquý I/2021');
  await minutes.getByText(tasks.preview(2)).waitFor();
  await fill(tasks.assignees, 'Các vụ, cục, đơn vị trong Ban');
  await press(tasks.assignAll(2));
  await minutes.locator('.follow-up-row').nth(1).waitFor({ timeout: SOON_MS });
  expect((await records()).tasks).toMatchObject([
    { text: 'Rà soát quy hoạch', assignees: ['Các vụ, cục, đơn vị trong Ban'], deadline: null },
    {
      text: 'Tổng kết Chỉ thị 39',
      assignees: ['Ban A', 'Ban B'],
      deadline: { kind: 'quarter', quarter: 1, year: 2021 },
    },
  ]);
  const first = minutes.locator('.follow-up-row').first();
  expect(await first.textContent()).toContain('quá hạn');
  await first.click();
  await minutes.getByRole('radio', { name: tasks.states.done }).check();
  await fill(tasks.remark, 'Đã báo cáo');
  await press(tasks.saveState);
  await minutes.locator('.follow-up-row', { hasText: 'Đã báo cáo' }).waitFor({ timeout: SOON_MS });
  expect((await records()).tasks[1]).toMatchObject({ state: 'done', remark: 'Đã báo cáo' });
  expect(await first.textContent()).toContain('Rà soát quy hoạch');
});

test('[FUP54] awards are put in order by keys, read by the announcer while they are given, and marked as given', async () => {
  const span = { lock: 'duration', durationMs: 10 * MINUTE_MS } as const;
  const plan = { row: 'item', kind: 'awards', title: 'Trao thưởng', start: Date.now(), soft: true, span } as const;
  await held.must({ type: 'addAgendaItems', items: [{ plan, presenter: null }], beforeItemId: null });
  const { agenda } = await held.state();
  const itemId = agenda.items.at(-1)?.itemId;
  if (itemId === undefined) throw new Error('the item was not added');
  await held.must({
    type: 'startAgendaItem',
    itemId,
    expectedLive: liveItem(agenda)?.itemId ?? null,
    accepting: ['speeches-lapse', 'deadline-passed'],
  });
  await open('awards');
  const write = async (name: string, recipient: string) => {
    await fill(awards.name, name);
    await fill(text.console.person.name, recipient);
    await press(awards.save);
    await minutes.locator('.follow-up-row', { hasText: name }).waitFor({ timeout: SOON_MS });
  };
  await write('Cờ thi đua', 'Nguyễn Văn An');
  await write('Huân chương Hồ Chí Minh', 'Tô Huy Rứa');
  await minutes.locator('.follow-up-row').nth(1).focus();
  await minutes.keyboard.press('Alt+ArrowUp');
  await expect
    .poll(async () => (await records()).awards.map(({ name }) => name), { timeout: SOON_MS })
    .toEqual(['Huân chương Hồ Chí Minh', 'Cờ thi đua']);

  const announcer = (await openScreen(centre, await held.link('announcer'), { width: 1_280, height: 800 })).page;
  const read = announcer.locator('.announcer-awards .announcer-says');
  await read.getByText('kính mời đồng chí Tô Huy Rứa lên nhận Huân chương Hồ Chí Minh').waitFor({ timeout: SOON_MS });
  await press(awards.presentName('Huân chương Hồ Chí Minh'));
  await read.getByText('kính mời đồng chí Nguyễn Văn An lên nhận Cờ thi đua').waitFor({ timeout: SOON_MS });
  expect((await records()).awards[0]?.presentedAt).not.toBeNull();
  await announcer.close();
});

test('[FUP55] a hall is photographed from the console, and its picture stands in the documents once it is kept', async () => {
  await until('the hall sends its picture', LONG_MS, async () =>
    (await held.atSfu()).some(({ bridge, publishes }) => bridge === HALL && publishes.includes('CAMERA')),
  );
  await desk.locator(`.console-bridge-row[data-bridge="${held.bridge(HALL)}"]`).click();
  await desk.getByRole('button', { name: snapshot.title(`điểm cầu ${HALL}`) }).click();
  const take = desk.getByRole('button', { name: snapshot.take, exact: true });
  await take.click({ timeout: LONG_MS });
  // What was only taken has left the machine for nowhere.
  await desk.getByAltText(snapshot.still(`điểm cầu ${HALL}`)).waitFor({ timeout: SOON_MS });
  expect((await held.state()).documents.list).toEqual([]);
  await desk.getByLabel(snapshot.caption).fill('An Giang dự hội nghị');
  await desk.getByRole('button', { name: snapshot.keep }).click();
  await until('the picture is a document', LONG_MS, async () => (await held.state()).documents.list.length === 1);
  const file = (await held.state()).documents.list[0]?.file;
  expect(file).toMatchObject({
    kind: 'image',
    name: 'An Giang dự hội nghị',
    snapshotOf: { bridgeId: held.bridge(HALL) },
  });
  const address = `/api/conferences/${held.id}/documents/${file?.documentId}/pages/1`;
  const [red = 0, green = 255, blue = 255] = await desk.evaluate(async (of) => {
    const picture = await createImageBitmap(await (await fetch(of)).blob());
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext('2d');
    context?.drawImage(picture, picture.width / 2, picture.height / 2, 1, 1, 0, 0, 1, 1);
    return Array.from(context?.getImageData(0, 0, 1, 1).data ?? []);
  }, address);
  expect(red).toBeGreaterThan(150);
  expect(Math.max(green, blue)).toBeLessThan(100);
});

test('[FUP56] a classified session takes no photograph: the press is dead, and the server refuses the picture', async () => {
  await held.must({ type: 'beginClassified' });
  const button = desk.getByRole('button', { name: snapshot.title(`điểm cầu ${HALL}`) });
  await expect.poll(() => button.isDisabled(), { timeout: SOON_MS }).toBe(true);
  const status = await desk.evaluate(
    async ([path, bridge]) =>
      (
        await fetch(`${path}?bridge=${bridge}&name=x`, {
          method: 'POST',
          headers: { 'content-type': 'image/jpeg', 'x-screen': location.pathname },
          body: new Blob(['x']),
        })
      ).status,
    [`/api/conferences/${held.id}/documents/snapshots`, held.bridge(HALL)] as const,
  );
  expect(status).toBe(403);
  await held.must({ type: 'endClassified' });
  await expect.poll(() => button.isDisabled(), { timeout: SOON_MS }).toBe(false);
});

test('[FUP57] a line that goes is offered as an incident, opened by a press, mended with a remedy, and reviewed afterwards', async () => {
  await open('incidents');
  await hall.close();
  const trouble = minutes.getByRole('button', { name: incidents.openName(incidents.lost, HALL) });
  await trouble.click({ timeout: LONG_MS });
  const row = minutes.locator('.follow-up-row', { hasText: HALL });
  await row.waitFor({ timeout: SOON_MS });
  expect(await trouble.count()).toBe(0);
  const [opened] = (await records()).incidents;
  expect(opened).toMatchObject({ bridgeId: held.bridge(HALL), matter: 'line', mendedAt: null });
  await row.click();
  await fill(incidents.remedy, 'Chuyển sang đường truyền dự phòng');
  await press(incidents.mend);
  await minutes.locator('.follow-up-row', { hasText: 'khắc phục sau' }).waitFor({ timeout: SOON_MS });
  const [mended] = (await records()).incidents;
  expect(mended?.remedy).toBe('Chuyển sang đường truyền dự phòng');
  expect(mended?.mendedAt ?? 0).toBeGreaterThan(mended?.since ?? 0);

  await minutes.getByRole('link', { name: incidents.afterAction }).click();
  await minutes.getByLabel(followUp.bridge).selectOption({ label: `Điểm cầu ${HALL}` });
  await minutes.locator('.after-action-table').getByText('Hội nghị giao ban thử').waitFor();
  await minutes.getByText('Chuyển sang đường truyền dự phòng').waitFor();
  expect(await minutes.locator('.after-action-bars rect').count()).toBe(3);
});
