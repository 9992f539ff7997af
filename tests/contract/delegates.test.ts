import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DelegateQuery } from '../../server/store/delegates.ts';
import { openSqliteStore, type Store } from '../../server/store/sqlite-store.ts';
import { stageRow } from '../../server/store/staged-row.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { PROTOCOL_LADDER } from '../../shared/domain/attendance/ranks.ts';
import { importIdSchema } from '../../shared/domain/ids.ts';
import {
  anGiang,
  central,
  conferenceId,
  created,
  delegateId,
  delegateInput,
  delegateRow,
  halls,
  nowhere,
  quangBinh,
  secretariat,
} from '../support/builders.ts';
import { type Folder, temporaryFolder } from '../support/sqlite.ts';

const hn = conferenceId('hn');
const delegation = 'Đoàn An Giang';
const rowOf = (...[bridge, id, rest]: Parameters<typeof delegateRow>) =>
  delegateRow(bridge, id, { delegation: 'Đoàn', ...rest });
const ROWS: readonly DelegateRow[] = [
  rowOf(anGiang, 'd1', { fullName: 'Trần Thị Ngọc Ánh', positions: ['Chuyên viên'], homeUnit: 'Tỉnh ủy' }),
  rowOf(anGiang, 'd2', { fullName: 'Đặng Văn Giàu', positions: ['Bí thư Tỉnh ủy'], homeUnit: 'Thành ủy' }),
  rowOf(quangBinh, 'd3', { fullName: 'Nguyễn Ánh Dương', positions: [], homeUnit: '100% xã_phường' }),
  rowOf(quangBinh, 'd4', { fullName: null, positions: ['Trưởng Ban Tổ chức'], homeUnit: 'Tỉnh ủy', delegation }),
  rowOf(anGiang, 'd5', { fullName: 'An', positions: [], homeUnit: 'Đảng ủy', number: 'HN-0007' }),
  rowOf(quangBinh, 'd6', { fullName: 'Trần Thị Ngọc Anh', positions: [], homeUnit: 'Huyện ủy' }),
];

let folder: Folder;
let store: Store;
let seq = 0;

const put = async (...rows: readonly DelegateRow[]): Promise<void> => {
  const delegates = rows.map((row) => ({ kind: 'put', row }) as const);
  const events = [{ actor: secretariat, event: created }];
  await store.journal.append({ conference: hn, expectedSeq: seq++, events, receipts: [], delegates });
};

beforeAll(async () => {
  folder = temporaryFolder();
  store = await openSqliteStore(folder.file);
  await put(...ROWS);
  await store.journal.append({
    conference: conferenceId('other'),
    expectedSeq: 0,
    events: [created, halls].map((event) => ({ actor: secretariat, event })),
    receipts: [],
    delegates: [...ROWS, delegateRow(anGiang, 'd9', { fullName: 'Hoàng Elsewhere' })].map((row) => ({
      kind: 'put',
      row,
    })),
  });
});
afterAll(async () => {
  await store.close();
  folder.remove();
});

const find = (query: Partial<DelegateQuery>) =>
  store.delegates({
    conference: hn,
    bridge: null,
    delegation: null,
    words: '',
    rungs: PROTOCOL_LADDER,
    after: null,
    limit: 50,
    ...query,
  });
const found = async (words: string, query: Partial<DelegateQuery> = {}): Promise<readonly string[]> =>
  (await find({ words, ...query })).rows.map(({ delegateId: id }) => id);

/** Page by page, as many rows at a time. */
async function paged(query: Partial<DelegateQuery>, limit: number): Promise<readonly string[][]> {
  const pages: string[][] = [];
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof find>> = await find({ ...query, limit, after });
    pages.push(page.rows.map(({ delegateId: id }) => id));
    after = page.next;
  } while (after !== null);
  return pages;
}

