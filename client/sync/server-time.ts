/**
 * The server's clock as seen from here. It stands on the page's monotonic clock, so that somebody who sets the
 * machine's time moves nothing; each measurement is the median of several round trips, halved.
 */
export interface RoundTrip {
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly serverNow: number;
}

/** How far the server's clock is ahead, from the middle of each round trip; the median shrugs off a slow one. */
export function offsetFrom(trips: readonly RoundTrip[]): number | null {
  const offsets = trips
    .map(({ sentAt, receivedAt, serverNow }) => serverNow - (sentAt + receivedAt) / 2)
    .toSorted((a, b) => a - b);
  return offsets[Math.floor(offsets.length / 2)] ?? null;
}

const localNow = (): number => performance.timeOrigin + performance.now();

const TRIPS = 5;
const REFRESH_MS = 60_000;

export class ServerTime {
  #offset = 0;
  #measured = false;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #ask: () => Promise<number | null>;
  readonly #shift: () => number;

  /**
   * `ask` answers the server's time, or null when there is no line. `shift` is what the conference's own clock is ahead
   * of the server's: a rehearsal of tomorrow's 08:00 reads 08:00 today.
   */
  constructor(ask: () => Promise<number | null>, shift: () => number = () => 0) {
    this.#ask = ask;
    this.#shift = shift;
  }

  now(): number {
    return localNow() + this.#offset + this.#shift();
  }

  /** How far the machine's own clock is ahead of the server's; null until it was measured. */
  machineAheadMs(): number | null {
    return this.#measured ? Math.round(Date.now() - (localNow() + this.#offset)) : null;
  }

  /** Measures now and every minute from now on. */
  async measure(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => void this.#measureOnce(), REFRESH_MS);
    await this.#measureOnce();
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #measureOnce(): Promise<void> {
    const trips: RoundTrip[] = [];
    for (let i = 0; i < TRIPS; i++) {
      const sentAt = localNow();
      const serverNow = await this.#ask();
      if (serverNow !== null) trips.push({ sentAt, receivedAt: localNow(), serverNow });
    }
    const offset = offsetFrom(trips);
    if (offset === null) return;
    this.#offset = offset;
    this.#measured = true;
  }
}
