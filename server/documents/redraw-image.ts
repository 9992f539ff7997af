import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas';
import { fileTypeFromBuffer } from 'file-type';
import { freeBytes, NoRoomLeft } from '../disk-room.ts';
import { isDiskFull } from './disk-full.ts';
import { boundedRatio } from './page-measure.ts';
import type { RenderingJob, RenderingSays } from './rendering.ts';
import { writeSafely } from './write-safely.ts';

/** More than any screen shows; a scan of a page stays legible. */
const LONGEST_SIDE = 4_096;
const QUALITY = 92;
const ENDINGS = { jpg: 'jpg', png: 'png', apng: 'png', webp: 'webp' } as const;
type Kind = keyof typeof ENDINGS;

/**
 * The image drawn anew: what a camera wrote beside the picture, the place where it stood above all, is not in the copy,
 * and neither is whatever else was hidden in the file.
 */
export async function redrawImage(job: RenderingJob): Promise<RenderingSays> {
  try {
    const bytes = await readFile(job.source);
    const kind = (await fileTypeFromBuffer(bytes))?.ext;
    if (kind === undefined || !isKind(kind)) return { kind: 'refused', reason: 'not-a-document' };
    const canvas = await drawn(bytes);
    const ending = ENDINGS[kind];
    const picture = await encoded(canvas, ending);
    if ((await freeBytes(job.folder)) - picture.length < job.freeBytes) throw new NoRoomLeft();
    await writeSafely(join(job.folder, `page-1.${ending}`), picture);
    return { kind: 'drawn', ratio: boundedRatio(canvas.width / canvas.height), ending };
  } catch (cause) {
    return { kind: 'refused', reason: isDiskFull(cause) ? 'disk-full' : 'damaged' };
  }
}

const isKind = (ending: string): ending is Kind => ending in ENDINGS;

async function drawn(bytes: Buffer): Promise<Canvas> {
  const image = await loadImage(bytes);
  const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
  if (!Number.isFinite(scale)) throw new Error('an image without size');
  const canvas = createCanvas(
    Math.max(1, Math.round(image.width * scale)),
    Math.max(1, Math.round(image.height * scale)),
  );
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

const encoded = (canvas: Canvas, ending: (typeof ENDINGS)[Kind]): Promise<Buffer> =>
  ending === 'png' ? canvas.encode('png') : canvas.encode(ending === 'jpg' ? 'jpeg' : 'webp', QUALITY);
