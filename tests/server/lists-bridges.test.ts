import { expect, test } from 'vitest';
import type { KnownBridge } from '../../server/lists/list-reading.ts';
import { contactIn, personsIn } from '../../server/lists/person-cells.ts';
import { bridgeCommands } from '../../shared/domain/bridges/commands.ts';
import { bridgeIdSchema, personIdSchema } from '../../shared/domain/ids.ts';
import { BRIDGES, bridge, heard, inOwnFolder } from './lists-reading.ts';

inOwnFolder();

const HEADS =
  'STT,Tên điểm cầu,Điểm cầu cấp trên,Vùng,Hội trường,Chủ trì điểm cầu,Chức vụ chủ trì,Cán bộ kỹ thuật,Điện thoại';

async function read(lines: readonly string[], known: readonly KnownBridge[] = [], heads = HEADS) {
  const one = await heard([heads, ...lines].join('\n'), 'dc.csv', { list: 'bridges', bridges: known });
  const bridges = one.outcome.kind === 'done' ? one.outcome.bridges : null;
  return { ...one, bridges };
}

test('[IMP60] a file of bridges is a tree, in the order of the file, whatever the order of parents', async () => {
  const { bridges, outcome, refused } = await read([
    '1,Điểm cầu Trung ương,,,Trụ sở,,,,',
    '2,Điểm cầu xã Mỹ Đức,An Giang,,,,,,',
    '3,Điểm cầu tỉnh An Giang,Trung ương,Đồng bằng,"Hội trường 1, tầng 2",Đ/c Nguyễn Văn An,"Bí thư Tỉnh ủy, Chủ tịch HĐND",Lê Bình,0912 345 678',
  ]);
  expect(refused).toEqual([]);
  expect(outcome).toMatchObject({ rows: 3 });
  expect(bridges?.rowOfBridge).toEqual([2, 3, 4]);
  expect(bridges?.bridges).toMatchObject([
    { name: 'Điểm cầu Trung ương', central: true, parent: null, room: 'Trụ sở' },
    { name: 'Điểm cầu xã Mỹ Đức', shortName: 'xã Mỹ Đức', central: false, parent: { row: 2 } },
    {
      name: 'Điểm cầu tỉnh An Giang',
      shortName: 'An Giang',
      parent: null,
      region: 'Đồng bằng',
      room: 'Hội trường 1, tầng 2',
      chairs: [{ fullName: 'Nguyễn Văn An', positions: ['Bí thư Tỉnh ủy', 'Chủ tịch HĐND'] }],
      technician: { fullName: 'Lê Bình', positions: [], phone: '0912 345 678' },
    },
  ]);
  const command = { type: 'importBridges', importId: 'i', name: 'dc.csv', bridges: bridges?.bridges, changes: [] };
  expect(bridgeCommands[0].safeParse(command).error).toBeUndefined();
});

test('[IMP61] bridges that are there: what the file says anew, and nothing where it says the same or nothing', async () => {
  const chair = { personId: personIdSchema.parse('p'), fullName: 'Nguyễn Văn An', positions: ['Bí thư'] };
  const known = [
    ...BRIDGES.filter(({ bridgeId }) => bridgeId !== 'ag'),
    bridge('ag', 'Điểm cầu tỉnh An Giang', { region: 'Đồng bằng', room: 'Phòng 1', chairs: [chair] }),
  ];
  const { bridges } = await read(
    [
      '1,Điểm cầu An Giang,,Đồng bằng,Phòng 2,,,,',
      '2,TP. Hồ Chí Minh,,,,,,,',
      '3,Điểm cầu Trung ương,,,,,,,',
      '4,Điểm cầu xã Mỹ Đức,Điểm cầu tỉnh An Giang,,,,,,',
    ],
    known,
  );
  expect(bridges?.unchanged).toBe(2);
  expect(bridges?.changes).toEqual([
    {
      bridgeId: 'ag',
      region: 'Đồng bằng',
      room: 'Phòng 2',
      chairs: [{ fullName: 'Nguyễn Văn An', positions: ['Bí thư'] }],
      technician: null,
    },
  ]);
  expect(bridges?.rowOfChange).toEqual([2]);
  expect(bridges?.bridges).toMatchObject([{ name: 'Điểm cầu xã Mỹ Đức', parent: { bridgeId: 'ag' }, central: false }]);
});

