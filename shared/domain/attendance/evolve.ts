import { unreachable } from '../../base/assert.ts';
import { hasIn, putIn } from '../../base/persistent-map.ts';
import type { BridgeId } from '../ids.ts';
import {
  type Attendance,
  attendanceOf,
  type BridgeAttendance,
  exchange,
  headcountOf,
  type Mark,
} from './attendance.ts';
import type { AttendanceEvent } from './events.ts';

export function evolveAttendance(attendance: Attendance, event: AttendanceEvent): Attendance {
  if ('was' in event && !hasIn(attendance.byBridge, event.bridgeId)) return attendance;
  switch (event.type) {
    case 'delegatesRegistered':
      return recount(attendance, event.bridgeId, (one) => moved(one, { unmarked: event.delegates.length }));
    case 'delegateRemoved':
      return recount(attendance, event.bridgeId, (one) => moved(one, { [event.was]: -1 }));
    case 'delegateCheckedIn':
      return recount(attendance, event.bridgeId, (one) => remarked(one, event.was, 'present'));
    case 'delegateMarkedAbsent':
      return recount(attendance, event.bridgeId, (one) =>
        remarked(one, event.was, event.excused ? 'absentExcused' : 'absentUnexcused'),
      );
    case 'delegateMarkCleared':
      return recount(attendance, event.bridgeId, (one) => remarked(one, event.was, 'unmarked'));
    case 'headcountReported': {
      const { revision, at, categories, note } = event;
      return recount(attendance, event.bridgeId, (one) => ({ ...one, report: { revision, at, categories, note } }));
    }
    default:
      return unreachable(event);
  }
}

function recount(
  attendance: Attendance,
  bridgeId: BridgeId,
  change: (one: BridgeAttendance) => BridgeAttendance,
): Attendance {
  const before = attendanceOf(attendance, bridgeId);
  const after = change(before);
  return {
    byBridge: putIn(attendance.byBridge, bridgeId, after),
    totals: exchange(attendance.totals, headcountOf(before), headcountOf(after)),
  };
}

function moved(one: BridgeAttendance, by: Partial<Record<Mark, number>>): BridgeAttendance {
  const step = (mark: Mark) => one.named[mark] + (by[mark] ?? 0);
  const named = {
    unmarked: step('unmarked'),
    present: step('present'),
    absentExcused: step('absentExcused'),
    absentUnexcused: step('absentUnexcused'),
  };
  return { ...one, named };
}

const remarked = (one: BridgeAttendance, was: Mark, is: Mark): BridgeAttendance =>
  was === is ? one : moved(one, { [was]: -1, [is]: 1 });
