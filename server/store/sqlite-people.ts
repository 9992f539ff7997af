import { z } from 'zod';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import {
  type BallotId,
  ballotIdSchema,
  type ConferenceId,
  type DelegateId,
  type PersonId,
  personIdSchema,
} from '../../shared/domain/ids.ts';
import { listedOf, listedText } from './delegate-columns.ts';
import { matchOf } from './delegate-identity.ts';
import type { PersonCopies, PersonTraces } from './people.ts';
import { isSameDelegate, isSamePerson } from './same-person.ts';
import type { Database } from './sqlite-database.ts';
import {
  COLUMNS,
  createFindRow,
  createRowWriter,
  delegateRowOf,
  JOINED,
  type PlacedColumns,
  placedColumns,
  SEEN,
} from './sqlite-delegate-rows.ts';
import { createSweep } from './sqlite-sweep.ts';
import { createTerms } from './sqlite-terms.ts';

/** Few enough that a command which waits for the step does not notice. */
const AT_ONCE = 500;

const personRow = z.object({ person: personIdSchema, content: z.string() });
const valuesSchema = z.record(z.string(), z.unknown());

function createPeopleOf(db: Database) {
  const all = db.prepare('SELECT person, content FROM person WHERE conference = ?');
  return (
    conference: ConferenceId,
    rows: readonly DelegateRow[],
    ids: readonly PersonId[] = [],
  ): PersonTraces['people'] => {
    const known = new Set([...ids, ...rows.map(({ personId }) => personId)]);
    return z
      .array(personRow)
      .parse(all.all(conference))
      .map(({ person, content }) => ({ personId: person, values: valuesSchema.parse(JSON.parse(content)) }))
      .filter(({ personId, values }) => known.has(personId) || rows.some((row) => isSamePerson(row, values)));
  };
}

/** On the reading connection: what is told to whoever asks what is kept. */
export function createPeopleReader(db: Database) {
  const terms = createTerms(db);
  const find = createFindRow(db);
  const peopleOf = createPeopleOf(db);
  const lines = db.prepare(
    `SELECT seq, at, type, body FROM event WHERE conference = ? AND instr(body, ?) > 0 ORDER BY seq LIMIT 10000`,
  );
  const lineRow = z.object({ seq: z.int(), at: z.int(), type: z.string(), body: z.string() });
  const voted = db.prepare('SELECT ballot FROM ballot_voter WHERE conference = ? AND delegate = ?').pluck();
  const anyPerson = db.prepare('SELECT 1 FROM person WHERE conference = ? LIMIT 1').pluck();
  const anyNamed = db
    .prepare(
      `SELECT 1 FROM delegate JOIN delegate_listed ON delegate_listed.position = delegate.position
       WHERE delegate.conference = ? AND substr(listed, 1, 9) <> '[null,[],' LIMIT 1`,
    )
    .pluck();
  return {
    personTraces: (conference: ConferenceId, delegateId: DelegateId): PersonTraces | null => {
      const key = terms.findConference(conference);
      const placed = key === null ? null : find(key, delegateId);
      if (placed === null) return null;
      const row = delegateRowOf(placed);
      const named = z.array(lineRow).parse(lines.all(conference, `"${delegateId}"`));
      const answered = named.filter(({ type }) => type === 'voteCast').flatMap(({ body }) => ballotOfBody(body));
      const open = z.array(ballotIdSchema).parse(voted.all(conference, delegateId));
      return {
        row,
        people: peopleOf(conference, [row]),
        lines: named.map(({ seq, at, type }) => ({ seq, at, type })),
        ballots: [...new Set([...answered, ...open])],
      };
    },
    copiesOf: createCopiesOf(db),
    isSomebodyLeft: (conference: ConferenceId): boolean => {
      const key = terms.findConference(conference);
      return anyPerson.get(conference) !== undefined || (key !== null && anyNamed.get(key) !== undefined);
    },
  };
}

/** By the index of name and unit, once for each bridge: a list of a million is not read for one person. */
function createCopiesOf(db: Database) {
  const terms = createTerms(db);
  const peopleOf = createPeopleOf(db);
  const candidates = db.prepare(
    `SELECT ${COLUMNS} FROM ${JOINED} ${SEEN}
     WHERE delegate.conference = ? AND delegate.match = ?
       AND delegate.bridge IN (SELECT term FROM delegate_term WHERE conference = ?)`,
  );
  return (conference: ConferenceId, { rows, people }: PersonCopies): PersonCopies => {
    const key = terms.findConference(conference);
    const matches = key === null ? [] : [...new Set(rows.map(matchOf))];
    const same = matches
      .flatMap((match) => candidates.all(key, match, key))
      .map((raw) => delegateRowOf(placedColumns(raw)))
      .filter((other) => isNamed(other) && rows.some((row) => isSameDelegate(row, other)));
    return { rows: same, people: peopleOf(conference, [...rows, ...same], people).map(({ personId }) => personId) };
  };
}

const isNamed = ({ fullName, positions }: DelegateRow): boolean => fullName !== null || positions.length > 0;

const ballotOfBody = (body: string): readonly BallotId[] => {
  const { ballotId } = z.object({ ballotId: ballotIdSchema.optional() }).parse(JSON.parse(body));
  return ballotId === undefined ? [] : [ballotId];
};

