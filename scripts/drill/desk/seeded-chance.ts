/** Chance that comes again with its seed: what a drill did can be done once more. */
export interface Chance {
  /** 0 ≤ x < 1. */
  readonly next: () => number;
  /** A whole number, `low` and `high` included. */
  readonly between: (low: number, high: number) => number;
  readonly one: <T>(of: readonly [T, ...T[]]) => T;
}

export function seededChance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return { next, between, one: (of) => of[between(0, of.length - 1)] ?? of[0] };
}
