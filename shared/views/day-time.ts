import { foldForSearch } from '../base/vietnamese.ts';

/** Clock times and lengths as programmes write them, read into milliseconds. The zone is fixed: Hà Nội all year. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const ZONE = 7 * HOUR;

/** Midnight in Hà Nội before, or at, an instant. */
export const startOfDay = (at: number): number => at - ((((at + ZONE) % DAY) + DAY) % DAY);

const CLOCK = /^(\d{1,2})\s?[:.]\s?(\d{2})(?:[:.]00)?(?:\s?(am|pm|sa|ch))?$/u;
const CLOCK_IN_WORDS = /^(\d{1,2})\s?(?:h|g|gio)(?:\s?(\d{1,2})\s?(?:p|ph|phut|')?)?$/u;

/** '8:05', '08.05', '8h05', '8g5', '8 giờ 05', '14h', '2:30 CH' as time since midnight; null: it is none. '24:00' is. */
export function readClock(typed: string): number | null {
  const folded = foldForSearch(typed);
  const [, hours, minutes = '0', half] = CLOCK.exec(folded) ?? CLOCK_IN_WORDS.exec(folded) ?? [];
  if (hours === undefined || Number(minutes) > 59) return null;
  const ofDay = hourOf(Number(hours), half) * HOUR + Number(minutes) * MINUTE;
  return ofDay > DAY ? null : ofDay;
}

/** Spreadsheets may count twelve hours: 'SA' and 'CH' are morning and afternoon. */
function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half === 'pm' || half === 'ch' ? 12 : 0);
}

const MINUTES = /^(\d{1,4})\s?(?:'|’|′|p|ph|phut|min|mins|minutes?)?$/u;
const HOURS = /^(\d{1,2})\s?(?:h|g|gio|hours?)(?:\s?(\d{1,2})\s?(?:'|’|′|p|ph|phut|min|mins|minutes?)?)?$/u;
const HOURS_MINUTES = /^(\d{1,2}):(\d{2})(?::00)?$/u;

/** '45', '45′', '45 phút', '1h30', '1 giờ 30 phút', '1:30' as a length, at most a day; null: it is none. */
export function readLength(typed: string): number | null {
  const folded = foldForSearch(typed);
  const alone = MINUTES.exec(folded)?.[1];
  if (alone !== undefined) return atMostADay(Number(alone) * MINUTE);
  const [, hours = '', minutes = '0'] = HOURS.exec(folded) ?? HOURS_MINUTES.exec(folded) ?? [];
  return hours === '' ? null : atMostADay(Number(hours) * HOUR + Number(minutes) * MINUTE);
}

const atMostADay = (ms: number): number | null => (ms > DAY ? null : ms);

/** The one sign of an end that holds whatever happens before it: '13:30!'. */
const DEADLINE = /\s*!$/u;

export interface ClockRange {
  readonly start: number | null;
  readonly end: number | null;
  readonly deadline: boolean;
}

const UNTIL = /\s*(?:-+>?|–|—|→|~|\bto\b)\s*/u;

/** '08:00–08:15', '8h đến 8h15', '–08:15', '13:30!' or one time alone; null: it is none of them. */
export function readRange(typed: string): ClockRange | null {
  const composed = typed.normalize().toLowerCase().trim();
  const bare = composed.replace(DEADLINE, '');
  const [from = '', to = '', ...more] = bare.replaceAll('đến', '–').split(UNTIL);
  const [start, end] = [from, to].map((part) => (part === '' ? undefined : readClock(part)));
  if (start === null || end === null || more.length > 0) return null;
  const range = { start: start ?? null, end: end ?? null, deadline: bare !== composed };
  return start === undefined && end === undefined ? null : range;
}
