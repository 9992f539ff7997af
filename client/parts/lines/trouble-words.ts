import type { LineTrouble } from '../../../shared/views/line-alerts.ts';
import { text } from '../../text/text.ts';
import { formatDuration, formatTime } from '../clock-text.ts';

export function troubleWord(trouble: LineTrouble): string {
  const { alerts, faults } = text.lines;
  return trouble === 'lost' || trouble === 'absent' || trouble === 'failed'
    ? alerts.troubles[trouble]
    : faults[trouble];
}

export const sinceWords = (since: number, now: number): string =>
  text.lines.since(formatTime(since), formatDuration(Math.max(0, now - since)));
