import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openForWriting } from '../../../server/store/database.ts';
import { ROOT } from '../../bench/server-process.ts';
import type { Drill, Figure } from '../drill.ts';
import { buildJournal } from './build-journal.ts';
import { type TimedStart, timedStart } from './timed-start.ts';

const LINES = 1_000_000;
const SERVES_WITHIN_MS = 5_000;
const CHECKED_WITHIN_MS = 60_000;
const MEMORY_MB = 400;

export const restart: Drill = {
  name: 'restart',
  experiment: 'X20',
  does: 'a journal of a million lines: how long until the server serves again, with its snapshot and without',
  run: async ({ size, say, signal }): Promise<readonly Figure[]> => {
    const lines = size ?? LINES;
    mkdirSync(join(ROOT, '.cache'), { recursive: true });
    const folder = mkdtempSync(join(ROOT, '.cache', 'restart-'));
    try {
      const empty = await timedStart(join(folder, 'empty'), null, signal);
      say(`empty folder: ${told(empty)}`);
      const dataDir = join(folder, 'data');
      const built = await buildJournal(dataDir, lines, { say, signal });
      const kept = await timedStart(dataDir, built, signal);
      say(`with the snapshot: ${told(kept)}`);
      dropSnapshot(dataDir);
      const folded = await timedStart(dataDir, built, signal);
      say(`without: ${told(folded)}`);
      return figuresOf(lines, { empty, kept, folded });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The one that was stopped has left a fresh one. */
function dropSnapshot(dataDir: string): void {
  const db = openForWriting(join(dataDir, 'journal.sqlite'));
  db.exec('DELETE FROM snapshot');
  db.close();
}

interface Starts {
  readonly empty: TimedStart;
  readonly kept: TimedStart;
  readonly folded: TimedStart;
}

function figuresOf(lines: number, { empty, kept, folded }: Starts): readonly Figure[] {
  return [
    {
      what: 'lines that were folded, with the snapshot and without',
      measured: `${kept.seq} and ${folded.seq}`,
      aim: `at least ${lines}, nothing damaged`,
      met: [kept, folded].every(({ seq, damages }) => seq >= lines && damages === 0),
    },
    within('start to /healthz, with the snapshot', kept.healthMs, SERVES_WITHIN_MS),
    within('start to a greeted screen, with the snapshot', kept.helloMs, SERVES_WITHIN_MS),
    within('start to the end of the check in the background', kept.checkedMs, CHECKED_WITHIN_MS),
    within('the same without the snapshot', folded.checkedMs, CHECKED_WITHIN_MS),
    { what: 'start to a greeted screen, without the snapshot', measured: seconds(folded.helloMs), aim: '', met: true },
    { what: 'start to /healthz, on an empty folder', measured: seconds(empty.healthMs), aim: '', met: true },
    memory('with the snapshot', kept, empty),
    memory('without the snapshot', folded, empty),
  ];
}

const within = (what: string, ms: number, aim: number): Figure => ({
  what,
  measured: seconds(ms),
  aim: `≤ ${aim / 1_000} s`,
  met: ms <= aim,
});

const memory = (which: string, { rssMb }: TimedStart, empty: TimedStart): Figure => ({
  what: `resident memory at its highest, ${which}, above that of an empty folder (${empty.rssMb.toFixed(0)} MB)`,
  measured: `${(rssMb - empty.rssMb).toFixed(0)} MB`,
  aim: `≤ ${MEMORY_MB} MB`,
  met: rssMb - empty.rssMb <= MEMORY_MB,
});

const seconds = (ms: number): string => `${(ms / 1_000).toFixed(2)} s`;

const told = ({ healthMs, helloMs, checkedMs, rssMb }: TimedStart): string =>
  `alive after ${seconds(healthMs)}, ${Number.isNaN(helloMs) ? '' : `greeted after ${seconds(helloMs)}, `}checked after ${seconds(checkedMs)}, ${rssMb.toFixed(0)} MB at most`;
