import { entriesOf, mapFrom, type PersistentMap } from '../base/persistent-map.ts';
import type { ConferenceState } from '../domain/state.ts';

/** The state as plain JSON and back. Only the persistent maps differ: on the wire they are lists of [id, value]. */
type Entries<T> = T extends PersistentMap<infer V> ? readonly (readonly [string, V])[] : T;
type Wire<T> = { readonly [K in keyof T]: Entries<T[K]> };

export interface EncodedState {
  readonly conference: ConferenceState['conference'];
  readonly bridges: Wire<ConferenceState['bridges']>;
  readonly attendance: Wire<ConferenceState['attendance']>;
  readonly agenda: ConferenceState['agenda'];
  readonly floor: Wire<ConferenceState['floor']>;
  readonly onair: ConferenceState['onair'];
  readonly records: ConferenceState['records'];
  readonly lines: Wire<ConferenceState['lines']>;
  readonly messages: Wire<ConferenceState['messages']>;
  readonly documents: ConferenceState['documents'];
  readonly recordings: ConferenceState['recordings'];
  readonly ballots: Wire<ConferenceState['ballots']>;
}

export const encodeState = ({
  bridges,
  attendance,
  floor,
  lines,
  messages,
  ballots,
  ...rest
}: ConferenceState): EncodedState => ({
  ...rest,
  bridges: { ...bridges, byId: entriesOf(bridges.byId) },
  attendance: {
    ...attendance,
    byBridge: entriesOf(attendance.byBridge),
    byDelegation: attendance.byDelegation && entriesOf(attendance.byDelegation),
  },
  floor: { ...floor, speeches: entriesOf(floor.speeches), ledger: entriesOf(floor.ledger) },
  lines: { ...lines, byBridge: entriesOf(lines.byBridge) },
  messages: {
    ...messages,
    replies: entriesOf(messages.replies),
    help: entriesOf(messages.help),
    calls: entriesOf(messages.calls),
  },
  ballots: { ...ballots, hands: entriesOf(ballots.hands) },
});

/** The inverse. The bytes come from our own server or our own snapshot table, keyed by the code that wrote them. */
export const decodeState = ({
  bridges,
  attendance,
  floor,
  lines,
  messages,
  ballots,
  ...rest
}: EncodedState): ConferenceState => ({
  ...rest,
  bridges: { ...bridges, byId: mapFrom(bridges.byId) },
  attendance: {
    ...attendance,
    byBridge: mapFrom(attendance.byBridge),
    byDelegation: attendance.byDelegation && mapFrom(attendance.byDelegation),
  },
  floor: { ...floor, speeches: mapFrom(floor.speeches), ledger: mapFrom(floor.ledger) },
  lines: { ...lines, byBridge: mapFrom(lines.byBridge) },
  messages: {
    ...messages,
    replies: mapFrom(messages.replies),
    help: mapFrom(messages.help),
    calls: mapFrom(messages.calls),
  },
  ballots: { ...ballots, hands: mapFrom(ballots.hands) },
});
