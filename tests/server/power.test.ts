import { describe, expect, test } from 'vitest';
import { type CutFindings, type CutWish, runCuts } from '../../scripts/drill/power/run-cuts.ts';
import { tellFigure } from '../support/tell-figure.ts';

/** The short form of `npm run drill power`. */
const SEED = 20_212;
const IMAGES = 2_000;
const MINUTES = 60_000;
const RUN = { sessions: 3, commandsEach: 60 } as const;

const run = (wish: Pick<CutWish, 'images' | 'fault'>): Promise<CutFindings> =>
  runCuts({ ...RUN, ...wish, seed: SEED, signal: new AbortController().signal });

describe('the power is cut', () => {
  test('[KIL4][KIL5] at any moment: what was acknowledged is there, and the journal opens whole', {
    timeout: 10 * MINUTES,
  }, async () => {
    const { acknowledged, syncs, images, losing, broken, examples } = await run({ images: IMAGES, fault: 'none' });
    tellFigure(
      `${images} crash images of ${acknowledged} commands with ${syncs} syncs, seed ${SEED}: ${losing} losing, ${broken} broken`,
    );
    expect({ losing, broken, examples }, `again: npm run drill power -- --size ${IMAGES} --seed ${SEED}`).toEqual({
      losing: 0,
      broken: 0,
      examples: [],
    });
    expect(images).toBe(IMAGES);
    expect(acknowledged).toBe(RUN.sessions * RUN.commandsEach);
  });

  test('[KIL4] the control: without a sync at each commit much is lost', { timeout: 4 * MINUTES }, async () => {
    const { images, losing } = await run({ images: 100, fault: 'sync-normal' });
    tellFigure(`${losing} of ${images} crash images with synchronous=NORMAL lose acknowledged commands`);
    expect(losing).toBeGreaterThan(images / 10);
  });
});
