import { createWriteStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { type ConferenceId, conferenceIdSchema, type DocumentId, documentIdSchema } from '../../shared/domain/ids.ts';
import { type FreeBytes, freeBytes, NoRoomLeft } from '../disk-room.ts';
import { isDiskFull } from './disk-full.ts';
import { DOCUMENT_LIMITS } from './document-limits.ts';
import { DocumentRefused } from './document-refused.ts';
import { type FileKind, HEAD_BYTES, kindOfHead } from './file-head.ts';

/** Whose a document is, on the disk. */
export interface Place {
  readonly conference: ConferenceId;
  readonly documentId: DocumentId;
}

/** A file that is on its way. */
export interface Coming {
  readonly body: Readable;
  /** How many bytes are said to come. */
  readonly announced: number;
  /** Aborted, nothing more of it is taken. */
  readonly signal: AbortSignal;
}

export interface ReceivedFile {
  readonly kind: FileKind;
  readonly bytes: number;
}

/** A picture of a page, or a clip, as it is handed out. */
export interface KeptFile {
  readonly path: string;
  readonly type: string;
}

const PAGE_TYPES = { png: 'image/png', webp: 'image/webp' } as const;
const CLIP_TYPES = { mp4: 'video/mp4', webm: 'video/webm' } as const;
/** What is not whole yet; a start of the server clears it away. */
const HALF = '.half';

/**
 * The server's own copies, a folder each. They come to stand under their name when every byte is on the disk, and are
 * named in the journal after that: what the journal names is there.
 */
export class DocumentFiles {
  readonly #root: string;
  readonly #freeBytes: FreeBytes;

  constructor(root: string, free: FreeBytes = freeBytes) {
    this.#root = root;
    this.#freeBytes = free;
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

  /** Writes what comes; of a file that breaks off, or is none that can be shown, nothing stays. */
  async receive(place: Place, coming: Coming): Promise<ReceivedFile> {
    await mkdir(this.#root, { recursive: true, mode: 0o700 });
    try {
      await this.#mustHaveRoomFor(coming.announced);
      await mkdir(this.halfOf(place), { recursive: true, mode: 0o700 });
      return await writeSource(this.sourceOf(place), coming, () => this.#mustHaveRoomFor(0));
    } catch (cause) {
      await this.drop(place);
      throw isDiskFull(cause) ? new DocumentRefused('disk-full', { cause }) : cause;
    }
  }

  async #mustHaveRoomFor(bytes: number): Promise<void> {
    if ((await this.#freeBytes(this.#root)) - bytes < DOCUMENT_LIMITS.freeBytes) throw new NoRoomLeft();
  }

  /** The pages that were drawn; what they were drawn from is given up. */
  async keepPages(place: Place): Promise<void> {
    await rm(this.sourceOf(place), { force: true });
    await this.#keep(place);
  }

  async keepClip(place: Place, kind: keyof typeof CLIP_TYPES): Promise<void> {
    const clip = join(this.halfOf(place), `clip.${kind}`);
    await rename(this.sourceOf(place), clip);
    await synced(clip);
    await this.#keep(place);
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

  async bytesOf(place: Place): Promise<number> {
    const folder = this.folderOf(place);
    const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
    return sizes.reduce((sum, size) => sum + size, 0);
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
    return (await namesIn(folder)).flatMap((name) => documentIdSchema.safeParse(name).data ?? []);
  }
}

const namesIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { withFileTypes: true }).catch(() => [])).flatMap((one) =>
    one.isDirectory() ? [one.name] : [],
  );

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

async function synced(path: string): Promise<void> {
  const file = await open(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Many files that come at once fill what each of them found free: it is looked at again after so many bytes. */
const LOOK_EVERY_BYTES = 16 * 1024 ** 2;

async function writeSource(path: string, { body, signal }: Coming, mustHaveRoom: () => Promise<void>) {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const written = finished(file);
  // Awaited below; a disk that refuses meanwhile must not end the server.
  written.catch(() => undefined);
  const count = new Counted();
  let lookAt = LOOK_EVERY_BYTES;
  try {
    // Whoever sends too much is still to be told so, on this very connection.
    for await (const part of body.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(part)) continue;
      signal.throwIfAborted();
      count.add(part);
      if (count.bytes >= lookAt) {
        lookAt += LOOK_EVERY_BYTES;
        await mustHaveRoom();
      }
      if (!file.write(part)) await drained(file, written);
    }
    file.end();
    await written;
    return count.whole();
  } finally {
    file.destroy();
  }
}

const drained = (file: NodeJS.EventEmitter, written: Promise<void>): Promise<void> =>
  Promise.race([new Promise<void>((resolve) => file.once('drain', resolve)), written]);

/** Knows what comes as soon as its head is there, and refuses it then and not at its end. */
class Counted {
  #head: Buffer = Buffer.alloc(0);
  #bytes = 0;
  #kind: FileKind | null = null;

  get bytes(): number {
    return this.#bytes;
  }

  add(part: Buffer): void {
    this.#bytes += part.length;
    if (this.#head.length < HEAD_BYTES) {
      this.#head = Buffer.concat([this.#head, part.subarray(0, HEAD_BYTES - this.#head.length)]);
      this.#kind = kindOfHead(this.#head);
    }
    if (this.#kind === null && this.#head.length >= HEAD_BYTES) throw new DocumentRefused('not-a-document');
    if (this.#bytes > mostBytesOf(this.#kind)) throw new DocumentRefused('too-large');
  }

  whole(): ReceivedFile {
    if (this.#kind === null) throw new DocumentRefused('not-a-document');
    return { kind: this.#kind, bytes: this.#bytes };
  }
}

const mostBytesOf = (kind: FileKind | null): number =>
  kind === 'mp4' || kind === 'webm' ? DOCUMENT_LIMITS.clipBytes : DOCUMENT_LIMITS.pdfBytes;
