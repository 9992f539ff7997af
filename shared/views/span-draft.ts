import type { ItemPlan, Span } from '../domain/agenda/agenda.ts';
import { endAt } from './agenda-writing.ts';
import { DAY, readClock, readLength, startOfDay } from './day-time.ts';

/** The times of an item while they are typed. Two define it, the third follows; the locked one survives a new start. */
export interface SpanDraft {
  readonly start: string;
  readonly minutes: string;
  readonly end: string;
  readonly lock: Span['lock'];
  readonly deadline: boolean;
  /** Follows the row before it: its start is not typed. */
  readonly soft: boolean;
}

export type SpanField = 'start' | 'minutes' | 'end';
export type SpanFault = 'unreadable' | 'endBeforeStart';

const MINUTE = 60_000;
const two = (value: number): string => String(value).padStart(2, '0');

export function clockOf(at: number): string {
  const minutes = Math.floor((at - startOfDay(at)) / MINUTE);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

export const draftOf = ({ start, end, plan }: { start: number; end: number; plan: ItemPlan }): SpanDraft => ({
  start: clockOf(start),
  minutes: String(Math.round((end - start) / MINUTE)),
  end: clockOf(end),
  lock: plan.span.lock,
  deadline: plan.span.lock === 'end' && plan.span.deadline,
  soft: plan.soft,
});

/** Ten minutes from where the row before ends. */
export const blankDraft = (free: number, soft: boolean): SpanDraft => ({
  start: clockOf(free),
  minutes: '10',
  end: clockOf(free + 10 * MINUTE),
  lock: 'duration',
  deadline: false,
  soft,
});

/** What was typed, and what follows from it. */
export function typedInto(draft: SpanDraft, field: SpanField, typed: string): SpanDraft {
  const next = { ...draft, [field]: typed };
  if (field === 'start') return draft.lock === 'end' ? withMinutes(next) : withEnd(next);
  const startFollows = !draft.soft && (draft.start.trim() === '' || (draft.deadline && field === 'minutes'));
  if (startFollows) return withStart(next);
  return field === 'end' ? withMinutes({ ...next, lock: 'end' }) : withEnd({ ...next, lock: 'duration' });
}

/** A deadline holds its end. */
export const withDeadline = (draft: SpanDraft, deadline: boolean): SpanDraft =>
  deadline ? { ...draft, deadline, lock: 'end' } : { ...draft, deadline };

export const withLock = (draft: SpanDraft, lock: Span['lock']): SpanDraft => ({
  ...draft,
  lock,
  deadline: draft.deadline && lock === 'end',
});

/** A soft item starts where the row before it ends. */
export function withSoft(draft: SpanDraft, soft: boolean, free: number): SpanDraft {
  const next = { ...draft, soft };
  return soft ? { ...typedInto(next, 'start', clockOf(free)), soft } : next;
}

function withEnd(draft: SpanDraft): SpanDraft {
  const [start, lengthMs] = [readClock(draft.start), readLength(draft.minutes)];
  return start === null || lengthMs === null ? draft : { ...draft, end: clockOf(midnight + start + lengthMs) };
}

function withMinutes(draft: SpanDraft): SpanDraft {
  const [start, end] = [readClock(draft.start), readClock(draft.end)];
  const over = start === null || end === null ? null : endAt(end, midnight + start);
  return start === null || over === null
    ? draft
    : { ...draft, minutes: String(Math.round((over - midnight - start) / MINUTE)) };
}

function withStart(draft: SpanDraft): SpanDraft {
  const [end, lengthMs] = [readClock(draft.end), readLength(draft.minutes)];
  return end === null || lengthMs === null ? draft : { ...draft, start: clockOf(midnight + DAY + end - lengthMs) };
}

/** Of some day: clock times alone are reckoned with. */
const midnight = startOfDay(DAY);

export function spanFaults(draft: SpanDraft): Partial<Record<SpanField, SpanFault>> {
  const [start, end] = [readClock(draft.start), readClock(draft.end)];
  const order = start !== null && end !== null && endAt(end, midnight + start) === null;
  return {
    ...(start === null ? { start: 'unreadable' } : {}),
    ...(readLength(draft.minutes) === null ? { minutes: 'unreadable' } : {}),
    ...(end === null ? { end: 'unreadable' } : {}),
    ...(order ? { end: 'endBeforeStart' } : {}),
  };
}

/** The plan's times on the day that begins at `day`; null while a field is at fault. */
export function timingOf(draft: SpanDraft, day: number): Pick<ItemPlan, 'start' | 'soft' | 'span'> | null {
  const [ofDay, endOfDay, durationMs] = [readClock(draft.start), readClock(draft.end), readLength(draft.minutes)];
  if (ofDay === null || endOfDay === null || durationMs === null) return null;
  const start = day + ofDay;
  const end = endAt(endOfDay, start);
  if (end === null) return null;
  const { soft, lock, deadline } = draft;
  return { start, soft, span: lock === 'end' ? { lock, end, deadline } : { lock, durationMs } };
}
