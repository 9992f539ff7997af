/** What stands in a cell: text that anybody may have typed, a number, an instant; null: nothing. */
export type Cell = string | number | { readonly at: number } | null;

export interface SheetRow {
  readonly cells: readonly Cell[];
  /** A sum among what it sums. */
  readonly strong?: boolean;
}

export interface SheetColumn {
  readonly name: string;
  /** In letters. */
  readonly width: number;
}

/** A table on its way to a file: its rows come page by page and are gone when they are written. */
export interface Sheet {
  /** The name of its tab. */
  readonly name: string;
  readonly heading: string;
  readonly columns: readonly SheetColumn[];
  readonly pages: AsyncIterable<readonly SheetRow[]>;
}

/** What is written is Hanoi's clock, UTC+7 all year: sheets know no time zone. */
const HANOI_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
/** Sheets count days from 30 December 1899. */
const FIRST_DAY = 25_569;

/** The half millisecond: a second is no even part of a day, and some offices would cut 08:00:00 to 07:59:59. */
export const sheetDays = (at: number): number =>
  (Math.floor((at + HANOI_MS) / 1_000) * 1_000 + 0.5) / DAY_MS + FIRST_DAY;

const two = (value: number): string => String(value).padStart(2, '0');

/** '22/11/2026 08:00:00' */
export function clockText(at: number): string {
  const shown = new Date(at + HANOI_MS);
  const date = `${two(shown.getUTCDate())}/${two(shown.getUTCMonth() + 1)}/${shown.getUTCFullYear()}`;
  return `${date} ${two(shown.getUTCHours())}:${two(shown.getUTCMinutes())}:${two(shown.getUTCSeconds())}`;
}
