import { runningRoll } from '../attendance/roll-order.ts';
import { speechesOnFloor, speechOnFloor } from '../floor/floor.ts';
import type { BridgeId } from '../ids.ts';
import type { ConferenceState } from '../state.ts';

/**
 * Bridges whose microphone is open: who has the floor, else the chair; the chair's reserve beside a speaker. A question
 * is heard alone. Who is called in the roll call answers the centre, also before the opening. In a classified session
 * nothing is heard anywhere.
 */
export function openMicrophones(state: ConferenceState): readonly BridgeId[] {
  if (state.conference.classifiedSince !== null) return [];
  const called = runningRoll(state)?.current?.bridgeId;
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
