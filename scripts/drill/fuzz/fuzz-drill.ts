import type { Asked, Drill, Figure } from '../drill.ts';
import { ATTACK_KINDS, type Finding } from './fuzz.ts';
import { type FuzzedServer, fuzzServer } from './fuzz-server.ts';

const LONG_MINUTES = 10;
export const MOST_MEMORY = 1.5;
const MOST_WAIT_MS = 500;
export const WAITED = 'a moderator meanwhile';

/** `--size`: so many attacks; `--minutes`: so long; `--seed S --size 1` sends the one attack that a finding names. */
export const fuzzDrill: Drill = {
  name: 'fuzz',
  experiment: 'S8 T20–T26',
  does: 'attacks HTTP and the socket with what no browser sends, while somebody works',
  run,
};

async function run({ size, minutes, seed, say, signal }: Asked): Promise<readonly Figure[]> {
  const fuzzed = await fuzzServer({
    seed,
    kinds: ATTACK_KINDS,
    attacks: size,
    forMs: (minutes ?? LONG_MINUTES) * 60_000,
    signal,
  });
  for (const finding of fuzzed.findings) say(replayOf(finding));
  return figuresOf(fuzzed);
}

export const replayOf = ({ seed, what, sent }: Finding): string =>
  `${what}: npm run drill fuzz -- --seed ${seed} --size 1   ${sent}`;

/** One list of aims for every form of the run, short or long. */
export function figuresOf({
  attacks,
  answers,
  findings,
  isAlive,
  idleMb,
  mostMb,
  gained,
  served,
}: FuzzedServer): readonly Figure[] {
  const figure = (what: string, measured: string, aim: string, met: boolean): Figure => ({ what, measured, aim, met });
  return [
    figure('attacks', `${attacks}, ${answers} answered`, '', attacks > 0 && answers > 0),
    figure('still serving', String(isAlive), 'true', isAlive),
    figure('answers that are ours to be ashamed of', String(findings.length), '0', findings.length === 0),
    figure('memory idle → most', `${mb(idleMb)} → ${mb(mostMb)}`, `≤ ${MOST_MEMORY} ×`, mostMb <= idleMb * MOST_MEMORY),
    figure('facts gained by what was refused', String(gained), '0', gained === 0),
    figure(
      WAITED,
      `${served.acts} commands, ${served.refused} refused, p99 ${ms(served.p99Ms)}, longest ${ms(served.longestMs)}`,
      `0 refused, p99 ≤ ${MOST_WAIT_MS} ms`,
      served.refused === 0 && served.p99Ms <= MOST_WAIT_MS,
    ),
  ];
}

const mb = (value: number): string => `${value.toFixed(0)} MB`;
const ms = (value: number): string => `${value.toFixed(0)} ms`;
