import { Child, type ChildEnd } from '../children/child.ts';
import { DOCUMENT_LIMITS } from './document-limits.ts';
import type { DocumentFault } from './document-refused.ts';
import { type RenderingJob, type RenderingSays, renderingSays } from './rendering.ts';

export type RenderingLimits = Pick<
  typeof DOCUMENT_LIMITS,
  'pageSide' | 'losslessBytes' | 'picturesBytes' | 'freeBytes' | 'pageMs' | 'wholeMs' | 'memoryBytes'
>;

export interface RenderingWish {
  /** What is to be done with it; of a PDF the pages, if nothing is said. */
  readonly task?: RenderingJob['task'];
  readonly source: string;
  /** Where the pages go; it stands. */
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number) => void;
  /** It died without a word of its own; what it said while dying. */
  readonly onDeath: (words: string) => void;
  readonly limits?: { readonly [K in keyof RenderingLimits]?: number };
}

export type Rendered =
  | { readonly kind: 'rendered'; readonly pages: number; readonly ratio: number }
  | Extract<RenderingSays, { kind: 'drawn' | 'sound' }>
  | { readonly kind: 'refused'; readonly reason: DocumentFault }
  | { readonly kind: 'cancelled' };

const WORKER = new URL('./rendering-worker.ts', import.meta.url);
const HEAP_MB = 600;

/** Reads a document in a process of its own, a PDF page by page. Resolves when nothing of it runs any more. */
export async function renderPdf(wish: RenderingWish): Promise<Rendered> {
  const { task = 'pages', source, folder, signal, onProgress, onDeath, limits } = wish;
  if (signal.aborted) return { kind: 'cancelled' };
  const { pageMs, wholeMs, memoryBytes, ...within } = { ...DOCUMENT_LIMITS, ...limits };
  const { pageSide, losslessBytes, picturesBytes, freeBytes } = within;
  const job: RenderingJob = { task, source, folder, pageSide, losslessBytes, picturesBytes, freeBytes };
  const told = new Told(onProgress);
  const child = new Child({
    module: WORKER,
    job,
    // The first page is opened and drawn, and its reader begun: that is the work of two.
    limits: { heapMb: HEAP_MB, memoryBytes, firstWordMs: 2 * pageMs, silenceMs: pageMs, wholeMs },
    signal,
    onWord: (said) => {
      if (!told.hear(said)) child.end();
    },
  });
  const end = await child.ended;
  if (told.outcome === null && end.cause === 'left') onDeath(end.words);
  return told.outcome ?? OUTCOMES[end.cause];
}

const BROKEN: Rendered = { kind: 'refused', reason: 'damaged' };
const OUTCOMES: Readonly<Record<ChildEnd['cause'], Rendered>> = {
  left: BROKEN,
  ended: BROKEN,
  cancelled: { kind: 'cancelled' },
  'took-too-long': { kind: 'refused', reason: 'took-too-long' },
  'too-much-memory': { kind: 'refused', reason: 'too-much-memory' },
};

/** What the child has said so far. */
class Told {
  readonly #onProgress: RenderingWish['onProgress'];
  #counted: Extract<RenderingSays, { kind: 'counted' }> | null = null;
  outcome: Rendered | null = null;

  constructor(onProgress: RenderingWish['onProgress']) {
    this.#onProgress = onProgress;
  }

  /** false: it makes no sense. */
  hear(message: unknown): boolean {
    const said = renderingSays.safeParse(message).data;
    switch (said?.kind) {
      case undefined:
        return false;
      case 'counted':
        this.#counted = said;
        return true;
      case 'page':
        this.#onProgress(said.page, this.#counted?.pages ?? said.page);
        return true;
      case 'drawn':
      case 'sound':
      case 'refused':
        this.outcome ??= said;
        return true;
      case 'done':
        this.outcome ??= this.#whole();
        return true;
    }
  }

  #whole(): Rendered {
    if (this.#counted === null) return BROKEN;
    const { pages, ratio } = this.#counted;
    return { kind: 'rendered', pages, ratio };
  }
}
