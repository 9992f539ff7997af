import type { LineRow, LineStanding } from '../../../shared/views/line-board.ts';
import type { MarkTone } from '../../parts/state-mark.tsx';
import { text } from '../../text/text.ts';

/** Each with a shape of its own beside its word, as far as there are shapes: what is wrong has the one that says look. */
export const STANDING_TONES = {
  lost: 'look',
  fault: 'look',
  failed: 'look',
  absent: 'off',
  checking: 'live',
  unchecked: 'over',
  unstable: 'look',
  remark: 'done',
  ready: 'done',
  excused: 'off',
} as const satisfies Record<LineStanding, MarkTone>;

export const standingWord = ({ standing, hasMedia }: Pick<LineRow, 'standing' | 'hasMedia'>): string =>
  standing === 'ready' && !hasMedia ? text.lines.watching : text.lines.standings[standing];

/** What is wrong in particular; empty where there is nothing to add. */
export function troubleDetails({ standing, faults, weaknesses, result }: LineRow): string {
  const { lines } = text;
  if (faults.length > 0) return faults.map((fault) => lines.faults[fault]).join(', ');
  if (standing === 'failed' || standing === 'remark') return result?.remark ?? '';
  if (standing !== 'unstable') return '';
  return weaknesses.length === 0 ? lines.justBack : weaknesses.map((one) => lines.weaknesses[one]).join(', ');
}