describe('the list of delegates', () => {
  test('[ATT20] the whole list stands in the order of its entry, never of the alphabet', async () => {
    expect(await found('')).toEqual(['d1', 'd2', 'd3', 'd4', 'd5', 'd6']);
    expect((await find({})).rows).toEqual(ROWS);
  });

  test.each([
    ['ngoc', ['d1', 'd6']],
    ['dang gia', ['d2']],
    ['bi thu', ['d2']],
    ['truong ban', ['d4']],
    ['tinh uy', ['d1', 'd2', 'd4']],
    ['an', ['d1', 'd3', 'd4', 'd5', 'd6']],
    ['doan giang', ['d4']],
    ['hn-0007', ['d5']],
    ['HN 00', ['d5']],
    ['iau', []],
    ['hoang', []],
    ['  ', ['d1', 'd2', 'd3', 'd4', 'd5', 'd6']],
  ])(
    '[ATT21] “%s” finds names, posts, units, delegations and numbers by the beginnings of words',
    async (words, ids) => {
      expect((await found(words)).toSorted()).toEqual(ids);
      expect((await found(words.split(' ').toReversed().join(' '))).toSorted()).toEqual(ids);
    },
  );

  test.each([
    ['Ngọc Ánh', ['d1', 'd6']],
    ['NGỌC ÁNH', ['d1', 'd6']],
    ['ngọc anh', ['d1', 'd6']],
    ['Ánh', ['d1', 'd3', 'd6']],
    ['thị ngóc', ['d1', 'd6']],
    ['Ngo\u0323c A\u0301nh', ['d1', 'd6']],
  ])('[DLG20] whoever types accents sees the rows that have them first: “%s”', async (words, ids) => {
    expect(await found(words)).toEqual(ids);
    const within = await found(words, { bridge: anGiang });
    expect(within).toEqual(ids.filter((id) => id === 'd1'));
  });

  test('[DLG25] in a page whoever is called so goes before whoever belongs to a place that is called so', async () => {
    const [an, giang] = [
      delegateRow(central, 'd8', { fullName: 'Nguyễn Văn Giang', homeUnit: 'An Giang' }),
      delegateRow(central, 'd9', { fullName: 'Nguyễn Văn An', homeUnit: 'Sở' }),
    ];
    await put(an, giang);
    expect((await found('nguyễn văn an')).slice(0, 2)).toEqual(['d9', 'd8']);
    expect((await found('nguyen van an')).slice(0, 2)).toEqual(['d9', 'd8']);
  });

  test('[DLG20] the exact hits come first also when they were entered last, page by page', async () => {
    const late = delegateRow(central, 'd7', { fullName: 'Đào Thị Hòa', homeUnit: 'Sở' });
    await put(
      delegateRow(central, 'd8', { fullName: 'Đào Thị Hoa', homeUnit: 'Sở' }),
      delegateRow(central, 'd81', { fullName: 'Đào Thị Hỏa', homeUnit: 'Sở' }),
      late,
    );
    expect(await paged({ words: 'thị hòa' }, 1)).toEqual([['d7'], ['d8'], ['d81']]);
    expect(await paged({ words: 'thị hoà', bridge: central }, 1)).toEqual([['d7'], ['d8'], ['d81']]);
    expect(await found('hoa thi')).toEqual(['d8', 'd81', 'd7']);
  });

  test.each([
    ['100%', ['d3']],
    ['%', []],
    ['_', []],
    ['xa_', ['d3']],
    ['"', []],
    ['an* OR ngoc', []],
    ["' OR 1=1 --", []],
  ])('[ATT22] “%s” is a text to look for, and nothing else', async (words, ids) => {
    expect(await found(words)).toEqual(ids);
    expect((await found(words, { bridge: quangBinh })).every((id) => ids.includes(id))).toBe(true);
  });

  test('[ATT23] it is read page by page, and rows that come and go between two pages put nothing out', async () => {
    expect((await paged({ words: 'an' }, 2)).slice(0, 2)).toEqual([
      ['d1', 'd3'],
      ['d5', 'd4'],
    ]);
    const first = await find({ limit: 2 });
    const removal = { kind: 'remove', delegateId: delegateId('d2') } as const;
    const events = [{ actor: secretariat, event: created }];
    await store.journal.append({ conference: hn, expectedSeq: seq++, events, receipts: [], delegates: [removal] });
    expect(await found('', { limit: 2, after: first.next })).toEqual(['d3', 'd4']);
    expect(await found('dang gia')).toEqual([]);
    await put(...ROWS.filter(({ delegateId: id }) => id === 'd2'));
    expect((await found('')).at(-1)).toBe('d2');
    expect(await found('', { after: 'no cursor of ours', limit: 1 })).toEqual(['d1']);
  });

  test('[ATT24] a mark does not move its row, and another conference does not see it', async () => {
    const [first] = ROWS;
    if (first === undefined) throw new Error('no row');
    const marked = { ...first, mark: 'present', markedAt: 1, way: 'badge', markedBy: 'kiosk/cua-1' } as const;
    await put(marked);
    expect((await find({})).rows[0]).toEqual(marked);
    expect((await find({ conference: conferenceId('other') })).rows[0]).toEqual(first);
    expect(await found('ngoc anh')).toEqual(['d1', 'd6']);
  });

  test('[DLG21] a corrected row is found by its new words and no longer by the old ones', async () => {
    const [, , third] = ROWS;
    if (third === undefined) throw new Error('no row');
    await put({ ...third, fullName: 'Vừ A Dính' });
    expect([await found('vu dinh'), await found('anh duong')]).toEqual([['d3'], []]);
    await put(third);
    expect([await found('vu dinh'), await found('anh duong')]).toEqual([[], ['d3']]);
  });

  test('[DLG22] a bridge’s list stands by rank, then by role, then by given name, whoever was entered first', async () => {
    const here = conferenceId('protocol');
    const names = ['Lê Văn Ước', 'Trần An', 'Nguyễn Ẩn', 'Phạm Án', 'Hoà', 'Hòa'];
    const rows = [
      ...names.map((fullName, index) => delegateRow(anGiang, `n${index}`, { fullName, positions: ['Chuyên viên'] })),
      delegateRow(anGiang, 'unnamed', { fullName: null, positions: [] }),
      delegateRow(anGiang, 'chair', { fullName: 'Ý', positions: [], role: 'chair' }),
      delegateRow(anGiang, 'deputy', { fullName: 'B', positions: ['Phó Bí thư Tỉnh ủy'] }),
      delegateRow(anGiang, 'head', { fullName: 'Z', positions: ['Ủy viên Trung ương Đảng', 'Bí thư Tỉnh ủy'] }),
      delegateRow(quangBinh, 'elsewhere', { delegation }),
      delegateRow(anGiang, 'guest', { fullName: 'A', positions: [], delegation }),
    ];
    await store.journal.append({
      conference: here,
      expectedSeq: 0,
      events: [{ actor: secretariat, event: created }],
      receipts: [],
      delegates: rows.map((row) => ({ kind: 'put', row })),
    });
    const order = ['head', 'deputy', 'chair', 'guest', 'n1', 'n3', 'n2', 'n4', 'n5', 'n0', 'unnamed'];
    expect(await found('', { conference: here, bridge: anGiang })).toEqual(order);
    expect((await paged({ conference: here, bridge: anGiang }, 3)).flat()).toEqual(order);
    expect(await found('', { conference: here, delegation })).toEqual(['elsewhere', 'guest']);
    expect(await found('', { conference: here, delegation, bridge: quangBinh })).toEqual(['elsewhere']);
    expect(await found('', { conference: here, delegation: 'Đoàn không có' })).toEqual([]);
    expect(await found('', { conference: here, bridge: nowhere })).toEqual([]);
    const ladder = [{ title: 'Chuyên viên', rank: 1 }];
    expect((await found('', { conference: here, bridge: anGiang, rungs: ladder }))[0]).toBe('n1');
    const exported = await store.exportDelegates({ conference: here, rungs: PROTOCOL_LADDER, after: null, limit: 50 });
    expect(exported.rows.map(({ delegateId: id }) => id)).toEqual([...order, 'elsewhere']);
    expect(exported.next).toBeNull();
    const start = { conference: here, rungs: PROTOCOL_LADDER, after: null, limit: 4 };
    const cut = await store.exportDelegates(start);
    const rest = await store.exportDelegates({ ...start, after: cut.next, limit: 50 });
    expect([...cut.rows, ...rest.rows].map(({ delegateId: id }) => id)).toEqual([...order, 'elsewhere']);
  });

  test('[DLG23] what is only read from a file, or was undone, is in no list and no search; what is applied is', async () => {
    const importId = importIdSchema.parse('tep-1');
    const delegate = delegateInput({ fullName: 'Quàng Thị Xuyến', delegation: 'Đoàn Sơn La' });
    const row = stageRow({ row: 2, delegateId: delegateId('x1'), bridgeId: central, delegate });
    const sees = async () => [
      (await found('')).includes('x1'),
      (await found('quàng xuyến')).includes('x1'),
      (await found('', { bridge: central })).includes('x1'),
      (await found('', { delegation: 'Đoàn Sơn La' })).includes('x1'),
      (await store.exportDelegates({ conference: hn, rungs: PROTOCOL_LADDER, after: null, limit: 99 })).rows.some(
        ({ fullName }) => fullName === 'Quàng Thị Xuyến',
      ),
    ];
    const change = async (kind: 'applyImport' | 'undoImport') => {
      const events = [{ actor: secretariat, event: created }];
      const delegates = [{ kind, importId }];
      await store.journal.append({ conference: hn, expectedSeq: seq++, events, receipts: [], delegates });
    };
    const NOWHERE = [false, false, false, false, false];
    await store.imports.begin({ conference: hn, importId, name: 'x.csv' });
    await store.imports.addChunk(importId, [row]);
    expect(await sees()).toEqual(NOWHERE);
    await store.imports.finish(importId);
    expect(await sees()).toEqual(NOWHERE);
    await change('applyImport');
    expect(await sees()).toEqual([true, true, true, true, true]);
    await put(delegateRow(central, 'x2', { fullName: 'Lò Văn Sau' }));
    expect((await found('')).slice(-2)).toEqual(['x1', 'x2']);
    await change('undoImport');
    expect(await sees()).toEqual(NOWHERE);
    expect((await found('')).at(-1)).toBe('x2');
  });

  test('[DLG24] a conference has one badge key for ever, and another one than its neighbour', async () => {
    const key = await store.badgeKey(hn);
    expect([key.length, await store.badgeKey(hn)]).toEqual([32, key]);
    expect(await store.badgeKey(conferenceId('other'))).not.toEqual(key);
  });
});
