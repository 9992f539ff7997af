import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { shotWords } from './text.ts';

const FONT = createRequire(import.meta.url).resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf');

/** A deck of the length that offices hand in. */
export function deck(title: string, pages: number): Promise<Buffer> {
  const pdf = new PDFDocument({ size: [960, 540], margin: 64 });
  pdf.font(FONT);
  for (let page = 1; page <= pages; page += 1) {
    if (page > 1) pdf.addPage();
    pdf.fontSize(page === 1 ? 40 : 24).text(title, { align: page === 1 ? 'center' : 'left' });
    pdf.moveDown().fontSize(20).text(shotWords.library.body);
  }
  pdf.end();
  return buffer(pdf);
}
