import type { Readable } from 'node:stream';
import { type Entry, open, type ZipFile } from 'yauzl';
import { FileRefused } from './file-refused.ts';
import { LIMITS } from './reading-limits.ts';

/** The parts of a workbook by their names. A name is only ever compared, never used as a path. */
export interface XlsxZip {
  readonly has: (name: string) => boolean;
  /** The part as text, piece by piece, counted against what a workbook may unpack to. */
  readonly text: (name: string) => AsyncGenerator<string, void, undefined>;
  /** How much of the packed file the parts read so far make up. */
  readonly readBytes: () => number;
  readonly close: () => void;
}

export async function openXlsx(path: string): Promise<XlsxZip> {
  const zip = await damagedIfRejected(opened(path));
  try {
    const entries = await damagedIfRejected(entriesOf(zip));
    return zipOf(zip, entries);
  } catch (cause) {
    zip.close();
    throw cause;
  }
}

const opened = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    // Sizes are counted as they come: what the directory says of itself is never believed.
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (cause, zip) =>
      cause === null ? resolve(zip) : reject(cause),
    );
  });

function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    if (zip.entryCount > LIMITS.zipEntries) reject(new FileRefused('zip-bomb', { limit: LIMITS.zipEntries }));
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      if (entry.isEncrypted()) return reject(new FileRefused('encrypted-excel'));
      entries.set(entry.fileName, entry);
      if (entries.size > LIMITS.zipEntries) reject(new FileRefused('zip-bomb', { limit: LIMITS.zipEntries }));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

function zipOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): XlsxZip {
  /** By part: one that is read twice is counted once. */
  const unpacked = new Map<string, number>();
  const packed = new Map<string, number>();
  let total = 0;

  function count(entry: Entry, length: number): void {
    const { fileName, compressedSize } = entry;
    const before = unpacked.get(fileName) ?? 0;
    if (length > before) {
      total += length - before;
      unpacked.set(fileName, length);
    }
    packed.set(fileName, Math.max(packed.get(fileName) ?? 0, Math.min(compressedSize, length)));
    if (total > LIMITS.unpacked) throw new FileRefused('zip-bomb', { limit: LIMITS.unpacked });
    if (length > LIMITS.ratioFrom && length > compressedSize * LIMITS.ratio) {
      throw new FileRefused('zip-bomb', { limit: LIMITS.ratio });
    }
  }

  async function* text(name: string): AsyncGenerator<string, void, undefined> {
    const entry = entries.get(name);
    if (entry === undefined) return;
    const stream = await damagedIfRejected(streamOf(zip, entry));
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let length = 0;
    try {
      for await (const part of stream as AsyncIterable<Buffer>) {
        length += part.length;
        count(entry, length);
        yield decoder.decode(part, { stream: true });
      }
      yield decoder.decode();
    } catch (cause) {
      throw cause instanceof FileRefused ? cause : new FileRefused('file-damaged', { part: name });
    } finally {
      stream.destroy();
    }
  }

  return {
    has: (name) => entries.has(name),
    text,
    readBytes: () => [...packed.values()].reduce((sum, one) => sum + one, 0),
    close: () => zip.close(),
  };
}

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (cause, stream) => (cause === null ? resolve(stream) : reject(cause)));
  });

async function damagedIfRejected<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise;
  } catch (cause) {
    throw cause instanceof FileRefused ? cause : new FileRefused('file-damaged');
  }
}
