/** Films with a head and no pictures: what the server reads of them, and what a stranger may write there. */

export const u32 = (...values: readonly number[]): Buffer => {
  const buffer = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) buffer.writeUInt32BE(value >>> 0, 4 * index);
  return buffer;
};

export const box = (type: string, ...contents: readonly Buffer[]): Buffer => {
  const body = Buffer.concat(contents);
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
};

const UPRIGHT = [1, 0, 0, 0, 1, 0, 0, 0, 1];
const ON_ITS_SIDE = [0, 1, 0, -1, 0, 0, 0, 0, 1];

interface Mp4 {
  readonly seconds?: number;
  readonly size?: readonly [number, number];
  readonly coding?: string;
  readonly turned?: boolean;
  /** Bytes of pictures before the tables, as a camera writes them. */
  readonly pictures?: number;
}

export function mp4({ seconds = 12, size = [1920, 1080], coding = 'avc1', turned = false, pictures = 64 }: Mp4 = {}) {
  const mvhd = box('mvhd', u32(0, 0, 0, 1_000, Math.round(seconds * 1_000)), Buffer.alloc(80));
  const matrix = turned ? ON_ITS_SIDE : UPRIGHT;
  const tkhd = box('tkhd', Buffer.alloc(40), u32(...matrix), u32(size[0] * 65_536, size[1] * 65_536));
  const stsd = box('stsd', u32(0, 1), box(coding, Buffer.alloc(70)));
  const mdia = box(
    'mdia',
    box('hdlr', u32(0, 0), Buffer.from('vide'), Buffer.alloc(12)),
    box('minf', box('stbl', stsd)),
  );
  return Buffer.concat([
    box('ftyp', Buffer.from('isomiso2avc1mp41')),
    box('mdat', Buffer.alloc(pictures)),
    box('moov', mvhd, box('trak', tkhd, mdia)),
  ]);
}

export function element(id: number, ...contents: readonly Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const name = Buffer.from(id.toString(16), 'hex');
  const size = Buffer.alloc(4);
  size.writeUInt32BE(0x10_00_00_00 + body.length);
  return Buffer.concat([name, size, body]);
}

export const double = (value: number): Buffer => {
  const buffer = Buffer.alloc(8);
  buffer.writeDoubleBE(value);
  return buffer;
};

interface Webm {
  /** null: as a browser records it, that does not know how long it will be. */
  readonly seconds?: number | null;
  readonly docType?: string;
}

export function webm({ seconds = 9, docType = 'webm' }: Webm = {}): Buffer {
  const length = seconds === null ? [] : [element(0x4489, double(seconds * 1_000))];
  const facts = element(0x1549a966, element(0x2ad7b1, u32(1_000_000)), ...length);
  const video = element(0xe0, element(0xb0, u32(1_280)), element(0xba, u32(720)));
  const segment = element(0x18538067, facts, element(0x1654ae6b, element(0xae, video)), element(0x1f43b675));
  return Buffer.concat([element(0x1a45dfa3, element(0x4282, Buffer.from(docType))), segment]);
}
