import { stat } from 'node:fs/promises';
import type { ImportList } from '../../shared/protocol/list-import.ts';
import { fileKind } from './file-kind.ts';
import { FileRefused } from './file-refused.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { LIMITS } from './reading-limits.ts';
import type { Table } from './table.ts';

/** A file on disk as a stream of rows, whatever its format, in bounded memory. */
export async function* readTable(path: string, name: string, list: ImportList): Table {
  const kind = await fileKind(path, name);
  if (kind === 'csv') return yield* readCsv(path, list);
  const { size } = await stat(path);
  if (size > LIMITS.xlsxBytes) throw new FileRefused('file-too-large', { limit: LIMITS.xlsxBytes });
  yield* readXlsx(path);
}
