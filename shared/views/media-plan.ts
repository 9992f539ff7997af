import { bridgeOf } from '../domain/bridges/bridge.ts';
import { speechesOnFloor, speechOnFloor } from '../domain/floor/floor.ts';
import type { BridgeId } from '../domain/ids.ts';
import type { Source } from '../domain/onair/onair.ts';
import { armedSource, programSource } from '../domain/onair/program.ts';
import type { ConferenceState } from '../domain/state.ts';
import { calledInRoll } from './roll-call-order.ts';

/** Media as the journal wants it. The server holds the rooms to it; the screens subscribe by it. */

export interface Publishing {
  readonly camera: boolean;
  readonly microphone: boolean;
}

const NOTHING: Publishing = { camera: false, microphone: false };

/**
 * Bridges whose microphone is open: who has the floor, else the chair; the chair's reserve beside a speaker. A question
 * is heard alone. Who is called in the roll call answers the centre, also before the opening.
 */
export function openMicrophones(state: ConferenceState): readonly BridgeId[] {
  const called = calledInRoll(state)?.bridgeId;
  if (called === undefined) return microphonesOfFloor(state);
  const { centralId } = state.bridges;
  return [...new Set([...microphonesOfFloor(state), called, ...(centralId === null ? [] : [centralId])])];
}

function microphonesOfFloor({ conference, bridges, floor }: ConferenceState): readonly BridgeId[] {
  if (conference.phase !== 'live') return [];
  const { centralId } = bridges;
  const speakers = floor.interposed === null ? speechesOnFloor(floor) : [speechOnFloor(floor)];
  const heard = new Set(speakers.flatMap((speech) => speech?.bridgeId ?? []));
  if (centralId !== null && (heard.size === 0 || floor.reserveOpen)) heard.add(centralId);
  return [...heard];
}

/** What a device of the bridge may publish. Sub-bridges watch; a closed conference has no media at all. */
export function publishingOf(state: ConferenceState, bridgeId: BridgeId): Publishing {
  const bridge = bridgeOf(state.bridges, bridgeId);
  if (bridge === undefined || bridge.tier > 1 || !hasMedia(state)) return NOTHING;
  return { camera: true, microphone: openMicrophones(state).includes(bridgeId) };
}

export const hasMedia = ({ conference }: ConferenceState): boolean =>
  ['draft', 'preparing', 'live', 'adjourned'].includes(conference.phase);

export interface Reception {
  /** The large picture. */
  readonly shown: Source;
  /** Subscribed, attached and rendered unseen, so that the next take costs no subscription. */
  readonly prepared: Source;
  readonly heard: readonly BridgeId[];
}

/** What a screen receives; `own` is the bridge it stands in, null for a wall or a console. */
export function receptionOf(state: ConferenceState, own: BridgeId | null): Reception {
  return {
    shown: seenFrom(state, programSource(state), own),
    prepared: seenFrom(state, armedSource(state), own),
    heard: openMicrophones(state).filter((bridgeId) => bridgeId !== own),
  };
}

/** Nobody is shown the own picture: who is on air sees the central hall, and the central hall the hold slide. */
function seenFrom({ bridges }: ConferenceState, source: Source, own: BridgeId | null): Source {
  if (own === null || source.kind === 'hold' || source.bridgeId !== own) return source;
  return bridges.centralId === null || bridges.centralId === own
    ? { kind: 'hold' }
    : { kind: 'bridge', bridgeId: bridges.centralId };
}
