import { type Agenda, type AgendaItem, deadlineOf, isTimed, type TimedItem } from '../domain/agenda/agenda.ts';
import { announcedTimes, type PlannedTimes, plannedTimes } from '../domain/agenda/planned.ts';
import type { AgendaItemId } from '../domain/ids.ts';
import { heldMs } from '../domain/run.ts';

/** What the halls that still wait to speak under an item need of it, in milliseconds from now or from its start. */
export type SpeakingNeeds = ReadonlyMap<AgendaItemId, number>;
const NO_NEEDS: SpeakingNeeds = new Map();

export interface ItemTimes {
  readonly item: TimedItem;
  /** As it was written. */
  readonly planned: { readonly start: number; readonly end: number };
  /** With the announced delay laid over it. */
  readonly announced: { readonly start: number; readonly end: number };
  /** When it will really start and end, if nothing else changes; what happened is as it happened. */
  readonly expected: { readonly start: number; readonly end: number };
  /** Planned start − planned end of the item before; negative: they overlap; null: nothing precedes. */
  readonly gapMs: number | null;
}

/**
 * The three times of every item, in programme order. A hard start waits for its clock time and soft ones chain, so a
 * gap in the plan absorbs lateness; a deadline item keeps its end; nothing that waits begins before `now`.
 */
export function agendaTimes(agenda: Agenda, now: number, needs: SpeakingNeeds = NO_NEEDS): readonly ItemTimes[] {
  const announced = announcedTimes(agenda);
  const live = announced.find(({ item }) => item.progress.status === 'live');
  let free = live === undefined ? now : expectedOf(live, now, now, needs.get(live.item.itemId) ?? 0).end;
  return plannedTimes(agenda).map(({ item, start, end, gapMs }, index) => {
    const laid = announced[index] ?? { item, start, end, gapMs };
    const expected = expectedOf(laid, free, now, needs.get(item.itemId) ?? 0);
    if (item.progress.status === 'waiting') free = expected.end;
    return { item, planned: { start, end }, announced: { start: laid.start, end: laid.end }, expected, gapMs };
  });
}

/** `free`: when everything before it is over. */
function expectedOf(announced: PlannedTimes, free: number, now: number, needMs: number) {
  const { item, start, end, gapMs } = announced;
  const { progress, plan, addedMs } = item;
  const length = Math.max(0, end - start + addedMs);
  const deadline = deadlineOf(item);
  switch (progress.status) {
    case 'finished':
      return { start: progress.run.startedAt, end: progress.finishedAt };
    case 'skipped':
      return { start, end };
    case 'live': {
      const { startedAt } = progress.run;
      const over = deadline ?? startedAt + length + heldMs(progress.run, now);
      return { start: startedAt, end: Math.max(over, now + needMs) };
    }
    case 'waiting': {
      const begins = plan.soft && gapMs !== null ? free : Math.max(start, free);
      return { start: begins, end: deadline === null ? begins + Math.max(length, needMs) : Math.max(begins, deadline) };
    }
  }
}

/** How late the day runs, in milliseconds; positive is late. */
export interface Offset {
  /** Against the plan as announced. */
  readonly absoluteMs: number;
  /** Against the plan as if it had been meant to begin when it really began. */
  readonly relativeMs: number;
}

/**
 * While an item is live, its end counts, not what the halls that wait would still need; between items the next start,
 * at the end of the day the last end. Null before anything is to be late with.
 */
export function offset(agenda: Agenda, now: number): Offset | null {
  const times = agendaTimes(agenda, now).filter(({ item }) => item.progress.status !== 'skipped');
  const begun = times.filter(({ item }) => item.progress.status === 'live' || item.progress.status === 'finished');
  const first = begun.toSorted((a, b) => a.expected.start - b.expected.start)[0];
  const absoluteMs = absoluteOffset(times, begun);
  if (absoluteMs === null) return null;
  return {
    absoluteMs,
    relativeMs: absoluteMs - (first === undefined ? 0 : first.expected.start - first.announced.start),
  };
}

