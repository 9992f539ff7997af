/** So many at once; the others wait by rank, and within a rank in the order in which they came. */
const AT_ONCE = 50;

export class Pace {
  readonly #atOnce: number;
  readonly #waiting = new Map<number, (() => void)[]>();
  #under = 0;

  constructor(atOnce = AT_ONCE) {
    this.#atOnce = atOnce;
  }

  /** Resolves when it is one's turn; call the answer when one is done, however often. The lowest rank goes first. */
  async turn(rank: number): Promise<() => void> {
    if (this.#under >= this.#atOnce) await this.#wait(rank);
    else this.#under += 1;
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#next();
    };
  }

  #wait(rank: number): Promise<void> {
    const line = this.#waiting.get(rank) ?? [];
    this.#waiting.set(rank, line);
    return new Promise((resolve) => line.push(resolve));
  }

  /** The place is handed on, so that nobody who comes just now steps in between. */
  #next(): void {
    for (const rank of [...this.#waiting.keys()].toSorted((a, b) => a - b)) {
      const first = this.#waiting.get(rank)?.shift();
      if (first === undefined) continue;
      first();
      return;
    }
    this.#under -= 1;
  }
}
