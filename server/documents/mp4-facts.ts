import type { FileHandle } from 'node:fs/promises';
import { type ClipFacts, readAt } from './clip-facts.ts';
import { DocumentRefused } from './document-refused.ts';

interface Box {
  readonly type: string;
  /** Where its contents begin and end in the file. */
  readonly start: number;
  readonly end: number;
}

/** A file of nothing but tiny boxes is no clip. */
const MAX_BOXES = 20_000;
/** What browsers play without asking the machine it stands on. */
const PLAYED = new Set(['avc1', 'avc3', 'vp08', 'vp09', 'av01']);

/** Length and proportion as the film's own tables say them: how long must be known, for every wall plays in step. */
export async function mp4Facts(file: FileHandle, size: number): Promise<ClipFacts> {
  const walk = new BoxWalk(file);
  const moov = await walk.find({ type: 'file', start: 0, end: size }, 'moov');
  if (moov === null) throw new DocumentRefused('damaged');
  const durationMs = await durationOf(walk, moov);
  for (const trak of await walk.all(moov, 'trak')) {
    const ratio = await ratioOfTrack(walk, trak);
    if (ratio !== null) return { durationMs, ratio };
  }
  throw new DocumentRefused('damaged');
}

class BoxWalk {
  readonly #file: FileHandle;
  #seen = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  read(at: number, length: number): Promise<Buffer> {
    return readAt(this.#file, at, length);
  }

  async find(within: Box, type: string): Promise<Box | null> {
    return (await this.all(within, type))[0] ?? null;
  }

  async findDeep(within: Box, ...path: readonly string[]): Promise<Box | null> {
    let box: Box | null = within;
    for (const type of path) box = box === null ? null : await this.find(box, type);
    return box;
  }

  async all({ start, end }: Box, type: string): Promise<readonly Box[]> {
    const found: Box[] = [];
    for (let at = start; at + 8 <= end; ) {
      this.#seen += 1;
      if (this.#seen > MAX_BOXES) throw new DocumentRefused('damaged');
      const box = boxAt(await this.read(at, Math.min(16, end - at)), at, end);
      if (box.type === type) found.push(box);
      at = box.end;
    }
    return found;
  }
}

function boxAt(head: Buffer, at: number, end: number): Box {
  const short = head.readUInt32BE(0);
  const isLong = short === 1 && head.length >= 16;
  const size = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
  const start = at + (isLong ? 16 : 8);
  if (at + size < start || at + size > end) throw new DocumentRefused('damaged');
  return { type: head.toString('latin1', 4, 8), start, end: at + size };
}

async function durationOf(walk: BoxWalk, moov: Box): Promise<number> {
  const mvhd = await walk.find(moov, 'mvhd');
  if (mvhd === null) throw new DocumentRefused('damaged');
  const head = await walk.read(mvhd.start, 32);
  const isLong = head[0] === 1;
  const scale = head.readUInt32BE(isLong ? 20 : 12);
  const whole = isLong ? Number(head.readBigUInt64BE(24)) : head.readUInt32BE(16);
  const units = whole === 0 ? await fragmentedUnits(walk, moov) : whole;
  return (units * 1_000) / scale;
}

/** A film in fragments tells its length in a table of its own, or nowhere. */
async function fragmentedUnits(walk: BoxWalk, moov: Box): Promise<number> {
  const mehd = await walk.findDeep(moov, 'mvex', 'mehd');
  if (mehd === null) throw new DocumentRefused('damaged');
  const head = await walk.read(mehd.start, 12);
  return head[0] === 1 ? Number(head.readBigUInt64BE(4)) : head.readUInt32BE(4);
}

/** null: the track is no picture. */
async function ratioOfTrack(walk: BoxWalk, trak: Box): Promise<number | null> {
  const hdlr = await walk.findDeep(trak, 'mdia', 'hdlr');
  if (hdlr === null || (await walk.read(hdlr.start, 12)).toString('latin1', 8, 12) !== 'vide') return null;
  const stsd = await walk.findDeep(trak, 'mdia', 'minf', 'stbl', 'stsd');
  const tkhd = await walk.find(trak, 'tkhd');
  if (stsd === null || tkhd === null) throw new DocumentRefused('damaged');
  const coding = (await walk.read(stsd.start, 16)).toString('latin1', 12, 16);
  if (!PLAYED.has(coding)) throw new DocumentRefused('not-a-document');
  const head = await walk.read(tkhd.start, 4);
  const matrix = tkhd.start + (head[0] === 1 ? 52 : 40);
  const table = await walk.read(matrix, 44);
  const [width, height] = [table.readUInt32BE(36), table.readUInt32BE(40)];
  const liesOnItsSide = table.readInt32BE(0) === 0 && table.readInt32BE(16) === 0;
  return liesOnItsSide ? height / width : width / height;
}
