import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { DocumentFile } from '../../shared/domain/documents/document.ts';
import { type ConferenceId, conferenceIdSchema, type DocumentId, documentIdSchema } from '../../shared/domain/ids.ts';
import { type FreeBytes, freeBytes, NoRoomLeft } from '../disk-room.ts';
import { isDiskFull } from './disk-full.ts';
import { DOCUMENT_LIMITS } from './document-limits.ts';
import { DocumentRefused } from './document-refused.ts';
import { HEAD_BYTES, kindOfHead } from './file-head.ts';
import { linked, ObjectFiles } from './object-files.ts';
import { type Coming, type ReceivedFile, receiveFile } from './receive-file.ts';
import { synced } from './safe-on-disk.ts';

/** Whose a document is, on the disk. */
export interface Place {
  readonly conference: ConferenceId;
  readonly documentId: DocumentId;
}

/** A picture of a page, or a clip, as it is handed out. */
export interface KeptFile {
  readonly path: string;
  readonly type: string;
}

const PAGE_TYPES = { png: 'image/png', webp: 'image/webp', jpg: 'image/jpeg' } as const;
export type PictureEnding = keyof typeof PAGE_TYPES;
const CLIP_TYPES = { mp4: 'video/mp4', webm: 'video/webm' } as const;
const OFFICE = 'application/vnd.openxmlformats-officedocument';
const OFFICE_TYPES = {
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
} as const;
const ORIGINAL_TYPES = {
  ...CLIP_TYPES,
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};
/** What is not whole yet; a start of the server clears it away. */
const HALF = '.half';
/** Beside the folders of the conferences; the folders in it have two letters, no document's has so few. */
const OBJECTS = 'objects';
const SHORTEST_ID = 3;

/**
 * The server's own copies: what came, by its content (`objects`), and for each document a folder with what is shown of
 * it. The folder comes to stand under its name when every byte is on the disk, and is named in the journal after that:
 * what the journal names is there.
 */
export class DocumentFiles {
  readonly objects: ObjectFiles;
  readonly #root: string;
  readonly #freeBytes: FreeBytes;

  constructor(root: string, free: FreeBytes = freeBytes) {
    this.#root = root;
    this.#freeBytes = free;
    this.objects = new ObjectFiles(join(root, OBJECTS));
  }

  folderOf({ conference, documentId }: Place): string {
    return join(this.#root, conference, documentId);
  }

  halfOf(place: Place): string {
    return `${this.folderOf(place)}${HALF}`;
  }

  /** What came, as it came. */
  sourceOf(place: Place): string {
    return join(this.halfOf(place), 'source');
  }

  /** Writes what comes; of a file that breaks off, or is none that is taken, nothing stays. */
  async receive(place: Place, coming: Coming): Promise<ReceivedFile> {
    await mkdir(this.#root, { recursive: true, mode: 0o700 });
    try {
      await this.#mustHaveRoomFor(coming.announced);
      await mkdir(this.halfOf(place), { recursive: true, mode: 0o700 });
      return await receiveFile(this.sourceOf(place), coming, () => this.#mustHaveRoomFor(0));
    } catch (cause) {
      await this.drop(place);
      throw isDiskFull(cause) ? new DocumentRefused('disk-full', { cause }) : cause;
    }
  }

  async #mustHaveRoomFor(bytes: number): Promise<void> {
    if ((await this.#freeBytes(this.#root)) - bytes < DOCUMENT_LIMITS.freeBytes) throw new NoRoomLeft();
  }

  /** What came, under its hash, beside the pages that were drawn of it. */
  async keepWhole(place: Place, hash: string): Promise<void> {
    await this.objects.keep(this.sourceOf(place), hash);
    await rm(this.sourceOf(place), { force: true });
    await this.#keep(place);
  }

  async keepClip(place: Place, kind: keyof typeof CLIP_TYPES, hash: string): Promise<void> {
    await this.objects.keep(this.sourceOf(place), hash);
    await rm(this.sourceOf(place), { force: true });
    await linked(this.objects.pathOf(hash), join(this.halfOf(place), `clip.${kind}`));
    await this.#keep(place);
  }

  /** The picture that was drawn again, and nothing of what came: where and by whom it was taken stands in there. */
  async keepPicture(
    place: Place,
    ending: PictureEnding,
    onHash: (hash: string) => void,
  ): Promise<Pick<ReceivedFile, 'hash' | 'bytes'>> {
    const picture = join(this.halfOf(place), `page-1.${ending}`);
    const hash = createHash('sha256');
    await pipeline(createReadStream(picture), hash);
    const drawn = { hash: hash.digest('hex'), bytes: (await stat(picture)).size };
    onHash(drawn.hash);
    await rm(this.sourceOf(place), { force: true });
    await this.objects.keep(picture, drawn.hash);
    await this.#keep(place);
    return drawn;
  }

  async #keep(place: Place): Promise<void> {
    await synced(this.halfOf(place));
    await rename(this.halfOf(place), this.folderOf(place));
    await synced(join(this.#root, place.conference));
    await synced(this.#root);
  }

  pageOf(place: Place, page: number): Promise<KeptFile | null> {
    return firstThere(this.folderOf(place), `page-${page}`, PAGE_TYPES);
  }

  clipOf(place: Place): Promise<KeptFile | null> {
    return firstThere(this.folderOf(place), 'clip', CLIP_TYPES);
  }

  /** The file as it came; null: releases before 0.5 kept its pages alone. */
  async originalOf(file: DocumentFile): Promise<KeptFile | null> {
    if (file.hash === null || !(await this.objects.has(file.hash))) return null;
    const path = this.objects.pathOf(file.hash);
    if (file.kind === 'office') return { path, type: OFFICE_TYPES[file.format] };
    const kind = kindOfHead(await headOf(path));
    return kind === null || kind === 'zip' || kind === 'ole' ? null : { path, type: ORIGINAL_TYPES[kind] };
  }

  async drop(place: Place): Promise<void> {
    await rm(this.halfOf(place), { recursive: true, force: true });
    await rm(this.folderOf(place), { recursive: true, force: true });
  }

  /** What an earlier life of the server left half-way. */
  async sweepHalves(): Promise<void> {
    for (const conference of await namesIn(this.#root)) {
      const halves = (await namesIn(join(this.#root, conference))).filter((name) => name.endsWith(HALF));
      for (const half of halves) await rm(join(this.#root, conference, half), { recursive: true, force: true });
    }
  }

  /** Documents that stand whole in the folder of the conference. */
  async wholeOf(conference: ConferenceId): Promise<readonly DocumentId[]> {
    const folder = join(this.#root, conferenceIdSchema.parse(conference));
    const names = (await namesIn(folder)).filter(({ length }) => length >= SHORTEST_ID);
    return names.flatMap((name) => documentIdSchema.safeParse(name).data ?? []);
  }
}

const namesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { withFileTypes: true }).catch(() => [])).flatMap((one) =>
    one.isDirectory() ? [one.name] : [],
  );

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function firstThere(folder: string, name: string, types: Readonly<Record<string, string>>) {
  for (const [ending, type] of Object.entries(types)) {
    const path = join(folder, `${name}.${ending}`);
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return { path, type };
  }
  return null;
}
