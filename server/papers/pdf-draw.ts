import type { Look } from './format-profiles.ts';
import { type Face, fontOf, SINGLE, type WidthOf } from './paper-fonts.ts';
import { lineHeightOf, spaceAfter, type TextLine, type Word } from './pdf-lines.ts';

export interface Pen {
  readonly document: PDFKit.PDFDocument;
  readonly widthOf: WidthOf;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const startOf = ({ align }: Look, { width, indent }: TextLine, room: number): number => {
  if (align === 'center') return indent + (room - width) / 2;
  return align === 'right' ? indent + room - width : indent;
};

/** One line of text; where it is justified its spaces take what is left of the width. */
export function drawLine({ document, widthOf }: Pen, line: TextLine, look: Look, { x, y, width }: Spot): void {
  const room = width - line.indent;
  const gaps = line.words.length - 1;
  const isSpread = look.align === 'justify' && !line.last && gaps > 0;
  const extra = isSpread ? (room - line.width) / gaps : 0;
  // Word puts what a line is higher than its letters above them.
  const top = y + lineHeightOf(look) - look.size * SINGLE;
  let at = x + startOf(look, line, room);
  for (const { text, face, length } of runsOf(line, extra, widthOf)) {
    document.font(fontOf(face), face.size);
    document.text(text, at, top, { lineBreak: false, wordSpacing: extra, underline: look.underlined });
    at += length;
  }
}

interface Run {
  text: string;
  readonly face: Face;
  length: number;
}

/** Words of one face are written in one stroke, so that a reader of the file finds sentences. */
function runsOf({ words }: TextLine, extra: number, widthOf: WidthOf): readonly Run[] {
  const runs: Run[] = [];
  for (const [at, { pieces }] of words.entries()) {
    const previous = words[at - 1];
    const gap = previous === undefined ? 0 : spaceAfter(previous, widthOf) + extra;
    for (const [part, piece] of pieces.entries()) addPiece(runs, piece, part === 0 ? gap : null);
  }
  return runs;
}

/** `gap` null: the piece goes on with the word of the piece before. */
function addPiece(runs: Run[], { text, face, width }: Word['pieces'][number], gap: number | null): void {
  const before = runs.at(-1);
  if (before !== undefined && gap !== null && fontOf(before.face) === fontOf(face)) {
    before.text += ` ${text}`;
    before.length += gap + width;
    return;
  }
  if (before !== undefined) before.length += gap ?? 0;
  runs.push({ text, face, length: width });
}

const RULE_WIDTH = 0.75;

export function drawRule({ document }: Pen, from: { readonly x: number; readonly y: number }, length: number): void {
  document
    .lineWidth(RULE_WIDTH)
    .moveTo(from.x, from.y)
    .lineTo(from.x + length, from.y)
    .stroke('#000000');
  document.fillColor('#000000');
}
