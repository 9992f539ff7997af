import { z } from 'zod';
import { MAX_PAGES } from '../../shared/domain/documents/document.ts';

/** What the rendering child says. It read a stranger's file: what it says is parsed like a stranger's word. */
export const renderingSays = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('counted'),
    pages: z.int().min(1).max(MAX_PAGES),
    ratio: z.number().min(0.1).max(10),
  }),
  z.strictObject({ kind: z.literal('page'), page: z.int().min(1).max(MAX_PAGES) }),
  z.strictObject({ kind: z.literal('done') }),
  z.strictObject({
    kind: z.literal('refused'),
    reason: z.enum(['damaged', 'protected', 'too-many-pages', 'too-large', 'disk-full']),
  }),
]);
export type RenderingSays = z.infer<typeof renderingSays>;

export const renderingJob = z.strictObject({
  source: z.string(),
  folder: z.string(),
  pageSide: z.int(),
  losslessBytes: z.int(),
  picturesBytes: z.int(),
  freeBytes: z.int(),
  memoryBytes: z.int(),
  /** Without whom there is nobody to draw for. */
  parent: z.int(),
});
export type RenderingJob = z.infer<typeof renderingJob>;

/** By this signal the child ends itself when it has grown too large; nothing in it can catch that. */
export const GROWN_TOO_LARGE = 'SIGUSR2';
