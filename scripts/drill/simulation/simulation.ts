import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Asked, Drill, Figure } from '../drill.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
/** It folds what it is told with the screens' own code, and so stands among the tests. */
const PLAY = 'tests/simulation/play.ts';
const LONG = 1_000_000;

/** Seeds of the simulation, from the one that was asked for; each that fails is printed by the line that plays it. */
export const simulationDrill: Drill = {
  name: 'simulation',
  experiment: 'X14',
  does: 'whole conferences in virtual time, with everything that can go wrong, each from one seed',
  run: async (asked) => figuresOf(await play(asked)),
};

interface Played {
  readonly seeds: number;
  readonly failed: number;
}

async function play({ size, seed, say, signal }: Asked): Promise<Played> {
  const args = ['--import', 'tsx', PLAY, String(seed), String(size ?? LONG)];
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  signal.addEventListener('abort', () => child.kill('SIGINT'));
  let failed = 0;
  let seeds = 0;
  let rest = '';
  child.stdout.setEncoding('utf8');
  for await (const text of child.stdout) {
    const lines = `${rest}${String(text)}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      say(line);
      if (line.startsWith('node ')) failed += 1;
      seeds = Number(/^(\d+) seeds/.exec(line)?.[1] ?? seeds);
    }
  }
  return { seeds, failed };
}

const figuresOf = ({ seeds, failed }: Played): readonly Figure[] => [
  { what: 'seeds played', measured: String(seeds), aim: 'all that were asked for', met: seeds > 0 },
  { what: 'seeds after which something was wrong', measured: String(failed), aim: '0', met: failed === 0 },
];
