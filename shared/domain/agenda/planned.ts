import type { Agenda, ItemPlan, Retiming, Span, TimedItem } from './agenda.ts';
import { isDeadline, timedItems } from './agenda.ts';

/** An item with the times that the plan gives it. */
export interface PlannedTimes {
  readonly item: TimedItem;
  readonly start: number;
  /** Never before `start`. */
  readonly end: number;
  /** From the end of the item before to this start; negative: they overlap. Null: nothing precedes. */
  readonly gapMs: number | null;
}

/** The plan as it was written: soft items chain, a skipped item leaves the chain and stays visible at its own time. */
export const plannedTimes = (agenda: Agenda): readonly PlannedTimes[] => chained(agenda, () => 0);

/** The plan with the announced delay laid over it. The delay ends at a deadline: what is fixed swallows it. */
export function announcedTimes(agenda: Agenda): readonly PlannedTimes[] {
  const delays = delaysOf(agenda);
  return chained(agenda, ({ itemId }) => delays.get(itemId) ?? 0);
}

function chained(agenda: Agenda, delayOf: (item: TimedItem) => number): readonly PlannedTimes[] {
  let before: { readonly end: number; readonly delayMs: number } | null = null;
  return timedItems(agenda).map((item) => {
    const { start: written, soft, span } = item.plan;
    const delayMs = delayOf(item);
    const start: number = soft && before !== null ? before.end + delayMs - before.delayMs : written + delayMs;
    const shiftMs = isDeadline(item.plan) ? 0 : delayMs;
    const end = span.lock === 'duration' ? start + span.durationMs : Math.max(start, span.end + shiftMs);
    const times = { item, start, end, gapMs: before === null ? null : start - before.end };
    if (item.progress.status !== 'skipped') before = { end, delayMs: shiftMs };
    return times;
  });
}

/** What of the announced delay each item carries: what it began under, else what is in force and no deadline has ended. */
function delaysOf(agenda: Agenda): ReadonlyMap<string, number> {
  let { delayMs } = agenda;
  const delays = new Map<string, number>();
  for (const { itemId, progress, plan } of timedItems(agenda)) {
    const own = progress.status === 'live' || progress.status === 'finished' ? progress.delayMs : delayMs;
    delays.set(itemId, own);
    if (progress.status === 'waiting' && isDeadline(plan)) delayMs = 0;
  }
  return delays;
}

/**
 * The announced delay written into the plan: the items that wait get as their own times what was announced, and so do
 * the skipped ones, which may be taken up again. What has begun keeps the times by which it is measured. Between what
 * has begun and what waits the chain would tear: a soft item there is given its start.
 */
export function settledPlan(agenda: Agenda): readonly Retiming[] {
  const delays = delaysOf(agenda);
  let before: { readonly begun: boolean } | null = null;
  return announcedTimes(agenda).flatMap(({ item, start }) => {
    const { itemId, progress, plan } = item;
    const delayMs = delays.get(itemId) ?? 0;
    const begun = hasBegun(item);
    const tears = before !== null && before.begun !== begun;
    if (progress.status !== 'skipped') before = { begun };
    if (begun) return plan.soft && tears ? [{ itemId, start: start - delayMs, soft: false, span: plan.span }] : [];
    const keepsSoft = progress.status === 'skipped' || delayMs === 0 || !tears;
    return [{ itemId, start, soft: plan.soft && keepsSoft, span: movedSpan(plan, delayMs) }];
  });
}

const hasBegun = ({ progress: { status } }: TimedItem): boolean => status === 'live' || status === 'finished';

const movedSpan = ({ span }: ItemPlan, delayMs: number): Span =>
  span.lock === 'end' && !span.deadline ? { ...span, end: span.end + delayMs } : span;
