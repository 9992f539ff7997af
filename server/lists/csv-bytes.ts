import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { hasUtf16Mark } from './file-kind.ts';
import { FileRefused } from './file-refused.ts';
import { wordingOfBytes } from './legacy-letters.ts';

export interface CsvPart {
  /** Whole letters in UTF-8, without a byte order mark. */
  readonly text: Buffer;
  /** How much of the file has been read. */
  readonly bytes: number;
}

const PART = 256 * 1024;
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

type ToUtf8 = (part: Buffer) => Buffer;
/** No more bytes come. */
const LAST: Buffer = Buffer.alloc(0);

/** A text file as UTF-8. Bytes that are no letters in it are never guessed at: the file is refused. */
export async function* csvBytes(path: string): AsyncGenerator<CsvPart, void, undefined> {
  let toUtf8: ToUtf8 | null = null;
  let bytes = 0;
  let first = LAST;
  const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: PART });
  for await (const part of stream) {
    bytes += part.length;
    let content = part;
    if (toUtf8 === null) {
      toUtf8 = converterFor(part);
      content = part.subarray(markLength(part));
      first = part;
    }
    yield { text: refusing(toUtf8, content, first), bytes };
  }
  if (toUtf8 !== null) refusing(toUtf8, LAST, first);
}

function converterFor(first: Buffer): ToUtf8 {
  if (first[0] === 0xff && first[1] === 0xfe) return decoderOf('utf-16le');
  if (first[0] === 0xfe && first[1] === 0xff) return decoderOf('utf-16be');
  return wholeUtf8();
}

function markLength(first: Buffer): number {
  if (first.subarray(0, 3).equals(UTF8_MARK)) return 3;
  return hasUtf16Mark(first) ? 2 : 0;
}

function decoderOf(encoding: 'utf-16le' | 'utf-16be'): ToUtf8 {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (part) => Buffer.from(decoder.decode(part, { stream: part.length > 0 }), 'utf8');
}

/** UTF-8 passes as it is, looked at but not decoded; a letter cut by the end of a part waits for the next. */
function wholeUtf8(): ToUtf8 {
  let held = LAST;
  return (part) => {
    const all = held.length === 0 ? part : Buffer.concat([held, part]);
    const end = part.length === 0 ? all.length : all.length - cutLetter(all);
    const whole = all.subarray(0, end);
    held = all.subarray(end);
    if (!isUtf8(whole)) throw new TypeError('not UTF-8');
    return whole;
  };
}

/** How many bytes at the end begin a letter that is not complete. */
function cutLetter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function refusing(toUtf8: ToUtf8, part: Buffer, first: Buffer): Buffer {
  try {
    return toUtf8(part);
  } catch {
    throw new FileRefused(wordingOfBytes(Buffer.concat([first, part])));
  }
}
