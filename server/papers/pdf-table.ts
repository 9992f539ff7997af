import type { Column } from '../../shared/views/papers/paper.ts';
import { CELL_MARGIN_MM, columnWidths } from './column-widths.ts';
import type { Look } from './format-profiles.ts';
import type { Piece } from './paper-plan.ts';
import type { BoxMaker } from './pdf-boxes.ts';
import { drawLine } from './pdf-draw.ts';
import { lineHeightOf, linesOf, type TextLine } from './pdf-lines.ts';
import type { PdfSheets } from './pdf-sheets.ts';
import { pointsOfMm } from './text-area.ts';

const PAD_X = pointsOfMm(CELL_MARGIN_MM);
const PAD_Y = 2;
const LINE_WIDTH = 0.5;

interface Cell {
  readonly lines: readonly TextLine[];
  readonly look: Look;
  readonly x: number;
  readonly width: number;
}

/** Over as many sheets as it takes; its head row stands on each of them. */
export function putTable(
  { columns, rows }: Extract<Piece, { kind: 'table' }>,
  sheets: PdfSheets,
  maker: BoxMaker,
): void {
  const draw = createRowDrawing(columns, sheets, maker);
  const head = draw.cellsOf(
    columns.map(({ title }) => title),
    'tableHead',
  );
  const first =
    rows[0] === undefined ? 0 : Math.min(draw.heightOf(draw.cellsOf(rows[0], 'tableCell')), sheets.wholeRoom / 2);
  if (draw.heightOf(head) + first > sheets.room) sheets.turn();
  draw.row(head);
  for (const row of rows) {
    let cells = draw.cellsOf(row, 'tableCell');
    while (draw.heightOf(cells) > sheets.room) {
      // A row that no sheet can hold is torn between its lines; any other goes to the next sheet whole.
      const fits = draw.heightOf(cells) > sheets.wholeRoom - draw.heightOf(head) ? draw.linesIn(sheets.room) : 0;
      if (fits > 0) draw.row(cells.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fits) })));
      cells = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(fits) }));
      sheets.turn();
      draw.row(head);
    }
    draw.row(cells);
  }
}

function createRowDrawing(columns: readonly Column[], sheets: PdfSheets, { pen, table }: BoxMaker) {
  const { left, width } = sheets.area;
  const edges = columnWidths(columns, table, width).reduce<readonly number[]>(
    (before, one) => [...before, (before.at(-1) ?? left) + one],
    [left],
  );
  const lineHeight = lineHeightOf(table.looks.tableCell);
  const heightOf = (cells: readonly Cell[]): number =>
    Math.max(1, ...cells.map(({ lines }) => lines.length)) * lineHeight + 2 * PAD_Y;
  return {
    heightOf,
    linesIn: (room: number): number => Math.floor((room - 2 * PAD_Y) / lineHeight),
    cellsOf: (row: readonly string[], element: 'tableHead' | 'tableCell'): readonly Cell[] =>
      columns.map(({ align = 'left' }, at) => {
        const look = { ...table.looks[element], ...(element === 'tableCell' ? { align } : {}) };
        const x = (edges[at] ?? left) + PAD_X;
        const room = (edges[at + 1] ?? left) - x - PAD_X;
        return {
          look,
          x,
          width: room,
          lines: linesOf([{ text: row[at] ?? '' }], { look, width: room, indent: 0 }, pen.widthOf),
        };
      }),
    row: (cells: readonly Cell[]): void => {
      const { y } = sheets;
      const height = heightOf(cells);
      for (const { lines, look, x, width: room } of cells) {
        for (const [at, line] of lines.entries()) {
          drawLine(pen, line, look, { x, y: y + PAD_Y + at * lineHeight, width: room });
        }
      }
      pen.document.lineWidth(LINE_WIDTH);
      for (const x of edges) pen.document.moveTo(x, y).lineTo(x, y + height);
      for (const edge of [y, y + height]) pen.document.moveTo(left, edge).lineTo(left + width, edge);
      pen.document.stroke('#000000');
      sheets.advance(height);
    },
  };
}
