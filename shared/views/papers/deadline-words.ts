import type { Deadline } from '../../domain/records/task.ts';
import { dayOfIso, shortDay } from './paper-time.ts';
import { roman, deadlineWords as words } from './words.ts';

/** 31/3/2021, quý I/2021, năm 2023, or the event by its name. */
export function deadlineText(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'date':
      return shortDay(dayOfIso(deadline.date));
    case 'quarter':
      return words.quarter(roman(deadline.quarter), deadline.year);
    case 'year':
      return words.year(deadline.year);
    default:
      return deadline.event;
  }
}
