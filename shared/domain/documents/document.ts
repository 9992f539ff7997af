import { z } from 'zod';
import { bridgeIdSchema, documentIdSchema } from '../ids.ts';
import { duration } from '../instant.ts';
import { line } from '../text.ts';

/** Limits of what is shown: a deck that somebody can steer, a clip that a wall can hold. */
export const MAX_PAGES = 500;
export const MAX_DOCUMENTS = 300;

const facts = {
  documentId: documentIdSchema,
  name: line(200),
  /** Whose it is; null: the centre's. */
  bridgeId: bridgeIdSchema.nullable(),
  bytes: z.int().min(0),
};

/** What the server keeps a copy of: slides as pictures of their pages, or a video clip. */
export const documentFileSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('slides'),
    ...facts,
    pages: z.int().min(1).max(MAX_PAGES),
    /** Width by height of the first page: what is laid out before the picture is there. */
    ratio: z.number().min(0.1).max(10),
  }),
  z.strictObject({ kind: z.literal('clip'), ...facts, durationMs: duration, ratio: z.number().min(0.1).max(10) }),
]);
export type DocumentFile = z.infer<typeof documentFileSchema>;

export interface StoredDocument {
  readonly file: DocumentFile;
  readonly addedAt: number;
}

export interface Documents {
  /** In the order in which they came. */
  readonly list: readonly StoredDocument[];
}

export const noDocuments: Documents = { list: [] };

export const documentOf = ({ list }: Documents, id: DocumentFile['documentId']): DocumentFile | undefined =>
  list.find(({ file }) => file.documentId === id)?.file;
