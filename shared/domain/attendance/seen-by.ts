/** Who sees which counts: an audience stands at a node of the tree of bridges and sees that node and its children. */
import { entriesOf, getFrom, mapFrom } from '../../base/persistent-map.ts';
import { type Bridges, childrenOf } from '../bridges/bridge.ts';
import type { BridgeId } from '../ids.ts';
import type { ConferenceState } from '../state.ts';
import {
  type Attendance,
  attendanceOf,
  type BridgeAttendance,
  branchOf,
  noAttendance,
  nothingSaid,
  tallyOf,
} from './attendance.ts';
import { type CountingEvent, countingEvents } from './events.ts';
import type { ListImport } from './list-import.ts';
import { noMarks } from './mark.ts';
import type { AttendanceTold } from './told.ts';

/** At the top stand the staff and the public, who see the central bridge and its peers; elsewhere one bridge. */
export type Standpoint =
  | { readonly kind: 'staff' }
  | { readonly kind: 'public' }
  | { readonly kind: 'bridge'; readonly bridgeId: BridgeId }
  /** At the door of a bridge anybody looks over the shoulder: how many of its list have come, and nothing else. */
  | { readonly kind: 'door'; readonly bridgeId: BridgeId };

const COUNTING: ReadonlySet<string> = new Set(countingEvents.map(({ shape }) => shape.type.value));

/** Whether the fact moves counts, and is told as the counts that it leads to. */
export const isCounting = (event: { readonly type: string }): event is CountingEvent => COUNTING.has(event.type);

export function attendanceSeenBy(from: Standpoint, { attendance, bridges }: ConferenceState): Attendance {
  if (from.kind === 'door') {
    const one = atDoor(attendance, from.bridgeId);
    const byBridge = mapFrom(one === null ? [] : [[from.bridgeId, one] as const]);
    return { ...noAttendance, ...countsSeenBy(from, attendance), byBridge };
  }
  if (from.kind === 'bridge') {
    const near = [from.bridgeId, ...childrenOf(bridges, from.bridgeId)];
    return {
      ...noAttendance,
      ...countsSeenBy(from, attendance),
      byBridge: mapFrom(nodesSeenBy(from, attendance, near)),
    };
  }
  const all = entriesOf(attendance.byBridge).map(([bridgeId]) => bridgeId);
  const seen = {
    ...attendance,
    ...countsSeenBy(from, attendance),
    byBridge: mapFrom(nodesSeenBy(from, attendance, all)),
  };
  return from.kind === 'staff'
    ? { ...seen, imports: seen.imports.map(outlineOf) }
    : { ...seen, certificates: [], imports: [] };
}

/** That a file came, and how much it brought; what it brought stands in the lists, and what it replaced is nobody's. */
export const outlineOf = <I extends Omit<ListImport, 'undone'>>(one: I): I => ({
  ...one,
  itemIds: [],
  bridgeIds: [],
  replaced: [],
});

type Counts = Pick<Attendance, 'totals' | 'byDelegation' | 'arrivals'>;

function countsSeenBy(from: Standpoint, attendance: Attendance): Counts {
  const { totals, byDelegation, arrivals } = attendance;
  if (from.kind === 'staff') return { totals, byDelegation, arrivals };
  if (from.kind === 'public') return { totals, byDelegation: null, arrivals };
  const own =
    from.kind === 'door'
      ? tallyOf(atDoor(attendance, from.bridgeId) ?? nothingSaid)
      : branchOf(attendanceOf(attendance, from.bridgeId));
  return { totals: own, byDelegation: null, arrivals: null };
}

/** null: nobody is on its list. */
function atDoor({ byBridge }: Attendance, bridgeId: BridgeId): BridgeAttendance | null {
  const named = getFrom(byBridge, bridgeId)?.named ?? {};
  return Object.keys(named).length === 0 ? null : { ...nothingSaid, named };
}

const nodesSeenBy = (from: Standpoint, { byBridge }: Attendance, ids: readonly string[]) =>
  ids.flatMap((bridgeId) => {
    const one = getFrom(byBridge, bridgeId);
    const seen = one === undefined ? null : nodeSeenBy(from, bridgeId, one);
    return seen === null ? [] : [[bridgeId, seen] as const];
  });

