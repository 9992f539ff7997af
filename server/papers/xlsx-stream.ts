import { safeCell } from './safe-cell.ts';
import { type Cell, type Sheet, type SheetRow, sheetDays } from './sheet.ts';
import { zipStream } from './zip-stream.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Places in `STYLES`. */
const STYLE = { plain: 0, strong: 1, time: 2, strongTime: 3, head: 4 } as const;
const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"\r]/g, (sign) => ESCAPED[sign] ?? '');

/**
 * A sheet as an office opens it, written while its rows come: two hundred thousand rows take no more memory than one
 * page of them. Text stands in its cell, as there is no list of strings that could be written before all are known.
 */
export const xlsxStream = (sheet: Sheet): AsyncGenerator<Buffer> =>
  zipStream([
    { name: '[Content_Types].xml', content: [CONTENT_TYPES] },
    { name: '_rels/.rels', content: [RELATIONS] },
    { name: 'xl/workbook.xml', content: [workbook(sheet.name)] },
    { name: 'xl/_rels/workbook.xml.rels', content: [WORKBOOK_RELATIONS] },
    { name: 'xl/styles.xml', content: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', content: worksheet(sheet) },
  ]);

async function* worksheet({ heading, columns, pages }: Sheet): AsyncGenerator<string> {
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  const letters = columns.map((_, at) => lettersOf(at));
  yield rowOf([heading], 1, { letters, text: STYLE.strong, time: STYLE.strongTime });
  yield rowOf(
    columns.map(({ name }) => name),
    2,
    { letters, text: STYLE.head, time: STYLE.strongTime },
  );
  let line = 2;
  for await (const page of pages) {
    yield page.map((row) => styledRow(row, ++line, letters)).join('');
  }
  yield '</sheetData><pageSetup orientation="landscape" fitToHeight="0"/></worksheet>';
}

const styledRow = ({ cells, strong }: SheetRow, line: number, letters: readonly string[]): string =>
  rowOf(cells, line, {
    letters,
    text: strong === true ? STYLE.strong : STYLE.plain,
    time: strong === true ? STYLE.strongTime : STYLE.time,
  });

interface Look {
  readonly letters: readonly string[];
  readonly text: number;
  readonly time: number;
}

function rowOf(cells: readonly Cell[], line: number, { letters, text, time }: Look): string {
  let row = `<row r="${line}">`;
  for (const [at, cell] of cells.entries()) {
    if (cell === null || cell === '') continue;
    const address = `${letters[at] ?? ''}${line}`;
    if (typeof cell === 'string') {
      row += `<c r="${address}" s="${text}" t="inlineStr"><is><t xml:space="preserve">${escaped(safeCell(cell))}</t></is></c>`;
    } else if (typeof cell === 'number') row += `<c r="${address}" s="${text}"><v>${cell}</v></c>`;
    else row += `<c r="${address}" s="${time}"><v>${sheetDays(cell.at)}</v></c>`;
  }
  return `${row}</row>`;
}

/** 0 is A, 26 is AA. */
const lettersOf = (at: number): string =>
  `${at < 26 ? '' : lettersOf(Math.floor(at / 26) - 1)}${String.fromCharCode(65 + (at % 26))}`;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SHEETML = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEETML}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEETML}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEETML}.worksheet+xml"/></Types>`;
const RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;
const WORKBOOK_RELATIONS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;

const workbook = (name: string): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

const TIME_FORMAT = 164;
const xf = (format: number, font: number, wrap = false): string =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"${wrap ? ' applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf>' : '/>'}`;
const FONT = '<sz val="11"/><name val="Calibri"/>';
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="${TIME_FORMAT}" formatCode="dd/mm/yyyy\\ hh:mm:ss"/></numFmts><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${xf(0, 0)}${xf(0, 1)}${xf(TIME_FORMAT, 0)}${xf(TIME_FORMAT, 1)}${xf(0, 1, true)}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
