import type { RefusedRow, RowFault } from '../../shared/protocol/list-import.ts';
import type { Papers } from '../application/papers.ts';
import { CSV, csvStream } from './csv-stream.ts';
import type { SheetRow } from './sheet.ts';

const words = {
  file: (name: string): string => `Dòng không nhận - ${name}.csv`,
  columns: ['Trang tính', 'Dòng', 'Cột', 'Lý do', 'Nội dung trong tệp'],
  wholeRow: '(cả dòng)',
  faults: {
    'value-missing': 'Thiếu nội dung bắt buộc',
    'value-too-long': 'Quá dài',
    'value-unreadable': 'Không đọc được',
    'legacy-letters': 'Chữ viết bằng bảng mã cũ (TCVN3, VNI)',
    formula: 'Ô là công thức, không phải nội dung',
    'bridge-unknown': 'Không có điểm cầu này trong hội nghị',
    'bridge-ambiguous': 'Nhiều điểm cầu cùng mang tên này',
    'parent-unknown': 'Không có điểm cầu cấp trên này',
    'name-twice': 'Tên này đã có ở dòng khác',
    'role-unknown': 'Vai trò không rõ',
    'time-unreadable': 'Giờ không đọc được',
    'too-many-categories': 'Quá nhiều loại thành phần',
  } satisfies Record<RowFault, string>,
} as const;

/** Every row that a file's list refused, for whoever mends the file. */
export const refusedRowsPaper: Papers['refusedRows'] = (name, pages) => ({
  name: words.file(name),
  plainName: 'refused.csv',
  type: CSV,
  content: csvStream({
    name: '',
    heading: '',
    columns: words.columns.map((column) => ({ name: column, width: 20 })),
    pages: rowsOf(pages),
  }),
});

async function* rowsOf(pages: AsyncIterable<readonly RefusedRow[]>): AsyncGenerator<readonly SheetRow[]> {
  for await (const page of pages) {
    yield page.map(({ sheet, row, column, code, value }) => ({
      cells: [sheet, row, column ?? words.wholeRow, words.faults[code], value],
    }));
  }
}
