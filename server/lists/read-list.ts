import { Worker } from 'node:worker_threads';
import type { ListJob, Outcome, ReadingListeners } from './list-reading.ts';
import type { ReaderSays } from './reading-worker.ts';

export interface ReaderLimits {
  /** What its rows may take beside the thread itself. */
  readonly heapMb: number;
  /** A reader that says nothing for so long, and is not being kept waiting, hangs. */
  readonly silenceMs: number;
}

const LIMITS: ReaderLimits = { heapMb: 256, silenceMs: 30_000 };
const BOOT = new URL('./reading-worker-boot.mjs', import.meta.url);

/** Reads a file in a worker of its own. What happens to the worker happens to the job alone. */
export function readList(job: ListJob, listeners: ReadingListeners, limits: ReaderLimits = LIMITS): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const { onChunk, onProgress, onDeath, signal } = listeners;
    if (signal?.aborted === true) return resolve({ kind: 'cancelled' });
    const worker = new Worker(BOOT, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMb, maxYoungGenerationSizeMb: 32 },
    });
    let silence: NodeJS.Timeout | undefined;
    let keptWaiting = false;
    const died = (cause: unknown): void =>
      settle(() => {
        onDeath?.(cause);
        resolve(DIED);
      });
    const listen = (): void => {
      clearTimeout(silence);
      if (!keptWaiting) silence = setTimeout(() => died(new Error('the reader is silent')), limits.silenceMs);
    };
    const cancel = (): void => settle(() => resolve({ kind: 'cancelled' }));
    let settled = false;
    const settle = (how: () => void): void => {
      if (settled) return;
      settled = true;
      clearTimeout(silence);
      signal?.removeEventListener('abort', cancel);
      // Nobody waits for the file any more before its reader has let it go.
      worker.terminate().then(how, how);
    };
    const take = async (said: Extract<ReaderSays, { kind: 'chunk' }>): Promise<void> => {
      keptWaiting = true;
      clearTimeout(silence);
      await onChunk(said.chunk);
      if (settled) return;
      keptWaiting = false;
      listen();
      worker.postMessage('next');
    };
    signal?.addEventListener('abort', cancel);
    worker.on('error', died);
    worker.on('exit', (code) => died(new Error(`the reader left with ${String(code)}`)));
    worker.on('message', (said: ReaderSays) => {
      if (settled) return;
      if (said.kind === 'outcome') return settle(() => resolve(said.outcome));
      if (said.kind === 'chunk') return void take(said).catch((cause: unknown) => settle(() => reject(asError(cause))));
      listen();
      onProgress?.(said.progress);
    });
    listen();
  });
}

const DIED: Outcome = { kind: 'fault', code: 'reader-died', params: {}, sheets: [] };

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));
