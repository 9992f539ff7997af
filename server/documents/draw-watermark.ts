import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from '@napi-rs/canvas';

const { resolve } = createRequire(import.meta.url);
const FONT = 'Watermark';
GlobalFonts.registerFromPath(resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'), FONT);

/** Enough to read on a tablet, and little enough to be drawn a thousand times over. */
const LONGEST_SIDE = 1_600;
const QUALITY = 82;
const ACROSS = -Math.PI / 7;
/** Dark lines show on paper, their light rims on a photograph. */
const INK = 'rgba(60, 66, 74, 0.24)';
const RIM = 'rgba(255, 255, 255, 0.28)';
const LONGEST_NAME = 60;

export interface WatermarkWords {
  readonly reader: string;
  readonly at: number;
}

const CLOCK = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
});

/** A page that says again and again whose copy it is and when it was opened: no part of it can be cut out without. */
export async function drawWatermark(page: Buffer, { reader, at }: WatermarkWords): Promise<Buffer> {
  const image = await loadImage(page);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  writeAcross(context, `${reader.slice(0, LONGEST_NAME)} · ${CLOCK.format(at)}`);
  return canvas.encode('jpeg', QUALITY);
}

function writeAcross(context: SKRSContext2D, words: string): void {
  const { width, height } = context.canvas;
  const size = Math.max(12, Math.round(Math.max(width, height) / 42));
  context.font = `${size}px ${FONT}`;
  context.fillStyle = INK;
  context.strokeStyle = RIM;
  context.lineWidth = Math.max(1, size / 14);
  context.translate(width / 2, height / 2);
  context.rotate(ACROSS);
  const reach = Math.hypot(width, height) / 2;
  const step = context.measureText(words).width + size * 3;
  const rows = Math.ceil(reach / (size * 5));
  for (let row = -rows; row <= rows; row += 1) {
    // Every second line stands between the words of the one before.
    for (let x = -reach - step + (row % 2 === 0 ? 0 : step / 2); x < reach; x += step) {
      context.strokeText(words, x, row * size * 5);
      context.fillText(words, x, row * size * 5);
    }
  }
}
