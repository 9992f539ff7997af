import { z } from 'zod';
import { bridgeIdSchema, documentIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { documentFileSchema } from './document.ts';

export const documentEvents = [
  z.strictObject({ type: z.literal('documentAdded'), at: instant, file: documentFileSchema }),
  z.strictObject({
    type: z.literal('documentRemoved'),
    at: instant,
    documentId: documentIdSchema,
    /** Whose it was: its own screens forget it too. */
    owner: bridgeIdSchema.nullable(),
  }),
] as const;

export type DocumentEvent = z.infer<(typeof documentEvents)[number]>;
