/** What a layout can still place. */
const [NARROWEST, WIDEST] = [0.1, 10];

export const boundedRatio = (ratio: number): number =>
  Math.round(Math.min(WIDEST, Math.max(NARROWEST, ratio)) * 10_000) / 10_000;

/** How many times a page is enlarged so that its longer side has so many pixels. */
export const scaleOf = ({ width, height }: { readonly width: number; readonly height: number }, side: number): number =>
  side / Math.max(width, height);