test('[IMP62] a name twice, a parent that is not there, a ring of parents, a name too long', async () => {
  const { refused, bridges } = await read(
    [
      '1,Điểm cầu Sơn La,,,,,,,',
      '2,Điểm cầu tỉnh Sơn La,,,,,,,',
      '3,Xã Một,Nơi không có,,,,,,',
      '4,Xã Hai,Xã Ba,,,,,,',
      '5,Xã Ba,Xã Hai,,,,,,',
      `6,${'x'.repeat(201)},,,,,,,`,
      '7,,,Vùng,,,,,',
      '8,Xã Bốn,Sơn La,,,,,,',
    ],
    BRIDGES,
  );
  expect(
    refused.map(({ row, code, column }) => [row, code, column]).toSorted((a, b) => Number(a[0]) - Number(b[0])),
  ).toEqual([
    [3, 'name-twice', 'Tên điểm cầu'],
    [4, 'parent-unknown', 'Điểm cầu cấp trên'],
    [5, 'parent-unknown', 'Điểm cầu cấp trên'],
    [6, 'parent-unknown', 'Điểm cầu cấp trên'],
    [7, 'value-too-long', 'Tên điểm cầu'],
    [8, 'value-missing', 'Tên điểm cầu'],
  ]);
  expect(bridges?.bridges.map(({ name, parent }) => [name, parent])).toEqual([
    ['Điểm cầu Sơn La', null],
    ['Xã Bốn', { row: 0 }],
  ]);
});

test('[IMP63] communes of one name in two provinces are two bridges, known again by their provinces', async () => {
  const lines = ['1,Xã Tân Lập,An Giang', '2,Xã Tân Lập,Hồ Chí Minh'];
  const heads = 'STT,Tên điểm cầu,Thuộc';
  const first = await read(lines, BRIDGES, heads);
  expect(first.bridges?.bridges.map(({ parent }) => parent)).toEqual([{ bridgeId: 'ag' }, { bridgeId: 'hcm' }]);
  const there = [
    bridge('t1', 'Xã Tân Lập', { parentId: bridgeIdSchema.parse('ag') }),
    bridge('t2', 'Xã Tân Lập', { parentId: bridgeIdSchema.parse('hcm') }),
  ];
  const again = await read(lines, [...BRIDGES, ...there], heads);
  expect(again.bridges).toMatchObject({ bridges: [], changes: [], unchanged: 2 });
});

test('[IMP64] 2,126 bridges are planned at once', async () => {
  const lines = Array.from(
    { length: 2_085 },
    (_, at) => `${at},Điểm cầu xã Mẫu ${at},${at % 2 === 0 ? 'An Giang' : 'TP.HCM'}`,
  );
  const from = performance.now();
  const { bridges } = await read(lines, BRIDGES, 'STT,Tên điểm cầu,Thuộc');
  expect(bridges?.bridges).toHaveLength(2_085);
  expect(performance.now() - from).toBeLessThan(5_000);
});

test.each([
  ['Nguyễn Văn An', '', [{ fullName: 'Nguyễn Văn An', positions: [] }]],
  ['Đ/c Nguyễn Văn An, Bí thư Tỉnh ủy', '', [{ fullName: 'Nguyễn Văn An', positions: ['Bí thư Tỉnh ủy'] }]],
  [
    'Nguyễn Văn An - Bí thư; Lê Bình - Chủ tịch',
    '',
    [
      { fullName: 'Nguyễn Văn An', positions: ['Bí thư'] },
      { fullName: 'Lê Bình', positions: ['Chủ tịch'] },
    ],
  ],
  [
    '1. Nguyễn Văn An\n2. Lê Bình',
    'Bí thư',
    [
      { fullName: 'Nguyễn Văn An', positions: ['Bí thư'] },
      { fullName: 'Lê Bình', positions: [] },
    ],
  ],
  ['', 'Bí thư', [{ fullName: null, positions: ['Bí thư'] }]],
  ['', '', []],
])('[IMP65] the chairs in %j and %j', (cell, positions, persons) => {
  expect(personsIn(cell, positions)).toEqual(persons);
});

test.each([
  ['Lê Bình - ĐT: 0912.345.678', '', { fullName: 'Lê Bình', positions: [], phone: '0912.345.678' }],
  ['Lê Bình (0912 345 678)', '', { fullName: 'Lê Bình', positions: [], phone: '0912 345 678' }],
  ['Lê Bình', '+84 912345678', { fullName: 'Lê Bình', positions: [], phone: '+84 912345678' }],
  ['', '0912345678', { fullName: null, positions: ['Cán bộ kỹ thuật'], phone: '0912345678' }],
  ['', '', null],
])('[IMP66] the technician in %j and %j', (cell, phone, contact) => {
  expect(contactIn(cell, phone)).toEqual(contact);
});
