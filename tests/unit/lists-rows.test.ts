import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BridgeNames } from '../../server/lists/bridge-names.ts';
import { delegateReader } from '../../server/lists/delegate-rows.ts';
import { WordingCount } from '../../server/lists/legacy-letters.ts';
import { packDelegates, unpackDelegates } from '../../server/lists/pack-delegates.ts';
import { positionsIn } from '../../server/lists/positions.ts';
import { rowStager } from '../../server/lists/stage-delegates.ts';
import { stageRow } from '../../server/store/staged-row.ts';
import { delegateInputSchema } from '../../shared/domain/attendance/delegate.ts';
import { type BridgeId, bridgeIdSchema } from '../../shared/domain/ids.ts';
import { headerOfList } from '../../shared/views/list-header.ts';

const id = (text: string): BridgeId => bridgeIdSchema.parse(text);
const named = (
  bridgeId: string,
  name: string,
  more: { shortName?: string; central?: boolean; parentId?: BridgeId } = {},
) => ({
  bridgeId: id(bridgeId),
  name,
  shortName: more.shortName ?? name.replace(/^Điểm cầu (?:tỉnh |thành phố )?/iu, ''),
  central: more.central ?? false,
  parentId: more.parentId ?? null,
});
const NAMES = new BridgeNames([
  named('tw', 'Điểm cầu Trung ương', { central: true }),
  named('ag', 'Điểm cầu tỉnh An Giang'),
  named('hcm', 'Điểm cầu Thành phố Hồ Chí Minh', { shortName: 'TP. Hồ Chí Minh' }),
  named('dl', 'Điểm cầu tỉnh Đắk Lắk'),
  named('sl', 'Điểm cầu tỉnh Sơn La'),
  named('hoa', 'Điểm cầu tỉnh Thanh Hoá'),
  named('tl1', 'Điểm cầu xã Tân Lập', { parentId: id('sl') }),
  named('tl2', 'Điểm cầu xã Tân Lập', { parentId: id('ag') }),
  named('p', 'Điểm cầu phường Mường Thanh', { parentId: id('sl') }),
  named('x', 'Điểm cầu xã Mường Thanh', { parentId: id('sl') }),
  named('th1', 'Điểm cầu xã Tân Hà', { parentId: id('sl') }),
  named('th2', 'Điểm cầu xã Tân Hạ', { parentId: id('sl') }),
  named('mt', 'Điểm cầu Đảng bộ Mặt trận Tổ quốc, các đoàn thể Trung ương', { shortName: 'MTTQ, đoàn thể TW' }),
]);

test.each([
  ['Điểm cầu tỉnh An Giang', 'ag'],
  ['điểm cầu An Giang', 'ag'],
  ['AN GIANG', 'ag'],
  ['Tỉnh An Giang', 'ag'],
  ['An  Giang', 'ag'],
  ['an giang', 'ag'],
  ['Tỉnh ủy An Giang', 'ag'],
  ['TP.HCM', 'hcm'],
  ['TP. Hồ Chí Minh', 'hcm'],
  ['TP Hồ Chí Minh', 'hcm'],
  ['Thành phố Hồ Chí Minh', 'hcm'],
  ['Đắk-Lắk', 'dl'],
  ['Dak Lak', 'dl'],
  ['Đăk Lăk', 'dl'],
  ['Thanh Hóa', 'hoa'],
  ['Trung ương', 'tw'],
  ['Điểm cầu TW', 'tw'],
  ['Điểm cầu trung tâm', 'tw'],
  ['Phường Mường Thanh', 'p'],
  ['xã Mường Thanh', 'x'],
  ['Mường Thanh', 'several'],
  ['Xã Tân Lập', 'several'],
  ['Xã Tân Lập, tỉnh Sơn La', 'tl1'],
  ['Tân Lập (An Giang)', 'tl2'],
  ['An Giang - Tân Lập', 'tl2'],
  ['xã Tân Hạ', 'th2'],
  ['xa tan ha', 'several'],
  ['Đảng bộ Mặt trận Tổ quốc, các đoàn thể Trung ương', 'mt'],
  ['MTTQ, đoàn thể TW', 'mt'],
  ['Nghệ An', 'none'],
  ['', 'none'],
])('[IMP50] the bridge "%s" is %s', (called, found) => {
  const answer = NAMES.find(called);
  expect(answer.kind === 'one' ? answer.bridgeId : answer.kind).toBe(found);
});

