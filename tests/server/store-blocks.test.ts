import { describe, expect, test } from 'vitest';
import type { DelegatePageRows } from '../../server/store/delegates.ts';
import { filledPages } from '../../server/store/filled-pages.ts';
import { createFindDelegates } from '../../server/store/sqlite-delegates.ts';
import { PROTOCOL_LADDER } from '../../shared/domain/attendance/ranks.ts';
import { anGiang, conferenceId, created, delegateRow, secretariat } from '../support/builders.ts';
import { openInProcess } from '../support/sqlite.ts';

const hn = conferenceId('hn');

describe('a list of several blocks', () => {
  test('[DLG20][DLG36] is searched across them, exact hits first, page by page', async () => {
    const store = openInProcess();
    const names = ['Lê Thị Hoa', 'Lê Thị Hòa', 'Lê Thị Hỏa', 'Lê Thị Hoà'];
    for (const [seq, fullName] of names.entries()) {
      const events = [{ actor: secretariat, event: created }];
      const delegates = [{ kind: 'put', row: delegateRow(anGiang, `d${seq}`, { fullName }) }] as const;
      await store.journal.append({ conference: hn, expectedSeq: seq, events, receipts: [], delegates });
      // As if the block were full: the next row opens another.
      store.db.exec('UPDATE delegate_block SET next = 131072');
    }
    expect(store.db.prepare('SELECT count(*) FROM delegate_block').pluck().get()).toBe(4);
    const find = createFindDelegates(store.db);
    const idsOf = (words: string, limit: number) => {
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const base = { conference: hn, bridge: null, delegation: null, rungs: PROTOCOL_LADDER };
        const page: ReturnType<typeof find> = find({ ...base, words, after, limit });
        ids.push(...page.rows.map(({ delegateId: id }) => id));
        after = page.next;
      } while (after !== null);
      return ids;
    };
    for (const limit of [1, 2, 3, 9]) {
      expect(idsOf('thị hòa', limit)).toEqual(['d1', 'd3', 'd0', 'd2']);
      expect(idsOf('hoa le', limit)).toEqual(['d0', 'd1', 'd2', 'd3']);
      expect(idsOf('', limit)).toEqual(['d0', 'd1', 'd2', 'd3']);
    }
    store.close();
  });

  test('[DLG36] a search that rests is taken up again until the page is full', async () => {
    const row = (id: string) => delegateRow(anGiang, id);
    const pages = new Map<string | null, DelegatePageRows>([
      [null, { rows: [row('a')], next: '1' }],
      ['1', { rows: [], next: '2' }],
      ['2', { rows: [row('b')], next: '3' }],
      ['3', { rows: [row('c')], next: null }],
    ]);
    const asked: (readonly [string | null, number])[] = [];
    const find = filledPages(async ({ after, limit }) => {
      asked.push([after, limit]);
      return pages.get(after) ?? { rows: [], next: null };
    });
    const query = { conference: hn, bridge: null, delegation: null, words: 'x', rungs: PROTOCOL_LADDER, after: null };
    expect(await find({ ...query, limit: 2 })).toEqual({ rows: [row('a'), row('b')], next: '3' });
    expect(asked).toEqual([
      [null, 2],
      ['1', 1],
      ['2', 1],
    ]);
    expect((await find({ ...query, limit: 9 })).next).toBeNull();
  });
});
