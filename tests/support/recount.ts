import { entriesOf, valuesOf } from '../../shared/base/persistent-map.ts';
import { attendanceOf, branchOf } from '../../shared/domain/attendance/attendance.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { type Figure, isNoFigure, noFigure, withFigure } from '../../shared/domain/attendance/figure.ts';
import { isEmpty, type MarkCounts, noMarks } from '../../shared/domain/attendance/mark.ts';
import { type Bridge, bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';

/** Counts as somebody would make them who has the lists and the reports on paper and no counter at all. */
export interface Count {
  reported: number;
  readonly byCategory: Record<string, Figure>;
}

type Reports = ReadonlyMap<BridgeId, EventOf<'headcountReported'>>;

/** Keeps the latest report of each bridge that is still there. */
export function addReport(reports: Map<BridgeId, EventOf<'headcountReported'>>, event: ConferenceEvent): void {
  if (event.type === 'headcountReported') reports.set(event.bridgeId, event);
  if (event.type === 'attendanceStruck') reports.delete(event.bridgeId);
}

const figureOfRow = ({ mark }: DelegateRow): Figure => ({
  expected: mark === 'substituted' ? 0 : 1,
  onSite: mark === 'present' || mark === 'late' || mark === 'left' ? 1 : 0,
  online: mark === 'online' ? 1 : 0,
  absentExcused: mark === 'absentExcused' ? 1 : 0,
  absentUnexcused: mark === 'absentUnexcused' ? 1 : 0,
});

/** The report if there is one, else the list. */
function ofBridge(bridgeId: BridgeId, rows: readonly DelegateRow[], reports: Reports): Count {
  const report = reports.get(bridgeId);
  const own = rows.filter((row) => row.bridgeId === bridgeId);
  const parts =
    report === undefined
      ? own.map((row) => [row.countedAs ?? row.category, figureOfRow(row)] as const)
      : report.categories.map(({ category, ...figure }) => [category, figure] as const);
  const spoken = own.some(({ mark }) => mark !== 'unmarked' && mark !== 'substituted');
  return sumOfParts(report !== undefined || spoken ? 1 : 0, parts);
}

function sumOfParts(reported: number, parts: readonly (readonly [string, Figure])[]): Count {
  const byCategory: Record<string, Figure> = {};
  for (const [category, figure] of parts) byCategory[category] = withFigure(byCategory[category] ?? noFigure, figure);
  return { reported, byCategory: withoutNothing(byCategory) };
}

const withoutNothing = (byCategory: Readonly<Record<string, Figure>>): Record<string, Figure> =>
  Object.fromEntries(Object.entries(byCategory).filter(([, figure]) => !isNoFigure(figure)));

const together = (all: readonly Count[]): Count =>
  sumOfParts(
    all.reduce((sum, { reported }) => sum + reported, 0),
    all.flatMap(({ byCategory }) => Object.entries(byCategory)),
  );

/** The bridge and whatever hangs below it; nothing hangs below the central bridge that is not its peer. */
function isInBranch({ bridges }: ConferenceState, { bridgeId }: Bridge, top: BridgeId): boolean {
  for (let id: BridgeId | null = bridgeId; id !== null; id = bridgeOf(bridges, id)?.parentId ?? null) {
    if (id === top) return bridgeId === top || bridgeOf(bridges, top)?.tier !== 0;
  }
  return false;
}

/** What the counters say, and what the paper says, of the conference, each branch, each delegation and each list. */
export function countersOf({ attendance, bridges }: ConferenceState) {
  const nodes = [...valuesOf(bridges.byId)].map(({ bridgeId }) => bridgeId);
  return {
    totals: attendance.totals,
    branches: new Map(nodes.map((id) => [id, branchOf(attendanceOf(attendance, id))])),
    delegations: new Map(attendance.byDelegation === null ? [] : entriesOf(attendance.byDelegation)),
    lists: new Map(nodes.map((id) => [id, attendanceOf(attendance, id).named])),
  };
}

export function recountOf(state: ConferenceState, all: Iterable<DelegateRow>, reports: Reports) {
  const rows = [...all];
  const bridges = [...valuesOf(state.bridges.byId)];
  const counts = new Map(bridges.map(({ bridgeId }) => [bridgeId, ofBridge(bridgeId, rows, reports)]));
  const countOf = ({ bridgeId }: Bridge) => counts.get(bridgeId) ?? { reported: 0, byCategory: {} };
  const branch = (top: BridgeId) => together(bridges.filter((one) => isInBranch(state, one, top)).map(countOf));
  const listOf = (id: BridgeId) =>
    Object.fromEntries(
      marksBy(
        rows.filter(({ bridgeId }) => bridgeId === id),
        ({ countedAs, category }) => countedAs ?? category,
      ),
    );
  return {
    totals: together(bridges.map(countOf)),
    branches: new Map(bridges.map(({ bridgeId }) => [bridgeId, branch(bridgeId)])),
    delegations: marksBy(rows, ({ delegation }) => delegation),
    lists: new Map(bridges.map(({ bridgeId }) => [bridgeId, listOf(bridgeId)])),
  };
}

function marksBy(rows: readonly DelegateRow[], key: (row: DelegateRow) => string): Map<string, MarkCounts> {
  const marks = new Map<string, MarkCounts>();
  for (const row of rows) {
    const before = marks.get(key(row)) ?? noMarks;
    marks.set(key(row), { ...before, [row.mark]: before[row.mark] + 1 });
  }
  return new Map([...marks].filter(([, counts]) => !isEmpty(counts)));
}
