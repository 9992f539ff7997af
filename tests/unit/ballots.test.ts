import { describe, expect, test } from 'vitest';
import { isBulk, voteKey } from '../../shared/domain/attendance/wants.ts';
import { ballotOf, handsOf, hasPassed, neededToPass, quorumOf } from '../../shared/domain/ballots/ballot.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { ballotIdSchema } from '../../shared/domain/ids.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import {
  annulling,
  BALLOT,
  ballot,
  ballotClosed,
  ballotPublished,
  count,
  doing,
  handsCounted,
  OPTIONS,
  prepared,
  put,
  question,
  vote,
} from '../support/ballot-builders.ts';
import {
  ADJOURNED,
  anGiang,
  CLOSED,
  chair,
  checkedIn,
  counts,
  delegateId,
  delegateRow,
  director,
  itemId,
  LIVE,
  listed,
  moderator,
  NOW,
  nowhere,
  operatorOf,
  PREPARING,
  quangBinh,
  reported,
  stateAfter,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const at = NOW;
/** An Giang has 40 of 50 there, Quảng Bình 30 of 50. */
const GATHERED: readonly ConferenceEvent[] = [
  ...LIVE,
  reported(anGiang, counts(50, 40)),
  reported(quangBinh, counts(50, 30)),
];
const COUNTED = [...GATHERED, ...put(), handsCounted(anGiang, 30, 5, 5), handsCounted(quangBinh, 20, 0, 0)];
const INPUT = question();
const an = delegateId('an');
/** One delegate is there, and the question is put to the phones. */
const ASKED = [...LIVE, listed(anGiang, 'an'), checkedIn(anGiang, 'an'), ...put({ manner: 'open' })];
const there = delegateRow(anGiang, 'an', { mark: 'present' });

describe('a ballot is prepared', () => {
  test('[BAL1] with a question, a manner, options, a base, a quorum and a mark, at any time before the end', () => {
    given(PREPARING)
      .when({ type: 'prepareBallot', ballot: INPUT })
      .emits({ type: 'ballotPrepared', at, ballot: { ballotId: ballotIdSchema.parse('new-1'), ...INPUT } });
    given(CLOSED).when({ type: 'prepareBallot', ballot: INPUT }).refuses('wrong-phase', { phase: 'closed' });
    given(LIVE)
      .when({ type: 'prepareBallot', ballot: { ...INPUT, itemId: itemId('none') } })
      .refuses('item-unknown');
  });

  test('[BAL2] and may be corrected or removed until it was put; afterwards it stands as it was asked', () => {
    const correct = { type: 'correctBallot', ballotId: BALLOT, ballot: { ...INPUT, question: 'Khác' } } as const;
    given(LIVE, prepared()).when(correct).happens();
    given(LIVE, prepared()).when(doing('removeBallot')).happens();
    for (const command of [correct, doing('removeBallot'), doing('openBallot')] as const) {
      given(LIVE, put()).when(command).refuses('ballot-not-prepared');
    }
    given(LIVE).when(doing('openBallot')).refuses('ballot-unknown');
  });
});

describe('a ballot is opened', () => {
  test('[BAL3] only with its quorum there, and says who is there and who must be', () => {
    given(GATHERED, prepared({ quorumPercent: 71 }))
      .when(doing('openBallot'))
      .refuses('quorum-not-reached', { present: 70, needed: 71 });
    given(GATHERED, prepared({ quorumPercent: 70 }))
      .when(doing('openBallot'))
      .emits({
        type: 'ballotOpened',
        at,
        ballot: ballot({ quorumPercent: 70 }),
        electorate: { expected: 100, present: 70 },
      });
  });

  test('[BAL4] a share of nobody is somebody: in an empty room no quorum is reached', () => {
    given(LIVE, prepared({ quorumPercent: 50 }))
      .when(doing('openBallot'))
      .refuses('quorum-not-reached', { present: 0, needed: 1 });
    given(LIVE, prepared()).when(doing('openBallot')).happens();
    expect([0, 50, 100].map((quorumPercent) => quorumOf({ quorumPercent }, 3))).toEqual([0, 2, 3]);
  });

  test('[BAL5] while the conference is live, and not in its classified part', () => {
    given(ADJOURNED, prepared()).when(doing('openBallot')).refuses('wrong-phase', { phase: 'adjourned' });
    given(LIVE, prepared(), { type: 'classifiedSessionBegan', at }).when(doing('openBallot')).refuses('classified');
  });
});

describe('hands', () => {
  test('[BAL6] are counted hall by hall; a later count stands in place of the earlier', () => {
    const state = given(GATHERED, put(), handsCounted(anGiang, 30, 5, 5), handsCounted(quangBinh, 20, 0, 0))
      .when(count(anGiang, 35, 5, 0))
      .happens();
    expect(handsOf(state.ballots, ballot())).toEqual([55, 5, 0]);
  });

  test('[BAL7] never more than people in the hall; where nobody has reported there is nobody', () => {
    given(GATHERED, put())
      .when(count(anGiang, 40, 0, 0))
      .happens();
    given(GATHERED, put())
      .when(count(anGiang, 39, 1, 1))
      .refuses('more-hands-than-people', { hands: 41, present: 40 });
    given(LIVE, put())
      .when(count(anGiang, 1, 0, 0))
      .refuses('more-hands-than-people', { hands: 1, present: 0 });
  });

  test('[BAL8] of a foreign option, of a hall that is not there, or in a ballot by phone: refused', () => {
    given(GATHERED, put())
      .when(count(anGiang, 1, 1))
      .refuses('option-unknown');
    given(GATHERED, put())
      .when(count(anGiang, 1, 1, 1, 1))
      .refuses('option-unknown');
    given(GATHERED, put())
      .when(count(nowhere, 1, 0, 0))
      .refuses('bridge-unknown');
    given(GATHERED, put({ manner: 'open' }))
      .when(count(anGiang, 1, 0, 0))
      .refuses('other-manner');
  });

  test('[BAL9] come from the hall’s own operator or the centre, and from no other hall', () => {
    const state = stateAfter(GATHERED, put());
    const mine = count(anGiang, 1, 0, 0);
    const may = [operatorOf(anGiang), operatorOf(quangBinh), moderator, chair, director].map((actor) =>
      mayIssue(actor, mine, state),
    );
    expect(may).toEqual([true, false, true, false, false]);
  });
});

describe('a delegate’s answer', () => {
  test('[BAL10] is one of the options, given once, by somebody who is there', () => {
    given(ASKED)
      .when(vote(an, 1), { rows: [there] })
      .emits({ type: 'voteCast', at, ballotId: BALLOT, delegateId: an, option: 1 });
    given(ASKED)
      .when(vote(an, 3), { rows: [there] })
      .refuses('option-unknown');
    given(ASKED).when(vote(an)).refuses('delegate-unknown');
    const voted = [voteKey({ ballotId: BALLOT, delegateId: an })];
    given(ASKED)
      .when(vote(an, 0), { rows: [there], voted })
      .refuses('already-voted');
    given(LIVE, put())
      .when(vote(an), { rows: [there] })
      .refuses('other-manner');
  });

  test.each(['unmarked', 'left', 'absentExcused', 'absentUnexcused', 'substituted'] as const)(
    '[BAL11] is not taken of one who is %s; of one who is there by any way it is',
    (mark) => {
      given(ASKED)
        .when(vote(an), { rows: [{ ...there, mark }] })
        .refuses('not-there');
      for (const here of ['present', 'late', 'online'] as const) {
        given(ASKED)
          .when(vote(an), { rows: [{ ...there, mark: here }] })
          .happens();
      }
    },
  );

  test('[BAL12] a summons has one vote: not that of the first and then the substitute’s', () => {
    const second = delegateRow(anGiang, 'binh', { mark: 'present', substituteFor: an });
    const voted = [voteKey({ ballotId: BALLOT, delegateId: an })];
    given(ASKED)
      .when(vote(second.delegateId), { rows: [second], voted })
      .refuses('already-voted');
    given(ASKED)
      .when(vote(second.delegateId), { rows: [second] })
      .happens();
  });

  test('[BAL13] stands when the delegate leaves, is moved or struck from the list afterwards', () => {
    const cast: ConferenceEvent = { type: 'voteCast', at, ballotId: BALLOT, delegateId: an, option: 0 };
    const before = stateAfter(LIVE, listed(anGiang, 'an'), checkedIn(anGiang, 'an'), put({ manner: 'open' }), cast);
    const leave = { type: 'markDelegateLeft', bridgeId: anGiang, delegateId: an } as const;
    const state = given(LIVE, listed(anGiang, 'an'), checkedIn(anGiang, 'an'), put({ manner: 'open' }), cast)
      .when(leave, { rows: [there] })
      .happens();
    expect(state.ballots.cast).toEqual(before.ballots.cast);
    expect(state.ballots.cast[BALLOT]).toEqual([1, 0, 0]);
  });

  test('[BAL14] is the delegate’s own: no seat and no other delegate gives it', () => {
    const state = stateAfter(LIVE, put({ manner: 'open' }));
    const as = (session: string) => ({ seat: 'delegate', session, bridgeId: anGiang }) as const;
    expect(mayIssue(as('an'), vote(an), state)).toBe(true);
    for (const actor of [as('binh'), moderator, chair, operatorOf(anGiang)]) {
      expect(mayIssue(actor, vote(an), state)).toBe(false);
    }
  });
});

describe('a ballot is closed', () => {
  test('[BAL15] with the hands of all halls; nothing is counted or answered any more', () => {
    const state = given(GATHERED, put(), handsCounted(anGiang, 30, 5, 5), handsCounted(quangBinh, 20, 0, 0))
      .when(doing('closeBallot'))
      .emits(ballotClosed(50, 5, 5));
    expect(ballotOf(state.ballots, BALLOT)?.stage).toMatchObject({ status: 'closed', counts: [50, 5, 5] });
    const over = given(GATHERED, put(), ballotClosed(0, 0, 0));
    over.when(count(anGiang, 1, 0, 0)).refuses('ballot-not-open');
    over.when(doing('closeBallot')).refuses('ballot-not-open');
    given(LIVE, put({ manner: 'open' }), ballotClosed(0, 0, 0))
      .when(vote(an), { rows: [there] })
      .refuses('ballot-not-open');
  });

  test('[BAL16] alone, and forgets who has voted', () => {
    expect(isBulk(doing('closeBallot'))).toBe(true);
    given(LIVE, put({ manner: 'open' }))
      .when(doing('closeBallot'))
      .writes({ kind: 'forgetVoters', ballotId: BALLOT });
  });

  test('[BAL17] also while adjourned and in the classified part; the conference is not closed over an open one', () => {
    given(ADJOURNED.slice(0, -1), put(), ...ADJOURNED.slice(-1))
      .when(doing('closeBallot'))
      .happens();
    given(LIVE, put(), { type: 'classifiedSessionBegan', at }).when(doing('closeBallot')).happens();
    const close = { type: 'closeConference' } as const;
    given(LIVE, put()).when(close).refuses('ballot-open');
    given(LIVE, put(), ballotClosed(0, 0, 0))
      .when(close)
      .happens();
  });
});

describe('a result', () => {
  const closed = () => given(COUNTED, ballotClosed(50, 5, 5));

  test('[BAL18] is published once it is closed, hidden and published again', () => {
    given(GATHERED, put()).when(doing('publishBallot')).refuses('ballot-not-closed');
    closed()
      .when(doing('publishBallot'))
      .emits(ballotPublished(50, 5, 5));
    closed().when(doing('hideBallot')).refuses('nothing-to-change');
    const shown = given(COUNTED, ballotClosed(50, 5, 5), ballotPublished(50, 5, 5));
    shown.when(doing('publishBallot')).refuses('nothing-to-change');
    const hidden = shown.when(doing('hideBallot')).happens();
    expect(ballotOf(hidden.ballots, BALLOT)).toMatchObject({ publishedAt: null, stage: { counts: [50, 5, 5] } });
  });

  test('[BAL19] is annulled with a reason, open or closed; what is annulled is over', () => {
    for (const asked of [given(GATHERED, put()), closed()]) {
      const state = asked.when(annulling).happens();
      expect(ballotOf(state.ballots, BALLOT)?.stage).toEqual({ status: 'annulled', at, reason: 'Đếm sai' });
    }
    given(GATHERED, prepared()).when(annulling).refuses('ballot-not-open');
    const annulled = given(GATHERED, put(), { ...annulling, type: 'ballotAnnulled', at });
    annulled.when(annulling).refuses('ballot-not-open');
    annulled.when(doing('publishBallot')).refuses('ballot-not-closed');
    annulled.when(count(anGiang, 1, 0, 0)).refuses('ballot-not-open');
  });

  test('[BAL20] passes by more than its mark, counted without rounding', () => {
    const of = (first: number, rest: Parameters<typeof ballot>[0] = {}) =>
      hasPassed(ballot(rest), { expected: 100, present: 80 }, [first, 0, 0]);
    expect([40, 41].map((first) => of(first))).toEqual([false, true]);
    expect([50, 51].map((first) => of(first, { base: 'expected' }))).toEqual([false, true]);
    expect([0, 1].map((first) => of(first, { base: 'cast' }))).toEqual([false, true]);
    for (const base of [0, 1, 2, 3, 79, 80, 4_012]) {
      const needed = neededToPass({ passPercent: 50 }, base);
      expect([needed * 100 > 50 * base, (needed - 1) * 100 > 50 * base]).toEqual([true, false]);
    }
  });

  test('[BAL21] 100 % is never fewer than the answers: who came after the opening helps nobody to pass', () => {
    const few = { expected: 10, present: 10 };
    // Nine against and six for, of ten who were there at the opening.
    expect(hasPassed(ballot(), few, [6, 9, 0])).toBe(false);
    expect(hasPassed(ballot(), few, [8, 7, 0])).toBe(true);
  });
});

test('[BAL22] every refusal leaves the ballot as it was', () => {
  const before = stateAfter(GATHERED, put(), handsCounted(anGiang, 30, 5, 5));
  const spec = given(GATHERED, put(), handsCounted(anGiang, 30, 5, 5));
  const refused = [
    count(anGiang, 41, 0, 0),
    count(anGiang, 1, 1),
    vote(an),
    doing('openBallot'),
    doing('publishBallot'),
  ];
  for (const command of refused) expect(spec.when(command).decided.ok).toBe(false);
  expect(spec.state).toEqual(before);
  expect(OPTIONS).toHaveLength(3);
});
