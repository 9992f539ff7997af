import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { DOCUMENT_LIMITS } from './document-limits.ts';
import type { DocumentFault } from './document-refused.ts';
import { GROWN_TOO_LARGE, type RenderingJob, type RenderingSays, renderingSays } from './rendering.ts';

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

const BOOT = fileURLToPath(new URL('./rendering-worker-boot.mjs', import.meta.url));
const HEAP_MB = 600;
const MOST_WORDS = 4_000;

/**
 * A stranger's file is read by a process of its own, a PDF page by page: it holds no secret, and whatever the document
 * does to it, the conference goes on. Resolves when nothing of it runs any more.
 */
export function renderPdf(wish: RenderingWish): Promise<Rendered> {
  const { task = 'pages', source, folder, signal, onProgress, onDeath, limits } = wish;
  if (signal.aborted) return Promise.resolve({ kind: 'cancelled' });
  const { pageMs, wholeMs, ...within } = { ...DOCUMENT_LIMITS, ...limits };
  const { pageSide, losslessBytes, picturesBytes, freeBytes, memoryBytes } = within;
  const child = startChild({
    task,
    source,
    folder,
    pageSide,
    losslessBytes,
    picturesBytes,
    freeBytes,
    memoryBytes,
    parent: process.pid,
  });
  const rendering = new Rendering(child, { onProgress, onDeath });
  return new Promise((resolve) => {
    const cancel = (): void => rendering.end({ kind: 'cancelled' });
    const late = (): void => rendering.end(TOO_LATE);
    const whole = setTimeout(late, wholeMs);
    // The first is opened and drawn, and its reader begun: that is the work of two.
    let page = setTimeout(late, 2 * pageMs);
    signal.addEventListener('abort', cancel);
    child.on('message', (message) => {
      clearTimeout(page);
      page = setTimeout(late, pageMs);
      rendering.hear(message);
    });
    child.on('error', () => rendering.end(BROKEN));
    child.once('close', (_code, killedBy) => {
      clearTimeout(page);
      clearTimeout(whole);
      signal.removeEventListener('abort', cancel);
      resolve(rendering.outcome(killedBy));
    });
  });
}

const TOO_LATE: Rendered = { kind: 'refused', reason: 'took-too-long' };
const BROKEN: Rendered = { kind: 'refused', reason: 'damaged' };
const TOO_LARGE: Rendered = { kind: 'refused', reason: 'too-much-memory' };

const startChild = (job: RenderingJob): ChildProcess =>
  fork(BOOT, [JSON.stringify(job)], {
    execArgv: [`--max-old-space-size=${HEAP_MB}`],
    // No key of the server's goes where a stranger's file is read.
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });

class Rendering {
  readonly #child: ChildProcess;
  readonly #listeners: Pick<RenderingWish, 'onProgress' | 'onDeath'>;
  #words = '';
  #counted: Extract<RenderingSays, { kind: 'counted' }> | null = null;
  #outcome: Rendered | null = null;

  constructor(child: ChildProcess, listeners: Pick<RenderingWish, 'onProgress' | 'onDeath'>) {
    this.#child = child;
    this.#listeners = listeners;
    child.stderr?.setEncoding('utf8').on('data', (words: string) => {
      this.#words = `${this.#words}${words}`.slice(-MOST_WORDS);
    });
  }

  hear(message: unknown): void {
    const said = renderingSays.safeParse(message).data;
    if (said === undefined) return this.end(BROKEN);
    switch (said.kind) {
      case 'counted':
        this.#counted = said;
        return;
      case 'page':
        return this.#listeners.onProgress(said.page, this.#counted?.pages ?? said.page);
      case 'drawn':
      case 'sound':
      case 'refused':
        this.#outcome ??= said;
        return;
      case 'done':
        this.#outcome ??= this.#whole();
    }
  }

  #whole(): Rendered {
    if (this.#counted === null) return BROKEN;
    const { pages, ratio } = this.#counted;
    return { kind: 'rendered', pages, ratio };
  }

  end(outcome: Rendered): void {
    this.#outcome ??= outcome;
    this.#child.kill('SIGKILL');
  }

  /** Killed by nobody of ours, it was the system that ran out of memory. */
  outcome(killedBy: NodeJS.Signals | null): Rendered {
    if (this.#outcome !== null) return this.#outcome;
    if (killedBy === GROWN_TOO_LARGE || killedBy === 'SIGABRT' || killedBy === 'SIGKILL') return TOO_LARGE;
    this.#listeners.onDeath(this.#words);
    return BROKEN;
  }
}
