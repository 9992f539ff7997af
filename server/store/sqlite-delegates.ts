import { z } from 'zod';
import { foldForSearch } from '../../shared/base/vietnamese.ts';
import { delegateRowSchema } from '../../shared/domain/attendance/delegate.ts';
import type { Database } from './database.ts';
import type { DelegatePageRows, DelegateQuery } from './delegates.ts';

/** Lists stand in the order in which the secretariat entered them, which is that of protocol; never alphabetically. */
export function findDelegates(db: Database, query: DelegateQuery): DelegatePageRows {
  const words = foldForSearch(query.words)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, 8);
  const where = ['conference = ?', 'position > ?'];
  const values: (string | number)[] = [query.conference, query.after];
  if (query.bridge !== null) {
    where.push('bridge = ?');
    values.push(query.bridge);
  }
  for (const word of words) {
    where.push("folded LIKE ? ESCAPE '\\'");
    values.push(`% ${word.replace(/[\\%_]/gu, '\\$&')}%`);
  }
  const found = z
    .array(z.object({ position: z.int(), content: z.string() }))
    .parse(
      db
        .prepare(`SELECT position, content FROM delegate WHERE ${where.join(' AND ')} ORDER BY position LIMIT ?`)
        .all(...values, query.limit + 1),
    );
  const page = found.slice(0, query.limit);
  return {
    rows: page.map(({ content }) => delegateRowSchema.parse(JSON.parse(content))),
    last: found.length > query.limit ? (page.at(-1)?.position ?? null) : null,
  };
}
