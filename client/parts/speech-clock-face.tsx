import type { Speech } from '../../shared/domain/floor/floor.ts';
import { isReminded } from '../../shared/views/floor-clock.ts';
import { type SpeechClock, speechClock } from '../../shared/views/speech-clock.ts';
import { useServerNow } from '../sync/server-clock.ts';
import { text } from '../text/text.ts';
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
  /** The gentle mark is for whoever speaks, not for the whole hall. */
  readonly reminder?: boolean;
}

/** How long somebody has spoken, of how long. Each mood has its word and its sign beside the colour; nothing blinks. */
export function SpeechClockFace({ speech, words, className = '', reminder = false }: FaceProps) {
  const now = useServerNow();
  const clock = speechClock(speech, now);
  const { held, mood } = clock;
  const share = speech.allottedMs === 0 ? 1 : Math.min(1, clock.elapsedMs / speech.allottedMs);
  return (
    <div className={`speech-clock ${className}`} data-mood={mood} data-held={held !== null} role="timer">
      <p className="speech-clock-time">
        <span className="speech-clock-elapsed">{formatDuration(clock.elapsedMs)}</span>
        <span className="speech-clock-allotted"> / {formatDuration(speech.allottedMs)}</span>
      </p>
      <div className="speech-clock-bar" aria-hidden="true">
        <div style={{ inlineSize: `${share * 100}%` }} />
      </div>
      <p className="speech-clock-word">
        {mood === 'warning' || mood === 'overrun' ? <Shape name="look" /> : null}
        {wordsOf(clock, words)}
      </p>
      {held === null ? null : (
        <p className="speech-clock-note">
          <Shape name="pause" /> {text.clock.held[held]}
        </p>
      )}
      {reminder && held === null && isReminded(speech, now) ? (
        <p className="speech-clock-note">
          <Shape name="look" /> {text.clock.reminded}
        </p>
      ) : null}
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
