import { expect, test } from 'vitest';
import { fieldCalled, headerOfList, positionColumns } from '../../shared/views/list-header.ts';
import { cpuMsOf } from '../support/cpu-time.ts';

test.each([
  ['Họ và tên', 'fullName'],
  ['HỌ VÀ TÊN', 'fullName'],
  ['Họ, tên', 'fullName'],
  ['Họ và chữ đệm, tên', 'fullName'],
  ['Họ tên đại biểu', 'fullName'],
  ['Họ và tên (in hoa)', 'fullName'],
  ['Đại biểu', 'fullName'],
  ['Chức vụ', 'positions'],
  ['Chức danh', 'positions'],
  ['Chức vụ Đảng', 'positions'],
  ['Chức vụ chính quyền', 'positions'],
  ['Chức vụ, đơn vị công tác', 'positions'],
  ['Đơn vị', 'homeUnit'],
  ['Cơ quan', 'homeUnit'],
  ['Đơn vị công tác', 'homeUnit'],
  ['Đoàn', 'delegation'],
  ['Đoàn đại biểu', 'delegation'],
  ['Đoàn thể', null],
  ['Điểm cầu', 'bridge'],
  ['Dự tại', 'bridge'],
  ['Dự tại điểm cầu', 'bridge'],
  ['Thành phần', 'category'],
  ['Đối tượng', 'category'],
  ['Nhiệm vụ', 'role'],
  ['Vai trò', 'role'],
  ['Chỗ ngồi', 'seat'],
  ['Số ghế', 'seat'],
  ['Vị trí', 'seat'],
  ['Mã đại biểu', 'number'],
  ['Số thẻ', 'number'],
  ['Mã số', 'number'],
  ['STT', null],
  ['Số TT', null],
  ['Ghi chú', null],
  ['Số điện thoại', null],
  ['Ngày sinh', null],
])('[IMP30] %s in a list of delegates means %s', (head, field) => {
  expect(fieldCalled('delegates', head)).toBe(field);
});

test.each([
  ['Tên điểm cầu', 'name'],
  ['Điểm cầu', 'name'],
  ['Điểm cầu cấp trên', 'parent'],
  ['Thuộc', 'parent'],
  ['Trực thuộc tỉnh', 'parent'],
  ['Vùng', 'region'],
  ['Hội trường', 'room'],
  ['Phòng họp', 'room'],
  ['Địa điểm', 'room'],
  ['Chủ trì điểm cầu', 'chair'],
  ['Chức vụ chủ trì', 'chairPositions'],
  ['Cán bộ kỹ thuật', 'technician'],
  ['Điện thoại', 'phone'],
  ['Tên viết tắt', 'shortName'],
  ['TT', null],
])('[IMP31] %s in a list of bridges means %s', (head, field) => {
  expect(fieldCalled('bridges', head)).toBe(field);
});

test('[IMP32] the head is found below titles, its columns by their places', () => {
  const header = headerOfList(
    'delegates',
    [
      ['DANH SÁCH ĐẠI BIỂU DỰ HỘI NGHỊ TẠI ĐIỂM CẦU TỈNH'],
      ['Đơn vị: Tỉnh ủy An Giang'],
      ['STT', 'Họ và tên', 'Chức vụ', 'Đơn vị'],
      ['1', 'An', 'Bí thư', 'A'],
    ],
    null,
  );
  expect(header).toMatchObject({ first: 2, last: 2 });
  expect(header?.columns.map(({ field }) => field)).toEqual([null, 'fullName', 'positions', 'homeUnit']);
});

test('[IMP33] a head in two rows: posts in several columns, the posts of the Party first', () => {
  const header = headerOfList(
    'delegates',
    [
      ['TT', 'Họ và tên', 'Chức vụ', '', 'Đơn vị'],
      ['', '', 'Chính quyền', 'Đảng', ''],
      ['1', 'Nguyễn Văn An', 'Chủ tịch', 'Bí thư', 'A'],
    ],
    null,
  );
  expect(header?.last).toBe(1);
  expect(header?.columns.map(({ called }) => called)).toEqual([
    'TT',
    'Họ và tên',
    'Chức vụ Chính quyền',
    'Chức vụ Đảng',
    'Đơn vị',
  ]);
  expect(header === null ? [] : positionColumns(header)).toEqual([3, 2]);
});

test('[IMP33] a first row of the list is not taken for a second row of the head', () => {
  const header = headerOfList(
    'delegates',
    [
      ['Họ và tên', 'Chức vụ', 'Đơn vị'],
      ['Đặng Thị Đảng', 'Bí thư', 'A'],
    ],
    null,
  );
  expect(header?.last).toBe(0);
});

test('[IMP34] a mapping by hand wins over what a head is called', () => {
  const rows = [
    ['Đại biểu', 'Họ và tên', 'Đơn vị'],
    ['Nam', 'Lê An', 'A'],
  ];
  expect(headerOfList('delegates', rows, null)?.columns.map(({ field }) => field)).toEqual([
    'fullName',
    null,
    'homeUnit',
  ]);
  const mapped = headerOfList('delegates', rows, { columns: { 'Họ và tên': 'fullName', 'Đơn vị': 'delegation' } });
  expect(mapped?.columns.map(({ field }) => field)).toEqual([null, 'fullName', 'delegation']);
  const unknown = headerOfList('delegates', rows, { columns: { 'Đơn vị': '__proto__' } });
  expect(unknown?.columns.at(-1)?.field).toBeNull();
});

test('[IMP35] rows that hold no head have none, and worst texts are read at once', () => {
  expect(
    headerOfList(
      'delegates',
      [
        ['Nguyễn Văn An', 'Bí thư'],
        ['Đơn vị: A', ''],
      ],
      null,
    ),
  ).toBeNull();
  const took = cpuMsOf(() => {
    for (const head of ['ho '.repeat(3_000), '('.repeat(9_000), 'chuc vu'.repeat(1_000), ' '.repeat(9_999)]) {
      fieldCalled('delegates', head);
      fieldCalled('bridges', head);
      fieldCalled('agenda', head);
    }
  });
  expect(took).toBeLessThan(500);
});
