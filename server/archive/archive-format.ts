import { z } from 'zod';
import { conferenceIdSchema } from '../../shared/domain/ids.ts';

/** Raised when an older `npm run verify` could no longer judge what is written. */
export const ARCHIVE_FORMAT = 1;

export const JOURNAL = 'journal.jsonl';
export const PEOPLE = 'people.jsonl';
export const DELEGATES = 'delegates.jsonl';
export const INDEX = 'index.html';
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig.json';
/** What came in, by its content, and what is shown of it, by document. */
export const DOCUMENT_FILES = 'documents/files/';
export const DOCUMENT_PAGES = 'documents/pages/';
export const RECORDINGS = 'recordings/';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
const count = z.int().min(0);

/** A path that stays inside the folder: parts of plain letters, none of which is a dot alone. */
const path = z
  .string()
  .max(300)
  .regex(/^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*$/u);

export const manifestFileSchema = z.strictObject({ path, bytes: count, sha256 });
export type ManifestFile = z.infer<typeof manifestFileSchema>;

/** What the conference has and the folder does not. */
export const leftOutSchema = z.strictObject({
  kind: z.enum(['document', 'recording']),
  id: z.string().max(60),
  /** `missing`: the server had no file of it any more. */
  reason: z.enum(['secret', 'not-chosen', 'missing']),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

export const manifestSchema = z.strictObject({
  format: z.literal(ARCHIVE_FORMAT),
  product: z.string().max(40),
  exportedAt: z.int(),
  conference: z.strictObject({
    id: conferenceIdSchema,
    title: z.string(),
    date: z.string(),
    organiser: z.string(),
    rehearsal: z.boolean(),
  }),
  journal: z.strictObject({ seq: count, head: sha256 }),
  /** SHA-256 of the canonical JSON of the folded state. */
  state: sha256,
  people: count,
  delegates: count,
  files: z.array(manifestFileSchema).max(200_000),
  leftOut: z.array(leftOutSchema).max(10_000),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Read before all else of a manifest whose signature holds: a newer one may have any other field. */
export const manifestFormatSchema = z.object({ format: z.int() });

export const signatureSchema = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** The public key as SPKI in DER, hexadecimal: Base64 would leave bits that nobody checks. */
  publicKey: z.string().regex(/^[0-9a-f]{88}$/u),
  fingerprint: sha256,
  signature: z.string().regex(/^[0-9a-f]{128}$/u),
});
export type ArchiveSignature = z.infer<typeof signatureSchema>;

export const jsonFile = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
