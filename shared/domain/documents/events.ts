import { z } from 'zod';
import { bridgeIdSchema, documentIdSchema, speechIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { documentAboutSchema, documentFileSchema, readershipSchema, releasedDocumentSchema } from './document.ts';

const of = {
  at: instant,
  documentId: documentIdSchema,
  /** Whose it is: its own screens follow. */
  owner: bridgeIdSchema.nullable(),
};

export const documentEvents = [
  z.strictObject({ type: z.literal('documentAdded'), at: instant, file: documentFileSchema }),
  z.strictObject({ type: z.literal('documentRemoved'), ...of }),
  z.strictObject({ type: z.literal('documentDescribed'), ...of, about: documentAboutSchema }),
  z.strictObject({ type: z.literal('paperAttached'), ...of, speechId: speechIdSchema.nullable() }),
  z.strictObject({
    type: z.literal('releaseScheduled'),
    at: instant,
    documentId: documentIdSchema,
    scheduled: z.strictObject({ to: readershipSchema, at: instant }).nullable(),
  }),
  z.strictObject({ type: z.literal('documentReleased'), at: instant, released: releasedDocumentSchema }),
  /** With its readers, who forget it. */
  z.strictObject({
    type: z.literal('documentWithdrawn'),
    at: instant,
    documentId: documentIdSchema,
    to: readershipSchema,
  }),
] as const;

export type DocumentEvent = z.infer<(typeof documentEvents)[number]>;
