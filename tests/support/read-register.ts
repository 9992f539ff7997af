import { unzip } from './unzip.ts';

const HANOI_S = 7 * 3_600;
const FIRST_DAY = 25_569;
const DAY_S = 86_400;

/** A row of the speech register as an office reads it: instants in seconds since 1970. */
export interface ReadRow {
  readonly number: number;
  readonly bridge: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly spokenSeconds: number;
}

const COLUMN = { number: 'A', bridge: 'B', startedAt: 'I', endedAt: 'J', spokenSeconds: 'N' } as const;

/** The rows under the two lines of heading, from the cells of the real file. */
export function readRegister(file: Buffer): readonly ReadRow[] {
  const files = unzip(file);
  const shared = [...(files.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>.*?<t[^>]*>(.*?)<\/t>.*?<\/si>/gsu)].map(
    ([, words = '']) => words,
  );
  const cells = new Map<string, string>();
  for (const [, name = '', type = '', value = ''] of (files.get('xl/worksheets/sheet1.xml') ?? '').matchAll(
    /<c r="([A-Z]+\d+)"([^>]*)>.*?<v>(.*?)<\/v>.*?<\/c>/gsu,
  )) {
    cells.set(name, type.includes('t="s"') ? (shared[Number(value)] ?? '') : value);
  }
  const at = (column: keyof typeof COLUMN, row: number): string => cells.get(`${COLUMN[column]}${row}`) ?? '';
  const instant = (days: string): number => Math.floor((Number(days) - FIRST_DAY) * DAY_S + 0.001) - HANOI_S;
  const rows: ReadRow[] = [];
  for (let row = 3; at('number', row) !== ''; row++) {
    rows.push({
      number: Number(at('number', row)),
      bridge: at('bridge', row),
      startedAt: instant(at('startedAt', row)),
      endedAt: instant(at('endedAt', row)),
      spokenSeconds: Number(at('spokenSeconds', row)),
    });
  }
  return rows;
}
