import { Child, type ChildEnd, type ChildLimits } from '../children/child.ts';
import type { ListJob, Outcome, ReadingListeners } from './list-reading.ts';
import { type ReaderSays, readerSays } from './reading-says.ts';

const MB = 1024 ** 2;

/** 200,000 rows of a workbook take 210 MB in all. */
const LIMITS: ChildLimits = {
  heapMb: 256,
  memoryBytes: 512 * MB,
  firstWordMs: 60_000,
  silenceMs: 30_000,
  wholeMs: 3_600_000,
};
const WORKER = new URL('./reading-worker.ts', import.meta.url);

/** Reads a file in a process of its own. What happens to it happens to the job alone. */
export async function readList(
  job: ListJob,
  listeners: ReadingListeners,
  limits: Partial<ChildLimits> = {},
  module: URL = WORKER,
): Promise<Outcome> {
  if (listeners.signal?.aborted === true) return { kind: 'cancelled' };
  const reading = new Reading(listeners);
  const child: Child = new Child({
    module,
    job,
    limits: { ...LIMITS, ...limits },
    ...(listeners.signal === undefined ? {} : { signal: listeners.signal }),
    onWord: (said) => reading.hear(readerSays.safeParse(said).data, child),
  });
  // Nobody waits for the file any more before its reader has let it go.
  return reading.outcome(await child.ended);
}

/** What the reader has said so far. */
class Reading {
  readonly #listeners: ReadingListeners;
  #outcome: Outcome | null = null;
  #refused: { readonly cause: unknown } | null = null;

  constructor(listeners: ReadingListeners) {
    this.#listeners = listeners;
  }

  hear(said: ReaderSays | undefined, child: Child): void {
    switch (said?.kind) {
      case undefined:
        return child.end();
      case 'progress':
        return this.#listeners.onProgress?.(said.progress);
      case 'outcome':
        this.#outcome = said.outcome;
        return child.end();
      case 'chunk':
        child.keepWaiting();
        this.#listeners.onChunk(said.chunk).then(
          () => child.answer({ kind: 'next' }),
          (cause: unknown) => {
            this.#refused = { cause };
            child.end();
          },
        );
    }
  }

  outcome({ cause, words }: ChildEnd): Outcome {
    if (this.#refused !== null) throw asError(this.#refused.cause);
    if (cause === 'cancelled') return { kind: 'cancelled' };
    if (this.#outcome !== null) return this.#outcome;
    this.#listeners.onDeath?.(new Error(`the reader of a list died (${cause}): ${words}`));
    // An older screen words the code alone.
    const params = cause === 'took-too-long' || cause === 'too-much-memory' ? { cause } : {};
    return { kind: 'fault', code: 'reader-died', params, sheets: [] };
  }
}

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));
