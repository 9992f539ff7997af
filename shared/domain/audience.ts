/**
 * Who sees what. Two pure functions and one law, tested for every event and audience:
 *   redactState(a, evolve(s, e)) = evolve(redactState(a, s), redactEvent(a, e))      (null leaves the state as it is)
 * `public` and `bridge` are disjoint, so a bridge's screen folds them apart and reads both.
 */
import { getFrom, mapFrom, mapValues } from '../base/persistent-map.ts';
import type { Actor } from './actor.ts';
import { totalsOf } from './attendance/attendance.ts';
import type { DelegateRow } from './attendance/delegate.ts';
import { type Bridge, isWithin } from './bridges/bridge.ts';
import type { ConferenceEvent } from './event.ts';
import type { SpeechFacts } from './floor/floor.ts';
import type { BridgeId } from './ids.ts';
import { noRecords } from './records/records.ts';
import { type ConferenceState, initialState } from './state.ts';

export type Audience =
  | { readonly kind: 'staff' }
  | { readonly kind: 'public' }
  | { readonly kind: 'bridge'; readonly bridgeId: BridgeId };

export const STAFF: Audience = { kind: 'staff' };
export const PUBLIC: Audience = { kind: 'public' };

const OF_THE_STAFF: ReadonlySet<Actor['seat']> = new Set(['secretariat', 'moderator', 'chair', 'announcer', 'system']);

/** The audiences that a seat listens to, each a stream of its own. */
export function audiencesOf({ seat, bridgeId }: Actor): readonly Audience[] {
  if (OF_THE_STAFF.has(seat)) return [STAFF];
  return seat === 'operator' && bridgeId !== null ? [PUBLIC, { kind: 'bridge', bridgeId }] : [PUBLIC];
}

/** What the audience is told of an event: itself, less of it, or null, nothing. */
export function redactEvent(audience: Audience, event: ConferenceEvent): ConferenceEvent | null {
  if (audience.kind === 'staff') return event;
  return audience.kind === 'public' ? forPublic(event) : forBridge(audience.bridgeId, event);
}

export function redactState(audience: Audience, state: ConferenceState): ConferenceState {
  if (audience.kind === 'staff') return state;
  return audience.kind === 'public' ? publicState(state) : bridgeState(audience.bridgeId, state);
}

/** Phones, lines, reasons of absence, the running order and defects are the staff's and the bridge's own business. */
function forPublic(event: ConferenceEvent): ConferenceEvent | null {
  switch (event.type) {
    case 'bridgesAdded':
      return { ...event, bridges: event.bridges.map((bridge) => ({ ...bridge, technician: null })) };
    case 'bridgeStaffAssigned':
      return { ...event, technician: null };
    case 'bridgeLinkEstablished':
    case 'bridgeLinkLost':
      return null;
    case 'cuesScripted':
    case 'defectFound':
    case 'defectMended':
    case 'seatTakenOver':
      return null;
    case 'headcountReported':
      return { ...event, note: null };
    case 'speechRegistered':
      return { ...event, speech: { ...event.speech, override: withoutReason(event.speech.override) } };
    case 'ledgerCorrected':
      return { ...event, reason: null };
    default:
      return event;
  }
}

/** That a rule was set aside is everybody's to see; why is for the record. */
const withoutReason = (override: SpeechFacts['override']): SpeechFacts['override'] => override && { reason: null };

function publicState(state: ConferenceState): ConferenceState {
  const { bridges, attendance, agenda, floor } = state;
  const bare = (bridge: Bridge): Bridge => ({ ...bridge, technician: null, link: { status: 'untried' } });
  return {
    ...state,
    conference: { ...state.conference, lastTakeover: null },
    agenda: { ...agenda, items: agenda.items.map((item) => ({ ...item, cues: [] })) },
    floor: {
      ...floor,
      speeches: mapValues(floor.speeches, (speech) => ({ ...speech, override: withoutReason(speech.override) })),
    },
    records: noRecords,
    bridges: { ...bridges, byId: mapValues(bridges.byId, bare) },
    attendance: {
      ...attendance,
      byBridge: mapValues(attendance.byBridge, (one) =>
        one.report === null ? one : { ...one, report: { ...one.report, note: null } },
      ),
    },
  };
}

function forBridge(bridgeId: BridgeId, event: ConferenceEvent): ConferenceEvent | null {
  if (event.type === 'bridgesAdded') {
    const own = event.bridges.filter((bridge) => bridge.bridgeId === bridgeId);
    return own.length === 0 ? null : { ...event, bridges: own };
  }
  return bridgesConcernedBy(event).includes(bridgeId) ? event : null;
}

function bridgeState(bridgeId: BridgeId, { bridges, attendance }: ConferenceState): ConferenceState {
  const bridge = getFrom(bridges.byId, bridgeId);
  const roll = getFrom(attendance.byBridge, bridgeId);
  const byBridge = mapFrom(roll === undefined ? [] : [[bridgeId, roll] as const]);
  return {
    ...initialState,
    bridges: {
      byId: mapFrom(bridge === undefined ? [] : [[bridgeId, bridge] as const]),
      centralId: bridge?.tier === 0 ? bridgeId : null,
    },
    attendance: { byBridge, totals: totalsOf(byBridge) },
  };
}

/** The bridges whose own stream tells of the event; for every other bridge `redactEvent` answers null. */
export function bridgesConcernedBy(event: ConferenceEvent): readonly BridgeId[] {
  if (event.type === 'bridgesAdded') return event.bridges.map(({ bridgeId }) => bridgeId);
  // The ledger is part of the floor, which is public: its sums reach the bridge with everybody else.
  if (event.type === 'ledgerCorrected') return [];
  return 'bridgeId' in event ? [event.bridgeId] : [];
}

/** What the stage does goes out at once; what bridges do may wait for the next frame. */
export const isUrgent = ({ type }: ConferenceEvent): boolean => !MAY_WAIT.has(type);

const MAY_WAIT: ReadonlySet<ConferenceEvent['type']> = new Set([
  'bridgesAdded',
  'bridgeRenamed',
  'bridgeCountedToRegion',
  'bridgeStaffAssigned',
  'bridgeRemoved',
  'bridgeLinkEstablished',
  'bridgeLinkLost',
  'delegatesRegistered',
  'delegateRemoved',
  'delegateCheckedIn',
  'delegateMarkedAbsent',
  'delegateMarkCleared',
  'headcountReported',
]);

/** A row of the list as the seat may read it: reasons of absence are for the staff, the bridge, and those above it. */
export function redactDelegate(actor: Actor, { bridges }: ConferenceState, row: DelegateRow): DelegateRow {
  const isStaff = audiencesOf(actor).includes(STAFF);
  const isOwn = actor.seat === 'operator' && actor.bridgeId !== null && isWithin(bridges, row.bridgeId, actor.bridgeId);
  return isStaff || isOwn ? row : { ...row, absenceReason: null };
}
