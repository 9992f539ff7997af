import { setPriority } from 'node:os';
import { type RenderingJob, type RenderingSays, renderingJob } from './rendering.ts';

/** The conference goes first: a document is prepared with what the machine has left. */
const LOW_PRIORITY = 5;

const say = (said: RenderingSays): Promise<void> =>
  new Promise((resolve) => process.send?.(said, undefined, undefined, () => resolve()));

/** Each is loaded for its own kind of file: the reader of PDFs is large. */
async function done(job: RenderingJob): Promise<RenderingSays> {
  switch (job.task) {
    case 'pages':
      return (await import('./page-pictures.ts')).renderPages(job, say);
    case 'image':
      return (await import('./redraw-image.ts')).redrawImage(job);
    case 'office':
      return (await import('./look-into-office.ts')).lookIntoOffice(job.source);
  }
}

setPriority(LOW_PRIORITY);
await say(await done(renderingJob.parse(JSON.parse(process.argv[2] ?? ''))));
process.exit();
