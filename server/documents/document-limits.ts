import { KEPT_FREE_BYTES } from '../disk-room.ts';

const MB = 1024 ** 2;

/** What a document may ask of the machine that keeps it. Slides as offices make them stay far below. */
export const DOCUMENT_LIMITS = {
  /** Of everything but clips and images. */
  pdfBytes: 100 * MB,
  clipBytes: 1024 * MB,
  imageBytes: 40 * MB,
  snapshotBytes: 5 * MB,
  /** All pictures of the pages together. */
  picturesBytes: 1024 * MB,
  freeBytes: KEPT_FREE_BYTES,
  /** The longer side of a page's picture: a wall has no more to show. */
  pageSide: 2_560,
  /** A picture that stays below is kept without loss: coloured letters have clean edges. */
  losslessBytes: MB,
  pageMs: 60_000,
  wholeMs: 600_000,
  memoryBytes: 1024 * MB,
} as const;
