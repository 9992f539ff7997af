import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import { speechOnFloor } from '../../shared/domain/floor/floor.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { useConference } from '../sync/conference-provider.tsx';
import { personWords } from './person-words.ts';

export interface AnnouncedWords {
  readonly called: (bridge: string, person: string) => string;
  readonly ownCalled?: string;
  readonly free: string;
}

interface AnnouncerProps {
  readonly words: AnnouncedWords;
  /** The bridge in whose hall the screen stands. */
  readonly own?: BridgeId | null;
}

/** Tells a screen reader who has the floor: once for each change, and nothing of the clock. */
export function FloorAnnouncer({ words, own = null }: AnnouncerProps) {
  const sentence = useConference((state) => sentenceOf(state, words, own));
  return (
    <p className="unseen" role="status" aria-live="polite">
      {sentence}
    </p>
  );
}

function sentenceOf({ floor, bridges }: ConferenceState, words: AnnouncedWords, own: BridgeId | null): string {
  const speech = speechOnFloor(floor);
  if (speech === undefined) return words.free;
  if (speech.bridgeId === own && words.ownCalled !== undefined) return words.ownCalled;
  return words.called(bridgeOf(bridges, speech.bridgeId)?.name ?? '', personWords(speech.speaker));
}
