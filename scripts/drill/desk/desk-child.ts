/**
 * The real store and the real desk of one conference in a process of its own, asked over pipes: the lines of its
 * standard input are commands, those of its standard output are answers. Whoever started it may end it at any moment.
 */
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ConferenceDesk } from '../../../server/application/conference-desk.ts';
import type { Journal } from '../../../server/store/journal.ts';
import { openSqliteStore } from '../../../server/store/sqlite-store.ts';
import { commandEnvelopeSchema } from '../../../shared/protocol/command.ts';
import { encodeState } from '../../../shared/protocol/state-codec.ts';
import { type DeskFault, type DeskLine, deskJobSchema, END, REOPEN } from './desk-job.ts';
import { earlyAnswer, noReceipts, syncNormal } from './faulty-journals.ts';
import { SECRETARIAT } from './found-conference.ts';

const CODE = 'drill';
const job = deskJobSchema.parse(JSON.parse(process.argv[2] ?? ''));

/** Straight to the pipe: a buffered answer would be one that nobody was given. */
const say = (line: DeskLine): void => void writeSync(1, `${JSON.stringify(line)}\n`);

interface Opened {
  readonly desk: ConferenceDesk;
  readonly close: () => Promise<void>;
}

async function open(): Promise<Opened> {
  const { journal, close } = await openJournal(job.fault);
  const desk = await ConferenceDesk.open(job.conference, {
    journal,
    moment: (actor) => ({ now: Date.now(), newId: randomUUID, actor }),
    snapshots: {
      code: CODE,
      every: job.snapshotEvery,
      save: (kept, id, seq, state) =>
        kept.saveSnapshot(id, { seq, code: CODE, state: JSON.stringify(encodeState(state)) }),
    },
    onFault: (cause) => void process.stderr.write(`${String(cause)}\n`),
  });
  say({ kind: 'ready', seq: desk.seq });
  return { desk, close: () => desk.close().then(close) };
}

async function openJournal(fault: DeskFault): Promise<{ journal: Journal; close: () => Promise<void> }> {
  if (fault === 'sync-normal') return syncNormal(job.file);
  const { journal, close } = await openSqliteStore(job.file);
  if (fault === 'early-answer') return { journal: earlyAnswer(journal), close };
  return { journal: fault === 'no-receipts' ? noReceipts(journal) : journal, close };
}

async function give({ desk }: Opened, line: string): Promise<void> {
  const envelope = commandEnvelopeSchema.parse(JSON.parse(line));
  const ack = await desk.execute(SECRETARIAT, envelope);
  const { id } = envelope;
  say(ack.ok ? { kind: 'ack', id, seq: ack.seq } : { kind: 'refused', id, code: ack.code });
}

let opened = await open();
for await (const line of createInterface({ input: process.stdin })) {
  if (line === END) break;
  if (line === REOPEN) {
    await opened.close();
    opened = await open();
  } else {
    // Not awaited: what comes meanwhile is the next batch, as in the server.
    void give(opened, line);
  }
}
await opened.close();
process.exit(0);
