import { Document as Docx, Packer, Paragraph } from 'docx';
import { type ZipPart, zipOf } from '../server/lists-zip.ts';

const MAIN = {
  docx: ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  xlsx: ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
  pptx: ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
} as const;

/** A file of the format, by hand, so that it can hold what an office would not write. */
export function officeFile(format: keyof typeof MAIN, others: readonly ZipPart[] = [], types = ''): Buffer {
  const [part, type] = MAIN[format];
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: `<Types><Override PartName="/${part}" ContentType="${type}"/>${types}</Types>`,
    },
    { name: part, content: '<x/>' },
    ...others,
  ]);
}

/** As a word processor writes it. */
export const wordFile = (words: string): Promise<Buffer> =>
  Packer.toBuffer(new Docx({ sections: [{ children: [new Paragraph(words)] }] }));

/** An old container that says that a file with a password is in it. */
export const lockedOffice = (): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_500),
    Buffer.from('EncryptedPackage', 'utf16le'),
    Buffer.alloc(3_000),
  ]);
