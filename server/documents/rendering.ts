import { z } from 'zod';
import { MAX_PAGES } from '../../shared/domain/documents/document.ts';

const ratio = z.number().min(0.1).max(10);

/** What the rendering child says. It read a stranger's file: what it says is parsed like a stranger's word. */
export const renderingSays = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('counted'), pages: z.int().min(1).max(MAX_PAGES), ratio }),
  z.strictObject({ kind: z.literal('page'), page: z.int().min(1).max(MAX_PAGES) }),
  z.strictObject({ kind: z.literal('done') }),
  /** An image, drawn again as `page-1` with this ending. */
  z.strictObject({ kind: z.literal('drawn'), ratio, ending: z.enum(['jpg', 'png', 'webp']) }),
  /** An office file that holds what it should and nothing that runs. */
  z.strictObject({ kind: z.literal('sound'), format: z.enum(['docx', 'xlsx', 'pptx']) }),
  z.strictObject({
    kind: z.literal('refused'),
    reason: z.enum([
      'damaged',
      'protected',
      'too-many-pages',
      'too-large',
      'disk-full',
      'not-a-document',
      'macros',
      'zip-bomb',
    ]),
  }),
]);
export type RenderingSays = z.infer<typeof renderingSays>;
export type RenderingRefusal = Extract<RenderingSays, { kind: 'refused' }>;

export const renderingJob = z.strictObject({
  /** A PDF to be drawn page by page, an image to be drawn again, an office file to be looked into. */
  task: z.enum(['pages', 'image', 'office']),
  source: z.string(),
  folder: z.string(),
  pageSide: z.int(),
  losslessBytes: z.int(),
  picturesBytes: z.int(),
  freeBytes: z.int(),
});
export type RenderingJob = z.infer<typeof renderingJob>;
