import { setTimeout as pause } from 'node:timers/promises';

/** Commands come through between two steps. */
const BETWEEN_STEPS_MS = 25;

/** Sweeps step by step while there is something to sweep, and rests until it is woken again. */
export class Sweeper {
  readonly #sweep: () => Promise<boolean>;
  readonly #onFault: (cause: unknown) => void;
  #running: Promise<void> | null = null;
  #wokenAgain = false;
  #closed = false;

  constructor(sweep: () => Promise<boolean>, onFault: (cause: unknown) => void = () => undefined) {
    this.#sweep = sweep;
    this.#onFault = onFault;
  }

  wake(): void {
    this.#wokenAgain = true;
    this.#running ??= this.#run();
  }

  /** Resolves after the step that is being made. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#wokenAgain && !this.#closed) {
        this.#wokenAgain = false;
        while (!this.#closed && (await this.#sweep())) await pause(BETWEEN_STEPS_MS);
      }
    } catch (cause) {
      // What is left unseen harms nobody: it is swept at the next occasion.
      this.#onFault(cause);
    } finally {
      this.#running = null;
    }
  }
}
