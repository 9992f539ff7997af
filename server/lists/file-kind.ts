import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { FileRefused } from './file-refused.ts';

export type FileKind = 'csv' | 'xlsx';

const HEAD_BYTES = 4_096;
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = [Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.from('PK\u0005\u0006', 'latin1')];
/** What is no text, or a text that is no table, whatever its name says. */
const FOREIGN = [
  '%PDF',
  '{\\rtf',
  '\u001f\u008b',
  '\u0089PNG',
  '\u00ff\u00d8\u00ff',
  'GIF8',
  'Rar!',
  '7z\u00bc\u00af',
].map((begins) => Buffer.from(begins, 'latin1'));
const MARKUP = /^\s*<(?:!doctype|html|\?xml|table|body|meta)\b/iu;

const begins = (head: Buffer, magic: Buffer): boolean => head.subarray(0, magic.length).equals(magic);
const isZip = (head: Buffer): boolean => ZIP.some((magic) => begins(head, magic));

/** What the file is, where its name and its first bytes agree. */
export async function fileKind(path: string, name: string): Promise<FileKind> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size === 0) throw new FileRefused('file-empty');
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(HEAD_BYTES), position: 0 });
    const head = buffer.subarray(0, bytesRead);
    switch (extname(name).toLowerCase()) {
      case '.xls':
        throw new FileRefused(begins(head, OLE) ? 'old-excel' : 'file-type-mismatch');
      case '.xlsx':
        if (isZip(head)) return 'xlsx';
        throw new FileRefused(begins(head, OLE) ? await oleFault(path) : 'file-type-mismatch');
      case '.csv':
      case '.tsv':
      case '.txt':
        if (isText(head)) return 'csv';
        throw new FileRefused('file-type-mismatch');
      default:
        throw new FileRefused('file-not-a-table');
    }
  } finally {
    await file.close();
  }
}

const isText = (head: Buffer): boolean =>
  !isZip(head) &&
  !begins(head, OLE) &&
  !FOREIGN.some((magic) => begins(head, magic)) &&
  !MARKUP.test(head.toString('latin1').replace(/^ï»¿/u, '')) &&
  (hasUtf16Mark(head) || !head.includes(0));

export const hasUtf16Mark = (head: Buffer): boolean =>
  (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);

const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
/** The directory of such a container stands at its beginning or, when it was saved again, at its end. */
const DIRECTORY_WITHIN = 1024 * 1024;

/** A workbook with a password is an old container around the new one. */
async function oleFault(path: string): Promise<'encrypted-excel' | 'old-excel'> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const buffer = Buffer.alloc(Math.min(size, DIRECTORY_WITHIN));
    for (const position of [0, size - buffer.length]) {
      await file.read({ buffer, position });
      if (buffer.includes(ENCRYPTED)) return 'encrypted-excel';
    }
    return 'old-excel';
  } finally {
    await file.close();
  }
}
