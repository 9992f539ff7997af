import { expect, test } from 'vitest';
import { faultOf, heard, inOwnFolder } from './lists-reading.ts';
import { inlineRows, xlsxParts, zipOf } from './lists-zip.ts';

inOwnFolder();

/** "Họ và tên", "Chức vụ", "Đơn vị", "Điểm cầu" and a row, as the old fonts' programs wrote them. */
const IN_TCVN3 = [
  ['STT', 'Hä vµ tªn', 'Chøc vô', '§¬n vÞ', '§iÓm cÇu'],
  ['1', 'NguyÔn V¨n §øc', 'BÝ th­ TØnh ñy', 'TØnh ñy', 'An Giang'],
  ['2', 'TrÇn ThÞ B×nh', 'Chñ tÞch Héi', 'Héi Phô n÷', 'An Giang'],
];
const IN_VNI = [
  ['STT', 'Hoï vaø teân', 'Chöùc vuï', 'Ñôn vò', 'Ñieåm caàu'],
  ['1', 'Nguyeãn Vaên Ñöùc', 'Bí thö Tænh uûy', 'Tænh uûy', 'An Giang'],
  ['2', 'Traàn Thò Bình', 'Chuû tòch Hoäi', 'Hoäi Phuï nöõ', 'An Giang'],
];
const MODERN = ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị', 'Điểm cầu'];
const GOOD = [
  ['1', 'Nguyễn Văn Đức', 'Bí thư Tỉnh ủy', 'Tỉnh ủy', 'An Giang'],
  ['2', 'Trần Thị Bình', 'Chủ tịch Hội', 'Hội Phụ nữ', 'An Giang'],
  ['3', 'BÙI THANH HÀ', 'Chuyên viên', 'Sở Y tế', 'An Giang'],
];
const csv = (rows: readonly (readonly string[])[]): string => rows.map((cells) => cells.join(',')).join('\r\n');
const xlsx = (rows: readonly (readonly string[])[]): Buffer =>
  zipOf(xlsxParts({ sheets: [{ name: 'DS', rows: inlineRows(rows) }] }));

test.each([
  ['encoding-tcvn3', IN_TCVN3],
  ['encoding-vni', IN_VNI],
] as const)(
  '[IMP46] %s: bytes, UTF-8 and workbooks in old letters are refused, heads in our letters or not',
  async (fault, rows) => {
    const [, ...list] = rows;
    const columns = { columns: { [rows[0]?.[1] ?? '']: 'fullName' } };
    expect(faultOf(await heard(Buffer.from(csv(rows), 'latin1'), 'ds.csv'))).toBe(fault);
    expect(faultOf(await heard(csv(rows), 'ds.csv'))).toBe(fault);
    expect(faultOf(await heard(csv(rows), 'ds.csv', { mapping: columns }))).toBe(fault);
    expect(faultOf(await heard(csv([MODERN, ...list]), 'ds.csv'))).toBe(fault);
    expect(faultOf(await heard(xlsx(rows), 'ds.xlsx'))).toBe(fault);
    const late = Array.from({ length: 400 }, (_, at) => list[at % 2] ?? []);
    const plain = Array.from({ length: 40 }, () => ['1', 'An', 'Nam', 'Ban', 'An Giang']);
    expect(faultOf(await heard(csv([MODERN, ...plain, ...late]), 'ds.csv'))).toBe(fault);
  },
);

test('[IMP46] in a file that is as it should be, one cell in old letters refuses its row alone', async () => {
  const read = await heard(csv([MODERN, ...GOOD, ...IN_TCVN3.slice(1, 2)]), 'ds.csv');
  expect(read.outcome).toMatchObject({ kind: 'done', rows: 3, refused: 1 });
  expect(read.refused).toMatchObject([
    { row: 5, column: 'Họ và tên', code: 'legacy-letters', value: 'NguyÔn V¨n §øc' },
  ]);
});

test('[IMP47] bytes of Windows-1258, a broken letter, UTF-16 that is cut: the encoding is unknown', async () => {
  const in1258 = Buffer.from(
    'STT,H\u00f2o v\u00e0 t\u00ean\n1,Nguy\u00ea\u00den V\u00e3n \u00d0\u00fd\u00ecc',
    'latin1',
  );
  expect(faultOf(await heard(in1258, 'ds.csv'))).toBe('encoding-unknown');
  const whole = Buffer.from(csv([MODERN, ...GOOD]));
  const broken = Buffer.from(whole);
  broken[whole.indexOf('ễ')] = 0x20;
  expect(faultOf(await heard(broken, 'ds.csv'))).toBe('encoding-unknown');
  expect(faultOf(await heard(whole, 'ds.csv'))).toBe('done');
  const utf16 = Buffer.from(`\uFEFF${csv([MODERN, ...GOOD])}`, 'utf16le');
  expect(faultOf(await heard(utf16, 'ds.csv'))).toBe('done');
  expect(faultOf(await heard(utf16.subarray(0, -1), 'ds.csv'))).toBe('encoding-unknown');
  const mangled = GOOD.map((cells) => cells.map((cell) => Buffer.from(cell).toString('latin1')));
  expect(faultOf(await heard(csv([MODERN, ...mangled]), 'ds.csv'))).toBe('encoding-unknown');
});

test('[IMP48] decomposed letters, stray blanks and signs that nobody sees leave the text that people see', async () => {
  const [first = []] = GOOD;
  const strange = first.map((cell) => `\u200b ${cell.normalize('NFD').replaceAll(' ', ' \u00a0 ')}\u202e `);
  const clean = await heard(csv([MODERN, first]), 'ds.csv');
  const read = await heard(csv([MODERN.map((head) => ` ${head.normalize('NFD')}\u200b`), strange]), 'ds.csv');
  expect(read.rows.map(({ listed, words }) => [listed, words])).toEqual(
    clean.rows.map(({ listed, words }) => [listed, words]),
  );
});

test('[IMP49] more rows than a workbook may have are refused, as many as it may are read', {
  timeout: 120_000,
}, async () => {
  const heads = inlineRows([['Họ và tên', 'Đơn vị']]);
  const rows = (count: number): string =>
    Array.from({ length: count }, (_, at) => `<row r="${at + 2}"><c r="A${at + 2}" t="s"><v>0</v></c></row>`).join('');
  const file = (count: number): Buffer =>
    zipOf(xlsxParts({ sheets: [{ name: 'An Giang', rows: heads + rows(count) }], strings: '<si><t>Lê An</t></si>' }));
  expect((await heard(file(199_999), 'ds.xlsx')).outcome).toMatchObject({ kind: 'done', rows: 199_999 });
  expect(faultOf(await heard(file(200_001), 'ds.xlsx'))).toBe('too-many-rows');
});
