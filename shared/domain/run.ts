import { z } from 'zod';
import { instant } from './instant.ts';

/** Why a clock stood still: a person stopped it, a question was put in between, or the line was gone. */
export const pauseCauseSchema = z.enum(['byHand', 'interposed', 'lineLost']);
export type PauseCause = z.infer<typeof pauseCauseSchema>;

export interface Pause {
  readonly from: number;
  readonly to: number;
  readonly cause: PauseCause;
}

/** A clock that was started once, and may have been stopped in between. Instants only: it is read with `ranMs`. */
export interface Run {
  readonly startedAt: number;
  /** In their order, none open. */
  readonly pauses: readonly Pause[];
  /** The pause that is on. */
  readonly held: { readonly since: number; readonly cause: PauseCause } | null;
}

/** What an event says of a pause that begins: it may have begun before anybody could know (a line that was lost). */
export const pauseStartSchema = { since: instant, cause: pauseCauseSchema };

export const startRun = (startedAt: number): Run => ({ startedAt, pauses: [], held: null });

/** A pause never begins before the run, nor before the end of the pause before it. */
export function holdRun(run: Run, since: number, cause: PauseCause): Run {
  if (run.held !== null) return run;
  const earliest = Math.max(run.startedAt, run.pauses.at(-1)?.to ?? run.startedAt);
  return { ...run, held: { since: Math.max(since, earliest), cause } };
}

export function releaseRun(run: Run, at: number): Run {
  if (run.held === null) return run;
  const { since, cause } = run.held;
  return { ...run, pauses: [...run.pauses, { from: since, to: Math.max(since, at), cause }], held: null };
}

/** Milliseconds that the clock has stood still up to `now`. */
export const heldMs = ({ pauses, held }: Run, now: number): number =>
  pauses.reduce((sum, { from, to }) => sum + (to - from), held === null ? 0 : Math.max(0, now - held.since));

/** Milliseconds that the clock has run up to `now`, pauses left out. */
export const ranMs = (run: Run, now: number): number => Math.max(0, now - run.startedAt - heldMs(run, now));
