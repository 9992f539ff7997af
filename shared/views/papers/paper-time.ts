import { LAST_CLOCK_TIME } from '../../domain/instant.ts';
import { DAY, startOfDay } from '../day-time.ts';

/** A day of the calendar in Hà Nội. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const ZONE = 7 * 3_600_000;
const MINUTE = 60_000;
const DAYS_OF_ERA = 146_097;

/** Years of 400 years each, counted from March: leap days then stand at the end of a year and need no table. */
export function calendarDay(at: number): CalendarDay {
  const days = Math.floor((Math.min(at, LAST_CLOCK_TIME) + ZONE) / DAY) + 719_468;
  const era = Math.floor(days / DAYS_OF_ERA);
  const ofEra = days - era * DAYS_OF_ERA;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** An ISO date as the journal holds it. */
export function dayOfIso(iso: string): CalendarDay {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day };
}

const two = (count: number): string => String(count).padStart(2, '0');

/** Official papers set a zero before days below ten and before the first two months, so that nothing can be added. */
const dayNumber = ({ day }: CalendarDay): string => two(day);
const monthNumber = ({ month }: CalendarDay): string => (month <= 2 ? two(month) : String(month));

/** ngày 05 tháng 02 năm 2026 */
export const longDay = (day: CalendarDay): string => `ngày ${dayNumber(day)} tháng ${monthNumber(day)} năm ${day.year}`;

/** 05/02/2026, 31/3/2026 */
export const shortDay = (day: CalendarDay): string => `${dayNumber(day)}/${monthNumber(day)}/${day.year}`;

export const isSameDay = (a: CalendarDay, b: CalendarDay): boolean =>
  a.year === b.year && a.month === b.month && a.day === b.day;

const sinceMidnight = (at: number): number => Math.floor((at - startOfDay(at)) / MINUTE);

/** 08 giờ 05 phút */
export function clockWords(at: number): string {
  const minutes = sinceMidnight(at);
  return `${two(Math.floor(minutes / 60))} giờ ${two(minutes % 60)} phút`;
}

/** 08:05, for tables. */
export function clockDigits(at: number): string {
  const minutes = sinceMidnight(at);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Sáng, Chiều, Tối: the part of the day in which something began. */
export function partOfDay(at: number): 'morning' | 'afternoon' | 'evening' {
  const hours = sinceMidnight(at) / 60;
  if (hours < 12) return 'morning';
  return hours < 18 ? 'afternoon' : 'evening';
}

/** Whole minutes, at least one: nobody writes that something took no time. */
export const minutesOf = (ms: number): number => Math.max(1, Math.round(ms / MINUTE));

/** 03:12, minutes and seconds. */
export function lengthDigits(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}
