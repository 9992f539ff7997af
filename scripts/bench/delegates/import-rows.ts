import { statSync } from 'node:fs';
import { join } from 'node:path';
import { packDelegates } from '../../../server/lists/pack-delegates.ts';
import type { Store } from '../../../server/store/sqlite-store.ts';
import type { StagedRow } from '../../../server/store/staged-row.ts';
import { type ConferenceId, importIdSchema } from '../../../shared/domain/ids.ts';
import { openBare } from './bare-insert.ts';
import { peopleSource } from './people.ts';

const CHUNK = 1_000;
/** Made outside the measured time, as a reader in another worker makes them. */
const AT_ONCE = 50_000;

export interface ImportFigures {
  readonly rows: number;
  readonly seconds: number;
  readonly bareSeconds: number;
  readonly ratio: number;
  /** What the process took more than before, at its peak: the reading worker, the writer and its cache, the rows between. */
  readonly peakMiB: number;
  /** Of a chunk, in milliseconds: so long a check-in may wait behind it. */
  readonly longestChunkMs: number;
  readonly applyMs: number;
  readonly fileMiB: number;
}

export function bareSeconds(folder: string, rows: number): number {
  const people = peopleSource(Date.now());
  const bare = openBare(join(folder, 'bare.sqlite'));
  let ms = 0;
  const timed = (work: () => void): void => {
    const start = performance.now();
    work();
    ms += performance.now() - start;
  };
  for (let from = 0; from < rows; from += AT_ONCE) {
    const part = people(from, Math.min(AT_ONCE, rows - from));
    timed(() => bare.insert(part));
  }
  timed(() => bare.commit());
  bare.close();
  return ms / 1_000;
}

export interface Staged {
  readonly seconds: number;
  readonly longestChunkMs: number;
}

/** The way of a file's rows from the reader's hand into the table, unseen. */
export async function stageRows(store: Store, conference: ConferenceId, rows: number, name: string): Promise<Staged> {
  const importId = importIdSchema.parse(name);
  const people = peopleSource(Date.now());
  let ms = 0;
  let longestChunkMs = 0;
  await store.imports.begin({ conference, importId, name });
  for (let from = 0; from < rows; from += AT_ONCE) {
    const packed = chunksOf(people(from, Math.min(AT_ONCE, rows - from))).map(packDelegates);
    const start = performance.now();
    let last = start;
    for (const chunk of packed) {
      await store.imports.addPacked(importId, chunk);
      longestChunkMs = Math.max(longestChunkMs, performance.now() - last);
      last = performance.now();
    }
    ms += last - start;
  }
  const start = performance.now();
  await store.imports.finish(importId);
  return { seconds: (ms + performance.now() - start) / 1_000, longestChunkMs };
}

const chunksOf = (rows: readonly StagedRow[]): readonly (readonly StagedRow[])[] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) => rows.slice(index * CHUNK, (index + 1) * CHUNK));

export const fileMiB = (file: string): number => statSync(file).size / 2 ** 20;
