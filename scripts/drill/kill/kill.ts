import { availableParallelism } from 'node:os';
import { quantile } from '../desk/quantile.ts';
import type { Asked, Drill, Figure } from '../drill.ts';
import { type KillFindings, runKills } from './run-kills.ts';

const CYCLES = 10_000;
/** Enough that the plant is found for certain, and few enough to be done beside every run. */
const CONTROL_CYCLES = 10;
const RESTART_P95_MS = 1_000;

export const kill: Drill = {
  name: 'kill',
  experiment: 'X01',
  does: 'kill -9 in a stream of 32 commands in flight; what was acknowledged is there, and once',
  run: async (asked) => {
    const findings = await runKills({
      ...wish(asked),
      cycles: asked.size ?? CYCLES,
      fault: 'none',
      // A desk that starts keeps one core busy.
      lanes: availableParallelism(),
    });
    const early = await runKills({ ...wish(asked), cycles: CONTROL_CYCLES, fault: 'early-answer' });
    const forgetful = await runKills({ ...wish(asked), cycles: CONTROL_CYCLES, fault: 'no-receipts' });
    for (const fault of [...findings.lost, ...findings.doubled, ...findings.broken].slice(0, 20)) asked.say(fault);
    return [
      ...figuresOf(findings, asked),
      control('control: a store that answers before it has written loses', early.lost),
      control('control: a store that forgets receipts does twice', forgetful.doubled),
    ];
  },
};

const wish = ({ seed, say, signal }: Asked) => ({ seed, say, signal, lanes: 1 });

function figuresOf(findings: KillFindings, { size, seed }: Asked): readonly Figure[] {
  const { cycles, acknowledged, resent, lost, doubled, broken, restartsMs } = findings;
  const wanted = size ?? CYCLES;
  const p95 = quantile(restartsMs, 0.95);
  return [
    { what: 'blows', measured: String(cycles), aim: String(wanted), met: cycles === wanted },
    { what: 'acknowledged commands', measured: String(acknowledged), aim: '', met: acknowledged > 0 },
    { what: 'repeats after a blow', measured: String(resent), aim: '', met: resent > 0 },
    none('acknowledged and lost', lost),
    none('done twice', doubled),
    none('holes, broken chains, stray rows, refusals', broken),
    {
      what: 'restart p50 / p95 / longest',
      measured: `${[quantile(restartsMs, 0.5), p95, quantile(restartsMs, 1)].map(Math.round).join(' / ')} ms`,
      aim: `p95 ≤ ${RESTART_P95_MS} ms`,
      met: p95 <= RESTART_P95_MS,
    },
    { what: 'again', measured: `npm run drill kill -- --size ${wanted} --seed ${seed}`, aim: '', met: true },
  ];
}

const none = (what: string, found: readonly string[]): Figure => ({
  what,
  measured: String(found.length),
  aim: '0',
  met: found.length === 0,
});

const control = (what: string, found: readonly string[]): Figure => ({
  what,
  measured: `${found.length} found`,
  aim: 'at least 1',
  met: found.length > 0,
});
