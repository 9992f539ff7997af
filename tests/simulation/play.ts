/**
 * Plays seeds of the simulation: `node --import tsx tests/simulation/play.ts SEED [COUNT]`. One seed tells everything
 * that is wrong; several tell which of them failed, each by the line that plays it alone. Ctrl-C ends it with a sum.
 */
import { replayLine, runSeed } from './simulation.ts';

const TELL_EVERY = 10_000;
const [first = '0', count = '1'] = process.argv.slice(2);
const from = Number.parseInt(first, 10);
const until = from + Number.parseInt(count, 10);
const stopped = new AbortController();
process.once('SIGINT', () => stopped.abort());

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
const startedAt = performance.now();
let failed = 0;
let seed = from;
const sum = (): string => {
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(0);
  return `${seed - from} seeds, ${failed} failed, ${seconds} s`;
};
for (; seed < until && !stopped.signal.aborted; seed++) {
  const outcome = await runSeed(seed);
  if (until - from === 1) say(JSON.stringify(outcome, null, 1));
  if (seed > from && (seed - from) % TELL_EVERY === 0) say(sum());
  if (outcome.faults.length === 0) continue;
  failed += 1;
  say(`${replayLine(seed)}  # ${outcome.faults.join('; ')}`);
}
say(sum());
process.exit(failed === 0 ? 0 : 1);
