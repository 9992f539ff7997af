import type { CheckInWay, DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { isThere } from '../../../shared/domain/attendance/mark.ts';
import type { Phase } from '../../../shared/domain/conference/conference.ts';

/** What a door says of a scan before anybody is asked. */
export type Verdict =
  | { readonly kind: 'checkIn'; readonly row: DelegateRow }
  | {
      readonly kind: 'already';
      readonly row: DelegateRow;
      readonly since: number | null;
      readonly way: CheckInWay | null;
    }
  | { readonly kind: 'substituted'; readonly row: DelegateRow }
  | { readonly kind: 'closed' | 'notOpen' | 'offList' };

/** A scan that this door has noted since the list was read. */
export interface NotedHere {
  readonly seenAt: number;
  readonly way: CheckInWay;
}

const OVER: readonly Phase[] = ['closed', 'archived'];
const GATHERED: readonly Phase[] = ['preparing', 'live', 'adjourned'];

/** `row`: of the badge on the door's own list; undefined: it is not there. */
export function verdictOf(phase: Phase, row: DelegateRow | undefined, here: NotedHere | undefined): Verdict {
  if (OVER.includes(phase)) return { kind: 'closed' };
  if (!GATHERED.includes(phase)) return { kind: 'notOpen' };
  if (row === undefined) return { kind: 'offList' };
  if (row.mark === 'substituted') return { kind: 'substituted', row };
  if (here !== undefined) return { kind: 'already', row, since: here.seenAt, way: here.way };
  if (isThere(row.mark)) return { kind: 'already', row, since: row.markedAt, way: row.way };
  return { kind: 'checkIn', row };
}
