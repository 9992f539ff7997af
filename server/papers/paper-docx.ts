import {
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Paper } from '../../shared/views/papers/paper.ts';
import { CELL_MARGIN_MM, columnWidths } from './column-widths.ts';
import { gapOf, inXml, paragraphOf, ruleOf, stylesOf, twips, twipsOfMm } from './docx-text.ts';
import type { FormatTable } from './format-profiles.ts';
import { type PaperPlan, type Part, type Piece, type Pieces, planOf, stayed } from './paper-plan.ts';
import { textAreaOf } from './text-area.ts';

/** A file that an office edits: real paragraphs with styles, real tables, nothing that floats. */
export async function paperDocx(paper: Paper): Promise<Buffer> {
  const plan = planOf(paper);
  const { table } = plan;
  const document = new Document({
    title: inXml(plan.title),
    description: inXml(plan.provenance),
    creator: inXml(paper.head?.issuer ?? ''),
    styles: {
      default: {
        document: { run: { font: table.font, size: table.looks.body.size * 2, language: { value: 'vi-VN' } } },
      },
      paragraphStyles: stylesOf(table),
    },
    sections: plan.parts.map((part, at) => sectionOf(part, plan, at === 0)),
  });
  return Packer.toBuffer(document);
}

function sectionOf(part: Part, { table, provenance }: PaperPlan, first: boolean): ISectionOptions {
  const { paper, marginsMm, fromEdgeMm } = table;
  const numbered = new Header({
    children: [new Paragraph({ style: 'pageNumber', children: [new TextRun({ children: [PageNumber.CURRENT] })] })],
  });
  const foot = () =>
    new Footer({ children: [new Paragraph({ style: 'provenance', children: [new TextRun(inXml(provenance))] })] });
  return {
    properties: {
      // The first page of the paper bears no number.
      titlePage: first,
      page: {
        size: {
          width: twipsOfMm(paper.widthMm),
          height: twipsOfMm(paper.heightMm),
          orientation: part.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: twipsOfMm(marginsMm.top),
          bottom: twipsOfMm(marginsMm.bottom),
          left: twipsOfMm(marginsMm.left),
          right: twipsOfMm(marginsMm.right),
          // To the upper edge of the number, and to the lower edge of the line.
          header: twipsOfMm(fromEdgeMm.pageNumber) - twips(table.looks.pageNumber.size / 2),
          footer: twipsOfMm(fromEdgeMm.provenance) - twips(table.looks.provenance.size / 2),
        },
      },
    },
    headers: first
      ? { default: numbered, first: new Header({ children: [new Paragraph('')] }) }
      : { default: numbered },
    footers: first ? { default: foot(), first: foot() } : { default: foot() },
    children: childrenOf(part.pieces, table, textAreaOf(table, part.landscape).width),
  };
}

function childrenOf(pieces: Pieces, table: FormatTable, widthPt: number): FileChild[] {
  return pieces.map((piece) => childOf(piece, table, widthPt));
}

function childOf(piece: Piece, table: FormatTable, widthPt: number): FileChild {
  switch (piece.kind) {
    case 'text':
      return paragraphOf(piece, table);
    case 'rule':
      return ruleOf(piece, table, widthPt);
    case 'gap':
      return gapOf(piece.pt);
    case 'pair':
      return pairOf(piece, table, widthPt);
    case 'table':
      return gridOf(piece, table, widthPt);
  }
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NO_LINE, bottom: NO_LINE, left: NO_LINE, right: NO_LINE } as const;
const NO_GRID = { ...NO_BORDERS, insideHorizontal: NO_LINE, insideVertical: NO_LINE } as const;
const NO_MARGINS = { top: 0, bottom: 0, left: 0, right: 0 };

function pairOf(pair: Extract<Piece, { kind: 'pair' }>, table: FormatTable, widthPt: number): Table {
  const { shares, sides, withNext } = pair;
  const widths = widthsOf(shares, widthPt);
  const cell = (side: Pieces, at: 0 | 1): TableCell =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      borders: NO_BORDERS,
      margins: NO_MARGINS,
      // Word keeps a row with what follows by its paragraphs.
      children: cellChildren(withNext === true ? side.map(stayed) : side, table, (widths[at] ?? 0) / 20),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: twips(widthPt), type: WidthType.DXA },
    borders: NO_GRID,
    margins: NO_MARGINS,
    rows: [new TableRow({ cantSplit: true, children: [cell(sides[0], 0), cell(sides[1], 1)] })],
  });
}

/** A cell of Word holds at least a paragraph. */
const cellChildren = (side: Pieces, table: FormatTable, widthPt: number): (Paragraph | Table)[] =>
  side.length === 0
    ? [new Paragraph('')]
    : childrenOf(side, table, widthPt).filter((child) => child instanceof Paragraph || child instanceof Table);

/** Its head row is repeated on every page. */
function gridOf({ columns, rows }: Extract<Piece, { kind: 'table' }>, table: FormatTable, widthPt: number): Table {
  const widths = columnWidths(columns, table, widthPt).map(twips);
  const side = twipsOfMm(CELL_MARGIN_MM);
  const cell = (text: string, at: number, element: 'tableHead' | 'tableCell'): TableCell => {
    const align = element === 'tableHead' ? 'center' : (columns[at]?.align ?? 'left');
    return new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      children: [paragraphOf({ kind: 'text', element, spans: [{ text }], sign: '' }, table, align)],
    });
  };
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: twips(widthPt), type: WidthType.DXA },
    margins: { left: side, right: side, top: twips(1), bottom: twips(1) },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ title }, at) => cell(title, at, 'tableHead')),
      }),
      ...rows.map((row) => new TableRow({ children: columns.map((_, at) => cell(row[at] ?? '', at, 'tableCell')) })),
    ],
  });
}

function widthsOf(shares: readonly number[], widthPt: number): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => twips((widthPt * share) / whole));
}
