import { z } from 'zod';
import type { DelegateChange } from '../../shared/domain/attendance/delegate.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import { versionOf } from '../../shared/domain/lifts.ts';
import { chainHash, FIRST_HASH, type Line } from './chain.ts';
import type { AppendOutcome, Batch, Recorded } from './journal.ts';
import { takePeopleOut } from './people.ts';
import { createBallotWriter, dropVotingHistory } from './sqlite-ballots.ts';
import type { Database } from './sqlite-database.ts';
import { createRowWriter } from './sqlite-delegate-rows.ts';
import { createImportActs } from './sqlite-import-acts.ts';
import { createTerms } from './sqlite-terms.ts';

interface Head {
  readonly seq: number;
  readonly hash: Uint8Array;
}

const headRow = z.object({ seq: z.int(), hash: z.instanceof(Uint8Array) }).optional();

/** Where a conference's journal ends; an empty one ends at 0. */
export function headReader(db: Database): (conference: ConferenceId) => Head {
  const last = db.prepare('SELECT seq, hash FROM event WHERE conference = ? ORDER BY seq DESC LIMIT 1');
  return (conference) => headRow.parse(last.get(conference)) ?? { seq: 0, hash: FIRST_HASH };
}

/** Events, receipts and rows of one batch in one transaction, if nobody else has appended since `expectedSeq`. */
export function createAppend(db: Database): (batch: Batch) => AppendOutcome {
  const head = headReader(db);
  const lineOf = createLineOf(db);
  const applyChange = createApplyChange(db);
  const insertEvent = db.prepare(
    `INSERT INTO event (conference, seq, at, actor, type, version, body, hash)
     VALUES (@conference, @seq, @at, @actor, @type, @version, @body, @hash)`,
  );
  const insertReceipt = db.prepare('INSERT INTO receipt (conference, command, seq) VALUES (?, ?, ?)');
  const append = db.transaction(({ conference, expectedSeq, events, receipts, delegates }: Batch): AppendOutcome => {
    const last = head(conference);
    if (last.seq !== expectedSeq) return { ok: false, head: last.seq };
    let { hash } = last;
    for (const [index, recorded] of events.entries()) {
      const line = lineOf(conference, last.seq + index + 1, recorded);
      hash = chainHash(hash, line);
      insertEvent.run({ ...line, hash });
    }
    for (const { commandId, seq } of receipts) insertReceipt.run(conference, commandId, seq);
    for (const change of delegates) applyChange(conference, change);
    return { ok: true };
  });
  return (batch) => {
    const outcome = append.immediate(batch);
    if (outcome.ok && batch.delegates.some(({ kind }) => kind === 'forgetVoters')) dropVotingHistory(db);
    return outcome;
  };
}

function createLineOf(db: Database) {
  const putPerson = db.prepare('INSERT OR REPLACE INTO person (conference, person, content) VALUES (?, ?, ?)');
  return (conference: ConferenceId, seq: number, { actor, event }: Omit<Recorded, 'seq'>): Line => {
    const { type, ...rest } = event;
    const body = takePeopleOut(rest, (id, values) => putPerson.run(conference, id, JSON.stringify(values)));
    const version = versionOf(event);
    return { conference, seq, at: event.at, actor: JSON.stringify(actor), type, version, body: JSON.stringify(body) };
  };
}

function createApplyChange(db: Database) {
  const terms = createTerms(db);
  const rows = createRowWriter(db, terms);
  const imports = createImportActs(db, rows);
  const ballots = createBallotWriter(db);
  return (id: ConferenceId, change: DelegateChange): void => {
    const conference = terms.conferenceKey(id);
    switch (change.kind) {
      case 'put':
        return rows.put(conference, change.row);
      case 'remove':
        return rows.remove(conference, change.delegateId);
      case 'moveAll':
        return rows.moveAll(conference, change.bridgeId, change.toBridgeId);
      case 'applyImport':
        return imports.apply(conference, change.importId);
      case 'undoImport':
        return imports.undo(conference, change.importId);
      case 'vote':
        return ballots.vote(id, change);
      case 'forgetVoters':
        return ballots.forget(id, change.ballotId);
      default:
        return change satisfies never;
    }
  };
}
