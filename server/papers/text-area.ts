import type { FormatTable } from './format-profiles.ts';

export const pointsOfMm = (mm: number): number => (mm / 25.4) * 72;

export interface TextArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly bottom: number;
  /** The sheet. */
  readonly sheet: { readonly width: number; readonly height: number };
}

/** Where the text of a sheet stands, in points. A sheet that is turned keeps the margins of its sides. */
export function textAreaOf({ paper, marginsMm }: FormatTable, landscape: boolean): TextArea {
  const width = pointsOfMm(landscape ? paper.heightMm : paper.widthMm);
  const height = pointsOfMm(landscape ? paper.widthMm : paper.heightMm);
  const left = pointsOfMm(marginsMm.left);
  return {
    left,
    top: pointsOfMm(marginsMm.top),
    width: width - left - pointsOfMm(marginsMm.right),
    bottom: height - pointsOfMm(marginsMm.bottom),
    sheet: { width, height },
  };
}
