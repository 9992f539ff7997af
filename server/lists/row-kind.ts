import type { ListHeader } from '../../shared/views/list-header.ts';
import { cleanCell } from './clean-cell.ts';
import { isTold, type TableRow } from './table.ts';

/** "I", "A", "II." before the heading of a part of the list. */
const PART = /^(?:[IVX]{1,6}|[A-H])[.)]?$/u;
const HEADING = /^(?:[IVX]{1,6}|[A-H]|\d{1,2})[.)/]\s|:$/u;
/** With their accents: "Thứ trưởng" is a post, and "Tổng công ty" a unit. */
const SUM = /^(?:tổng (?:cộng|số)|cộng)(?=$|[\s:(.])/iu;
const BELOW_LIST =
  /^(?:người lập|ký tên|ghi chú|nơi nhận|thủ trưởng|xác nhận|danh sách (?:này|có|gồm)|ấn định danh sách|(?:t\/m|tm\.) )/iu;
const COUNTED = /^\(?\d{1,3}\)?$/u;

/** Tells the rows of a list from the headings of its parts, its sums, the lines for signatures, a head said again. */
export function listRowTest({ columns }: ListHeader): (row: TableRow) => boolean {
  const known = columns.filter(({ field }) => field !== null);
  const naming = known.filter(({ field }) => field === 'fullName' || field === 'name' || field === 'positions');
  const firstKnown = known[0];

  return ({ cells, formulas }) => {
    let told = 0;
    for (const cell of cells) if (isTold(cell)) told += 1;
    // Most rows hold a name and more of what is known of it; only others are looked at twice.
    if (told <= 2 && formulas === null && isAside(cells, told)) return false;
    return !isSum(cells) && !isHeadAgain(cells) && !cells.every(isBlankOrCount);
  };

  function isAside(cells: readonly string[], told: number): boolean {
    const at = cells.findIndex(isTold);
    const first = cleanCell(cells[at] ?? '');
    if (told === 2) return PART.test(first) && !known.some(({ index }) => index === at);
    return !naming.some(({ index }) => index === at) || HEADING.test(first) || BELOW_LIST.test(first);
  }

  /** Long lists say their head on every page. */
  function isHeadAgain(cells: readonly string[]): boolean {
    if (firstKnown === undefined || !isSame(cells[firstKnown.index], firstKnown.called)) return false;
    return known.every(({ index, called }) => isSame(cells[index], called));
  }
}

const isSame = (cell: string | undefined, called: string): boolean =>
  cell !== undefined && (cell === called || (cell.length < 300 && cleanCell(cell) === called));

const isSum = (cells: readonly string[]): boolean => {
  for (let at = 0; at < 3; at++) {
    const cell = cells[at] ?? '';
    if ('TtCc '.includes(cell.charAt(0)) && cell !== '' && SUM.test(cleanCell(cell))) return true;
  }
  return false;
};

/** "(1) (2) (3)" below the head. */
const isBlankOrCount = (cell: string): boolean => cell === '' || (cell.length < 10 && COUNTED.test(cell.trim()));
