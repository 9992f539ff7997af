import { expect, test } from 'vitest';
import { type ChaosFindings, type ChaosWish, runChaos } from '../../scripts/drill/chaos/run-chaos.ts';
import { tellFigure } from '../support/tell-figure.ts';

/** The short form of `npm run drill chaos`. */
const SEED = 20_213;

const run = (wish: Pick<ChaosWish, 'ms' | 'before'>): Promise<ChaosFindings> =>
  runChaos({ seed: SEED, say: () => undefined, signal: new AbortController().signal, ...wish });

/** Runs in the page. */
function failLater(): void {
  setTimeout(() => {
    throw new Error('planted');
  }, 0);
}

test('[CHA6][CHA7][CHA8] whatever six people press in any order: something leads on, and all screens agree', async () => {
  const { acts, taken, events, checks, faults } = await run({ ms: 40_000 });
  tellFigure(`chaos, seed ${SEED}: ${acts} acts (${taken} taken), ${events} facts, ${checks} comparisons`);
  expect(faults, `again: npm run drill chaos -- --minutes 1 --seed ${SEED}`).toEqual([]);
  expect(taken).toBeGreaterThan(20);
});

test('[CHA6][CHA7][CHA8] the control: a dead end, a screen that lies and a page that fails are found', async () => {
  const { faults } = await run({
    ms: 1_000,
    before: async ({ hands, watchers }) => {
      for (const { page } of hands) await page.setContent('<p>Trang trống</p>');
      for (const { seat, page } of watchers) {
        if (seat === 'chair') await page.setContent('<p class="chair-bridge">Điểm cầu không có</p>');
        if (seat === 'operator') await page.evaluate(failLater);
      }
    },
  });
  expect(faults.find((fault) => fault.includes('nothing can be pressed'))).toBeDefined();
  expect(faults.find((fault) => fault.includes('Điểm cầu không có'))).toBeDefined();
  expect(faults.find((fault) => fault.includes('planted'))).toBeDefined();
});