test.each([
  ['Trưởng Ban Tổ chức, Chủ tịch Hội', ['Trưởng Ban Tổ chức', 'Chủ tịch Hội']],
  [
    'Bí thư Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương',
    ['Bí thư Đảng ủy Mặt trận Tổ quốc, các đoàn thể Trung ương'],
  ],
  [
    'Giám đốc Sở Văn hóa, Thể thao và Du lịch, Tỉnh ủy viên',
    ['Giám đốc Sở Văn hóa, Thể thao và Du lịch', 'Tỉnh ủy viên'],
  ],
  [
    'Ủy viên Bộ Chính trị; Bí thư Trung ương Đảng;Trưởng Ban',
    ['Ủy viên Bộ Chính trị', 'Bí thư Trung ương Đảng', 'Trưởng Ban'],
  ],
  ['- Phó Bí thư\n- Chủ tịch UBND', ['Phó Bí thư', 'Chủ tịch UBND']],
  ['Phó Trưởng Ban\nTổ chức Tỉnh ủy', ['Phó Trưởng Ban Tổ chức Tỉnh ủy']],
  ['Nguyên Ủy viên Bộ Chính trị, nguyên Bí thư', ['Nguyên Ủy viên Bộ Chính trị', 'nguyên Bí thư']],
  ['Bí thư kiêm Chủ tịch HĐND', ['Bí thư kiêm Chủ tịch HĐND']],
  ['UVTV, Chủ tịch', ['UVTV', 'Chủ tịch']],
  ['Kế toán', ['Kế toán']],
  [' ; , -', []],
])('[IMP51] the posts in %j', (cell, posts) => {
  expect(positionsIn(cell)).toEqual(posts);
});

const HEADS = ['Số thẻ', 'Họ và tên', 'Chức vụ', 'Thành phần', 'Đơn vị', 'Đoàn', 'Điểm cầu', 'Nhiệm vụ', 'Số ghế'];

function readerOf(heads: readonly string[], bridgeId: BridgeId | null = null) {
  const header = headerOfList('delegates', [heads], null);
  if (header === null) throw new Error('no head');
  const context = {
    names: NAMES,
    nameOf: () => 'Điểm cầu X',
    categories: new Set<string>(),
    wordings: new WordingCount(),
  };
  const read = delegateReader(context, { header, bridgeId });
  return (cells: readonly string[]) => read({ number: 7, cells, formulas: null, spanned: null });
}

test('[IMP52] a whole row, and what is taken for what it does not say', () => {
  const read = readerOf(HEADS);
  expect(
    read(['12', 'Đ/c Nguyễn Văn An', 'Bí thư', 'Cấp ủy', 'Sở A', 'Đoàn B', 'An Giang', 'Trưởng đoàn', 'A1']),
  ).toEqual({
    row: 7,
    bridgeId: 'ag',
    delegate: {
      fullName: 'Nguyễn Văn An',
      positions: ['Bí thư'],
      category: 'Cấp ủy',
      homeUnit: 'Sở A',
      delegation: 'Đoàn B',
      role: 'headOfDelegation',
      seat: 'A1',
      number: '12',
    },
  });
  expect(read(['', 'An', '', '', 'Sở A', '-', 'An Giang'])).toMatchObject({
    delegate: { category: 'Đại biểu', homeUnit: 'Sở A', delegation: 'Sở A', role: null, seat: null, number: null },
  });
  expect(read(['', '', 'Bí thư', '', '', 'Đoàn B', 'An Giang'])).toMatchObject({
    delegate: { fullName: null, homeUnit: 'Đoàn B', delegation: 'Đoàn B' },
  });
  expect(read(['', 'An', '', '', '', '', 'An Giang'])).toMatchObject({ delegate: { homeUnit: 'Điểm cầu X' } });
  expect(readerOf(HEADS, id('sl'))(['', 'An'])).toMatchObject({ bridgeId: 'sl' });
});

test.each([
  [['', '', '', '', 'Sở A', '', 'An Giang'], 'value-missing', 'fullName', 1],
  [['', 'An'], 'value-missing', 'bridge', 6],
  [['', 'An', '', '', '', '', 'Nơi khác'], 'bridge-unknown', 'bridge', 6],
  [['', 'An', '', '', '', '', 'xã Tân Lập'], 'bridge-ambiguous', 'bridge', 6],
  [['', 'NguyÔn V¨n An', '', '', '', '', 'An Giang'], 'legacy-letters', 'fullName', 1],
  [['', 'An', 'BÝ th­', '', '', '', 'An Giang'], 'legacy-letters', 'positions', 2],
  [['', 'An', '', '', '', '', 'An Giang', 'Lái xe'], 'role-unknown', 'role', 7],
  [['', 'An', '=A1', '', '', '', 'An Giang'], 'formula', 'positions', 2],
  [['', '#N/A', '', '', '', '', 'An Giang'], 'value-unreadable', 'fullName', 1],
  [['', '12345', '', '', '', '', 'An Giang'], 'value-unreadable', 'fullName', 1],
  [['x'.repeat(41), 'An', '', '', '', '', 'An Giang'], 'value-too-long', 'number', 0],
  [
    ['', 'An', Array.from({ length: 9 }, (_, at) => `Bí thư ${at}`).join(';'), '', '', '', 'An Giang'],
    'value-too-long',
    'positions',
    2,
  ],
])('[IMP53] %j is refused: %s', (cells, fault, field, column) => {
  expect(readerOf(HEADS)(cells)).toMatchObject({ fault, field, column });
});

