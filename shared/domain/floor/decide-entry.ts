import { unreachable } from '../../base/assert.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import { personIdSchema, type SpeechId, speechIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { withPersonId } from '../person.ts';
import type { ConferenceState } from '../state.ts';
import { askingRefusal, isItemOver, isWaitingAlready } from './asking.ts';
import type { FloorCommand } from './commands.ts';
import { leaving } from './ending.ts';
import { allottedTo, isWaiting, type Speech, type SpeechFacts, speechOf } from './floor.ts';
import { waitingOn } from './lapse.ts';
import { firstInLine } from './line.ts';
import { landing } from './rank.ts';
import { overriding } from './settle.ts';

type Of<T extends FloorCommand['type']> = Extract<FloorCommand, { type: T }>;
type EntryCommand = Of<
  | 'registerSpeech'
  | 'requestSpeech'
  | 'withdrawSpeech'
  | 'acceptSpeech'
  | 'queueSpeech'
  | 'declineSpeech'
  | 'handInWriting'
  | 'clearRequests'
  | 'reinstateSpeeches'
  | 'callBackSpeaker'
>;

/** A slip is taken back within ten seconds; two more for the way. */
export const UNDO_MS = 10_000;
const ON_THE_WAY_MS = 2_000;

/** Who gets into the line, and who leaves it without speaking. */
export function decideEntry(state: ConferenceState, command: EntryCommand, moment: Moment): Decided {
  const at = moment.now;
  switch (command.type) {
    case 'registerSpeech':
      return decideRegister(state, command, moment);
    case 'requestSpeech':
      return decideRequest(state, command, moment);
    case 'clearRequests': {
      const cleared = waitingOn(state, command.itemId).filter(({ kind }) => kind !== 'paper');
      return cleared.length === 0
        ? refuse('nothing-to-change')
        : emit(...cleared.map(({ speechId }) => ({ type: 'speechLapsed', at, speechId, cause: 'cleared' }) as const));
    }
    case 'handInWriting':
      return ofAll(state, command.speechIds, (speech) =>
        isWaiting(speech)
          ? emit({ type: 'speechHandedInWriting', at, speechId: speech.speechId })
          : refuse('speech-not-waiting'),
      );
    case 'reinstateSpeeches':
      return decideReinstate(state, command, at);
    default:
      return decideOneEntry(state, command, moment);
  }
}

function decideOneEntry(
  state: ConferenceState,
  command: Of<'withdrawSpeech' | 'acceptSpeech' | 'queueSpeech' | 'declineSpeech' | 'callBackSpeaker'>,
  moment: Moment,
): Decided {
  const { speechId } = command;
  const speech = speechOf(state.floor, speechId);
  if (speech === undefined) return refuse('speech-unknown');
  const at = moment.now;
  const { status } = speech.stage;
  switch (command.type) {
    case 'withdrawSpeech':
      if (isWaiting(speech)) return emit({ type: 'speechWithdrawn', at, speechId });
      return status === 'called'
        ? emit({ type: 'speechWithdrawn', at, speechId }, ...leaving(state, speech, at))
        : refuse('speech-not-waiting');
    case 'acceptSpeech':
      return status === 'registered' ? accepted(state, speech, command, at) : refuse('speech-not-waiting');
    case 'queueSpeech':
      return status === 'accepted'
        ? emit({
            type: 'speechQueued',
            at,
            speechId,
            allottedMs: speech.allottedMs,
            beforeSpeechId: landing(state.floor, speech),
          })
        : refuse('speech-not-waiting');
    case 'declineSpeech':
      return isWaiting(speech) ? emit({ type: 'speechDeclined', at, speechId }) : refuse('speech-not-waiting');
    case 'callBackSpeaker':
      return status === 'spoken' ? calledBack(state, speech, command, moment) : refuse('speech-not-spoken');
    default:
      return unreachable(command);
  }
}

function decideRegister(state: ConferenceState, command: Of<'registerSpeech'>, moment: Moment): Decided {
  const { override } = command;
  const refusal = askingRefusal(
    state,
    { ...command, byBridge: false, present: isPresent(state, command), overridden: override !== null },
    moment.now,
  );
  if (refusal !== null) return refuse(refusal.code, refusal.params);
  const allottedMs = command.allottedMs ?? allottedTo(state.floor, command.itemId, command.kind);
  return entering(state, { ...newSpeech(command, allottedMs, moment), override }, moment.now);
}

