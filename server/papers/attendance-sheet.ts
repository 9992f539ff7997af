import {
  attendanceOf,
  type BridgeAttendance,
  hasReported,
  tallyOf,
} from '../../shared/domain/attendance/attendance.ts';
import {
  type Figure,
  noTally,
  sumOf,
  type Tally,
  unspokenIn,
  withTally,
} from '../../shared/domain/attendance/figure.ts';
import { type Bridge, bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import { bridgesFrom } from '../../shared/views/bridge-order.ts';
import type { ListScope } from '../application/papers.ts';
import { listWords } from './list-words.ts';
import { paged } from './paged.ts';
import type { Cell, SheetColumn, SheetRow } from './sheet.ts';

const { attendance: named, standing, sources } = listWords;
const FIGURE_WIDTH = 12;
export const attendanceColumns: readonly SheetColumn[] = [
  { name: named.place, width: 7 },
  { name: named.bridge, width: 40 },
  { name: named.parent, width: 34 },
  { name: named.category, width: 24 },
  { name: named.expected, width: FIGURE_WIDTH },
  { name: named.onSite, width: FIGURE_WIDTH },
  { name: named.online, width: FIGURE_WIDTH },
  { name: named.absentExcused, width: FIGURE_WIDTH },
  { name: named.absentUnexcused, width: FIGURE_WIDTH },
  { name: named.unspoken, width: FIGURE_WIDTH },
  { name: named.standing, width: 24 },
  { name: named.source, width: 14 },
  { name: named.revision, width: 10 },
  { name: named.reportedAt, width: 20 },
  { name: named.signedBy, width: 34 },
  { name: named.note, width: 40 },
];

/**
 * A line for each bridge and one for each of its categories, then the sums. Who has not reported has no figures but
 * the number expected: silence is not zero.
 */
export async function* attendancePages(scope: ListScope): AsyncGenerator<readonly SheetRow[]> {
  const bridges = bridgesFrom(scope.state.bridges, scope.branch);
  let sum = noTally;
  yield* paged(bridges, (bridge, index) => {
    const one = attendanceOf(scope.state.attendance, bridge.bridgeId);
    sum = withTally(sum, tallyOf(one));
    return rowsOf(bridge, one, index + 1, scope);
  });
  yield sumRows(sum, bridges.length);
}

function rowsOf(bridge: Bridge, one: BridgeAttendance, place: number, { state }: ListScope): readonly SheetRow[] {
  const parent = bridge.parentId === null ? undefined : bridgeOf(state.bridges, bridge.parentId);
  const tally = tallyOf(one);
  const told = hasReported(one);
  const ofBridge = [place, bridge.name, parent?.name ?? null];
  const whole = { cells: [...ofBridge, listWords.all, ...figuresOf(sumOf(tally), told), ...saidBy(one)], strong: true };
  return [whole, ...categoryRows(ofBridge, tally, told)];
}

const categoryRows = (before: readonly Cell[], { byCategory }: Tally, told: boolean): readonly SheetRow[] =>
  Object.entries(byCategory).map(([category, figure]) => ({
    cells: [...before, category, ...figuresOf(figure, told)],
  }));

export function figuresOf(figure: Figure, told: boolean): readonly Cell[] {
  const expected = figure.expected === 0 && !told ? null : figure.expected;
  if (!told) return [expected, null, null, null, null, null];
  return [expected, figure.onSite, figure.online, figure.absentExcused, figure.absentUnexcused, unspokenIn(figure)];
}

function saidBy(one: BridgeAttendance): readonly Cell[] {
  const told = hasReported(one) ? standing.reported : standing.unreported;
  return [one.excuse === null ? told : standing.excused, sourceOf(one), ...reportCells(one), noteOf(one)];
}

function sourceOf(one: BridgeAttendance): string | null {
  if (!hasReported(one)) return null;
  return one.report === null ? sources.list : sources.report;
}

function reportCells({ report }: BridgeAttendance): readonly Cell[] {
  if (report === null) return [null, null, null];
  const { revision, at, signedBy } = report;
  const by = signedBy === null ? [] : [signedBy.fullName ?? '', ...signedBy.positions];
  return [revision, { at }, by.filter((part) => part !== '').join(', ')];
}

const noteOf = ({ excuse, report }: BridgeAttendance): string =>
  [excuse ?? '', report?.note ?? ''].filter((part) => part !== '').join('; ');

function sumRows(sum: Tally, bridges: number): readonly SheetRow[] {
  const before = [null, listWords.total, null];
  const said = standing.sum(sum.reported, bridges);
  const whole = { cells: [...before, listWords.all, ...figuresOf(sumOf(sum), true), said], strong: true };
  return [whole, ...categoryRows(before, sum, true)];
}
