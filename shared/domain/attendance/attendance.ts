import { emptyMap, getFrom, type PersistentMap, valuesOf } from '../../base/persistent-map.ts';
import type { BridgeId } from '../ids.ts';
import type { Person } from '../person.ts';
import type { Certificate } from './certificate.ts';
import {
  type ByCategory,
  type CategoryCount,
  type Figure,
  figureOfMarks,
  isNoFigure,
  noTally,
  type Tally,
  withFigure,
  withTally,
} from './figure.ts';
import type { ListImport } from './list-import.ts';
import { addMarks, type MarkCounts, noMarks } from './mark.ts';
import { PROTOCOL_LADDER, type Rung } from './ranks.ts';
import type { RollCall } from './roll-call.ts';

export interface HeadcountReport {
  readonly revision: number;
  readonly at: number;
  readonly categories: readonly CategoryCount[];
  /** Who signed for the figures. Like the note, for the secretariat and the bridge itself. */
  readonly signedBy: Person | null;
  /** Reasons of absence. */
  readonly note: string | null;
}

/** An earlier revision, for the record. */
export interface EarlierReport {
  readonly revision: number;
  readonly at: number;
  readonly figure: Figure;
}

/** A bridge's own attendance, and what stands below it in the tree. */
export interface BridgeAttendance {
  /** The bridges above it, the nearest first; the central bridge and its peers have none. */
  readonly above: readonly BridgeId[];
  /** Delegates on the bridge's list, by category and mark. */
  readonly named: ByCategory<MarkCounts>;
  readonly report: HeadcountReport | null;
  readonly earlier: readonly EarlierReport[];
  /** Why the bridge will not join, by its own word; for the staff and the bridges above. */
  readonly excuse: string | null;
  /** All the bridges below it together, without its own figure. */
  readonly below: Tally;
}

/** People present at the end of a minute. */
export interface ArrivalPoint {
  /** Minutes since 1970. */
  readonly minute: number;
  readonly present: number;
}

export interface Attendance {
  readonly byBridge: PersistentMap<BridgeAttendance>;
  /** The whole conference; to a bridge's own audience, the bridge and what is below it. */
  readonly totals: Tally;
  /** The lists by delegation, wherever its people sit; null for audiences that are not told. */
  readonly byDelegation: PersistentMap<MarkCounts> | null;
  /** null for audiences that are not told. */
  readonly arrivals: readonly ArrivalPoint[] | null;
  readonly rollCall: RollCall | null;
  /** The last 20, the newest at the end. */
  readonly certificates: readonly Certificate[];
  readonly imports: readonly ListImport[];
  readonly rungs: readonly Rung[];
}

/** More would be spelling variants of the same, and no table could show them. */
export const MAX_CATEGORIES = 60;
/** As many as bridges at most; beyond, a column of something else was taken for the delegation. */
export const MAX_DELEGATIONS = 40_000;
export const MAX_EARLIER = 30;
/** Two days of minutes. */
export const MAX_ARRIVALS = 2_880;

export const noAttendance: Attendance = {
  byBridge: emptyMap(),
  totals: noTally,
  byDelegation: emptyMap(),
  arrivals: [],
  rollCall: null,
  certificates: [],
  imports: [],
  rungs: PROTOCOL_LADDER,
};
export const nothingSaid: BridgeAttendance = {
  above: [],
  named: {},
  report: null,
  earlier: [],
  excuse: null,
  below: noTally,
};

export const attendanceOf = ({ byBridge }: Attendance, bridgeId: BridgeId): BridgeAttendance =>
  getFrom(byBridge, bridgeId) ?? nothingSaid;

/** The whole list of the bridge, whatever the category. */
export const marksOf = ({ named }: BridgeAttendance): MarkCounts =>
  Object.values(named).reduce<MarkCounts>((sum, marks) => addMarks(sum, marks), noMarks);

/** Whether the bridge has said anything: a report, or one mark on its list. */
export const hasReported = (one: BridgeAttendance): boolean =>
  one.report !== null || Object.values(one.named).some((marks) => isSpokenOf(marks));

const isSpokenOf = ({ unmarked: _, substituted: __, ...spoken }: MarkCounts): boolean =>
  Object.values(spoken).some((count) => count > 0);

/**
 * The one rule by which a bridge counts: its latest report, else its list. A list that nobody has marked yet says who
 * is expected, and that the bridge has not reported.
 */
export function tallyOf(one: BridgeAttendance): Tally {
  return { reported: hasReported(one) ? 1 : 0, byCategory: figuresOf(one) };
}

function figuresOf({ report, named }: BridgeAttendance): ByCategory<Figure> {
  const rows =
    report === null
      ? Object.entries(named).map(([category, marks]) => [category, figureOfMarks(marks)] as const)
      : report.categories.map(({ category, ...figure }) => [category, figure] as const);
  return Object.fromEntries(rows.filter(([, figure]) => !isNoFigure(figure)));
}

/** The bridge and all below it: constant time, whatever their number. */
export const branchOf = (one: BridgeAttendance): Tally => withTally(one.below, tallyOf(one));

/** The independent sum over every bridge, for the invariants; screens read `totals`. */
export const recountOf = (byBridge: PersistentMap<BridgeAttendance>): Tally =>
  [...valuesOf(byBridge)].reduce((sum, one) => withTally(sum, tallyOf(one)), noTally);

export const reportFigure = ({ categories }: Pick<HeadcountReport, 'categories'>): Figure =>
  categories.reduce<Figure>((sum, row) => withFigure(sum, row), {
    expected: 0,
    onSite: 0,
    online: 0,
    absentExcused: 0,
    absentUnexcused: 0,
  });