/** On the writing connection, in short transactions. */
export function createPeopleEraser(db: Database) {
  const terms = createTerms(db);
  const find = createFindRow(db);
  const eraseRow = createEraseRow(db);
  const dropPerson = db.prepare('DELETE FROM person WHERE conference = ? AND person = ?');
  const dropSnapshot = db.prepare('DELETE FROM snapshot WHERE conference = ?');
  // The sign keeps SQLite from an index by which each step would sort the whole list.
  const page = db.prepare(
    `SELECT ${COLUMNS} FROM ${JOINED} WHERE delegate.position > ? AND +delegate.conference = ?
     ORDER BY delegate.position LIMIT ${AT_ONCE}`,
  );
  const thoroughly = createThoroughly(db);
  // Files that were given up because of the erasure still name the person in rows that no list shows.
  const { sweep } = createSweep(db);
  return {
    eraseCopies: thoroughly((conference: ConferenceId, { rows, people }: PersonCopies): number => {
      const key = terms.findConference(conference);
      for (const { delegateId } of key === null ? [] : rows) {
        const placed = key === null ? null : find(key, delegateId);
        if (key !== null && placed !== null) eraseRow(key, placed);
      }
      for (const personId of people) dropPerson.run(conference, personId);
      dropSnapshot.run(conference);
      return rows.length + people.length;
    }),
    eraseDelegates: thoroughly((conference: ConferenceId, after: number) => {
      const key = terms.findConference(conference);
      const rows = key === null ? [] : page.all(after, key).map(placedColumns);
      const named = rows.filter(({ listed }) => listedOf(listed).fullName !== null || !isErased(listed));
      if (key !== null) for (const row of named) eraseRow(key, row);
      return { erased: named.length, next: rows.length < AT_ONCE ? null : (rows.at(-1)?.position ?? null) };
    }),
    eraseRest: thoroughly((conference: ConferenceId): number => eraseRest(db, conference)),
    scrub: () => sweep() || scrub(db),
    compact: (): void => {
      db.exec('VACUUM');
      db.pragma('wal_checkpoint(TRUNCATE)');
    },
  };
}

const isErased = (listed: string): boolean => listed.startsWith('[null,[],');

/** What is freed is overwritten, and the write-ahead log with it: a name must not be found in the file either. */
function createThoroughly(db: Database) {
  return <Args extends readonly unknown[], Result>(work: (...args: Args) => Result) => {
    const together = db.transaction((args: Args) => work(...args));
    return (...args: Args): Result => {
      db.pragma('secure_delete = ON');
      try {
        return together.immediate(args);
      } finally {
        db.pragma('secure_delete = OFF');
      }
    };
  };
}

/** Unit, delegation, category and mark stay: by them the row is counted. */
function createEraseRow(db: Database) {
  const rows = createRowWriter(db, createTerms(db));
  const say = db.prepare('UPDATE delegate SET said = ? WHERE position = ?');
  const dropChanges = db.prepare('DELETE FROM import_change WHERE position = ?');
  // Refused rows stand as they were typed: in capitals, misspelt. Nobody could tell whom they name.
  const dropRefused = db.prepare(
    'DELETE FROM import_refused WHERE import IN (SELECT key FROM import WHERE conference = ?)',
  );
  const SAID_REASON = 4;
  return (key: number, before: PlacedColumns): void => {
    const { homeUnit, personId } = listedOf(before.listed);
    const listed = listedText({ fullName: null, positions: [], homeUnit, role: null, seat: null }, personId);
    rows.relist(key, before, { ...before, listed, number: null });
    if (before.said !== null) {
      const said = z.array(z.unknown()).parse(JSON.parse(before.said)).with(SAID_REASON, null);
      say.run(JSON.stringify(said), before.position);
    }
    dropChanges.run(before.position);
    dropRefused.run(key);
  };
}

function eraseRest(db: Database, conference: ConferenceId): number {
  const ofImports = '(SELECT key FROM import WHERE conference = (SELECT key FROM conference_key WHERE conference = ?))';
  db.prepare(`DELETE FROM import_change WHERE import IN ${ofImports}`).run(conference);
  db.prepare(`DELETE FROM import_refused WHERE import IN ${ofImports}`).run(conference);
  db.prepare('DELETE FROM snapshot WHERE conference = ?').run(conference);
  return db.prepare('DELETE FROM person WHERE conference = ?').run(conference).changes;
}

const MERGED_PAGES = 200;

/** Erased words stand in the older parts of the index until those are merged away; the log until it is cut. */
function scrub(db: Database): boolean {
  const total = (): number => Number(db.prepare('SELECT total_changes()').pluck().get());
  const before = total();
  db.pragma('secure_delete = ON');
  db.prepare(`INSERT INTO delegate_words (delegate_words, rank) VALUES ('merge', ${-MERGED_PAGES})`).run();
  // The statement itself counts as one change.
  const isMore = total() - before >= 2;
  // A single part that holds something erased is no work for a merge; what is left for this one is short.
  if (!isMore) db.prepare(`INSERT INTO delegate_words (delegate_words) VALUES ('optimize')`).run();
  db.pragma('secure_delete = OFF');
  if (!isMore) db.pragma('wal_checkpoint(TRUNCATE)');
  return isMore;
}
