import { unreachable } from '../../base/assert.ts';
import type { RecordsEvent } from './events.ts';
import type { Records } from './records.ts';

export function evolveRecords(records: Records, event: RecordsEvent): Records {
  switch (event.type) {
    case 'defectFound':
      return { defects: [...records.defects, { ...event.defect, foundAt: event.at, mendedAt: null }] };
    case 'defectMended':
      return {
        defects: records.defects.map((defect) =>
          defect.defectId === event.defectId ? { ...defect, mendedAt: event.at } : defect,
        ),
      };
    default:
      return unreachable(event);
  }
}
