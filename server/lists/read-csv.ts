import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { ImportList } from '../../shared/protocol/list-import.ts';
import { csvBytes } from './csv-bytes.ts';
import { declaredSeparator, separatorOf } from './csv-separator.ts';
import { FileRefused } from './file-refused.ts';
import { LIMITS } from './reading-limits.ts';
import { isTold, type Table, type TableRow } from './table.ts';

const HEAD = 64 * 1024;
const BATCH = 500;

/** A table in text, of any length, some hundred rows at a time. */
export async function* readCsv(path: string, list: ImportList): Table {
  const parts = csvBytes(path);
  const first = await parts.next();
  if (first.done === true) return;
  const head = first.value.text.subarray(0, HEAD).toString('utf8');
  const declared = declaredSeparator(head);
  let bytes = first.value.bytes;
  async function* texts(start: Buffer): AsyncGenerator<Buffer, void, undefined> {
    if (start.length > 0) yield start;
    for await (const part of parts) {
      bytes = part.bytes;
      if (part.text.length > 0) yield part.text;
    }
  }
  const source = Readable.from(texts(first.value.text.subarray(declared?.length ?? 0)), { objectMode: true });
  const parser = parserFor(declared?.separator ?? separatorOf(head, list));
  pipeline(source, parser, () => undefined);
  for await (const rows of batchesOf(parser)) yield { sheet: '', rows, bytes };
}

/** Numbered as a spreadsheet numbers them, which does not show the line that names the separator. */
async function* batchesOf(records: AsyncIterable<string[]>): AsyncGenerator<TableRow[], void, undefined> {
  let number = 0;
  let rows: TableRow[] = [];
  try {
    for await (const record of records) {
      number += 1;
      const row = rowOf(record, number);
      if (row !== null) rows.push(row);
      if (rows.length < BATCH) continue;
      yield rows;
      rows = [];
    }
  } catch (cause) {
    throw cause instanceof CsvError ? faultOf(cause, number + 1) : cause;
  }
  yield rows;
}

const parserFor = (delimiter: string) =>
  parse({
    delimiter,
    relax_column_count: true,
    // A quotation mark within an unquoted cell is a letter like any other.
    relax_quotes: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LIMITS.csvRow,
  });

function rowOf(cells: string[], number: number): TableRow | null {
  if (cells.length > LIMITS.columns) {
    if (cells.slice(LIMITS.columns).some(isTold)) {
      throw new FileRefused('too-many-columns', { row: number, limit: LIMITS.columns });
    }
    cells.length = LIMITS.columns;
  }
  for (const cell of cells) {
    if (cell.length > LIMITS.cell) throw new FileRefused('cell-too-long', { row: number, limit: LIMITS.cell });
  }
  return cells.some(isTold) ? { number, cells, formulas: null, spanned: null } : null;
}

/** A row beyond all measure is one of many cells, or of one. */
function faultOf(cause: CsvError, row: number): FileRefused {
  if (cause.code !== 'CSV_MAX_RECORD_SIZE') return new FileRefused('file-damaged', { row });
  const cells = cause['column'];
  return typeof cells === 'number' && cells > LIMITS.columns
    ? new FileRefused('too-many-columns', { row, limit: LIMITS.columns })
    : new FileRefused('cell-too-long', { row, limit: LIMITS.cell });
}
