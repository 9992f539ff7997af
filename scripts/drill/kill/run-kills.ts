import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { conferenceIdSchema } from '../../../shared/domain/ids.ts';
import { bundleDesk } from '../desk/bundle-desk.ts';
import { checkJournal } from '../desk/check-journal.ts';
import type { DeskFault } from '../desk/desk-job.ts';
import { foundConference } from '../desk/found-conference.ts';
import { seededChance } from '../desk/seeded-chance.ts';
import { KillCycles } from './kill-cycles.ts';

export interface KillWish {
  readonly cycles: number;
  readonly seed: number;
  readonly fault: DeskFault;
  /** Desks that are killed side by side, each with a folder of its own. */
  readonly lanes: number;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface KillFindings {
  readonly cycles: number;
  readonly acknowledged: number;
  readonly resent: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly broken: readonly string[];
  readonly restartsMs: readonly number[];
}

/** So many blows for one conference; then its journal is read through, and the next begins in the same file. */
const CYCLES_A_CONFERENCE = 100;
const NOTHING: KillFindings = {
  cycles: 0,
  acknowledged: 0,
  resent: 0,
  lost: [],
  doubled: [],
  broken: [],
  restartsMs: [],
};

export async function runKills(wish: KillWish): Promise<KillFindings> {
  const child = await bundleDesk();
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-kill-'));
  try {
    const lanes = Array.from({ length: wish.lanes }, (_, lane) =>
      runLane({ ...wish, cycles: shareOf(wish, lane) }, { child: child.file, folder, lane }),
    );
    return (await Promise.all(lanes)).reduce(together, NOTHING);
  } finally {
    child.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

const shareOf = ({ cycles, lanes }: KillWish, lane: number): number =>
  Math.floor(cycles / lanes) + (lane < cycles % lanes ? 1 : 0);

interface Lane {
  readonly child: string;
  readonly folder: string;
  readonly lane: number;
}

async function runLane(wish: KillWish, lane: Lane): Promise<KillFindings> {
  let all = NOTHING;
  for (let round = 0; all.cycles < wish.cycles && !wish.signal.aborted; round++) {
    const cycles = Math.min(CYCLES_A_CONFERENCE, wish.cycles - all.cycles);
    const found = await runConference({ ...wish, cycles, seed: wish.seed + 1_000 * lane.lane + round }, lane, round);
    all = together(all, found);
    wish.say(
      `desk ${lane.lane + 1}: ${all.cycles} of ${wish.cycles} blows, ${all.acknowledged} acknowledged, ${all.lost.length} lost, ${all.doubled.length} doubled`,
    );
  }
  return all;
}

async function runConference(wish: KillWish, { child, folder, lane }: Lane, round: number): Promise<KillFindings> {
  const file = join(folder, `${lane}.sqlite`);
  const conference = conferenceIdSchema.parse(`drill-${round}`);
  const marked = await foundConference(file, conference);
  const chance = seededChance(wish.seed);
  const cycles = new KillCycles({ child, file, conference, marked, fault: wish.fault, chance });
  let blows = 0;
  for (; blows < wish.cycles && !wish.signal.aborted; blows++) await cycles.blow();
  await cycles.settle();
  const db = new Sqlite(file, { readonly: true });
  const { lost, doubled, broken } = checkJournal(db, cycles.given);
  db.close();
  return {
    cycles: blows,
    acknowledged: cycles.given.acknowledged.size,
    resent: cycles.resent,
    lost,
    doubled,
    broken: [...broken, ...cycles.complaints],
    restartsMs: cycles.restartsMs,
  };
}

const together = (a: KillFindings, b: KillFindings): KillFindings => ({
  cycles: a.cycles + b.cycles,
  acknowledged: a.acknowledged + b.acknowledged,
  resent: a.resent + b.resent,
  lost: [...a.lost, ...b.lost],
  doubled: [...a.doubled, ...b.doubled],
  broken: [...a.broken, ...b.broken],
  restartsMs: [...a.restartsMs, ...b.restartsMs],
});