function absoluteOffset(times: readonly ItemTimes[], begun: readonly ItemTimes[]): number | null {
  const live = begun.find(({ item }) => item.progress.status === 'live');
  if (live !== undefined) return live.expected.end - live.announced.end;
  const next = times.find(({ item }) => item.progress.status === 'waiting');
  if (next === undefined) {
    const last = lastOf(begun);
    return last === undefined ? null : last.expected.end - last.announced.end;
  }
  const lateMs = next.expected.start - next.announced.start;
  return begun.length > 0 || lateMs > 0 ? lateMs : null;
}

/** The one that ends last: not always the last row, when items were taken out of their order. */
export const lastOf = (times: readonly ItemTimes[]): ItemTimes | undefined =>
  times.toSorted((a, b) => a.expected.end - b.expected.end).at(-1);

/** What is wrong with the plan itself, before anything is late. */
export type PlanProblem =
  | { readonly kind: 'overlap'; readonly itemId: AgendaItemId; readonly byMs: number }
  | { readonly kind: 'endBeforeStart'; readonly itemId: AgendaItemId }
  /** A deadline that will have passed when its item begins. */
  | { readonly kind: 'deadlineLost'; readonly itemId: AgendaItemId; readonly byMs: number }
  | { readonly kind: 'groupOverTarget'; readonly itemId: AgendaItemId; readonly byMs: number }
  | { readonly kind: 'endsLate'; readonly itemId: AgendaItemId; readonly byMs: number };

export function planProblems(agenda: Agenda, now: number, needs: SpeakingNeeds = NO_NEEDS): readonly PlanProblem[] {
  const times = agendaTimes(agenda, now, needs).filter(({ item }) => item.progress.status !== 'skipped');
  const last = lastOf(times);
  const late = last === undefined || agenda.endsBy === null ? 0 : last.expected.end - agenda.endsBy;
  return [
    ...times.flatMap(problemsOf),
    ...groups(agenda)
      .filter(({ targetMs, plannedMs }) => targetMs !== null && plannedMs > targetMs)
      .map(({ item: { itemId }, targetMs, plannedMs }) => ({
        kind: 'groupOverTarget' as const,
        itemId,
        byMs: plannedMs - (targetMs ?? 0),
      })),
    ...(last !== undefined && late > 0 ? [{ kind: 'endsLate' as const, itemId: last.item.itemId, byMs: late }] : []),
  ];
}

function problemsOf({ item, planned, expected, gapMs }: ItemTimes): readonly PlanProblem[] {
  const { itemId, plan, progress } = item;
  const lostMs = expected.start - (deadlineOf(item) ?? expected.start);
  return [
    ...(gapMs !== null && gapMs < 0 ? [{ kind: 'overlap' as const, itemId, byMs: -gapMs }] : []),
    ...(plan.span.lock === 'end' && plan.span.end < planned.start ? [{ kind: 'endBeforeStart' as const, itemId }] : []),
    ...(progress.status === 'waiting' && lostMs > 0 ? [{ kind: 'deadlineLost' as const, itemId, byMs: lostMs }] : []),
  ];
}

export interface GroupTimes {
  readonly item: AgendaItem;
  readonly targetMs: number | null;
  /** Sum of the planned lengths of its items, skipped ones left out. */
  readonly plannedMs: number;
}

/** Each group heading with what stands under it, down to the next. */
export function groups(agenda: Agenda): readonly GroupTimes[] {
  const lengths = new Map(plannedTimes(agenda).map(({ item, start, end }) => [item.itemId, end - start]));
  const all: { item: AgendaItem; targetMs: number | null; plannedMs: number }[] = [];
  for (const item of agenda.items) {
    if (item.plan.row === 'group') all.push({ item, targetMs: item.plan.targetMs, plannedMs: 0 });
    const group = all.at(-1);
    const counts = group !== undefined && isTimed(item) && item.progress.status !== 'skipped';
    if (counts) group.plannedMs += lengths.get(item.itemId) ?? 0;
  }
  return all;
}

/** Item before and after the live one (or the next to come), skipped rows, groups and notes left out. */
export function neighbours(agenda: Agenda): { readonly previous: TimedItem | null; readonly next: TimedItem | null } {
  const items = agenda.items.filter(isTimed).filter(({ progress }) => progress.status !== 'skipped');
  return {
    previous: items.findLast(({ progress }) => progress.status === 'finished') ?? null,
    next: items.find(({ progress }) => progress.status === 'waiting') ?? null,
  };
}
