/** Tables as they travel by the clipboard: cells by tab, semicolon or comma, quoted where they hold one of these. */
export const SEPARATORS = ['\t', ';', ','] as const;
export type Separator = (typeof SEPARATORS)[number];

const QUOTED = /^\s*"((?:[^"]|"")*)"[^\S\t\n]*(?=[\t;,\n]|$)/u;

/** Rows of cells. A quotation mark that does not close its cell is a letter like any other. */
export function cellsOf(pasted: string, separator: Separator): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let rest = pasted.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  for (;;) {
    const { cell, after } = nextCell(rest, separator);
    rows.at(-1)?.push(visible(cell));
    if (after === '') return rows;
    if (after.startsWith('\n')) rows.push([]);
    rest = after.slice(1);
  }
}

function nextCell(rest: string, separator: Separator): { readonly cell: string; readonly after: string } {
  const quoted = /^[^\S\t\n]*"/u.test(rest) ? QUOTED.exec(rest) : null;
  const afterQuoted = quoted === null ? '' : rest.slice(quoted[0].length);
  if (quoted !== null && (afterQuoted === '' || afterQuoted.startsWith('\n') || afterQuoted.startsWith(separator))) {
    return { cell: (quoted[1] ?? '').replaceAll('""', '"'), after: afterQuoted };
  }
  const ends = [rest.indexOf(separator), rest.indexOf('\n')].filter((at) => at !== -1);
  const end = ends.length === 0 ? rest.length : Math.min(...ends);
  return { cell: rest.slice(0, end), after: rest.slice(end) };
}

/** One line, composed, without what nobody sees. */
const visible = (cell: string): string =>
  cell
    .normalize()
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u00AD]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();

/** A table by tabs, as a spreadsheet takes it. */
export const sheetText = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => cells.map(quotedIfNeeded).join('\t')).join('\n');

const quotedIfNeeded = (cell: string): string => (/[\t\n"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
