import type { Asked, Drill, Figure } from '../drill.ts';
import { type CutFindings, runCuts } from './run-cuts.ts';

const IMAGES = 50_000;
/** A run for so many images: long enough that a full log is written back in the middle of the stream. */
const IMAGES_A_RUN = 5_000;
const RUN = { sessions: 2, commandsEach: 1_700 } as const;
const CONTROL = { sessions: 3, commandsEach: 120, images: 300, fault: 'sync-normal' } as const;
const NOTHING: CutFindings = { images: 0, acknowledged: 0, syncs: 0, losing: 0, broken: 0, examples: [] };

export const power: Drill = {
  name: 'power',
  experiment: 'X02',
  does: 'the power is cut at any moment of a recorded run; unsynced writes are dropped, kept in part, torn',
  run: async ({ size, seed, say, signal }) => {
    const wanted = size ?? IMAGES;
    let all = NOTHING;
    for (let round = 0; all.images < wanted && !signal.aborted; round++) {
      const images = Math.min(IMAGES_A_RUN, wanted - all.images);
      all = together(all, await runCuts({ ...RUN, images, fault: 'none', seed: seed + round, signal }));
      say(
        `${all.images} of ${wanted} images, ${all.acknowledged} acknowledged, ${all.losing} losing, ${all.broken} broken`,
      );
    }
    const control = await runCuts({ ...CONTROL, seed, signal });
    for (const example of all.examples) say(example);
    return figuresOf(all, control, { size, seed });
  },
};

function figuresOf(
  all: CutFindings,
  control: CutFindings,
  { size, seed }: Pick<Asked, 'size' | 'seed'>,
): readonly Figure[] {
  const wanted = size ?? IMAGES;
  return [
    { what: 'crash images', measured: String(all.images), aim: String(wanted), met: all.images === wanted },
    {
      what: 'acknowledged commands in the runs',
      measured: String(all.acknowledged),
      aim: '',
      met: all.acknowledged > 0,
    },
    { what: 'syncs in the runs', measured: String(all.syncs), aim: '', met: all.syncs > 0 },
    { what: 'images that lost what was acknowledged', measured: String(all.losing), aim: '0', met: all.losing === 0 },
    { what: 'images that were broken', measured: String(all.broken), aim: '0', met: all.broken === 0 },
    {
      what: 'control: without a sync at the commit (NORMAL)',
      measured: `${control.losing} of ${control.images} images lose`,
      aim: 'at least 1',
      met: control.losing > 0,
    },
    { what: 'again', measured: `npm run drill power -- --size ${wanted} --seed ${seed}`, aim: '', met: true },
  ];
}

const together = (a: CutFindings, b: CutFindings): CutFindings => ({
  images: a.images + b.images,
  acknowledged: a.acknowledged + b.acknowledged,
  syncs: a.syncs + b.syncs,
  losing: a.losing + b.losing,
  broken: a.broken + b.broken,
  examples: [...a.examples, ...b.examples],
});
