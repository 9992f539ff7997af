import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Batch, Journal } from '../../server/store/journal.ts';
import type { DelegateChange } from '../../shared/domain/attendance/delegate.ts';
import { NO_WANTS, type Wants } from '../../shared/domain/attendance/wants.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import { ballotIdSchema } from '../../shared/domain/ids.ts';
import { BALLOT } from '../support/ballot-builders.ts';
import {
  anGiang,
  commandId,
  conferenceId,
  created,
  delegateId,
  delegateRow,
  opened,
  secretariat,
} from '../support/builders.ts';
import type { OpenJournal } from './journal-contract.ts';

/** Each store says it in its own words. */
const TWICE = /voted|UNIQUE/u;
const OTHER = ballotIdSchema.parse('bau-cu');

const vote = (name: string, secretOption: number | null = null, ballotId = BALLOT): DelegateChange => ({
  kind: 'vote',
  ballotId,
  delegateId: delegateId(name),
  secretOption,
});
const wanting = (...names: readonly string[]): Wants => ({
  ...NO_WANTS,
  votes: names.map((name) => ({ ballotId: BALLOT, delegateId: delegateId(name) })),
  ballots: [BALLOT, OTHER],
});

/** What every journal promises of votes; run against each of them. */
export function votesContract(kind: string, open: () => Promise<OpenJournal> | OpenJournal): void {
  let journal: Journal;
  let close: OpenJournal['close'];
  let conference: ConferenceId;
  let seq = 0;
  let last = 0;

  const fresh = (): void => {
    conference = conferenceId(`bq-${++last}`);
    seq = 0;
  };
  const append = async (...delegates: readonly DelegateChange[]) => {
    const events: Batch['events'] = [{ actor: secretariat, event: seq === 0 ? created : opened }];
    const outcome = await journal.append({ conference, expectedSeq: seq, events, receipts: [], delegates });
    if (outcome.ok) seq += 1;
    return outcome;
  };
  const look = async (...names: readonly string[]) => {
    const { voted, secret } = await journal.lookup(conference, [], wanting(...names));
    return { voted: voted.map((one) => one.delegateId), secret: secret.map(({ counts }) => counts) };
  };

  describe(`votes in the ${kind} journal`, () => {
    beforeAll(async () => {
      ({ journal, close } = await open());
    });
    afterAll(() => close());

    test('[BAL50] who has voted and how often what was answered in secret are kept, by ballot and conference', async () => {
      fresh();
      await append(vote('an', 2), vote('binh', 0), vote('cuc', 2), vote('dung', 1, OTHER), vote('giang'));
      expect(await look('an', 'em', 'cuc', 'dung', 'giang')).toEqual({
        voted: ['an', 'cuc', 'giang'],
        secret: [
          [1, 0, 2],
          [0, 1],
        ],
      });
      fresh();
      expect(await look('an')).toEqual({ voted: [], secret: [[], []] });
    });

    test('[BAL51] a second vote of a person is refused by the table itself, and its batch leaves nothing', async () => {
      fresh();
      await append(vote('an', 0));
      const late = { commandId: commandId('late'), seq: 2 };
      const again = journal.append({
        conference,
        expectedSeq: 1,
        events: [{ actor: secretariat, event: opened }],
        receipts: [late],
        delegates: [vote('binh', 1), vote('an', 1)],
      });
      await expect(again).rejects.toThrow(TWICE);
      expect(await journal.read(conference, 0, 9)).toHaveLength(1);
      expect((await journal.lookup(conference, [late.commandId], NO_WANTS)).receipts).toEqual([]);
      expect(await look('an', 'binh')).toEqual({ voted: ['an'], secret: [[1], []] });
    });

    test('[BAL52] so are two votes of a person in one batch', async () => {
      fresh();
      await append();
      await expect(append(vote('an', 0), vote('an', 1))).rejects.toThrow(TWICE);
      expect(await look('an')).toEqual({ voted: [], secret: [[], []] });
    });

    test('[BAL53] a batch that came second on its seq casts nothing', async () => {
      fresh();
      await append(vote('an', 0));
      seq = 0;
      expect(await append(vote('binh', 0))).toEqual({ ok: false, head: 1 });
      expect(await look('an', 'binh')).toEqual({ voted: ['an'], secret: [[1], []] });
    });

    test('[BAL54] of a ballot that is over, voters and secret counts are forgotten; of others they stand', async () => {
      fresh();
      await append(vote('an', 0), vote('binh', 1, OTHER));
      await append({ kind: 'forgetVoters', ballotId: BALLOT });
      expect(await look('an')).toEqual({ voted: [], secret: [[], [0, 1]] });
    });

    test('[BAL55] five hundred votes are one batch', async () => {
      fresh();
      await append(...Array.from({ length: 500 }, (_, index) => vote(`db-${index}`, index % 3)));
      expect(await look('db-0', 'db-499', 'db-500')).toEqual({
        voted: ['db-0', 'db-499'],
        secret: [[167, 167, 166], []],
      });
    });

    test('[BAL56] of a substitute it is told whether the first has voted', async () => {
      fresh();
      const second = delegateRow(anGiang, 'binh', { substituteFor: delegateId('an') });
      const rows = [delegateRow(anGiang, 'an', { mark: 'substituted' }), second];
      await append(...rows.map((row) => ({ kind: 'put', row }) as const), vote('an'));
      const wants = { ...wanting('binh'), delegates: [second.delegateId] };
      expect((await journal.lookup(conference, [], wants)).voted).toEqual([
        { ballotId: BALLOT, delegateId: delegateId('an') },
      ]);
    });
  });
}
