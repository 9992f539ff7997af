import { describe, expect, test } from 'vitest';
import { attendanceOf, headcountOf, noTotals } from '../../shared/domain/attendance/attendance.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import {
  anGiang,
  checkedIn,
  counts,
  delegateId,
  delegateRow,
  LIVE,
  listed,
  NOW,
  quangBinh,
  reported,
  stateAfter,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const at = NOW;
const db1 = delegateId('db-1');
const row = delegateRow(anGiang, 'db-1');
const present = delegateRow(anGiang, 'db-1', { mark: 'present', markedAt: at });
const excused = delegateRow(anGiang, 'db-1', { mark: 'absentExcused', markedAt: at, absenceReason: 'Đi công tác' });
const inAnGiang = (...history: readonly ConferenceEvent[]) =>
  attendanceOf(stateAfter(LIVE, history).attendance, anGiang);

describe('the list by name', () => {
  test('[ATT1] delegates are listed unmarked; the fact holds ids and categories, the rows hold the names', () => {
    const delegate = { fullName: 'Lê Thị Hoa', positions: ['Bí thư'], category: 'Cấp ủy', homeUnit: 'Thành ủy' };
    const listing = given(LIVE).when({ type: 'registerDelegates', bridgeId: anGiang, delegates: [delegate] });
    const { attendance } = listing.emits({
      type: 'delegatesRegistered',
      at,
      bridgeId: anGiang,
      delegates: [{ delegateId: delegateId('new-1'), category: 'Cấp ủy' }],
    });
    expect(attendanceOf(attendance, anGiang).named).toMatchObject({ unmarked: 1, present: 0 });
    listing.writes({
      kind: 'put',
      row: {
        ...delegateRow(anGiang, 'new-1', delegate),
        personId: expect.stringMatching('new-2'),
      },
    });
  });

  test('[ATT2] a delegate who comes is checked in, with the instant', () => {
    const checking = given(LIVE, listed(anGiang, 'db-1')).when(
      { type: 'checkInDelegate', bridgeId: anGiang, delegateId: db1 },
      { rows: [row], at: NOW + 7 },
    );
    const { attendance } = checking.emits({
      type: 'delegateCheckedIn',
      at: NOW + 7,
      bridgeId: anGiang,
      delegateId: db1,
      was: 'unmarked',
    });
    expect(attendanceOf(attendance, anGiang).named).toMatchObject({ unmarked: 0, present: 1 });
    checking.writes({ kind: 'put', row: { ...row, mark: 'present', markedAt: NOW + 7 } });
  });

  test.each([
    [true, 'absentExcused'],
    [false, 'absentUnexcused'],
  ] as const)('[ATT3] an absence is excused (%s) or not, and its reason stands in the row alone', (isExcused, mark) => {
    const marking = given(LIVE, listed(anGiang, 'db-1')).when(
      { type: 'markDelegateAbsent', bridgeId: anGiang, delegateId: db1, excused: isExcused, reason: 'Ốm' },
      { rows: [row] },
    );
    const { attendance } = marking.emits({
      type: 'delegateMarkedAbsent',
      at,
      bridgeId: anGiang,
      delegateId: db1,
      was: 'unmarked',
      excused: isExcused,
    });
    expect(attendanceOf(attendance, anGiang).named).toMatchObject({ unmarked: 0, [mark]: 1 });
    marking.writes({ kind: 'put', row: { ...row, mark, markedAt: at, absenceReason: 'Ốm' } });
  });

  test('[ATT4] another reason for the same absence is news; the counts stay', () => {
    const before = given(LIVE, listed(anGiang, 'db-1'), {
      type: 'delegateMarkedAbsent',
      at,
      bridgeId: anGiang,
      delegateId: db1,
      was: 'unmarked',
      excused: true,
    });
    const { attendance } = before
      .when(
        { type: 'markDelegateAbsent', bridgeId: anGiang, delegateId: db1, excused: true, reason: 'Ốm' },
        { rows: [excused] },
      )
      .happens();
    expect(attendance).toEqual(before.state.attendance);
  });

  test('[ATT5] a mark set by mistake can be taken back, and leaves no instant and no reason', () => {
    const clearing = given(LIVE, listed(anGiang, 'db-1'), checkedIn(anGiang, 'db-1')).when(
      { type: 'clearDelegateMark', bridgeId: anGiang, delegateId: db1 },
      { rows: [{ ...present, absenceReason: 'Ốm' }] },
    );
    const { attendance } = clearing.emits({
      type: 'delegateMarkCleared',
      at,
      bridgeId: anGiang,
      delegateId: db1,
      was: 'present',
    });
    expect(attendanceOf(attendance, anGiang).named).toEqual({
      unmarked: 1,
      present: 0,
      absentExcused: 0,
      absentUnexcused: 0,
    });
    clearing.writes({ kind: 'put', row });
  });

  test('[ATT6] a mark that is as before is refused', () => {
    const refused = (command: Command, is: typeof row): void =>
      given(LIVE, listed(anGiang, 'db-1'))
        .when(command, { rows: [is] })
        .refuses('mark-as-before');
    refused({ type: 'checkInDelegate', bridgeId: anGiang, delegateId: db1 }, present);
    refused({ type: 'clearDelegateMark', bridgeId: anGiang, delegateId: db1 }, row);
    refused(
      { type: 'markDelegateAbsent', bridgeId: anGiang, delegateId: db1, excused: true, reason: 'Đi công tác' },
      excused,
    );
  });

  test('[ATT7] a delegate is marked at the bridge that lists the delegate, and at no other', () => {
    given(LIVE, listed(anGiang, 'db-1'))
      .when({ type: 'checkInDelegate', bridgeId: quangBinh, delegateId: db1 }, { rows: [row] })
      .refuses('delegate-unknown');
    given(LIVE).when({ type: 'checkInDelegate', bridgeId: anGiang, delegateId: db1 }).refuses('delegate-unknown');
    given(LIVE).when({ type: 'removeDelegate', bridgeId: anGiang, delegateId: db1 }).refuses('delegate-unknown');
  });

  test('[ATT8] a delegate taken off the list is counted nowhere any more', () => {
    const removing = given(LIVE, listed(anGiang, 'db-1', 'db-2'), checkedIn(anGiang, 'db-1')).when(
      { type: 'removeDelegate', bridgeId: anGiang, delegateId: db1 },
      { rows: [present] },
    );
    const { attendance } = removing.emits({
      type: 'delegateRemoved',
      at,
      bridgeId: anGiang,
      delegateId: db1,
      was: 'present',
    });
    expect(attendanceOf(attendance, anGiang).named).toMatchObject({ unmarked: 1, present: 0 });
    removing.writes({ kind: 'remove', delegateId: db1 });
  });
});

