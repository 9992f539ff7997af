import {
  AlignmentType,
  BorderStyle,
  type IParagraphStyleOptions,
  LineRuleType,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Span } from '../../shared/views/papers/paper.ts';
import { ELEMENTS, type Element, type FormatTable, type Look, type Pitch } from './format-profiles.ts';
import { textWidth } from './paper-fonts.ts';
import type { Piece } from './paper-plan.ts';

const TWIPS_IN_POINT = 20;
export const twips = (pt: number): number => Math.round(pt * TWIPS_IN_POINT);
export const twipsOfMm = (mm: number): number => Math.round((mm / 25.4) * 1_440);

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.JUSTIFIED,
} as const;

/** In a paragraph's `line`, 240 is the font's own height. */
const pitchOf = (pitch: Pitch) =>
  pitch.rule === 'exact'
    ? { line: twips(pitch.pt), lineRule: LineRuleType.EXACT }
    : { line: Math.round(240 * pitch.factor), lineRule: LineRuleType.AUTO };

const OUTLINE: Partial<Record<Element, number>> = { headingOne: 0, headingTwo: 1, headingThree: 2, appendixTitle: 0 };

/** Each element is a style of the file: an office changes it in one place. */
export const stylesOf = ({ looks, font }: FormatTable): IParagraphStyleOptions[] =>
  ELEMENTS.map((element) => styleOf(element, looks[element], font));

function styleOf(element: Element, look: Look, font: string): IParagraphStyleOptions {
  const outlineLevel = OUTLINE[element];
  return {
    id: element,
    name: element,
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      font,
      size: look.size * 2,
      bold: look.bold,
      italics: look.italic,
      ...(look.underlined ? { underline: {} } : {}),
    },
    paragraph: {
      alignment: ALIGN[look.align],
      indent: { firstLine: twipsOfMm(look.firstLineMm) },
      spacing: { before: twips(look.before), after: twips(look.after), ...pitchOf(look.pitch) },
      keepNext: look.withNext,
      keepLines: look.withNext,
      ...(outlineLevel === undefined ? {} : { outlineLevel }),
    },
  };
}

/** Without the two signs that XML does not know: an office program would call the whole paper damaged. */
export const inXml = (text: string): string => text.replaceAll(/[\uFFFE\uFFFF]/gu, '');

const capitals = (text: string, { caps }: Look): string => (caps ? text.toLocaleUpperCase('vi') : text);

/** What a span says of its weight is on top of the style. A line end of the typist is a line end of the paper. */
function runsOf(spans: readonly Span[], look: Look): ParagraphChild[] {
  return spans.flatMap(({ text, bold, italic }) =>
    capitals(inXml(text), look)
      .split('\n')
      .map((line, at) => {
        const weight = { ...(bold === true ? { bold } : {}), ...(italic === true ? { italics: true } : {}) };
        return new TextRun({ text: line, ...weight, ...(at === 0 ? {} : { break: 1 }) });
      }),
  );
}

export const paragraphOf = (
  { element, spans, sign, withNext }: Extract<Piece, { kind: 'text' }>,
  { looks }: FormatTable,
  align?: Look['align'],
): Paragraph =>
  new Paragraph({
    style: element,
    ...(withNext === undefined ? {} : { keepNext: true }),
    ...(align === undefined || align === looks[element].align ? {} : { alignment: ALIGN[align] }),
    children: runsOf(sign === '' ? spans : [{ text: sign }, ...spans], looks[element]),
  });

/** Height of what holds nothing but a line. */
const RULE_PT = 4;

/** A line is the border of an empty paragraph, drawn in from both sides until it is as long as it should be. */
export function ruleOf({ under }: Extract<Piece, { kind: 'rule' }>, table: FormatTable, widthPt: number): Paragraph {
  const side = twips((widthPt - ruleWidth(under, table, widthPt)) / 2);
  return new Paragraph({
    spacing: { before: 20, after: 0, line: twips(RULE_PT), lineRule: LineRuleType.EXACT },
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [new TextRun({ text: '', size: 4 })],
  });
}

/** A text that fills several lines is underlined as one that fills one. */
export function ruleWidth(
  { element, text, part }: Extract<Piece, { kind: 'rule' }>['under'],
  { looks }: FormatTable,
  widthPt: number,
): number {
  const look = looks[element];
  return Math.min(textWidth(capitals(text, look), look), widthPt) * part;
}

export const gapOf = (pt: number): Paragraph =>
  new Paragraph({ spacing: { before: 0, after: 0, line: twips(pt), lineRule: LineRuleType.EXACT }, keepNext: true });
