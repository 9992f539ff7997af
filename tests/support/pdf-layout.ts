import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { z } from 'zod';

/** A stroke of letters on a sheet, in points from its upper left corner. */
export interface Stroke {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the letters' foot. */
  readonly baseline: number;
  readonly size: number;
  readonly font: string;
}

/** A level line that was drawn. */
export interface Rule {
  readonly page: number;
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

export interface PdfLayout {
  readonly sheets: readonly { readonly width: number; readonly height: number }[];
  readonly strokes: readonly Stroke[];
  readonly rules: readonly Rule[];
}

/** The first stroke of letters that begins so. */
export const strokeOf = ({ strokes }: PdfLayout, beginning: string): Stroke => {
  const found = strokes.find(({ text }) => text.startsWith(beginning));
  if (found === undefined) throw new Error(`nothing begins with ${beginning}`);
  return found;
};

const itemSchema = z.object({
  str: z.string(),
  transform: z.array(z.number()),
  width: z.number(),
  fontName: z.string(),
});
const fontSchema = z.object({ name: z.string() });

/** Where everything stands, as the file itself says it. */
export async function pdfLayout(pdf: Buffer): Promise<PdfLayout> {
  const task = getDocument({ data: new Uint8Array(pdf), useSystemFonts: true, verbosity: 0 });
  const document = await task.promise;
  const sheets: PdfLayout['sheets'][number][] = [];
  const strokes: Stroke[] = [];
  const rules: Rule[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    const sheet = await document.getPage(page);
    const { width, height } = sheet.getViewport({ scale: 1 });
    sheets.push({ width, height });
    // Fonts have their names once what draws with them was read.
    const { fnArray, argsArray } = await sheet.getOperatorList();
    rules.push(...rulesOf(fnArray, argsArray, height).map((rule) => ({ page, ...rule })));
    for (const raw of (await sheet.getTextContent()).items) {
      const item = itemSchema.safeParse(raw).data;
      if (item === undefined || item.str.trim() === '') continue;
      const [, , , size = 0, left = 0, foot = 0] = item.transform;
      const font = fontSchema.parse(sheet.commonObjs.get(item.fontName)).name;
      strokes.push({ page, text: item.str, left, right: left + item.width, baseline: height - foot, size, font });
    }
  }
  await task.destroy();
  return { sheets, strokes, rules };
}

const boxSchema = z.tuple([
  z.unknown(),
  z.unknown(),
  z.object({ 0: z.number(), 1: z.number(), 2: z.number(), 3: z.number() }),
]);
const matrixSchema = z.tuple([z.number(), z.number(), z.number(), z.number(), z.number(), z.number()]);
type Matrix = z.infer<typeof matrixSchema>;
const FLAT = 2;

/** Paths that are long and not high; how the sheet was turned and moved until then is followed. */
function rulesOf(
  fnArray: readonly number[],
  argsArray: readonly unknown[],
  height: number,
): readonly Omit<Rule, 'page'>[] {
  const rules: Omit<Rule, 'page'>[] = [];
  const stack: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [at, operator] of fnArray.entries()) {
    if (operator === OPS.save) stack.push(matrix);
    if (operator === OPS.restore) matrix = stack.pop() ?? matrix;
    if (operator === OPS.transform) matrix = product(matrix, matrixSchema.parse(argsArray[at]));
    const box = operator === OPS.constructPath ? boxSchema.safeParse(argsArray[at]).data?.[2] : undefined;
    if (box === undefined) continue;
    const [x1, y1] = moved(matrix, box[0], box[1]);
    const [x2, y2] = moved(matrix, box[2], box[3]);
    if (Math.abs(y2 - y1) > FLAT || Math.abs(x2 - x1) < 10) continue;
    rules.push({ left: Math.min(x1, x2), right: Math.max(x1, x2), y: height - (y1 + y2) / 2 });
  }
  return rules;
}

const product = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
];
const moved = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];
