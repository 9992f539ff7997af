import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { type Entry, open as openZip, type ZipFile } from 'yauzl';

/** The files of an archive, wherever they lie: in a folder, or still in the ZIP that was downloaded. */
export interface ArchiveSource {
  readonly paths: readonly string[];
  /** null: there is no such file. */
  readonly open: (path: string) => Promise<AsyncIterable<Buffer> | null>;
  readonly close: () => void;
}

/** null: there is nothing that could be read at this place. */
export async function openArchive(place: string): Promise<ArchiveSource | null> {
  const found = await stat(place).catch(() => null);
  if (found === null) return null;
  return found.isDirectory() ? folderSource(place) : zipSource(place).catch(() => null);
}

async function folderSource(folder: string): Promise<ArchiveSource> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  // Links and devices are told like files: the manifest names none of them, so they are found as strangers.
  const paths = entries
    .filter((one) => !one.isDirectory())
    .map((one) => relative(folder, join(one.parentPath, one.name)).split(sep).join('/'));
  const known = new Set(entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name)));
  return {
    paths: paths.toSorted(),
    open: async (path) => {
      const file = join(folder, path);
      return known.has(file) ? createReadStream(file) : null;
    },
    close: () => undefined,
  };
}

async function zipSource(file: string): Promise<ArchiveSource> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    openZip(file, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (cause, opened) =>
      cause === null ? resolve(opened) : reject(cause),
    );
  });
  try {
    const entries = await entriesOf(zip);
    return {
      paths: [...entries.keys()].toSorted(),
      open: async (path) => {
        const entry = entries.get(path);
        return entry === undefined ? null : streamOf(zip, entry);
      },
      close: () => zip.close(),
    };
  } catch (cause) {
    zip.close();
    throw cause;
  }
}

/** Unpacked by hand the folder may lie within another; here the names are the ones that the export gave. */
function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      // A second file of the same name would hide behind the first.
      if (entries.has(entry.fileName)) return reject(new Error(`${entry.fileName} stands in the ZIP twice`));
      if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (cause, stream) => (cause === null ? resolve(stream) : reject(cause)));
  });

/** No line of ours is longer; one that is was not written by us. */
const LONGEST_LINE = 64 * 1024 ** 2;

/** The lines of a file without their ends. A last one that has no end is given too. */
export async function* linesOf(content: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of content) {
    const buffer = rest.length === 0 ? part : Buffer.concat([rest, part]);
    let from = 0;
    for (let end = buffer.indexOf(10); end !== -1; end = buffer.indexOf(10, from)) {
      yield buffer.toString('utf8', from, end);
      from = end + 1;
    }
    rest = buffer.subarray(from);
    if (rest.length > LONGEST_LINE) throw new Error('a line has no end');
  }
  if (rest.length > 0) yield rest.toString('utf8');
}
