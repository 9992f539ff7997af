import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatCount } from '../../client/parts/clock-text.ts';
import { text } from '../../client/text/text.ts';
import { fixtureBridges, fixtureDelegates } from '../../scripts/fixtures/conference-lists.ts';
import { writeBridges, writeDelegates } from '../../scripts/fixtures/write-lists.ts';
import { attendanceOf, marksOf } from '../../shared/domain/attendance/attendance.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { absentIn, presentIn, sumOf } from '../../shared/domain/attendance/figure.ts';
import { type Bridge, bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { conferenceIdSchema } from '../../shared/domain/ids.ts';
import { delegatePageSchema } from '../../shared/protocol/http.ts';
import type { ImportList } from '../../shared/protocol/list-import.ts';
import { launchBrowser, type Misdeeds, openScreen, watch } from '../support/browser.ts';
import { NO_MEDIA } from '../support/no-media.ts';
import { SecretariatSeat } from '../support/secretariat-seat.ts';
import { SentLists } from '../support/sent-lists.ts';
import { ServerProcess } from '../support/server-process.ts';

/**
 * From an empty conference to people in a hall, by presses alone: the secretariat brings the lists through the wizard,
 * a bridge marks its people at the door, and every screen that counts shows what the state holds.
 */
const SOON = { timeout: 30_000 };
const LONG = 180_000;
const ID = conferenceIdSchema.parse('wizard');
const SIZE = 'small';
const SUBSTITUTE = 'Trần Văn Thay';
const BRIDGES = fixtureBridges(SIZE).length;
const PEOPLE = [...fixtureDelegates(SIZE)].length;
/** Heads and rows as the programs of the old fonts wrote them. */
const IN_TCVN3 = [
  'STT,Hä vµ tªn,Chøc vô,§¬n vÞ,§iÓm cÇu',
  '1,NguyÔn V¨n §øc,BÝ th\u00ad TØnh ñy,TØnh ñy,An Giang',
  '2,TrÇn ThÞ B×nh,Chñ tÞch Héi,Héi Phô n÷,An Giang',
].join('\r\n');

const lists = text.lists;
const roll = text.roll.list;

let server: ServerProcess;
let secretariat: SecretariatSeat;
let sent: SentLists;
let browser: Browser;
let desk: Page;
let folder: string;
const misdeeds: Misdeeds[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-wizard-'));
  await writeBridges(SIZE, fileOf('bridges'));
  await writeDelegates(SIZE, fileOf('delegates'));
  writeFileSync(join(folder, 'cu.csv'), IN_TCVN3, 'latin1');
  server = await ServerProcess.start(NO_MEDIA);
  secretariat = await SecretariatSeat.signIn(server);
  sent = await SentLists.found(server, secretariat, ID);
  browser = await launchBrowser();
  desk = await openConsole();
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const fileOf = (list: 'bridges' | 'delegates'): string => join(folder, `${list}.xlsx`);

/** By the link that the server printed, through the list of conferences. */
async function openConsole(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
  misdeeds.push(await watch(context, server.origin));
  const page = await context.newPage();
  await page.goto(server.links.get('secretariat') ?? '');
  await page.locator('a[href$="/console"]').click(SOON);
  return page;
}

async function openSeat(link: string, screen: string, size: { width: number; height: number }): Promise<Page> {
  const { page, misdeeds: done } = await openScreen(browser, link, size);
  misdeeds.push(done);
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/c/${ID}/${screen}`);
  return page;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click(SOON);
/** The bridge's other parts stay on its page unseen, with fields of the same names. */
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const search = (door: Page) => door.getByRole('searchbox', { name: roll.search, exact: true });
const heading = (name: string) => desk.getByRole('heading', { name, exact: true }).waitFor(SOON);
const totals = async () => sumOf((await secretariat.stateOf(ID)).attendance.totals);

/** The press asks for a file, as it asks a person. */
async function choose(list: ImportList, file: string): Promise<void> {
  const asked = desk.waitForEvent('filechooser', SOON);
  await press(desk, lists.home.chooseNamed(lists.lists[list]));
  await (await asked).setFiles(file);
}

type Counted = readonly [added: number, changed: number, unchanged: number, refused: number];

async function seesPreview(counted: Counted): Promise<void> {
  await heading(lists.preview.heading);
  const terms = Object.values(lists.preview.figures);
  const shown = desk.getByRole('dialog').locator('.lists-figures');
  await expect.poll(() => shown.getByRole('definition').allInnerTexts(), SOON).toEqual(counted.map(formatCount));
  expect((await shown.getByRole('term').allInnerTexts()).map((term) => term.trim())).toEqual(terms);
}

async function apply(added: number): Promise<void> {
  await press(desk, lists.preview.apply(formatCount(added)));
  await heading(lists.done.heading);
  await desk
    .getByText(lists.done.counts({ added: formatCount(added), changed: '0' }))
    .first()
    .waitFor(SOON);
  await press(desk, lists.done.finish);
}

test(
  '[IMP80] the wizard shows what two files bring, and writes it once it is told to',
  async () => {
    await press(desk, text.console.top.arrange);
    await desk.getByRole('tab', { name: lists.tab, exact: true }).click(SOON);

    await choose('bridges', fileOf('bridges'));
    await seesPreview([BRIDGES, 0, 0, 0]);
    expect((await secretariat.stateOf(ID)).bridges.byId.size, 'nothing is written yet').toBe(1);
    await apply(BRIDGES);
    expect((await secretariat.stateOf(ID)).bridges.byId.size).toBe(1 + BRIDGES);

    await choose('delegates', fileOf('delegates'));
    await seesPreview([PEOPLE, 0, 0, 0]);
    expect((await totals()).expected, 'nothing is written yet').toBe(0);
    await apply(PEOPLE);
    expect((await totals()).expected).toBe(PEOPLE);
  },
  LONG,
);

test(
  '[IMP81] the same file again adds nobody; undone as one act, it comes anew',
  async () => {
    const file = fileOf('delegates');
    await choose('delegates', file);
    await seesPreview([0, 0, PEOPLE, 0]);
    expect(await desk.getByRole('button', { name: lists.preview.apply('0'), exact: true }).isDisabled()).toBe(true);
    await press(desk, lists.wizard.stopNamed(basename(file)));

    await press(desk, lists.home.undoNamed(basename(file)));
    await desk
      .getByText(lists.home.isUndone(basename(file)))
      .first()
      .waitFor(SOON);
    expect((await totals()).expected).toBe(0);
    expect((await sent.rowsOf('delegates')).length).toBe(0);

    await choose('delegates', file);
    await seesPreview([PEOPLE, 0, 0, 0]);
    await apply(PEOPLE);
    expect((await totals()).expected).toBe(PEOPLE);
  },
  LONG,
);

test(
  '[IMP82] a file in the letters of old fonts is refused with the way out, and nothing of it is kept',
  async () => {
    await choose('delegates', join(folder, 'cu.csv'));
    await heading(lists.wizard.failed);
    await desk.getByText(lists.fileFaults['encoding-tcvn3']({})).filter({ visible: true }).first().waitFor(SOON);
    await press(desk, lists.wizard.remove);
    await desk.getByRole('button', { name: lists.home.chooseNamed(lists.lists.delegates), exact: true }).waitFor(SOON);
    expect((await totals()).expected).toBe(PEOPLE);
  },
  LONG,
);

test(
  '[ATT99] the door of a bridge marks its people, and the board and the top bar show what the state holds',
  async () => {
    await desk.keyboard.press('Escape');
    await secretariat.must(ID, { type: 'startPreparation' });
    const bridge = bridgesInOrder((await secretariat.stateOf(ID)).bridges)[1];
    if (bridge === undefined) throw new Error('there is no bridge beside the central one');
    const link = await secretariat.invite(ID, 'operator', bridge.bridgeId);
    const door = await openSeat(link, `roll/${bridge.bridgeId}`, { width: 1_024, height: 768 });
    const board = await openSeat(await secretariat.invite(ID, 'wall', null), 'board', { width: 1_920, height: 1_080 });
    await markFour(door, bridge);

    const { attendance } = await secretariat.stateOf(ID);
    const marks = marksOf(attendanceOf(attendance, bridge.bridgeId));
    expect(marks).toMatchObject({ present: 2, late: 1, absentExcused: 1, absentUnexcused: 0, substituted: 1 });
    const figure = await totals();
    expect([presentIn(figure), absentIn(figure), figure.expected]).toEqual([3, 1, PEOPLE]);
    const [present, expected] = [formatCount(presentIn(figure)), formatCount(figure.expected)];
    const head = board.getByRole('status').filter({ hasText: text.board.presentOfSummoned });
    await expect.poll(() => head.innerText(), SOON).toMatch(new RegExp(`${present}\\s*/\\s*${expected}$`, 'u'));
    await board.getByText(text.board.absent(formatCount(absentIn(figure))), { exact: true }).waitFor(SOON);
    await desk.getByText(text.console.top.delegates(present, expected), { exact: true }).waitFor(SOON);
  },
  LONG,
);

/** Before the opening one comes and one sends somebody else; after it one is late and one is absent, with the reason. */
async function markFour(door: Page, bridge: Bridge): Promise<void> {
  const [first, second, third, fourth] = await namedOnceAt(bridge);
  const act = (one: keyof typeof roll & ('present' | 'late' | 'absent' | 'more' | 'substitute'), who: string) =>
    press(door, roll.of(roll[one], who));
  const noted = (sentence: string) => door.getByText(sentence, { exact: true }).first().waitFor(SOON);
  await act('present', first);
  await noted(roll.marked(first, text.roll.marks.present));

  await act('more', second);
  await act('substitute', second);
  await field(door, roll.name).fill(SUBSTITUTE);
  await field(door, roll.positions).fill('Phó Chánh Văn phòng');
  await press(door, roll.saveSubstitute);
  await noted(roll.seated);
  await findsSubstitute(door);
  await act('present', SUBSTITUTE);
  await noted(roll.marked(SUBSTITUTE, text.roll.marks.present));
  await search(door).fill('');

  await secretariat.must(ID, { type: 'openConference' });
  await act('late', third);
  await noted(roll.marked(third, text.roll.marks.late));
  await act('absent', fourth);
  await field(door, roll.reason).fill('Công tác nước ngoài');
  await press(door, roll.excused);
  await noted(roll.marked(fourth, text.roll.marks.absentExcused));
  await door.getByText('Công tác nước ngoài', { exact: true }).waitFor(SOON);
}

/** By the search, without accents and the given name first: on the roll the substitute stands pages further down. */
async function findsSubstitute(door: Page): Promise<void> {
  await search(door).fill('thay tran van');
  await door.getByRole('listitem').filter({ hasText: SUBSTITUTE }).waitFor(SOON);
}

/** The first four of the roll whose names nobody else there bears: a press names the person alone. */
async function namedOnceAt({ bridgeId }: Bridge): Promise<readonly [string, string, string, string]> {
  const { delegates } = await sent.json(`delegates?bridge=${bridgeId}&limit=50`, delegatePageSchema);
  const names = delegates.map(({ fullName }: Pick<DelegateRow, 'fullName'>) => fullName ?? '');
  const [first, second, third, fourth] = names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) {
    throw new Error('there are no four people with names of their own');
  }
  return [first, second, third, fourth];
}

test('no screen has asked anybody outside, and none has failed', () => {
  expect(misdeeds.length).toBe(3);
  for (const one of misdeeds) expect(one).toEqual({ outside: [], errors: [] });
});
