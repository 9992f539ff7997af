import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import { type Speech, speechOnFloor, waitingOf } from '../../shared/domain/floor/floor.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { PauseCause } from '../../shared/domain/run.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { isReminded, ownSpeechOnFloor } from '../../shared/views/floor-clock.ts';
import { personWords } from './person-words.ts';

type OfBridge = (bridge: string) => string;

export interface AnnouncedWords {
  readonly called: (bridge: string, person: string) => string;
  /** Where it is not there, a question is announced as any other speech. */
  readonly question?: (bridge: string, person: string) => string;
  readonly held?: Readonly<Record<PauseCause, OfBridge>>;
  readonly ownCalled?: string;
  readonly ownHeld?: string;
  readonly ownReminded?: string;
  readonly standby?: string;
  readonly free: string;
}

/** What a screen reader is told of the floor; it changes with what happens there, and never with the clock. */
export function floorSentence(
  state: ConferenceState,
  words: AnnouncedWords,
  { own, now }: { readonly own: BridgeId | null; readonly now: number },
): string {
  const mine = own === null ? undefined : ownSentence(state, words, { own, now });
  if (mine !== undefined) return mine;
  const speech = speechOnFloor(state.floor);
  const sentence = speech === undefined ? words.free : sentenceOf(state, speech, words);
  return own !== null && words.standby !== undefined && standsBy(state, own)
    ? `${sentence} ${words.standby}`
    : sentence;
}

function ownSentence(
  { floor }: ConferenceState,
  words: AnnouncedWords,
  { own, now }: { readonly own: BridgeId; readonly now: number },
): string | undefined {
  const speech = ownSpeechOnFloor(floor, own);
  if (speech === undefined) return undefined;
  if (isReminded(speech, now) && words.ownReminded !== undefined) return words.ownReminded;
  return speech.stage.status === 'paused' ? (words.ownHeld ?? words.ownCalled) : words.ownCalled;
}

function sentenceOf({ bridges }: ConferenceState, speech: Speech, words: AnnouncedWords): string {
  const bridge = bridgeOf(bridges, speech.bridgeId)?.name ?? '';
  const held = speech.stage.status === 'paused' ? speech.stage.run.held : null;
  if (held !== null && words.held !== undefined) return words.held[held.cause](bridge);
  const say = speech.kind === 'question' ? (words.question ?? words.called) : words.called;
  return say(bridge, personWords(speech.speaker));
}

const standsBy = ({ floor }: ConferenceState, own: BridgeId): boolean =>
  waitingOf(floor, own).some(({ stage }) => stage.status === 'standby');
