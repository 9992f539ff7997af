/** Counts frames until all have come, and knows the time of the last. */
export class Tally {
  #left = 0;
  #done: ((at: number) => void) | null = null;

  expect(frames: number): Promise<number> {
    this.#left = frames;
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  count(): void {
    this.#left -= 1;
    if (this.#left === 0) this.#done?.(performance.now());
  }
}
