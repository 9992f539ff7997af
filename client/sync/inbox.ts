/**
 * Messages of a line in the order in which they came. Most are taken at once; a whole state is unpacked in the
 * background first, and then everything behind it waits for it.
 */
export class Inbox {
  readonly #onFault: () => void;
  #last: Promise<void> | null = null;

  constructor(onFault: () => void) {
    this.#onFault = onFault;
  }

  take(work: () => void): void {
    if (this.#last === null) this.#guarded(work);
    else this.#after(Promise.resolve(), work);
  }

  /** `ready` is begun already; `work` is done with what it brings, in its turn. */
  takeWhenReady<T>(ready: Promise<T>, work: (value: T) => void): void {
    this.#after(ready, work);
  }

  /** Resolves when everything that has come so far is taken. */
  settled(): Promise<void> {
    return this.#last ?? Promise.resolve();
  }

  #after<T>(ready: Promise<T>, work: (value: T) => void): void {
    const before = this.#last ?? Promise.resolve();
    // What fails meanwhile is told in its turn.
    ready.catch(() => undefined);
    const mine: Promise<void> = before
      .then(() => ready)
      .then(
        (value) => this.#guarded(() => work(value)),
        () => this.#onFault(),
      )
      .then(() => {
        if (this.#last === mine) this.#last = null;
      });
    this.#last = mine;
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch {
      this.#onFault();
    }
  }
}
