import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { runCommand } from './run-command.ts';

const GONE_WITHIN_MS = 5_000;
const LOOK_EVERY_MS = 50;

export interface ChildRecord {
  readonly pidFile: string;
  /** Stands on the child's command line and nowhere else: it proves that a pid still is that child. */
  readonly configFile: string;
}

export async function recordChild({ pidFile }: ChildRecord, pid: number): Promise<void> {
  await writeFile(pidFile, `${pid} ${process.pid}\n`);
}

export async function forgetChild({ pidFile }: ChildRecord): Promise<void> {
  await rm(pidFile, { force: true });
}

export type Leftover = 'none' | 'ended' | 'in use';

/** A server that was killed leaves its LiveKit running; one that still lives keeps it. */
export async function endLeftoverChild(record: ChildRecord): Promise<Leftover> {
  const [pid, owner] = await readRecord(record.pidFile);
  if (pid === undefined || owner === undefined) return 'none';
  const found = await lookAt(pid);
  if (found === null || !found.commandLine.includes(record.configFile)) return 'none';
  if (found.parent === owner && owner !== process.pid) return 'in use';
  process.kill(pid, 'SIGKILL');
  for (let waited = 0; waited < GONE_WITHIN_MS && (await lookAt(pid)) !== null; waited += LOOK_EVERY_MS) {
    await pause(LOOK_EVERY_MS);
  }
  return 'ended';
}

async function readRecord(pidFile: string): Promise<readonly number[]> {
  const text = await readFile(pidFile, 'utf8').catch(() => '');
  return /^\d+ \d+\s*$/.test(text) ? text.trim().split(' ').map(Number) : [];
}

interface Seen {
  readonly parent: number;
  readonly commandLine: string;
}

/** Null when no such program runs (any more). */
async function lookAt(pid: number): Promise<Seen | null> {
  return process.platform === 'linux' ? lookInProc(pid) : lookWithPs(pid);
}

async function lookInProc(pid: number): Promise<Seen | null> {
  try {
    const commandLine = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
    const parent = /^PPid:\s*(\d+)$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
    // One that has ended but was not waited for has no command line left.
    return commandLine === '' ? null : { parent: Number(parent), commandLine };
  } catch {
    return null;
  }
}

async function lookWithPs(pid: number): Promise<Seen | null> {
  const { ok, lines } = await runCommand({
    command: 'ps',
    args: ['-o', 'ppid=,command=', '-p', String(pid)],
    cwd: tmpdir(),
    env: process.env,
    signal: AbortSignal.timeout(GONE_WITHIN_MS),
  });
  const [, parent, commandLine] = /^\s*(\d+)\s+(.*)$/.exec(lines[0] ?? '') ?? [];
  return ok && parent !== undefined && commandLine !== undefined ? { parent: Number(parent), commandLine } : null;
}
