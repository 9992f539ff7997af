import PDFDocument from 'pdfkit';
import type { Paper } from '../../shared/views/papers/paper.ts';
import { createWidths, registerFonts } from './paper-fonts.ts';
import { type Piece, planOf } from './paper-plan.ts';
import { type BoxMaker, boxesOf } from './pdf-boxes.ts';
import { PdfSheets } from './pdf-sheets.ts';
import { putTable } from './pdf-table.ts';

/** The paper as it is signed and kept: sheet by sheet, with its own letters inside. */
export async function paperPdf(paper: Paper): Promise<Buffer> {
  const plan = planOf(paper);
  const { madeAt, hash } = paper.provenance;
  const document = new PDFDocument({
    autoFirstPage: false,
    lang: 'vi-VN',
    displayTitle: true,
    info: { Title: plan.title, Author: paper.head?.issuer ?? '', Keywords: hash, CreationDate: new Date(madeAt) },
  });
  const chunks: Buffer[] = [];
  const ended = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => void chunks.push(chunk));
    document.on('end', resolve);
    document.on('error', reject);
  });
  registerFonts(document);
  const maker = { pen: { document, widthOf: createWidths(document) }, table: plan.table };
  const sheets = new PdfSheets(maker.pen, plan);
  for (const part of plan.parts) {
    sheets.beginPart(part);
    for (const piece of part.pieces) putPiece(piece, sheets, maker);
    sheets.settle();
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

function putPiece(piece: Piece, sheets: PdfSheets, maker: BoxMaker): void {
  if (piece.kind === 'table') {
    sheets.settle();
    putTable(piece, sheets, maker);
    return;
  }
  for (const box of boxesOf(piece, maker, sheets.area.width)) sheets.put(box);
}
