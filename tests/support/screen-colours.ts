import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';
import { COLOURS, type Colour } from './fake-devices.ts';

/** A point of what is looked at, in per cent of its width and height. */
export type Point = readonly [x: number, y: number];

/** A colour of a hall, black, or something else: a slide, a card, a page. */
export type Shown = Colour | 'black' | 'other';

const NEAR = 70;

/** What a person before the screen sees at these points, from the pixels that the browser painted. */
export async function coloursAt(page: Page, points: readonly Point[], within = 'body'): Promise<Shown[]> {
  const image = await loadImage(await page.locator(within).first().screenshot());
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return points.map(([x, y]) => {
    const [r = 0, g = 0, b = 0] = context.getImageData(
      Math.round((x / 100) * (image.width - 1)),
      Math.round((y / 100) * (image.height - 1)),
      1,
      1,
    ).data;
    return nearest([r, g, b]);
  });
}

function nearest(rgb: readonly number[]): Shown {
  const known = [...Object.entries(COLOURS), ['black', [0, 0, 0]] as const];
  const distance = (parts: readonly number[]) => Math.hypot(...parts.map((part, i) => part - (rgb[i] ?? 0)));
  const [name, parts] = known.reduce((best, one) => (distance(one[1]) < distance(best[1]) ? one : best));
  return distance(parts) < (name === 'black' ? 12 : NEAR) ? (name as Shown) : 'other';
}
