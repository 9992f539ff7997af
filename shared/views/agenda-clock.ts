import type { Agenda, AgendaItem } from '../domain/agenda/agenda.ts';

export interface ExpectedTimes {
  readonly item: AgendaItem;
  /** When the item really starts and ends, if nothing else changes; what happened is as it happened. */
  readonly start: number;
  readonly end: number;
}

/**
 * Each waiting item starts at its planned time, or when the one before really ends, whichever is later: a gap in the
 * plan absorbs lateness. A live item ends after its planned length, or now if it is longer than planned.
 */
export function expectedTimes({ items }: Agenda, now: number): readonly ExpectedTimes[] {
  const times: ExpectedTimes[] = [];
  let free = Number.NEGATIVE_INFINITY;
  const busy = items.some(({ progress }) => progress.status === 'live');
  for (const item of items) {
    const { start, end } = timesOf(item, free, busy ? Number.NEGATIVE_INFINITY : now, now);
    times.push({ item, start, end });
    if (item.progress.status !== 'skipped') free = Math.max(free, end);
  }
  return times;
}

function timesOf({ progress, plannedStart, durationMs }: AgendaItem, free: number, earliest: number, now: number) {
  switch (progress.status) {
    case 'finished':
      return { start: progress.startedAt, end: progress.finishedAt };
    case 'live':
      return { start: progress.startedAt, end: Math.max(progress.startedAt + durationMs, now) };
    case 'skipped':
      return { start: plannedStart, end: plannedStart };
    case 'waiting': {
      const start = Math.max(plannedStart, free, earliest);
      return { start, end: start + durationMs };
    }
  }
}

/**
 * How late the day runs, in milliseconds: positive is late, null before anything is to be late with. While an item is
 * live, its start counts, and its overrun as soon as that is worse; between items the next one's expected start.
 */
export function lateness(agenda: Agenda, now: number): number | null {
  const times = expectedTimes(agenda, now);
  const live = times.find(({ item }) => item.progress.status === 'live');
  if (live !== undefined) {
    const { plannedStart, durationMs } = live.item;
    return Math.max(live.start - plannedStart, live.end - (plannedStart + durationMs));
  }
  const begun = times.some(({ item }) => item.progress.status === 'finished');
  const next = times.find(({ item }) => item.progress.status === 'waiting');
  if (next === undefined) return null;
  const late = next.start - next.item.plannedStart;
  return begun || late > 0 ? late : null;
}
