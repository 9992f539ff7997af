import { spawn } from 'node:child_process';
import { setPriority } from 'node:os';

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Shown in full when something failed, and the last line beside the step's name when nothing did. */
  readonly output: string;
}

export interface Step {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

interface Ended {
  readonly ok: boolean;
  readonly output: string;
}

const NODE_MODULES = 'node_modules/';
const MINUTE_MS = 60_000;

/** A tool that finds fault or does not; it counts as one test. */
export function toolStep(name: string, script: string, ...args: readonly string[]): Step {
  return {
    name,
    run: async () => {
      const { ok, output } = await runTool(script, args, { timeoutMs: 10 * MINUTE_MS });
      return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output: ok ? '' : output };
    },
  };
}

export interface ToolWish {
  /** A tool that hangs longer is ended, and has failed. */
  readonly timeoutMs: number;
  /** As the system counts: 0 like everybody, 19 only what others leave. */
  readonly niceness?: number;
}

/** `script` is a path in node_modules, or in the project. */
export function runTool(script: string, args: readonly string[], { timeoutMs, niceness }: ToolWish): Promise<Ended> {
  return new Promise((resolve) => {
    const path = script.startsWith('scripts/') ? script : `${NODE_MODULES}${script}`;
    const env = { ...process.env, ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }) };
    const child = spawn(process.execPath, [path, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      timeout: timeoutMs,
    });
    if (niceness !== undefined && child.pid !== undefined) setPriority(child.pid, niceness);
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.once('error', (error) => chunks.push(Buffer.from(String(error))));
    child.once('close', (code, signal) => {
      if (signal !== null) chunks.push(Buffer.from(`\nended by ${signal} (limit ${timeoutMs / MINUTE_MS} minutes)\n`));
      resolve({ ok: code === 0, output: Buffer.concat(chunks).toString('utf8') });
    });
  });
}
