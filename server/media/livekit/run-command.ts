import { type ChildProcess, spawn } from 'node:child_process';
import { setPriority } from 'node:os';
import { createInterface } from 'node:readline';

export interface CommandRun {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly timeoutMs?: number;
  readonly onLine?: (line: string) => void;
}

export interface CommandOutcome {
  readonly ok: boolean;
  readonly lines: readonly string[];
  /** The last thing that the command said, or why it could not run. */
  readonly detail: string;
}

const LINES_KEPT = 40;
const GRACE_MS = 2_000;
const LOW_PRIORITY = 10;

/** Runs a command in a process group of its own, so that a compiler's children end with it. */
export async function runCommand(run: CommandRun): Promise<CommandOutcome> {
  if (run.signal.aborted) return { ok: false, lines: [], detail: 'interrupted' };
  const child = spawn(run.command, [...run.args], {
    cwd: run.cwd,
    env: run.env,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  yieldToTheServer(child.pid);
  const lines = collectLines(child, run.onLine);
  const release = endWhenToldTo(child, run);
  const failure = await ended(child);
  release();
  return { ok: failure === null, lines, detail: lastWords(lines) ?? failure ?? '' };
}

/** Preparing LiveKit takes minutes of every core, while the page must answer at once. */
function yieldToTheServer(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    setPriority(pid, LOW_PRIORITY);
  } catch {
    // It has ended already, or the system does not allow it: then it only runs at full speed.
  }
}

function collectLines({ stdout, stderr }: ChildProcess, onLine?: (line: string) => void): readonly string[] {
  const kept: string[] = [];
  for (const input of [stdout, stderr]) {
    if (input === null) continue;
    createInterface({ input }).on('line', (line) => {
      kept.push(line);
      if (kept.length > LINES_KEPT) kept.shift();
      onLine?.(line);
    });
  }
  return kept;
}

/** Watches for an interruption, a time-out and the end of this server; returns how to stop watching. */
function endWhenToldTo(child: ChildProcess, { signal, timeoutMs }: CommandRun): () => void {
  let kill: NodeJS.Timeout | undefined;
  const killGroup = (): void => signalGroup(child.pid, 'SIGKILL');
  const interrupt = (): void => {
    // Interrupted, a program may still tidy up.
    signalGroup(child.pid, 'SIGINT');
    kill ??= setTimeout(killGroup, GRACE_MS);
  };
  const limit = timeoutMs === undefined ? undefined : setTimeout(interrupt, timeoutMs);
  signal.addEventListener('abort', interrupt, { once: true });
  process.once('exit', killGroup);
  return () => {
    clearTimeout(limit);
    clearTimeout(kill);
    if (kill !== undefined) killGroup(); // its children need not have listened to the interrupt
    signal.removeEventListener('abort', interrupt);
    process.removeListener('exit', killGroup);
  };
}

export function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended already.
  }
}

function ended(child: ChildProcess): Promise<string | null> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => {
      resolve(code === 0 ? null : signal === null ? `ended with code ${code}` : `ended by ${signal}`);
    });
  });
}

function lastWords(lines: readonly string[]): string | undefined {
  return lines.findLast((line) => line.trim() !== '')?.trim();
}
