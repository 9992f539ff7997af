import type { FileHandle } from 'node:fs/promises';
import { type ClipFacts, readAt } from './clip-facts.ts';
import { DocumentRefused } from './document-refused.ts';

interface Element {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

const HEADER = 0x1a45dfa3;
const DOC_TYPE = 0x4282;
const SEGMENT = 0x18538067;
const SEGMENT_FACTS = 0x1549a966;
const TIME_SCALE = 0x2ad7b1;
const DURATION = 0x4489;
const TRACKS = 0x1654ae6b;
const TRACK = 0xae;
const VIDEO = 0xe0;
const WIDTH = 0xb0;
const HEIGHT = 0xba;
/** Behind the first of them there is nothing but pictures and sound. */
const CLUSTER = 0x1f43b675;

const MAX_ELEMENTS = 20_000;
const NANOSECONDS = 1_000_000;

/** Length and proportion as the film's head says them. */
export async function webmFacts(file: FileHandle, size: number): Promise<ClipFacts> {
  const walk = new ElementWalk(file);
  const top = await walk.within(0, size);
  const header = await walk.childrenOf(top.find(({ id }) => id === HEADER));
  if ((await walk.textOf(header.find(({ id }) => id === DOC_TYPE))) !== 'webm') {
    throw new DocumentRefused('not-a-document');
  }
  const segment = await walk.childrenOf(top.find(({ id }) => id === SEGMENT));
  const facts = await walk.childrenOf(segment.find(({ id }) => id === SEGMENT_FACTS));
  const duration = await walk.numberOf(facts.find(({ id }) => id === DURATION));
  const scale = (await walk.wholeOf(facts.find(({ id }) => id === TIME_SCALE))) ?? NANOSECONDS;
  const ratio = await ratioOf(walk, segment);
  if (duration === null || ratio === null) throw new DocumentRefused('damaged');
  return { durationMs: (duration * scale) / NANOSECONDS, ratio };
}

async function ratioOf(walk: ElementWalk, segment: readonly Element[]): Promise<number | null> {
  const tracks = await walk.childrenOf(segment.find(({ id }) => id === TRACKS));
  for (const track of tracks.filter(({ id }) => id === TRACK)) {
    const video = (await walk.childrenOf(track)).find(({ id }) => id === VIDEO);
    const facts = video === undefined ? [] : await walk.childrenOf(video);
    const width = await walk.wholeOf(facts.find(({ id }) => id === WIDTH));
    const height = await walk.wholeOf(facts.find(({ id }) => id === HEIGHT));
    if (width !== null && height !== null) return width / height;
  }
  return null;
}

class ElementWalk {
  readonly #file: FileHandle;
  #seen = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  async within(start: number, end: number): Promise<readonly Element[]> {
    const found: Element[] = [];
    for (let at = start; at + 2 <= end; ) {
      this.#seen += 1;
      if (this.#seen > MAX_ELEMENTS) throw new DocumentRefused('damaged');
      const element = elementAt(await readAt(this.#file, at, Math.min(12, end - at)), at, end);
      if (element.id === CLUSTER) break;
      found.push(element);
      at = element.end;
    }
    return found;
  }

  childrenOf(element: Element | undefined): Promise<readonly Element[]> {
    if (element === undefined) throw new DocumentRefused('damaged');
    return this.within(element.start, element.end);
  }

  async wholeOf(element: Element | undefined): Promise<number | null> {
    const bytes = await this.#bytesOf(element);
    return bytes === null || bytes.length === 0 || bytes.length > 6 ? null : bytes.readUIntBE(0, bytes.length);
  }

  async numberOf(element: Element | undefined): Promise<number | null> {
    const bytes = await this.#bytesOf(element);
    if (bytes?.length === 4) return bytes.readFloatBE(0);
    return bytes?.length === 8 ? bytes.readDoubleBE(0) : null;
  }

  async textOf(element: Element | undefined): Promise<string | null> {
    return (await this.#bytesOf(element))?.toString('latin1').replace(/\0+$/u, '') ?? null;
  }

  /** Numbers and names are short; what is longer is none. */
  async #bytesOf(element: Element | undefined): Promise<Buffer | null> {
    if (element === undefined || element.end - element.start > 64) return null;
    return readAt(this.#file, element.start, element.end - element.start);
  }
}

/** Ids and sizes tell their own length by the zeros before the first one. A size of nothing but ones is unknown. */
function elementAt(head: Buffer, at: number, end: number): Element {
  const idLength = Math.clz32(head[0] ?? 0) - 23;
  const sizeLength = Math.clz32(head[idLength] ?? 0) - 23;
  const length = idLength + sizeLength;
  if (idLength > 4 || sizeLength > 8 || length > head.length) throw new DocumentRefused('damaged');
  const raw = BigInt(`0x${head.toString('hex', idLength, length)}`);
  const unknown = (1n << BigInt(7 * sizeLength)) - 1n;
  const size = raw & unknown;
  const start = at + length;
  const stop = size === unknown ? end : start + Number(size);
  if (stop > end) throw new DocumentRefused('damaged');
  return { id: head.readUIntBE(0, idLength), start, end: stop };
}
