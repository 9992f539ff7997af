import { unreachable } from '../../base/assert.ts';
import { getFrom, type PersistentMap, putAllIn, putIn, removeFrom } from '../../base/persistent-map.ts';
import type { BridgeId } from '../ids.ts';
import {
  type ArrivalPoint,
  type Attendance,
  attendanceOf,
  type BridgeAttendance,
  MAX_ARRIVALS,
  MAX_EARLIER,
  nothingSaid,
  reportFigure,
  tallyOf,
} from './attendance.ts';
import { MAX_CERTIFICATES } from './certificate.ts';
import type { AttendanceEvent, CountingEvent } from './events.ts';
import { evolveRollCall } from './evolve-roll-call.ts';
import { type ByCategory, noTally, presentIn, sumOf, type Tally, withTally } from './figure.ts';
import { type ListImport, MAX_IMPORTS } from './list-import.ts';
import { addMarks, isEmpty, type Mark, type MarkChange, type MarkCounts, noMarks } from './mark.ts';
import { evolveTold } from './told.ts';

type Of<T extends AttendanceEvent['type']> = Extract<AttendanceEvent, { type: T }>;

export function evolveAttendance(attendance: Attendance, event: AttendanceEvent): Attendance {
  switch (event.type) {
    case 'attendanceTold':
      return evolveTold(attendance, event);
    case 'importApplied':
      return withImport(attendance, event);
    case 'importUndone':
      return { ...attendance, imports: attendance.imports.map((one) => undone(one, event)) };
    case 'rollCallStarted':
    case 'bridgeCalledInRoll':
    case 'rollAnswered':
    case 'rollCallPaced':
    case 'rollCallEnded':
      return { ...attendance, rollCall: evolveRollCall(attendance.rollCall, event) };
    case 'readinessCertified':
      return {
        ...attendance,
        certificates: [...attendance.certificates, event.certificate].slice(-MAX_CERTIFICATES),
      };
    case 'protocolRanksAdopted':
      return { ...attendance, rungs: event.rungs };
    default:
      return arrived(evolveCounts(attendance, event), event.at);
  }
}

function evolveCounts(attendance: Attendance, event: CountingEvent): Attendance {
  switch (event.type) {
    case 'delegatesRegistered':
      return event.delegates.reduce(
        (counts, { category, delegation }) => counted(counts, event, { category, delegation }, { unmarked: 1 }),
        attendance,
      );
    case 'delegateCorrected': {
      const { was, toCategory: category, toDelegation: delegation } = event;
      return counted(counted(attendance, event, event, { [was]: -1 }), event, { category, delegation }, { [was]: 1 });
    }
    case 'delegateRemoved':
      return counted(attendance, event, event, { [event.was]: -1 });
    case 'delegateMoved': {
      const { toBridgeId: bridgeId, toAbove: above, was } = event;
      return counted(counted(attendance, event, event, { [was]: -1 }), { bridgeId, above }, event, { [was]: 1 });
    }
    case 'allDelegatesMoved':
      return movedAll(attendance, event);
    case 'delegateCheckedIn':
    case 'delegateCameBack':
      return remarked(attendance, event, event.mark);
    case 'delegateLeft':
      return remarked(attendance, event, 'left');
    case 'delegateMarkedAbsent':
      return remarked(attendance, event, event.excused ? 'absentExcused' : 'absentUnexcused');
    case 'delegateMarkCleared':
      return remarked(attendance, event, 'unmarked');
    case 'delegateSubstituted':
      return remarked(attendance, event, 'substituted');
    case 'headcountReported':
      return recount(attendance, event, (one) => reported(one, event));
    case 'bridgeExcused':
      return recount(attendance, event, (one) => ({ ...one, excuse: event.reason }));
    case 'attendanceStruck':
      return struck(attendance, event);
    case 'rollsRecounted':
      return rollsRecounted(attendance, event);
    default:
      return unreachable(event);
  }
}

interface Place {
  readonly bridgeId: BridgeId;
  readonly above: readonly BridgeId[];
}

interface CountedAs {
  readonly category: string;
  readonly delegation: string;
}

const remarked = (attendance: Attendance, event: Place & CountedAs & { readonly was: Mark }, is: Mark): Attendance =>
  event.was === is ? attendance : counted(attendance, event, event, { [event.was]: -1, [is]: 1 });

/** The one way in which a delegate's mark reaches the counters: of the bridge, of all above it, of the delegation. */
function counted(attendance: Attendance, place: Place, { category, delegation }: CountedAs, change: MarkChange) {
  const after = recount(attendance, place, (one) => ({ ...one, named: withMarks(one.named, category, change) }));
  return { ...after, byDelegation: withDelegation(after.byDelegation, delegation, change) };
}

function withMarks(named: ByCategory<MarkCounts>, category: string, change: MarkChange): ByCategory<MarkCounts> {
  const { [category]: before = noMarks, ...others } = named;
  const after = addMarks(before, change);
  return isEmpty(after) ? others : { ...named, [category]: after };
}

function withDelegation(
  delegations: PersistentMap<MarkCounts> | null,
  name: string,
  change: MarkChange,
): PersistentMap<MarkCounts> | null {
  if (delegations === null) return null;
  const after = addMarks(getFrom(delegations, name) ?? noMarks, change);
  return isEmpty(after) ? removeFrom(delegations, name) : putIn(delegations, name, after);
}

