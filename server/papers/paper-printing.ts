import { Worker } from 'node:worker_threads';
import type { PaperFormat, PaperPress } from '../application/conference-papers.ts';
import type { PaperHurry, Papers } from '../application/papers.ts';
import { FORMAT_TABLES } from './format-profiles.ts';
import { paperWords } from './paper-words.ts';
import type { Printed, PrintJob, PrintWork } from './paper-worker.ts';
import { registerTable } from './speech-register-paper.ts';
import { registerWords } from './words.ts';
import { XLSX } from './xlsx-stream.ts';

export interface PrintingLimits {
  readonly waiting: number;
  /** A paper that takes longer is given up, and its worker with it. */
  readonly jobMs: number;
  /** A worker with nothing to do is kept so long: the second paper does not wait for its start. */
  readonly idleMs: number;
  readonly heapMb: number;
}

const LIMITS: PrintingLimits = { waiting: 20, jobMs: 60_000, idleMs: 120_000, heapMb: 768 };
const BOOT = new URL('./paper-worker-boot.mjs', import.meta.url);

const TYPES: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
};

interface Job {
  readonly job: PrintJob;
  readonly resolve: (content: Buffer) => void;
  readonly reject: (cause: unknown) => void;
}

/** Papers are drawn in a worker, one after another: two thousand halls in an appendix stop nobody's clock. */
export class PaperPrinting implements PaperPress {
  readonly #limits: PrintingLimits;
  readonly #waiting: Job[] = [];
  #running: Job | null = null;
  #worker: Worker | null = null;
  #timer: NodeJS.Timeout | undefined;
  #lastId = 0;

  constructor(limits: Partial<PrintingLimits> = {}) {
    this.#limits = { ...LIMITS, ...limits };
  }

  readonly isVerified: PaperPress['isVerified'] = (profile) => FORMAT_TABLES[profile].verified;

  readonly print: PaperPress['print'] = async (paper, format, date, hurry = 'at once') => {
    const content = await this.#write({ format, paper }, hurry);
    const name = `${paperWords.fileNames[paper.kind]} ${date}.${format}`;
    return content && { name, plainName: `${paper.kind}.${format}`, type: TYPES[format], content };
  };

  readonly speechRegister: Papers['speechRegister'] = async (state, hurry = 'at once') => {
    const content = await this.#write({ format: 'register', table: registerTable(state) }, hurry);
    const name = registerWords.file(state.conference.date);
    return content && { name, plainName: 'speech-register.xlsx', type: XLSX, content };
  };

  async close(): Promise<void> {
    const stopping = new Error('the server is stopping');
    for (const { reject } of this.#waiting.splice(0)) reject(stopping);
    await this.#stop(stopping);
  }

  async #write(work: PrintWork, hurry: PaperHurry): Promise<Buffer | null> {
    if (hurry === 'at once' && this.#waiting.length >= this.#limits.waiting) return null;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job: { id: ++this.#lastId, work }, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    if (this.#running !== null) return;
    clearTimeout(this.#timer);
    this.#running = this.#waiting.shift() ?? null;
    const { idleMs, jobMs } = this.#limits;
    if (this.#running === null) {
      this.#timer = setTimeout(() => void this.#stop(null), idleMs).unref();
      return;
    }
    this.#timer = setTimeout(() => void this.#stop(new Error('the paper takes too long')), jobMs);
    this.#worker ??= this.#start();
    this.#worker.postMessage(this.#running.job);
  }

  #start(): Worker {
    const worker = new Worker(BOOT, { resourceLimits: { maxOldGenerationSizeMb: this.#limits.heapMb } });
    // Of a worker that was ended nothing counts any more.
    const isOurs = (): boolean => this.#worker === worker;
    worker.on('message', (printed: Printed) => {
      if (isOurs()) this.#take(printed);
    });
    const died = (cause: unknown): void => {
      if (isOurs()) void this.#stop(cause);
    };
    worker.on('error', died);
    worker.on('exit', () => died(new Error('the printing worker left')));
    worker.unref();
    return worker;
  }

  #take(printed: Printed): void {
    const running = this.#running;
    if (running === null || running.job.id !== printed.id) return;
    this.#running = null;
    if (printed.ok) running.resolve(Buffer.from(printed.content.buffer));
    else running.reject(new Error(printed.message));
    this.#next();
  }

  /** What was being drawn fails with its cause; the next paper gets a new worker. */
  async #stop(cause: unknown): Promise<void> {
    clearTimeout(this.#timer);
    const worker = this.#worker;
    const running = this.#running;
    this.#worker = null;
    this.#running = null;
    running?.reject(cause);
    await worker?.terminate();
    if (this.#waiting.length > 0) this.#next();
  }
}
