import type { Speech } from '../../../../shared/domain/floor/floor.ts';
import { floorLostAt, speechClock } from '../../../../shared/views/speech-clock.ts';
import { text } from '../../../text/text.ts';

/** Why a clock stands still; null: it runs, or has not begun. */
export function heldWords(speech: Speech, now: number): string | null {
  const { held } = speechClock(speech, now);
  if (held === null) return null;
  const lostAt = floorLostAt(speech);
  if (lostAt === null) return text.conducting.held[held];
  return text.conducting.held.keeps(Math.max(0, Math.ceil((lostAt - now) / 1_000)));
}
