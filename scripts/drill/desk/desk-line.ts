import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { CommandEnvelope } from '../../../shared/protocol/command.ts';
import { type DeskJob, deskLineSchema, END, REOPEN } from './desk-job.ts';

export interface Answers {
  readonly onReady: (seq: number) => void;
  readonly onAck: (id: string, seq: number) => void;
  readonly onRefused: (id: string, code: string) => void;
}

/** The desk's process from outside. */
export class DeskLine {
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;
  #complaints = '';

  /** `under`: a program and its arguments that is to watch it. */
  constructor(file: string, job: DeskJob, answers: Answers, under: readonly string[] = []) {
    const [program, ...args] = [...under, process.execPath, file, JSON.stringify(job)];
    this.#child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#closed = once(this.#child, 'close');
    this.#child.stdin?.on('error', () => undefined);
    this.#child.stderr?.on('data', (chunk: Buffer) => {
      this.#complaints += chunk.toString();
    });
    if (this.#child.stdout !== null) {
      createInterface({ input: this.#child.stdout }).on('line', (line) => tell(answers, line));
    }
  }

  /** What it wrote beside its answers. */
  get complaints(): string {
    return this.#complaints;
  }

  onEnd(listener: () => void): void {
    this.#child.once('exit', listener);
  }

  give(envelope: CommandEnvelope): void {
    this.#child.stdin?.write(`${JSON.stringify(envelope)}\n`);
  }

  reopen(): void {
    this.#child.stdin?.write(`${REOPEN}\n`);
  }

  async kill(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#closed;
  }

  /** Resolves when it has answered everything, stored its state and ended. */
  async end(): Promise<void> {
    this.#child.stdin?.write(`${END}\n`);
    await this.#closed;
  }
}

/** The blow may cut the last line in two; what was not said whole was not said. */
function tell({ onReady, onAck, onRefused }: Answers, line: string): void {
  const said = deskLineSchema.safeParse(jsonOrNull(line)).data;
  if (said?.kind === 'ready') onReady(said.seq);
  if (said?.kind === 'ack') onAck(said.id, said.seq);
  if (said?.kind === 'refused') onRefused(said.id, said.code);
}

function jsonOrNull(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
