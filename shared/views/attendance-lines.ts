import { absentIn, presentIn, sumOf, unspokenIn } from '../domain/attendance/figure.ts';
import type { Readiness } from '../domain/attendance/readiness.ts';
import type { ConferenceState } from '../domain/state.ts';

/** What may be said of the attendance in a sentence: figures that somebody gave, and what nobody has given. */
export interface AttendanceFigures {
  readonly summoned: number;
  readonly present: number;
  readonly absent: number;
  /** Of those absent. */
  readonly excused: number;
  /** Summoned, and nobody has said whether they are there. */
  readonly unspoken: number;
  /** Bridges whose figures these are. */
  readonly bridges: number;
  readonly silentBridges: number;
}

/** null: no bridge has said anything, so there is no sentence. */
export function attendanceFigures({
  attendance: { totals },
  bridges,
}: Pick<ConferenceState, 'attendance' | 'bridges'>): AttendanceFigures | null {
  if (totals.reported === 0) return null;
  const sum = sumOf(totals);
  return {
    summoned: sum.expected,
    present: presentIn(sum),
    absent: absentIn(sum),
    excused: sum.absentExcused,
    // Category by category: guests beyond the expected do not stand in for delegates of whom nobody has spoken.
    unspoken: Object.values(totals.byCategory).reduce((count, figure) => count + unspokenIn(figure), 0),
    bridges: totals.reported,
    silentBridges: Math.max(0, bridges.byId.size - totals.reported),
  };
}

/** That nobody is absent may be said only when everybody was spoken of. */
export const isComplete = ({ summoned, absent, unspoken, silentBridges }: AttendanceFigures): boolean =>
  summoned > 0 && absent === 0 && unspoken === 0 && silentBridges === 0;

export interface ReadinessFigures {
  readonly tiers: readonly { readonly ready: number; readonly total: number; readonly name: string }[];
  readonly missing: number;
  /** How many of the missing gave a reason; null: not all of them are known by name, so nothing is said of it. */
  readonly excused: number | null;
}

export function readinessFigures({ tiers, missing, exceptions }: Readiness): ReadinessFigures {
  const excused = exceptions.filter(({ reason }) => reason !== null).length;
  return { tiers, missing, excused: exceptions.length === missing ? excused : null };
}
