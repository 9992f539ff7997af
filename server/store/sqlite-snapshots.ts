import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { StoredSnapshot } from './journal.ts';
import { headReader } from './sqlite-append.ts';
import type { Database } from './sqlite-database.ts';

const row = z.object({
  seq: z.int(),
  code: z.string(),
  state: z.string(),
  hash: z.instanceof(Uint8Array),
  digest: z.instanceof(Uint8Array).nullable(),
});
const hashColumn = z.instanceof(Uint8Array);

/** What is stored, and after which line of which journal. */
const digestOf = (conference: ConferenceId, { seq, code, state }: StoredSnapshot, hash: Uint8Array): Buffer =>
  createHash('sha256').update(`${conference}\n${seq}\n${code}\n`).update(hash).update(state).digest();

/**
 * A snapshot counts only if the journal still holds the very line that it was made after, and if it is whole: a row
 * that was shortened, altered or exchanged is as good as none, and the journal is folded from its first line.
 */
export function createSnapshots(db: Database) {
  const head = headReader(db);
  const load = db.prepare(
    `SELECT snapshot.seq AS seq, code, state, snapshot.hash AS hash, digest FROM snapshot
     JOIN event ON event.conference = snapshot.conference AND event.seq = snapshot.seq AND event.hash = snapshot.hash
     WHERE snapshot.conference = ? AND code = ?`,
  );
  const hashAt = db.prepare('SELECT hash FROM event WHERE conference = ? AND seq = ?').pluck();
  const save = db.prepare(
    'INSERT OR REPLACE INTO snapshot (conference, seq, code, hash, state, digest) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return {
    loadSnapshot: (conference: ConferenceId, code: string): StoredSnapshot | null => {
      const found = row.safeParse(load.get(conference, code)).data;
      if (found === undefined || found.digest === null) return null;
      const { hash, digest, ...snapshot } = found;
      return digestOf(conference, snapshot, hash).equals(digest) ? snapshot : null;
    },
    saveSnapshot: (conference: ConferenceId, snapshot: StoredSnapshot): void => {
      const { seq, code, state } = snapshot;
      if (seq > head(conference).seq) return;
      const hash = hashColumn.parse(hashAt.get(conference, seq));
      save.run(conference, seq, code, hash, state, digestOf(conference, snapshot, hash));
    },
  };
}
