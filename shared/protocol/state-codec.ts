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
}

export const encodeState = ({ bridges, attendance, floor, ...rest }: ConferenceState): EncodedState => ({
  ...rest,
  bridges: { ...bridges, byId: entriesOf(bridges.byId) },
  attendance: {
    ...attendance,
    byBridge: entriesOf(attendance.byBridge),
    byDelegation: attendance.byDelegation && entriesOf(attendance.byDelegation),
  },
  floor: { ...floor, speeches: entriesOf(floor.speeches), ledger: entriesOf(floor.ledger) },
});

/** The inverse. The bytes come from our own server or our own snapshot table, keyed by the code that wrote them. */
export const decodeState = ({ bridges, attendance, floor, ...rest }: EncodedState): ConferenceState => ({
  ...rest,
  bridges: { ...bridges, byId: mapFrom(bridges.byId) },
  attendance: {
    ...attendance,
    byBridge: mapFrom(attendance.byBridge),
    byDelegation: attendance.byDelegation && mapFrom(attendance.byDelegation),
  },
  floor: { ...floor, speeches: mapFrom(floor.speeches), ledger: mapFrom(floor.ledger) },
});
