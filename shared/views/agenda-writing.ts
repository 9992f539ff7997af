import type { Agenda, ItemPlan, Span } from '../domain/agenda/agenda.ts';
import { plannedTimes } from '../domain/agenda/planned.ts';
import { DAY, startOfDay } from './day-time.ts';

/** An end that is earlier than its start is meant on the next day, unless that would make an item of half a day. */
const LONGEST_WRAP = DAY / 2;

/** Where the next row of a programme is written: what stands before it decides which day a clock time means. */
export interface WritingPlace {
  /** Start of the last row that has a length: one without never pushes a day. */
  readonly lastStart: number | null;
  /** Where a row begins that follows the one before, or the first of the day. */
  readonly free: number;
}

/** The end of the programme as it is written; `firstStart`: where the first row of an empty one begins. */
export function placeAtEnd(agenda: Agenda, firstStart: number): WritingPlace {
  const standing = plannedTimes(agenda).filter(({ item }) => item.progress.status !== 'skipped');
  const first: WritingPlace = { lastStart: null, free: firstStart };
  return standing.reduce((place, { start, end }) => placeAfter(place, start, end), first);
}

export const placeAfter = ({ lastStart }: WritingPlace, start: number, end: number): WritingPlace => ({
  lastStart: end > start ? start : lastStart,
  free: end,
});

/** A clock time that is earlier than the last start is one of the next day. */
export function startAt(ofDay: number, { lastStart, free }: WritingPlace): number {
  const sameDay = startOfDay(lastStart ?? free) + ofDay;
  return lastStart !== null && sameDay < lastStart ? sameDay + DAY : sameDay;
}

/** null: it stands before the start. */
export function endAt(ofDay: number, start: number): number | null {
  const sameDay = startOfDay(start) + ofDay;
  if (sameDay >= start) return sameDay;
  return sameDay + DAY - start > LONGEST_WRAP ? null : sameDay + DAY;
}

/** What was typed of an item's times: clock times since midnight. */
export interface TypedTimes {
  readonly start: number | null;
  readonly end: number | null;
  readonly durationMs: number | null;
  readonly deadline: boolean;
}

export type TimingFault = 'endBeforeStart' | 'timesDisagree' | 'lengthMissing';

export type Timed =
  | { readonly timing: Pick<ItemPlan, 'start' | 'soft' | 'span'>; readonly end: number }
  | { readonly fault: TimingFault };

/**
 * Two of start, duration and end define an item; all three must agree. Without a start, and without what would give
 * one, it follows the row before. What was typed is locked, the end before the duration if it is a deadline.
 */
export function timed(typed: TypedTimes, place: WritingPlace): Timed {
  const { durationMs, deadline } = typed;
  const start = startOf(typed, place);
  const end = typed.end === null ? null : endAt(typed.end, start);
  if (typed.end !== null && end === null) return { fault: 'endBeforeStart' };
  if (end === null) {
    return durationMs === null ? { fault: 'lengthMissing' } : withSpan(typed, start, { lock: 'duration', durationMs });
  }
  if (durationMs !== null && end - start !== durationMs) return { fault: 'timesDisagree' };
  const locksLength = durationMs !== null && !deadline;
  return withSpan(typed, start, locksLength ? { lock: 'duration', durationMs } : { lock: 'end', end, deadline });
}

function startOf({ start, end, durationMs }: TypedTimes, place: WritingPlace): number {
  if (start !== null) return startAt(start, place);
  if (end === null || durationMs === null) return place.free;
  const given = (end - durationMs + DAY) % DAY;
  return startAt(given, place);
}

function withSpan({ start: given, end, durationMs }: TypedTimes, start: number, span: Span): Timed {
  const soft = given === null && (end === null || durationMs === null);
  const over = span.lock === 'end' ? span.end : start + span.durationMs;
  return { timing: { start, soft, span }, end: over };
}
