/** Long fault experiments: `npm run drill [-- NAME …] [--size N] [--minutes N] [--seed N]`; `npm test` runs their short forms. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { Asked, Drill, Figure } from './drill.ts';
import { DRILLS } from './drills.ts';

const count = z.coerce.number().positive().nullable().catch(null);
const seed = z.coerce
  .number()
  .int()
  .catch(() => Date.now() % 1_000_000);

async function main(): Promise<boolean> {
  const options = { size: { type: 'string' }, minutes: { type: 'string' }, seed: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const unknown = positionals.filter((name) => !DRILLS.some((drill) => drill.name === name));
  if (unknown.length > 0) {
    for (const { name, experiment, does } of DRILLS)
      console.error(`${name.padEnd(16)} ${experiment.padEnd(8)} ${does}`);
    return false;
  }
  const chosen = DRILLS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  const stopped = new AbortController();
  process.once('SIGINT', () => stopped.abort());
  const asked: Asked = {
    size: count.parse(values.size ?? null),
    minutes: count.parse(values.minutes ?? null),
    seed: seed.parse(values.seed),
    say: (line) => console.log(`  ${line}`),
    signal: stopped.signal,
  };
  let allMet = chosen.length > 0;
  for (const drill of chosen) allMet = (await runOne(drill, asked)) && allMet;
  return allMet;
}

async function runOne({ name, experiment, does, run }: Drill, asked: Asked): Promise<boolean> {
  console.log(`${name} (${experiment}, seed ${asked.seed}): ${does}`);
  const figures = await run(asked).catch((cause: unknown): readonly Figure[] => [
    { what: 'the drill itself', measured: String(cause), aim: 'runs to its end', met: false },
  ]);
  for (const { what, measured, aim, met } of figures) {
    console.log(`${met ? 'ok    ' : 'MISSED'} ${what}: ${measured}${aim === '' ? '' : ` (aim: ${aim})`}`);
  }
  return figures.length > 0 && figures.every(({ met }) => met);
}

process.exit((await main()) ? 0 : 1);
