import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Batch, Journal, Recorded } from '../../server/store/journal.ts';
import { NO_WANTS } from '../../shared/domain/attendance/wants.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import {
  anGiang,
  commandId,
  conferenceId,
  created,
  delegateId,
  delegateRow,
  halls,
  opened,
  secretariat,
  speechId,
} from '../support/builders.ts';
import { paper } from '../support/speech-builders.ts';

export interface OpenJournal {
  readonly journal: Journal;
  readonly close: () => Promise<void> | void;
}

const EVENTS: readonly ConferenceEvent[] = [created, halls, opened, paper(speechId('an'), anGiang)];

const recorded = (...events: readonly ConferenceEvent[]): Batch['events'] =>
  events.map((event) => ({ actor: secretariat, event }));

const wanting = (...ids: readonly string[]) => ({ ...NO_WANTS, delegates: ids.map(delegateId) });

/** What every journal promises; run against each of them. */
export function journalContract(kind: string, open: () => Promise<OpenJournal> | OpenJournal): void {
  let journal: Journal;
  let close: OpenJournal['close'];
  let conference: ConferenceId;
  let last = 0;

  const batch = (rest: Partial<Batch> = {}): Batch => ({
    conference,
    expectedSeq: 0,
    events: recorded(...EVENTS),
    receipts: [],
    delegates: [],
    ...rest,
  });
  const fresh = (): void => {
    conference = conferenceId(`hn-${++last}`);
  };
  const all = (): Promise<readonly Recorded[]> => journal.read(conference, 0, 1_000);

  describe(`the ${kind} journal`, () => {
    beforeAll(async () => {
      ({ journal, close } = await open());
    });
    afterAll(() => close());

    test('[JRN1] facts are read as they were appended, numbered from 1 without a hole', async () => {
      fresh();
      expect(await all()).toEqual([]);
      expect(await journal.append(batch())).toEqual({ ok: true });
      expect(await journal.append(batch({ expectedSeq: 4, events: recorded(opened) }))).toEqual({ ok: true });
      expect(await all()).toEqual(
        [...EVENTS, opened].map((event, index) => ({ seq: index + 1, actor: secretariat, event })),
      );
    });

    test('[JRN2] who appends on another seq than the last is refused, told the last, and leaves nothing', async () => {
      fresh();
      await journal.append(batch());
      for (const expectedSeq of [0, 3, 5]) {
        const receipts = [{ commandId: commandId('late'), seq: expectedSeq + 1 }];
        const delegates = [{ kind: 'put', row: delegateRow(anGiang, 'late') }] as const;
        const late = batch({ expectedSeq, events: recorded(opened), receipts, delegates });
        expect(await journal.append(late)).toEqual({ ok: false, head: 4 });
      }
      expect(await all()).toHaveLength(4);
      expect(await journal.lookup(conference, [commandId('late')], wanting('late'))).toEqual({
        receipts: [],
        rows: [],
        staged: [],
        voted: [],
        secret: [],
      });
    });

    test('[JRN3] of many who append at once on the same seq, one wins', async () => {
      fresh();
      const outcomes = await Promise.all(Array.from({ length: 8 }, () => journal.append(batch())));
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await all()).toHaveLength(4);
    });

    test('[JRN4] receipts and rows are kept with their facts, and found again', async () => {
      fresh();
      const receipts = ['a', 'b'].map((id, index) => ({ commandId: commandId(id), seq: index + 1 }));
      const rows = ['db-1', 'db-2'].map((id) => delegateRow(anGiang, id));
      await journal.append(batch({ receipts, delegates: rows.map((row) => ({ kind: 'put', row })) }));
      const found = await journal.lookup(
        conference,
        ['a', 'none', 'b'].map(commandId),
        wanting('db-2', 'none', 'db-1'),
      );
      const known = receipts.map((receipt) => ({ ...receipt, sender: secretariat }));
      expect(found).toEqual({ receipts: known, rows: rows.toReversed(), staged: [], voted: [], secret: [] });
    });

    test('[JRN5] a row is replaced by the next put and gone after a removal', async () => {
      fresh();
      const row = delegateRow(anGiang, 'db-1');
      const present = { ...row, mark: 'present', markedAt: 1 } as const;
      const look = async () => (await journal.lookup(conference, [], wanting(row.delegateId))).rows;
      await journal.append(batch({ delegates: [{ kind: 'put', row }] }));
      await journal.append(
        batch({ expectedSeq: 4, events: recorded(opened), delegates: [{ kind: 'put', row: present }] }),
      );
      expect(await look()).toEqual([present]);
      const removal = { kind: 'remove', delegateId: row.delegateId } as const;
      await journal.append(batch({ expectedSeq: 5, events: recorded(opened), delegates: [removal] }));
      expect(await look()).toEqual([]);
    });

    test('[JRN6] a batch that fails half-way leaves nothing of itself', async () => {
      fresh();
      const receipt = { commandId: commandId('once'), seq: 1 };
      await journal.append(batch({ receipts: [receipt] }));
      const twice = batch({
        expectedSeq: 4,
        events: recorded(opened),
        receipts: [{ commandId: commandId('new'), seq: 5 }, receipt],
        delegates: [{ kind: 'put', row: delegateRow(anGiang, 'half') }],
      });
      await expect(journal.append(twice)).rejects.toThrow(/receipt/);
      expect(await all()).toHaveLength(4);
      expect(await journal.lookup(conference, ['once', 'new'].map(commandId), wanting('half'))).toEqual({
        receipts: [{ ...receipt, sender: secretariat }],
        rows: [],
        staged: [],
        voted: [],
        secret: [],
      });
      expect(await journal.append(batch({ expectedSeq: 4, events: recorded(opened) }))).toEqual({ ok: true });
    });

    test('[JRN7] the journal is read in pages, and beyond its end there is nothing', async () => {
      fresh();
      await journal.append(batch());
      const seqs = async (after: number, limit: number) =>
        (await journal.read(conference, after, limit)).map(({ seq }) => seq);
      expect([await seqs(0, 2), await seqs(2, 2), await seqs(3, 9), await seqs(4, 2), await seqs(9, 2)]).toEqual([
        [1, 2],
        [3, 4],
        [4],
        [],
        [],
      ]);
    });

    test('[JRN8] conferences do not meet, and are listed from the oldest', async () => {
      fresh();
      const older = conferenceId(`${conference}-older`);
      expect(await journal.read(conference, 0, 9)).toEqual([]);
      await journal.append({ ...batch(), conference: older, events: recorded({ ...created, at: 5 }) });
      await journal.append(batch({ events: recorded({ ...created, at: 6 }) }));
      const listed = await journal.conferences();
      expect(listed.filter((id) => id === older || id === conference)).toEqual([older, conference]);
      expect(await journal.read(older, 0, 9)).toHaveLength(1);
      expect(listed).not.toContain(conferenceId('never-created'));
    });

    test('[JRN9] a snapshot is given back to the code that made it, and to no other', async () => {
      fresh();
      await journal.append(batch());
      const snapshot = { seq: 3, code: 'this', state: '{}' };
      await journal.saveSnapshot(conference, snapshot);
      expect(await journal.loadSnapshot(conference, 'this')).toEqual(snapshot);
      expect(await journal.loadSnapshot(conference, 'other')).toBeNull();
      await journal.saveSnapshot(conference, { ...snapshot, seq: 4 });
      expect(await journal.loadSnapshot(conference, 'this')).toMatchObject({ seq: 4 });
    });

    test('[JRN10] a snapshot of facts that the journal does not hold is not kept', async () => {
      fresh();
      await journal.append(batch());
      await journal.saveSnapshot(conference, { seq: 5, code: 'this', state: '{}' });
      expect(await journal.loadSnapshot(conference, 'this')).toBeNull();
    });

    test('[JRN11] a chain that nobody touched holds', async () => {
      fresh();
      await journal.append(batch());
      expect(await journal.verify(conference)).toBeNull();
    });
  });
}
