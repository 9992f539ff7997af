/**
 * Who sees what. Pure functions and one law, tested for every event and audience. With `after` the state after `events`:
 *   redactState(a, after) = tell(a, events, after).reduce(evolve, redactState(a, before))
 * `public` and `bridge` are disjoint, so a bridge's screen folds them apart and reads both. Facts that move counts are
 * told together, as the counts they lead to; each other event is told alone, whole, in part or not at all.
 */
import { emptyMap, entriesOf, getFrom, mapFrom, mapValues, type PersistentMap } from '../base/persistent-map.ts';
import type { Actor } from './actor.ts';
import type { DelegateRow } from './attendance/delegate.ts';
import {
  attendanceSeenBy,
  bridgesCounted,
  countsTold,
  isCounting,
  outlineOf,
  type Standpoint,
} from './attendance/seen-by.ts';
import type { Ballot } from './ballots/ballot.ts';
import type { Bridge } from './bridges/bridge.ts';
import { mayUse, mayUseAt } from './capabilities.ts';
import { isReadBy, type Readership, type ReleasedDocument } from './documents/document.ts';
import { documentEvents } from './documents/events.ts';
import type { ConferenceEvent, EventOf } from './event.ts';
import type { SpeechFacts } from './floor/floor.ts';
import type { BridgeId } from './ids.ts';
import { lineEvents } from './lines/events.ts';
import { noLines, ownTimetable } from './lines/line.ts';
import { messageEvents } from './messages/events.ts';
import { concerns, forOne, noMessages, replyKey } from './messages/message.ts';
import { recordsEvents } from './records/events.ts';
import { ofBridge } from './records/proposal.ts';
import { noRecords } from './records/records.ts';
import { type ConferenceState, initialState } from './state.ts';

export type Audience = Standpoint;

export const STAFF: Audience = { kind: 'staff' };
export const PUBLIC: Audience = { kind: 'public' };

/** The audiences that a seat listens to, each a stream of its own. */
export function audiencesOf(actor: Actor): readonly Audience[] {
  if (mayUse(actor, 'followStaff')) return [STAFF];
  if (!mayUse(actor, 'followPublic')) return [];
  const { bridgeId } = actor;
  if (bridgeId !== null && mayUse(actor, 'followDoor')) return [PUBLIC, { kind: 'door', bridgeId }];
  return bridgeId !== null && mayUse(actor, 'followBridge') ? [PUBLIC, { kind: 'bridge', bridgeId }] : [PUBLIC];
}

interface Told {
  readonly seq: number;
  readonly event: ConferenceEvent;
}

/** What the audience is told of `events`, the last of which led to `after`. */
export function tell(audience: Audience, events: readonly Told[], after: ConferenceState): Told[] {
  const counting = events.flatMap(({ seq, event }) => (isCounting(event) ? [{ seq, event }] : []));
  const last = counting.at(-1);
  const others = events.flatMap(({ seq, event }) => {
    const visible = redactEvent(audience, event);
    return visible === null ? [] : [{ seq, event: visible }];
  });
  if (last === undefined) return others;
  const facts = counting.map(({ event }) => event);
  const told = countsTold(audience, facts, after);
  const before = others.filter(({ seq }) => seq < last.seq);
  return [...before, { seq: last.seq, event: told }, ...others.slice(before.length)];
}

/** What the audience is told of one event alone: itself, less of it, or null, nothing. */
export function redactEvent(audience: Audience, event: ConferenceEvent): ConferenceEvent | null {
  if (isCounting(event)) return null;
  if (audience.kind === 'staff') return event.type === 'importApplied' ? outlineOf(event) : event;
  if (audience.kind === 'door') return null;
  return audience.kind === 'public' ? forPublic(event) : forBridge(audience.bridgeId, event);
}

export function redactState(audience: Audience, state: ConferenceState): ConferenceState {
  const attendance = attendanceSeenBy(audience, state);
  if (audience.kind === 'staff') return { ...state, attendance };
  if (audience.kind === 'door') return { ...initialState, attendance };
  return audience.kind === 'public'
    ? { ...publicState(state), attendance }
    : { ...bridgeState(audience.bridgeId, state), attendance };
}

/** Whole slices that stand between the centre and the bridges: a fact that is added to one of them is not public either. */
const BESIDE_THE_STAGE: ReadonlySet<string> = new Set(
  [...lineEvents, ...messageEvents, ...documentEvents, ...recordsEvents].map(({ shape }) => shape.type.value),
);

