import { FileRefused } from './file-refused.ts';
import { LIMITS } from './reading-limits.ts';
import { kindOfBuiltIn, kindOfFormat, type NumberKind } from './xlsx-styles.ts';
import { type XmlHandler, xmlReader } from './xlsx-xml.ts';
import type { XlsxZip } from './xlsx-zip.ts';

export interface XlsxSheet {
  readonly name: string;
  /** The part that holds it. */
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly XlsxSheet[];
  readonly strings: readonly string[];
  /** By the number of a cell's style. */
  readonly kinds: readonly NumberKind[];
  readonly from1904: boolean;
}

/** What the sheets of a workbook need to be read: their names, the shared strings, what numbers are shown as. */
export async function readWorkbook(zip: XlsxZip): Promise<Workbook> {
  if (!zip.has('xl/workbook.xml')) throw new FileRefused('file-type-mismatch');
  const targets = await readTargets(zip);
  const { seen, from1904 } = await readSheetNames(zip);
  const sheets = seen.flatMap(({ name, id }) => {
    const part = targets.get(id);
    return part === undefined ? [] : [{ name, part }];
  });
  // Each part is unpacked against the limit once: two hundred sheets of one part would be read without any.
  if (new Set(sheets.map(({ part }) => part)).size < sheets.length) throw new FileRefused('file-damaged');
  if (sheets.some(({ part }) => !zip.has(part))) throw new FileRefused('file-damaged');
  return { sheets, from1904, kinds: await readKinds(zip), strings: await readStrings(zip) };
}

async function readPart(zip: XlsxZip, part: string, handler: XmlHandler): Promise<void> {
  const reader = xmlReader(handler);
  let written = false;
  for await (const text of zip.text(part)) {
    written ||= text !== '';
    reader.write(text);
  }
  if (written) reader.end();
}

/** Which part an id of the workbook stands for. */
async function readTargets(zip: XlsxZip): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await readPart(zip, 'xl/_rels/workbook.xml.rels', {
    open: (name, { Id, Target, Type }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return;
      if (Type?.endsWith('/worksheet') === true) {
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//u, '')}`);
      }
    },
  });
  return targets;
}

async function readSheetNames(zip: XlsxZip) {
  const seen: { readonly name: string; readonly id: string }[] = [];
  let from1904 = false;
  await readPart(zip, 'xl/workbook.xml', {
    open: (element, attributes) => {
      const { name, state, date1904 } = attributes;
      if (element === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
      if (element !== 'sheet' || name === undefined || id === undefined) return;
      // What its maker has hidden is not meant to be sent.
      if (state === undefined || state === 'visible') seen.push({ name, id });
      if (seen.length > LIMITS.sheets) throw new FileRefused('zip-bomb', { limit: LIMITS.sheets });
    },
  });
  return { seen, from1904 };
}

const FORMATS_AT_MOST = 10_000;

async function readKinds(zip: XlsxZip): Promise<readonly NumberKind[]> {
  const own = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let inCells = false;
  await readPart(zip, 'xl/styles.xml', {
    open: (name, { numFmtId, formatCode }) => {
      if (name === 'cellXfs') inCells = true;
      const id = Number(numFmtId ?? 0);
      if (name === 'numFmt' && formatCode !== undefined && own.size < FORMATS_AT_MOST) {
        own.set(id, kindOfFormat(formatCode.slice(0, 255)));
      }
      if (name === 'xf' && inCells) kinds.push(own.get(id) ?? kindOfBuiltIn(id));
      if (kinds.length > LIMITS.zipEntries * 50) throw new FileRefused('zip-bomb');
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return kinds;
}

/** Texts of cells, each once. Reading aids (rPh) are no part of them. */
async function readStrings(zip: XlsxZip): Promise<readonly string[]> {
  const strings: string[] = [];
  let letters = 0;
  let current = '';
  let within = false;
  let aids = 0;
  await readPart(zip, 'xl/sharedStrings.xml', {
    open: (name) => {
      if (name === 'si') current = '';
      if (name === 'rPh') aids += 1;
      within = name === 't' && aids === 0;
    },
    text: (text) => {
      if (!within) return;
      current += text;
      if (current.length > LIMITS.cell) throw new FileRefused('cell-too-long', { limit: LIMITS.cell });
    },
    close: (name) => {
      within = false;
      if (name === 'rPh') aids -= 1;
      if (name !== 'si') return;
      strings.push(current);
      letters += current.length;
      if (letters > LIMITS.sharedLetters || strings.length > LIMITS.sharedStrings) {
        throw new FileRefused('file-too-large', { limit: LIMITS.sharedLetters });
      }
    },
  });
  return strings;
}
