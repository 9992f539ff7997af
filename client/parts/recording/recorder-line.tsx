import { useEffect, useState } from 'react';
import type { RecorderState } from '../../../shared/protocol/technical.ts';
import { useSync } from '../../sync/conference-context.ts';
import { getRecorderState } from '../../sync/recordings.ts';
import { text } from '../../text/text.ts';
import { type MarkTone, StateMark } from '../state-mark.tsx';

const ASK_MS = 3_000;
/** A piece lasts two seconds; by then two have failed to come. */
const STALLED_MS = 8_000;
/** A page needs a moment to open its first part. */
const FIRST_PIECE_MS = 10_000;

const words = () => text.recording.control;

interface Sentence {
  readonly tone: MarkTone;
  readonly word: string;
}

/** While a recording runs: whether anything of it arrives. A recording that nobody makes is the worst of all. */
export function RecorderLine() {
  const answer = useRecorderState();
  if (answer === null) return null;
  const { tone, word } = recorderSentence(answer.state, answer.watchedMs);
  return (
    <p className="recording-said" role="status">
      <StateMark tone={tone} word={word} />
    </p>
  );
}

export function recorderSentence(state: RecorderState | 'unknown', watchedMs: number): Sentence {
  if (state === 'unknown') return { tone: 'look', word: words().unknown };
  const { egress, lastPieceAgoMs: ago } = state;
  if (egress !== null) {
    const named = egress === 'idle' ? 'starting' : egress;
    return {
      tone: named === 'recording' ? 'done' : named === 'starting' ? 'next' : 'look',
      word: words().egress[named],
    };
  }
  if (ago === null) {
    return watchedMs < FIRST_PIECE_MS
      ? { tone: 'next', word: words().waiting }
      : { tone: 'look', word: words().silent };
  }
  const seconds = Math.round(ago / 1_000);
  return ago < STALLED_MS
    ? { tone: 'done', word: words().receiving(seconds) }
    : { tone: 'look', word: words().stalled(seconds) };
}

interface Answer {
  readonly state: RecorderState | 'unknown';
  /** How long this line has been looking. */
  readonly watchedMs: number;
}

function useRecorderState(): Answer | null {
  const { conference } = useSync();
  const [answer, setAnswer] = useState<Answer | null>(null);
  useEffect(() => {
    let current = true;
    const openedAt = performance.now();
    const ask = async () => {
      const fetched = await getRecorderState(conference);
      const state = fetched.kind === 'ok' ? fetched.value : 'unknown';
      if (current) setAnswer({ state, watchedMs: performance.now() - openedAt });
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_MS);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [conference]);
  return answer;
}
