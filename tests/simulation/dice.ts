/** Chance that is the same on every machine (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** 0 ≤ … < 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.fraction() * limit);
  }

  between(from: number, to: number): number {
    return from + this.fraction() * (to - from);
  }

  /** Always draws, so that what is switched off does not move what comes after. */
  happens(chance: number): boolean {
    return this.fraction() < chance;
  }

  oneOf<T>(list: readonly T[]): T | undefined {
    return list[this.below(list.length)];
  }

  /** Another stream of chance: who draws more here moves nobody elsewhere. */
  fork(name: number): Dice {
    return new Dice(Math.imul(this.#state ^ name, 0x9e3779b1) | 0);
  }
}
