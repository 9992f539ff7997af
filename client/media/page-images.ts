const AGAIN_MS = 1_000;
const AGAIN_AT_MOST_MS = 8_000;
/** Pages kept on either side of the one that stands. */
const AROUND = 2;

/**
 * Decoded pages around the one that stands. The very element that was decoded ahead is the one that is shown: a second
 * one of the same address would be decoded again, while the hall waits.
 */
export class PageImages {
  readonly #urlOf: (page: number) => string;
  readonly #pages = new Map<number, Promise<HTMLImageElement>>();
  #closed = false;

  constructor(urlOf: (page: number) => string) {
    this.#urlOf = urlOf;
  }

  /** Resolves once the page can be shown without a white moment; never rejects. */
  async decoded(page: number): Promise<HTMLImageElement> {
    const known = this.#pages.get(page);
    if (known !== undefined) return known;
    const coming = this.#decode(page);
    this.#pages.set(page, coming);
    return coming;
  }

  /** Fetches the neighbours, the next one first, and lets the far ones go. */
  keepAround(page: number, pages: number): void {
    for (const kept of this.#pages.keys()) if (Math.abs(kept - page) > AROUND) this.#pages.delete(kept);
    for (const one of [page + 1, page - 1, page + 2]) if (one >= 1 && one <= pages) void this.decoded(one);
  }

  close(): void {
    this.#closed = true;
    this.#pages.clear();
  }

  /** A page that does not come is asked for again and again: nobody stands at a wall to press. */
  async #decode(page: number): Promise<HTMLImageElement> {
    for (let pause = AGAIN_MS; ; pause = Math.min(AGAIN_AT_MOST_MS, pause * 2)) {
      const image = new Image();
      image.alt = '';
      image.decoding = 'sync';
      image.src = this.#urlOf(page);
      try {
        await image.decode();
        return image;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, pause));
        // Nobody waits for it any more.
        if (this.#closed || !this.#pages.has(page)) return image;
      }
    }
  }
}
