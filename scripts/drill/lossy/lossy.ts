import { createBenchConference } from '../../bench/bench-conference.ts';
import { signInMany, startServer } from '../../bench/server-process.ts';
import { quantile } from '../desk/quantile.ts';
import type { Drill, Figure } from '../drill.ts';
import { FAR, type LossyFindings, runLossy } from './run-lossy.ts';

const COMMANDS = 2_000;
/** A sign-in may press forty times in four seconds. */
const EVERY_MS = 125;
export const VISIBLE_AIM_MS = 1_000;
/** The control: a line on which nobody could hold a conference. */
const TOO_FAR = { ...FAR, roundTripMs: 2_200 };
const CONTROL_COMMANDS = 20;

export const lossy: Drill = {
  name: 'lossy',
  experiment: 'X09',
  does: 'a moderator and a screen over 150 ms round trip, 2 % loss, reordering and 1 Mbit/s',
  run: async ({ size, seed, say, signal }) => {
    const server = await startServer({ media: false });
    try {
      const { first, all } = await signInMany(server, 2);
      const stage = await createBenchConference(server.origin, first);
      const cookies = [first.cookie, ...all.slice(1).map(({ cookie }) => cookie)] as const;
      const wish = { origin: server.origin, cookies, everyMs: EVERY_MS, seed, signal };
      const where = { conference: stage.id, bridges: stage.bridges };
      const found = await runLossy({
        ...wish,
        stage: where,
        seq: stage.seq,
        line: FAR,
        commands: size ?? COMMANDS,
      });
      say(`${found.line.segments} segments, ${found.line.lost} lost, ${found.line.overtaken} overtaken`);
      const seq = stage.seq + found.answered;
      const control = await runLossy({ ...wish, stage: where, seq, line: TOO_FAR, commands: CONTROL_COMMANDS });
      return figuresOf(found, control, size ?? COMMANDS);
    } finally {
      await server.close();
    }
  },
};

function figuresOf(found: LossyFindings, control: LossyFindings, wanted: number): readonly Figure[] {
  const p99 = quantile(found.visibleMs, 0.99);
  const tooFar = quantile(control.visibleMs, 0.99);
  const none = (what: string, count: number): Figure => ({ what, measured: String(count), aim: '0', met: count === 0 });
  return [
    { what: 'commands', measured: String(found.answered), aim: String(wanted), met: found.answered === wanted },
    none('refused', found.refused.length),
    none('never seen', found.unseen),
    none('gaps', found.gaps),
    none('repeats', found.repeats),
    { what: 'visible, median', measured: `${Math.round(quantile(found.visibleMs, 0.5))} ms`, aim: '', met: true },
    {
      what: 'visible, p99',
      measured: `${Math.round(p99)} ms`,
      aim: `≤ ${VISIBLE_AIM_MS} ms`,
      met: found.visibleMs.length > 0 && p99 <= VISIBLE_AIM_MS,
    },
    {
      what: 'control: a round trip of 2.2 s',
      measured: `p99 ${Math.round(tooFar)} ms`,
      aim: `> ${VISIBLE_AIM_MS} ms`,
      met: tooFar > VISIBLE_AIM_MS,
    },
  ];
}
