import { getFrom } from '../base/persistent-map.ts';
import {
  type BridgeAttendance,
  branchOf,
  marksOf,
  nothingSaid,
  reportFigure,
  tallyOf,
} from '../domain/attendance/attendance.ts';
import { type Figure, figureOfMarks, noFigure, presentIn, sumOf, withFigure } from '../domain/attendance/figure.ts';
import { hasCome, MARKS } from '../domain/attendance/mark.ts';
import type { Bridge } from '../domain/bridges/bridge.ts';
import type { ConferenceState } from '../domain/state.ts';
import type { BranchLine } from '../protocol/attendance.ts';
import { bridgeOrder, bridgesInBranch } from './bridge-order.ts';
import { UNITS, type Unit, unitOf } from './tile-map.ts';

/** What a board reads of the state. */
export type Counted = Pick<ConferenceState, 'bridges' | 'attendance'>;

/**
 * How the attendance of a branch stands. `none`: nobody of it is in the conference; `excused`: nobody has reported, and
 * the reason is known; `more`: more are there than were summoned; `disagree`: list and report say different numbers.
 */
export type BranchState = 'none' | 'excused' | 'silent' | 'part' | 'all' | 'more' | 'disagree';

/** A bridge with all that is below it. */
export interface Standing {
  readonly figure: Figure;
  readonly bridges: number;
  readonly reported: number;
  readonly state: BranchState;
  /** Why it will not join. */
  readonly excuse: string | null;
}

export interface BoardTile {
  readonly key: string;
  /** null: a central organisation. */
  readonly unit: Unit | null;
  readonly members: readonly Bridge[];
  readonly figure: Figure;
  readonly bridges: number;
  readonly reported: number;
  readonly state: BranchState;
}

export interface Board {
  /** All units, in the order of the map. */
  readonly tiles: readonly BoardTile[];
  /** The central bridge, and whoever belongs to no unit. */
  readonly central: readonly BoardTile[];
}

export interface BoardTotals {
  readonly figure: Figure;
  readonly bridges: number;
  readonly reported: number;
  /** Bridges that have said nothing; never a zero. */
  readonly silent: number;
}

export function boardTotals({ bridges, attendance }: Counted): BoardTotals {
  const { reported } = attendance.totals;
  const all = bridges.byId.size;
  return { figure: sumOf(attendance.totals), bridges: all, reported, silent: Math.max(0, all - reported) };
}

/** null: of this bridge no counters are told here, as of sub-bridges on the screens of the centre. */
export function standingOf({ bridges, attendance }: Counted, { bridgeId, tier }: Bridge): Standing | null {
  const one = getFrom(attendance.byBridge, bridgeId) ?? (tier <= 1 ? nothingSaid : undefined);
  if (one === undefined) return null;
  const branch = branchOf(one);
  const counted = { figure: sumOf(branch), reported: branch.reported, bridges: bridgesInBranch(bridges, bridgeId) };
  return {
    ...counted,
    excuse: one.excuse,
    state: stateOf(counted, disagreement(one) ?? (isMore(one) ? 'more' : null), one.excuse),
  };
}

/** The same reading of a line that was asked for: counters of deeper bridges are not told. */
export function standingOfLine(line: BranchLine): Standing {
  const { figure, bridges, reported, excuse, own, ownReported, listPresent } = line;
  const disagrees = ownReported && listPresent !== null;
  const oddity = disagrees ? 'disagree' : presentIn(own) > own.expected ? 'more' : null;
  return { figure, bridges, reported, excuse, state: stateOf({ figure, bridges, reported }, oddity, excuse) };
}

type Sums = Pick<Standing, 'figure' | 'bridges' | 'reported'>;

function stateOf(
  { figure, bridges, reported }: Sums,
  own: 'more' | 'disagree' | null,
  excuse: string | null,
): BranchState {
  if (reported === 0) return excuse === null ? 'silent' : 'excused';
  if (own === 'disagree') return 'disagree';
  if (own === 'more' || presentIn(figure) > figure.expected) return 'more';
  return reported < bridges ? 'part' : 'all';
}

const isMore = (one: BridgeAttendance): boolean => {
  const own = sumOf(tallyOf(one));
  return presentIn(own) > own.expected;
};

function disagreement(one: BridgeAttendance): 'disagree' | null {
  return presentGap(one) === null ? null : 'disagree';
}

/**
 * How many are there by the report and by the list, where the two cannot both be right. While somebody on the list is
 * not spoken of, the list may still come to the number of the report.
 */
export function presentGap(one: BridgeAttendance): { readonly report: number; readonly list: number } | null {
  const marks = marksOf(one);
  if (one.report === null || !MARKS.some((mark) => hasCome(mark) && marks[mark] > 0)) return null;
  const gap = { report: presentIn(reportFigure(one.report)), list: presentIn(figureOfMarks(marks)) };
  return gap.list > gap.report || (gap.list < gap.report && marks.unmarked === 0) ? gap : null;
}

/** The tile map: constant work for each bridge of the first tier, whatever stands below them. */
export function attendanceBoard(state: Counted): Board {
  const members = new Map<string, Bridge[]>();
  const central: BoardTile[] = [];
  for (const bridge of bridgeOrder(state.bridges).top) {
    const unit = bridge.tier === 0 ? null : unitOf(bridge);
    if (unit === null) central.push(tileOf(state, bridge.bridgeId, null, [bridge]));
    else members.set(unit.name, [...(members.get(unit.name) ?? []), bridge]);
  }
  const tiles = UNITS.map((unit) => tileOf(state, unit.name, unit, members.get(unit.name) ?? []));
  return { tiles, central };
}

function tileOf(state: Counted, key: string, unit: Unit | null, members: readonly Bridge[]): BoardTile {
  const standings = members.flatMap((bridge) => standingOf(state, bridge) ?? []);
  return { key, unit, members, ...togetherOf(standings) };
}

/** Several bridges as one: an old province is part of a new one. */
function togetherOf(standings: readonly Standing[]): Sums & { readonly state: BranchState } {
  const sums = standings.reduce<Sums>(
    (sum, one) => ({
      figure: withFigure(sum.figure, one.figure),
      bridges: sum.bridges + one.bridges,
      reported: sum.reported + one.reported,
    }),
    { figure: noFigure, bridges: 0, reported: 0 },
  );
  return { ...sums, state: stateOfMany(standings.map(({ state }) => state)) };
}

/** What needs a look wins over what is missing, and what is missing over what is there. */
function stateOfMany(states: readonly BranchState[]): BranchState {
  const has = (state: BranchState) => states.includes(state);
  if (states.length === 0) return 'none';
  if (has('disagree')) return 'disagree';
  if (has('more')) return 'more';
  if (states.every((state) => state === 'excused')) return 'excused';
  if (states.every((state) => state === 'silent' || state === 'excused')) return 'silent';
  return states.every((state) => state === 'all') ? 'all' : 'part';
}
