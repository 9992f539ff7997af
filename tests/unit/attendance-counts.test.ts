import { describe, expect, test } from 'vitest';
import { getFrom } from '../../shared/base/persistent-map.ts';
import {
  attendanceOf,
  branchOf,
  hasReported,
  MAX_ARRIVALS,
  MAX_EARLIER,
  marksOf,
} from '../../shared/domain/attendance/attendance.ts';
import { noTally, presentIn, sumOf, unspokenIn } from '../../shared/domain/attendance/figure.ts';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { readEvent } from '../../shared/domain/lifts.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  anGiang,
  chauDoc,
  checkedIn,
  communes,
  counted,
  counts,
  DELEGATION,
  delegateId,
  delegateRow,
  headcount,
  LIVE,
  listed,
  MINUTE,
  NOW,
  nowhere,
  placed,
  quangBinh,
  reported,
  stateAfter,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const at = NOW;
const db1 = delegateId('db-1');
const inAnGiang = (...history: readonly ConferenceEvent[]) =>
  attendanceOf(stateAfter(LIVE, history).attendance, anGiang);
const figureIn = ({ attendance }: ConferenceState, bridge = anGiang) =>
  sumOf(branchOf(attendanceOf(attendance, bridge)));

describe('the report by number', () => {
  const categories = [counts(30, 28, 'Cấp ủy viên'), counts(20, 20, 'Trưởng phòng')];
  const second: CommandOf<'reportHeadcount'> = { ...headcount(anGiang, ...categories), expectedRevision: 1 };

  test('[ATT9] a bridge reports by category, signed and with a note, and each report is a new revision', () => {
    const signedBy = { fullName: 'Đỗ Văn Em', positions: ['Chánh Văn phòng'] };
    const { attendance } = given(LIVE, reported(anGiang, counts(50, 1)))
      .when({ ...second, note: 'Hai đồng chí đi công tác', signedBy })
      .emits({
        ...reported(anGiang, ...categories),
        revision: 2,
        note: 'Hai đồng chí đi công tác',
        signedBy: { ...signedBy, personId: expect.stringMatching('new-1') },
      });
    expect(sumOf(attendance.totals)).toEqual({
      expected: 50,
      onSite: 48,
      online: 0,
      absentExcused: 2,
      absentUnexcused: 0,
    });
  });

  test('[ATT10] a category stands in a report once', () => {
    given(LIVE)
      .when(headcount(anGiang, counts(3, 3), counts(4, 4)))
      .refuses('category-twice');
  });

  test('[ATT11] more may be present than were expected, once the sender has said that this is so', () => {
    const more = { ...counts(10, 10), onSite: 9, online: 3 };
    const report = headcount(anGiang, counts(5, 5, 'Khách mời'), more);
    given(LIVE).when(report).refuses('unconfirmed', { consequence: 'more-than-expected', present: 17, expected: 15 });
    const { attendance } = given(LIVE)
      .when({ ...report, accepting: ['more-than-expected'] })
      .happens();
    expect(sumOf(attendance.totals)).toMatchObject({ expected: 15, onSite: 14, online: 3 });
    given(LIVE)
      .when({ ...report, accepting: ['marks-lost'] })
      .refuses('unconfirmed', {
        consequence: 'more-than-expected',
        present: 17,
        expected: 15,
      });
  });

  test('[ATT120] more present than expected in one category is asked about too, though the hall as a whole holds fewer', () => {
    const report = headcount(anGiang, counts(90, 10), { ...counts(27, 27, 'Khách mời'), onSite: 40 });
    given(LIVE).when(report).refuses('unconfirmed', { consequence: 'more-than-expected', present: 40, expected: 27 });
    given(LIVE)
      .when(headcount(anGiang, counts(90, 10), counts(27, 27, 'Khách mời')))
      .happens();
  });

  test('[ATT60] of two reports at once the second is refused, and told which revision there is', () => {
    const before = given(LIVE, reported(anGiang, counts(50, 1)));
    before.when(headcount(anGiang, counts(50, 2))).refuses('report-changed', { revision: 1 });
    before.when(second).happens();
    given(LIVE).when(second).refuses('report-changed', { revision: 0 });
  });

  test('[ATT61] earlier revisions stay readable, the last thirty of them', () => {
    const history = Array.from({ length: MAX_EARLIER + 3 }, (_, index) => ({
      ...reported(anGiang, counts(50, index)),
      revision: index + 1,
      at: at + index,
    }));
    const { report, earlier } = inAnGiang(...history);
    expect(report?.revision).toBe(MAX_EARLIER + 3);
    expect(earlier).toHaveLength(MAX_EARLIER);
    expect(earlier.at(-1)).toMatchObject({
      revision: MAX_EARLIER + 2,
      at: at + MAX_EARLIER + 1,
      figure: { onSite: 31 },
    });
  });

  test('[ATT62] a report for a bridge that is not in the conference is refused', () => {
    given(LIVE)
      .when(headcount(nowhere, counts(5, 5)))
      .refuses('bridge-unknown');
  });

  test('[ATT63] a bridge says why it will not join, and that it will after all', () => {
    const excuse = (reason: string | null): Command => ({ type: 'excuseBridge', bridgeId: anGiang, reason });
    const fact = { type: 'bridgeExcused', at, ...placed(anGiang), reason: 'Mất điện' } as const;
    const { attendance } = given(LIVE).when(excuse('Mất điện')).emits(fact);
    expect(attendanceOf(attendance, anGiang).excuse).toBe('Mất điện');
    expect(attendance.totals).toEqual(noTally);
    given(LIVE, fact).when(excuse('Mất điện')).refuses('nothing-to-change');
    expect(attendanceOf(given(LIVE, fact).when(excuse(null)).happens().attendance, anGiang).excuse).toBeNull();
    given(LIVE).when(excuse(null)).refuses('nothing-to-change');
  });
});

