/** Of the letters' size: how wide a figure is, and a colon. Three quarters of it is how high a figure stands. */
const FIGURE = 0.7;
const COLON = 0.34;
const USED_WIDTH = 97;

/** So large that the figures take 44 % of the screen's height, or its whole width where that is less. */
export function figureSize(figures: string): string {
  const colons = figures.split(':').length - 1;
  const ems = FIGURE * (figures.length - colons) + COLON * colons;
  return `min(60vh, ${(USED_WIDTH / ems).toFixed(2)}vw)`;
}
