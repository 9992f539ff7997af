import type { FormatTable } from './format-profiles.ts';
import type { Piece, Pieces } from './paper-plan.ts';
import { drawLine, drawRule, type Pen } from './pdf-draw.ts';
import { lineHeightOf, linesOf, type TextLine } from './pdf-lines.ts';
import { pointsOfMm, textAreaOf } from './text-area.ts';

/** What is never torn by a page: a line, a pair of signatures. */
export interface Box {
  readonly height: number;
  /** Stays on the page of what follows. */
  readonly withNext: boolean;
  /** Nothing is lost when it falls on the edge of a page. */
  readonly isGap: boolean;
  readonly draw: (x: number, y: number) => void;
}

export interface BoxMaker {
  readonly pen: Pen;
  readonly table: FormatTable;
}

const gap = (height: number): Box => ({ height, withNext: true, isGap: true, draw: () => {} });

const RULE_HEIGHT = 5;
const RULE_DROP = 2;

export type FlowingPiece = Exclude<Piece, { kind: 'table' }>;

export function boxesOf(piece: FlowingPiece, maker: BoxMaker, width: number): readonly Box[] {
  switch (piece.kind) {
    case 'text':
      return textBoxes(piece, maker, width);
    case 'gap':
      return [gap(piece.pt)];
    case 'rule':
      return [ruleBox(piece, maker, width)];
    case 'pair':
      return pairBoxes(piece, maker, width);
  }
}

function textBoxes(
  { element, spans, sign, withNext }: Extract<Piece, { kind: 'text' }>,
  { pen, table }: BoxMaker,
  width: number,
): readonly Box[] {
  const look = table.looks[element];
  const stays = look.withNext || withNext === true;
  const shape = { look, width, indent: pointsOfMm(look.firstLineMm) };
  const lines = linesOf(sign === '' ? spans : [{ text: sign }, ...spans], shape, pen.widthOf);
  const height = lineHeightOf(look);
  const boxes = lines.map((line, at) => ({
    height,
    withNext: look.withNext || isEdge(lines, at) || (stays && at === lines.length - 1),
    isGap: false,
    draw: (x: number, y: number) => drawLine(pen, line, look, { x, y, width }),
  }));
  return [
    ...(look.before > 0 ? [gap(look.before)] : []),
    ...boxes,
    ...(look.after > 0 ? [{ ...gap(look.after), withNext: stays }] : []),
  ];
}

/** The first and the last line of a paragraph do not stand alone on a page. */
const isEdge = (lines: readonly TextLine[], at: number): boolean =>
  lines.length > 1 && (at === 0 || at === lines.length - 2);

function ruleBox({ under }: Extract<Piece, { kind: 'rule' }>, { pen, table }: BoxMaker, width: number): Box {
  const look = table.looks[under.element];
  const text = look.caps ? under.text.toLocaleUpperCase('vi') : under.text;
  const length = Math.min(pen.widthOf(text, look), width) * under.part;
  return {
    height: RULE_HEIGHT,
    withNext: look.withNext,
    isGap: false,
    draw: (x, y) => drawRule(pen, { x: x + (width - length) / 2, y: y + RULE_DROP }, length),
  };
}

/** Drawn as one, so that what stands beside each other is on one sheet; line by line only where no sheet could hold it. */
function pairBoxes(
  { shares, sides, withNext }: Extract<Piece, { kind: 'pair' }>,
  maker: BoxMaker,
  width: number,
): readonly Box[] {
  const leftWidth = (width * shares[0]) / (shares[0] + shares[1]);
  const left = { boxes: columnBoxes(sides[0], maker, leftWidth), at: 0 };
  const right = { boxes: columnBoxes(sides[1], maker, width - leftWidth), at: leftWidth };
  const whole = besideEachOther(left, right);
  const { top, bottom } = textAreaOf(maker.table, false);
  if (whole.height <= bottom - top) return [{ ...whole, withNext: withNext === true }];
  const rows = Math.max(left.boxes.length, right.boxes.length);
  const row = ({ boxes, at }: SideBoxes, index: number): SideBoxes => ({ boxes: boxes.slice(index, index + 1), at });
  return Array.from({ length: rows }, (_, index) => besideEachOther(row(left, index), row(right, index)));
}

interface SideBoxes {
  readonly boxes: readonly Box[];
  readonly at: number;
}

const besideEachOther = (...sides: readonly SideBoxes[]): Box => ({
  height: Math.max(...sides.map(({ boxes }) => boxes.reduce((sum, { height }) => sum + height, 0))),
  withNext: false,
  isGap: false,
  draw: (x, y) => {
    for (const { boxes, at } of sides) {
      let top = y;
      for (const box of boxes) {
        box.draw(x + at, top);
        top += box.height;
      }
    }
  },
});

const columnBoxes = (side: Pieces, maker: BoxMaker, width: number): readonly Box[] =>
  side.flatMap((piece) => (piece.kind === 'table' ? [] : boxesOf(piece, maker, width)));
