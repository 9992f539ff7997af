import type { ItemPlan } from '../../../../shared/domain/agenda/agenda.ts';
import { startOfDay } from '../../../../shared/views/day-time.ts';
import { formatDate, formatMinutes, formatTime } from '../../../parts/clock-text.ts';
import { text } from '../../../text/text.ts';

const MINUTE_MS = 60_000;

/** '17:00', with its date where that is not the day of `day`. */
export const timeOn = (at: number, day: number): string =>
  startOfDay(at) === startOfDay(day) ? formatTime(at) : `${formatTime(at)} ${formatDate(at)}`;

/** '14:25–15:10, 45 phút', a soft start in words; with the date where it is not the day given. */
export function planTimes({ start, soft, span }: ItemPlan, day: number | null = null): string {
  const end = span.lock === 'end' ? span.end : start + span.durationMs;
  const date = day === null || startOfDay(start) === startOfDay(day) ? '' : `${formatDate(start)} `;
  const from = `${date}${formatTime(start)}–${formatTime(end)}`;
  const length = formatMinutes(Math.round(Math.max(0, end - start) / MINUTE_MS));
  return soft ? `${from} (${text.agenda.paste.soft}), ${length}` : `${from}, ${length}`;
}
