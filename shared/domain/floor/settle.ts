import type { ConferenceEvent } from '../event.ts';
import type { SpeechId } from '../ids.ts';
import type { ConferenceState } from '../state.ts';
import { longestFirst, type SpeechFacts, speechOf } from './floor.ts';
import { firstInLine, isOfTheMoment, isOnLine } from './line.ts';
import { seatsOf } from './rules.ts';

/**
 * What follows by itself from a decision about the floor or the agenda, once it is taken: in the modes in which halls
 * take the floor themselves a free seat goes to the first in line, and whoever is next stands by. Called again with
 * each event folded until nothing follows any more.
 */
export function followUp(state: ConferenceState, at: number): ConferenceEvent | null {
  if (state.conference.phase !== 'live') return null;
  return seating(state, at) ?? standingBy(state, at);
}

function seating(state: ConferenceState, at: number): ConferenceEvent | null {
  const { rules, onFloor } = state.floor;
  if (rules.mode !== 'open' && rules.mode !== 'override') return null;
  if (onFloor.length >= seatsOf(rules)) return null;
  const next = firstInLine(state, (speech) => seatsItself(state, speech));
  return next === undefined ? null : { type: 'speakerCalled', at, speechId: next.speechId };
}

/** In every mode it is the moderator who puts a question in between, and while it is on nobody else begins. */
const seatsItself = (state: ConferenceState, speech: SpeechFacts): boolean =>
  speech.kind !== 'question' && state.floor.interposed === null && isOnLine(state, speech);

/**
 * In the mode `override` a newcomer does not wait: when all seats are taken whoever spoke longest gives way. Only the
 * newcomer: a line that waits already, or whose line is back, does not throw out one after another.
 */
export function overriding(state: ConferenceState, newcomer: SpeechFacts, at: number): readonly ConferenceEvent[] {
  const { conference, floor } = state;
  const takesPart = conference.phase === 'live' && floor.rules.mode === 'override' && isOfTheMoment(state)(newcomer);
  if (!takesPart || !seatsItself(state, newcomer)) return [];
  const leave = Math.max(0, floor.onFloor.length + 1 - seatsOf(floor.rules));
  return [
    ...longestFirst(floor, at)
      .slice(0, leave)
      .map(({ speechId }) => ({ type: 'speechEnded', at, speechId, cause: 'overridden' }) as const),
    { type: 'speakerCalled', at, speechId: newcomer.speechId },
  ];
}

/** One entry stands by: the first in line, told when somebody takes the floor, and no longer once it is not the first. */
function standingBy(state: ConferenceState, at: number): ConferenceEvent | null {
  const { floor } = state;
  const told = floor.queue.find((id) => isStandby(state, id));
  const first = firstInLine(state)?.speechId;
  if (told === first) return null;
  if (told !== undefined) return { type: 'speakerStoodDown', at, speechId: told };
  const isWanted = floor.onFloor.length > 0 || floor.interposed !== null;
  return first === undefined || !isWanted ? null : { type: 'speakerPutOnStandby', at, speechId: first };
}

const isStandby = ({ floor }: ConferenceState, id: SpeechId): boolean =>
  speechOf(floor, id)?.stage.status === 'standby';
