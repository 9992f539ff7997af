import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startChild, stopChild } from '../children.ts';
import { type Answers, type Asked, answerSchemas, type CrowdJob } from './load-job.ts';

/** The screens' process, seen from the bench: one question at a time. */
export class CrowdProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor(job: CrowdJob) {
    this.#child = startChild(fileURLToPath(new URL('./load.ts', import.meta.url)), { core: 1 });
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
    this.#tell(job);
  }

  async ask<K extends Asked['do']>(asked: Extract<Asked, { do: K }> & { readonly do: K }): Promise<Answers[K]> {
    this.#tell(asked);
    const line = await this.#lines.next();
    if (line.done === true) throw new Error(`the screens' process ended at “${asked.do}”`);
    return answerSchemas[asked.do].parse(JSON.parse(line.value));
  }

  async close(): Promise<void> {
    await stopChild(this.#child);
  }

  #tell(told: Asked | CrowdJob): void {
    this.#child.stdin.write(`${JSON.stringify(told)}\n`);
  }
}
