import type { RecordsEvent } from './events.ts';
import { evolveFollowUp } from './evolve-follow-up.ts';
import { evolveMinutes } from './evolve-minutes.ts';
import type { Records } from './records.ts';

export function evolveRecords(records: Records, event: RecordsEvent): Records {
  switch (event.type) {
    case 'defectFound':
      return { ...records, defects: [...records.defects, { ...event.defect, foundAt: event.at, mendedAt: null }] };
    case 'defectMended':
      return {
        ...records,
        defects: records.defects.map((defect) =>
          defect.defectId === event.defectId ? { ...defect, mendedAt: event.at } : defect,
        ),
      };
    case 'officialsNamed':
    case 'paperHeadWritten':
    case 'noteWritten':
    case 'minutesSigned':
    case 'minutesReopened':
      return { ...records, minutes: evolveMinutes(records.minutes, event) };
    case 'feedbackGiven':
      return { ...records, feedback: [...records.feedback, { ...event.feedback, at: event.at }] };
    case 'peopleKept':
      return { ...records, peopleKeptDays: event.days };
    // The tables were emptied beside the journal; what is read from them since then names nobody.
    case 'peopleErased':
      return records;
    default:
      return evolveFollowUp(records, event);
  }
}
