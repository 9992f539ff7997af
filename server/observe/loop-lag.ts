import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';

const RESOLUTION_MS = 10;
const WINDOW_MS = 5_000;

export interface Lag {
  readonly p99Ms: number;
  readonly longestMs: number;
}

const NANO = 1_000_000;

/** How late the event loop was of late: the last window that ended, and the one that is on. */
export class LoopLag {
  readonly #delays: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  readonly #timer: NodeJS.Timeout;
  #before: Lag = { p99Ms: 0, longestMs: 0 };

  constructor(windowMs = WINDOW_MS) {
    this.#delays.enable();
    this.#timer = setInterval(() => {
      this.#before = this.#current();
      this.#delays.reset();
    }, windowMs);
    this.#timer.unref();
  }

  read(): Lag {
    const current = this.#current();
    return {
      p99Ms: Math.max(current.p99Ms, this.#before.p99Ms),
      longestMs: Math.max(current.longestMs, this.#before.longestMs),
    };
  }

  close(): void {
    clearInterval(this.#timer);
    this.#delays.disable();
  }

  /** The sampling itself comes each RESOLUTION_MS: what is above that is lag. */
  #current(): Lag {
    if (this.#delays.count === 0) return { p99Ms: 0, longestMs: 0 };
    const late = (nanoseconds: number): number => Math.max(0, nanoseconds / NANO - RESOLUTION_MS);
    return { p99Ms: late(this.#delays.percentile(99)), longestMs: late(this.#delays.max) };
  }
}
