import { parentPort, workerData } from 'node:worker_threads';
import type { ListChunk, ListJob, Outcome, ReadingProgress } from './list-reading.ts';
import { readRows } from './read-rows.ts';

/** What the reader says to the thread that started it. Only a chunk is answered: that it may send the next. */
export type ReaderSays =
  | { readonly kind: 'chunk'; readonly chunk: ListChunk }
  | { readonly kind: 'progress'; readonly progress: ReadingProgress }
  | { readonly kind: 'outcome'; readonly outcome: Outcome };

const PROGRESS_EVERY_MS = 200;

const say = (said: ReaderSays): void => parentPort?.postMessage(said);

/** One chunk is on its way while the next is being read, never two. */
let taken: Promise<void> = Promise.resolve();

async function chunk(one: ListChunk): Promise<void> {
  await taken;
  taken = new Promise((resolve) => void parentPort?.once('message', () => resolve()));
  say({ kind: 'chunk', chunk: one });
}

let saidAt = 0;

function progress(now: ReadingProgress): void {
  if (Date.now() - saidAt < PROGRESS_EVERY_MS) return;
  saidAt = Date.now();
  say({ kind: 'progress', progress: now });
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- given by readList of this server, by structured clone
const outcome = await readRows(workerData as ListJob, { chunk, progress });
await taken;
say({ kind: 'outcome', outcome });
parentPort?.close();
