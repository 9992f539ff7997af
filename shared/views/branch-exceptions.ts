import {
  type Attendance,
  attendanceOf,
  type BridgeAttendance,
  hasReported,
  tallyOf,
} from '../domain/attendance/attendance.ts';
import { presentIn, sumOf } from '../domain/attendance/figure.ts';
import type { Bridge } from '../domain/bridges/bridge.ts';
import { presentGap } from './attendance-board.ts';

/** What makes somebody look at a bridge, the worst first. */
const WORST_FIRST = ['lost', 'disagrees', 'overfull', 'unheard', 'unreported', 'untried', 'excused'] as const;
type Exception = (typeof WORST_FIRST)[number];

/** What the bridge's own figures say; the same object says the same for ever, so it is read once. */
interface Reading {
  readonly reported: boolean;
  readonly disagrees: boolean;
  readonly overfull: boolean;
}
const readings = new WeakMap<BridgeAttendance, Reading>();

function readingOf(one: BridgeAttendance): Reading {
  const known = readings.get(one);
  if (known !== undefined) return known;
  const own = sumOf(tallyOf(one));
  const made = {
    reported: hasReported(one),
    disagrees: presentGap(one) !== null,
    overfull: presentIn(own) > own.expected,
  };
  readings.set(one, made);
  return made;
}

/** A lower number is worse; null: nothing is out of order. */
export function severityOf(bridge: Bridge, attendance: Attendance): number | null {
  const exception = exceptionOf(bridge, attendanceOf(attendance, bridge.bridgeId));
  return exception === null ? null : WORST_FIRST.indexOf(exception);
}

function exceptionOf({ link }: Bridge, one: BridgeAttendance): Exception | null {
  const { reported, disagrees, overfull } = readingOf(one);
  if (one.excuse !== null) return 'excused';
  if (link.status === 'lost') return 'lost';
  if (!reported) return link.status === 'untried' ? 'unheard' : 'unreported';
  if (disagrees) return 'disagrees';
  if (overfull) return 'overfull';
  return link.status === 'untried' ? 'untried' : null;
}