function nodeSeenBy(from: Standpoint, bridgeId: string, one: BridgeAttendance): BridgeAttendance | null {
  if (from.kind === 'bridge') return bridgeId === from.bridgeId || one.above[0] === from.bridgeId ? one : null;
  if (one.above.length > 0) return null;
  return from.kind === 'staff' ? one : withoutPrivate(one);
}

/** Notes, names and reasons are the staff's and the bridge's own business. */
const withoutPrivate = (one: BridgeAttendance): BridgeAttendance => ({
  ...one,
  excuse: null,
  report: one.report && { ...one.report, note: null, signedBy: null },
});

/** The counts that the facts have moved, as they stand after them: as many entries as bridges near by were touched. */
export function countsTold(
  from: Standpoint,
  events: readonly CountingEvent[],
  { attendance: after, bridges }: ConferenceState,
): AttendanceTold {
  const at = events.at(-1)?.at ?? 0;
  if (from.kind === 'door') {
    const own = told(from.bridgeId, atDoor(after, from.bridgeId));
    const { totals } = countsSeenBy(from, after);
    return { type: 'attendanceTold', at, bridges: [own], totals, delegations: null, arrivals: null };
  }
  const since = Math.floor(events.reduce((first, one) => Math.min(first, one.at), Number.POSITIVE_INFINITY) / 60_000);
  const { totals, byDelegation, arrivals } = countsSeenBy(from, after);
  const struck = events.flatMap((event) => (event.type === 'attendanceStruck' ? [event.bridgeId] : []));
  const gone = [...new Set(struck)].filter((bridgeId) => getFrom(after.byBridge, bridgeId) === undefined);
  return {
    type: 'attendanceTold',
    at,
    bridges: [
      ...nodesSeenBy(from, after, touchedNear(from, events, bridges)).map(([bridgeId, one]) => told(bridgeId, one)),
      ...gone.map((bridgeId) => told(bridgeId, null)),
    ],
    totals,
    delegations:
      byDelegation &&
      [...new Set(events.flatMap(delegationsCounted))].map((name) => [name, getFrom(byDelegation, name) ?? noMarks]),
    arrivals: arrivals && arrivals.filter(({ minute }) => minute >= since),
  };
}

const told = (bridgeId: string, one: BridgeAttendance | null) => ({ bridgeId, one });

/** A file's list touches every bridge of the country, and 31,000 audiences each look for the few near by. */
function touchedNear(from: Standpoint, events: readonly CountingEvent[], bridges: Bridges): readonly BridgeId[] {
  if (from.kind !== 'bridge') return [...new Set(events.flatMap(bridgesCounted))];
  const near = [from.bridgeId, ...childrenOf(bridges, from.bridgeId)];
  return near.filter((bridgeId) => events.some((event) => countedSet(event).has(bridgeId)));
}

const sets = new WeakMap<CountingEvent, ReadonlySet<BridgeId>>();

function countedSet(event: CountingEvent): ReadonlySet<BridgeId> {
  const known = sets.get(event);
  if (known !== undefined) return known;
  const all = new Set(bridgesCounted(event));
  sets.set(event, all);
  return all;
}

/** The bridges whose counts a fact moves: its own, those it leads to, and all above them. */
export function bridgesCounted(event: CountingEvent): readonly BridgeId[] {
  if (event.type === 'rollsRecounted') {
    return [...new Set(event.rolls.flatMap(({ bridgeId, above }) => [bridgeId, ...above]))];
  }
  const there = 'toBridgeId' in event ? [event.toBridgeId, ...event.toAbove] : [];
  return [...new Set([event.bridgeId, ...event.above, ...there])];
}

function delegationsCounted(event: CountingEvent): readonly string[] {
  if (event.type === 'delegatesRegistered') return event.delegates.map(({ delegation }) => delegation);
  if (event.type === 'rollsRecounted') return event.delegations.map(([name]) => name);
  if (event.type === 'delegateCorrected') return [event.delegation, event.toDelegation];
  return 'delegation' in event ? [event.delegation] : [];
}