describe('chưa báo cáo is not zero', () => {
  test('[ATT12] a bridge that said nothing is not counted as reporting', () => {
    expect(hasReported(inAnGiang())).toBe(false);
    expect(stateAfter(LIVE).attendance.totals).toEqual(noTally);
  });

  test('[ATT13] a list that nobody has marked says who is expected, and is not a report', () => {
    const state = stateAfter(LIVE, listed(anGiang, 'db-1', 'db-2'));
    expect(hasReported(attendanceOf(state.attendance, anGiang))).toBe(false);
    expect(state.attendance.totals.reported).toBe(0);
    expect(figureIn(state)).toMatchObject({ expected: 2, onSite: 0 });
    expect(unspokenIn(figureIn(state))).toBe(2);
  });

  test('[ATT14] a bridge that reports nobody present has reported', () => {
    const { attendance } = stateAfter(LIVE, reported(anGiang, counts(40, 0)));
    expect(attendance.totals.reported).toBe(1);
    expect(sumOf(attendance.totals)).toMatchObject({ expected: 40, onSite: 0, absentExcused: 40 });
  });

  test('[ATT15] the first mark makes the list the bridge’s word', () => {
    const state = stateAfter(LIVE, listed(anGiang, 'db-1', 'db-2'), checkedIn(anGiang, 'db-1'));
    expect(state.attendance.totals.reported).toBe(1);
    expect(figureIn(state)).toMatchObject({ expected: 2, onSite: 1 });
  });

  test('[ATT16] a report by number prevails over the list by name', () => {
    const state = stateAfter(
      LIVE,
      listed(anGiang, 'db-1'),
      checkedIn(anGiang, 'db-1'),
      reported(anGiang, counts(50, 48)),
    );
    expect(figureIn(state)).toMatchObject({ expected: 50, onSite: 48 });
  });
});

describe('the totals', () => {
  test('[ATT17] they are the sum over the bridges, each counted once, by category', () => {
    const { attendance } = stateAfter(
      LIVE,
      reported(anGiang, counts(50, 40)),
      { ...reported(anGiang, counts(50, 48), counts(9, 9, 'Khách mời')), revision: 2 },
      listed(quangBinh, 'db-1', 'db-2'),
      checkedIn(quangBinh, 'db-1'),
    );
    expect(attendance.totals).toEqual({
      reported: 2,
      byCategory: {
        'Đại biểu': { expected: 52, onSite: 49, online: 0, absentExcused: 2, absentUnexcused: 0 },
        'Khách mời': { expected: 9, onSite: 9, online: 0, absentExcused: 0, absentUnexcused: 0 },
      },
    });
  });

  test('[ATT18] a bridge whose last mark is taken back has not reported any more', () => {
    const { attendance } = stateAfter(LIVE, listed(anGiang, 'db-1'), checkedIn(anGiang, 'db-1'), {
      type: 'delegateMarkCleared',
      ...counted(anGiang, 'db-1', 'present'),
    });
    expect(attendance.totals.reported).toBe(0);
    expect(sumOf(attendance.totals)).toMatchObject({ expected: 1, onSite: 0 });
  });

  test('[ATT64] what a bridge says reaches every bridge above it, and no other', () => {
    const deep = { ...reported(chauDoc, counts(7, 6)), bridgeId: communes.bridges[3]?.bridgeId ?? nowhere };
    const state = stateAfter(LIVE, communes, { ...deep, above: [chauDoc, anGiang] }, reported(chauDoc, counts(5, 5)));
    expect(figureIn(state, deep.bridgeId)).toMatchObject({ expected: 7 });
    expect(figureIn(state, chauDoc)).toMatchObject({ expected: 12 });
    expect(figureIn(state, anGiang)).toMatchObject({ expected: 12 });
    expect(branchOf(attendanceOf(state.attendance, anGiang)).reported).toBe(2);
    expect(branchOf(attendanceOf(state.attendance, quangBinh))).toEqual(noTally);
  });

  test('[ATT65] the curve of arrivals has a point for each minute in which somebody came or went, the last two days of them', () => {
    const come = (name: string, minute: number) => ({ ...checkedIn(anGiang, name), at: NOW + minute * MINUTE });
    const { attendance } = stateAfter(LIVE, listed(anGiang, 'a', 'b', 'c'), come('a', 0), come('b', 0), come('c', 3));
    const first = Math.floor(NOW / MINUTE);
    expect(attendance.arrivals).toEqual([
      { minute: first, present: 2 },
      { minute: first + 3, present: 3 },
    ]);
    const reports = Array.from({ length: MAX_ARRIVALS + 2 }, (_, minute) => ({
      ...reported(anGiang, counts(9, minute % 9)),
      at: NOW + minute * MINUTE,
    }));
    expect(stateAfter(LIVE, reports).attendance.arrivals).toHaveLength(MAX_ARRIVALS);
  });

  test('[ATT66] what earlier releases wrote counts under one category and one delegation', () => {
    const old = (type: string, body: object) => readEvent(type, 1, { at, bridgeId: anGiang, ...body });
    const { attendance } = stateAfter(
      LIVE,
      old('delegatesRegistered', { delegates: [{ delegateId: 'db-1', category: 'Cấp ủy' }] }),
      old('delegateCheckedIn', { delegateId: 'db-1', was: 'unmarked' }),
    );
    expect(attendance.totals.byCategory).toMatchObject({ 'Đại biểu': { expected: 1, onSite: 1 } });
    const { byDelegation } = attendance;
    expect(byDelegation && getFrom(byDelegation, 'Chưa phân đoàn')).toMatchObject({ present: 1 });
  });
});

