import type { Painted, Scale } from './painted.ts';

type Word = Extract<Painted, { kind: 'word' }>;

const WORD = /\S+/gu;

/** The words of a text where the browser has laid them, a word each: lines, gaps and squeezed letters come by themselves. */
export function wordsOf(text: Text, style: CSSStyleDeclaration, { factor, left, top }: Scale): readonly Word[] {
  const range = document.createRange();
  const size = Number.parseFloat(style.fontSize) * factor;
  const font = `${style.fontStyle} ${style.fontWeight} ${size}px ${style.fontFamily}`;
  return [...text.data.matchAll(WORD)].flatMap((match) => {
    range.setStart(text, match.index);
    range.setEnd(text, match.index + match[0].length);
    const box = range.getBoundingClientRect();
    if (box.width === 0) return [];
    return {
      kind: 'word' as const,
      word: style.textTransform === 'uppercase' ? match[0].toLocaleUpperCase('vi') : match[0],
      at: { x: (box.left - left) * factor, y: (box.top - top) * factor },
      width: box.width * factor,
      font,
      fill: style.color,
    };
  });
}
