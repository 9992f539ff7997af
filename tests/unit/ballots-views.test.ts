import { describe, expect, test } from 'vitest';
import {
  draftOf,
  handsIn,
  handsProblem,
  presentOf,
  stepped,
  sumOfDraft,
  withHands,
} from '../../client/parts/ballots/hands-draft.ts';
import { ballotSentence } from '../../client/screens/announcer/ballot-sentence.ts';
import { text } from '../../client/text/text.ts';
import { attendanceOf } from '../../shared/domain/attendance/attendance.ts';
import { ballotOf } from '../../shared/domain/ballots/ballot.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { ballotIdSchema } from '../../shared/domain/ids.ts';
import {
  ballotOnWall,
  ballotProgress,
  ballotResult,
  quorumNow,
  WALL_RESULT_MS,
} from '../../shared/views/ballot-result.ts';
import {
  BALLOT,
  ballot,
  ballotClosed,
  ballotPublished,
  handsCounted,
  prepared,
  put,
} from '../support/ballot-builders.ts';
import { anGiang, counts, LIVE, listed, NOW, quangBinh, reported, speechId, stateAfter } from '../support/builders.ts';
import { called, paper } from '../support/speech-builders.ts';

const at = NOW;
/** An Giang has 40 of 50 there, Quảng Bình 30 of 50. */
const GATHERED: readonly ConferenceEvent[] = [
  ...LIVE,
  reported(anGiang, counts(50, 40)),
  reported(quangBinh, counts(50, 30)),
];
const COUNTED = [...GATHERED, ...put(), handsCounted(anGiang, 30, 5, 5), handsCounted(quangBinh, 20, 0, 0)];

describe('what screens and papers read', () => {
  const stage = (...of: number[]) => ({ ...ballotClosed(...of), electorate: { expected: 12, present: 3 } });
  const result = (rest: Parameters<typeof ballot>[0], ...of: number[]) => {
    const { counts: told, electorate } = stage(...of);
    return ballotResult({
      ...ballot(rest),
      publishedAt: null,
      stage: { status: 'closed', openedAt: at, closedAt: at, electorate, counts: told },
    });
  };

  test('[BAL23] shares are of the stated base; those who answered nothing are a share of it too', () => {
    expect(result({ base: 'expected' }, 2, 1, 0)).toMatchObject({
      base: { kind: 'expected', people: 12 },
      rows: [{ tenths: 167 }, { tenths: 83 }, { tenths: 0 }],
      silent: { count: 9, tenths: 750 },
      needed: 7,
      passed: false,
      rounded: false,
    });
  });

  test('[BAL24] thirds are not claimed to add up to 100 %, and nobody’s share of nothing is no share', () => {
    expect(result({}, 1, 1, 1)).toMatchObject({ rows: [{ tenths: 333 }, {}, {}], rounded: true, passed: false });
    expect(result({ base: 'cast' }, 0, 0, 0)).toMatchObject({
      rows: [{ tenths: null }, {}, {}],
      passed: false,
      rounded: false,
    });
  });

  test('[BAL25] answers of those who came later are told as such', () => {
    expect(result({}, 2, 3, 0)).toMatchObject({ base: { people: 5 }, later: 2, silent: { count: 0 }, passed: false });
    expect(result({}, 2, 1, 0)).toMatchObject({ later: 0 });
  });

  test('[BAL26] halls with people that have not counted are named, the others are not waited for', () => {
    const state = stateAfter(GATHERED, put(), handsCounted(anGiang, 30, 0, 0));
    const open = ballotOf(state.ballots, BALLOT);
    const progress = open && ballotProgress(state, open);
    expect(progress).toMatchObject({ answered: 30, counts: [30, 0, 0], halls: { counted: 1, all: 2 } });
    expect(progress?.halls?.missing.map(({ bridgeId }) => bridgeId)).toEqual([quangBinh]);
  });

  test('[BAL27] of a secret ballot only how many have answered', () => {
    const state = stateAfter(LIVE, put({ manner: 'secret' }), { type: 'secretVoteCast', at, ballotId: BALLOT });
    const open = ballotOf(state.ballots, BALLOT);
    expect(open && ballotProgress(state, open)).toEqual({ answered: 1, counts: null, halls: null });
  });

  test('[BAL28] a result that was published gives way to whoever is called after it, and to nobody before', () => {
    const published = [ballotClosed(50, 5, 5), ballotPublished(50, 5, 5)] as const;
    const onWall = (calledAt: number) =>
      ballotOnWall(
        stateAfter(COUNTED, paper(speechId('s-1'), anGiang), ...published, called(speechId('s-1'), calledAt)),
        at + 2,
      );
    expect(onWall(at + 1)).toBeNull();
    expect(onWall(at - 1)?.ballotId).toBe(BALLOT);
  });

  test('[BAL28] walls show an open question, then for three minutes what was published, then the program', () => {
    const shown = stateAfter(COUNTED, ballotClosed(50, 5, 5), ballotPublished(50, 5, 5));
    expect(ballotOnWall(shown, at + WALL_RESULT_MS - 1)?.ballotId).toBe(BALLOT);
    expect(ballotOnWall(shown, at + WALL_RESULT_MS)).toBeNull();
    const other = ballotIdSchema.parse('khac');
    const next = stateAfter(
      COUNTED,
      ballotClosed(50, 5, 5),
      ballotPublished(50, 5, 5),
      ...put({ ballotId: other, question: 'Khác' }),
    );
    expect(ballotOnWall(next, at)?.ballotId).toBe(other);
    expect(ballotOnWall(stateAfter(COUNTED, ballotClosed(50, 5, 5)), at)).toBeNull();
  });
});

