import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { DOCUMENT_LIMITS } from './document-limits.ts';
import { DocumentRefused } from './document-refused.ts';
import { type FileKind, HEAD_BYTES, kindOfHead } from './file-head.ts';
import { endingOf, fitsName } from './name-ending.ts';

/** A file that is on its way. */
export interface Coming {
  readonly body: Readable;
  /** What its sender calls it: the content must be that. */
  readonly name: string;
  /** How many bytes are said to come. */
  readonly announced: number;
  /** Aborted, nothing more of it is taken. */
  readonly signal: AbortSignal;
}

export interface ReceivedFile {
  readonly kind: FileKind;
  readonly bytes: number;
  /** SHA-256, in hexadecimal. */
  readonly hash: string;
}

/** Many files that come at once fill what each of them found free: it is looked at again after so many bytes. */
const LOOK_EVERY_BYTES = 16 * 1024 ** 2;

export async function receiveFile(
  path: string,
  { body, name, signal }: Coming,
  mustHaveRoom: () => Promise<void>,
): Promise<ReceivedFile> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const written = finished(file);
  // Awaited below; a disk that refuses meanwhile must not end the server.
  written.catch(() => undefined);
  const count = new Counted(name);
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
  readonly #name: string;
  readonly #hash = createHash('sha256');
  #head: Buffer = Buffer.alloc(0);
  #bytes = 0;
  #kind: FileKind | null = null;

  constructor(name: string) {
    this.#name = name;
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(part: Buffer): void {
    this.#bytes += part.length;
    this.#hash.update(part);
    if (this.#head.length < HEAD_BYTES) {
      this.#head = Buffer.concat([this.#head, part.subarray(0, HEAD_BYTES - this.#head.length)]);
      this.#kind = kindOfHead(this.#head);
      if (this.#head.length >= HEAD_BYTES) this.#known();
    }
    if (this.#bytes > mostBytesOf(this.#kind)) throw new DocumentRefused('too-large');
  }

  whole(): ReceivedFile {
    return { kind: this.#known(), bytes: this.#bytes, hash: this.#hash.digest('hex') };
  }

  #known(): FileKind {
    const kind = this.#kind;
    if (this.#bytes > 0 && endingOf(this.#name) !== null && !fitsName(this.#name, kind)) {
      throw new DocumentRefused('not-what-its-name-says');
    }
    if (kind === null) throw new DocumentRefused('not-a-document');
    return kind;
  }
}

function mostBytesOf(kind: FileKind | null): number {
  if (kind === 'mp4' || kind === 'webm') return DOCUMENT_LIMITS.clipBytes;
  const isImage = kind === 'jpeg' || kind === 'png' || kind === 'webp';
  return isImage ? DOCUMENT_LIMITS.imageBytes : DOCUMENT_LIMITS.pdfBytes;
}
