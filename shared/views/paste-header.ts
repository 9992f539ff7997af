import { foldForSearch } from '../base/vietnamese.ts';

export const PASTE_COLUMNS = ['start', 'end', 'duration', 'title', 'presenter', 'positions', 'kind'] as const;
export type PasteColumn = (typeof PASTE_COLUMNS)[number];

/** Where each known column stands, and what its head was called. */
export interface PasteHeader {
  /** Row of the table that is the head, from 0. */
  readonly row: number;
  readonly at: ReadonlyMap<PasteColumn, { readonly index: number; readonly called: string }>;
}

/** The first that fits; ends and lengths before what merely says "time". */
const CALLED: readonly (readonly [PasteColumn, RegExp])[] = [
  ['end', /ket thuc|^den\b|^end\b|^until$/u],
  ['duration', /thoi luong|phut|duration|minutes|length/u],
  ['start', /bat dau|^tu\b|^gio\b|thoi gian|thoi diem|^start|^time\b|^from$/u],
  ['positions', /chuc vu|chuc danh|^office/u],
  ['presenter', /trinh bay|thuc hien|chu tri|phu trach|nguoi phat bieu|^presenter|^speaker|^by$/u],
  ['kind', /^loai\b|hinh thuc|^kind$|^type$/u],
  ['title', /noi dung|^muc\b|ten muc|tieu de|^title|^item|^subject|^content|chuong trinh/u],
];

const columnCalled = (head: string): PasteColumn | null => {
  const folded = foldForSearch(head);
  return CALLED.find(([, called]) => called.test(folded))?.[0] ?? null;
};

/** A table often begins with its own title: the head is looked for in its first rows. */
const LOOKED_AT = 6;

/** The row that names most columns. A table whose cells are all of one row has no head but the first. */
export function headerOf(rows: readonly (readonly string[])[]): PasteHeader {
  const headers = rows.slice(0, LOOKED_AT).map((cells, row) => ({ row, at: columnsOf(cells) }));
  const most = Math.max(0, ...headers.map(({ at }) => at.size));
  return headers.find(({ at }) => at.size === most) ?? { row: 0, at: new Map() };
}

function columnsOf(cells: readonly string[]): PasteHeader['at'] {
  const at = new Map<PasteColumn, { index: number; called: string }>();
  for (const [index, called] of cells.entries()) {
    const column = columnCalled(called);
    if (column !== null && !at.has(column)) at.set(column, { index, called });
  }
  return at;
}