/** Changes one bridge and tells everything above it by how much: constant time, whatever the number of bridges. */
function recount(
  attendance: Attendance,
  { bridgeId, above }: Place,
  change: (one: BridgeAttendance) => BridgeAttendance,
): Attendance {
  const before = getFrom(attendance.byBridge, bridgeId) ?? { ...nothingSaid, above };
  const after = change(before);
  const byBridge = putIn(attendance.byBridge, bridgeId, after);
  return tellAbove({ ...attendance, byBridge }, before.above, withTally(tallyOf(after), tallyOf(before), -1));
}

function tellAbove(attendance: Attendance, above: readonly BridgeId[], more: Tally): Attendance {
  if (more.reported === 0 && Object.keys(more.byCategory).length === 0) return attendance;
  const byBridge = above.reduce((nodes, bridgeId, index) => {
    const node = getFrom(nodes, bridgeId) ?? { ...nothingSaid, above: above.slice(index + 1) };
    return putIn(nodes, bridgeId, { ...node, below: withTally(node.below, more) });
  }, attendance.byBridge);
  return { ...attendance, byBridge, totals: withTally(attendance.totals, more) };
}

function movedAll(attendance: Attendance, event: Of<'allDelegatesMoved'>): Attendance {
  const { named } = attendanceOf(attendance, event.bridgeId);
  const gone = recount(attendance, event, (one) => ({ ...one, named: {} }));
  const place = { bridgeId: event.toBridgeId, above: event.toAbove };
  return recount(gone, place, (one) => ({
    ...one,
    named: Object.entries(named).reduce((all, [category, marks]) => withMarks(all, category, marks), one.named),
  }));
}

function reported(one: BridgeAttendance, event: Of<'headcountReported'>): BridgeAttendance {
  const { revision, at, categories, signedBy, note } = event;
  const before = one.report === null ? [] : [{ ...revisionOf(one.report), figure: reportFigure(one.report) }];
  return {
    ...one,
    report: { revision, at, categories, signedBy, note },
    earlier: [...one.earlier, ...before].slice(-MAX_EARLIER),
  };
}

const revisionOf = ({ revision, at }: { readonly revision: number; readonly at: number }) => ({ revision, at });

function struck(attendance: Attendance, { bridgeId }: Of<'attendanceStruck'>): Attendance {
  const before = getFrom(attendance.byBridge, bridgeId);
  if (before === undefined) return attendance;
  const byBridge = removeFrom(attendance.byBridge, bridgeId);
  return tellAbove({ ...attendance, byBridge }, before.above, withTally(noTally, tallyOf(before), -1));
}

/** A part of a file's list: hundreds of bridges and delegations at once, so each is written once. */
function rollsRecounted(attendance: Attendance, { rolls, delegations }: Of<'rollsRecounted'>): Attendance {
  const nodes = new Map<BridgeId, BridgeAttendance>();
  const nodeAt = (bridgeId: BridgeId, above: readonly BridgeId[]) =>
    nodes.get(bridgeId) ?? getFrom(attendance.byBridge, bridgeId) ?? { ...nothingSaid, above };
  let { totals } = attendance;
  for (const { bridgeId, above, byCategory } of rolls) {
    const before = nodeAt(bridgeId, above);
    const after = { ...before, named: withRoll(before.named, byCategory) };
    const more = withTally(tallyOf(after), tallyOf(before), -1);
    nodes.set(bridgeId, after);
    totals = withTally(totals, more);
    before.above.forEach((id, index) => {
      const node = nodeAt(id, before.above.slice(index + 1));
      nodes.set(id, { ...node, below: withTally(node.below, more) });
    });
  }
  const byBridge = putAllIn(attendance.byBridge, nodes);
  return { ...attendance, byBridge, totals, byDelegation: withDelegations(attendance.byDelegation, delegations) };
}

const withRoll = (named: ByCategory<MarkCounts>, roll: ByCategory<MarkChange>): ByCategory<MarkCounts> =>
  Object.entries(roll).reduce((all, [name, change]) => withMarks(all, name, change), named);

function withDelegations(
  before: PersistentMap<MarkCounts> | null,
  changes: Of<'rollsRecounted'>['delegations'],
): PersistentMap<MarkCounts> | null {
  if (before === null) return null;
  const after = new Map<string, MarkCounts>();
  for (const [name, change] of changes) {
    after.set(name, addMarks(after.get(name) ?? getFrom(before, name) ?? noMarks, change));
  }
  return putAllIn(
    before,
    [...after].map(([name, marks]) => [name, isEmpty(marks) ? null : marks]),
  );
}

/** The curve of arrivals: the people present at the end of each minute in which something was said. */
function arrived(attendance: Attendance, at: number): Attendance {
  if (attendance.arrivals === null) return attendance;
  const present = presentIn(sumOf(attendance.totals));
  const last = attendance.arrivals.at(-1);
  if (last?.present === present || (last === undefined && present === 0)) return attendance;
  const minute = Math.max(Math.floor(at / 60_000), last?.minute ?? 0);
  return { ...attendance, arrivals: withPoint(attendance.arrivals, { minute, present }) };
}

const withPoint = (points: readonly ArrivalPoint[], point: ArrivalPoint): readonly ArrivalPoint[] =>
  points.at(-1)?.minute === point.minute ? [...points.slice(0, -1), point] : [...points, point].slice(-MAX_ARRIVALS);

function withImport(attendance: Attendance, { type: _, ...applied }: Of<'importApplied'>): Attendance {
  return { ...attendance, imports: [...attendance.imports, { ...applied, undone: false }].slice(-MAX_IMPORTS) };
}

const undone = (one: ListImport, { importId }: Of<'importUndone'>): ListImport =>
  one.importId === importId ? { ...one, undone: true } : one;
