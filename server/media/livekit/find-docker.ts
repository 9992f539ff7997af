import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { findExecutable } from './find-on-path.ts';
import { type Finding, type LiveKitProgram, missed, type Search } from './finder.ts';
import { LIVEKIT_VERSION } from './livekit-version.ts';
import { type CommandOutcome, runCommand } from './run-command.ts';

const IMAGE = `livekit/livekit-server:v${LIVEKIT_VERSION}`;
const CONFIG_INSIDE = '/livekit.yaml';
const ANSWER_WITHIN_MS = 4_000;
const SWEEP_WITHIN_MS = 10_000;

export async function findDocker(search: Search): Promise<Finding> {
  const docker = await findExecutable('docker', search.env);
  if (docker === null) return missed('absent', 'no Docker on the PATH');
  const answering = await ask(search, docker, ['info', '--format', '{{.ServerVersion}}'], ANSWER_WITHIN_MS);
  if (!answering.ok) return missed('absent', 'the Docker daemon does not answer');
  const present = await ask(search, docker, ['image', 'inspect', IMAGE], ANSWER_WITHIN_MS);
  if (!present.ok) {
    search.report('downloading', null);
    const pulled = await ask(search, docker, ['pull', '--quiet', IMAGE]);
    if (!pulled.ok) return missed('absent', `Docker: ${pulled.detail}`);
  }
  return { found: true, program: dockerProgram(docker, search.env) };
}

function ask(search: Search, command: string, args: readonly string[], timeoutMs?: number): Promise<CommandOutcome> {
  const limit = timeoutMs === undefined ? {} : { timeoutMs };
  return runCommand({ command, args, cwd: tmpdir(), env: search.env, signal: search.signal, ...limit });
}

function dockerProgram(command: string, env: NodeJS.ProcessEnv): LiveKitProgram {
  return {
    command,
    args: runArguments,
    // The container belongs to the daemon: it outlives the command that started it.
    sweep: async (configFile) => {
      const args = ['rm', '--force', containerName(configFile)];
      await runCommand({ command, args, cwd: tmpdir(), env, signal: AbortSignal.timeout(SWEEP_WITHIN_MS) });
    },
  };
}

/** The host's own network: media ports must be those that LiveKit tells its clients. */
function runArguments(configFile: string): readonly string[] {
  const mount = `type=bind,source=${configFile},target=${CONFIG_INSIDE},readonly`;
  const container = ['run', '--rm', '--name', containerName(configFile), '--network', 'host', '--mount', mount];
  return [...container, IMAGE, '--config', CONFIG_INSIDE];
}

function containerName(configFile: string): string {
  return `diem-cau-livekit-${createHash('sha256').update(configFile).digest('hex').slice(0, 12)}`;
}
