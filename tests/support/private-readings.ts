import type { Page } from 'playwright-core';
import { COLOURS, type Colour } from './fake-devices.ts';

/** The colour of the decoded picture that stands there; null: none. */
export async function colourOf(page: Page, selector: string): Promise<Colour | null> {
  const rgb = await page.evaluate((path) => {
    const video = document.querySelector<HTMLVideoElement>(path);
    const context = document.createElement('canvas').getContext('2d');
    if (video === null || video.videoWidth === 0 || context === null) return null;
    context.drawImage(video, 0, 0, 16, 9);
    return [...context.getImageData(8, 4, 1, 1).data].slice(0, 3);
  }, selector);
  return rgb === null ? null : nearestColour(rgb);
}

/** Of the colours that halls have in tests; null: far from all of them, as black is. */
function nearestColour(rgb: readonly number[]): Colour | null {
  const distance = (colour: Colour): number =>
    COLOURS[colour].reduce((sum, part, i) => sum + (part - (rgb[i] ?? 0)) ** 2, 0);
  const names: Colour[] = ['red', 'green', 'blue', 'yellow'];
  const [best = 'red'] = names.toSorted((a, b) => distance(a) - distance(b));
  return distance(best) < 90 ** 2 ? best : null;
}
