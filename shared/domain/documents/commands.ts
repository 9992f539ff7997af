import { z } from 'zod';
import { bridgeIdSchema, documentIdSchema, speechIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { documentAboutSchema, documentFileSchema } from './document.ts';

const documentId = documentIdSchema;

export const documentCommands = [
  /** By the server, once its own copy is safe on the disk and was read page by page. */
  z.strictObject({ type: z.literal('addDocument'), file: documentFileSchema }),
  z.strictObject({ type: z.literal('removeDocument'), documentId }),
  z.strictObject({ type: z.literal('describeDocument'), documentId, about: documentAboutSchema }),
  /** To the entry of a paper; null: to none. */
  z.strictObject({ type: z.literal('attachPaper'), documentId, speechId: speechIdSchema.nullable() }),
  /** `bridgeIds` null: all that there are now. `at` null: now. */
  z.strictObject({
    type: z.literal('releaseDocument'),
    documentId,
    to: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('delegates') }),
      z.strictObject({ kind: z.literal('bridges'), bridgeIds: z.array(bridgeIdSchema).min(1).max(500).nullable() }),
    ]),
    at: instant.nullable(),
  }),
  /** By the server, at the time that was set. */
  z.strictObject({ type: z.literal('releaseDue'), documentId }),
  /** Takes it back, or the time at which it would go out. */
  z.strictObject({ type: z.literal('withdrawDocument'), documentId }),
] as const;

export type DocumentCommand = z.infer<(typeof documentCommands)[number]>;
