import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** Regular, bold, italic, both: Tinos, which has the widths of Times New Roman and all Vietnamese letters. */
export const FONT_FILES = {
  plain: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  italic: '@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf',
  bold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  boldItalic: '@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf',
} as const;
export type FontName = keyof typeof FONT_FILES;
const FONT_NAMES: readonly FontName[] = ['plain', 'italic', 'bold', 'boldItalic'];

export interface Face {
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

export const fontOf = ({ bold, italic }: Omit<Face, 'size'>): FontName =>
  bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'plain';

const { resolve } = createRequire(import.meta.url);

/** Under their short names, so that a page says `font('bold')`. */
export function registerFonts(document: PDFKit.PDFDocument): void {
  for (const name of FONT_NAMES) document.registerFont(name, readFileSync(resolve(FONT_FILES[name])));
}

export type WidthOf = (text: string, face: Face) => number;

/** Widths of words as the document would draw them; the same words come again and again. */
export function createWidths(document: PDFKit.PDFDocument): WidthOf {
  const known = new Map<string, number>();
  return (text, face) => {
    const font = fontOf(face);
    const key = `${font} ${text}`;
    const before = known.get(key);
    if (before !== undefined) return before * face.size;
    const width = document.font(font, 100).widthOfString(text) / 100;
    if (known.size > MAX_KNOWN) known.clear();
    known.set(key, width);
    return width * face.size;
  };
}

const MAX_KNOWN = 20_000;

let measuring: WidthOf | null = null;

/** For whoever draws no PDF and must know how long a line under a text is. */
export function textWidth(text: string, face: Face): number {
  if (measuring === null) {
    const document = new PDFDocument({ autoFirstPage: false });
    registerFonts(document);
    measuring = createWidths(document);
  }
  return measuring(text, face);
}

/** Height of a line of the font, as Word's "single" has it: ascent, descent and gap of Tinos. */
export const SINGLE = (891 + 216 + 42) / 1_000;
