import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of the folder while it is written. */
export interface FolderEntry {
  readonly path: string;
  readonly content: AsyncIterable<Buffer> | Iterable<Buffer>;
  /** Might be longer than the 32 bits of a plain ZIP entry. */
  readonly large: boolean;
}

interface Written {
  readonly name: Buffer;
  readonly at: number;
  readonly large: boolean;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** The sizes follow the content, names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** Needed to take it out: a plain entry asks for no more than any reader knows. */
const PLAIN = 20;
const ZIP64 = 45;
/** 1 January 1980: the manifest says when it was written. */
const NO_DATE = 0x0021;
const LEVEL = 3;
const FULL_32 = 0xffffffff;
const FULL_16 = 0xffff;

/** A ZIP of any length (ZIP64 where it must be), packed while it is sent: nothing is held but what is being packed. */
export async function* zipFolder(entries: AsyncIterable<FolderEntry> | Iterable<FolderEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let at = 0;
  for await (const { path, content, large } of entries) {
    const head = { name: Buffer.from(path, 'utf8'), at, large };
    const tally = { crc: 0, packed: 0, size: 0 };
    const local = localHead(head.name, large);
    yield local;
    for await (const part of deflated(content, tally)) yield part;
    const tail = sizes(tally, large);
    yield tail;
    written.push({ ...head, ...tally });
    at += local.length + tally.packed + tail.length;
  }
  const directory = Buffer.concat(written.map(central));
  yield directory;
  yield end(written.length, directory.length, at);
}

interface Tally {
  crc: number;
  packed: number;
  size: number;
}

async function* deflated(content: FolderEntry['content'], tally: Tally): AsyncGenerator<Buffer> {
  const pack = createDeflateRaw({ level: LEVEL });
  // A fault of the content destroys the packer with its cause, which the loop below throws.
  pipeline(Readable.from(counted(content, tally), { objectMode: false }), pack, () => undefined);
  try {
    for await (const part of pack) {
      if (!Buffer.isBuffer(part)) continue;
      tally.packed += part.length;
      yield part;
    }
  } finally {
    pack.destroy();
  }
}

async function* counted(content: FolderEntry['content'], tally: Tally): AsyncGenerator<Buffer> {
  for await (const bytes of content) {
    tally.crc = crc32(bytes, tally.crc);
    tally.size += bytes.length;
    yield bytes;
  }
}

/** Sixty-four bits, each as a field of its own behind the plain ones. */
function extra(fields: readonly number[]): Buffer {
  if (fields.length === 0) return Buffer.alloc(0);
  const long = Buffer.alloc(4 + 8 * fields.length);
  long.writeUInt16LE(1, 0);
  long.writeUInt16LE(8 * fields.length, 2);
  for (const [index, field] of fields.entries()) long.writeBigUInt64LE(BigInt(field), 4 + 8 * index);
  return long;
}

function localHead(name: Buffer, large: boolean): Buffer {
  const long = extra(large ? [0, 0] : []);
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(large ? ZIP64 : PLAIN, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATED, 8);
  head.writeUInt16LE(NO_DATE, 12);
  if (large) head.writeUInt32LE(FULL_32, 18);
  if (large) head.writeUInt32LE(FULL_32, 22);
  head.writeUInt16LE(name.length, 26);
  head.writeUInt16LE(long.length, 28);
  return Buffer.concat([head, name, long]);
}

function sizes({ crc, packed, size }: Tally, large: boolean): Buffer {
  const tail = Buffer.alloc(large ? 24 : 16);
  tail.writeUInt32LE(0x08074b50, 0);
  tail.writeUInt32LE(crc, 4);
  if (large) {
    tail.writeBigUInt64LE(BigInt(packed), 8);
    tail.writeBigUInt64LE(BigInt(size), 16);
  } else {
    tail.writeUInt32LE(packed, 8);
    tail.writeUInt32LE(size, 12);
  }
  return tail;
}

function central({ name, at, large, crc, packed, size }: Written): Buffer {
  const far = at >= FULL_32;
  const long = extra([...(large ? [size, packed] : []), ...(far ? [at] : [])]);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  const version = large || far ? ZIP64 : PLAIN;
  entry.writeUInt16LE(version, 4);
  entry.writeUInt16LE(version, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  entry.writeUInt16LE(NO_DATE, 14);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(large ? FULL_32 : packed, 20);
  entry.writeUInt32LE(large ? FULL_32 : size, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt16LE(long.length, 30);
  entry.writeUInt32LE(far ? FULL_32 : at, 42);
  return Buffer.concat([entry, name, long]);
}

function end(entries: number, directory: number, at: number): Buffer {
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(0x06054b50, 0);
  tail.writeUInt16LE(Math.min(entries, FULL_16), 8);
  tail.writeUInt16LE(Math.min(entries, FULL_16), 10);
  tail.writeUInt32LE(Math.min(directory, FULL_32), 12);
  tail.writeUInt32LE(Math.min(at, FULL_32), 16);
  const isPlain = entries < FULL_16 && directory < FULL_32 && at < FULL_32;
  return isPlain ? tail : Buffer.concat([farEnd(entries, directory, at), tail]);
}

function farEnd(entries: number, directory: number, at: number): Buffer {
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(ZIP64, 12);
  record.writeUInt16LE(ZIP64, 14);
  record.writeBigUInt64LE(BigInt(entries), 24);
  record.writeBigUInt64LE(BigInt(entries), 32);
  record.writeBigUInt64LE(BigInt(directory), 40);
  record.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at + directory), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator]);
}
