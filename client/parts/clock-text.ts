import { text } from '../text/text.ts';
import { timeOfDay } from '../text/time-of-day.ts';

/** Times and numbers as official papers of the language write them. The zone is fixed: every bridge reads Hanoi's clock. */
const ZONE = 'Asia/Ho_Chi_Minh';

const clock = new Intl.DateTimeFormat('vi-VN', {
  timeZone: ZONE,
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE });

/** '08:42' */
export const formatTime = timeOfDay;

/** '08:42:07' */
export const formatClock = (ms: number): string => clock.format(ms);

/** '30/9/2021' or '30 Sep 2021', of an instant or of a plain date such as '2021-09-30'. */
export const formatDate = (date: number | string): string => text.common.date(dayOf(date));

/** '30/9/2021' in every language: what a field holds is typed and read back in one way. */
export function formatTypedDate(date: number | string): string {
  const { day: ofMonth, month, year } = dayOf(date);
  return `${ofMonth}/${month}/${year}`;
}

function dayOf(date: number | string): { readonly day: number; readonly month: number; readonly year: number } {
  const plain = typeof date === 'number' ? day.format(date) : date;
  const [year = 0, month = 0, ofMonth = 0] = plain.split('-').map(Number);
  return { day: ofMonth, month, year };
}

const counts = new Map<string, Intl.NumberFormat>();

/** '4.012' or '4,012' */
export function formatCount(value: number): string {
  const { figures } = text.common;
  const count = counts.get(figures) ?? new Intl.NumberFormat(figures);
  counts.set(figures, count);
  return count.format(value);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** '03:12', an hour and more '1:03:12'; the sign of what is below zero is the typographic minus. */
export function formatDuration(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1_000);
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const sign = ms < 0 && seconds > 0 ? '−' : '';
  return `${sign}${hours > 0 ? `${hours}:` : ''}${two(minutes)}:${two(seconds % 60)}`;
}

/** 'chậm 6 phút' or '6 minutes late', 'sớm 4 phút', 'đúng giờ': whole minutes, less than one is on time. */
export function formatLateness(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / 60_000);
  if (minutes === 0) return text.common.onTime;
  return ms > 0 ? text.common.late(formatMinutes(minutes)) : text.common.early(formatMinutes(minutes));
}

/** '6 phút' or '6 minutes', '1 giờ 5 phút' */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return text.common.minutes(rest);
  return rest === 0 ? text.common.hours(hours) : `${text.common.hours(hours)} ${text.common.minutes(rest)}`;
}
