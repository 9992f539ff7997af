import { z } from 'zod';
import { actorSchema } from '../../shared/domain/actor.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import type { StagedImport } from '../../shared/domain/attendance/list-import.ts';
import { votesOnSummons, type Wants } from '../../shared/domain/attendance/wants.ts';
import {
  type CommandId,
  type ConferenceId,
  conferenceIdSchema,
  type DelegateId,
  type ImportId,
  type PersonId,
} from '../../shared/domain/ids.ts';
import { readEvent } from '../../shared/domain/lifts.ts';
import { firstChangedLine } from './chain-check.ts';
import type { KnownReceipt, Lookup, Recorded } from './journal.ts';
import { lineRow } from './line-row.ts';
import { putPeopleBack } from './people.ts';
import { createAppend } from './sqlite-append.ts';
import { createBallotReader } from './sqlite-ballots.ts';
import type { Database } from './sqlite-database.ts';
import { createFindRow, delegateRowOf } from './sqlite-delegate-rows.ts';
import { createSnapshots } from './sqlite-snapshots.ts';
import { createStaged } from './sqlite-staged.ts';
import { createTerms } from './sqlite-terms.ts';

const jsonObject = z.record(z.string(), z.unknown());

/** The journal's SQL, synchronous, on the one writing connection; sqlite-store.ts runs it in a worker. */
export const createSqliteEvents = (db: Database) => ({
  append: createAppend(db),
  read: createRead(db),
  lookUp: createLookUp(db),
  conferences: createConferences(db),
  ...createSnapshots(db),
  hashAt: createHashAt(db),
  verify: (conference: ConferenceId) => firstChangedLine(db, conference),
});

export function createConferences(db: Database): () => readonly ConferenceId[] {
  // From one conference to the next by the key: a million lines are not read for ten names.
  const read = db
    .prepare(
      `WITH RECURSIVE known (id) AS (
         SELECT min(conference) FROM event
         UNION ALL SELECT (SELECT min(conference) FROM event WHERE conference > known.id) FROM known WHERE id NOT NULL
       )
       SELECT id FROM known WHERE id NOT NULL
       ORDER BY (SELECT at FROM event WHERE conference = id ORDER BY seq LIMIT 1), id`,
    )
    .pluck();
  return () => z.array(conferenceIdSchema).parse(read.all());
}

function createRead(db: Database) {
  const findPerson = db.prepare('SELECT content FROM person WHERE conference = ? AND person = ?').pluck();
  const readLines = db.prepare('SELECT * FROM event WHERE conference = ? AND seq > ? ORDER BY seq LIMIT ?');

  function recordedOf(raw: unknown): Recorded {
    const { conference, seq, actor, type, version, body } = lineRow.parse(raw);
    const whole = putPeopleBack(jsonObject.parse(JSON.parse(body)), (id) => person(conference, id));
    return {
      seq,
      actor: actorSchema.parse(JSON.parse(actor)),
      event: readEvent(type, version, jsonObject.parse(whole)),
    };
  }

  function person(conference: string, id: PersonId): Readonly<Record<string, unknown>> | undefined {
    const content = findPerson.get(conference, id);
    return typeof content === 'string' ? jsonObject.parse(JSON.parse(content)) : undefined;
  }

  return (conference: ConferenceId, after: number, limit: number): readonly Recorded[] =>
    readLines.all(conference, after, limit).map(recordedOf);
}

const receiptRow = z.object({ seq: z.int(), actor: z.string().nullable() }).optional();

/** The line that it leads to says who sent the command: nothing more has to be kept, and less could not be told. */
function createFindReceipt(db: Database) {
  const find = db.prepare(
    `SELECT seq, (SELECT actor FROM event WHERE conference = receipt.conference AND seq = receipt.seq) AS actor
     FROM receipt WHERE conference = ? AND command = ?`,
  );
  return (conference: ConferenceId, commandId: CommandId): readonly KnownReceipt[] => {
    const row = receiptRow.parse(find.get(conference, commandId));
    if (row === undefined) return [];
    const sender = row.actor === null ? null : actorSchema.parse(JSON.parse(row.actor));
    return [{ commandId, seq: row.seq, sender }];
  };
}

function createLookUp(db: Database) {
  const findReceipt = createFindReceipt(db);
  const rowsOf = createRowsOf(db);
  const ballotsOf = createBallotReader(db);
  return (
    conference: ConferenceId,
    commands: readonly CommandId[],
    { delegates, votes, ballots }: Wants,
  ): Omit<Lookup, 'staged'> => {
    const rows = rowsOf(conference, delegates);
    return {
      receipts: commands.flatMap((commandId) => findReceipt(conference, commandId)),
      rows,
      ...ballotsOf(conference, votesOnSummons(votes, rows), ballots),
    };
  };
}

/** The rows that are seen, each once, and behind them those for whom they are substitutes. */
export function createRowsOf(db: Database) {
  const terms = createTerms(db);
  const find = createFindRow(db);
  return (conference: ConferenceId, delegates: readonly DelegateId[]): readonly DelegateRow[] => {
    const key = terms.findConference(conference);
    if (key === null) return [];
    const rows = new Map<DelegateId, DelegateRow>();
    const add = (id: DelegateId): void => {
      const placed = rows.has(id) ? null : find(key, id);
      if (placed !== null) rows.set(id, delegateRowOf(placed));
    };
    delegates.forEach(add);
    const found = [...rows.values()];
    for (const { substituteFor } of found) if (substituteFor !== null) add(substituteFor);
    return [...rows.values()];
  };
}

/** What could be applied or undone. Its counts may take a second: asked on the reading connection. */
export const createStagedImports = (
  db: Database,
): ((conference: ConferenceId, imports: readonly ImportId[]) => readonly StagedImport[]) =>
  createStaged(db, createTerms(db));

export function createHashAt(db: Database) {
  const read = db.prepare('SELECT hash FROM event WHERE conference = ? AND seq = ?').pluck();
  const hash = z.instanceof(Uint8Array).optional();
  return (conference: ConferenceId, seq: number): string | null => {
    const found = hash.parse(read.get(conference, seq));
    return found === undefined ? null : Buffer.from(found).toString('hex');
  };
}
