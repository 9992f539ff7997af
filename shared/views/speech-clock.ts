import type { Speech } from '../domain/floor/floor.ts';

/** The last minute is announced; after it the overrun is counted, and nobody is cut off. */
export const WARNING_MS = 60_000;

export interface SpeechClock {
  readonly elapsedMs: number;
  /** Negative: overrun. */
  readonly remainingMs: number;
  readonly mood: 'notStarted' | 'ample' | 'warning' | 'overrun';
}

/** What a clock shows at `now`, the server's time. The journal holds instants only; every screen counts by itself. */
export function speechClock({ stage, allottedMs }: Speech, now: number): SpeechClock {
  if (stage.status !== 'speaking') return { elapsedMs: 0, remainingMs: allottedMs, mood: 'notStarted' };
  const elapsedMs = Math.max(0, now - stage.startedAt);
  const remainingMs = allottedMs - elapsedMs;
  return {
    elapsedMs,
    remainingMs,
    mood: remainingMs < 0 ? 'overrun' : remainingMs <= WARNING_MS ? 'warning' : 'ample',
  };
}

/** After this long without a sound the moderator is asked what to do with the called bridge. */
export const CALL_PATIENCE_MS = 8_000;

export const isCallUnanswered = ({ stage }: Speech, now: number): boolean =>
  stage.status === 'called' && now - stage.calledAt > CALL_PATIENCE_MS;
