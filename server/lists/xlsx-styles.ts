/** What a number in a cell is shown as, as far as a list is concerned. */
export type NumberKind = 'number' | 'date' | 'time' | 'dateTime' | 'length';

const BUILT_IN: ReadonlyMap<number, NumberKind> = new Map([
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, 'date'] as const),
  ...[18, 19, 20, 21, 32, 33, 34, 35].map((id) => [id, 'time'] as const),
  [22, 'dateTime'] as const,
  ...[45, 46, 47].map((id) => [id, 'length'] as const),
]);

const LITERAL = /"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]/giu;

/** By the code of a format: days make a date, hours a time, both the two; hours in brackets go beyond a day. */
export function kindOfFormat(code: string): NumberKind {
  const [first = ''] = code.replace(LITERAL, '').split(';');
  if (/\[(?:h+|m+|s+)\]/iu.test(first)) return 'length';
  if (/general/iu.test(first)) return 'number';
  const hours = /[hs]/iu.test(first);
  // An m beside hours is minutes, else a month.
  const days = (hours ? /[dy]/iu : /[dmy]/iu).test(first);
  if (days) return hours ? 'dateTime' : 'date';
  return hours ? 'time' : 'number';
}

export const kindOfBuiltIn = (id: number): NumberKind => BUILT_IN.get(id) ?? 'number';

const DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 31/12/9999. */
const LAST_DAY = 2_958_465;

const two = (value: number): string => String(value).padStart(2, '0');

/** A number as the sheet shows it: a date as day/month/year, a time by the clock. */
export function shownNumber(stored: string, kind: NumberKind, from1904: boolean): string {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return stored;
  if (kind === 'number' || value < 0 || value > LAST_DAY) return String(value);
  return kind === 'length' ? clockOf(Math.round(value * 1_440)) : shownMoment(value, kind, from1904);
}

function shownMoment(value: number, kind: 'date' | 'time' | 'dateTime', from1904: boolean): string {
  const minute = Math.round(value * 1_440) * 60_000;
  const at = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + minute);
  const time = clockOf((minute % DAY) / 60_000);
  // Below one there is no day in it, whatever the format says.
  if (kind === 'time' || value < 1) return time;
  const date = `${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
  return kind === 'dateTime' && minute % DAY !== 0 ? `${date} ${time}` : date;
}

const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
