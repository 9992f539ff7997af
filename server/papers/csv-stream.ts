import { stringify } from 'csv-stringify/sync';
import { safeField } from './safe-cell.ts';
import { type Cell, clockText, type Sheet } from './sheet.ts';

export const CSV = 'text/csv; charset=utf-8';

/** Without it offices take UTF-8 for the letters of 1252. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The same table without its heading: the first line names the columns, so that it is read back as it was. */
export async function* csvStream({ columns, pages }: Sheet): AsyncGenerator<Buffer> {
  yield Buffer.from(`${BYTE_ORDER_MARK}${linesOf([columns.map(({ name }) => name)])}`);
  for await (const page of pages) {
    if (page.length > 0)
      yield Buffer.from(linesOf(page.map(({ cells }) => columns.map((_, at) => fieldOf(cells[at] ?? null)))));
  }
}

const linesOf = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((cells) => [...cells]),
    { record_delimiter: 'windows' },
  );

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return safeField(cell);
  return typeof cell === 'number' ? String(cell) : clockText(cell.at);
}
