import { liveItem, takesSpeeches } from '../domain/agenda/agenda.ts';
import { isInLine, queuedSpeeches, type Speech, speechesOnFloor } from '../domain/floor/floor.ts';
import { isOnLine, presentLine } from '../domain/floor/line.ts';
import type { AgendaItemId, BridgeId } from '../domain/ids.ts';
import type { ConferenceState } from '../domain/state.ts';
import type { SpeakingNeeds } from './agenda-clock.ts';
import { speechClock } from './speech-clock.ts';

export const nextInLine = (state: ConferenceState): Speech | undefined => presentLine(state)[0];

/** Whom "next" calls: the first in line whose bridge is on the line, and whom it passes over. */
export function nextToCall(
  state: ConferenceState,
): { readonly speech: Speech; readonly passedOver: readonly Speech[] } | null {
  const line = presentLine(state);
  const at = line.findIndex((speech) => isOnLine(state, speech));
  const speech = line[at === -1 ? 0 : at];
  return speech === undefined ? null : { speech, passedOver: at === -1 ? [] : line.slice(0, at) };
}

export interface Turn {
  readonly speech: Speech;
  /** Speeches before this one, the running ones not counted. */
  readonly ahead: number;
  /** When the turn is likely to come, the server's time. */
  readonly expectedAt: number;
}

/** Milliseconds until the floor is free, if whoever has it takes what was allotted. A held clock counts as it stands. */
const untilFree = ({ floor }: ConferenceState, now: number): number =>
  speechesOnFloor(floor).reduce((sum, speech) => sum + Math.max(0, speechClock(speech, now).remainingMs), 0);

/** The present line with the time at which each turn is likely to come, if every speech takes what it was allotted. */
export function turns(state: ConferenceState, now: number): readonly Turn[] {
  let expectedAt = now + untilFree(state, now);
  return presentLine(state).map((speech, ahead) => {
    const turn = { speech, ahead, expectedAt };
    expectedAt += speech.allottedMs;
    return turn;
  });
}

export const turnOf = (state: ConferenceState, bridgeId: BridgeId, now: number): Turn | undefined =>
  turns(state, now).find(({ speech }) => speech.bridgeId === bridgeId);

/** What the waiting halls need of each item: the live one from now on, the others from their start. */
export function speakingNeeds(state: ConferenceState, now: number): SpeakingNeeds {
  const needs = new Map<AgendaItemId, number>();
  const add = (id: AgendaItemId, ms: number) => needs.set(id, (needs.get(id) ?? 0) + ms);
  const live = liveItem(state.agenda);
  const hears = live !== undefined && takesSpeeches(live.plan) ? live.itemId : null;
  for (const speech of queuedSpeeches(state.floor)) {
    const itemId = speech.itemId ?? hears;
    if (itemId !== null && isInLine(speech)) add(itemId, speech.allottedMs);
  }
  if (hears !== null) add(hears, untilFree(state, now));
  return needs;
}
