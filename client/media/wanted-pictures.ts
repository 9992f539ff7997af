import type { BridgeId } from '../../shared/domain/ids.ts';

/** The layers of a simulcast camera: 320, 640 and 1280 pixels wide. */
export type PictureQuality = 'low' | 'medium' | 'high';

export interface PictureWish {
  readonly bridgeId: BridgeId;
  readonly quality: PictureQuality;
}

const RANK: Readonly<Record<PictureQuality, number>> = { low: 0, medium: 1, high: 2 };

/** Several places on a screen may show the same bridge: the best of their wishes is received, once. */
export function bestWishes(wishes: Iterable<PictureWish>): ReadonlyMap<BridgeId, PictureQuality> {
  const best = new Map<BridgeId, PictureQuality>();
  for (const { bridgeId, quality } of wishes) {
    const known = best.get(bridgeId);
    if (known === undefined || RANK[quality] > RANK[known]) best.set(bridgeId, quality);
  }
  return best;
}

/** The smallest layer that fills so many physical pixels without looking soft. */
export function qualityForWidth(pixels: number): PictureQuality {
  if (pixels <= 400) return 'low';
  return pixels <= 800 ? 'medium' : 'high';
}

/**
 * A picture that nobody wishes for any more stays for a moment, as small as it comes. Whoever takes it back at once has
 * it still, and no end of a subscription crosses the next beginning on its way to the SFU.
 */
export const LINGER_MS = 1_500;

/** What places on the screen wish for. */
export class WishList<W> {
  readonly #wishes = new Set<W>();
  readonly #timers = new Set<ReturnType<typeof setTimeout>>();
  readonly #onChange: () => void;
  readonly #lingering: (wish: W) => W;

  constructor(onChange: () => void, lingering: (wish: W) => W) {
    this.#onChange = onChange;
    this.#lingering = lingering;
  }

  all(): readonly W[] {
    return [...this.#wishes];
  }

  /** The answer takes the wish back. */
  add(wish: W): () => void {
    this.#wishes.add(wish);
    this.#onChange();
    return () => this.#part(wish);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #part(wish: W): void {
    if (!this.#wishes.delete(wish)) return;
    const parting = this.#lingering(wish);
    this.#wishes.add(parting);
    this.#onChange();
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.#wishes.delete(parting);
      this.#onChange();
    }, LINGER_MS);
    this.#timers.add(timer);
  }
}
