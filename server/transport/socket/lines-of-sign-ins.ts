/** A browser has some tabs of one seat open, and after a cut their old lines for as long as a ping takes. */
export const MAX_LINES = 8;

interface Line {
  once(event: 'close', listener: () => void): unknown;
}

/**
 * How many lines each sign-in holds. The one too many is refused and not the oldest closed: nine tabs would throw each
 * other out for ever, while the ninth now tries until there is room.
 */
export class LinesOfSignIns {
  readonly #open = new Map<string, number>();

  /** Whether there is room for one more; it is given back when the line closes. */
  take(signIn: string, line: Line): boolean {
    const open = this.#open.get(signIn) ?? 0;
    if (open >= MAX_LINES) return false;
    this.#open.set(signIn, open + 1);
    line.once('close', () => this.#giveBack(signIn));
    return true;
  }

  #giveBack(signIn: string): void {
    const left = (this.#open.get(signIn) ?? 1) - 1;
    if (left > 0) this.#open.set(signIn, left);
    else this.#open.delete(signIn);
  }
}
