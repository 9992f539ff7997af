import type { Block, Column } from './paper.ts';

type Named = readonly [title: string, share: number, align?: NonNullable<Column['align']>];

/** A table, or the sentence that says why there is none. */
export function tableOf(columns: readonly Named[], rows: readonly (readonly string[])[], none: string): Block {
  if (rows.length === 0) return { kind: 'paragraph', spans: [{ text: none }] };
  return { kind: 'table', columns: columns.map(columnOf), rows };
}

const columnOf = ([title, share, align]: Named): Column => ({
  title,
  share,
  ...(align === undefined ? {} : { align }),
});

/** Rows that are counted from 1 in their first column. */
export const numbered = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  rows.map((row, index) => [String(index + 1), ...row]);
