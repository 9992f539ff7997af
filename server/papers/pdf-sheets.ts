import type { PaperPlan, Part } from './paper-plan.ts';
import type { Box } from './pdf-boxes.ts';
import { drawLine, type Pen } from './pdf-draw.ts';
import { lineHeightOf, linesOf } from './pdf-lines.ts';
import { pointsOfMm, type TextArea, textAreaOf } from './text-area.ts';

/** The sheets of a paper, filled from above; each goes out of memory when the next begins. */
export class PdfSheets {
  readonly #pen: Pen;
  readonly #plan: PaperPlan;
  #area: TextArea;
  #landscape = false;
  #y = 0;
  #count = 0;
  /** What waits for the thing that it must stand with. */
  #pending: Box[] = [];

  constructor(pen: Pen, plan: PaperPlan) {
    this.#pen = pen;
    this.#plan = plan;
    this.#area = textAreaOf(plan.table, false);
  }

  get area(): TextArea {
    return this.#area;
  }

  get y(): number {
    return this.#y;
  }

  get room(): number {
    return this.#area.bottom - this.#y;
  }

  /** Height of an empty sheet. */
  get wholeRoom(): number {
    return this.#area.bottom - this.#area.top;
  }

  beginPart({ landscape }: Part): void {
    this.#landscape = landscape;
    this.#area = textAreaOf(this.#plan.table, landscape);
    this.turn();
  }

  turn(): void {
    const { sheet, top } = this.#area;
    this.#pen.document.addPage({ size: [sheet.width, sheet.height], margin: 0 });
    this.#count += 1;
    this.#y = top;
    this.#drawEdges();
  }

  put(box: Box): void {
    this.#pending.push(box);
    if (!box.withNext) this.settle();
  }

  /** Draws what waits: on this sheet if all of it fits, else on the next. */
  settle(): void {
    const group = this.#pending;
    this.#pending = [];
    const needed = heightOf(group);
    if (needed > this.room && needed <= this.wholeRoom) this.turn();
    for (const box of group) {
      if (box.isGap && this.#y === this.#area.top) continue;
      if (box.height > this.room && !box.isGap) this.turn();
      box.draw(this.#area.left, this.#y);
      this.#y += box.height;
    }
  }

  advance(height: number): void {
    this.#y += height;
  }

  /** The number over the text but on the first sheet, and under it what the paper was made from. */
  #drawEdges(): void {
    const { table, provenance } = this.#plan;
    const { sheet, left, width } = this.#area;
    const { pageNumber, provenance: foot } = table.fromEdgeMm;
    if (this.#count > 1)
      this.#drawEdge('pageNumber', String(this.#count), { x: left, width, middle: pointsOfMm(pageNumber) });
    this.#drawEdge('provenance', provenance, { x: left, width, middle: sheet.height - pointsOfMm(foot) });
  }

  #drawEdge(
    element: 'pageNumber' | 'provenance',
    text: string,
    { x, width, middle }: { readonly x: number; readonly width: number; readonly middle: number },
  ): void {
    const look = this.#plan.table.looks[element];
    const [line] = linesOf([{ text }], { look, width, indent: 0 }, this.#pen.widthOf);
    if (line !== undefined) drawLine(this.#pen, line, look, { x, y: middle - lineHeightOf(look) / 2, width });
  }

  get isLandscape(): boolean {
    return this.#landscape;
  }
}

const heightOf = (boxes: readonly Box[]): number => boxes.reduce((sum, { height }) => sum + height, 0);
