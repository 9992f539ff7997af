import type { Tables } from './woff.ts';

/** A simple TrueType outline: its points in absolute units, and which of them lie on the curve. */
export interface Outline {
  readonly ends: readonly number[];
  readonly points: readonly Point[];
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly onCurve: boolean;
}

const ON_CURVE = 1;
const SHORT = { x: 2, y: 4 } as const;
const SAME = { x: 16, y: 32 } as const;
const REPEAT = 8;
const FORMAT_4 = 4;

export function table(tables: Tables, tag: string): Buffer {
  const found = tables.get(tag);
  if (found === undefined) throw new Error(`the font has no table ${tag}`);
  return found;
}

/** The glyph of a character, by the Unicode table of format 4. */
export function glyphOf(tables: Tables, character: string): number {
  const cmap = table(tables, 'cmap');
  const code = character.charCodeAt(0);
  const starts = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(8 + i * 8));
  const at = starts.find((start) => cmap.readUInt16BE(start) === FORMAT_4);
  if (at === undefined) throw new Error('the font has no character table of format 4');
  const segments = cmap.readUInt16BE(at + 6) / 2;
  const field = (row: number, i: number, pad = 0) => at + 14 + pad + (row * segments + i) * 2;
  for (let i = 0; i < segments; i++) {
    const last = cmap.readUInt16BE(field(0, i));
    const first = cmap.readUInt16BE(field(1, i, 2));
    if (code < first || code > last) continue;
    const delta = cmap.readUInt16BE(field(2, i, 2));
    const rangeAt = field(3, i, 2);
    const range = cmap.readUInt16BE(rangeAt);
    const glyph = range === 0 ? code : cmap.readUInt16BE(rangeAt + range + (code - first) * 2);
    return (glyph + delta) & 0xffff;
  }
  throw new Error(`the font has no ${character}`);
}

export function advanceOf(tables: Tables, glyph: number): number {
  const measured = table(tables, 'hhea').readUInt16BE(34);
  return table(tables, 'hmtx').readUInt16BE(Math.min(glyph, measured - 1) * 4);
}

export function outlineOf(tables: Tables, glyph: number): Outline {
  const loca = table(tables, 'loca');
  const long = table(tables, 'head').readInt16BE(50) === 1;
  const start = long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2;
  const bytes = table(tables, 'glyf').subarray(start);
  const contours = bytes.readInt16BE(0);
  if (contours < 1) throw new Error('a figure is put together from other glyphs');
  const ends = Array.from({ length: contours }, (_, i) => bytes.readUInt16BE(10 + i * 2));
  const instructions = bytes.readUInt16BE(10 + contours * 2);
  const { flags, at } = flagsOf(bytes, 12 + contours * 2 + instructions, (ends.at(-1) ?? -1) + 1);
  const xs = coordinatesOf(bytes, at, flags, 'x');
  const ys = coordinatesOf(bytes, xs.at, flags, 'y');
  return {
    ends,
    points: flags.map((flag, i) => ({ x: xs.values[i] ?? 0, y: ys.values[i] ?? 0, onCurve: (flag & ON_CURVE) !== 0 })),
  };
}

function flagsOf(
  bytes: Buffer,
  start: number,
  count: number,
): { readonly flags: readonly number[]; readonly at: number } {
  const flags: number[] = [];
  let at = start;
  while (flags.length < count) {
    const flag = bytes.readUInt8(at++);
    const times = (flag & REPEAT) === 0 ? 1 : bytes.readUInt8(at++) + 1;
    for (let i = 0; i < times; i++) flags.push(flag);
  }
  return { flags, at };
}

function coordinatesOf(bytes: Buffer, start: number, flags: readonly number[], axis: 'x' | 'y') {
  let at = start;
  let value = 0;
  const values = flags.map((flag) => {
    const same = (flag & SAME[axis]) !== 0;
    if ((flag & SHORT[axis]) !== 0) value += (same ? 1 : -1) * bytes.readUInt8(at++);
    else if (!same) {
      value += bytes.readInt16BE(at);
      at += 2;
    }
    return value;
  });
  return { values, at };
}

export const left = ({ points }: Outline): number => Math.min(...points.map(({ x }) => x));
export const right = ({ points }: Outline): number => Math.max(...points.map(({ x }) => x));

export const moved = ({ ends, points }: Outline, by: number): Outline => ({
  ends,
  points: points.map((point) => ({ ...point, x: point.x + by })),
});

/** Written plainly, a whole number for every step: ten figures are no place to save bytes. */
export function encoded(outline: Outline): Buffer {
  const { ends, points } = outline;
  const ys = points.map(({ y }) => y);
  const head = [ends.length, left(outline), Math.min(...ys), right(outline), Math.max(...ys)];
  const words = [...head, ...ends, 0];
  const steps = (axis: 'x' | 'y') => points.map((point, i) => point[axis] - (points[i - 1]?.[axis] ?? 0));
  const flags = Buffer.from(points.map(({ onCurve }) => (onCurve ? ON_CURVE : 0)));
  const bytes = Buffer.concat([int16s(words), flags, int16s(steps('x')), int16s(steps('y'))]);
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}

export function int16s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [i, value] of values.entries()) bytes.writeUInt16BE(value & 0xffff, i * 2);
  return bytes;
}
