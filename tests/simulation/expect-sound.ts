import { expect } from 'vitest';
import { type Outcome, replayLine, runSeed } from './simulation.ts';

/** Plays the seeds one after the other; each that fails is named by the line that plays it alone. */
export async function expectSound(seeds: readonly number[]): Promise<void> {
  const total = {
    gaps: 0,
    patches: 0,
    snapshots: 0,
    restarts: 0,
    late: 0,
    cuts: 0,
    refused: 0,
    accepted: 0,
    events: 0,
  };
  const failed: string[] = [];
  for (const seed of seeds) {
    const outcome = await runSeed(seed);
    if (outcome.faults.length > 0) failed.push(`${replayLine(seed)}  # ${outcome.faults.join('; ')}`);
    add(total, outcome);
  }
  expect(failed).toEqual([]);
  // The runs did something.
  const { length } = seeds;
  expect(total.events).toBeGreaterThan(20 * length);
  expect(total.patches).toBeGreaterThan(50 * length);
  expect(total.gaps).toBeGreaterThan(3 * length);
  expect(total.snapshots).toBeGreaterThan(length);
  expect(total.restarts).toBeGreaterThan(length / 2);
  expect(total.late).toBeGreaterThan(2 * length);
  expect(total.cuts).toBeGreaterThan(length);
  expect(total.accepted).toBeGreaterThan(10 * length);
  expect(total.refused).toBeGreaterThan(10 * length);
}

export const seedsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => first + index);

function add(total: Record<keyof Outcome['counts'] | 'events', number>, { counts, events }: Outcome): void {
  for (const name of Object.keys(counts) as (keyof typeof counts)[]) total[name] += counts[name];
  total.events += events;
}
