import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packDelegates } from '../../server/lists/pack-delegates.ts';
import type { DelegateImports } from '../../server/store/delegate-imports.ts';
import type { Journal } from '../../server/store/journal.ts';
import { stageRow } from '../../server/store/staged-row.ts';
import type { DelegateChange, DelegateInput, DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { NO_WANTS } from '../../shared/domain/attendance/wants.ts';
import { type ConferenceId, type ImportId, importIdSchema } from '../../shared/domain/ids.ts';
import {
  anGiang,
  conferenceId,
  created,
  delegateId,
  delegateInput,
  delegateRow,
  quangBinh,
  secretariat,
} from '../support/builders.ts';

export interface OpenImports {
  readonly journal: Journal;
  readonly imports: DelegateImports;
  readonly close: () => Promise<void> | void;
}

let last = 0;

/** A row as a file has it; its id is a fresh one. */
const line = (fullName: string, rest: Partial<DelegateInput> & { bridge?: typeof anGiang; row?: number } = {}) => {
  const { bridge = anGiang, row = 1, ...input } = rest;
  const delegate = delegateInput({ fullName, ...input });
  return stageRow({ row, delegateId: delegateId(`I${++last}`), bridgeId: bridge, delegate });
};
type Line = ReturnType<typeof line>;

/** What every store promises of lists that come as files; run against each of them. */
export function importContract(kind: string, open: () => Promise<OpenImports> | OpenImports): void {
  let journal: Journal;
  let imports: DelegateImports;
  let close: OpenImports['close'];
  let conference: ConferenceId;
  let seq = 0;

  const fresh = (): void => {
    conference = conferenceId(`imports-${kind.length}-${++last}`);
    seq = 0;
  };
  const change = async (...delegates: readonly DelegateChange[]): Promise<void> => {
    const events = [{ actor: secretariat, event: created }];
    expect(await journal.append({ conference, expectedSeq: seq++, events, receipts: [], delegates })).toEqual({
      ok: true,
    });
  };
  const enter = (...rows: readonly DelegateRow[]) => change(...rows.map((row) => ({ kind: 'put' as const, row })));
  const stage = async (...lines: readonly Line[]) => {
    const importId = importIdSchema.parse(`tep-${++last}`);
    await imports.begin({ conference, importId, name: 'danh-sach.xlsx' });
    await imports.addChunk(importId, lines);
    return { importId, outcome: await imports.finish(importId) };
  };
  const apply = (importId: ImportId) => change({ kind: 'applyImport', importId });
  const undo = (importId: ImportId) => change({ kind: 'undoImport', importId });
  const look = async (...ids: readonly string[]) =>
    (await journal.lookup(conference, [], { ...NO_WANTS, delegates: ids.map(delegateId) })).rows;
  const stagedOf = async (importId: ImportId) =>
    (await journal.lookup(conference, [], { ...NO_WANTS, imports: [importId] })).staged;
  const namesOf = async (lines: readonly Line[]) =>
    (await look(...lines.map((one) => one.delegateId))).map(({ fullName }) => fullName);

  describe(`the list of delegates from a file, ${kind}`, () => {
    beforeAll(async () => {
      ({ journal, imports, close } = await open());
    });
    afterAll(() => close());

    test('[DLG1] what was read is seen by nobody until it is applied, and then all of it', async () => {
      fresh();
      const lines = [line('Lê Thị Hoa'), line('Đỗ Văn Nam', { bridge: quangBinh, seat: 'A1' })];
      const importId = importIdSchema.parse(`tep-${++last}`);
      await imports.begin({ conference, importId, name: 'x.csv' });
      expect(await imports.addPacked(importId, packDelegates(lines))).toMatchObject({ added: 2, changed: 0 });
      expect([await namesOf(lines), await stagedOf(importId)]).toEqual([[], []]);
      await expect(
        journal.append({
          conference,
          expectedSeq: 0,
          events: [{ actor: secretariat, event: created }],
          receipts: [],
          delegates: [{ kind: 'applyImport', importId }],
        }),
      ).rejects.toThrow(/is not staged/);
      await imports.finish(importId);
      expect(await namesOf(lines)).toEqual([]);
      await apply(importId);
      expect(await look(...lines.map((one) => one.delegateId))).toEqual([
        { ...delegateRow(anGiang, lines[0]?.delegateId ?? ''), personId: lines[0]?.delegateId, fullName: 'Lê Thị Hoa' },
        {
          ...delegateRow(quangBinh, lines[1]?.delegateId ?? ''),
          personId: lines[1]?.delegateId,
          fullName: 'Đỗ Văn Nam',
          seat: 'A1',
        },
      ]);
    });

    test('[DLG2] it is said beforehand how the counts would change, by bridge and by delegation', async () => {
      fresh();
      const { importId, outcome } = await stage(
        line('An', { category: 'Khách mời', delegation: 'Đoàn A' }),
        line('Bình', { category: 'Khách mời', delegation: 'Đoàn B' }),
        line('Cường', { bridge: quangBinh, category: 'Đại biểu', delegation: 'Đoàn B' }),
      );
      expect(outcome).toMatchObject({ added: 3, changed: 0, unchanged: 0, refused: 0 });
      expect(outcome.categories.toSorted()).toEqual(['Khách mời', 'Đại biểu']);
      expect(outcome.firstAdded.map(({ delegate }) => delegate.fullName)).toEqual(['An', 'Bình', 'Cường']);
      expect(await stagedOf(importId)).toEqual([
        {
          importId,
          name: 'danh-sach.xlsx',
          state: 'staged',
          added: 3,
          changed: 0,
          rolls: [
            { bridgeId: anGiang, byCategory: { 'Khách mời': { unmarked: 2 } } },
            { bridgeId: quangBinh, byCategory: { 'Đại biểu': { unmarked: 1 } } },
          ],
          delegations: [
            ['Đoàn A', { unmarked: 1 }],
            ['Đoàn B', { unmarked: 2 }],
          ],
          marked: 0,
        },
      ]);
    });

    test('[DLG3] the same file a second time adds nothing and changes nothing', async () => {
      fresh();
      const file = () => [
        line('Nguyễn Văn An', { number: '001' }),
        line('Nguyễn Văn An'),
        line('Nguyễn Văn An'),
        line('Lê Thị Hoa', { bridge: quangBinh }),
      ];
      const first = await stage(...file());
      await apply(first.importId);
      expect((await stage(...file())).outcome).toMatchObject({ added: 0, changed: 0, unchanged: 4 });
      expect((await stage(...file(), line('Nguyễn Văn An'))).outcome).toMatchObject({ added: 1, unchanged: 4 });
    });

    test.each([
      ['the tone on the other vowel', { fullName: 'Nguyễn Thị Hoà' }, false],
      ['capitals', { fullName: 'NGUYỄN THỊ HÒA' }, false],
      ['another tone', { fullName: 'Nguyễn Thị Hỏa' }, true],
      ['another home unit', { homeUnit: 'Đảng ủy phường' }, true],
      ['another bridge', { bridge: quangBinh }, true],
      ['other posts', { positions: ['Chủ tịch'] }, false],
    ])('[DLG4] without a number, name, home unit and bridge say who it is: %s', async (_, rest, another) => {
      fresh();
      await enter(delegateRow(anGiang, 'old', { fullName: 'Nguyễn Thị Hòa' }));
      const { outcome } = await stage(line('Nguyễn Thị Hòa', rest));
      expect(outcome).toMatchObject(another ? { added: 1, changed: 0 } : { added: 0, changed: 1 });
    });

    test('[DLG5] a number says who it is before the name does, and two numbers are two people', async () => {
      fresh();
      await enter(delegateRow(anGiang, 'old', { fullName: 'Lê An', number: '7' }), delegateRow(anGiang, 'bare'));
      const { importId, outcome } = await stage(
        line('Lê Văn An', { number: '7', bridge: quangBinh }),
        line('Lê An', { number: '8' }),
        line('Nguyễn Văn An', { number: '9' }),
      );
      expect(outcome).toMatchObject({ added: 1, changed: 2 });
      await apply(importId);
      expect(await look('old', 'bare')).toMatchObject([
        { fullName: 'Lê Văn An', bridgeId: quangBinh, number: '7' },
        { fullName: 'Nguyễn Văn An', number: '9' },
      ]);
    });

    test('[DLG6] what the file leaves empty stays as it was', async () => {
      fresh();
      await enter(delegateRow(anGiang, 'old', { seat: 'B2', role: 'chair', number: '5' }));
      const { outcome } = await stage(line('Nguyễn Văn An', { positions: [] }));
      expect(outcome).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    });

    test('[DLG7] a changed row keeps its mark, and the counts move with it', async () => {
      fresh();
      const present = delegateRow(anGiang, 'old', {
        mark: 'present',
        way: 'badge',
        markedAt: 9,
        countedAs: 'Đại biểu cũ',
      });
      await enter(present);
      const { importId, outcome } = await stage(line('Nguyễn Văn An', { row: 4, category: 'Khách mời', seat: 'C3' }));
      expect(outcome.firstChanged).toEqual([
        { row: 4, name: 'Nguyễn Văn An', field: 'category', before: present.category, after: 'Khách mời' },
        { row: 4, name: 'Nguyễn Văn An', field: 'seat', before: '', after: 'C3' },
      ]);
      expect(await stagedOf(importId)).toMatchObject([
        {
          changed: 1,
          rolls: [{ bridgeId: anGiang, byCategory: { 'Đại biểu cũ': { present: -1 }, 'Khách mời': { present: 1 } } }],
          delegations: [],
        },
      ]);
      await apply(importId);
      expect(await look('old')).toEqual([{ ...present, category: 'Khách mời', countedAs: null, seat: 'C3' }]);
    });

    test('[DLG8] undone, the added rows are gone wherever they sit, the changed ones say what they said', async () => {
      fresh();
      const old = delegateRow(anGiang, 'old', { seat: 'B2' });
      await enter(old);
      const added = [line('Lê Thị Hoa'), line('Đỗ Văn Nam'), line('Võ Thị Lan')];
      const { importId } = await stage(line('Nguyễn Văn An', { seat: 'C3' }), ...added);
      await apply(importId);
      const [moved] = await look(added[0]?.delegateId ?? '');
      if (moved === undefined) throw new Error('not applied');
      await enter(
        { ...moved, bridgeId: quangBinh, mark: 'late', late: true },
        { ...old, seat: 'C3', mark: 'present', markedAt: 5 },
      );
      expect(await stagedOf(importId)).toMatchObject([
        {
          state: 'applied',
          added: 3,
          changed: 1,
          marked: 1,
          rolls: [
            { bridgeId: anGiang, byCategory: { 'Đại biểu': { unmarked: -2 } } },
            { bridgeId: quangBinh, byCategory: { 'Đại biểu': { late: -1 } } },
          ],
        },
      ]);
      await undo(importId);
      expect(await namesOf(added)).toEqual([]);
      expect(await look('old')).toEqual([{ ...old, mark: 'present', markedAt: 5 }]);
      expect(await stagedOf(importId)).toMatchObject([{ state: 'undone', added: 0, changed: 0, rolls: [] }]);
    });

    test('[DLG9] an undo leaves what somebody has corrected since', async () => {
      fresh();
      const old = delegateRow(anGiang, 'old');
      await enter(old);
      const { importId } = await stage(line('Nguyễn Văn An', { seat: 'C3' }));
      await apply(importId);
      const corrected = { ...old, seat: 'D4' };
      await enter(corrected);
      expect(await stagedOf(importId)).toMatchObject([{ changed: 0, rolls: [] }]);
      await undo(importId);
      expect(await look('old')).toEqual([corrected]);
    });

    test('[DLG10] what was thrown away, applied or undone is not applied', async () => {
      fresh();
      const thrown = await stage(line('Lê Thị Hoa'));
      await imports.discard(thrown.importId);
      const undone = await stage(line('Đỗ Văn Nam'));
      await apply(undone.importId);
      await imports.discard(undone.importId);
      expect(await stagedOf(undone.importId)).toMatchObject([{ state: 'applied' }]);
      await undo(undone.importId);
      expect(await stagedOf(thrown.importId)).toEqual([]);
      for (const { importId } of [thrown, undone]) {
        const events = [{ actor: secretariat, event: created }];
        const delegates = [{ kind: 'applyImport', importId }] as const;
        const batch = { conference, expectedSeq: seq, events, receipts: [], delegates };
        await expect(journal.append(batch)).rejects.toThrow(/is not staged/);
      }
      await expect(imports.addChunk(thrown.importId, [])).rejects.toThrow(/no file is being read/);
    });

    test('[DLG11] an import is one conference’s own', async () => {
      fresh();
      const { importId } = await stage(line('Lê Thị Hoa'));
      fresh();
      await change();
      expect(await stagedOf(importId)).toEqual([]);
    });

    test('[DLG12] refused rows are kept in the order of the file, and counted', async () => {
      fresh();
      const importId = importIdSchema.parse(`tep-${++last}`);
      await imports.begin({ conference, importId, name: 'x.csv' });
      const rows = Array.from({ length: 120 }, (_, index) => ({
        sheet: 'Tờ 1',
        row: index + 2,
        column: null,
        code: 'bridge-unknown' as const,
        value: `xã ${index}`,
      }));
      await imports.refuse(importId, rows.slice(0, 70));
      await imports.refuse(importId, rows.slice(70));
      const { refused, firstRefused } = await imports.finish(importId);
      expect([refused, firstRefused]).toEqual([120, rows.slice(0, 50)]);
      expect(await imports.refused(importId, 0, 100)).toEqual(rows.slice(0, 100));
      expect(await imports.refused(importId, 100, 100)).toEqual(rows.slice(100));
    });

    test('[DLG13] who asks for a substitute is told of the one whose summons it is', async () => {
      fresh();
      await enter(
        delegateRow(anGiang, 'summoned', { mark: 'substituted' }),
        delegateRow(anGiang, 'sent', { substituteFor: delegateId('summoned') }),
      );
      expect((await look('sent')).map(({ delegateId: id }) => id)).toEqual(['sent', 'summoned']);
      expect((await look('summoned', 'sent')).map(({ delegateId: id }) => id)).toEqual(['summoned', 'sent']);
    });

    test('[DLG14] all of a bridge’s list goes to another bridge, and no other list does', async () => {
      fresh();
      await enter(delegateRow(anGiang, 'a'), delegateRow(anGiang, 'b', { mark: 'left' }), delegateRow(quangBinh, 'c'));
      await change({ kind: 'moveAll', bridgeId: anGiang, toBridgeId: quangBinh });
      const moved = await look('a', 'b', 'c');
      expect(moved.map(({ mark }) => mark)).toEqual(['unmarked', 'left', 'unmarked']);
      expect(moved.every(({ bridgeId }) => bridgeId === quangBinh)).toBe(true);
    });
  });
}
