import type { Span } from '../../shared/views/papers/paper.ts';
import type { Look } from './format-profiles.ts';
import { type Face, SINGLE, type WidthOf } from './paper-fonts.ts';

/** What is never torn: letters between two spaces, which may change their weight in the middle. */
export interface Word {
  readonly pieces: readonly { readonly text: string; readonly face: Face; readonly width: number }[];
  readonly width: number;
}

export interface TextLine {
  readonly words: readonly Word[];
  /** With single spaces. */
  readonly width: number;
  /** Of a paragraph, or before a line end of the typist: it is not drawn out to the margin. */
  readonly last: boolean;
  readonly indent: number;
}

export interface TextShape {
  readonly look: Look;
  readonly width: number;
  readonly indent: number;
}

export const lineHeightOf = ({ size, pitch }: Look): number =>
  pitch.rule === 'exact' ? pitch.pt : size * SINGLE * pitch.factor;

/** The lines of a paragraph. A word that is wider than the line is cut where it must be. */
export function linesOf(spans: readonly Span[], shape: TextShape, widthOf: WidthOf): readonly TextLine[] {
  const { look } = shape;
  return sentencesOf(spans, look).flatMap((sentence, at) => {
    const words = wordsOf(sentence, look, widthOf);
    return brokenLines(words, at === 0 ? shape : { ...shape, indent: 0 }, widthOf);
  });
}

const faceOf = ({ size, bold, italic }: Look, span: Span): Face => ({
  size,
  bold: bold || span.bold === true,
  italic: italic || span.italic === true,
});

/** Parts between line ends of the typist. */
function sentencesOf(spans: readonly Span[], { caps }: Look): readonly (readonly Span[])[] {
  const sentences: Span[][] = [[]];
  for (const span of spans) {
    const text = caps ? span.text.toLocaleUpperCase('vi') : span.text;
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) sentences.push([]);
      sentences.at(-1)?.push({ ...span, text: part });
    }
  }
  return sentences;
}

function wordsOf(spans: readonly Span[], look: Look, widthOf: WidthOf): readonly Word[] {
  const words: Word['pieces'][number][][] = [];
  // Letters of two spans without a space between them are one word.
  let open = false;
  for (const { text, face } of spans.flatMap((span) => partsOf(span, look))) {
    const isWord = text.trim() !== '';
    if (isWord && !open) words.push([]);
    if (isWord) words.at(-1)?.push({ text, face, width: widthOf(text, face) });
    open = isWord;
  }
  return words.map((pieces) => ({ pieces, width: pieces.reduce((sum, { width }) => sum + width, 0) }));
}

/** Words and the spaces between them. */
const partsOf = (span: Span, look: Look): readonly { readonly text: string; readonly face: Face }[] => {
  const face = faceOf(look, span);
  return span.text
    .split(/(\s+)/u)
    .filter((text) => text !== '')
    .map((text) => ({ text, face }));
};

export const spaceAfter = ({ pieces }: Word, widthOf: WidthOf): number => {
  const face = pieces.at(-1)?.face;
  return face === undefined ? 0 : widthOf(' ', face);
};

function brokenLines(words: readonly Word[], { width, indent }: TextShape, widthOf: WidthOf): readonly TextLine[] {
  const lines: TextLine[] = [];
  let line: Word[] = [];
  let used = 0;
  const room = (): number => width - (lines.length === 0 ? indent : 0);
  const end = (last: boolean): void => {
    lines.push({ words: line, width: used, last, indent: lines.length === 0 ? indent : 0 });
    line = [];
    used = 0;
  };
  for (const word of words.flatMap((one) => (one.width > width - indent ? cut(one, width - indent, widthOf) : [one]))) {
    const before = line.at(-1);
    const gap = before === undefined ? 0 : spaceAfter(before, widthOf);
    if (before !== undefined && used + gap + word.width > room()) end(false);
    used += (line.length === 0 ? 0 : gap) + word.width;
    line.push(word);
  }
  end(true);
  return lines;
}

function cut({ pieces }: Word, width: number, widthOf: WidthOf): readonly Word[] {
  return pieces.flatMap(({ text, face }) => {
    const parts = [''];
    for (const letter of text) {
      const last = parts.at(-1) ?? '';
      if (last !== '' && widthOf(last + letter, face) > width) parts.push(letter);
      else parts[parts.length - 1] = last + letter;
    }
    return parts.map((part) => {
      const partWidth = widthOf(part, face);
      return { pieces: [{ text: part, face, width: partWidth }], width: partWidth };
    });
  });
}
