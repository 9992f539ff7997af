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
