import Sqlite from 'better-sqlite3';
import type { z } from 'zod';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import { chainHash, FIRST_HASH } from './chain.ts';
import { lineRow } from './line-row.ts';
import type { Database } from './sqlite-database.ts';

/** How far the chain was found whole. */
export interface ChainPlace {
  readonly seq: number;
  readonly hash: Uint8Array;
}

export const CHAIN_START: ChainPlace = { seq: 0, hash: FIRST_HASH };

export type ChainSlice =
  | { readonly kind: 'whole'; readonly upTo: ChainPlace; readonly ended: boolean }
  | { readonly kind: 'changed'; readonly line: number };

/** A few lines at a time, so that whoever waits for the connection gets in between. */
export function createChainCheck(db: Database) {
  const lines = db.prepare('SELECT * FROM event WHERE conference = ? AND seq > ? ORDER BY seq LIMIT ?');
  return (conference: ConferenceId, after: ChainPlace, limit: number): ChainSlice => {
    let place = after;
    let read = 0;
    try {
      for (const raw of lines.iterate(conference, after.seq, limit)) {
        const line = lineRow.safeParse(raw).data;
        const next = line === undefined ? null : linked(place, line);
        if (next === null) return { kind: 'changed', line: line?.seq ?? place.seq + 1 };
        place = next;
        read += 1;
      }
    } catch (cause) {
      if (!isCorrupt(cause)) throw cause;
      return { kind: 'changed', line: place.seq + 1 };
    }
    return { kind: 'whole', upTo: place, ended: read < limit };
  };
}

/** The page is no page; a disk that is busy or away is another matter. */
const isCorrupt = (cause: unknown): boolean =>
  cause instanceof Sqlite.SqliteError && /^SQLITE_(?:CORRUPT|NOTADB)/.test(cause.code);

/** The place after the line; null: it is not the line that was written there. */
function linked({ seq, hash }: ChainPlace, line: z.infer<typeof lineRow>): ChainPlace | null {
  if (line.seq !== seq + 1) return null;
  const found = chainHash(hash, line);
  return found.equals(line.hash) ? { seq: line.seq, hash: found } : null;
}

const SLICE = 10_000;

/** Walks the chain from the first line; null when it holds, else the first line that does not. */
export function firstChangedLine(db: Database, conference: ConferenceId): number | null {
  const check = createChainCheck(db);
  for (let place = CHAIN_START; ; ) {
    const slice = check(conference, place, SLICE);
    if (slice.kind === 'changed') return slice.line;
    if (slice.ended) return null;
    place = slice.upTo;
  }
}
