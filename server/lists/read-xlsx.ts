import { FileRefused } from './file-refused.ts';
import { LIMITS } from './reading-limits.ts';
import type { Table, TableRow } from './table.ts';
import { SpanReader, spansIn } from './xlsx-cells.ts';
import { sheetRows } from './xlsx-sheet.ts';
import { readWorkbook, type Workbook } from './xlsx-workbook.ts';
import { openXlsx, type XlsxZip } from './xlsx-zip.ts';

const BATCH = 500;

/** A workbook, sheet by sheet, its rows as they are unpacked. */
export async function* readXlsx(path: string): Table {
  const zip = await openXlsx(path);
  try {
    const workbook = await readWorkbook(zip);
    let told = 0;
    for (const { name, part } of workbook.sheets) {
      for await (const rows of sheetBatches(zip, part, workbook)) {
        told = counted(told + rows.length);
        yield { sheet: name, rows, bytes: zip.readBytes() };
      }
    }
  } finally {
    zip.close();
  }
}

async function* sheetBatches(
  zip: XlsxZip,
  part: string,
  workbook: Workbook,
): AsyncGenerator<TableRow[], void, undefined> {
  const spans = new SpanReader(await spansIn(zip.text(part), LIMITS.merges));
  let rows: TableRow[] = [];
  for await (const some of sheetRows(zip.text(part), workbook)) {
    for (const row of some) rows.push({ ...row, spanned: spans.at(row.number, row.cells) });
    if (rows.length < BATCH) continue;
    yield rows;
    rows = [];
  }
  yield rows;
}

function counted(told: number): number {
  if (told > LIMITS.xlsxRows) throw new FileRefused('too-many-rows', { limit: LIMITS.xlsxRows });
  return told;
}
