import { setPriority } from 'node:os';
import { renderPages } from './page-pictures.ts';
import { type RenderingSays, renderingJob } from './rendering.ts';

/** The conference goes first: a document is prepared with what the machine has left. */
const LOW_PRIORITY = 5;

const say = (said: RenderingSays): Promise<void> =>
  new Promise((resolve) => process.send?.(said, undefined, undefined, () => resolve()));

setPriority(LOW_PRIORITY);
await say(await renderPages(renderingJob.parse(JSON.parse(process.argv[2] ?? '')), say));
process.exit();
