import type { BridgeId } from '../../shared/domain/ids.ts';
import { useConference } from '../sync/conference-provider.tsx';
import { useServerNow } from '../sync/server-clock.ts';
import { type AnnouncedWords, floorSentence } from './floor-sentence.ts';

interface AnnouncerProps {
  readonly words: AnnouncedWords;
  /** The bridge in whose hall the screen stands. */
  readonly own?: BridgeId | null;
}

/** Tells a screen reader who has the floor: once for each change, and nothing of the clock. */
export function FloorAnnouncer({ words, own = null }: AnnouncerProps) {
  const now = useServerNow();
  const sentence = useConference((state) => floorSentence(state, words, { own, now }));
  return (
    <p className="unseen" role="status" aria-live="polite">
      {sentence}
    </p>
  );
}