describe('before the press', () => {
  test('[BAL29] it is said who is there and who must be', () => {
    const state = stateAfter(GATHERED, prepared({ quorumPercent: 71 }));
    const waiting = ballotOf(state.ballots, BALLOT);
    expect(waiting && quorumNow(state, waiting)).toEqual({
      present: 70,
      expected: 100,
      needed: 71,
      reached: false,
      nobody: false,
    });
  });

  test('[BAL79] that nobody is there yet is said, with or without a quorum', () => {
    for (const history of [LIVE, [...LIVE, reported(anGiang, counts(50, 0))]]) {
      const state = stateAfter(history, prepared());
      const waiting = ballotOf(state.ballots, BALLOT);
      expect(waiting && quorumNow(state, waiting)).toMatchObject({ present: 0, reached: true, nobody: true });
    }
  });

  test('[BAL80] a hall that has not reported is not one where nobody came', () => {
    const state = stateAfter(LIVE, listed(anGiang, 'an', 'binh'), reported(quangBinh, counts(50, 0)));
    const [unreported, empty] = [anGiang, quangBinh].map((hall) => presentOf(attendanceOf(state.attendance, hall)));
    expect([unreported, empty]).toEqual(['unreported', 0]);
    expect(presentOf(attendanceOf(stateAfter(GATHERED).attendance, anGiang))).toBe(40);
    expect([handsProblem(['1', '0'], 'unreported'), handsProblem(['1', '0'], 0)]).toEqual(['unreported', 'tooMany']);
    expect(handsProblem(['0', '0'], 'unreported')).toBeNull();
    const said = text.refusals.sentence('more-hands-than-people', { hands: 3, present: 0 });
    expect(said).toContain('chưa báo số đại biểu');
  });

  test('[BAL36] a hall’s count is sent when every option has a number and the sum is not above who is there', () => {
    const draft = draftOf(null, ['A', 'B', 'C']);
    expect([handsProblem(draft, 40), handsProblem(['30', '', '0'], 40)]).toEqual(['empty', 'empty']);
    expect([handsProblem(['30', '10', '0'], 40), handsProblem(['30', '10', '1'], 40)]).toEqual([null, 'tooMany']);
    expect(handsProblem(['99', '0', '0'], null)).toBeNull();
    expect(handsProblem(['30', 'x', '0'], 40)).toBe('empty');
    expect(sumOfDraft(withHands(draftOf([30, 5, 5], []), 0, '31'))).toBe(41);
  });

  test('[BAL37] numbers are read as people type them, and steps never go below nothing', () => {
    expect(['1.024', '1 024', '', '-1', '1,5', '1000000'].map(handsIn)).toEqual([1_024, 1_024, null, null, null, null]);
    expect([stepped('', 1), stepped('0', -1), stepped('9', 1), stepped('x', -1)]).toEqual(['1', '0', '10', '0']);
  });

  test('[BAL38] the announcer is given one sentence of a result while it stands on the walls, and none before', () => {
    const closed = stateAfter(COUNTED, ballotClosed(50, 5, 5));
    expect(ballotSentence(closed, at)).toBeNull();
    expect(ballotSentence(stateAfter(GATHERED, put()), at)).toBeNull();
    const shown = stateAfter(COUNTED, ballotClosed(50, 5, 5), ballotPublished(50, 5, 5));
    expect(ballotSentence(shown, at)).toBe(
      'Thông qua dự thảo Nghị quyết. Kết quả biểu quyết: Tán thành 50 đại biểu, đạt 62,5% trên tổng số đại biểu có mặt 80. Được thông qua.',
    );
    expect(ballotSentence(shown, at + WALL_RESULT_MS)).toBeNull();
  });
});
