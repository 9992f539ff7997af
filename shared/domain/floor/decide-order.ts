import { unreachable } from '../../base/assert.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import { personIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { withPersonId } from '../person.ts';
import type { ConferenceState } from '../state.ts';
import type { FloorCommand } from './commands.ts';
import { hasFloor, isWaiting, type Speech, speechOf } from './floor.ts';

type Of<T extends FloorCommand['type']> = Extract<FloorCommand, { type: T }>;
type OrderCommand = Of<'moveSpeech' | 'swapSpeeches' | 'nameUnderstudy' | 'seatUnderstudy' | 'allotTime'>;

/** Who speaks before whom, in whose place, and for how long. */
export function decideOrder(state: ConferenceState, command: OrderCommand, moment: Moment): Decided {
  if (command.type === 'allotTime') return decideAllot(state, command, moment.now);
  const speech = speechOf(state.floor, command.speechId);
  if (speech === undefined) return refuse('speech-unknown');
  switch (command.type) {
    case 'moveSpeech':
      return decideMove(state, command, moment);
    case 'swapSpeeches':
      return decideSwap(state, command, moment);
    case 'nameUnderstudy':
      return decideUnderstudy(speech, command, moment);
    case 'seatUnderstudy':
      return decideSeating(speech, moment.now);
    default:
      return unreachable(command);
  }
}

/** "X before Y": somebody who joins the line in the meantime never makes it fail; only Y's leaving does. */
function decideMove({ floor }: ConferenceState, command: Of<'moveSpeech'>, { now: at, actor }: Moment): Decided {
  const { speechId, beforeSpeechId } = command;
  if (!floor.queue.includes(speechId)) return refuse('speech-not-waiting');
  if (speechId === beforeSpeechId) return refuse('nothing-to-change');
  if (beforeSpeechId !== null && !floor.queue.includes(beforeSpeechId)) return refuse('queue-changed');
  return emit({ type: 'speechMoved', at, speechId, beforeSpeechId, by: actor.seat });
}

function decideSwap({ floor }: ConferenceState, command: Of<'swapSpeeches'>, { now: at, actor }: Moment): Decided {
  const { speechId, withSpeechId } = command;
  if (speechId === withSpeechId) return refuse('nothing-to-change');
  const bothWait = floor.queue.includes(speechId) && floor.queue.includes(withSpeechId);
  return bothWait
    ? emit({ type: 'speechesSwapped', at, speechId, withSpeechId, by: actor.seat })
    : refuse('queue-changed');
}

function decideUnderstudy(speech: Speech, { understudy }: Of<'nameUnderstudy'>, { now: at, newId }: Moment): Decided {
  const { speechId } = speech;
  if (!isWaiting(speech)) return refuse('speech-not-waiting');
  if (understudy === null && speech.understudy === null) return refuse('nothing-to-change');
  const person = understudy === null ? null : withPersonId(understudy, personIdSchema.parse(newId()));
  return emit({ type: 'understudyNamed', at, speechId, understudy: person });
}

/** The understudy speaks in the place of whoever was entered. */
function decideSeating(speech: Speech, at: number): Decided {
  const { speechId, understudy } = speech;
  if (understudy === null) return refuse('no-understudy');
  return isWaiting(speech) || speech.stage.status === 'called'
    ? emit({ type: 'understudySeated', at, speechId, speaker: understudy })
    : refuse('speech-not-waiting');
}

function decideAllot({ floor }: ConferenceState, { speechIds, allottedMs }: Of<'allotTime'>, at: number): Decided {
  const speeches = [...new Set(speechIds)].map((id) => speechOf(floor, id));
  if (speeches.some((speech) => speech === undefined)) return refuse('speech-unknown');
  const known = speeches.flatMap((speech) => speech ?? []);
  if (known.some((speech) => !isWaiting(speech) && !hasFloor(speech))) return refuse('speech-not-waiting');
  const changed = known.filter((speech) => speech.allottedMs !== allottedMs);
  return changed.length === 0
    ? refuse('nothing-to-change')
    : emit(...changed.map(({ speechId }) => ({ type: 'speechAllotted', at, speechId, allottedMs }) as const));
}
