import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

interface Row {
  readonly id: string;
  readonly titles: readonly string[];
  readonly reason: string | null;
}

/** The lines of the table of threats. */
function rowsOf(page: string): readonly Row[] {
  return page.split('\n').flatMap((line): Row[] => {
    const [, id, , , shown = ''] = line.split('|').map((cell) => cell.trim());
    if (id === undefined || !/^T\d{2}$/.test(id)) return [];
    const reason = /^None: (.{20,})$/u.exec(shown)?.[1] ?? null;
    return [
      { id, titles: reason === null ? [...shown.matchAll(/`([^`]+)`/gu)].map(([, title]) => title ?? '') : [], reason },
    ];
  });
}

const tests = readdirSync('tests', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && entry.name !== 'threats.test.ts')
  .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  .join('\n');
const isTitle = (title: string): boolean => ["'", '`', '"'].some((quote) => tests.includes(`${quote}${title}${quote}`));

const page = readFileSync('docs/threats.md', 'utf8');
const rows = rowsOf(page);

describe('the table of threats', () => {
  test('[THR20] has one line for each threat, with a test or the reason why there is none', () => {
    const ids = Array.from({ length: 64 }, (_, index) => `T${String(index + 1).padStart(2, '0')}`);
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(rows.filter(({ titles, reason }) => titles.length === 0 && reason === null)).toEqual([]);
  });

  test.each(rows.filter(({ reason }) => reason === null))(
    '[THR21] the tests that $id names are there',
    ({ titles }) => {
      expect(titles.filter((title) => !isTitle(title))).toEqual([]);
    },
  );

  test('[THR22] control: a line without a test and a title that is gone are found', () => {
    const gone = `[${['RGT', 999].join('')}] no such test`;
    const [planted] = rowsOf(`| T01 | a | b | \`${gone}\` |`);
    expect(planted?.titles.filter(isTitle)).toEqual([]);
    expect(rowsOf('| T01 | a | b | |')).toEqual([{ id: 'T01', titles: [], reason: null }]);
  });
});
