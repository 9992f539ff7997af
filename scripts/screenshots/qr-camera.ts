import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import encodeQR from 'qr';

const [WIDTH, HEIGHT] = [640, 480];
const FRAMES_PER_SECOND = 5;
const SECONDS_EACH = 3;
const [BLACK, WHITE] = [16, 235];

/** A film in which one badge after the other is held before the camera, each for three seconds, then from the start. */
export function qrCamera(folder: string, texts: readonly string[]): string {
  const file = join(folder, 'badges.y4m');
  const frames = texts.flatMap((text) => {
    const frame = Buffer.concat([Buffer.from('FRAME\n'), picture(text)]);
    return Array.from({ length: FRAMES_PER_SECOND * SECONDS_EACH }, () => frame);
  });
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`);
  writeFileSync(file, Buffer.concat([head, ...frames]));
  return file;
}

/** A white card with the code in its middle; an empty text is an empty card. */
function picture(text: string): Buffer {
  const luma = Buffer.alloc(WIDTH * HEIGHT, WHITE);
  const modules = text === '' ? [] : encodeQR(text, 'raw');
  const size = Math.floor((HEIGHT * 0.8) / Math.max(1, modules.length));
  const [left, top] = [(WIDTH - size * modules.length) >> 1, (HEIGHT - size * modules.length) >> 1];
  for (const [y, row] of modules.entries()) {
    for (const [x, dark] of row.entries()) {
      if (!dark) continue;
      for (let line = 0; line < size; line++) {
        const start = (top + y * size + line) * WIDTH + left + x * size;
        luma.fill(BLACK, start, start + size);
      }
    }
  }
  return Buffer.concat([luma, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]);
}
