import { z } from 'zod';
import { foldForSearch } from '../../shared/base/vietnamese.ts';
import { actorSchema } from '../../shared/domain/actor.ts';
import type { DelegateChange, DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { delegateRowSchema } from '../../shared/domain/attendance/delegate.ts';
import {
  type CommandId,
  type ConferenceId,
  commandIdSchema,
  conferenceIdSchema,
  type DelegateId,
  type PersonId,
} from '../../shared/domain/ids.ts';
import { readEvent, versionOf } from '../../shared/domain/lifts.ts';
import { chainHash, FIRST_HASH, type Line } from './chain.ts';
import type { Database } from './database.ts';
import type { AppendOutcome, Batch, Lookup, Recorded, StoredSnapshot } from './journal.ts';
import { putPeopleBack, takePeopleOut } from './people.ts';

const lineRow = z.object({
  conference: z.string(),
  seq: z.int(),
  at: z.int(),
  actor: z.string(),
  type: z.string(),
  version: z.int(),
  body: z.string(),
  hash: z.instanceof(Uint8Array),
});
const jsonObject = z.record(z.string(), z.unknown());

/** The journal's SQL, synchronous, on one connection; sqlite-journal.ts runs it in a worker. */
export type SqliteEvents = ReturnType<typeof createSqliteEvents>;

export function createSqliteEvents(db: Database) {
  const headOf = db.prepare('SELECT seq, hash FROM event WHERE conference = ? ORDER BY seq DESC LIMIT 1');
  const insertEvent = db.prepare(
    `INSERT INTO event (conference, seq, at, actor, type, version, body, hash)
     VALUES (@conference, @seq, @at, @actor, @type, @version, @body, @hash)`,
  );
  const insertReceipt = db.prepare('INSERT INTO receipt (conference, command, seq) VALUES (?, ?, ?)');
  const putPerson = db.prepare('INSERT OR REPLACE INTO person (conference, person, content) VALUES (?, ?, ?)');
  const findPerson = db.prepare('SELECT content FROM person WHERE conference = ? AND person = ?').pluck();
  const readLines = db.prepare('SELECT * FROM event WHERE conference = ? AND seq > ? ORDER BY seq LIMIT ?');
  const findReceipt = db.prepare('SELECT seq FROM receipt WHERE conference = ? AND command = ?').pluck();
  const findDelegate = db.prepare('SELECT content FROM delegate WHERE conference = ? AND delegate = ?').pluck();
  const putDelegate = db.prepare(
    `INSERT INTO delegate (conference, delegate, bridge, folded, content)
     VALUES (@conference, @delegate, @bridge, @folded, @content)
     ON CONFLICT (conference, delegate) DO UPDATE SET bridge = @bridge, folded = @folded, content = @content`,
  );
  const dropDelegate = db.prepare('DELETE FROM delegate WHERE conference = ? AND delegate = ?');

  function head(conference: ConferenceId): { seq: number; hash: Uint8Array } {
    const row = z
      .object({ seq: z.int(), hash: z.instanceof(Uint8Array) })
      .optional()
      .parse(headOf.get(conference));
    return row ?? { seq: 0, hash: FIRST_HASH };
  }

  const append = db.transaction((batch: Batch): AppendOutcome => {
    const { conference, events, receipts, delegates } = batch;
    const last = head(conference);
    if (last.seq !== batch.expectedSeq) return { ok: false, head: last.seq };
    let { hash } = last;
    events.forEach((recorded, index) => {
      const line = lineOf(conference, last.seq + index + 1, recorded);
      hash = chainHash(hash, line);
      insertEvent.run({ ...line, hash });
    });
    for (const { commandId, seq } of receipts) insertReceipt.run(conference, commandId, seq);
    for (const change of delegates) applyChange(conference, change);
    return { ok: true };
  });

  function lineOf(conference: ConferenceId, seq: number, { actor, event }: Omit<Recorded, 'seq'>): Line {
    const { type, ...rest } = event;
    const body = takePeopleOut(rest, (id, values) => putPerson.run(conference, id, JSON.stringify(values)));
    const version = versionOf(event);
    return { conference, seq, at: event.at, actor: JSON.stringify(actor), type, version, body: JSON.stringify(body) };
  }

  function applyChange(conference: ConferenceId, change: DelegateChange): void {
    if (change.kind === 'remove') dropDelegate.run(conference, change.delegateId);
    else putDelegate.run(delegateColumns(conference, change.row));
  }

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

  return {
    append: (batch: Batch): AppendOutcome => append.immediate(batch),
    read: (conference: ConferenceId, after: number, limit: number): readonly Recorded[] =>
      readLines.all(conference, after, limit).map(recordedOf),
    lookup: (conference: ConferenceId, commands: readonly CommandId[], delegates: readonly DelegateId[]): Lookup => ({
      receipts: commands.flatMap((commandId) => {
        const seq = findReceipt.get(conference, commandId);
        return typeof seq === 'number' ? [{ commandId: commandIdSchema.parse(commandId), seq }] : [];
      }),
      rows: delegates.flatMap((delegateId) => {
        const content = findDelegate.get(conference, delegateId);
        return typeof content === 'string' ? [delegateRowSchema.parse(JSON.parse(content))] : [];
      }),
    }),
    conferences: (): readonly ConferenceId[] =>
      z
        .array(conferenceIdSchema)
        .parse(db.prepare('SELECT conference FROM event WHERE seq = 1 ORDER BY at').pluck().all()),
    ...createSnapshots(db, head),
    verify: (conference: ConferenceId): number | null => {
      let hash: Uint8Array = FIRST_HASH;
      let expected = 1;
      for (const raw of db.prepare('SELECT * FROM event WHERE conference = ? ORDER BY seq').iterate(conference)) {
        const line = lineRow.parse(raw);
        hash = chainHash(hash, line);
        if (line.seq !== expected || !Buffer.from(line.hash).equals(hash)) return line.seq;
        expected += 1;
      }
      return null;
    },
  };
}

/** A snapshot counts only if the journal still holds the very line that it was made after. */
function createSnapshots(db: Database, head: (conference: ConferenceId) => { seq: number; hash: Uint8Array }) {
  const load = db.prepare(
    `SELECT snapshot.seq AS seq, code, state FROM snapshot
     JOIN event ON event.conference = snapshot.conference AND event.seq = snapshot.seq AND event.hash = snapshot.hash
     WHERE snapshot.conference = ? AND code = ?`,
  );
  const hashAt = db.prepare('SELECT hash FROM event WHERE conference = ? AND seq = ?').pluck();
  const save = db.prepare(
    'INSERT OR REPLACE INTO snapshot (conference, seq, code, hash, state) VALUES (?, ?, ?, ?, ?)',
  );
  const row = z.object({ seq: z.int(), code: z.string(), state: z.string() });
  return {
    loadSnapshot: (conference: ConferenceId, code: string): StoredSnapshot | null =>
      row.optional().parse(load.get(conference, code)) ?? null,
    saveSnapshot: (conference: ConferenceId, { seq, code, state }: StoredSnapshot): void => {
      if (seq > head(conference).seq) return;
      save.run(conference, seq, code, hashAt.get(conference, seq), state);
    },
  };
}

function delegateColumns(conference: ConferenceId, row: DelegateRow) {
  const spoken = [row.fullName ?? '', ...row.positions, row.homeUnit, row.category].join(' ');
  return {
    conference,
    delegate: row.delegateId,
    bridge: row.bridgeId,
    folded: ` ${foldForSearch(spoken)}`,
    content: JSON.stringify(row),
  };
}