describe('the report by number', () => {
  test('[ATT9] a bridge reports by category, with a note, and each report is a new revision', () => {
    const categories = [counts(30, 28, 'Cấp ủy viên'), counts(20, 20, 'Trưởng phòng')];
    const { attendance } = given(LIVE, reported(anGiang, counts(50, 1)))
      .when({ type: 'reportHeadcount', bridgeId: anGiang, categories, note: 'Hai đồng chí đi công tác' })
      .emits({
        type: 'headcountReported',
        at,
        bridgeId: anGiang,
        revision: 2,
        categories,
        note: 'Hai đồng chí đi công tác',
      });
    expect(headcountOf(attendanceOf(attendance, anGiang))).toEqual({
      expected: 50,
      present: 48,
      absentExcused: 2,
      absentUnexcused: 0,
    });
  });

  test('[ATT10] a category stands in a report once', () => {
    given(LIVE)
      .when({ type: 'reportHeadcount', bridgeId: anGiang, categories: [counts(3, 3), counts(4, 4)], note: null })
      .refuses('category-twice');
  });

  test('[ATT11] more may be present than were expected', () => {
    const { attendance } = given(LIVE)
      .when({
        type: 'reportHeadcount',
        bridgeId: anGiang,
        categories: [{ ...counts(10, 10), present: 12 }],
        note: null,
      })
      .happens();
    expect(attendance.totals).toMatchObject({ expected: 10, present: 12 });
  });
});

describe('chưa báo cáo is not zero', () => {
  test('[ATT12] a bridge that said nothing has no figure and does not count as reporting', () => {
    expect(headcountOf(inAnGiang())).toBeNull();
    expect(stateAfter(LIVE).attendance.totals.bridgesReported).toBe(0);
  });

  test('[ATT13] a list that nobody has marked is not a report', () => {
    expect(headcountOf(inAnGiang(listed(anGiang, 'db-1', 'db-2')))).toBeNull();
  });

  test('[ATT14] a bridge that reports nobody present has reported', () => {
    const { attendance } = stateAfter(LIVE, reported(anGiang, counts(40, 0)));
    expect(headcountOf(attendanceOf(attendance, anGiang))).toMatchObject({ expected: 40, present: 0 });
    expect(attendance.totals).toMatchObject({ bridgesReported: 1, expected: 40, present: 0 });
  });

  test('[ATT15] the first mark makes the whole list the figure', () => {
    expect(headcountOf(inAnGiang(listed(anGiang, 'db-1', 'db-2'), checkedIn(anGiang, 'db-1')))).toEqual({
      expected: 2,
      present: 1,
      absentExcused: 0,
      absentUnexcused: 0,
    });
  });

  test('[ATT16] a report by number prevails over the list by name', () => {
    const both = inAnGiang(listed(anGiang, 'db-1'), checkedIn(anGiang, 'db-1'), reported(anGiang, counts(50, 48)));
    expect(headcountOf(both)).toMatchObject({ expected: 50, present: 48 });
  });
});

describe('the totals', () => {
  test('[ATT17] they are the sum over the bridges that reported, each counted once', () => {
    const { attendance } = stateAfter(
      LIVE,
      reported(anGiang, counts(50, 40)),
      reported(anGiang, counts(50, 48)),
      listed(quangBinh, 'db-1', 'db-2'),
      checkedIn(quangBinh, 'db-1'),
    );
    expect(attendance.totals).toEqual({
      bridgesReported: 2,
      expected: 52,
      present: 49,
      absentExcused: 2,
      absentUnexcused: 0,
    });
  });

  test('[ATT18] a bridge whose last mark is taken back has not reported any more', () => {
    const { attendance } = stateAfter(LIVE, listed(anGiang, 'db-1'), checkedIn(anGiang, 'db-1'), {
      type: 'delegateMarkCleared',
      at,
      bridgeId: anGiang,
      delegateId: db1,
      was: 'present',
    });
    expect(attendance.totals).toEqual(noTotals);
  });
});
