import { expect, test } from 'vitest';
import { type ChaosFindings, type ChaosWish, runChaos } from '../../scripts/drill/chaos/run-chaos.ts';
import { tellFigure } from '../support/tell-figure.ts';

/** The short form of `npm run drill chaos`. */
const SEED = 20_213;

/** What forty seconds take on a machine that has nothing else to do; a busy one takes longer. */
const ACTS = 120;
const LONGEST_MS = 150_000;
const LONG = 300_000;

const run = (wish: Pick<ChaosWish, 'ms' | 'enough' | 'agreeMs' | 'before'>): Promise<ChaosFindings> =>
  runChaos({ seed: SEED, say: () => undefined, signal: new AbortController().signal, ...wish });

/** Runs in the page: nothing of it is left but a sentence of this kind. */
function showOnly(className: string): void {
  const sentence = Object.assign(document.createElement('p'), { className, textContent: 'Điểm cầu không có' });
  document.body.replaceChildren(sentence);
}

/** Runs in the page. */
function failLater(): void {
  setTimeout(() => {
    throw new Error('planted');
  }, 0);
}

test('[CHA6][CHA7][CHA8] whatever six people press in any order: something leads on, and all screens agree', {
  timeout: LONG,
}, async () => {
  const { acts, taken, events, checks, faults } = await run({ ms: LONGEST_MS, enough: ACTS });
  tellFigure(`chaos, seed ${SEED}: ${acts} acts (${taken} taken), ${events} facts, ${checks} comparisons`);
  expect(faults, `again: npm run drill chaos -- --minutes 1 --seed ${SEED}`).toEqual([]);
  expect(taken).toBeGreaterThan(20);
});

test('[CHA6][CHA7][CHA8] the control: a dead end, a screen that lies and a page that fails are found', {
  timeout: LONG,
}, async () => {
  const { faults } = await run({
    ms: 1_000,
    agreeMs: 3_000,
    before: async ({ hands, watchers }) => {
      for (const { page } of hands) await page.evaluate(showOnly, '');
      for (const { seat, page } of watchers) {
        if (seat === 'chair') await page.evaluate(showOnly, 'chair-bridge');
        if (seat === 'operator') await page.evaluate(failLater);
      }
    },
  });
  expect(faults.find((fault) => fault.includes('nothing can be pressed'))).toBeDefined();
  expect(faults.find((fault) => fault.includes('Điểm cầu không có'))).toBeDefined();
  expect(faults.find((fault) => fault.includes('planted'))).toBeDefined();
});
