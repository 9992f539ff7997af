import { unreachable } from '../../base/assert.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import type { ConferenceEvent } from '../event.ts';
import { type BridgeId, personIdSchema, speechIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { type PersonInput, withPersonId } from '../person.ts';
import type { RejectionCode } from '../rejection.ts';
import type { ConferenceState } from '../state.ts';
import type { FloorCommand } from './commands.ts';
import {
  DEFAULT_ALLOTTED_MS,
  isWaiting,
  MAX_WAITING,
  type Speech,
  type SpeechFacts,
  speechOf,
  waitingOf,
} from './floor.ts';

type Of<T extends FloorCommand['type']> = Extract<FloorCommand, { type: T }>;
type OfOneSpeech = Extract<FloorCommand, { speechId: unknown }>;

export function decideFloor(state: ConferenceState, command: FloorCommand, moment: Moment): Decided {
  const at = moment.now;
  switch (command.type) {
    case 'registerPaper':
      return decideAsk(state, command, moment);
    case 'requestSpeech':
      return decideAsk(state, command, moment);
    case 'openChairMicrophone':
      return state.floor.reserveOpen ? refuse('nothing-to-change') : emit({ type: 'chairMicrophoneOpened', at });
    case 'closeChairMicrophone':
      return state.floor.reserveOpen ? emit({ type: 'chairMicrophoneClosed', at }) : refuse('nothing-to-change');
    default:
      return decideOneSpeech(state, command, at);
  }
}

function decideOneSpeech(state: ConferenceState, command: OfOneSpeech, at: number): Decided {
  const { speechId } = command;
  const speech = speechOf(state.floor, speechId);
  if (speech === undefined) return refuse('speech-unknown');
  const only = (code: RejectionCode, allowed: readonly Speech['stage']['status'][], event: ConferenceEvent): Decided =>
    allowed.includes(speech.stage.status) ? emit(event) : refuse(code);
  switch (command.type) {
    case 'withdrawSpeech':
      return isWaiting(speech) ? emit({ type: 'speechWithdrawn', at, speechId }) : refuse('speech-not-waiting');
    case 'acceptSpeech':
      return only('speech-not-waiting', ['requested'], {
        type: 'speechAccepted',
        at,
        speechId,
        allottedMs: command.allottedMs,
      });
    case 'declineSpeech':
      return isWaiting(speech) ? emit({ type: 'speechDeclined', at, speechId }) : refuse('speech-not-waiting');
    case 'moveSpeech':
      return decideMove(state, command, at);
    case 'callSpeaker':
      return decideCall(state, command, at);
    case 'beginSpeech':
      return only('speech-not-called', ['called'], { type: 'speechBegan', at, speechId });
    case 'extendSpeech':
      return only('speech-not-on-floor', ['called', 'speaking'], { ...command, type: 'speechExtended', at });
    case 'endSpeech':
      return only('speech-not-on-floor', ['called', 'speaking'], { type: 'speechEnded', at, speechId });
    default:
      return unreachable(command);
  }
}

function decideAsk(state: ConferenceState, command: Of<'registerPaper' | 'requestSpeech'>, moment: Moment): Decided {
  if (bridgeOf(state.bridges, command.bridgeId) === undefined) return refuse('bridge-unknown');
  const kind = command.type === 'registerPaper' ? 'paper' : 'opinion';
  const waiting = waitingOf(state.floor, command.bridgeId);
  if (waiting.some((speech) => speech.kind === kind)) return refuse('already-waiting');
  if (state.floor.queue.length >= MAX_WAITING) return refuse('queue-full', { max: MAX_WAITING });
  const allottedMs = command.type === 'registerPaper' ? command.allottedMs : DEFAULT_ALLOTTED_MS;
  const speech = newSpeech(command, kind, allottedMs, moment);
  return emit({ type: kind === 'paper' ? 'paperRegistered' : 'speechRequested', at: moment.now, speech });
}

function newSpeech(
  { bridgeId, subject, speaker }: { bridgeId: BridgeId; subject: string; speaker: PersonInput },
  kind: SpeechFacts['kind'],
  allottedMs: number,
  { newId }: Moment,
): SpeechFacts {
  const speechId = speechIdSchema.parse(newId());
  return {
    speechId,
    bridgeId,
    kind,
    subject,
    speaker: withPersonId(speaker, personIdSchema.parse(newId())),
    allottedMs,
  };
}

/** "X before Y": somebody who joins the queue in the meantime never makes it fail; only Y's leaving does. */
function decideMove({ floor }: ConferenceState, { speechId, beforeSpeechId }: Of<'moveSpeech'>, at: number): Decided {
  if (!floor.queue.includes(speechId)) return refuse('speech-not-waiting');
  if (speechId === beforeSpeechId) return refuse('nothing-to-change');
  if (beforeSpeechId !== null && !floor.queue.includes(beforeSpeechId)) return refuse('queue-changed');
  return emit({ type: 'speechMoved', at, speechId, beforeSpeechId });
}

/** One command ends the running speech, calls the next, and gives the picture back to the floor. */
function decideCall(state: ConferenceState, command: Of<'callSpeaker'>, at: number): Decided {
  const { floor, onair } = state;
  if (floor.onFloor !== command.expectedOnFloor) return refuse('floor-changed', winnerOf(state));
  if (!floor.queue.includes(command.speechId)) return refuse('speech-not-waiting');
  return emit(
    ...(floor.onFloor === null ? [] : [{ type: 'speechEnded', at, speechId: floor.onFloor } as const]),
    { type: 'speakerCalled', at, speechId: command.speechId },
    ...(floor.reserveOpen ? [{ type: 'chairMicrophoneClosed', at } as const] : []),
    ...(onair.mode.kind === 'manual' ? [{ type: 'programFollowsFloor', at } as const] : []),
    ...(onair.armed === null ? [] : [{ type: 'sourceDisarmed', at } as const]),
  );
}

/** Whoever lost a race is told who won it. */
function winnerOf({ floor, bridges }: ConferenceState): { bridge: string } | Record<string, never> {
  const speech = floor.onFloor === null ? undefined : speechOf(floor, floor.onFloor);
  const bridge = speech === undefined ? undefined : bridgeOf(bridges, speech.bridgeId);
  return bridge === undefined ? {} : { bridge: bridge.name };
}
