import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openForWriting } from '../../../server/store/database.ts';
import { checkJournal, type Given, type Verdict } from '../desk/check-journal.ts';
import { seededChance } from '../desk/seeded-chance.ts';
import { CutDisk, LOSSES, type Loss } from './cut-disk.ts';
import { type DiskCall, readTrace } from './read-trace.ts';
import { type RecordedRun, type RecordingWish, recordRun } from './record-run.ts';

export interface CutWish extends RecordingWish {
  readonly images: number;
  readonly seed: number;
  readonly signal: AbortSignal;
}

export interface CutFindings {
  readonly images: number;
  /** Of the run that was cut. */
  readonly acknowledged: number;
  readonly syncs: number;
  /** Images in which something that was acknowledged is missing. */
  readonly losing: number;
  /** Images that cannot be opened, or hold something broken or twice. */
  readonly broken: number;
  /** The first few, in words. */
  readonly examples: readonly string[];
}

/** Images are many and short-lived: they belong into memory where there is such a place. */
const MEMORY = '/dev/shm';
const EXAMPLES = 10;

/** One run recorded; the power is cut in it at so many moments. */
export async function runCuts(wish: CutWish): Promise<CutFindings> {
  const run = await recordRun(wish);
  const images = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'diem-cau-images-'));
  try {
    return cutAll(wish, run, await readTrace(run.trace, run.journal), images);
  } finally {
    rmSync(images, { recursive: true, force: true });
    run.remove();
  }
}

function cutAll(
  { images, seed, signal }: CutWish,
  run: RecordedRun,
  calls: readonly DiskCall[],
  at: string,
): CutFindings {
  const chance = seededChance(seed);
  const moments = Array.from({ length: images }, () => chance.between(0, calls.length)).toSorted((a, b) => a - b);
  const disk = new CutDisk(run.before);
  const acknowledged = new Map<number, number>();
  const given: Given = { conference: run.conference, marked: run.marked, acknowledged };
  const examples: string[] = [];
  let [done, losing, broken, played] = [0, 0, 0, 0];
  for (const moment of moments) {
    if (signal.aborted) break;
    for (; played < moment; played++) play(calls[played], disk, acknowledged);
    const loss = chance.one(LOSSES);
    const verdict = verdictOf(join(at, String(done)), given, (folder) => disk.cut(loss, chance, folder));
    if (verdict.lost.length > 0) losing += 1;
    if (verdict.doubled.length + verdict.broken.length > 0) broken += 1;
    if (examples.length < EXAMPLES) examples.push(...told(verdict, loss, moment));
    done += 1;
  }
  for (; played < calls.length; played++) play(calls[played], disk, acknowledged);
  const syncs = calls.filter(({ kind }) => kind === 'sync').length;
  return { images: done, acknowledged: acknowledged.size, syncs, losing, broken, examples };
}

function play(call: DiskCall | undefined, disk: CutDisk, acknowledged: Map<number, number>): void {
  if (call === undefined) return;
  disk.do(call);
  if (call.kind === 'ack') acknowledged.set(call.n, call.seq);
}

/** Opened as the server opens it after the power has come back. */
function verdictOf(folder: string, given: Given, cut: (folder: string) => void): Verdict {
  mkdirSync(folder);
  try {
    cut(folder);
    const db = openForWriting(join(folder, 'journal.sqlite'));
    try {
      return checkJournal(db, given);
    } finally {
      db.close();
    }
  } catch (cause) {
    return { lost: [], doubled: [], broken: [`does not open: ${String(cause)}`] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const told = ({ lost, doubled, broken }: Verdict, loss: Loss, moment: number): readonly string[] =>
  [...lost, ...doubled, ...broken].slice(0, 1).map((what) => `cut at call ${moment}, unsynced ${loss}: ${what}`);
