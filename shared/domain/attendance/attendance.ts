import { z } from 'zod';
import { emptyMap, getFrom, type PersistentMap, valuesOf } from '../../base/persistent-map.ts';
import type { BridgeId } from '../ids.ts';
import { line } from '../text.ts';

/** Whether a named delegate is there. Nobody has said so yet: `unmarked`, which is not absent. */
export const markSchema = z.enum(['unmarked', 'present', 'absentExcused', 'absentUnexcused']);
export type Mark = z.infer<typeof markSchema>;

const count = z.int().min(0).max(100_000);

/** One row of a head-count report. Present may exceed expected: people bring company, and the hall says so. */
export const categoryCountSchema = z.strictObject({
  category: line(120),
  expected: count,
  present: count,
  absentExcused: count,
  absentUnexcused: count,
});
export type CategoryCount = z.infer<typeof categoryCountSchema>;

export interface HeadcountReport {
  readonly revision: number;
  readonly at: number;
  readonly categories: readonly CategoryCount[];
  /** Reasons of absence, for the secretariat and the bridge itself. */
  readonly note: string | null;
}

export interface BridgeAttendance {
  /** Delegates on the bridge's list, by mark. */
  readonly named: Readonly<Record<Mark, number>>;
  readonly report: HeadcountReport | null;
}

export interface Headcount {
  readonly expected: number;
  readonly present: number;
  readonly absentExcused: number;
  readonly absentUnexcused: number;
}

export interface AttendanceTotals extends Headcount {
  /** Bridges that said anything at all; the others are "chưa báo cáo", never zero. */
  readonly bridgesReported: number;
}

export interface Attendance {
  readonly byBridge: PersistentMap<BridgeAttendance>;
  readonly totals: AttendanceTotals;
}

export const noTotals: AttendanceTotals = {
  bridgesReported: 0,
  expected: 0,
  present: 0,
  absentExcused: 0,
  absentUnexcused: 0,
};
export const noAttendance: Attendance = { byBridge: emptyMap(), totals: noTotals };
export const nothingSaid: BridgeAttendance = {
  named: { unmarked: 0, present: 0, absentExcused: 0, absentUnexcused: 0 },
  report: null,
};

export const attendanceOf = ({ byBridge }: Attendance, bridgeId: BridgeId): BridgeAttendance =>
  getFrom(byBridge, bridgeId) ?? nothingSaid;

/** The figure that counts for a bridge: its report, else its marked list, else null: it has not reported. */
export function headcountOf({ named, report }: BridgeAttendance): Headcount | null {
  if (report !== null) return report.categories.reduce(addCounts, noTotals);
  const marked = named.present + named.absentExcused + named.absentUnexcused;
  return marked === 0 ? null : { ...pick(named), expected: marked + named.unmarked };
}

export function totalsOf(byBridge: PersistentMap<BridgeAttendance>): AttendanceTotals {
  return [...valuesOf(byBridge)].reduce((totals, one) => exchange(totals, null, headcountOf(one)), noTotals);
}

/** The totals after one bridge's figure went from `before` to `after`: constant time, whatever the number of bridges. */
export function exchange(
  totals: AttendanceTotals,
  before: Headcount | null,
  after: Headcount | null,
): AttendanceTotals {
  const moved = (field: keyof Headcount) => totals[field] - (before?.[field] ?? 0) + (after?.[field] ?? 0);
  return {
    bridgesReported: totals.bridgesReported - (before === null ? 0 : 1) + (after === null ? 0 : 1),
    expected: moved('expected'),
    present: moved('present'),
    absentExcused: moved('absentExcused'),
    absentUnexcused: moved('absentUnexcused'),
  };
}

const pick = ({ present, absentExcused, absentUnexcused }: Readonly<Record<Mark, number>>) => ({
  present,
  absentExcused,
  absentUnexcused,
});

const addCounts = (sum: Headcount, row: Headcount): Headcount => ({
  expected: sum.expected + row.expected,
  present: sum.present + row.present,
  absentExcused: sum.absentExcused + row.absentExcused,
  absentUnexcused: sum.absentUnexcused + row.absentUnexcused,
});
