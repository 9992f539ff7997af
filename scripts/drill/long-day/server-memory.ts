import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { type BenchServer, ROOT } from '../../bench/server-process.ts';

const memorySchema = z.object({ samples: z.int(), rss: z.number(), heapUsed: z.number(), external: z.number() });
const MEGABYTE = 1024 ** 2;
const ANSWERS_WITHIN_MS = 20_000;
const BETWEEN_LOOKS_MS = 1_500;

export interface Sample {
  readonly rssMb: number;
  readonly heapMb: number;
  readonly threads: number;
  /** Since the sample before. */
  readonly lagP99Ms: number;
}

/** What the server has to be started with, so that it can be asked. */
export const sampledEnv = (file: string, plantedBytes: number): Readonly<Record<string, string>> => ({
  NODE_OPTIONS: `--import ${pathToFileURL(join(ROOT, 'scripts/drill/long-day/collect-on-signal.mjs')).href}`,
  LONG_DAY_MEMORY: file,
  LONG_DAY_PLANTED_LEAK: String(plantedBytes),
});

/** Asks the server's process what is left in its memory after garbage was collected. */
export class ServerMemory {
  readonly #server: Pick<BenchServer, 'pid' | 'origin'>;
  readonly #file: string;
  #samples = 0;

  constructor(server: Pick<BenchServer, 'pid' | 'origin'>, file: string) {
    this.#server = server;
    this.#file = file;
  }

  /** The least of several looks: a worker that has just read a file or printed a paper takes its memory with it. */
  async sample(looks: number): Promise<Sample> {
    const lagP99Ms = await this.#lag();
    const seen: z.infer<typeof memorySchema>[] = [];
    for (let look = 0; look < looks; look += 1) {
      if (look > 0) await pause(BETWEEN_LOOKS_MS);
      seen.push(await this.#look());
    }
    // The pauses of these collections are nobody's lag.
    await this.#lag();
    const rssMb = Math.min(...seen.map(({ rss }) => rss)) / MEGABYTE;
    const heapMb = Math.min(...seen.map(({ heapUsed, external }) => heapUsed + external)) / MEGABYTE;
    return { rssMb, heapMb, threads: readdirSync(`/proc/${this.#server.pid}/task`).length, lagP99Ms };
  }

  async #look(): Promise<z.infer<typeof memorySchema>> {
    this.#samples += 1;
    process.kill(this.#server.pid, 'SIGUSR2');
    return this.#read();
  }

  async #read(): Promise<z.infer<typeof memorySchema>> {
    for (const since = performance.now(); performance.now() - since < ANSWERS_WITHIN_MS; await pause(20)) {
      try {
        const read = memorySchema.parse(JSON.parse(readFileSync(this.#file, 'utf8')));
        if (read.samples === this.#samples) return read;
      } catch {
        // Not written yet.
      }
    }
    throw new Error('the server did not tell of its memory');
  }

  async #lag(): Promise<number> {
    const text = await (await fetch(`${this.#server.origin}/metrics`)).text();
    return Number(/^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(text)?.[1] ?? Number.NaN) * 1_000;
  }
}