/** In the modes in which halls take the floor by themselves a request is in line at once. */
function decideRequest(state: ConferenceState, command: Of<'requestSpeech'>, moment: Moment): Decided {
  const { floor } = state;
  const refusal = askingRefusal(
    state,
    { ...command, byBridge: true, present: isPresent(state, command), overridden: false },
    moment.now,
  );
  if (refusal !== null) return refuse(refusal.code, refusal.params);
  const speech = newSpeech(command, allottedTo(floor, command.itemId, command.kind), moment);
  return floor.rules.mode === 'request'
    ? emit({ type: 'speechRegistered', at: moment.now, speech, inLine: null })
    : entering(state, speech, moment.now);
}

const isPresent = ({ bridges }: ConferenceState, { bridgeId }: Of<'requestSpeech' | 'registerSpeech'>): boolean =>
  bridgeOf(bridges, bridgeId)?.link.status === 'online';

const entering = (state: ConferenceState, speech: SpeechFacts, at: number, before?: SpeechId): Decided =>
  emit(
    { type: 'speechRegistered', at, speech, inLine: { beforeSpeechId: before ?? landing(state.floor, speech) } },
    ...overriding(state, speech, at),
  );

type Wish = Omit<Of<'requestSpeech'>, 'type'>;

function newSpeech(wish: Wish, allottedMs: number, { newId }: Moment): SpeechFacts {
  const { bridgeId, kind, subject, speaker, itemId, category } = wish;
  const speechId = speechIdSchema.parse(newId());
  return {
    speechId,
    bridgeId,
    kind,
    subject,
    speaker: withPersonId(speaker, personIdSchema.parse(newId())),
    allottedMs,
    itemId,
    category,
    callbackOf: null,
    override: null,
  };
}

/** The first speech stays on record as it ended; the new one is first in line. */
function calledBack(state: ConferenceState, first: Speech, command: Of<'callBackSpeaker'>, moment: Moment): Decided {
  if (isWaitingAlready(state, first)) return refuse('already-waiting');
  const { fullName, positions } = first.speaker;
  // The list of an item that is over takes nobody any more: the speaker comes back on that of the whole conference.
  const itemId = isItemOver(state, first) ? null : first.itemId;
  const allottedMs = command.allottedMs ?? allottedTo(state.floor, itemId, first.kind);
  const again = newSpeech({ ...first, itemId, speaker: { fullName, positions } }, allottedMs, moment);
  const before = firstInLine(state)?.speechId;
  return entering(state, { ...again, callbackOf: first.speechId }, moment.now, before);
}

function accepted(state: ConferenceState, speech: Speech, command: Of<'acceptSpeech'>, at: number): Decided {
  const { speechId } = speech;
  const allottedMs = command.allottedMs ?? speech.allottedMs;
  const beforeSpeechId = landing(state.floor, speech);
  return emit(
    { type: 'speechAccepted', at, speechId, allottedMs },
    ...(command.queue ? [{ type: 'speechQueued', at, speechId, allottedMs, beforeSpeechId } as const] : []),
  );
}

function decideReinstate(state: ConferenceState, { speechIds }: Of<'reinstateSpeeches'>, at: number): Decided {
  return ofAll(state, inOrderOfReturn(state, speechIds), (speech) => {
    const { speechId, stage } = speech;
    if (stage.status !== 'declined' && stage.status !== 'lapsed') return refuse('nothing-to-change');
    if (at - stage.at > UNDO_MS + ON_THE_WAY_MS) return refuse('too-late');
    if (isItemOver(state, speech)) return refuse('item-over');
    return isWaitingAlready(state, speech)
      ? refuse('already-waiting')
      : emit({ type: 'speechReinstated', at, speechId });
  });
}

/** Whom an entry stood before comes back before it does. */
function inOrderOfReturn({ floor }: ConferenceState, ids: readonly SpeechId[]): readonly SpeechId[] {
  const before = (id: SpeechId): SpeechId | null => {
    const stage = speechOf(floor, id)?.stage;
    return stage?.status === 'declined' || stage?.status === 'lapsed' ? stage.was.before : null;
  };
  const ordered = new Set<SpeechId>();
  const comeBack = (id: SpeechId): void => {
    const chain: SpeechId[] = [];
    for (let one: SpeechId | null = id; one !== null && ids.includes(one) && !ordered.has(one); one = before(one)) {
      if (chain.includes(one)) break;
      chain.push(one);
    }
    for (const one of chain.toReversed()) ordered.add(one);
  };
  for (const id of ids) comeBack(id);
  return [...ordered];
}

/** One decision for several speeches: all of them or none. */
function ofAll({ floor }: ConferenceState, ids: readonly SpeechId[], decideOne: (speech: Speech) => Decided): Decided {
  const decided: Decided[] = [...new Set(ids)].map((id) => {
    const speech = speechOf(floor, id);
    return speech === undefined ? refuse('speech-unknown') : decideOne(speech);
  });
  return decided.find((one) => !one.ok) ?? emit(...decided.flatMap((one) => (one.ok ? one.value.events : [])));
}
