import { expect, test } from 'vitest';
import { readPaste } from '../../shared/views/agenda-paste.ts';
import { heard, inOwnFolder, jobOf } from './lists-reading.ts';
import { inlineRows, xlsxParts, zipOf } from './lists-zip.ts';

inOwnFolder();

const ROWS = [
  ['CHƯƠNG TRÌNH HỘI NGHỊ'],
  ['Thời gian', 'Nội dung', 'Thực hiện'],
  ['08:00 - 08:15', 'Chào cờ, tuyên bố lý do', 'Nguyễn Văn An'],
  [],
  ['08:15 - 08:45', 'Báo cáo trung tâm', 'Trần Thị Bình'],
];
const place = jobOf('', '').place;

test('[IMP70] a programme in a file means what it means on the clipboard, its lines called as the sheet counts them', async () => {
  const file = zipOf(xlsxParts({ sheets: [{ name: 'S', rows: inlineRows(ROWS) }] }));
  const { outcome } = await heard(file, 'ct.xlsx', { list: 'agenda' });
  const pasted = readPaste(ROWS.map((cells) => cells.join('\t')).join('\n'), place);
  const rows = pasted.kind === 'read' ? pasted.rows : [];
  expect(rows).toHaveLength(2);
  expect(outcome).toMatchObject({ kind: 'done', rows: 2, refused: 0, agenda: rows });
  expect(outcome.kind === 'done' ? outcome.agenda?.map(({ line }) => line) : []).toEqual([3, 5]);
});

test('[IMP70] times by style, a mapping by hand, and what cannot be read', async () => {
  const csv = 'Lúc,Nội dung,Ghi chú\n8h00,Chào cờ,a\n8h,,b\nsớm,Khai mạc,c\n';
  expect((await heard(csv, 'ct.csv', { list: 'agenda' })).outcome).toMatchObject({ kind: 'fault' });
  const read = await heard(csv, 'ct.csv', { list: 'agenda', mapping: { columns: { Lúc: 'start' } } });
  expect(read.outcome).toMatchObject({ kind: 'done', rows: 1, refused: 2 });
  expect(read.refused).toMatchObject([
    { row: 3, column: 'Nội dung', code: 'value-missing' },
    { row: 4, column: 'Lúc', code: 'time-unreadable', value: 'sớm' },
  ]);
});
