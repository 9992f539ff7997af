import { describe, expect, test } from 'vitest';
import { HONEST } from './doubles.ts';
import { expectSound, seedsFrom } from './expect-sound.ts';
import { runSeed } from './simulation.ts';

/**
 * Seeds of what failed while the simulation was made: a private room whose opening failed and was done all the same,
 * and which nobody closed (1012); a server started on a clock that was set back, where a speech ended before it had
 * begun (1429); the others found harness and product in doubt over a sign-out across a restart
 * (46, 64), a repeat in a refused batch (170) and a greeting lost just before the calm (464).
 */
const PINNED = [46, 64, 170, 464, 1_012, 1_429];

describe('everything that can go wrong, in one run from one seed', () => {
  test('[SIM1][RSM20] after the calm of a thousand runs nothing is lost, doubled, shown wrongly, let in or left undone', async () => {
    await expectSound([...PINNED, ...seedsFrom(0, 1_000)]);
  }, 1_200_000);

  test('[SIM2] the same seed gives the same history, another seed another', async () => {
    const seeds = [3, 46, 170, 1_999];
    const digests = async () => {
      const found: string[] = [];
      for (const seed of seeds) found.push((await runSeed(seed)).digest);
      return found;
    };
    const once = await digests();
    expect(await digests()).toEqual(once);
    expect(new Set(once).size).toBe(seeds.length);
  });

  test('[SIM3] chance beside the seed is a fault', async () => {
    const { faults } = await runSeed(1, { ...HONEST, clock: () => Math.random() });
    expect(faults.join(' ')).toContain('chance beside the seed');
  });
});
