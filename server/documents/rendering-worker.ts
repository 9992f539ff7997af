import { setPriority } from 'node:os';
import { tellParent, wordOfParent } from '../children/parent-line.ts';
import { type RenderingJob, type RenderingSays, renderingJob } from './rendering.ts';

/** The conference goes first: a document is prepared with what the machine has left. */
const LOW_PRIORITY = 5;

/** Each is loaded for its own kind of file: the reader of PDFs is large. */
async function done(job: RenderingJob): Promise<RenderingSays> {
  switch (job.task) {
    case 'pages':
      return (await import('./page-pictures.ts')).renderPages(job, tellParent);
    case 'image':
      return (await import('./redraw-image.ts')).redrawImage(job);
    case 'office':
      return (await import('./look-into-office.ts')).lookIntoOffice(job.source);
  }
}

setPriority(LOW_PRIORITY);
await tellParent(await done(renderingJob.parse(await wordOfParent())));
process.exit();
