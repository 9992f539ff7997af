import type { Column } from '../../shared/views/papers/paper.ts';
import type { FormatTable } from './format-profiles.ts';
import { textWidth } from './paper-fonts.ts';
import { pointsOfMm } from './text-area.ts';

export const CELL_MARGIN_MM = 1.5;

/** By their shares; but no column is so narrow that a word of its head would be torn. */
export function columnWidths(columns: readonly Column[], { looks }: FormatTable, width: number): readonly number[] {
  const least = columns.map(({ title }) => {
    const words = title.split(/\s+/u).map((word) => textWidth(word, looks.tableHead));
    return Math.ceil(Math.max(...words)) + 2 * pointsOfMm(CELL_MARGIN_MM) + 1;
  });
  // Where even that is too much, the words must be torn.
  if (sumOf(least) > width) return scaled(least, width);
  let fixed: ReadonlySet<number> = new Set();
  for (;;) {
    const widths = widthsWith(columns, least, { width, fixed });
    const narrow = widths.flatMap((one, at) => (fixed.has(at) || one >= (least[at] ?? 0) ? [] : [at]));
    if (narrow.length === 0) return widths;
    fixed = new Set([...fixed, ...narrow]);
  }
}

/** The fixed ones at their least, the others by their shares of what is left. */
function widthsWith(
  columns: readonly Column[],
  least: readonly number[],
  { width, fixed }: { readonly width: number; readonly fixed: ReadonlySet<number> },
): readonly number[] {
  const left = width - sumOf(least.filter((_, at) => fixed.has(at)));
  const shares = sumOf(columns.filter((_, at) => !fixed.has(at)).map(({ share }) => share));
  return columns.map(({ share }, at) => (fixed.has(at) ? (least[at] ?? 0) : (left * share) / shares));
}

const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const scaled = (numbers: readonly number[], width: number): readonly number[] =>
  numbers.map((one) => (one * width) / sumOf(numbers));
