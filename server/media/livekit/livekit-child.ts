import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { LiveKitProgram } from './finder.ts';
import { signalGroup } from './run-command.ts';

export interface LiveKitChild {
  /** Null when the program could not even be started. */
  readonly pid: number | null;
  /** Resolves with the last thing that it said, when it has ended. */
  readonly ended: Promise<string>;
  hasEnded(): boolean;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

/** The first interrupt waits until the last participant has left; a second one does not. */
const SECOND_INTERRUPT_AFTER_MS = 300;
const KILL_AFTER_MS = 2_000;
const WORDS_KEPT = 5;

export function spawnLiveKit(program: LiveKitProgram, configFile: string, log: (line: string) => void): LiveKitChild {
  const child = spawn(program.command, [...program.args(configFile)], {
    // A terminal's Ctrl-C reaches its whole group: in one of its own, LiveKit ends in the order that `stop` gives.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(),
  });
  const words = listen(child, log);
  const killGroup = (): void => signalGroup(child.pid, 'SIGKILL');
  process.once('exit', killGroup);

  let over = false;
  const ended = new Promise<string>((resolve) => {
    const finish = (why: string): void => {
      over = true;
      process.removeListener('exit', killGroup);
      resolve(words.at(-1) ?? why);
    };
    child.once('error', (error) => finish(error.message));
    child.once('close', (code, signal) => finish(signal === null ? `ended with code ${code}` : `ended by ${signal}`));
  });

  const kill = async (): Promise<void> => {
    killGroup();
    await program.sweep?.(configFile);
    await ended;
  };

  const interrupt = async (waitMs: number): Promise<void> => {
    if (over) return;
    signalGroup(child.pid, 'SIGINT');
    await Promise.race([ended, pause(waitMs)]);
  };

  const stop = async (): Promise<void> => {
    await interrupt(SECOND_INTERRUPT_AFTER_MS);
    await interrupt(KILL_AFTER_MS - SECOND_INTERRUPT_AFTER_MS);
    if (!over) await kill();
  };

  return { pid: child.pid ?? null, ended, hasEnded: () => over, stop, kill };
}

/** LiveKit reads settings from many variables, LIVEKIT_… among them, that would override its configuration file. */
function environment(): NodeJS.ProcessEnv {
  const passed = ['PATH', 'HOME', 'TZ', 'DOCKER_HOST', 'DOCKER_CONFIG', 'DOCKER_CONTEXT', 'XDG_RUNTIME_DIR'];
  return Object.fromEntries(passed.map((name) => [name, process.env[name]]));
}

function listen({ stdout, stderr }: ChildProcess, log: (line: string) => void): readonly string[] {
  const words: string[] = [];
  for (const input of [stdout, stderr]) {
    if (input === null) continue;
    createInterface({ input }).on('line', (line) => {
      if (line.trim() === '') return;
      log(`livekit-server: ${line}`);
      words.push(line);
      if (words.length > WORDS_KEPT) words.shift();
    });
  }
  return words;
}
