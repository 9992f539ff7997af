import { z } from 'zod';
import { type DelegateRow, delegateRowSchema } from '../../shared/domain/attendance/delegate.ts';
import { FORMER_CATEGORY, FORMER_DELEGATION } from '../../shared/domain/lifts.ts';
import type { Database } from './sqlite-database.ts';
import { createRowWriter } from './sqlite-delegate-rows.ts';
import { createTerms } from './sqlite-terms.ts';

const formerRow = z.object({ conference: z.string(), content: z.string() });

/**
 * The rows of releases 1 and 2 in the table of release 3. Their events are lifted to one category and one delegation
 * (lifts.ts), so the rows say where the counters hold them. Nobody wrote down who marked them, nor how.
 */
export function moveFormerDelegates(db: Database): void {
  const terms = createTerms(db);
  const rows = createRowWriter(db, terms);
  for (const raw of db.prepare('SELECT conference, content FROM former_delegate ORDER BY position').all()) {
    const { conference, content } = formerRow.parse(raw);
    rows.put(terms.conferenceKey(conference), delegateOf(JSON.parse(content)));
  }
  db.exec('DROP TABLE former_delegate');
}

const delegateOf = (former: unknown): DelegateRow =>
  delegateRowSchema.parse({
    ...z.record(z.string(), z.unknown()).parse(former),
    delegation: FORMER_DELEGATION,
    countedAs: FORMER_CATEGORY,
    role: null,
    seat: null,
    number: null,
    late: false,
    markedBy: null,
    way: null,
    substituteFor: null,
  });
