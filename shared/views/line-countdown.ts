import { timedItems } from '../domain/agenda/agenda.ts';
import { announcedTimes } from '../domain/agenda/planned.ts';
import { isOver } from '../domain/conference/conference.ts';
import type { ConferenceState } from '../domain/state.ts';

/** From then on the board is watched in earnest. */
export const READINESS_MS = 60 * 60_000;

export type Countdown =
  | { readonly kind: 'ahead'; readonly startsAt: number; readonly leftMs: number; readonly near: boolean }
  /** It should have begun. */
  | { readonly kind: 'overdue'; readonly startsAt: number; readonly lateMs: number }
  | { readonly kind: 'running' }
  | { readonly kind: 'over' }
  /** The programme has no time. */
  | { readonly kind: 'unknown' };

/** To the first time of the programme, with the announced delay; once it has begun nothing is counted. */
export function countdownOf({ conference, agenda }: ConferenceState, now: number): Countdown {
  const { phase } = conference;
  if (isOver({ phase })) return { kind: 'over' };
  if (phase === 'live' || phase === 'adjourned') return { kind: 'running' };
  if (timedItems(agenda).length === 0) return { kind: 'unknown' };
  const startsAt = Math.min(...announcedTimes(agenda).map(({ start }) => start));
  const leftMs = startsAt - now;
  if (leftMs < 0) return { kind: 'overdue', startsAt, lateMs: -leftMs };
  return { kind: 'ahead', startsAt, leftMs, near: leftMs <= READINESS_MS };
}
