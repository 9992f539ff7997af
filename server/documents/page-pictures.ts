import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Canvas, createCanvas } from '@napi-rs/canvas';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { MAX_PAGES } from '../../shared/domain/documents/document.ts';
import { freeBytes, NoRoomLeft } from '../disk-room.ts';
import { isDiskFull } from './disk-full.ts';
import { boundedRatio, scaleOf } from './page-measure.ts';
import type { RenderingJob, RenderingRefusal, RenderingSays } from './rendering.ts';
import { writeSafely } from './write-safely.ts';

type Say = (said: RenderingSays) => Promise<void>;
type Refused = RenderingRefusal;

const LIBRARY = new URL('.', import.meta.resolve('pdfjs-dist/package.json'));
const inLibrary = (folder: string): string => fileURLToPath(new URL(`${folder}/`, LIBRARY));
const LOSSY_QUALITY = 92;
const PAPER = '#ffffff';

/** Pages of a PDF as pictures in the folder, one after the other. Nothing of the document is ever run. */
export async function renderPages(job: RenderingJob, say: Say): Promise<RenderingSays> {
  try {
    const pdf = await openPdf(job.source);
    if (pdf.numPages < 1) return refused('damaged');
    if (pdf.numPages > MAX_PAGES) return refused('too-many-pages');
    return await renderAll(pdf, job, say);
  } catch (cause) {
    return refused(reasonOf(cause));
  }
}

const refused = (reason: Refused['reason']): Refused => ({ kind: 'refused', reason });

function reasonOf(cause: unknown): Refused['reason'] {
  // The library does not export this one.
  if (cause instanceof Error && cause.name === 'PasswordException') return 'protected';
  return isDiskFull(cause) ? 'disk-full' : 'damaged';
}

/** Letters are drawn from the document's own fonts, else from those of the library: never from this machine's. */
const openPdf = async (source: string): Promise<PDFDocumentProxy> =>
  getDocument({
    data: new Uint8Array(await readFile(source)),
    verbosity: 0,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    standardFontDataUrl: inLibrary('standard_fonts'),
    cMapUrl: inLibrary('cmaps'),
    wasmUrl: inLibrary('wasm'),
    iccUrl: inLibrary('iccs'),
  }).promise;

async function renderAll(pdf: PDFDocumentProxy, job: RenderingJob, say: Say): Promise<RenderingSays> {
  const canvas = createCanvas(1, 1);
  let written = 0;
  for (let page = 1; page <= pdf.numPages; page += 1) {
    const ratio = await draw(pdf, page, { canvas, side: job.pageSide });
    if (page === 1) await say({ kind: 'counted', pages: pdf.numPages, ratio });
    const picture = await encoded(canvas, job.losslessBytes);
    written += picture.bytes.length;
    if (written > job.picturesBytes) return refused('too-large');
    if ((await freeBytes(job.folder)) < job.freeBytes) throw new NoRoomLeft();
    await writeSafely(join(job.folder, `page-${page}.${picture.ending}`), picture.bytes);
    await say({ kind: 'page', page });
  }
  return { kind: 'done' };
}

/** On one canvas for all pages: each would otherwise hold its memory until some later collection. */
async function draw(
  pdf: PDFDocumentProxy,
  number: number,
  { canvas, side }: { readonly canvas: Canvas; readonly side: number },
): Promise<number> {
  const page = await pdf.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const scale = scaleOf(natural, side);
  if (!Number.isFinite(scale)) throw new Error('a page without size');
  const viewport = page.getViewport({ scale });
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  await page.render({ canvas, viewport, background: PAPER }).promise;
  page.cleanup();
  return boundedRatio(natural.width / natural.height);
}

async function encoded(canvas: Canvas, lossless: number): Promise<{ readonly bytes: Buffer; readonly ending: string }> {
  const png = await canvas.encode('png');
  if (png.length <= lossless) return { bytes: png, ending: 'png' };
  const webp = await canvas.encode('webp', LOSSY_QUALITY);
  return { bytes: webp, ending: 'webp' };
}
