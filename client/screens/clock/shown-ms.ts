import type { SpeechClock } from '../../../shared/views/speech-clock.ts';

/**
 * What the large figures count: down while time is left, up once it is over. Counted from the whole seconds spent, so
 * that this clock and one that shows what was spent always make up the whole.
 */
export const shownMs = ({ elapsedMs, remainingMs }: SpeechClock): number => Math.abs(remainingMs + (elapsedMs % 1_000));
