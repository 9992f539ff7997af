import { decodeQR } from 'qr/decode.js';

/** Wide enough for a badge at arm's length, small enough to be read many times a second by a tablet. */
const WIDEST = 960;

let canvas: OffscreenCanvas | null = null;

/** What stands in the picture; null: no code, or none that can be read. */
function textIn(frame: ImageBitmap): string | null {
  const scale = Math.min(1, WIDEST / Math.max(frame.width, frame.height));
  const width = Math.round(frame.width * scale);
  const height = Math.round(frame.height * scale);
  canvas ??= new OffscreenCanvas(width, height);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  if (drawing === null) throw new Error('no drawing in a worker');
  drawing.drawImage(frame, 0, 0, width, height);
  const { data } = drawing.getImageData(0, 0, width, height);
  try {
    return decodeQR({ width, height, data });
  } catch {
    return null;
  }
}

/** One frame, one answer. */
self.addEventListener('message', ({ data: frame }: MessageEvent<ImageBitmap>) => {
  const said = textIn(frame);
  frame.close();
  self.postMessage(said);
});
