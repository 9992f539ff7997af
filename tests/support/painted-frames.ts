import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { CDPSession, Page } from 'playwright-core';

/** One frame as the browser painted it, by what stands in its middle. */
export interface PaintedFrame {
  readonly at: number;
  readonly rgb: readonly [r: number, g: number, b: number];
}

/** Every frame that the browser paints of a page, also while nobody asks: what a screenshot comes too late for. */
export class PaintedFrames {
  readonly #session: CDPSession;
  readonly #frames: { readonly at: number; readonly png: string }[] = [];

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<PaintedFrames> {
    const session = await page.context().newCDPSession(page);
    const painted = new PaintedFrames(session);
    session.on('Page.screencastFrame', ({ data, sessionId }) => {
      painted.#frames.push({ at: Date.now(), png: data });
      session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
    });
    await session.send('Page.startScreencast', { format: 'png', maxWidth: 160, maxHeight: 90, everyNthFrame: 1 });
    return painted;
  }

  async end(): Promise<readonly PaintedFrame[]> {
    await this.#session.send('Page.stopScreencast');
    await this.#session.detach();
    return Promise.all(this.#frames.map(async ({ at, png }) => ({ at, rgb: await middleOf(png) })));
  }
}

async function middleOf(png: string): Promise<PaintedFrame['rgb']> {
  const image = await loadImage(Buffer.from(png, 'base64'));
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const [r = 0, g = 0, b = 0] = context.getImageData(image.width >> 1, Math.round(image.height * 0.45), 1, 1).data;
  return [r, g, b];
}

/** Darker than anything that a wall means to show but its card of black. */
export const isDark = ({ rgb: [r, g, b] }: PaintedFrame): boolean => Math.max(r, g, b) < 12;
