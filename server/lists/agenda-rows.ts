import type { RefusedRow, RowFault } from '../../shared/protocol/list-import.ts';
import { type PastedRow, readPaste } from '../../shared/views/agenda-paste.ts';
import type { WritingPlace } from '../../shared/views/agenda-writing.ts';
import type { ListHeader } from '../../shared/views/list-header.ts';
import type { PasteError, PasteFault } from '../../shared/views/paste-row.ts';
import { sheetText } from '../../shared/views/sheet-cells.ts';
import { cleanCell } from './clean-cell.ts';
import { FileRefused } from './file-refused.ts';
import { LIMITS } from './reading-limits.ts';
import type { TableRow } from './table.ts';

export interface AgendaRead {
  readonly rows: readonly PastedRow[];
  readonly refused: readonly RefusedRow[];
}

/** A head by which the reading of a pasted programme knows the field. */
const KNOWN_AS: Readonly<Record<string, string>> = {
  start: 'Bắt đầu',
  end: 'Kết thúc',
  duration: 'Thời lượng',
  title: 'Nội dung',
  presenter: 'Trình bày',
  positions: 'Chức vụ',
  kind: 'Loại',
};

const FAULTS: Readonly<Record<PasteFault, RowFault>> = {
  endBeforeStart: 'time-unreadable',
  timesDisagree: 'time-unreadable',
  timeUnreadable: 'time-unreadable',
  lengthUnreadable: 'time-unreadable',
  titleMissing: 'value-missing',
  titleUnfit: 'value-too-long',
  presenterUnfit: 'value-too-long',
};

/** The programme of one sheet: read as if it were pasted, so that a file and the clipboard mean the same. */
export function readAgenda(
  sheet: string,
  rows: readonly TableRow[],
  { header, place }: { readonly header: ListHeader; readonly place: WritingPlace },
): AgendaRead {
  const computed = rows.filter(({ formulas }) =>
    header.columns.some(({ index, field }) => field !== null && formulas?.has(index) === true),
  );
  const left = rows.filter((row) => !computed.includes(row));
  const read = readPaste(pastedText(left, header), place);
  const refused = computed.map(
    ({ number }): RefusedRow => ({ sheet, row: number, column: null, code: 'formula', value: '' }),
  );
  if (read.kind === 'tooMany') throw new FileRefused('too-many-rows', { limit: read.max });
  if (read.kind === 'refused') throw new FileRefused('column-missing', { missing: read.missing.join(' ') });
  if (read.kind === 'empty') return { rows: [], refused };
  const calledIn = (error: PasteError): string =>
    header.columns.find(({ field }) => field === error.column)?.called ?? error.called;
  return {
    rows: read.rows,
    refused: [
      ...refused,
      ...read.errors.map((error) => ({
        sheet,
        row: error.line,
        column: calledIn(error),
        code: FAULTS[error.fault],
        value: error.typed.slice(0, 200),
      })),
    ],
  };
}

/** Every row in its line, so that lines are called by the numbers of the sheet. */
function pastedText(rows: readonly TableRow[], { columns }: ListHeader): string {
  const lines: string[][] = [columns.map(({ field }) => (field === null ? '' : (KNOWN_AS[field] ?? '')))];
  for (const { number, cells } of rows) {
    if (number > LIMITS.agendaRows) throw new FileRefused('too-many-rows', { limit: LIMITS.agendaRows });
    while (lines.length < number - 1) lines.push([]);
    lines[number - 1] = columns.map(({ index }) => cleanCell(cells[index] ?? ''));
  }
  return sheetText(lines);
}
