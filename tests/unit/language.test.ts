import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { formatCount, formatDate, formatLateness, formatTypedDate } from '../../client/parts/clock-text.ts';
import { keepLanguage } from '../../client/text/keep-language.ts';
import { chooseLanguage, languageNow, onLanguage, text } from '../../client/text/text.ts';
import { MINUTE } from '../support/builders.ts';
import { TEXTS } from '../support/texts.ts';
import { keptWords, vietnameseWords } from '../support/words-in-source.ts';
import { type Leaves, leavesOf } from '../support/words-of-language.ts';

/** Where both languages say the same: names, signs, and what goes into the record whatever the screen speaks. */
const SAME: readonly string[] = [
  'archive.ofPerson()',
  'bridge.devices.camera',
  'bridge.devices.unnamed()',
  'common.product',
  'console.agenda.advance.finished',
  'console.agenda.advanceName()',
  'console.bridges.presentOf()',
  'console.bridges.rowLabel()',
  'console.delegates.absentFor()',
  'console.delegates.usualCategory',
  'console.keys.always.0.key',
  'console.keys.always.1.key',
  'console.links.copied.no',
  'console.search.delegateLabel()',
  'console.search.delegateLine()',
  'documents.clip.at()',
  'documents.sizeOf()',
  'joining.devices.camera',
  'joining.figures.kbps()',
  'joining.figures.milliseconds()',
  'kiosk.door.counterOf()',
  'kiosk.print.card',
  'kiosk.print.seat()',
  'lines.board.roundTrip()',
  'lines.board.row()',
  'lines.board.tested()',
  'lines.check.answer()',
  'lines.check.finished()',
  'lines.figures.kbps()',
  'lines.figures.ms()',
  'lines.figures.percent()',
  'lines.figures.transports.udp',
  'lines.figures.unknown',
  'lines.panel.inGroup()',
  'lines.timetable.dueAt()',
  'papers.recipients',
  'recording.list.at()',
  'recording.list.chapter()',
  'recording.list.size.gigabytes()',
  'recording.list.size.megabytes()',
  'roll.below.figure()',
  'roll.list.marked()',
  'roll.list.of()',
  'roll.list.since()',
  'roll.report.cell()',
  'roll.report.defaultCategories.0',
  'roll.report.defaultCategories.1',
  'roll.report.defaultCategories.2',
  'roll.sheet.at()',
  'roll.sheet.came',
  'roll.sheet.columns.name',
  'roll.sheet.columns.note',
  'roll.sheet.columns.place',
  'roll.sheet.columns.positions',
  'roll.sheet.columns.sign',
  'roll.sheet.columns.unit',
  'roll.sheet.listed()',
  'roll.sheet.motto',
  'roll.sheet.on()',
  'roll.sheet.partyHead',
  'roll.sheet.placeDate',
  'roll.sheet.signHow',
  'roll.sheet.signer',
  'roll.sheet.stateHead',
  'roll.sheet.substituteOf',
  'roll.sheet.subtitle()',
  'roll.sheet.title',
  'start.noSeat.command',
  'start.openNamed()',
  'start.signedInAs()',
  'start.trust.steps.0.device',
  'start.trust.steps.1.device',
  'start.trust.steps.2.device',
];

/** Words that say nothing at times. */
const SILENT: readonly string[] = ['console.agenda.advance.finished', 'console.links.copied.no'];

const vi = leavesOf(TEXTS.vi);
const en = leavesOf(TEXTS.en);

afterEach(() => chooseLanguage('vi'));

test('[LANG1] English has every word that Vietnamese has, and none besides', () => {
  expect([...en.keys()].toSorted()).toEqual([...vi.keys()].toSorted());
  expect(vi.size).toBeGreaterThan(500);
});

test('[LANG1] every word says something, in both languages and for any numbers and names', () => {
  const silent = (leaves: Leaves) => [...leaves].filter(([, words]) => words.trim() === '').map(([path]) => path);
  expect(silent(vi)).toEqual(SILENT);
  expect(silent(en)).toEqual(SILENT);
});

test('[LANG1] no word is left in Vietnamese on an English screen', () => {
  const same = [...en].filter(([path, words]) => words !== 'null' && words === vi.get(path)).map(([path]) => path);
  expect(same.toSorted()).toEqual(SAME);
});

const sources = readdirSync('client', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name) && !name.startsWith('text'))
  .map((name) => ({ name, source: readFileSync(join('client', name), 'utf8') }));

/** The words of titles that a break must not tear apart: read, and never shown. */
const KNOWS_VIETNAMESE = ['parts/banner-lines.ts'];

