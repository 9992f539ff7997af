import { describe, expect, test } from 'vitest';
import { HONEST } from './doubles.ts';
import { FOUND_BY, FOUND_FROM, PLANTED } from './plants.ts';
import { runSeed } from './simulation.ts';

/** How many seeds a planted fault may stay unseen. */
const BUDGET = 400;
const BY_A_SCREEN = /^I9:/;

describe('planted faults', () => {
  test.each(Object.entries(PLANTED))(
    '[SIM4][RSM21] the same runs find %s',
    async (name, plant) => {
      const isFound = (fault: string): boolean => (FOUND_BY[name] ?? BY_A_SCREEN).test(fault);
      let found = false;
      const from = FOUND_FROM[name] ?? 0;
      for (let seed = from; !found && seed < from + BUDGET; seed++)
        found = (await runSeed(seed, plant())).faults.some(isFound);
      expect(found).toBe(true);
    },
    120_000,
  );

  test.each([77, 92])('[SIM5][RSM22] seed %i still meets what it was pinned for', async (seed) => {
    const { faults } = await runSeed(seed, { ...HONEST, broadcast: (real) => ({ ...real, beat: () => undefined }) });
    expect(faults.some((fault) => BY_A_SCREEN.test(fault))).toBe(true);
  });
});
