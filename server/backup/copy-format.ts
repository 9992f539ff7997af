import { z } from 'zod';
import { manifestFileSchema, signatureSchema } from '../archive/archive-format.ts';

/** Raised when an older release could no longer restore what is written. */
export const COPY_FORMAT = 1;

/** What tells a copy of a data folder from every other folder; beside it its signature. */
export const COPY_MANIFEST = 'copy.json';
export const COPY_SIGNATURE = 'copy.sig.json';
export const JOURNAL_FILE = 'journal.sqlite';

export const copiedConferenceSchema = z.strictObject({
  id: z.string(),
  /** As it was called when it was created. */
  title: z.string(),
  lines: z.int(),
  head: z.string().regex(/^[0-9a-f]{64}$/u),
  lastAt: z.int(),
});
export type CopiedConference = z.infer<typeof copiedConferenceSchema>;

export const copyManifestSchema = z.strictObject({
  format: z.literal(COPY_FORMAT),
  product: z.string().max(40),
  madeAt: z.int(),
  recordings: z.boolean(),
  conferences: z.array(copiedConferenceSchema),
  files: z.array(manifestFileSchema),
});
export type CopyManifest = z.infer<typeof copyManifestSchema>;

export { signatureSchema };

/** Why a copy is not made, or not taken; the scripts word it. */
export type CopyFaultCode =
  | 'no-journal'
  | 'no-room'
  | 'journal-not-copied'
  | 'stopped'
  | 'not-a-copy'
  | 'newer-copy'
  | 'not-signed'
  | 'file-missing'
  | 'file-changed'
  | 'file-strange'
  | 'journal-damaged'
  | 'in-use'
  | 'not-empty';

export class CopyFault extends Error {
  override readonly name = 'CopyFault';
  readonly code: CopyFaultCode;
  /** A file, a folder, or what the journal check found. */
  readonly about: string;

  constructor(code: CopyFaultCode, about = '', options?: ErrorOptions) {
    super(`${code} ${about}`, options);
    this.code = code;
    this.about = about;
  }
}
