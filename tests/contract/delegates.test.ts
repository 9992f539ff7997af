import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FindDelegates } from '../../server/store/delegates.ts';
import { openSqliteStore, type Store } from '../../server/store/sqlite-store.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { anGiang, conferenceId, created, delegateRow, halls, quangBinh, secretariat } from '../support/builders.ts';
import { type Folder, temporaryFolder } from '../support/sqlite.ts';

const hn = conferenceId('hn');
const ROWS: readonly DelegateRow[] = [
  delegateRow(anGiang, 'd1', { fullName: 'Trần Thị Ngọc Ánh', positions: ['Bí thư Tỉnh ủy'], homeUnit: 'Tỉnh ủy' }),
  delegateRow(anGiang, 'd2', { fullName: 'Đặng Văn Giàu', positions: ['Chánh Văn phòng'], homeUnit: 'Thành ủy' }),
  delegateRow(quangBinh, 'd3', { fullName: 'Nguyễn Ánh Dương', positions: [], homeUnit: '100% xã_phường' }),
  delegateRow(quangBinh, 'd4', { fullName: null, positions: ['Trưởng Ban Tổ chức'], homeUnit: 'Tỉnh ủy' }),
  delegateRow(anGiang, 'd5', { fullName: 'An', positions: [], homeUnit: 'Đảng ủy' }),
];

let folder: Folder;
let store: Store;
beforeAll(async () => {
  folder = temporaryFolder();
  store = await openSqliteStore(folder.file);
  for (const conference of [hn, conferenceId('other')]) {
    await store.journal.append({
      conference,
      expectedSeq: 0,
      events: [created, halls].map((event) => ({ actor: secretariat, event })),
      receipts: [],
      delegates: ROWS.map((row) => ({ kind: 'put', row })),
    });
  }
});
afterAll(async () => {
  await store.close();
  folder.remove();
});

const find = (query: Partial<Parameters<FindDelegates>[0]>) =>
  store.delegates({ conference: hn, bridge: null, words: '', after: 0, limit: 50, ...query });
const found = async (words: string, bridge: typeof anGiang | null = null) =>
  (await find({ words, bridge })).rows.map(({ delegateId }) => delegateId);

describe('the list of delegates', () => {
  test('[ATT20] it stands in the order of its entry, which is that of protocol', async () => {
    expect(await found('')).toEqual(['d1', 'd2', 'd3', 'd4', 'd5']);
    expect(await found('', quangBinh)).toEqual(['d3', 'd4']);
    expect((await find({})).rows[0]).toEqual(ROWS[0]);
  });

  test.each([
    ['anh', ['d1', 'd3']],
    ['ÁNH ngoc', ['d1']],
    ['dang gia', ['d2']],
    ['bi thu', ['d1']],
    ['truong ban', ['d4']],
    ['tinh uy', ['d1', 'd4']],
    ['an', ['d1', 'd3', 'd5']],
    ['iau', []],
    ['  ', ['d1', 'd2', 'd3', 'd4', 'd5']],
  ])('[ATT21] “%s” finds names, positions and units by the beginnings of words', async (words, ids) => {
    expect(await found(words)).toEqual(ids);
  });

  test.each([
    ['100%', ['d3']],
    ['%', []],
    ['_', []],
    ['xa_', ['d3']],
    ["' OR 1=1 --", []],
  ])('[ATT22] “%s” is a text to look for, and nothing else', async (words, ids) => {
    expect(await found(words)).toEqual(ids);
  });

  test('[ATT23] it is read page by page', async () => {
    const first = await find({ limit: 2 });
    const second = await find({ limit: 2, after: first.last ?? 0 });
    const third = await find({ limit: 2, after: second.last ?? 0 });
    expect([first, second, third].map(({ rows }) => rows.map(({ delegateId }) => delegateId))).toEqual([
      ['d1', 'd2'],
      ['d3', 'd4'],
      ['d5'],
    ]);
    expect(third.last).toBeNull();
  });

  test('[ATT24] a mark does not move its row, and another conference does not see it', async () => {
    const [, second] = ROWS;
    if (second === undefined) throw new Error('no row');
    const marked = { ...second, mark: 'present', markedAt: 1 } as const;
    const row = { kind: 'put', row: marked } as const;
    const events = [{ actor: secretariat, event: created }];
    await store.journal.append({ conference: hn, expectedSeq: 2, events, receipts: [], delegates: [row] });
    expect((await find({})).rows[1]).toEqual(marked);
    expect((await find({ conference: conferenceId('other') })).rows[1]).toEqual(second);
  });
});
