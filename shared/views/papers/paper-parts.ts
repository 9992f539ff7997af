import type { Block, Span } from './paper.ts';

/** The pieces that papers are put together from. */
export const text = (words: string): Span => ({ text: words });
export const bold = (words: string): Span => ({ text: words, bold: true });

export const paragraph = (...spans: readonly (string | Span)[]): Block => ({
  kind: 'paragraph',
  spans: spans.map((span) => (typeof span === 'string' ? text(span) : span)),
});

/** "Địa điểm: …": the name of the field stands out. */
export const field = (name: string, value: string): Block => paragraph(bold(`${name}: `), value);

export const heading = (level: 1 | 2 | 3, words: string): Block => ({ kind: 'heading', level, text: words });

export const list = (items: readonly (string | readonly Span[])[]): Block => ({
  kind: 'list',
  items: items.map((item) => (typeof item === 'string' ? [text(item)] : item)),
});

/** No list where there is nothing to say. */
export const listOf = (items: readonly (string | readonly Span[])[]): readonly Block[] =>
  items.length === 0 ? [] : [list(items)];

/** What somebody wrote in several lines: a paragraph each. */
export const paragraphs = (words: string): readonly Block[] =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => paragraph(line));
