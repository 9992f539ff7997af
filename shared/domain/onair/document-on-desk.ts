import { z } from 'zod';
import type { ShownFile } from '../documents/document.ts';
import { type BridgeId, bridgeIdSchema, documentIdSchema } from '../ids.ts';
import { duration, instant } from '../instant.ts';

const ratio = z.number().min(0.1).max(10);

/** A clip runs from `fromMs` since `since`, by the server's clock; null: it stands at `atMs`. */
const running = z.strictObject({ since: instant, fromMs: duration }).nullable();

/**
 * What lies on the director's desk: every screen turns to the same page, plays from the same instant. It is seen where
 * program shows the document.
 */
export const documentOnDeskSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('slides'),
    documentId: documentIdSchema,
    pages: z.int().min(1),
    ratio,
    /** From 1. */
    page: z.int().min(1),
    /** The bridge that turns the pages beside the centre; null: the centre alone. */
    presenter: bridgeIdSchema.nullable(),
  }),
  z.strictObject({
    kind: z.literal('clip'),
    documentId: documentIdSchema,
    durationMs: duration,
    ratio,
    running,
    atMs: duration,
  }),
  /** The screen that a machine of the bridge shares. */
  z.strictObject({ kind: z.literal('share'), bridgeId: bridgeIdSchema }),
]);
export type DocumentOnDesk = z.infer<typeof documentOnDeskSchema>;
export type SlidesOnDesk = Extract<DocumentOnDesk, { kind: 'slides' }>;
export type ClipOnDesk = Extract<DocumentOnDesk, { kind: 'clip' }>;

/** Where the clip is at `now`, in ms from its beginning; at its end it stands. */
export const clipAt = ({ running: run, atMs, durationMs }: ClipOnDesk, now: number): number =>
  run === null ? atMs : Math.min(durationMs, Math.max(0, run.fromMs + now - run.since));

/** Whether the bridge shares its screen on the desk, or turns the pages that lie there. */
export function isOnDesk({ document }: { readonly document: DocumentOnDesk | null }, bridgeId: BridgeId): boolean {
  if (document?.kind === 'share') return document.bridgeId === bridgeId;
  return document?.kind === 'slides' && document.presenter === bridgeId;
}

/** As it comes to the desk: its first page, or its clip at rest. Only slides have somebody who turns them. */
export const laidOnDesk = (file: ShownFile, presenter: BridgeId | null): DocumentOnDesk => {
  const facts = { documentId: file.documentId, ratio: file.ratio };
  return file.kind === 'slides'
    ? { kind: 'slides', ...facts, pages: file.pages, page: 1, presenter }
    : { kind: 'clip', ...facts, durationMs: file.durationMs, running: null, atMs: 0 };
};
