import { z } from 'zod';
import type { DelegateChange } from '../../shared/domain/attendance/delegate.ts';
import type { VoteKey } from '../../shared/domain/attendance/wants.ts';
import type { BallotId, ConferenceId } from '../../shared/domain/ids.ts';
import type { Database } from './sqlite-database.ts';

type Vote = Extract<DelegateChange, { kind: 'vote' }>;

/** Votes in the transaction of their events; a second one of a person breaks the key, whatever was decided. */
export function createBallotWriter(db: Database) {
  const addVoter = db.prepare('INSERT INTO ballot_voter (conference, ballot, delegate) VALUES (?, ?, ?)');
  const addAnswer = db.prepare(
    `INSERT INTO ballot_answer (conference, ballot, option, answers) VALUES (?, ?, ?, 1)
     ON CONFLICT (conference, ballot, option) DO UPDATE SET answers = answers + 1`,
  );
  const dropVoters = db.prepare('DELETE FROM ballot_voter WHERE conference = ? AND ballot = ?');
  const dropAnswers = db.prepare('DELETE FROM ballot_answer WHERE conference = ? AND ballot = ?');
  return {
    vote: (conference: ConferenceId, { ballotId, delegateId, secretOption }: Vote): void => {
      addVoter.run(conference, ballotId, delegateId);
      if (secretOption !== null) addAnswer.run(conference, ballotId, secretOption);
    },
    forget: (conference: ConferenceId, ballotId: BallotId): void => {
      const before = db.pragma('secure_delete', { simple: true });
      // Overwritten, not merely set free.
      db.pragma('secure_delete = ON');
      dropVoters.run(conference, ballotId);
      dropAnswers.run(conference, ballotId);
      db.pragma(`secure_delete = ${Number(before)}`);
    },
  };
}

const LONGEST_WAIT_MS = 200;

/**
 * The write-ahead log keeps old pages, from which one could read who was added when an answer was: it is emptied when
 * a ballot is over. Somebody who reads just then puts it off to the next time.
 */
export function dropVotingHistory(db: Database): void {
  const before = Number(db.pragma('busy_timeout', { simple: true }));
  db.pragma(`busy_timeout = ${LONGEST_WAIT_MS}`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.pragma(`busy_timeout = ${before}`);
}

const answerRow = z.object({ option: z.int(), answers: z.int() });

export function createBallotReader(db: Database) {
  const voter = db.prepare('SELECT 1 FROM ballot_voter WHERE conference = ? AND ballot = ? AND delegate = ?').pluck();
  const answers = db.prepare('SELECT option, answers FROM ballot_answer WHERE conference = ? AND ballot = ?');
  return (conference: ConferenceId, votes: readonly VoteKey[], ballots: readonly BallotId[]) => ({
    voted: votes.filter(({ ballotId, delegateId }) => voter.get(conference, ballotId, delegateId) !== undefined),
    secret: ballots.map((ballotId) => {
      const counts: number[] = [];
      for (const { option, answers: sum } of z.array(answerRow).parse(answers.all(conference, ballotId))) {
        counts[option] = sum;
      }
      return { ballotId, counts: Array.from(counts, (sum) => sum ?? 0) };
    }),
  });
}
