import { tmpdir } from 'node:os';
import { runCommand } from './run-command.ts';

/** The newest version whose module has no `replace` lines, so that it can be built from the module alone. */
export const LIVEKIT_VERSION = '1.13.5';

/** What this project relies on (permissions, webhooks, room lifetimes) was tested with this line and later ones of 1. */
const OLDEST_MINOR = 13;

const ANSWER_WITHIN_MS = 10_000;

/** Null when the file is no working LiveKit server. */
export async function versionOf(binary: string, signal: AbortSignal): Promise<string | null> {
  const outcome = await runCommand({
    command: binary,
    args: ['--version'],
    cwd: tmpdir(),
    env: {},
    signal,
    timeoutMs: ANSWER_WITHIN_MS,
  });
  if (!outcome.ok) return null;
  return /livekit-server version (\d+\.\d+\.\d+)/.exec(outcome.lines.join('\n'))?.[1] ?? null;
}

export function isUsableVersion(version: string): boolean {
  const [major, minor] = version.split('.').map(Number);
  return major === 1 && minor !== undefined && minor >= OLDEST_MINOR;
}
