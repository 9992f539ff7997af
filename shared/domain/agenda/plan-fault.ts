import type { RejectionCode } from '../rejection.ts';
import type { AgendaPlan } from './agenda.ts';

/** Why a plan cannot stand; null: it can. An overlap with another item is not a fault, it is shown as a problem. */
export function planFault(plan: AgendaPlan, now: number): RejectionCode | null {
  if (plan.row !== 'item' || plan.span.lock !== 'end') return null;
  const { end, deadline } = plan.span;
  if (!plan.soft && end < plan.start) return 'end-before-start';
  return deadline && end <= now ? 'deadline-passed' : null;
}
