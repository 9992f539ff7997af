import type { Drill } from '../drill.ts';
import { runChaos } from './run-chaos.ts';

const MINUTES = 30;
const MINUTE_MS = 60_000;

export const chaos: Drill = {
  name: 'chaos',
  experiment: 'X28',
  does: 'six people press in a real browser whatever their screens offer; no dead end, no contradiction, no fault',
  run: async ({ minutes, seed, say, signal }) => {
    const wanted = minutes ?? MINUTES;
    const { acts, taken, events, checks, faults } = await runChaos({ ms: wanted * MINUTE_MS, seed, say, signal });
    for (const fault of faults) say(fault);
    return [
      { what: 'presses and fillings', measured: `${acts}, ${taken} taken`, aim: '', met: taken > 0 },
      { what: 'facts they led to', measured: String(events), aim: '', met: events > 0 },
      { what: 'comparisons of the screens', measured: String(checks), aim: '', met: checks > 0 },
      {
        what: 'dead ends, contradictions, faults of a page or of the journal',
        measured: String(faults.length),
        aim: '0',
        met: faults.length === 0,
      },
      { what: 'again', measured: `npm run drill chaos -- --minutes ${wanted} --seed ${seed}`, aim: '', met: true },
    ];
  },
};
