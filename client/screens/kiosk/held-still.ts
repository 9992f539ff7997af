/** After so long out of the picture a badge that comes back is held up anew. */
const AWAY_MS = 1_500;

/**
 * A badge before the camera is read many times a second and is one scan: it counts again when it has been out of the
 * picture for a while. Another badge counts at once.
 */
export class HeldStill {
  #held: string | null = null;
  #seenAt = 0;

  /** Whether what was just read is a scan of its own. `at`: any clock that never goes back. */
  isNew(said: string, at: number): boolean {
    const away = said !== this.#held || at - this.#seenAt > AWAY_MS;
    this.#held = said;
    this.#seenAt = at;
    return away;
  }
}
