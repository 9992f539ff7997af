import { putAllIn } from '../../base/persistent-map.ts';
import { type ArrivalPoint, type Attendance, MAX_ARRIVALS } from './attendance.ts';
import type { AttendanceEvent } from './events.ts';
import { isEmpty } from './mark.ts';

/** Counts as they are told to a screen: absolute, so that what is told twice is right, and what is skipped is made good. */
export type AttendanceTold = Extract<AttendanceEvent, { type: 'attendanceTold' }>;

export const evolveTold = (attendance: Attendance, told: AttendanceTold): Attendance => ({
  ...attendance,
  byBridge: putAllIn(
    attendance.byBridge,
    told.bridges.map(({ bridgeId, one }) => [bridgeId, one]),
  ),
  totals: told.totals,
  byDelegation:
    told.delegations === null || attendance.byDelegation === null
      ? attendance.byDelegation
      : putAllIn(
          attendance.byDelegation,
          told.delegations.map(([name, marks]) => [name, isEmpty(marks) ? null : marks]),
        ),
  arrivals:
    told.arrivals === null || attendance.arrivals === null
      ? attendance.arrivals
      : withPoints(attendance.arrivals, told.arrivals),
});

function withPoints(points: readonly ArrivalPoint[], told: readonly ArrivalPoint[]): readonly ArrivalPoint[] {
  const first = told[0]?.minute ?? Number.POSITIVE_INFINITY;
  return [...points.filter(({ minute }) => minute < first), ...told].slice(-MAX_ARRIVALS);
}
