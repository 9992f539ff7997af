/** "AB12" as column 27 and row 12; null: it is no place in a sheet. */
export function placeOf(reference: string): { readonly column: number; readonly row: number } | null {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  const row = Number(reference.slice(at));
  return at === 0 || at > 3 || !Number.isInteger(row) || row < 1 ? null : { column: column - 1, row };
}

/** Cells of several rows that are one. Of those that lie side by side alone nothing need be known. */
export interface Span {
  readonly column: number;
  readonly lastColumn: number;
  readonly first: number;
  readonly last: number;
}

const MERGE = /<(?:\w+:)?mergeCell\s[^>]{0,100}?ref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"/gu;
const CARRIED = 200;

/** Merges stand behind the rows that they join: they are looked for before, in the text, without reading the XML. */
export async function spansIn(texts: AsyncIterable<string>, atMost: number): Promise<readonly Span[]> {
  const spans: Span[] = [];
  let carried = '';
  for await (const text of texts) {
    const whole = carried + text;
    let end = 0;
    for (const found of whole.matchAll(MERGE)) {
      end = found.index + found[0].length;
      const from = placeOf(found[1] ?? '');
      const to = placeOf(found[2] ?? '');
      if (from === null || to === null || to.row <= from.row || spans.length >= atMost) continue;
      spans.push({ column: from.column, lastColumn: to.column, first: from.row, last: to.row });
    }
    carried = whole.slice(Math.max(end, whole.length - CARRIED));
  }
  return spans.toSorted((a, b) => a.first - b.first);
}

/** No sheet joins more cells side by side that reach down over the same row. */
const OPEN_AT_MOST = 200;

/** Says for each row, from top to bottom, what the merges that reach it hold. */
export class SpanReader {
  readonly #spans: readonly Span[];
  #next = 0;
  #open: { readonly span: Span; readonly text: string }[] = [];

  constructor(spans: readonly Span[]) {
    this.#spans = spans;
  }

  at(row: number, cells: readonly string[]): ReadonlyMap<number, string> | null {
    this.#open = this.#open.filter(({ span }) => span.last >= row);
    const spanned = new Map(this.#open.map(({ span, text }) => [span.column, text]));
    for (;;) {
      const span = this.#spans[this.#next];
      if (span === undefined || span.first > row) break;
      this.#next += 1;
      if (span.first === row && this.#open.length < OPEN_AT_MOST)
        this.#open.push({ span, text: cells[span.column] ?? '' });
    }
    return spanned.size === 0 ? null : spanned;
  }
}
