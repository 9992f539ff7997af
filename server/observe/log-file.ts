import {
  close,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  write,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface LogFileOptions {
  readonly file: string;
  readonly maxBytes: number;
  /** Older files than these are taken away, by number and by age. */
  readonly keep: number;
  readonly keepMs: number;
  readonly now: () => number;
  /** Whether the disk has room for more than the journal. */
  readonly hasRoom: () => boolean;
}

/** What waits to be written may not eat the memory when the disk hangs. */
const MOST_WAITING = 4_000;
/** In JSON these stand within a string and may be escaped: terminals obey them, and readers of lines cut at them. */
const UNPRINTABLE = /[\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const escaped = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * The log in files of a limited size and age: `server.log`, then `server.log.1`, the older the higher. A disk that is
 * full, broken or gone costs lines and never the server; how many is the first line once it is well again.
 */
export class LogFile {
  readonly #options: LogFileOptions;
  #fd: number;
  #bytes: number;
  #begunAt: number;
  #waiting: string[] = [];
  #lost = 0;
  #writing = false;

  constructor(options: LogFileOptions) {
    this.#options = options;
    mkdirSync(dirname(options.file), { recursive: true });
    const { fd, bytes, begunAt } = this.#open();
    this.#fd = fd;
    this.#bytes = bytes;
    this.#begunAt = begunAt;
    this.#forgetOld();
  }

  /** One line of JSON with its line end, as pino gives it. */
  write(line: string): void {
    if (this.#waiting.length >= MOST_WAITING || !this.#options.hasRoom()) {
      this.#lost += 1;
      return;
    }
    this.#waiting.push(line.replace(UNPRINTABLE, escaped));
    if (!this.#writing) {
      this.#writing = true;
      setImmediate(() => this.#flush());
    }
  }

  /** The process ends: what waits is written before it is gone. */
  flushSync(): void {
    try {
      writeSync(this.#fd, this.#take());
    } catch {
      // Nobody is left to be told.
    }
  }

  close(): void {
    this.flushSync();
    closeSync(this.#fd);
  }

  #flush(): void {
    const lines = this.#waiting.length;
    const text = this.#take();
    write(this.#fd, text, (fault) => {
      if (fault === null) this.#bytes += Buffer.byteLength(text);
      else this.#lost += lines;
      if (this.#mustTurn()) this.#turn();
      this.#writing = this.#waiting.length > 0;
      if (this.#writing) this.#flush();
    });
  }

  #take(): string {
    const lost = this.#lost;
    const told =
      lost === 0 ? '' : `${JSON.stringify({ level: 40, time: this.#time(), lost, msg: 'lines were lost' })}\n`;
    const text = told + this.#waiting.join('');
    this.#waiting = [];
    this.#lost = 0;
    return text;
  }

  #time = (): string => new Date(this.#options.now()).toISOString();

  /** By size, and by age: a file that is never full would hold lines for ever. */
  #mustTurn(): boolean {
    const { maxBytes, keepMs, keep, now } = this.#options;
    return this.#bytes >= maxBytes || now() - this.#begunAt > keepMs / keep;
  }

  #turn(): void {
    const { file, keep } = this.#options;
    try {
      for (let number = keep - 1; number >= 1; number -= 1) moveIfThere(`${file}.${number}`, `${file}.${number + 1}`);
      renameSync(file, `${file}.1`);
      const old = this.#fd;
      const { fd, bytes, begunAt } = this.#open();
      this.#fd = fd;
      this.#bytes = bytes;
      this.#begunAt = begunAt;
      close(old, () => undefined);
      this.#forgetOld();
    } catch {
      // The disk refuses: it goes on in the old file, and is tried again after the next lines.
    }
  }

  #forgetOld(): void {
    const { file, keep, keepMs, now } = this.#options;
    const folder = dirname(file);
    for (const name of readdirSync(folder)) {
      const number = numberOf(name, basename(file));
      if (number === null) continue;
      const path = join(folder, name);
      if (number > keep || now() - statSync(path).mtimeMs > keepMs) rmSync(path, { force: true });
    }
  }

  #open(): { fd: number; bytes: number; begunAt: number } {
    const fd = openSync(this.#options.file, 'a', 0o600);
    const { size, birthtimeMs } = statSync(this.#options.file);
    return { fd, bytes: size, begunAt: size === 0 ? this.#options.now() : birthtimeMs };
  }
}

const numberOf = (name: string, base: string): number | null =>
  name.startsWith(`${base}.`) && /^\d+$/.test(name.slice(base.length + 1)) ? Number(name.slice(base.length + 1)) : null;

function moveIfThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause;
  }
}
