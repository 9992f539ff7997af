import type { Speech } from '../../shared/domain/floor/floor.ts';
import { type SpeechClock, speechClock } from '../../shared/views/speech-clock.ts';
import { useServerNow } from '../sync/server-clock.ts';
import { formatDuration } from './clock-text.ts';
import { Shape } from './shape.tsx';
import './speech-clock-face.css';

export interface ClockWords {
  readonly notStarted: string;
  readonly remaining: (time: string) => string;
  readonly warning: (time: string) => string;
  readonly overrun: (time: string) => string;
}

interface FaceProps {
  readonly speech: Speech;
  readonly words: ClockWords;
  readonly className?: string | undefined;
}

/** How long somebody has spoken, of how long. Each mood has its word and its sign beside the colour. */
export function SpeechClockFace({ speech, words, className = '' }: FaceProps) {
  const clock = speechClock(speech, useServerNow());
  const share = speech.allottedMs === 0 ? 1 : Math.min(1, clock.elapsedMs / speech.allottedMs);
  return (
    <div className={`speech-clock ${className}`} data-mood={clock.mood} role="timer">
      <p className="speech-clock-time">
        <span className="speech-clock-elapsed">{formatDuration(clock.elapsedMs)}</span>
        <span className="speech-clock-allotted"> / {formatDuration(speech.allottedMs)}</span>
      </p>
      <div className="speech-clock-bar" aria-hidden="true">
        <div style={{ inlineSize: `${share * 100}%` }} />
      </div>
      <p className="speech-clock-word">
        {clock.mood === 'warning' || clock.mood === 'overrun' ? <Shape name="look" /> : null}
        {wordsOf(clock, words)}
      </p>
    </div>
  );
}

/** What is left is counted from the whole seconds shown as spent, so that the two always make up the whole. */
function wordsOf({ mood, elapsedMs, remainingMs }: SpeechClock, words: ClockWords): string {
  const time = formatDuration(Math.abs(remainingMs + (elapsedMs % 1_000)));
  switch (mood) {
    case 'notStarted':
      return words.notStarted;
    case 'ample':
      return words.remaining(time);
    case 'warning':
      return words.warning(time);
    case 'overrun':
      return words.overrun(time);
  }
}
