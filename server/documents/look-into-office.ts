import { open as openFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type Entry, open, type ZipFile } from 'yauzl';
import type { RenderingRefusal, RenderingSays } from './rendering.ts';

const MB = 1024 ** 2;

export const OFFICE_LIMITS = {
  entries: 20_000,
  /** All parts together, and how many times the file itself. A deck of photographs hardly packs at all. */
  unpackedBytes: 1024 * MB,
  ratio: 200,
  ratioFromBytes: 20 * MB,
  typesBytes: 4 * MB,
} as const;

class Refused extends Error {
  readonly reason: RenderingRefusal['reason'];

  constructor(reason: RenderingRefusal['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** The parts that make a file what it is; another main part, as of a template or of one with macros, is not taken. */
const MAIN_PARTS = {
  docx: 'wordprocessingml.document.main+xml',
  xlsx: 'spreadsheetml.sheet.main+xml',
  pptx: 'presentationml.presentation.main+xml',
} as const;
const FORMATS = ['docx', 'xlsx', 'pptx'] as const;
const TYPES = '[Content_Types].xml';
/** Programs of the document, whatever the list of its parts says. */
const PROGRAM = /vbaproject|\/activex\/|\/macrosheets\//iu;
const PROGRAM_TYPE = /macroenabled|vbaproject|activex|macrosheet/iu;
/** Ways to write a word so that it is not found. */
const HIDDEN = /&#|<!DOCTYPE|\0/iu;

/** Whether it is what it says, and holds nothing that runs. Everything is unpacked once, counted and thrown away. */
export async function lookIntoOffice(source: string): Promise<RenderingSays> {
  try {
    await mustBeZip(source);
    return { kind: 'sound', format: await formatOf(source) };
  } catch (cause) {
    return { kind: 'refused', reason: cause instanceof Refused ? cause.reason : 'damaged' };
  }
}

const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
/** The directory of an old container stands at its beginning or, when it was saved again, at its end. */
const DIRECTORY_WITHIN = MB;

/** With a password a file is an old container around the new one. */
async function mustBeZip(path: string): Promise<void> {
  const file = await openFile(path);
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, DIRECTORY_WITHIN));
    await file.read({ buffer, position: 0 });
    if (buffer.subarray(0, 2).toString('latin1') === 'PK') return;
    const isLocked = buffer.includes(ENCRYPTED);
    await file.read({ buffer, position: size - buffer.length });
    throw new Refused(isLocked || buffer.includes(ENCRYPTED) ? 'protected' : 'not-a-document');
  } finally {
    await file.close();
  }
}

async function formatOf(source: string): Promise<(typeof FORMATS)[number]> {
  const zip = await opened(source);
  try {
    const entries = await entriesOf(zip);
    if (entries.some(({ fileName }) => PROGRAM.test(`/${fileName}`))) throw new Refused('macros');
    const types = await unpackedAll(zip, entries);
    if (types === null) throw new Refused('not-a-document');
    const words = new TextDecoder('utf-8', { fatal: true }).decode(types);
    if (HIDDEN.test(words)) throw new Refused('damaged');
    if (PROGRAM_TYPE.test(words)) throw new Refused('macros');
    const format = FORMATS.find((one) => words.includes(MAIN_PARTS[one]));
    if (format === undefined) throw new Refused('not-a-document');
    return format;
  } finally {
    zip.close();
  }
}

const opened = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    // Sizes are counted as they come: what the directory says of itself is never believed.
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (cause, zip) =>
      cause === null ? resolve(zip) : reject(cause),
    );
  });

function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  return new Promise((resolve, reject) => {
    if (zip.entryCount > OFFICE_LIMITS.entries) reject(new Refused('zip-bomb'));
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      if (entry.isEncrypted()) return reject(new Refused('protected'));
      if (entries.push(entry) > OFFICE_LIMITS.entries) reject(new Refused('zip-bomb'));
      else zip.readEntry();
    });
    zip.readEntry();
  });
}

/** Answers the list of the parts; null: there is none. */
async function unpackedAll(zip: ZipFile, entries: readonly Entry[]): Promise<Buffer | null> {
  const mayAdd = counting(zip.fileSize);
  let types: Buffer | null = null;
  for (const entry of entries) {
    if (entry.fileName !== TYPES) {
      for await (const part of await streamOf(zip, entry)) mayAdd(part);
      continue;
    }
    // Two lists, and two programs may each read another one.
    if (types !== null) throw new Refused('damaged');
    types = await unpackedTypes(zip, entry);
  }
  return types;
}

/** Counts what is unpacked against the file itself; throws when it is too much. */
function counting(packedBytes: number): (part: unknown) => void {
  const { unpackedBytes, ratio, ratioFromBytes } = OFFICE_LIMITS;
  const most = Math.min(unpackedBytes, Math.max(ratioFromBytes, packedBytes * ratio));
  let total = 0;
  return (part) => {
    total += Buffer.isBuffer(part) ? part.length : 0;
    if (total > most) throw new Refused('zip-bomb');
  };
}

async function unpackedTypes(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of await streamOf(zip, entry)) {
    if (!Buffer.isBuffer(part)) continue;
    parts.push(part);
    length += part.length;
    if (length > OFFICE_LIMITS.typesBytes) throw new Refused('zip-bomb');
  }
  return Buffer.concat(parts);
}

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (cause, stream) => (cause === null ? resolve(stream) : reject(cause)));
  });
