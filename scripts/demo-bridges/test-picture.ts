import { createRequire } from 'node:module';
import { type Canvas, createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

export const PICTURE = { width: 320, height: 180, framesPerSecond: 10 } as const;

const SUBSETS = ['vietnamese', 'latin', 'latin-ext'];
const FAMILY = SUBSETS.map((subset) => `"Demo ${subset}"`).join(', ');
const MARGIN = 12;
const GOLDEN_ANGLE = 137.508;
/** From yellow to violet: on the screens red says on air. */
const HUES = { from: 40, span: 250 } as const;
const BAR_TURN_MS = 4_000;
const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'Asia/Ho_Chi_Minh' });

/** The product's own letters; each file holds one part of the alphabet. */
function registerFonts(): void {
  const { resolve } = createRequire(import.meta.url);
  for (const subset of SUBSETS) {
    const file = resolve(`@fontsource/be-vietnam-pro/files/be-vietnam-pro-${subset}-600-normal.woff2`);
    GlobalFonts.registerFromPath(file, `Demo ${subset}`);
  }
}

/** A moving picture that says whose it is and when it was drawn, so that nobody mistakes one bridge for another. */
export class TestPicture {
  static #hasFonts = false;
  readonly #canvas: Canvas = createCanvas(PICTURE.width, PICTURE.height);
  readonly #context: SKRSContext2D = this.#canvas.getContext('2d');
  readonly #name: string;
  readonly #colour: string;
  readonly #nameSize: number;

  /** Neighbouring indices get colours far apart. */
  constructor(name: string, index: number) {
    if (!TestPicture.#hasFonts) registerFonts();
    TestPicture.#hasFonts = true;
    this.#name = name;
    const hue = HUES.from + (((index * GOLDEN_ANGLE) % 360) / 360) * HUES.span;
    this.#colour = `hsl(${Math.round(hue)}, 55%, 30%)`;
    this.#nameSize = this.#sizeThatFits(name);
  }

  /** The pixels as red, green, blue, alpha. */
  draw(now: number): Uint8Array {
    const context = this.#context;
    const { width, height } = PICTURE;
    context.fillStyle = this.#colour;
    context.fillRect(0, 0, width, height);
    context.fillStyle = '#ffffff';
    this.#write(this.#name, this.#nameSize, height * 0.36);
    this.#write(timeOfDay.format(now), 44, height * 0.72);
    const turn = (now % BAR_TURN_MS) / BAR_TURN_MS;
    context.fillRect(turn * (width - 48), height - 16, 48, 8);
    return this.#canvas.data();
  }

  #write(text: string, size: number, baseline: number): void {
    this.#context.font = `600 ${size}px ${FAMILY}`;
    this.#context.textAlign = 'center';
    this.#context.fillText(text, PICTURE.width / 2, baseline);
  }

  #sizeThatFits(name: string): number {
    const LARGEST = 34;
    this.#context.font = `600 ${LARGEST}px ${FAMILY}`;
    const fits = ((PICTURE.width - 2 * MARGIN) / this.#context.measureText(name).width) * LARGEST;
    return Math.min(LARGEST, Math.floor(fits));
  }
}