describe('from one list to another', () => {
  const row = delegateRow(chauDoc, 'db-1', { mark: 'present', way: 'badge', markedAt: at });
  const COME: readonly ConferenceEvent[] = [...LIVE, listed(chauDoc, 'db-1', 'db-2'), checkedIn(chauDoc, 'db-1')];

  test('[ATT56] a delegate moved after check-in is counted at the other bridge, above it, and still for the delegation', () => {
    const moving = given(COME).when(
      { type: 'moveDelegate', bridgeId: chauDoc, delegateId: db1, toBridgeId: quangBinh },
      { rows: [row] },
    );
    const fact = { ...counted(chauDoc, 'db-1', 'present'), toBridgeId: quangBinh, toAbove: [] };
    const state = moving.emits({ type: 'delegateMoved', ...fact });
    expect(figureIn(state, anGiang)).toMatchObject({ expected: 1, onSite: 0 });
    expect(figureIn(state, chauDoc)).toMatchObject({ expected: 1, onSite: 0 });
    expect(figureIn(state, quangBinh)).toMatchObject({ expected: 1, onSite: 1 });
    const delegations = state.attendance.byDelegation;
    expect(delegations && getFrom(delegations, DELEGATION)).toMatchObject({ present: 1, unmarked: 1 });
    moving.writes({ kind: 'put', row: { ...row, bridgeId: quangBinh } });
  });

  test('[ATT57] nobody is moved to where they are, nor to a bridge that is not there', () => {
    const move = (toBridgeId: typeof chauDoc): Command => ({
      type: 'moveDelegate',
      bridgeId: chauDoc,
      delegateId: db1,
      toBridgeId,
    });
    given(COME)
      .when(move(chauDoc), { rows: [row] })
      .refuses('nothing-to-change');
    given(COME)
      .when(move(nowhere), { rows: [row] })
      .refuses('bridge-unknown');
  });

  test('[ATT58] a whole list goes to another bridge with its marks, as one fact', () => {
    const moveAll: Command = { type: 'moveAllDelegates', bridgeId: chauDoc, toBridgeId: quangBinh };
    const before = given(COME, listed(quangBinh, 'db-3'));
    const moving = before.when(moveAll);
    const fact = { at, ...placed(chauDoc), toBridgeId: quangBinh, toAbove: [] };
    const state = moving.emits({ type: 'allDelegatesMoved', ...fact });
    expect(marksOf(attendanceOf(state.attendance, quangBinh))).toMatchObject({ unmarked: 2, present: 1 });
    expect([figureIn(state, anGiang).expected, figureIn(state, chauDoc).expected]).toEqual([0, 0]);
    expect(presentIn(sumOf(state.attendance.totals))).toBe(1);
    expect(state.attendance.byDelegation).toEqual(before.state.attendance.byDelegation);
    moving.writes({ kind: 'moveAll', bridgeId: chauDoc, toBridgeId: quangBinh });
  });

  test('[ATT59] an empty list, or one to itself, is not moved', () => {
    const moveAll = (bridgeId: typeof chauDoc, toBridgeId: typeof chauDoc): Command => ({
      type: 'moveAllDelegates',
      bridgeId,
      toBridgeId,
    });
    given(COME).when(moveAll(chauDoc, chauDoc)).refuses('nothing-to-change');
    given(COME).when(moveAll(quangBinh, chauDoc)).refuses('nothing-to-change');
    given(COME).when(moveAll(chauDoc, nowhere)).refuses('bridge-unknown');
  });
});
