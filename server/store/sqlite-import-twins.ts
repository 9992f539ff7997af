import { z } from 'zod';
import { BLOCK_ROWS, blockOf } from './sqlite-blocks.ts';
import type { Database } from './sqlite-database.ts';
import type { Terms } from './sqlite-terms.ts';
import type { StagedRow } from './staged-row.ts';
import type { Staging } from './staging.ts';

const candidate = z.object({ position: z.int(), number: z.string().nullable() }).optional();
type Candidate = { readonly position: number; readonly number: string | null };

/**
 * The row of the list that a row of a file repeats: the one with its number, else the one of the same name and home
 * unit at the same bridge; where several have the same, the k-th of the file is the k-th of the list. A row that has
 * another number than the file says is somebody else of the same name.
 */
export function createTwins(db: Database, terms: Terms) {
  const byNumber = db.prepare(
    `SELECT position, number FROM delegate WHERE conference = ? AND number = ? AND position > ? AND position < ?
     ORDER BY position LIMIT 1`,
  );
  const byName = db.prepare(
    `SELECT position, number FROM delegate
     WHERE conference = ? AND bridge = ? AND match = ? AND position > ? AND position < ? ORDER BY position LIMIT 1`,
  );
  const firstBlock = db.prepare('SELECT min(block) FROM delegate_block WHERE import = ?').pluck();
  return (staging: Staging, row: StagedRow, seen: ReadonlySet<number>): number | null => {
    const { conferenceKey } = staging;
    // Rows of this very file are not its twins, however many of them are alike.
    const end = Number(firstBlock.get(staging.key) ?? Number.MAX_SAFE_INTEGER / BLOCK_ROWS) * BLOCK_ROWS;
    const free = ({ position }: Candidate) => seen.has(blockOf(position)) && !staging.taken.has(position);
    const { number } = row;
    if (number !== null) {
      const next = (after: number) => candidate.parse(byNumber.get(conferenceKey, number, after, end));
      const found = firstFree(staging, `#${number}`, next, free);
      if (found !== null) return found;
    }
    const bridge = terms.findTerm(conferenceKey, row.bridgeId);
    if (bridge === null) return null;
    const next = (after: number) => candidate.parse(byName.get(conferenceKey, bridge, row.match, after, end));
    const fits = (one: Candidate) => free(one) && (number === null || one.number === null);
    return firstFree(staging, `${bridge} ${row.match} ${number === null}`, next, fits);
  };
}

function firstFree(
  { taken, lastTaken }: Staging,
  key: string,
  next: (after: number) => Candidate | undefined,
  fits: (one: Candidate) => boolean,
): number | null {
  let found = next(lastTaken.get(key) ?? -1);
  let passed = found;
  while (found !== undefined && !fits(found)) {
    passed = found;
    found = next(found.position);
  }
  // The ones passed by stay so: the next row of the same key begins behind them.
  if (found !== undefined) taken.add(found.position);
  if (passed !== undefined && passed !== found) lastTaken.set(key, passed.position);
  return found?.position ?? null;
}
