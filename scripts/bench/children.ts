import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

/** Who is measured has the first core, who loads it the second: neither waits for the other. */
export type Core = 0 | 1;

export interface ChildOptions {
  readonly core?: Core;
  readonly env?: Readonly<Record<string, string>>;
}

const STOP_WITHIN_MS = 6_000;
const running = new Set<ChildProcess>();

export const canPin: boolean =
  process.platform === 'linux' && availableParallelism() > 1 && spawnSync('taskset', ['-V']).status === 0;

/** A TypeScript file of this project in a process of its own, ended with this one at the latest. */
export function startChild(file: string, { core, env = {} }: ChildOptions): ChildProcessWithoutNullStreams {
  const node = [process.execPath, '--import', 'tsx', file];
  const [command = '', ...rest] = core === undefined || !canPin ? node : ['taskset', '-c', String(core), ...node];
  const child = spawn(command, rest, { env: { ...process.env, ...env }, stdio: 'pipe' });
  running.add(child);
  child.stderr.on('data', (chunk: Buffer) => process.stderr.write(chunk));
  child.once('close', () => running.delete(child));
  return child;
}

/** The first line on standard output that `wanted` makes something of. */
export function firstLine<T>(child: ChildProcessWithoutNullStreams, wanted: (line: string) => T | null): Promise<T> {
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = wanted(line);
      if (found !== null) resolve(found);
    });
    child.once('close', (code) => reject(new Error(`${child.spawnargs.at(-1)} ended with ${code}`)));
  });
}

export async function stopChild(child: ChildProcess): Promise<void> {
  if (!running.has(child)) return;
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.kill('SIGTERM');
  await Promise.race([closed, pause(STOP_WITHIN_MS, undefined, { ref: false })]);
  if (!running.has(child)) return;
  child.kill('SIGKILL');
  await closed;
}

export async function stopChildren(): Promise<void> {
  await Promise.all([...running].map(stopChild));
}

process.once('exit', () => {
  for (const child of running) child.kill('SIGTERM');
});
