import { z } from 'zod';
import { MAX_BRIDGES } from '../bridges/bridge.ts';
import { agendaItemIdSchema, type BridgeId, bridgeIdSchema, documentIdSchema, type SpeechId } from '../ids.ts';
import { duration, instant } from '../instant.ts';
import { line } from '../text.ts';

/** Limits of what is shown: a deck that somebody can steer, a clip that a wall can hold. */
export const MAX_PAGES = 500;
export const MAX_DOCUMENTS = 300;

const ratio = z.number().min(0.1).max(10);

const facts = {
  documentId: documentIdSchema,
  name: line(200),
  /** Whose it is; null: the centre's. */
  bridgeId: bridgeIdSchema.nullable(),
  bytes: z.int().min(0),
  /** SHA-256 of the file as it came, by which the server keeps it. Releases before 0.5 kept pages alone. */
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .nullable()
    .default(null),
};

/** What the server keeps a copy of, by what its content shows it to be. */
export const documentFileSchema = z.discriminatedUnion('kind', [
  /** A PDF, also as pictures of its pages. */
  z.strictObject({
    kind: z.literal('slides'),
    ...facts,
    pages: z.int().min(1).max(MAX_PAGES),
    /** Width by height of the first page: what is laid out before the picture is there. */
    ratio,
  }),
  z.strictObject({ kind: z.literal('clip'), ...facts, durationMs: duration, ratio }),
  z.strictObject({ kind: z.literal('office'), ...facts, format: z.enum(['docx', 'xlsx', 'pptx']) }),
  z.strictObject({
    kind: z.literal('image'),
    ...facts,
    ratio,
    /** A snapshot for the record: of whose hall, and when; null: it came as a file. */
    snapshotOf: z.strictObject({ bridgeId: bridgeIdSchema, takenAt: instant }).nullable(),
  }),
]);
export type DocumentFile = z.infer<typeof documentFileSchema>;

/** State secrets do not travel here: what bears one of these marks is neither released nor shown. */
export const SECRECY = ['none', 'confidential', 'secret', 'topSecret'] as const;

/** What the secretariat says of a document. */
export const documentAboutSchema = z.strictObject({
  title: line(400),
  itemId: agendaItemIdSchema.nullable(),
  /** The note on its head: Tài liệu hội nghị, Lưu hành nội bộ, … */
  circulation: line(80).nullable(),
  secrecy: z.enum(SECRECY),
  /** Given out as pictures of its pages with the reader's name across them, never as the file. */
  watermark: z.boolean(),
});
export type DocumentAbout = z.infer<typeof documentAboutSchema>;

/** Delegates' phones and every screen of the conference, or the seats of these halls. */
export const readershipSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delegates') }),
  /** Named one by one, so that a bridge that is added later was not given it. */
  z.strictObject({ kind: z.literal('bridges'), bridgeIds: z.array(bridgeIdSchema).min(1).max(MAX_BRIDGES) }),
]);
export type Readership = z.infer<typeof readershipSchema>;

export const releasedDocumentSchema = z.strictObject({
  file: documentFileSchema,
  about: documentAboutSchema,
  to: readershipSchema,
});
export interface ReleasedDocument extends z.infer<typeof releasedDocumentSchema> {
  readonly at: number;
}

export interface StoredDocument {
  readonly file: DocumentFile;
  readonly addedAt: number;
  /** null: nobody has described it yet; it is shown by its name. */
  readonly about: DocumentAbout | null;
  /** The entry of the speaking list that it belongs to: shown when it is called. */
  readonly speechId: SpeechId | null;
  /** Goes out by itself at that time. */
  readonly scheduled: { readonly to: Readership; readonly at: number } | null;
}

export interface Documents {
  /** In the order in which they came. */
  readonly list: readonly StoredDocument[];
  /** What may be read, in the order in which it was given out. */
  readonly released: readonly ReleasedDocument[];
}

export const noDocuments: Documents = { list: [], released: [] };

type DocumentId = DocumentFile['documentId'];

export const storedOf = ({ list }: Documents, id: DocumentId): StoredDocument | undefined =>
  list.find(({ file }) => file.documentId === id);

export const documentOf = (documents: Documents, id: DocumentId): DocumentFile | undefined =>
  storedOf(documents, id)?.file;

export const releaseOf = ({ released }: Documents, id: DocumentId): ReleasedDocument | undefined =>
  released.find(({ file }) => file.documentId === id);

/** What the server gives in place of a description that nobody wrote. */
export const aboutOf = ({ file, about }: Pick<StoredDocument, 'file' | 'about'>): DocumentAbout =>
  about ?? { title: file.name, itemId: null, circulation: null, secrecy: 'none', watermark: false };

export const isReadBy = (to: Readership, bridgeId: BridgeId): boolean =>
  to.kind === 'bridges' && to.bridgeIds.includes(bridgeId);

/** What can be shown on program: pages and clips. */
export type ShownFile = Extract<DocumentFile, { kind: 'slides' | 'clip' }>;
export const isShown = (file: DocumentFile): file is ShownFile => file.kind === 'slides' || file.kind === 'clip';
