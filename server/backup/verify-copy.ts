import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { isSigned } from '../archive/archive-key.ts';
import { filesBelow, hashedFile } from './copy-files.ts';
import {
  COPY_FORMAT,
  COPY_MANIFEST,
  COPY_SIGNATURE,
  CopyFault,
  type CopyManifest,
  copyManifestSchema,
  JOURNAL_FILE,
  signatureSchema,
} from './copy-format.ts';
import { type JournalVerdict, verifyJournalFile } from './journal-file.ts';

export interface VerifiedCopy {
  readonly manifest: CopyManifest;
  readonly journal: JournalVerdict;
  /** Of the installation that made it: as in the record of every exported conference. */
  readonly fingerprint: string;
  readonly publicKey: string;
}

/** Whether the folder is a whole copy, byte for byte; throws a CopyFault that says what is wrong. */
export async function verifyCopy(folder: string, signal: AbortSignal): Promise<VerifiedCopy> {
  const { manifest, fingerprint, publicKey } = await readManifest(folder);
  await verifyFiles(folder, manifest, signal);
  const journal = await verifyJournalFile(folder, publicKey, signal);
  const [damage] = journal.damages;
  if (damage !== undefined) throw new CopyFault('journal-damaged', JSON.stringify(damage));
  if (JSON.stringify(journal.conferences) !== JSON.stringify(manifest.conferences)) {
    throw new CopyFault('file-changed', JOURNAL_FILE);
  }
  return { manifest, journal, fingerprint, publicKey };
}

/** Nothing beside what is listed, and every file as it was written. */
async function verifyFiles(folder: string, { files }: CopyManifest, signal: AbortSignal): Promise<void> {
  const listed = new Set([COPY_MANIFEST, COPY_SIGNATURE, ...files.map(({ path }) => path)]);
  const there = new Set(await filesBelow(folder));
  for (const path of there) if (!listed.has(path)) throw new CopyFault('file-strange', path);
  for (const { path, bytes, sha256 } of files) {
    if (signal.aborted) throw new CopyFault('stopped');
    if (!there.has(path)) throw new CopyFault('file-missing', path);
    const found = await hashedFile(folder, path);
    if (found.bytes !== bytes || found.sha256 !== sha256) throw new CopyFault('file-changed', path);
  }
  if (!listed.has(JOURNAL_FILE)) throw new CopyFault('file-missing', JOURNAL_FILE);
}

export const isCopy = (folder: string): Promise<boolean> =>
  readFile(join(folder, COPY_MANIFEST)).then(
    () => true,
    () => false,
  );

const formatSchema = z.object({ format: z.int() });

async function readManifest(folder: string): Promise<Omit<VerifiedCopy, 'journal'>> {
  const raw = await readFile(join(folder, COPY_MANIFEST)).catch(() => null);
  const signed = await readFile(join(folder, COPY_SIGNATURE), 'utf8').catch(() => null);
  if (raw === null || signed === null) throw new CopyFault('not-a-copy', folder);
  const signature = signatureSchema.safeParse(jsonOf(signed)).data;
  if (signature === undefined || !isSigned(raw, signature)) throw new CopyFault('not-signed', COPY_MANIFEST);
  const content = jsonOf(raw.toString('utf8'));
  if ((formatSchema.safeParse(content).data?.format ?? 0) > COPY_FORMAT) throw new CopyFault('newer-copy', folder);
  const manifest = copyManifestSchema.safeParse(content).data;
  if (manifest === undefined) throw new CopyFault('not-a-copy', folder);
  return { manifest, fingerprint: signature.fingerprint, publicKey: signature.publicKey };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
