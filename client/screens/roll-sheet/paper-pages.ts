import { foldForSearch } from '../../../shared/base/vietnamese.ts';

/** Which head an office's paper bears. */
export type Letterhead = 'party' | 'state';

/** Words of a Party body's name, without accents. A guess to begin with: whoever prints can choose. */
const OF_THE_PARTY = /\b(?:tinh uy|thanh uy|dang uy|huyen uy|trung uong|dang bo|chi bo|dang cong san)\b/u;

export const letterheadOf = (organiser: string): Letterhead =>
  OF_THE_PARTY.test(foldForSearch(organiser)) ? 'party' : 'state';

interface Room {
  /** Of the first page below the head of the paper. */
  readonly first: number;
  readonly other: number;
  /** What stands below the last row: who signs the list. */
  readonly foot: number;
}

/** Rows by page as their heights allow, a row never cut in two; the foot goes with at least one row before it. */
export function pagesOf(heights: readonly number[], { first, other, foot }: Room): readonly (readonly number[])[] {
  const pages: number[][] = [[]];
  let left = first;
  heights.forEach((height, index) => {
    const isLast = index === heights.length - 1;
    const needed = height + (isLast ? foot : 0);
    const page = pages.at(-1) ?? [];
    if (needed > left && page.length > 0) {
      pages.push([index]);
      left = other - height;
    } else {
      page.push(index);
      left -= height;
    }
  });
  return pages;
}
