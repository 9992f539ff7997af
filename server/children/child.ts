import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface ChildLimits {
  /** What its own objects may take. */
  readonly heapMb: number;
  /** All that it holds; beyond, it ends itself. */
  readonly memoryBytes: number;
  /** Until its first word: the child begins, and reads what the file says of itself. */
  readonly firstWordMs: number;
  /** From word to word, while it is not kept waiting. */
  readonly silenceMs: number;
  readonly wholeMs: number;
}

export interface ChildWish {
  /** The module that does it, whose first `wordOfParent` is the job. */
  readonly module: URL;
  readonly job: object;
  readonly limits: ChildLimits;
  readonly signal?: AbortSignal;
  /** It read a stranger's file: what it says is to be parsed like a stranger's word. */
  readonly onWord: (said: unknown) => void;
}

export interface ChildEnd {
  /** `left`: by itself, done or dead; `ended`: its work was done, or what it said made no sense. */
  readonly cause: 'left' | 'ended' | 'cancelled' | 'took-too-long' | 'too-much-memory';
  /** What it said while it died. */
  readonly words: string;
}

const BOOT = fileURLToPath(new URL('./child-boot.mjs', import.meta.url));
/** By this signal the child ends itself when it has grown too large; nothing in it can catch that. */
const GROWN_TOO_LARGE = 'SIGUSR2';
/** Killed by nobody of ours, it was V8 or the system that ran out of memory. */
const OUT_OF_MEMORY: ReadonlySet<NodeJS.Signals | null> = new Set([GROWN_TOO_LARGE, 'SIGABRT', 'SIGKILL']);
const MOST_WORDS = 4_000;

/**
 * A stranger's file is read by a process of its own: it holds no secret, and whatever the file does to it, even what ends
 * V8 as a whole, the conference goes on.
 */
export class Child {
  /** Resolves when nothing of it runs any more. */
  readonly ended: Promise<ChildEnd>;
  readonly #process: ChildProcess;
  readonly #silenceMs: number;
  #cause: ChildEnd['cause'] | null = null;
  #silence: NodeJS.Timeout;
  #words = '';

  constructor({ module, job, limits, signal, onWord }: ChildWish) {
    this.#process = startProcess(module, limits);
    this.#silenceMs = limits.silenceMs;
    this.#silence = setTimeout(this.#late, limits.firstWordMs);
    const whole = setTimeout(this.#late, limits.wholeMs);
    const cancel = (): void => this.#end('cancelled');
    signal?.addEventListener('abort', cancel);
    if (signal?.aborted === true) cancel();
    this.#process.stderr?.setEncoding('utf8').on('data', (words: string) => {
      this.#words = `${this.#words}${words}`.slice(-MOST_WORDS);
    });
    this.#process.on('message', (said) => {
      if (this.#cause !== null) return;
      this.#listen();
      onWord(said);
    });
    // One that could not be started closes too.
    this.#process.on('error', (cause) => {
      this.#words ||= String(cause);
    });
    this.#say(job);
    this.ended = new Promise((resolve) => {
      this.#process.once('close', (_code, killedBy) => {
        clearTimeout(this.#silence);
        clearTimeout(whole);
        signal?.removeEventListener('abort', cancel);
        const cause = this.#cause ?? (OUT_OF_MEMORY.has(killedBy) ? 'too-much-memory' : 'left');
        resolve({ cause, words: this.#words });
      });
    });
  }

  /** Nothing more is wanted of it. */
  end(): void {
    this.#end('ended');
  }

  /** It may be silent until it is answered. */
  keepWaiting(): void {
    clearTimeout(this.#silence);
  }

  answer(word: object): void {
    if (this.#cause !== null) return;
    this.#listen();
    this.#say(word);
  }

  readonly #late = (): void => this.#end('took-too-long');

  #listen(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(this.#late, this.#silenceMs);
  }

  /** One that is gone hears nothing: that it is gone is told by its end. */
  #say(word: object): void {
    this.#process.send(word, undefined, undefined, () => undefined);
  }

  #end(cause: ChildEnd['cause']): void {
    this.#cause ??= cause;
    clearTimeout(this.#silence);
    this.#process.kill('SIGKILL');
  }
}

const startProcess = (module: URL, { heapMb, memoryBytes }: ChildLimits): ChildProcess =>
  fork(BOOT, [module.href, String(memoryBytes), String(process.pid)], {
    execArgv: [`--max-old-space-size=${heapMb}`],
    // No key of the server's goes where a stranger's file is read.
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
