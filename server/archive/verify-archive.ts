/**
 * Whether an archive is still what its signer gave out. The order matters: nothing is believed before the signature
 * holds over the manifest, nothing is read into before its hash stands in the manifest, and only then does the journal
 * have to agree with itself. No server, no database and no network is needed.
 */
import { createHash } from 'node:crypto';
import { type ArchiveFault, ArchiveFaultError, fault } from './archive-fault.ts';
import {
  ARCHIVE_FORMAT,
  DELEGATES,
  JOURNAL,
  jsonFile,
  MANIFEST,
  type Manifest,
  type ManifestFile,
  manifestFormatSchema,
  manifestSchema,
  PEOPLE,
  SIGNATURE,
  signatureSchema,
} from './archive-format.ts';
import { fingerprintOf, isSigned, spokenFingerprint } from './archive-key.ts';
import { type ArchiveSource, openArchive } from './archive-source.ts';
import { checkDelegates, checkJournal, firstChangedLine } from './read-records.ts';

export type Verdict =
  | { readonly ok: true; readonly manifest: Manifest; readonly fingerprint: string }
  | { readonly ok: false; readonly fault: ArchiveFault };

export interface Expected {
  /** Fingerprint of the key that must have signed, in whatever spacing a person has typed it; null: any key. */
  readonly key: string | null;
}

export async function verifyPlace(place: string, expected: Expected): Promise<Verdict> {
  const source = await openArchive(place);
  if (source === null) return { ok: false, fault: fault('not-there', place) };
  try {
    if (!source.paths.includes(MANIFEST)) return { ok: false, fault: fault('no-archive', place) };
    return await verifyArchive(source, expected);
  } finally {
    source.close();
  }
}

export async function verifyArchive(source: ArchiveSource, expected: Expected): Promise<Verdict> {
  try {
    const { manifest, fingerprint } = await readManifest(source, expected);
    await checkFiles(source, manifest);
    await checkDelegates(source, manifest, await checkJournal(source, manifest));
    return { ok: true, manifest, fingerprint };
  } catch (cause) {
    if (cause instanceof ArchiveFaultError) return { ok: false, fault: cause.fault };
    throw cause;
  }
}

const refuse = (...found: Parameters<typeof fault>): never => {
  throw new ArchiveFaultError(fault(...found));
};

const LONGEST_MANIFEST = 128 * 1024 ** 2;
const LONGEST_SIGNATURE = 4_096;

async function readManifest(source: ArchiveSource, { key }: Expected) {
  const fingerprint = await checkSignature(source);
  if (key !== null && plain(key) !== fingerprint) {
    refuse('key-foreign', SIGNATURE, { detail: spokenFingerprint(fingerprint) });
  }
  const manifestBytes = (await shortFile(source, MANIFEST, LONGEST_MANIFEST)) ?? Buffer.alloc(0);
  const json = jsonOf(manifestBytes);
  const format = manifestFormatSchema.safeParse(json).data?.format;
  if (format !== undefined && format > ARCHIVE_FORMAT) refuse('format-newer', MANIFEST, { detail: String(format) });
  const manifest = manifestSchema.safeParse(json).data;
  return { manifest: manifest ?? refuse('no-archive', MANIFEST), fingerprint };
}

/** The fingerprint of the key whose signature holds over the manifest. */
async function checkSignature(source: ArchiveSource): Promise<string> {
  const [manifest, signatureBytes] = await Promise.all([
    shortFile(source, MANIFEST, LONGEST_MANIFEST),
    shortFile(source, SIGNATURE, LONGEST_SIGNATURE),
  ]);
  if (manifest === null) return refuse('file-missing', MANIFEST);
  if (signatureBytes === null)
    return refuse(source.paths.includes(SIGNATURE) ? 'file-longer' : 'file-missing', SIGNATURE);
  const signature = signatureSchema.safeParse(jsonOf(signatureBytes)).data;
  // Byte for byte as it was written: a blank that moved is a change too.
  if (signature === undefined || !jsonFile(signature).equals(signatureBytes)) {
    return refuse('signature-wrong', SIGNATURE);
  }
  const fingerprint = fingerprintOf(Buffer.from(signature.publicKey, 'hex'));
  if (fingerprint !== signature.fingerprint) return refuse('signature-wrong', SIGNATURE);
  return isSigned(manifest, signature) ? fingerprint : refuse('signature-wrong', MANIFEST);
}

const plain = (key: string): string => key.toLowerCase().replaceAll(/[^0-9a-f]/gu, '');

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

async function checkFiles(source: ArchiveSource, { files }: Manifest): Promise<void> {
  const known = new Set([MANIFEST, SIGNATURE, ...files.map(({ path }) => path)]);
  const there = new Set(source.paths);
  for (const needed of [JOURNAL, PEOPLE, DELEGATES]) if (!known.has(needed)) refuse('no-archive', MANIFEST);
  for (const file of files) {
    if (!there.has(file.path)) refuse('file-missing', file.path);
    await checkFile(source, file);
  }
  for (const path of source.paths) if (!known.has(path)) refuse('file-foreign', path);
}

async function checkFile(source: ArchiveSource, file: ManifestFile): Promise<void> {
  const found = await measure(source, file.path);
  if (found.sha256 === file.sha256) return;
  // The records know their own lines; of any other file it can only be said that it was changed.
  const line = await firstChangedLine(source, file.path);
  const code = found.bytes < file.bytes ? 'file-shorter' : found.bytes > file.bytes ? 'file-longer' : 'file-changed';
  refuse(code, file.path, { line });
}

async function measure(source: ArchiveSource, path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const part of partsOf(source, path)) {
    hash.update(part);
    bytes += part.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

/** All of a file that is known to be short; null: it is not there, or it is longer than `most` bytes. */
async function shortFile(source: ArchiveSource, path: string, most: number): Promise<Buffer | null> {
  if (!source.paths.includes(path)) return null;
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of partsOf(source, path)) {
    parts.push(part);
    bytes += part.length;
    if (bytes > most) return null;
  }
  return Buffer.concat(parts);
}

/** The bytes of one file; of one that is not there none. */
async function* partsOf(source: ArchiveSource, path: string): AsyncGenerator<Buffer> {
  try {
    yield* (await source.open(path)) ?? [];
  } catch {
    // A ZIP whose packed bytes were changed breaks off while it is unpacked.
    refuse('file-changed', path);
  }
}
