import type { Database } from './sqlite-database.ts';
import { createConferences } from './sqlite-events.ts';

/** The last instant that any journal tells; a rehearsal has a clock of its own and does not count. */
export function createNewestAt(db: Database): () => number | null {
  const conferences = createConferences(db);
  const last = db
    .prepare(
      `SELECT max(last.at) FROM event AS first
       JOIN event AS last ON last.conference = first.conference
         AND last.seq = (SELECT max(seq) FROM event WHERE conference = first.conference)
       WHERE first.conference = ? AND first.seq = 1 AND first.type <> 'rehearsalCreated'`,
    )
    .pluck();
  return () => {
    const instants = conferences().flatMap((conference) => {
      const at = last.get(conference);
      return typeof at === 'number' ? [at] : [];
    });
    return instants.length === 0 ? null : Math.max(...instants);
  };
}
