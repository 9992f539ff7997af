import { createCanvas, loadImage } from '@napi-rs/canvas';

type Colour = readonly [number, number, number];

/** Half of it is of another colour: turned, it is another picture. */
export function picture(type: 'image/jpeg' | 'image/png', width = 400, height = 200): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#b03020';
  context.fillRect(0, 0, width, height);
  context.fillStyle = '#2040b0';
  context.fillRect(0, 0, width / 2, height);
  return type === 'image/jpeg' ? canvas.toBuffer(type) : canvas.toBuffer(type);
}

const u16 = (value: number): Buffer => Buffer.of(value & 0xff, value >> 8);
const u32 = (value: number): Buffer => Buffer.of(value & 0xff, (value >> 8) & 0xff, (value >> 16) & 0xff, value >>> 24);

/** Beside the picture, as a telephone writes it: turned by a quarter, and taken at this latitude. */
export function withPlace(jpeg: Buffer, latitude: string): Buffer {
  const entry = (tag: number, type: number, count: number, value: Buffer): Buffer =>
    Buffer.concat([u16(tag), u16(type), u32(count), value, Buffer.alloc(4 - value.length)]);
  const words = Buffer.from(`${latitude}\0`, 'latin1');
  const directory = Buffer.concat([
    u16(2),
    entry(0x0112, 3, 1, u16(6)),
    entry(0x010e, 2, words.length, u32(8 + 2 + 24 + 4)),
    u32(0),
  ]);
  const tiff = Buffer.concat([Buffer.from('II*\0', 'latin1'), u32(8), directory, words]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export async function pixelsOf(image: Buffer): Promise<Pixels> {
  const { width, height } = await loadImage(image);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.drawImage(await loadImage(image), 0, 0);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

export const colourAt = ({ width, data }: Pixels, x: number, y: number): Colour => {
  const at = 4 * (y * width + x);
  return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
};

/** The share of pixels that differ by more than what a coding loses. */
export function differing(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height) return 1;
  let count = 0;
  for (let at = 0; at < a.data.length; at += 4) {
    if (Math.abs((a.data[at + 1] ?? 0) - (b.data[at + 1] ?? 0)) > 24) count += 1;
  }
  return count / (a.width * a.height);
}
