import type { Deadline } from '../../../../shared/domain/records/task.ts';
import { formatDate, formatTypedDate } from '../../../parts/clock-text.ts';
import { text } from '../../../text/text.ts';

const ROMAN = ['I', 'II', 'III', 'IV'];

export function deadlineWords(deadline: Deadline | null): string {
  const { until } = text.followUp.tasks;
  switch (deadline?.kind) {
    case 'date':
      return until.date(formatDate(deadline.date));
    case 'quarter':
      return until.quarter(ROMAN[deadline.quarter - 1] ?? '', deadline.year);
    case 'year':
      return until.year(deadline.year);
    case 'event':
      return until.event(deadline.event);
    default:
      return until.none;
  }
}

/** As it stands in the field, and is read back. */
export function typedDeadline(deadline: Deadline | null): string {
  switch (deadline?.kind) {
    case 'date':
      return formatTypedDate(deadline.date);
    case 'quarter':
      return deadlineWords(deadline);
    case 'year':
      return String(deadline.year);
    case 'event':
      return deadline.event;
    default:
      return '';
  }
}
