import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ObjectFiles } from '../documents/object-files.ts';
import { synced } from '../documents/safe-on-disk.ts';
import { ArchiveFaultError, fault } from './archive-fault.ts';
import { DOCUMENT_FILES, DOCUMENT_PAGES, type Manifest, type ManifestFile, RECORDINGS } from './archive-format.ts';
import type { ArchiveSource } from './archive-source.ts';

/** Puts documents and recordings back where the server looks for them. */
export async function restoreFiles(
  source: ArchiveSource,
  { conference: { id }, files }: Manifest,
  dataDir: string,
): Promise<{ readonly remove: () => Promise<void> }> {
  const folders = [join(dataDir, 'documents', id), join(dataDir, 'recordings', id)];
  const remove = async (): Promise<void> => {
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  };
  // What an import that broke off has left; no conference of this folder has that id.
  await remove();
  try {
    for (const file of files) await restore(source, file, { dataDir, conference: id });
  } catch (cause) {
    await remove();
    throw cause;
  }
  return { remove };
}

interface Target {
  readonly dataDir: string;
  readonly conference: string;
}

async function restore(source: ArchiveSource, file: ManifestFile, { dataDir, conference }: Target): Promise<void> {
  const { path, sha256 } = file;
  const documents = join(dataDir, 'documents');
  if (path.startsWith(DOCUMENT_FILES)) {
    const half = join(documents, conference, `${sha256}.half`);
    await copy(source, file, half);
    await new ObjectFiles(join(documents, 'objects')).keep(half, sha256);
    await rm(half);
  } else if (path.startsWith(DOCUMENT_PAGES)) {
    const to = within(join(documents, conference), path.slice(DOCUMENT_PAGES.length));
    await copy(source, file, to);
    await keepClip(to, sha256, documents);
  } else if (path.startsWith(RECORDINGS)) {
    await copy(source, file, within(join(dataDir, 'recordings', conference), path.slice(RECORDINGS.length)));
  }
}

/** A clip is its own original: one file under both names. */
async function keepClip(clip: string, sha256: string, documents: string): Promise<void> {
  if (!/[\\/]clip\.(mp4|webm)$/u.test(clip)) return;
  const objects = new ObjectFiles(join(documents, 'objects'));
  await objects.keep(clip, sha256);
}

function within(folder: string, below: string): string {
  const path = join(folder, below);
  if (!path.startsWith(`${folder}${sep}`)) throw new Error(`${below} leads out of the folder`);
  return path;
}

/** The bytes that were verified, or none: the archive may lie on a medium that fails, or that somebody writes to. */
async function copy(source: ArchiveSource, { path, sha256 }: ManifestFile, to: string): Promise<void> {
  const content = await source.open(path);
  if (content === null) throw new ArchiveFaultError(fault('file-missing', path));
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  async function* hashed(parts: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of parts) {
      hash.update(part);
      yield part;
    }
  }
  await pipeline(hashed(content), createWriteStream(to, { mode: 0o600 }));
  if (hash.digest('hex') !== sha256) throw new ArchiveFaultError(fault('file-changed', path));
  await synced(to);
  await synced(dirname(to));
}