/** Phones, lines, reasons of absence, the running order and defects are the staff's and the bridge's own business. */
function forPublic(event: ConferenceEvent): ConferenceEvent | null {
  if (event.type === 'documentReleased') return event.released.to.kind === 'delegates' ? event : null;
  if (event.type === 'documentWithdrawn') return event.to.kind === 'delegates' ? event : null;
  if (BESIDE_THE_STAGE.has(event.type)) return null;
  switch (event.type) {
    case 'bridgesAdded':
      return { ...event, bridges: event.bridges.map((bridge) => ({ ...bridge, technician: null })) };
    case 'bridgeStaffAssigned':
      return { ...event, technician: null };
    case 'bridgeLinkEstablished':
    case 'bridgeLinkLost':
      return null;
    case 'cuesScripted':
    case 'seatTakenOver':
    case 'importApplied':
    case 'importUndone':
    case 'readinessCertified':
    case 'ballotPrepared':
    case 'ballotCorrected':
    case 'ballotRemoved':
    case 'handsCounted':
    case 'voteCast':
    case 'secretVoteCast':
      return null;
    // How it went is nobody's to know before it is published, nor after it was hidden again.
    case 'ballotClosed':
      return { ...event, counts: null };
    case 'ballotHidden':
      return { type: 'ballotClosed', at: event.at, ballotId: event.ballotId, counts: null };
    case 'ballotAnnulled':
      return { ...event, reason: null };
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
  const { bridges, agenda, floor } = state;
  const bare = (bridge: Bridge): Bridge => ({ ...bridge, technician: null, link: { status: 'untried' }, losses: 0 });
  return {
    ...state,
    conference: { ...state.conference, lastTakeover: null },
    agenda: { ...agenda, items: agenda.items.map((item) => ({ ...item, cues: [] })) },
    floor: {
      ...floor,
      speeches: mapValues(floor.speeches, (speech) => ({ ...speech, override: withoutReason(speech.override) })),
    },
    records: noRecords,
    lines: noLines,
    messages: noMessages,
    documents: { list: [], released: state.documents.released.filter(({ to }) => to.kind === 'delegates') },
    ballots: { list: state.ballots.list.flatMap(publicBallot), hands: emptyMap(), cast: {} },
    bridges: { ...bridges, byId: mapValues(bridges.byId, bare) },
  };
}

function publicBallot(ballot: Ballot): readonly Ballot[] {
  const { stage, publishedAt } = ballot;
  switch (stage.status) {
    case 'prepared':
      return [];
    case 'closed':
      return [publishedAt === null ? { ...ballot, stage: { ...stage, counts: null } } : ballot];
    case 'annulled':
      return [{ ...ballot, stage: { ...stage, reason: null } }];
    default:
      return [ballot];
  }
}

/** A bridge is told that it may read, not who else may. */
const readBy = (bridgeId: BridgeId): Readership => ({ kind: 'bridges', bridgeIds: [bridgeId] });

function forBridge(bridgeId: BridgeId, event: ConferenceEvent): ConferenceEvent | null {
  if (event.type === 'bridgesAdded') {
    const own = event.bridges.filter((bridge) => bridge.bridgeId === bridgeId);
    return own.length === 0 ? null : { ...event, bridges: own };
  }
  if (event.type === 'documentReleased' || event.type === 'documentWithdrawn') return forReader(bridgeId, event);
  if (event.type === 'lineChecksScheduled') return forScheduled(bridgeId, event);
  if (event.type === 'messageSent') {
    return concerns(event.message, bridgeId) ? { ...event, message: forOne(event.message, bridgeId) } : null;
  }
  return bridgesConcernedBy(event).includes(bridgeId) ? event : null;
}

function forReader(
  bridgeId: BridgeId,
  event: EventOf<'documentReleased'> | EventOf<'documentWithdrawn'>,
): ConferenceEvent | null {
  if (event.type === 'documentWithdrawn')
    return isReadBy(event.to, bridgeId) ? { ...event, to: readBy(bridgeId) } : null;
  const { released } = event;
  return isReadBy(released.to, bridgeId) ? { ...event, released: { ...released, to: readBy(bridgeId) } } : null;
}

function forScheduled(bridgeId: BridgeId, event: EventOf<'lineChecksScheduled'>): ConferenceEvent | null {
  const groups = ownTimetable(event.groups, bridgeId);
  const dropped = event.dropped.filter((id) => id === bridgeId);
  return groups.length + dropped.length === 0 ? null : { ...event, groups: [...groups], dropped };
}

/** The proposals that the bridge made, and the hands that it counted. */
function recordsOfBridge(bridgeId: BridgeId, { records, ballots }: ConferenceState) {
  const own = entriesOf(ballots.hands).filter(([key]) => key.endsWith(` ${bridgeId}`));
  return {
    records: { ...noRecords, proposals: ofBridge(records.proposals, bridgeId) },
    ballots: { list: [], hands: mapFrom(own), cast: {} },
  };
}

/** What is between the centre and one bridge: its line, its messages and calls, its documents. */
function linesOfBridge(bridgeId: BridgeId, state: ConferenceState) {
  const { lines, messages, documents } = state;
  const own = <V>(map: PersistentMap<V>): PersistentMap<V> => {
    const value = getFrom(map, bridgeId);
    return mapFrom(value === undefined ? [] : [[bridgeId, value] as const]);
  };
  const sent = messages.sent.filter((message) => concerns(message, bridgeId));
  const replies = sent.flatMap(({ messageId }) => {
    const key = replyKey(messageId, bridgeId);
    const reply = getFrom(messages.replies, key);
    return reply === undefined ? [] : [[key, reply] as const];
  });
  return {
    lines: { byBridge: own(lines.byBridge), timetable: ownTimetable(lines.timetable, bridgeId) },
    messages: {
      sent: sent.map((message) => forOne(message, bridgeId)),
      replies: mapFrom(replies),
      help: own(messages.help),
      calls: own(messages.calls),
    },
    documents: {
      list: documents.list
        .filter(({ file }) => file.bridgeId === bridgeId)
        .map((stored) => ({ ...stored, scheduled: null })),
      released: documents.released.flatMap((one): ReleasedDocument[] =>
        isReadBy(one.to, bridgeId) ? [{ ...one, to: readBy(bridgeId) }] : [],
      ),
    },
  };
}

function bridgeState(bridgeId: BridgeId, state: ConferenceState): ConferenceState {
  const { bridges } = state;
  const bridge = getFrom(bridges.byId, bridgeId);
  return {
    ...initialState,
    ...linesOfBridge(bridgeId, state),
    ...recordsOfBridge(bridgeId, state),
    bridges: {
      byId: mapFrom(bridge === undefined ? [] : [[bridgeId, bridge] as const]),
      centralId: bridge?.tier === 0 ? bridgeId : null,
    },
  };
}

/** The bridges whose own stream tells of the event; every other bridge hears nothing. */
export function bridgesConcernedBy(event: ConferenceEvent): readonly BridgeId[] {
  if (isCounting(event)) return bridgesCounted(event);
  if (event.type === 'bridgesAdded') return event.bridges.map(({ bridgeId }) => bridgeId);
  // The ledger is part of the floor, which is public: its sums reach the bridge with everybody else. So do devices.
  if (event.type === 'ledgerCorrected' || event.type === 'deviceChosen') return [];
  return concernedByLines(event) ?? ('bridgeId' in event ? [event.bridgeId] : []);
}

/** Of facts on the lines between the centre and the bridges; null: it is none of those that name several. */
function concernedByLines(event: ConferenceEvent): readonly BridgeId[] | null {
  switch (event.type) {
    case 'lineChecksScheduled':
      return [...event.groups.flatMap(({ bridgeIds }) => bridgeIds), ...event.dropped];
    case 'messageSent':
      return event.message.to ?? nobodyOr(event.message.from);
    case 'documentAdded':
      return nobodyOr(event.file.bridgeId);
    case 'documentRemoved':
    case 'documentDescribed':
    case 'paperAttached':
    case 'proposalCorrected':
    case 'proposalGrouped':
    case 'proposalSettled':
    case 'proposalRemoved':
      return nobodyOr(event.owner);
    case 'proposalRegistered':
      return nobodyOr(event.proposal.bridgeId);
    case 'documentReleased':
      return event.released.to.kind === 'bridges' ? event.released.to.bridgeIds : [];
    case 'documentWithdrawn':
      return event.to.kind === 'bridges' ? event.to.bridgeIds : [];
    default:
      return null;
  }
}

const nobodyOr = (bridgeId: BridgeId | null): readonly BridgeId[] => (bridgeId === null ? [] : [bridgeId]);

/** The bridges at whose doors the fact changes who has come; reports and excuses are not the door's. */
export function doorsConcernedBy(event: ConferenceEvent): readonly BridgeId[] {
  if (!isCounting(event) || event.type === 'headcountReported' || event.type === 'bridgeExcused') return [];
  if (event.type === 'rollsRecounted') return event.rolls.map(({ bridgeId }) => bridgeId);
  return 'toBridgeId' in event ? [event.bridgeId, event.toBridgeId] : [event.bridgeId];
}

/** What the stage does goes out at once; what bridges do may wait for the next frame. */
export const isUrgent = (event: ConferenceEvent): boolean => !isCounting(event) && !MAY_WAIT.has(event.type);

const MAY_WAIT: ReadonlySet<ConferenceEvent['type']> = new Set([
  'bridgesAdded',
  'bridgeRenamed',
  'bridgeCountedToRegion',
  'bridgeStaffAssigned',
  'bridgeRemoved',
  'bridgeLinkEstablished',
  'bridgeLinkLost',
  'importApplied',
  'importUndone',
  'lineFaultFound',
  'lineFaultCleared',
  'handsCounted',
  'voteCast',
  'secretVoteCast',
]);

/** A row of the list as the seat may read it: reasons of absence are for the staff, the bridge, and those above it. */
export function redactDelegate(actor: Actor, { bridges }: ConferenceState, row: DelegateRow): DelegateRow {
  const { bridgeId } = row;
  return mayUseAt(actor, 'readMarks', { bridges, bridgeId }) ? row : { ...row, absenceReason: null, markedBy: null };
}