test('[LANG6] a Vietnamese word stands in client/text and nowhere else', () => {
  const found = sources.flatMap(({ name, source }) =>
    KNOWS_VIETNAMESE.includes(name) ? [] : vietnameseWords(source, name).map((words) => `${name}: ${words}`),
  );
  expect(found).toEqual([]);
  expect(sources.length).toBeGreaterThan(150);
});

test('[LANG6] the scan for Vietnamese sees strings, templates and what stands between tags, and no comments', () => {
  const source =
    '/** Hội nghị */ const a = \'Mời\'; const b = `${a} phát biểu`; const c = <p title="Giờ">Điểm cầu {a}</p>;';
  expect(vietnameseWords(source, 'a.tsx')).toEqual(['Mời', ' phát biểu', 'Giờ', 'Điểm cầu']);
});

test('[LANG6] no module keeps words: after a switch they would be those of the other language', () => {
  const found = sources.flatMap(({ name, source }) => keptWords(source, name).map((words) => `${name}: ${words}`));
  expect(found).toEqual([]);
});

test('[LANG6] the scan for kept words sees what is read while a module loads, and lets pass what is read while drawing', () => {
  const head = "import { text } from '../text/text.ts';\nconst words = () => text.console;\n";
  expect(keptWords(`${head}const a = text.common.close;`, 'a.ts')).toEqual(['text.common.close']);
  expect(keptWords(`${head}const b = { off: words().line };`, 'a.ts')).toEqual(['words()']);
  expect(keptWords(`${head}const c = memo(Row);`, 'a.ts')).toEqual(['memo(Row)']);
  expect(keptWords(`${head}const d = () => text.common.close; function e() { return words().line; }`, 'a.ts')).toEqual(
    [],
  );
});

test('[LANG5] lateness is told in words in both languages', async () => {
  const told = [0, 6, 1, -4, 65, 120].map((minutes) => minutes * MINUTE);
  expect(told.map(formatLateness)).toEqual([
    'đúng giờ',
    'chậm 6 phút',
    'chậm 1 phút',
    'sớm 4 phút',
    'chậm 1 giờ 5 phút',
    'chậm 2 giờ',
  ]);
  await chooseLanguage('en');
  expect(told.map(formatLateness)).toEqual([
    'on time',
    '6 minutes late',
    '1 minute late',
    '4 minutes early',
    '1 hour 5 minutes late',
    '2 hours late',
  ]);
});

test('[LANG5] counts and dates follow the language; a date that is typed stays day, month, year', async () => {
  const both = () => [formatCount(4_012), formatDate('2021-09-30'), formatTypedDate('2021-09-30')];
  expect(both()).toEqual(['4.012', '30/9/2021', '30/9/2021']);
  await chooseLanguage('en');
  expect(both()).toEqual(['4,012', '30 Sep 2021', '30/9/2021']);
});

test('[LANG2] a switch changes the words that are read, and tells of itself once', async () => {
  let told = 0;
  const leave = onLanguage(() => {
    told += 1;
  });
  expect(text.common.close).toBe('Đóng');
  await chooseLanguage('en');
  await chooseLanguage('en');
  leave();
  expect(text.common.close).toBe('Close');
  expect(told).toBe(1);
});

/** A page with its address and with what its machine remembers. */
async function pageAt(address: string, kept: string | null = null) {
  const page = { lang: '', kept, address };
  const leave = await keepLanguage({
    address: new URL(address),
    root: {
      get lang() {
        return page.lang;
      },
      set lang(language) {
        page.lang = language;
      },
    },
    readKept: () => page.kept,
    keep: (language) => {
      page.kept = language;
    },
    replaceAddress: ({ href }) => {
      page.address = href;
    },
  });
  return { page, leave };
}

const WALL = 'https://hall.example/c/1/wall';

test('[LANG3] Vietnamese is the language of a machine that has chosen none; <html lang> and the memory follow a choice', async () => {
  const { page, leave } = await pageAt(WALL, 'a language of later');
  expect([languageNow(), page.lang]).toEqual(['vi', 'vi']);
  await chooseLanguage('en');
  expect(page).toEqual({ lang: 'en', kept: 'en', address: WALL });
  leave();
});

test('[LANG3] a machine remembers its language', async () => {
  const { page, leave } = await pageAt(WALL, 'en');
  expect([languageNow(), page.lang]).toEqual(['en', 'en']);
  leave();
});

test('[LANG3] the language of the address goes first, is remembered, and gives way to a later choice', async () => {
  const { page, leave } = await pageAt(`${WALL}?lang=en`, 'vi');
  expect(page).toEqual({ lang: 'en', kept: 'en', address: `${WALL}?lang=en` });
  await chooseLanguage('vi');
  expect(page).toEqual({ lang: 'vi', kept: 'vi', address: `${WALL}?lang=vi` });
  leave();
});
