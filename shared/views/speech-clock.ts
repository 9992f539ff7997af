import { LINE_GRACE_MS } from '../domain/floor/decide-stage.ts';
import { type Speech, spokenMs } from '../domain/floor/floor.ts';
import type { PauseCause } from '../domain/run.ts';

/** The last minute is announced; after it the overrun is counted, and nobody is cut off. */
export const WARNING_MS = 60_000;

export interface SpeechClock {
  readonly elapsedMs: number;
  /** Negative: overrun. */
  readonly remainingMs: number;
  readonly mood: 'notStarted' | 'ample' | 'warning' | 'overrun';
  /** Why it stands still; null: it runs, or has not begun. */
  readonly held: PauseCause | null;
}

/** What a clock shows at `now`, the server's time. The journal holds instants only; every screen counts by itself. */
export function speechClock(speech: Speech, now: number): SpeechClock {
  const { stage, allottedMs } = speech;
  const elapsedMs = spokenMs(speech, now);
  const remainingMs = allottedMs - elapsedMs;
  const begun = stage.status === 'speaking' || stage.status === 'paused' || stage.status === 'spoken';
  const mood = remainingMs < 0 ? 'overrun' : remainingMs <= WARNING_MS ? 'warning' : 'ample';
  return {
    elapsedMs,
    remainingMs,
    mood: begun ? mood : 'notStarted',
    held: stage.status === 'paused' ? (stage.run.held?.cause ?? null) : null,
  };
}

/** After this long without a sound the moderator is asked what to do with the called bridge. */
export const CALL_PATIENCE_MS = 8_000;

export const isCallUnanswered = ({ stage }: Speech, now: number): boolean =>
  stage.status === 'called' && now - stage.calledAt > CALL_PATIENCE_MS;

/** When a bridge whose line is gone loses the floor, the server's time; null: its line is not gone. */
export function floorLostAt({ stage }: Speech): number | null {
  const held = stage.status === 'paused' ? stage.run.held : null;
  return held?.cause === 'lineLost' ? held.since + LINE_GRACE_MS : null;
}
