import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { aboutOf, type StoredDocument } from '../../shared/domain/documents/document.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { Recording } from '../../shared/domain/recording/recording.ts';
import { DOCUMENT_FILES, DOCUMENT_PAGES, type LeftOut, RECORDINGS } from './archive-format.ts';

/** A file of the data folder that goes into the archive. */
export interface KeptFile {
  readonly path: string;
  readonly from: string;
  readonly bytes: number;
}

export interface FileChoice {
  readonly conference: ConferenceId;
  readonly documents: readonly StoredDocument[];
  readonly recordings: readonly Recording[];
  readonly withRecordings: boolean;
}

export interface ChosenFiles {
  readonly files: readonly KeptFile[];
  readonly leftOut: readonly LeftOut[];
}

/** What of the data folder belongs to the conference, and what stays where it is. */
export async function chooseFiles(dataDir: string, choice: FileChoice): Promise<ChosenFiles> {
  const chosen: { files: Map<string, KeptFile>; leftOut: LeftOut[] } = { files: new Map(), leftOut: [] };
  for (const stored of choice.documents) {
    const found = await documentFiles(dataDir, choice.conference, stored);
    if (Array.isArray(found)) for (const file of found) chosen.files.set(file.path, file);
    else chosen.leftOut.push({ kind: 'document', id: stored.file.documentId, reason: found });
  }
  for (const { recordingId, deletedAt } of choice.recordings) {
    if (deletedAt !== null) continue;
    if (!choice.withRecordings) chosen.leftOut.push({ kind: 'recording', id: recordingId, reason: 'not-chosen' });
    const folder = join(dataDir, 'recordings', choice.conference, recordingId);
    const files = choice.withRecordings ? await filesIn(folder, `${RECORDINGS}${recordingId}/`) : [];
    for (const file of files) chosen.files.set(file.path, file);
  }
  return { files: [...chosen.files.values()], leftOut: chosen.leftOut };
}

/** The file as it came, if it was kept, and the pictures of its pages; what is shown of a clip is the clip itself. */
async function documentFiles(
  dataDir: string,
  conference: ConferenceId,
  stored: StoredDocument,
): Promise<KeptFile[] | LeftOut['reason']> {
  if (aboutOf(stored).secrecy !== 'none') return 'secret';
  const { documentId, hash, kind } = stored.file;
  const shown = await filesIn(join(dataDir, 'documents', conference, documentId), `${DOCUMENT_PAGES}${documentId}/`);
  if (hash === null || (kind === 'clip' && shown.length > 0)) return shown.length > 0 ? shown : 'missing';
  const from = objectPath(dataDir, hash);
  const bytes = await bytesOf(from);
  if (bytes === null) return shown.length > 0 ? shown : 'missing';
  return [{ path: `${DOCUMENT_FILES}${hash}${endingOf(stored, shown)}`, from, bytes }, ...shown];
}

export const objectPath = (dataDir: string, hash: string): string =>
  join(dataDir, 'documents', 'objects', hash.slice(0, 2), hash);

/** So that a person can open the file where it lies. */
function endingOf({ file }: StoredDocument, shown: readonly KeptFile[]): string {
  if (file.kind === 'slides') return '.pdf';
  if (file.kind === 'office') return `.${file.format}`;
  return extname(shown[0]?.path ?? '');
}

async function filesIn(folder: string, path: string): Promise<KeptFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files: KeptFile[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const from = join(entry.parentPath, entry.name);
    const bytes = await bytesOf(from);
    const below = from.slice(folder.length + 1).replaceAll('\\', '/');
    if (bytes !== null) files.push({ path: `${path}${below}`, from, bytes });
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

const bytesOf = (file: string): Promise<number | null> =>
  stat(file).then(
    ({ size }) => size,
    () => null,
  );

export async function* bytesFrom(file: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }))
    if (Buffer.isBuffer(chunk)) yield chunk;
}

/** Passes on what is written, and knows at its end how much it was. */
export class Measured {
  readonly #hash = createHash('sha256');
  #bytes = 0;

  async *through(content: AsyncIterable<Buffer> | Iterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const part of content) {
      this.#hash.update(part);
      this.#bytes += part.length;
      yield part;
    }
  }

  result(): { readonly bytes: number; readonly sha256: string } {
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }
}
