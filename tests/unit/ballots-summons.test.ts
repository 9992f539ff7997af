import { expect, test } from 'vitest';
import { voteKey, wantsOf } from '../../shared/domain/attendance/wants.ts';
import type { CommandOf } from '../../shared/domain/command.ts';
import { BALLOT, put } from '../support/ballot-builders.ts';
import { anGiang, delegateId, delegateRow, LIVE, listed } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const an = delegateId('an');
const there = delegateRow(anGiang, 'an', { mark: 'present' });

test('[BAL78] a substitute of a substitute takes over no summons that has voted', () => {
  const second = delegateRow(anGiang, 'binh', { substituteFor: an });
  const voted = [voteKey({ ballotId: BALLOT, delegateId: an })];
  const seat: CommandOf<'seatSubstitute'> = {
    type: 'seatSubstitute',
    bridgeId: anGiang,
    delegateId: second.delegateId,
    substitute: { fullName: 'Ba', positions: [], homeUnit: 'Sở' },
  };
  const asked = given(LIVE, listed(anGiang, 'an', 'binh'), put({ manner: 'open' }));
  const rows = [second, { ...there, mark: 'substituted' as const }];
  asked.when(seat, { rows, voted }).refuses('ballot-open', { voted: 1 });
  asked.when(seat, { rows }).happens();
  expect(wantsOf(seat, asked.state).votes).toEqual([{ ballotId: BALLOT, delegateId: second.delegateId }]);
  expect(wantsOf(seat, given(LIVE).state).votes).toEqual([]);
});
