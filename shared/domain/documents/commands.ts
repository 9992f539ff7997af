import { z } from 'zod';
import { documentIdSchema } from '../ids.ts';
import { documentFileSchema } from './document.ts';

export const documentCommands = [
  /** By the server, once its own copy is safe on the disk and was read page by page. */
  z.strictObject({ type: z.literal('addDocument'), file: documentFileSchema }),
  z.strictObject({ type: z.literal('removeDocument'), documentId: documentIdSchema }),
] as const;

export type DocumentCommand = z.infer<(typeof documentCommands)[number]>;
