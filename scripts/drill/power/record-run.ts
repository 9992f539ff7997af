import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { conferenceIdSchema } from '../../../shared/domain/ids.ts';
import { bundleDesk } from '../desk/bundle-desk.ts';
import type { Given } from '../desk/check-journal.ts';
import type { DeskFault } from '../desk/desk-job.ts';
import { DeskLine } from '../desk/desk-line.ts';
import { foundConference } from '../desk/found-conference.ts';
import { type Marked, markedCommand, numberOf } from '../desk/marked-commands.ts';

/** What a run left: its journal before, and every system call that touched it, in order. */
export interface RecordedRun {
  readonly folder: string;
  /** The folder of the journal as it stood before the first recorded call. */
  readonly before: string;
  readonly journal: string;
  readonly trace: string;
  readonly conference: Given['conference'];
  readonly marked: Marked;
  readonly remove: () => void;
}

export interface RecordingWish {
  readonly fault: Extract<DeskFault, 'none' | 'sync-normal'>;
  /** Times that the journal is closed and opened again: each ends with a checkpoint and a new log. */
  readonly sessions: number;
  readonly commandsEach: number;
}

/** Few, so that nearly every command has a commit of its own. */
const IN_FLIGHT = 3;
const SNAPSHOT_EVERY = 40;
const PATIENCE_MS = 3_600_000;
/** `-y` names the file behind each number, `-xx` keeps every byte readable. */
const STRACE = ['strace', '-f', '-qq', '--seccomp-bpf', '-y', '-xx', '-s', '1000000'];
const CALLS =
  'trace=openat,write,writev,pwrite64,pwritev,ftruncate,fallocate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat';

/** A real store under the eyes of strace: what it wrote, what it synced and what it answered stand in one order. */
export async function recordRun(wish: RecordingWish): Promise<RecordedRun> {
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-power-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  const [journal, before, trace] = [join(folder, 'journal'), join(folder, 'before'), join(folder, 'trace')];
  const conference = conferenceIdSchema.parse('drill');
  const child = await bundleDesk();
  try {
    const file = join(journal, 'journal.sqlite');
    const marked = await foundConference(file, conference);
    cpSync(journal, before, { recursive: true });
    await feed(wish, { child: child.file, file, trace, conference, marked });
    return { folder, before, journal, trace, conference, marked, remove };
  } catch (cause) {
    remove();
    throw cause;
  } finally {
    child.remove();
  }
}

interface Feeding {
  readonly child: string;
  readonly file: string;
  readonly trace: string;
  readonly conference: Given['conference'];
  readonly marked: Marked;
}

async function feed(wish: RecordingWish, { child, file, trace, conference, marked }: Feeding): Promise<void> {
  const { fault, sessions, commandsEach } = wish;
  let [given, answered, readies] = [0, 0, 0];
  const refused: string[] = [];
  const job = { file, conference, fault, snapshotEvery: SNAPSHOT_EVERY };
  const give = (until: number): void => {
    for (; given < until; given++) line.give(markedCommand(conference, marked, given + 1));
  };
  const answers = {
    onReady: () => {
      readies += 1;
    },
    onAck: (id: string) => {
      answered = Math.max(answered, numberOf(id));
      give(Math.min(Math.ceil(answered / commandsEach) * commandsEach, answered + IN_FLIGHT));
    },
    onRefused: (id: string, code: string) => refused.push(`${id}: ${code}`),
  };
  const line: DeskLine = new DeskLine(child, job, answers, [...STRACE, '-e', CALLS, '-o', trace]);
  const patience = Date.now() + PATIENCE_MS;
  const until = async (what: string, isSo: () => boolean): Promise<void> => {
    while (!isSo()) {
      if (Date.now() > patience || refused.length > 0) {
        throw new Error(`${what} never came: ${refused.join(', ')} ${line.complaints}`);
      }
      await pause(5);
    }
  };
  for (let session = 1; session <= sessions; session++) {
    await until('the journal', () => readies === session);
    give(given + IN_FLIGHT);
    await until('the last answer', () => answered === session * commandsEach);
    if (session < sessions) line.reopen();
  }
  await line.end();
}
