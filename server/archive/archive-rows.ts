import { z } from 'zod';
import { evolve } from '../../shared/domain/evolve.ts';
import type { ConferenceId, PersonId } from '../../shared/domain/ids.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import type { Database } from '../store/sqlite-database.ts';
import { COLUMNS, JOINED, type PlacedColumns, placedColumns } from '../store/sqlite-delegate-rows.ts';
import { createTerms } from '../store/sqlite-terms.ts';
import { eventOfLine, type JournalLine } from './journal-line.ts';
import type { PersonLine } from './list-lines.ts';

const storedLine = z.object({
  conference: z.string(),
  seq: z.int(),
  at: z.int(),
  actor: z.string(),
  type: z.string(),
  version: z.int(),
  body: z.string(),
  hash: z.instanceof(Uint8Array).transform((hash) => Buffer.from(hash).toString('hex')),
});
const storedPerson = z.object({ person: z.string(), content: z.string() });

const PAGE = 2_000;

/** What an archive holds of the tables, page by page. Read it within one transaction, and it is of one moment. */
export function createArchiveRows(db: Database, conference: ConferenceId) {
  const lines = db.prepare('SELECT * FROM event WHERE conference = ? AND seq > ? ORDER BY seq LIMIT ?');
  const people = db.prepare(
    'SELECT person, content FROM person WHERE conference = ? AND person > ? ORDER BY person LIMIT ?',
  );
  const person = db.prepare('SELECT content FROM person WHERE conference = ? AND person = ?').pluck();
  // The sign keeps SQLite from an index by which each page would sort the whole list.
  const delegates = db.prepare(
    `SELECT ${COLUMNS} FROM ${JOINED}
     JOIN delegate_block ON delegate_block.block = delegate.position >> 17 AND delegate_block.seen = 1
     WHERE delegate.position > ? AND +delegate.conference = ? ORDER BY delegate.position LIMIT ?`,
  );
  const key = createTerms(db).findConference(conference);
  const rows = {
    journal: (after: number, limit = PAGE): readonly JournalLine[] =>
      lines.all(conference, after, limit).map((raw) => storedLine.parse(raw)),
    people: (after: string): readonly PersonLine[] =>
      people.all(conference, after, PAGE).map((raw) => storedPerson.parse(raw)),
    /** In the order in which they were entered. */
    delegates: (after: number): readonly PlacedColumns[] =>
      key === null ? [] : delegates.all(after, key, PAGE).map(placedColumns),
    person: (id: PersonId): Readonly<Record<string, unknown>> | undefined => {
      const content = person.get(conference, id);
      return typeof content === 'string' ? z.record(z.string(), z.unknown()).parse(JSON.parse(content)) : undefined;
    },
  };
  return { ...rows, fold: () => foldOf(rows.journal, rows.person) };
}

export interface Folded {
  readonly state: ConferenceState;
  readonly seq: number;
  readonly head: string;
}

/** The journal from its first line, by the same code that every screen folds with. */
function foldOf(journal: (after: number) => readonly JournalLine[], person: Parameters<typeof eventOfLine>[1]): Folded {
  let folded: Folded = { state: initialState, seq: 0, head: '0'.repeat(64) };
  for (;;) {
    const page = journal(folded.seq);
    for (const line of page) {
      folded = { state: evolve(folded.state, eventOfLine(line, person)), seq: line.seq, head: line.hash };
    }
    if (page.length === 0) return folded;
  }
}
