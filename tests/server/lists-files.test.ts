import { expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { faultOf, heard, inOwnFolder, shown } from './lists-reading.ts';
import { inlineRows, xlsxParts, zipOf } from './lists-zip.ts';

inOwnFolder();

const HEADS = ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Điểm cầu'];
const AN = ['1', 'Nguyễn Văn An', 'Bí thư Đảng ủy', 'Sở Nội vụ', 'An Giang'];
const BINH = ['2', 'Trần Thị Bình', 'Chủ tịch Hội', 'Tỉnh đoàn', 'Điểm cầu tỉnh An Giang'];
const READ = [
  ['Nguyễn Văn An', 'Bí thư Đảng ủy', 'Sở Nội vụ', 'ag'],
  ['Trần Thị Bình', 'Chủ tịch Hội', 'Tỉnh đoàn', 'ag'],
];
const csvOf = (rows: readonly (readonly string[])[], separator = ','): string =>
  rows.map((cells) => cells.join(separator)).join('\r\n');

test.each([',', ';', '\t'])('[IMP1] CSV separated by %j is read', async (separator) => {
  const read = await heard(csvOf([HEADS, AN, BINH], separator), 'ds.csv');
  expect(shown(read)).toEqual(READ);
  expect(read.outcome).toMatchObject({ kind: 'done', rows: 2, refused: 0 });
});

test('[IMP1] a declared separator, quotes, line breaks in cells and blank rows', async () => {
  const csv =
    'sep=;\r\n' + csvOf([HEADS, ['1', '"Nguyễn ""Ba"" An"', '"Bí thư;\nChủ tịch"', 'A', 'An Giang'], [], BINH], ';');
  const read = await heard(csv, 'ds.csv');
  expect(shown(read)[0]).toEqual(['Nguyễn "Ba" An', 'Bí thư | Chủ tịch', 'A', 'ag']);
  expect(read.rows.map(({ row }) => row)).toEqual([2, 4]);
});

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

test.each([
  ['UTF-8', (text: string) => Buffer.from(text)],
  ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
  ['UTF-16 LE', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 BE', (text: string) => utf16be(`\uFEFF${text}`)],
])('[IMP2] CSV in %s is read', async (_, encoded) => {
  expect(shown(await heard(encoded(csvOf([HEADS, AN, BINH])), 'ds.csv'))).toEqual(READ);
});

test.each([0, 1, 2])('[IMP2] a letter that the end of a part of the file cuts is whole (%i)', async (shift) => {
  // A part is 256 KiB; with these three shifts one of them ends after each byte of a letter of three.
  const long = `${' '.repeat(shift)}${'ặ'.repeat(9_000)}`;
  const rows = Array.from({ length: 20 }, (_, at) => [
    String(at),
    `Trần Ế ${'ặ'.repeat(3)}`,
    '',
    'Ổ',
    'An Giang',
    long,
  ]);
  const read = await heard(csvOf([[...HEADS, 'Ghi chú'], ...rows]), 'ds.csv');
  expect(shown(read)).toEqual(rows.map(() => ['Trần Ế ặặặ', '', 'Ổ', 'ag']));
});

test('[IMP3] a workbook made by a program: texts, numbers, dates, several sheets', async () => {
  const row = (cells: readonly string[]) => cells.map((value) => ({ value, type: String }));
  const file = await writeExcelFile([
    { data: [row(HEADS), row(AN)], sheet: 'Danh sách 1' },
    {
      data: [row(['Họ tên', 'Đơn vị', 'Số thẻ']), [...row(['Lê Văn Cường', 'Sở Y tế']), { value: 12, type: Number }]],
      sheet: 'Hồ Chí Minh',
    },
  ]).toBuffer();
  const read = await heard(file, 'ds.xlsx');
  expect(shown(read)).toEqual([READ[0], ['Lê Văn Cường', '', 'Sở Y tế', 'hcm']]);
  expect(read.rows[1]).toMatchObject({ number: '12', row: 2 });
  expect(read.outcome).toMatchObject({
    sheets: [
      { name: 'Danh sách 1', rows: 1, headerRow: 1 },
      { name: 'Hồ Chí Minh', rows: 1 },
    ],
  });
});

const sheet = (rows: string, after = ''): Buffer => zipOf(xlsxParts({ sheets: [{ name: 'Sheet1', rows, after }] }));

test('[IMP4] the head is found below merged title rows, and merged cells hold for every row that they reach', async () => {
  const rows = inlineRows([
    ['TỈNH ỦY AN GIANG'],
    ['DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ'],
    ['(Kèm theo Công văn số 12-CV/TU)'],
    [],
    ['STT', 'Họ và tên', 'Chức vụ', '', 'Đơn vị', 'Điểm cầu'],
    ['', '', 'Chính quyền', 'Đảng'],
    ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
    ['I', 'THƯỜNG TRỰC TỈNH ỦY'],
    ['1', 'Nguyễn Văn An', 'Chủ tịch UBND tỉnh', 'Phó Bí thư Tỉnh ủy', 'Tỉnh ủy', 'An Giang'],
    ['2', 'Trần Thị Bình', 'Giám đốc Sở Nội vụ', 'Tỉnh ủy viên'],
    ['Tổng cộng: 2 đại biểu'],
  ]);
  const read = await heard(
    sheet(rows, '<mergeCells count="2"><mergeCell ref="E9:E10"/><mergeCell ref="F9:F10"/></mergeCells>'),
    'ds.xlsx',
  );
  expect(shown(read)).toEqual([
    ['Nguyễn Văn An', 'Phó Bí thư Tỉnh ủy | Chủ tịch UBND tỉnh', 'Tỉnh ủy', 'ag'],
    ['Trần Thị Bình', 'Tỉnh ủy viên | Giám đốc Sở Nội vụ', 'Tỉnh ủy', 'ag'],
  ]);
  expect(read.outcome).toMatchObject({ kind: 'done', rows: 2, refused: 0, sheets: [{ headerRow: 6 }] });
  const unmerged = await heard(sheet(rows), 'ds.xlsx');
  expect(unmerged.refused).toMatchObject([{ row: 10, code: 'value-missing', column: 'Điểm cầu' }]);
});

test('[IMP5] hidden sheets are left out, a sheet without a head is left out and said', async () => {
  const visible = { name: 'DS', rows: inlineRows([HEADS, AN]) };
  const zip = zipOf(
    xlsxParts({
      sheets: [
        visible,
        { name: 'Cũ', rows: inlineRows([HEADS, BINH]), state: 'hidden' },
        { name: 'Ghi chú', rows: inlineRows([['Gửi trước ngày 5']]) },
      ],
    }),
  );
  const read = await heard(zip, 'ds.xlsx');
  expect(shown(read)).toEqual([READ[0]]);
  expect(read.outcome).toMatchObject({
    sheets: [
      { name: 'DS', headerRow: 1 },
      { name: 'Ghi chú', headerRow: 0, rows: 1 },
    ],
  });
});

test('[IMP6] a computed cell in a needed column refuses its row, elsewhere it does not', async () => {
  const computed = (reference: string): string =>
    `<c r="${reference}" t="str"><f>A1&amp;"x"</f><v>Lê Văn Cường</v></c>`;
  const rows =
    inlineRows([HEADS]) +
    `<row r="2">${computed('B2')}<c r="E2" t="inlineStr"><is><t>An Giang</t></is></c></row>` +
    `<row r="3">${computed('A3')}<c r="B3" t="inlineStr"><is><t>Lê Văn Cường</t></is></c><c r="E3" t="inlineStr"><is><t>An Giang</t></is></c></row>`;
  const read = await heard(sheet(rows), 'ds.xlsx');
  expect(read.refused).toMatchObject([{ row: 2, column: 'Họ và tên', code: 'formula' }]);
  expect(read.rows.map(({ row }) => row)).toEqual([3]);
  const csv = await heard(csvOf([HEADS, ['1', '=HYPERLINK(1)', 'A', 'B', 'An Giang'], AN]), 'ds.csv');
  expect(csv.refused).toMatchObject([{ row: 2, column: 'Họ và tên', code: 'formula' }]);
});

test('[IMP7] shared strings, dates by style, booleans, the calendar from 1904', async () => {
  const zip = zipOf(
    xlsxParts({
      sheets: [
        {
          name: 'S',
          rows:
            '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Điểm cầu</t></is></c><c r="D1" t="inlineStr"><is><t>Số ghế</t></is></c></row>' +
            '<row r="3"><c r="A3" t="s"><v>2</v></c><c r="B3" s="1"><v>46060</v></c><c r="C3" t="inlineStr"><is><t>An Giang</t></is></c><c r="D3" s="2"><v>0.3125</v></c></row>',
        },
      ],
      strings:
        "<si><t>Họ và tên</t></si><si><r><t>Đơn </t></r><r><t>vị</t></r><rPh><t>bỏ</t></rPh></si><si><t>H'Hen Niê</t></si>",
      styles:
        '<numFmts><numFmt numFmtId="164" formatCode="[$-42A]h:mm;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>',
    }),
  );
  const read = await heard(zip, 'ds.xlsx');
  expect(shown(read)).toEqual([["H'Hen Niê", '', '07/02/2026', 'ag']]);
  expect(read.rows[0]).toMatchObject({ row: 3 });
  expect(JSON.parse(read.rows[0]?.listed ?? '')[4]).toBe('07:30');
});

test('[IMP8] a mapping by hand wins, a head that it does not name is found as ever', async () => {
  const rows = [
    ['Tên gọi', 'Cấp bậc', 'Đơn vị', 'Cầu'],
    ['Nguyễn Văn An', 'Đại tá', 'Quân khu 9', 'An Giang'],
  ];
  expect(faultOf(await heard(csvOf(rows), 'ds.csv'))).toBe('no-header');
  const columns = { 'Tên gọi': 'fullName', 'Cấp bậc': 'positions', Cầu: 'bridge' };
  const read = await heard(csvOf(rows), 'ds.csv', { mapping: { columns } });
  expect(shown(read)).toEqual([['Nguyễn Văn An', 'Đại tá', 'Quân khu 9', 'ag']]);
  const without = await heard(csvOf(rows), 'ds.csv', { mapping: { columns: { ...columns, 'Đơn vị': null } } });
  expect(shown(without)).toEqual([['Nguyễn Văn An', 'Đại tá', 'Điểm cầu tỉnh An Giang', 'ag']]);
});
