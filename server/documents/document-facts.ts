import type { DocumentFile } from '../../shared/domain/documents/document.ts';
import type { DocumentFiles } from './document-files.ts';
import type { DocumentJob } from './document-job.ts';
import { DocumentRefused } from './document-refused.ts';
import { fitsFormat } from './name-ending.ts';
import type { readClip } from './read-clip.ts';
import type { ReceivedFile } from './receive-file.ts';
import type { Rendered, RenderingWish } from './render-pdf.ts';

export interface ReadingTools {
  readonly files: DocumentFiles;
  readonly render: (wish: RenderingWish) => Promise<Rendered>;
  readonly readClip: typeof readClip;
  readonly onFault: (cause: unknown) => void;
}

/** Resolves when the document's own files are whole and safe, what came under its hash and what is shown of it. */
export async function documentFacts(
  tools: ReadingTools,
  job: DocumentJob,
  received: ReceivedFile,
): Promise<DocumentFile> {
  job.ending.signal.throwIfAborted();
  const { documentId, name, bridgeId } = job;
  const { kind, hash, bytes } = received;
  const own = { documentId, name, bridgeId, bytes, hash };
  job.hash = hash;
  if (job.snapshotOf !== null && kind !== 'jpeg' && kind !== 'png') throw new DocumentRefused('not-a-document');
  switch (kind) {
    case 'pdf': {
      const { pages, ratio } = expected(await inChild(tools, job, 'pages'), 'rendered');
      await tools.files.keepWhole(job, hash);
      return { kind: 'slides', ...own, pages, ratio };
    }
    case 'mp4':
    case 'webm': {
      const { durationMs, ratio } = await tools.readClip(tools.files.sourceOf(job), kind);
      await tools.files.keepClip(job, kind, hash);
      return { kind: 'clip', ...own, durationMs, ratio };
    }
    case 'zip':
    case 'ole': {
      const { format } = expected(await inChild(tools, job, 'office'), 'sound');
      if (!fitsFormat(name, format)) throw new DocumentRefused('not-what-its-name-says');
      await tools.files.keepWhole(job, hash);
      return { kind: 'office', ...own, format };
    }
    default:
      return image(tools, job);
  }
}

async function image(tools: ReadingTools, job: DocumentJob): Promise<DocumentFile> {
  const { documentId, name, bridgeId, snapshotOf } = job;
  const { ratio, ending } = expected(await inChild(tools, job, 'image'), 'drawn');
  // What came is not what is kept: another content, another hash.
  const { hash, bytes } = await tools.files.keepPicture(job, ending, (drawn) => {
    job.hash = drawn;
  });
  return { kind: 'image', documentId, name, bridgeId, bytes, hash, ratio, snapshotOf };
}

async function inChild(tools: ReadingTools, job: DocumentJob, task: NonNullable<RenderingWish['task']>) {
  const { files, render, onFault } = tools;
  const rendered = await render({
    task,
    source: files.sourceOf(job),
    folder: files.halfOf(job),
    signal: job.ending.signal,
    onProgress: (done, of) => Object.assign(job, { done, of }),
    onDeath: (words) => onFault(new Error(`the rendering of a document died: ${words}`)),
  });
  job.ending.signal.throwIfAborted();
  return rendered;
}

type Of<K extends Rendered['kind']> = Extract<Rendered, { kind: K }>;

const isOf = <K extends Rendered['kind']>(rendered: Rendered, kind: K): rendered is Of<K> => rendered.kind === kind;

function expected<K extends 'rendered' | 'sound' | 'drawn'>(rendered: Rendered, kind: K): Of<K> {
  if (isOf(rendered, kind)) return rendered;
  if (rendered.kind === 'refused') throw new DocumentRefused(rendered.reason);
  // Another answer than was asked for comes only from a child that a document has taken over.
  throw rendered.kind === 'cancelled'
    ? new Error('a rendering was cancelled by nobody')
    : new DocumentRefused('damaged');
}
