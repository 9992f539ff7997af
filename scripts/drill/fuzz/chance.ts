import { type Chance as Seeded, seededChance } from '../desk/seeded-chance.ts';

/** Chance that comes again with its seed, as an attack needs it. */
export interface Chance {
  /** From 0 up to and without `below`. */
  readonly below: (below: number) => number;
  readonly one: Seeded['one'];
  /** Once in so many times. */
  readonly in: (times: number) => boolean;
  readonly bytes: (length: number) => Buffer;
}

export function chanceOf(seed: number): Chance {
  // Seeds that follow one another would begin alike.
  const { between, one } = seededChance(Math.imul(seed + 1, 0x9e3779b1));
  const below = (most: number): number => between(0, most - 1);
  return {
    below,
    one,
    in: (times) => below(times) === 0,
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  };
}
