import { tellParent, wordOfParent } from '../children/parent-line.ts';
import type { ListChunk, ListJob, ReadingProgress } from './list-reading.ts';
import { readRows } from './read-rows.ts';
import type { ReaderSays } from './reading-says.ts';

const PROGRESS_EVERY_MS = 200;

const say = (said: ReaderSays): Promise<void> => tellParent(said);

/** One chunk is on its way while the next is being read, never two. */
let taken: Promise<unknown> = Promise.resolve();

async function chunk({ refused, ...one }: ListChunk): Promise<void> {
  await taken;
  taken = wordOfParent();
  await say({ kind: 'chunk', chunk: { ...one, refused: [...refused] } });
}

let saidAt = 0;

function progress(now: ReadingProgress): void {
  if (Date.now() - saidAt < PROGRESS_EVERY_MS) return;
  saidAt = Date.now();
  void say({ kind: 'progress', progress: now });
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- given by readList of this server, as JSON
const outcome = await readRows((await wordOfParent()) as ListJob, { chunk, progress });
await taken;
await tellParent({ kind: 'outcome', outcome });
process.exit();
