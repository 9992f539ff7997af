import { attendanceOf, tallyOf } from '../domain/attendance/attendance.ts';
import { presentIn, sumOf } from '../domain/attendance/figure.ts';
import type { Bridge } from '../domain/bridges/bridge.ts';
import { type Counted, presentGap, type Standing, standingOf } from './attendance-board.ts';
import { bridgeOrder } from './bridge-order.ts';

/** What a person has to look at: first what is wrong, then what is missing. */
const KINDS = ['lost', 'disagree', 'more', 'silent', 'excused'] as const;

export type AttendanceException = { readonly bridge: Bridge } & (
  | {
      readonly kind: 'silent';
      /** Bridges of the branch that have said nothing, the bridge itself among them or not. */
      readonly missing: number;
      readonly bridges: number;
    }
  | { readonly kind: 'more'; readonly present: number; readonly expected: number }
  | { readonly kind: 'disagree'; readonly report: number; readonly list: number }
  | { readonly kind: 'excused'; readonly reason: string }
  | { readonly kind: 'lost'; readonly since: number }
);

/** The exceptions of the first tier, by kind and then in protocol order; what is below stands in its branch's line. */
export function attendanceExceptions(state: Counted): readonly AttendanceException[] {
  const all = bridgeOrder(state.bridges).top.flatMap((bridge) => exceptionsOf(state, bridge));
  return KINDS.flatMap((kind) => all.filter((one) => one.kind === kind));
}

function exceptionsOf(state: Counted, bridge: Bridge): readonly AttendanceException[] {
  const standing = standingOf(state, bridge);
  if (standing === null) return [];
  const found: AttendanceException[] = [...silence(bridge, standing)];
  const one = attendanceOf(state.attendance, bridge.bridgeId);
  // A hall may hold too many while its branch as a whole does not.
  const over = [sumOf(tallyOf(one)), standing.figure].find((figure) => presentIn(figure) > figure.expected);
  if (over !== undefined) found.push({ kind: 'more', bridge, present: presentIn(over), expected: over.expected });
  const gap = presentGap(one);
  if (gap !== null) found.push({ kind: 'disagree', bridge, ...gap });
  if (standing.excuse !== null) found.push({ kind: 'excused', bridge, reason: standing.excuse });
  if (bridge.link.status === 'lost') found.push({ kind: 'lost', bridge, since: bridge.link.since });
  return found;
}

/** A bridge that will not join is not waited for; those below it are. */
function silence(bridge: Bridge, { bridges, reported, excuse }: Standing): readonly AttendanceException[] {
  const waitedFor = excuse === null ? bridges : bridges - 1;
  const missing = Math.max(0, waitedFor - reported);
  return missing === 0 ? [] : [{ kind: 'silent', bridge, missing, bridges }];
}
