import { NO_WANTS } from '../shared/domain/attendance/wants.ts';
import { HandbookHolders } from './application/handbook-holders.ts';
import type { ListParts } from './list-parts.ts';
import type { Store } from './store/sqlite-store.ts';
import type { HandbookReading } from './transport/http/handbook-documents.ts';

export interface HandbookParts {
  readonly holders: HandbookHolders;
  readonly reading: HandbookReading;
}

export interface HandbookPartsOptions {
  readonly journal: Pick<Store['journal'], 'lookup'>;
  readonly lists: Pick<ListParts, 'badges' | 'rowsOf'>;
  readonly reading: HandbookReading;
}

/** What the handbook on delegates' phones is made of. */
export function createHandbook({ journal, lists, reading }: HandbookPartsOptions): HandbookParts {
  const { badges, rowsOf } = lists;
  const holders = new HandbookHolders({
    badges,
    rowsOf,
    votedOf: async (conference, delegateId, ballots) => {
      const votes = ballots.map((ballotId) => ({ ballotId, delegateId }));
      const { voted } = await journal.lookup(conference, [], { ...NO_WANTS, votes });
      return voted.map(({ ballotId }) => ballotId);
    },
    now: Date.now,
  });
  return { holders, reading };
}
