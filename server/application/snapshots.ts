import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { decodeState, type EncodedState, encodeState } from '../../shared/protocol/state-codec.ts';
import type { Journal } from '../store/journal.ts';

/** Snapshots make a restart independent of the journal's length. They are a cache: on any mismatch, a full replay. */
export interface SnapshotPolicy {
  /** Names the code that folds: a state made by other code is not used. */
  readonly code: string;
  /** Events between two snapshots. */
  readonly every: number;
  readonly save: (journal: Journal, id: ConferenceId, seq: number, state: ConferenceState) => Promise<void>;
}

export const snapshotPolicy = (every = 2_000): SnapshotPolicy => {
  const code = foldingCode();
  return {
    code,
    every,
    save: (journal, id, seq, state) =>
      journal.saveSnapshot(id, { seq, code, state: JSON.stringify(encodeState(state)) }),
  };
};

export async function loadState(
  journal: Journal,
  id: ConferenceId,
  code: string,
): Promise<{ seq: number; state: ConferenceState } | null> {
  try {
    const stored = await journal.loadSnapshot(id, code);
    if (stored === null) return null;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the store answers nothing but what this very code wrote from its own state, unaltered
    const encoded = JSON.parse(stored.state) as EncodedState;
    return { seq: stored.seq, state: decodeState(encoded) };
  } catch {
    // A page of the cache that cannot be read any more costs a replay, and nothing else.
    return null;
  }
}

/** A hash of every source file that a state depends on. */
function foldingCode(): string {
  const root = fileURLToPath(new URL('../../shared/', import.meta.url));
  const hash = createHash('sha256');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
