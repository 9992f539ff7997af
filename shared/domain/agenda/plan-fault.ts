import { LAST_CLOCK_TIME } from '../instant.ts';
import type { RejectionCode } from '../rejection.ts';
import type { AgendaPlan } from './agenda.ts';

/** Why a plan cannot stand; null: it can. An overlap with another item is not a fault, it is shown as a problem. */
export function planFault(plan: AgendaPlan, now: number): RejectionCode | null {
  if (isBeyondClocks(plan)) return 'malformed';
  if (plan.row !== 'item' || plan.span.lock !== 'end') return null;
  const { end, deadline } = plan.span;
  if (!plan.soft && end < plan.start) return 'end-before-start';
  return deadline && end <= now ? 'deadline-passed' : null;
}

/** No item has times so late that the next could not be counted on from them. */
export const isBeyondClocks = (plan: AgendaPlan): boolean =>
  plan.row === 'item' && Math.max(plan.start, plan.span.lock === 'end' ? plan.span.end : 0) > LAST_CLOCK_TIME;
