import { advanceOf, encoded, glyphOf, int16s, left, moved, type Outline, outlineOf, right, table } from './glyphs.ts';
import type { Tables } from './woff.ts';

export const FIGURES = '0123456789'.split('');
const FIRST = 0x30;
const LAST = 0x39;

/**
 * A font of the ten figures alone, each in the middle of a cell as wide as the nought. Be Vietnam Pro has
 * proportional figures only (its 1 is half as wide as its 4), and a clock set in them jumps every second.
 */
export function tabularFigures(source: Tables): Tables {
  const cell = advanceOf(source, glyphOf(source, '0'));
  const outlines = FIGURES.map((figure) => centred(outlineOf(source, glyphOf(source, figure)), cell));
  const bodies = outlines.map(encoded);
  const offsets = bodies.reduce((all, body) => [...all, (all.at(-1) ?? 0) + body.length], [0]);
  const glyphs = outlines.length + 1;
  return new Map([
    ['OS/2', withFigureRange(table(source, 'OS/2'))],
    ['cmap', figureMap()],
    ['glyf', Buffer.concat(bodies)],
    ['head', withLongOffsets(table(source, 'head'))],
    ['hhea', patched(table(source, 'hhea'), 34, glyphs)],
    ['hmtx', int16s([cell, 0, ...outlines.flatMap((outline) => [cell, left(outline)])])],
    // The first glyph, for what is missing, is empty: two equal offsets.
    ['loca', uint32s([0, ...offsets])],
    ['maxp', patched(table(source, 'maxp'), 4, glyphs)],
    ['name', nameless()],
    ['post', withoutGlyphNames(table(source, 'post'))],
  ]);
}

const centred = (outline: Outline, cell: number): Outline =>
  moved(outline, Math.round((cell - (right(outline) - left(outline))) / 2) - left(outline));

function patched(bytes: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  copy.writeUInt16BE(value, at);
  return copy;
}

const withLongOffsets = (head: Buffer): Buffer => patched(head, 50, 1);
const withFigureRange = (os2: Buffer): Buffer => patched(patched(os2, 64, FIRST), 66, LAST);

function withoutGlyphNames(post: Buffer): Buffer {
  const copy = Buffer.from(post.subarray(0, 32));
  copy.writeUInt32BE(0x00030000, 0);
  return copy;
}

/** One segment for the figures, whose glyphs follow the empty first one, and the one that ends the table. */
function figureMap(): Buffer {
  const segments = [LAST, 0xffff, 0, FIRST, 0xffff, 1 - FIRST, 1, 0, 0];
  const subtable = int16s([4, 14 + segments.length * 2, 0, 4, 4, 1, 0, ...segments]);
  return Buffer.concat([int16s([0, 1, 3, 1]), uint32s([12]), subtable]);
}

const nameless = (): Buffer => int16s([0, 0, 6]);

function uint32s(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value, i * 4);
  return bytes;
}