test('[IMP54] no more categories than can be counted; those that are there are read on', () => {
  const read = readerOf(HEADS);
  const row = (category: string) => read(['', 'An', '', category, '', '', 'An Giang']);
  for (let at = 0; at < 60; at++) expect(row(`Loại ${at}`)).toHaveProperty('delegate');
  expect(row('Loại 60')).toMatchObject({ fault: 'too-many-categories' });
  expect(row('Loại 59')).toHaveProperty('delegate');
});

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 260 }),
  fc.nat(260).map((length) => 'Ủ'.repeat(length)),
  fc.nat(130).map((length) => 'e\u0301 '.repeat(length)),
  fc.constantFrom(
    '',
    '-',
    'Nguyễn Văn An',
    "H'Hen Niê",
    'Bí thư; Chủ tịch',
    'Thư ký',
    '=1',
    "'=1",
    '\u202eAn',
    'A\u0000',
  ),
);

const FAULTS = new Set<string>(['value-too-long', 'value-missing', 'value-unreadable', 'legacy-letters', 'formula']);

test('[IMP55] what the reader takes is what the domain takes, to the letter; what is too long for one is for the other', () => {
  const read = readerOf(HEADS, id('ag'));
  const short = fc.oneof(
    fc.nat(45).map((length) => 'a'.repeat(length)),
    text,
  );
  let taken = 0;
  fc.assert(
    fc.property(
      fc.tuple(
        short,
        text,
        text,
        fc.constant('Đại biểu'),
        text,
        text,
        fc.constant(''),
        fc.constantFrom('', 'Chủ trì'),
        short,
      ),
      (cells) => {
        const one = read(cells);
        const fits = 'delegate' in one;
        if (fits) taken += 1;
        const asDomain = fits ? delegateInputSchema.safeParse(one.delegate).data : null;
        expect(asDomain).toEqual(fits ? one.delegate : null);
        expect(fits || FAULTS.has(one.fault)).toBe(true);
      },
    ),
    { numRuns: 3_000 },
  );
  expect(taken).toBeGreaterThan(200);
});

const MAX = [
  ['fullName', 1, 120],
  ['positions', 2, 200],
  ['category', 3, 120],
  ['homeUnit', 4, 200],
  ['delegation', 5, 200],
  ['seat', 8, 40],
  ['number', 0, 40],
] as const;

test.each(MAX)(
  '[IMP55] the longest %s that the domain takes is taken, one letter more is not',
  (field, column, max) => {
    const read = readerOf(HEADS, id('ag'));
    const row = (length: number) => {
      const cells = ['', 'An', '', '', '', '', '', '', ''];
      cells[column] = 'b'.repeat(length);
      return read(cells);
    };
    const schema = (length: number): boolean => {
      const longest = row(max);
      if (!('delegate' in longest)) return false;
      const value = 'b'.repeat(length);
      return delegateInputSchema.safeParse({ ...longest.delegate, [field]: field === 'positions' ? [value] : value })
        .success;
    };
    expect(row(max)).toHaveProperty('delegate');
    expect(row(max + 1)).toMatchObject({ fault: 'value-too-long', field });
    expect([schema(max), schema(max + 1)]).toEqual([true, false]);
  },
);

test('[IMP56] a row is staged as the store stages it, and comes out of its package as it went in', () => {
  const stage = rowStager();
  const read = readerOf(HEADS);
  const rows = [
    ['12', 'Nguyễn Văn An', 'Bí thư Đảng ủy, Chủ tịch HĐND', 'Cấp ủy', 'Sở Hòa', 'Đoàn Hoà', 'An Giang', '', 'A1'],
    ['DB-1/2', 'An', '', '', 'An', 'An', 'An Giang'],
    ['', '', 'Chủ tịch; Bí thư', '', 'Sở "A" (B)', '', 'An Giang'],
    ['Ă9', "H'Hen Niê", '', '', '…', '', 'An Giang'],
  ].map((cells) => read(cells));
  const staged = rows.flatMap((row) => ('delegate' in row ? [[row, stage(row)] as const] : []));
  expect(staged).toHaveLength(4);
  for (const [row, one] of staged) {
    expect(one.delegateId).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/u);
    expect(one).toEqual(stageRow({ ...row, delegateId: one.delegateId }));
  }
  const all = staged.map(([, one]) => one);
  expect(unpackDelegates(packDelegates(all))).toEqual(all);
  expect(unpackDelegates(packDelegates([]))).toEqual([]);
  const whole = packDelegates(all);
  expect(() => unpackDelegates(whole.slice(0, whole.lastIndexOf('\u001f')))).toThrow('cut');
});

test('[IMP56] ids are not drawn twice', () => {
  const stage = rowStager();
  const row = readerOf(HEADS)(['', 'An', '', '', '', '', 'An Giang']);
  if (!('delegate' in row)) throw new Error('refused');
  expect(new Set(Array.from({ length: 5_000 }, () => stage(row).delegateId)).size).toBe(5_000);
});
