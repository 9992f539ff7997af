import { describe, expect, test } from 'vitest';
import { quantile } from '../../scripts/drill/desk/quantile.ts';
import { type KillFindings, type KillWish, runKills } from '../../scripts/drill/kill/run-kills.ts';
import { tellFigure } from '../support/tell-figure.ts';

/** The short form of `npm run drill kill`. */
const SEED = 20_211;
const CYCLES = 200;
const MINUTES = 60_000;

const run = (wish: Pick<KillWish, 'cycles' | 'fault' | 'lanes'>): Promise<KillFindings> =>
  runKills({ ...wish, seed: SEED, say: () => undefined, signal: new AbortController().signal });

describe('kill -9 with 32 commands in flight', () => {
  test('[KIL1][KIL2][KIL3] what was acknowledged is there, a repeat adds nothing, facts and rows and chain are whole', {
    timeout: 10 * MINUTES,
  }, async () => {
    const { cycles, acknowledged, resent, restartsMs, ...found } = await run({
      cycles: CYCLES,
      fault: 'none',
      lanes: 2,
    });
    const ms = (part: number): number => Math.round(quantile(restartsMs, part));
    tellFigure(
      `${cycles} blows, seed ${SEED}: ${acknowledged} acknowledged, ${resent} repeated; restart p50 ${ms(0.5)} ms, p95 ${ms(0.95)} ms`,
    );
    expect(found, `again: npm run drill kill -- --size ${CYCLES} --seed ${SEED}`).toEqual({
      lost: [],
      doubled: [],
      broken: [],
    });
    expect(cycles).toBe(CYCLES);
    // The blows really fell among commands: some were answered, and some were cut off. How many is the machine's affair.
    expect(acknowledged).toBeGreaterThan(CYCLES / 2);
    expect(resent).toBeGreaterThan(CYCLES / 2);
  });

  test('[KIL1] the control: a store that answers before it has written loses', { timeout: 3 * MINUTES }, async () => {
    const { lost } = await run({ cycles: 8, fault: 'early-answer', lanes: 1 });
    expect(lost.length).toBeGreaterThan(0);
  });

  test('[KIL2] the control: a store that keeps no receipts does things twice', { timeout: 3 * MINUTES }, async () => {
    const { doubled } = await run({ cycles: 8, fault: 'no-receipts', lanes: 1 });
    expect(doubled.length).toBeGreaterThan(0);
  });
});
