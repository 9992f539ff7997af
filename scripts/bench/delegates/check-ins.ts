import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Store } from '../../../server/store/sqlite-store.ts';
import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { NO_WANTS } from '../../../shared/domain/attendance/wants.ts';
import type { ConferenceEvent } from '../../../shared/domain/event.ts';
import { type ConferenceId, commandIdSchema } from '../../../shared/domain/ids.ts';
import { type Latency, latencyOf, rounded } from '../figures.ts';

export interface CheckInFigures {
  readonly checkIn: Latency;
  /** A journal line of the same size, inserted and durable, without a worker between. */
  readonly bare: Latency;
  readonly ratioP50: number;
  readonly ratioP99: number;
}

const SEAT = { seat: 'kiosk', session: 'bench', bridgeId: null } as const;

const checkedIn = (row: DelegateRow, at: number): ConferenceEvent => ({
  type: 'delegateCheckedIn',
  at,
  bridgeId: row.bridgeId,
  above: [],
  delegateId: row.delegateId,
  category: row.category,
  delegation: row.delegation,
  was: row.mark,
  mark: 'present',
  way: 'badge',
  seenAt: at,
});

/** One by one: the row looked up, then the fact, its receipt and the row in one durable transaction; bare in turn. */
export async function benchCheckIns(
  store: Store,
  conference: ConferenceId,
  from: { readonly seq: number; readonly rows: readonly DelegateRow[]; readonly folder: string },
): Promise<CheckInFigures> {
  const bare = openBareJournal(join(from.folder, 'bare-journal.sqlite'));
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const [index, row] of from.rows.entries()) {
    const seq = from.seq + index;
    const event = checkedIn(row, Date.now());
    const start = performance.now();
    await store.journal.lookup(conference, [], { ...NO_WANTS, delegates: [row.delegateId] });
    await store.journal.append({
      conference,
      expectedSeq: seq,
      events: [{ actor: SEAT, event }],
      receipts: [{ commandId: commandIdSchema.parse(`bench-${index}`), seq: seq + 1 }],
      delegates: [
        { kind: 'put', row: { ...row, mark: 'present', markedAt: event.at, markedBy: 'kiosk/bench', way: 'badge' } },
      ],
    });
    const between = performance.now();
    bare.insert(seq, JSON.stringify(event));
    ours.push(between - start);
    theirs.push(performance.now() - between);
  }
  bare.close();
  const checkIn = latencyOf(ours);
  const plain = latencyOf(theirs);
  const ratioP50 = rounded(checkIn.p50 / plain.p50);
  return { checkIn, bare: plain, ratioP50, ratioP99: rounded(checkIn.p99 / plain.p99) };
}

function openBareJournal(file: string) {
  const db = new Sqlite(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE line (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  const insert = db.prepare('INSERT INTO line (seq, body) VALUES (?, ?)');
  return {
    insert: (seq: number, body: string): void => {
      insert.run(seq, body);
    },
    close: (): void => {
      db.close();
    },
  };
}
