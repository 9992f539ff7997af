/** Reads a conference for its archive, beside the server's own connections: folding a long journal stops nobody. */
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { conferenceIdSchema } from '../../shared/domain/ids.ts';
import { openForReading } from '../store/database.ts';
import { archiveIndex } from './archive-index.ts';
import { createArchiveRows } from './archive-rows.ts';
import { RunningCheck } from './checked-lines.ts';
import { journalLineText } from './journal-line.ts';
import { delegateLine, personLine } from './list-lines.ts';
import { stateHash } from './state-hash.ts';

const { path, conference } = z.object({ path: z.string(), conference: conferenceIdSchema }).parse(workerData);

function archiveMethods() {
  const db = openForReading(path);
  // One transaction from the first line to the last row: what is written meanwhile is not of this archive.
  db.exec('BEGIN');
  const rows = createArchiveRows(db, conference);
  const { state, seq, head } = rows.fold();
  const checks = { people: new RunningCheck(), delegates: new RunningCheck() };
  return {
    /** What the manifest says of the conference, and which files belong to it. */
    summary: () => ({
      conference: state.conference,
      documents: state.documents.list,
      recordings: state.recordings.list,
      seq,
      head,
      state: stateHash(state),
    }),
    index: () => archiveIndex(state),
    /** Pages in their order, from the first on. */
    journal: (after: number) => {
      const page = rows.journal(after);
      return { text: page.map(journalLineText).join(''), last: page.at(-1)?.seq ?? null, count: page.length };
    },
    people: (after: string) => {
      const page = rows.people(after);
      const text = page.map((one) => personLine(one, checks.people)).join('');
      return { text, last: page.at(-1)?.person ?? null, count: page.length };
    },
    delegates: (after: number) => {
      const page = rows.delegates(after);
      const text = page.map((one) => delegateLine(one, checks.delegates)).join('');
      return { text, last: page.at(-1)?.position ?? null, count: page.length };
    },
    close: () => void db.close(),
  };
}

export type ArchiveMethods = ReturnType<typeof archiveMethods>;

const methods: Readonly<Record<string, (...args: never[]) => unknown>> = archiveMethods();
const requestSchema = z.object({ id: z.int(), method: z.string(), args: z.array(z.unknown()) });

parentPort?.on('message', (raw: unknown) => {
  const { id, method, args } = requestSchema.parse(raw);
  const call = methods[method];
  try {
    if (call === undefined) throw new Error(`no method ${method}`);
    const value: unknown = Reflect.apply(call, undefined, args);
    parentPort?.postMessage({ id, ok: true, value });
  } catch (cause) {
    parentPort?.postMessage({
      id,
      ok: false,
      cause: new Error(cause instanceof Error ? cause.message : String(cause)),
    });
  }
});

parentPort?.postMessage({ ready: true });
