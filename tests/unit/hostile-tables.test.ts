import { describe, expect, test } from 'vitest';
import { downloadName } from '../../server/documents/download-name.ts';
import { fitsName } from '../../server/documents/name-ending.ts';
import { cleanCell, cleanLines } from '../../server/lists/clean-cell.ts';
import { safeCell, safeField } from '../../server/papers/safe-cell.ts';
import { foldForSearch, matchesSearch } from '../../shared/base/vietnamese.ts';
import { documentFileSchema } from '../../shared/domain/documents/document.ts';
import { cpuMsOf } from '../support/cpu-time.ts';

const FORMULAS = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠A', '﹢1', '﹣1', '﹦1', '﹫A'];
/** What is looked through, by an office or by an eye. */
const BEFORE = ['', ' ', '\u00A0', '\t', '\r', '\n', '\u200B', '\uFEFF', '\u3000'];

describe('what begins like a formula', () => {
  const table = BEFORE.flatMap((before) => FORMULAS.map((formula) => before + formula));

  test('[INP30] is text in every cell and every field, whatever stands before it: a hundred ways', () => {
    expect(table.length).toBeGreaterThan(100);
    expect(table.filter((typed) => !safeCell(typed).startsWith("'"))).toEqual([]);
    expect(table.filter((typed) => !safeField(typed).startsWith("'"))).toEqual([]);
  });

  test('[INP30] on every line of a field, and where an office parts fields otherwise', () => {
    const within = ['\n', '\r\n', ';', '\t'].flatMap((parting) =>
      ['=1', '+1', '-1', '@A', '＝1'].map((formula) => `Hà Nội${parting}${formula}`),
    );
    expect(within.filter((typed) => !/[;\t\r\n]'[=+\-@＝]/u.test(safeField(typed)))).toEqual([]);
  });

  test('[INP30] and is read back as it was typed', () => {
    expect(FORMULAS.slice(0, 8).filter((typed) => cleanCell(safeCell(typed)) !== typed)).toEqual([]);
  });
});

const STEPS = [
  '../',
  '..\\',
  '..%2f',
  '%2e%2e/',
  '..%5c',
  '....//',
  '..;/',
  '\u2025/',
  '．．/',
  '..\u2215',
  '/',
  '\\',
  'C:\\',
  'file://',
];
const GOALS = [
  'etc/passwd',
  'journal.sqlite',
  'windows\\win.ini',
  'a.pdf',
  '.ssh/id_rsa',
  'CON',
  'nul.pdf',
  'COM1.docx',
  'a.pdf:stream',
  'a"b.pdf',
  'a\r\nX: 1',
  'a\0.pdf',
  '~',
  '$(id)',
  '`id`',
  '-rf',
];

describe('the name of a file', () => {
  const names = STEPS.flatMap((step) => GOALS.map((goal) => step.repeat(3) + goal));
  const fileOf = (name: string) =>
    documentFileSchema.safeParse({
      kind: 'slides',
      documentId: 'tai-lieu',
      name,
      bridgeId: null,
      bytes: 1,
      hash: null,
      pages: 1,
      ratio: 1,
    });

  test('[INP31] leads nowhere: two hundred ways out are refused or become one plain name', () => {
    expect(names.length).toBeGreaterThan(200);
    const given = names.flatMap((name) => {
      const file = fileOf(name).data;
      return file === undefined ? [] : [downloadName(file, 'application/pdf')];
    });
    expect(given.length).toBeGreaterThan(150);
    expect(given.filter(({ name }) => /[/\\:*?"<>|\p{Cc}]/u.test(name))).toEqual([]);
    expect(new Set(given.map(({ plainName }) => plainName))).toEqual(new Set(['tai-lieu.pdf']));
    expect(given.filter(({ name }) => name === '.' || name === '..')).toEqual([]);
  });

  test('[INP31] a control character in it is refused; without the refusal the header would break', () => {
    expect(names.filter((name) => /\p{Cc}/u.test(name)).filter((name) => fileOf(name).success)).toEqual([]);
    expect(fileOf('Báo cáo.pdf').success).toBe(true);
  });
});

describe('the worst that can be typed', () => {
  const worst = [
    `${'a '.repeat(100)}!`,
    ' '.repeat(200),
    `${'\u0301'.repeat(199)}x`,
    '=-'.repeat(100),
    `${'.a'.repeat(99)}.`,
    `${"'".repeat(199)}=`,
    `${'\u200B'.repeat(199)}=`,
    `${'\t\u200B'.repeat(99)}=`,
    'ﷺ'.repeat(200),
    `${'ệ'.repeat(199)}\uD800`,
  ];
  const looks: readonly (readonly [string, (text: string) => unknown])[] = [
    ['the fold for the search', foldForSearch],
    ['the search', (text) => matchesSearch(text, text)],
    ['a cell that is read', cleanCell],
    ['the lines of a cell', cleanLines],
    ['a cell that is written', safeCell],
    ['a field that is written', safeField],
    ['the ending of a name', (text) => fitsName(text, 'pdf')],
  ];

  test.each(looks)('[INP32] takes %s no time', (_, look) => {
    for (const text of worst) {
      look(text);
      const took = [1, 2, 3].map(() => cpuMsOf(() => look(text)));
      expect(Math.min(...took)).toBeLessThan(10);
    }
  });

  test.each(looks)('[INP32] and %s is done with a hundred thousand signs within a second', (_, look) => {
    // By the square of its length it would be minutes.
    expect(cpuMsOf(() => look('\t\u200B \u0301=a'.repeat(16_000)))).toBeLessThan(1_000);
  });
});
