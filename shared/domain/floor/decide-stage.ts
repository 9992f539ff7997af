import { unreachable } from '../../base/assert.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, refuse, unconfirmed } from '../decision.ts';
import { showingPaper } from '../documents/paper-on-floor.ts';
import type { ConferenceEvent } from '../event.ts';
import type { SpeechId } from '../ids.ts';
import type { ConferenceState } from '../state.ts';
import type { FloorCommand } from './commands.ts';
import { ending } from './ending.ts';
import { type Floor, hasFloor, isInLine, longestFirst, type Speech, speechOf, speechOnFloor } from './floor.ts';
import { seatsOf } from './rules.ts';

type Of<T extends FloorCommand['type']> = Extract<FloorCommand, { type: T }>;
type StageCommand = Of<
  | 'callSpeaker'
  | 'beginSpeech'
  | 'pauseSpeech'
  | 'continueSpeech'
  | 'extendSpeech'
  | 'remindOfTime'
  | 'endSpeech'
  | 'handBackFloor'
  | 'releaseLostFloor'
>;

/** So long a bridge whose line is gone keeps the floor. */
export const LINE_GRACE_MS = 40_000;

export function decideStage(state: ConferenceState, command: StageCommand, at: number): Decided {
  const { speechId } = command;
  const speech = speechOf(state.floor, speechId);
  if (speech === undefined) return refuse('speech-unknown');
  const { status } = speech.stage;
  const ifOnFloor = (...events: readonly ConferenceEvent[]): Decided =>
    hasFloor(speech) ? emit(...events) : refuse('speech-not-on-floor');
  switch (command.type) {
    case 'callSpeaker':
      return decideCall(state, speech, command, at);
    case 'beginSpeech':
      return decideBegin(state, speech, at);
    case 'pauseSpeech':
      return status === 'speaking'
        ? emit({ type: 'speechPaused', at, speechId, since: at, cause: 'byHand' })
        : refuse('speech-not-speaking');
    case 'continueSpeech':
      return decideContinue(state, speech, at);
    case 'extendSpeech':
      return ifOnFloor({ type: 'speechExtended', at, speechId, byMs: command.byMs });
    case 'remindOfTime':
      return ifOnFloor({ type: 'speakerReminded', at, speechId });
    case 'endSpeech':
      return ifOnFloor(...ending(state, speech, 'moderator', at));
    case 'handBackFloor':
      return ifOnFloor(...ending(state, speech, 'handedBack', at));
    case 'releaseLostFloor':
      return decideRelease(state, speech, at);
    default:
      return unreachable(command);
  }
}

/** While a question is in between, a main speech neither begins nor goes on. */
function decideBegin({ floor }: ConferenceState, { speechId, stage }: Speech, at: number): Decided {
  if (stage.status !== 'called') return refuse('speech-not-called');
  return isHeldBack(floor, speechId) ? refuse('question-on-floor') : emit({ type: 'speechBegan', at, speechId });
}

function decideContinue({ floor }: ConferenceState, { speechId, stage }: Speech, at: number): Decided {
  if (stage.status !== 'paused') return refuse('speech-not-paused');
  return isHeldBack(floor, speechId) ? refuse('question-on-floor') : emit({ type: 'speechContinued', at, speechId });
}

const isHeldBack = ({ interposed }: Floor, id: SpeechId): boolean => interposed !== null && interposed !== id;

function decideRelease(state: ConferenceState, speech: Speech, at: number): Decided {
  const { stage } = speech;
  const held = stage.status === 'paused' ? stage.run.held : null;
  return held?.cause === 'lineLost' && at - held.since >= LINE_GRACE_MS
    ? emit(...ending(state, speech, 'lineLost', at))
    : refuse('line-not-lost');
}

/** One command makes room on the floor, calls the speaker, and gives the picture back to the floor. */
function decideCall(state: ConferenceState, speech: Speech, command: Of<'callSpeaker'>, at: number): Decided {
  const { floor } = state;
  if ((speechOnFloor(floor)?.speechId ?? null) !== command.expectedOnFloor) {
    return refuse('floor-changed', winnerOf(state));
  }
  if (!isInLine(speech)) return refuse('speech-not-waiting');
  const absence = absenceOf(state, speech, command);
  if (absence !== null) return absence;
  return emit(
    ...makingRoom(state, speech, at),
    { type: 'speakerCalled', at, speechId: command.speechId },
    ...(floor.reserveOpen ? [{ type: 'chairMicrophoneClosed', at } as const] : []),
    ...pictureToFloor(state, at),
    ...showingPaper(state, speech, at),
  );
}

/** What a call means for a hall that is not on the line: it is asked for first. */
const ABSENCES = { online: null, lost: 'bridge-lost', untried: 'bridge-absent' } as const;

function absenceOf({ bridges }: ConferenceState, { bridgeId }: Speech, command: Of<'callSpeaker'>): Decided | null {
  const bridge = bridgeOf(bridges, bridgeId);
  const consequence = ABSENCES[bridge?.link.status ?? 'lost'];
  if (consequence === null || command.accepting.includes(consequence)) return null;
  return unconfirmed(consequence, { bridge: bridge?.shortName ?? '' });
}

const pictureToFloor = ({ onair }: ConferenceState, at: number): readonly ConferenceEvent[] => [
  ...(onair.mode.kind === 'manual' ? [{ type: 'programFollowsFloor', at } as const] : []),
  ...(onair.armed === null ? [] : [{ type: 'sourceDisarmed', at } as const]),
];

/** A question holds the main speeches back; anything else takes the seat of whoever spoke longest when all are taken. */
function makingRoom(state: ConferenceState, { kind }: Speech, at: number): readonly ConferenceEvent[] {
  const { floor } = state;
  const question = floor.interposed === null ? undefined : speechOf(floor, floor.interposed);
  const mains = longestFirst(floor, at);
  if (kind === 'question' && mains.length > 0) {
    const held = mains.filter(({ stage }) => stage.status === 'speaking');
    return [
      ...(question === undefined ? [] : [ended(question, at)]),
      ...held.map(({ speechId }) => ({ type: 'speechPaused', at, speechId, since: at, cause: 'interposed' }) as const),
    ];
  }
  const leave = mains.slice(0, Math.max(0, mains.length + 1 - seatsOf(floor.rules)));
  const answered = question === undefined ? [] : ending(state, question, 'nextCalled', at);
  return [...answered, ...leave.map((speech) => ended(speech, at))];
}

const ended = ({ speechId }: Speech, at: number): ConferenceEvent => ({
  type: 'speechEnded',
  at,
  speechId,
  cause: 'nextCalled',
});

/** Whoever lost a race is told who won it. */
function winnerOf({ floor, bridges }: ConferenceState): { bridge: string } | Record<string, never> {
  const speech = speechOnFloor(floor);
  const bridge = speech === undefined ? undefined : bridgeOf(bridges, speech.bridgeId);
  return bridge === undefined ? {} : { bridge: bridge.name };
}
