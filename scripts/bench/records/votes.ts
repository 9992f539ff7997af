import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { ConferenceDesk } from '../../../server/application/conference-desk.ts';
import { snapshotPolicy } from '../../../server/application/snapshots.ts';
import { realMoment } from '../../../server/real-moment.ts';
import type { Store } from '../../../server/store/sqlite-store.ts';
import { type Actor } from '../../../shared/domain/actor.ts';
import type { Command } from '../../../shared/domain/command.ts';
import {
  type BallotId,
  commandIdSchema,
  conferenceIdSchema,
  type DelegateId,
  delegateIdSchema,
} from '../../../shared/domain/ids.ts';
import { rounded } from '../figures.ts';

export interface VoteFigures {
  readonly voters: number;
  /** Secret votes acknowledged a second, all phones pressing at once. */
  readonly perSecond: number;
  /** Rows of the same two tables and the line of the journal, in transactions as large as our batches. */
  readonly barePerSecond: number;
  /** How many times as long ours takes. */
  readonly ratio: number;
}

const SECRETARIAT: Actor = { seat: 'secretariat', session: 'bench', bridgeId: null };
const VOTERS = 4_000;
const LIST = 200;
/** As the desk takes them. */
const BATCH = 500;

/** A secret ballot of a hall of four thousand phones, each vote decided, written and durable before its answer. */
export async function benchVotes(store: Store, folder: string): Promise<VoteFigures> {
  const desk = await ConferenceDesk.open(conferenceIdSchema.parse(randomUUID()), {
    journal: store.journal,
    moment: realMoment,
    snapshots: snapshotPolicy(1_000_000),
    onFault: (cause) => {
      throw cause;
    },
  });
  const voters = await gather(desk);
  const ballotId = await openBallot(desk);
  const start = performance.now();
  await Promise.all(voters.map((delegateId, n) => act(desk, voteOf(ballotId, delegateId, n), phoneOf(delegateId))));
  const ours = performance.now() - start;
  await desk.close();
  const bare = bareVotes(join(folder, 'bare-votes.sqlite'), voters);
  const perSecond = (ms: number) => Math.round((voters.length * 1_000) / ms);
  return {
    voters: voters.length,
    perSecond: perSecond(ours),
    barePerSecond: perSecond(bare),
    ratio: rounded(ours / bare),
  };
}

const phoneOf = (delegateId: DelegateId): Actor => ({ seat: 'delegate', session: delegateId, bridgeId: null });
const voteOf = (ballotId: BallotId, delegateId: DelegateId, n: number): Command => ({
  type: 'castVote',
  ballotId,
  delegateId,
  option: n % 3,
});

async function act(desk: ConferenceDesk, command: Command, actor: Actor = SECRETARIAT): Promise<void> {
  const envelope = { id: commandIdSchema.parse(randomUUID()), conference: desk.id, command };
  const ack = await desk.execute(actor, envelope);
  if (!ack.ok) throw new Error(`${command.type} was refused: ${ack.code}`);
}

async function gather(desk: ConferenceDesk): Promise<readonly DelegateId[]> {
  const details = {
    title: 'Đại hội',
    kind: 'congress',
    level: 'province',
    form: 'inPerson',
    periodReviewed: null,
    periodPlanned: null,
    date: '2026-11-22',
    organiser: 'Ban Tổ chức',
  } as const;
  const hall = { name: 'Hội trường', shortName: 'Hội trường', central: true, parentId: null, region: null, room: null };
  await act(desk, { type: 'createConference', details });
  await act(desk, { type: 'addBridges', bridges: [{ ...hall, chairs: [], technician: null }] });
  await act(desk, { type: 'openConference' });
  const bridgeId = desk.state.bridges.centralId;
  if (bridgeId === null) throw new Error('no hall');
  const ids: DelegateId[] = [];
  desk.onCommitted(({ recorded }) => {
    for (const { event } of recorded) {
      if (event.type === 'delegatesRegistered') ids.push(...event.delegates.map(({ delegateId }) => delegateId));
    }
  });
  const one = { positions: [], category: 'Đại biểu', homeUnit: 'Đơn vị', delegation: 'Đoàn', role: null, seat: null };
  for (let n = 0; n < VOTERS; n += LIST) {
    const delegates = Array.from({ length: LIST }, (_, k) => ({ ...one, fullName: `Đại biểu ${n + k}`, number: null }));
    await act(desk, { type: 'registerDelegates', bridgeId, delegates });
  }
  const voters = ids.map((id) => delegateIdSchema.parse(id));
  const checkIn = (delegateId: DelegateId) =>
    act(desk, { type: 'checkInDelegate', bridgeId, delegateId, online: false, way: 'badge', seenAt: null });
  await Promise.all(voters.map(checkIn));
  return voters;
}

async function openBallot(desk: ConferenceDesk): Promise<BallotId> {
  const options = ['Tán thành', 'Không tán thành', 'Ý kiến khác'];
  const rest = { base: 'present', quorumPercent: 50, passPercent: 50, itemId: null } as const;
  await act(desk, { type: 'prepareBallot', ballot: { question: 'Thông qua?', manner: 'secret', options, ...rest } });
  const ballotId = desk.state.ballots.list[0]?.ballotId;
  if (ballotId === undefined) throw new Error('no ballot');
  await act(desk, { type: 'openBallot', ballotId });
  return ballotId;
}

function bareVotes(file: string, voters: readonly DelegateId[]): number {
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec(`CREATE TABLE line (seq INTEGER PRIMARY KEY, body TEXT NOT NULL);
    CREATE TABLE voter (delegate TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE answer (option INTEGER PRIMARY KEY, answers INTEGER NOT NULL)`);
  const line = db.prepare('INSERT INTO line (body) VALUES (?)');
  const voter = db.prepare('INSERT INTO voter VALUES (?)');
  const answer = db.prepare(
    'INSERT INTO answer VALUES (?, 1) ON CONFLICT (option) DO UPDATE SET answers = answers + 1',
  );
  const batch = db.transaction((part: readonly DelegateId[]) => {
    for (const [n, delegateId] of part.entries()) {
      line.run(JSON.stringify({ type: 'secretVoteCast', at: n }));
      voter.run(delegateId);
      answer.run(n % 3);
    }
  });
  const start = performance.now();
  for (let from = 0; from < voters.length; from += BATCH) batch(voters.slice(from, from + BATCH));
  const ms = performance.now() - start;
  db.close();
  return ms;
}
