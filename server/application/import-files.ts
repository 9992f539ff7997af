import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { ImportId } from '../../shared/domain/ids.ts';

/** An XLSX of two hundred thousand rows stays far below; CSV may have any number of rows. */
export const MAX_XLSX_BYTES = 50 * 1024 ** 2;
export const MAX_CSV_BYTES = 2 * 1024 ** 3;

export const mostBytesOf = (name: string): number => (/\.xls[xm]?$/iu.test(name) ? MAX_XLSX_BYTES : MAX_CSV_BYTES);

export class FileTooLarge extends Error {
  override readonly name = 'FileTooLarge';
  readonly max: number;

  constructor(max: number) {
    super('the file is too large');
    this.max = max;
  }
}

/** Files on their way into a list: they hold names, so nobody but the server's own account may look in, and none stays. */
export class ImportFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  pathOf(importId: ImportId): string {
    return join(this.#folder, importId);
  }

  /** What an earlier life of the server left behind. */
  async sweep(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
    await mkdir(this.#folder, { recursive: true, mode: 0o700 });
  }

  /** Writes what comes to a file and answers how much it was; of a file that breaks off nothing stays. */
  async receive(importId: ImportId, body: Readable, name: string): Promise<number> {
    try {
      return await this.#write(importId, body, name);
    } catch (cause) {
      await this.drop(importId);
      throw cause;
    }
  }

  async #write(importId: ImportId, body: Readable, name: string): Promise<number> {
    const file = createWriteStream(this.pathOf(importId), { flags: 'wx', mode: 0o600 });
    const written = finished(file);
    // Awaited below; a disk that refuses meanwhile must not end the server.
    written.catch(() => undefined);
    let bytes = 0;
    let max = mostBytesOf(name);
    try {
      // Whoever sends too much is still to be told so, on this very connection.
      for await (const part of body.iterator({ destroyOnReturn: false })) {
        if (!Buffer.isBuffer(part)) continue;
        if (bytes === 0 && isZip(part)) max = Math.min(max, MAX_XLSX_BYTES);
        bytes += part.length;
        if (bytes > max) throw new FileTooLarge(max);
        if (!file.write(part)) await drained(file, written);
      }
      file.end();
      await written;
      return bytes;
    } finally {
      file.destroy();
    }
  }

  async drop(importId: ImportId): Promise<void> {
    await rm(this.pathOf(importId), { force: true });
  }
}

const isZip = (part: Buffer): boolean => part.subarray(0, 2).toString('latin1') === 'PK';

const drained = (file: NodeJS.EventEmitter, written: Promise<void>): Promise<void> =>
  Promise.race([new Promise<void>((resolve) => file.once('drain', resolve)), written]);
