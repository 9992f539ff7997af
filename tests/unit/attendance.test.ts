import { describe, expect, test } from 'vitest';
import { attendanceOf, marksOf } from '../../shared/domain/attendance/attendance.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { sumOf } from '../../shared/domain/attendance/figure.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  anGiang,
  CLOSED,
  checkedIn,
  checkIn,
  counted,
  DELEGATION,
  delegateId,
  delegateInput,
  delegateRow,
  kioskOf,
  LIVE,
  listed,
  moderator,
  NOW,
  PREPARING,
  placed,
  quangBinh,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const at = NOW;
const db1 = delegateId('db-1');
const who = { bridgeId: anGiang, delegateId: db1 };
const row = delegateRow(anGiang, 'db-1');
/** Who said so, as the row keeps it. */
const markedBy = `${moderator.seat} ${moderator.session}`;
const said = { markedAt: at, markedBy };
const present = delegateRow(anGiang, 'db-1', { mark: 'present', way: 'list', ...said });
const left = delegateRow(anGiang, 'db-1', { mark: 'left', way: 'list', ...said });
const excused = delegateRow(anGiang, 'db-1', { mark: 'absentExcused', absenceReason: 'Đi công tác', ...said });
const LISTED: readonly ConferenceEvent[] = [...LIVE, listed(anGiang, 'db-1')];
const COME: readonly ConferenceEvent[] = [...LISTED, checkedIn(anGiang, 'db-1')];
const marksIn = ({ attendance }: ConferenceState) => marksOf(attendanceOf(attendance, anGiang));
const absent = (isExcused: boolean, reason: string | null): Command => ({
  type: 'markDelegateAbsent',
  ...who,
  excused: isExcused,
  reason,
});

describe('the list by name', () => {
  test('[ATT1] delegates are listed unmarked; the fact holds ids, categories and delegations, the rows the names', () => {
    const delegate = delegateInput({ fullName: 'Lê Thị Hoa', positions: ['Bí thư'], category: 'Cấp ủy' });
    const listing = given(LIVE).when({ type: 'registerDelegates', bridgeId: anGiang, delegates: [delegate] });
    const state = listing.emits({
      type: 'delegatesRegistered',
      at,
      ...placed(anGiang),
      delegates: [{ delegateId: delegateId('new-1'), category: 'Cấp ủy', delegation: DELEGATION }],
    });
    expect(marksIn(state)).toMatchObject({ unmarked: 1, present: 0 });
    const personId = expect.stringMatching('new-2');
    listing.writes({ kind: 'put', row: { ...delegateRow(anGiang, 'new-1', delegate), personId } });
  });

  test.each([
    [true, 'absentExcused'],
    [false, 'absentUnexcused'],
  ] as const)('[ATT3] an absence is excused (%s) or not, and its reason stands in the row alone', (isExcused, mark) => {
    const marking = given(LISTED).when(absent(isExcused, 'Ốm'), { rows: [row] });
    const fact = { type: 'delegateMarkedAbsent', ...counted(anGiang, 'db-1'), excused: isExcused } as const;
    expect(marksIn(marking.emits(fact))).toMatchObject({ unmarked: 0, [mark]: 1 });
    marking.writes({ kind: 'put', row: { ...row, mark, absenceReason: 'Ốm', ...said } });
  });

  test('[ATT4] another reason for the same absence is news; the counts stay', () => {
    const marked = { type: 'delegateMarkedAbsent', ...counted(anGiang, 'db-1'), excused: true } as const;
    const before = given(LISTED, marked);
    const { attendance } = before.when(absent(true, 'Ốm'), { rows: [excused] }).happens();
    expect(attendance).toEqual(before.state.attendance);
  });

  test('[ATT5] a mark set by mistake can be taken back, and leaves no reason, no way and no lateness', () => {
    const late = { ...present, late: true, absenceReason: 'Ốm' };
    const clearing = given(COME).when({ type: 'clearDelegateMark', ...who }, { rows: [late] });
    const state = clearing.emits({ type: 'delegateMarkCleared', ...counted(anGiang, 'db-1', 'present') });
    expect(marksIn(state)).toMatchObject({ unmarked: 1, present: 0 });
    clearing.writes({ kind: 'put', row: { ...row, ...said } });
  });

  test('[ATT6] a mark that is as before is refused', () => {
    const refused = (command: Command, is: DelegateRow) =>
      given(LISTED)
        .when(command, { rows: [is] })
        .refuses('mark-as-before');
    refused({ type: 'clearDelegateMark', ...who }, row);
    refused(absent(true, 'Đi công tác'), excused);
  });

  test('[ATT7] a delegate is marked at the bridge that lists the delegate, and at no other', () => {
    const leave: Command = { type: 'markDelegateLeft', bridgeId: quangBinh, delegateId: db1 };
    given(COME)
      .when(leave, { rows: [present] })
      .refuses('delegate-unknown');
    given(LIVE).when(checkIn(anGiang, db1)).refuses('delegate-unknown');
    given(LIVE)
      .when({ type: 'removeDelegate', ...who })
      .refuses('delegate-unknown');
  });

  test('[ATT8] a delegate taken off the list is counted nowhere any more', () => {
    const removing = given(LIVE, listed(anGiang, 'db-1', 'db-2'), checkedIn(anGiang, 'db-1')).when(
      { type: 'removeDelegate', ...who },
      { rows: [present] },
    );
    const state = removing.emits({ type: 'delegateRemoved', ...counted(anGiang, 'db-1', 'present') });
    expect(marksIn(state)).toMatchObject({ unmarked: 1, present: 0 });
    removing.writes({ kind: 'remove', delegateId: db1 });
  });
});

describe('coming in', () => {
  const LATE = NOW + 7;

  test.each([
    ['before the opening, in time', PREPARING, 'present', [null, LATE]],
    ['after the opening, late', LIVE, 'late', [null, LATE]],
    ['after it, but seen at its instant, in time', LIVE, 'present', [NOW, NOW]],
    ['seen by a door whose clock is ahead, now', LIVE, 'late', [LATE + 99, LATE]],
  ] as const)('[ATT2] a delegate who comes is checked in %s', (_, phase, mark, [seenAt, seen]) => {
    const checking = given(phase, listed(anGiang, 'db-1')).when(checkIn(anGiang, db1, { way: 'badge', seenAt }), {
      rows: [row],
      at: LATE,
    });
    const fact = { ...counted(anGiang, 'db-1'), at: LATE, mark, way: 'badge', seenAt: seen } as const;
    expect(marksIn(checking.emits({ type: 'delegateCheckedIn', ...fact }))).toMatchObject({ unmarked: 0, [mark]: 1 });
    const change = { mark, late: mark === 'late', way: 'badge', markedAt: seen, markedBy } as const;
    checking.writes({ kind: 'put', row: { ...row, ...change } });
  });

  test('[ATT40] whoever joins on the line is counted there, and the row keeps that it was late', () => {
    const joining = given(LISTED).when(checkIn(anGiang, db1, { online: true }), { rows: [row], at: LATE });
    const state = joining.happens();
    expect(marksIn(state)).toMatchObject({ online: 1, present: 0, late: 0 });
    expect(sumOf(state.attendance.totals)).toMatchObject({ expected: 1, onSite: 0, online: 1 });
    const change = { mark: 'online', late: true, way: 'list', markedAt: LATE, markedBy } as const;
    joining.writes({ kind: 'put', row: { ...row, ...change } });
  });

  test('[ATT41] a second scan changes nothing and says since when, and how, the delegate is there', () => {
    const rows = [{ ...present, way: 'badge' as const, markedAt: NOW - 5 }];
    given(COME)
      .when(checkIn(anGiang, db1, { way: 'list' }), { rows, at: LATE })
      .refuses('already-present', { since: NOW - 5, way: 'badge' });
  });

  test('[ATT42] at the wrong bridge the refusal names the right one', () => {
    given(LISTED)
      .when(checkIn(quangBinh, db1), { rows: [row] })
      .refuses('wrong-bridge', { bridge: 'Điểm cầu tỉnh An Giang' });
  });

  test('[ATT43] who has come and was marked absent by mistake is checked in, and the reason goes', () => {
    const checking = given(LISTED, {
      type: 'delegateMarkedAbsent',
      ...counted(anGiang, 'db-1'),
      excused: true,
    }).when(checkIn(anGiang, db1, { seenAt: NOW }), { rows: [excused] });
    expect(marksIn(checking.happens())).toMatchObject({ present: 1, absentExcused: 0 });
    checking.writes({ kind: 'put', row: present });
  });

  test('[ATT44] nobody is checked in, out or off once the conference is closed, whoever stands at the door', () => {
    const commands: readonly Command[] = [
      checkIn(anGiang, db1),
      { type: 'markDelegateLeft', ...who },
      { type: 'markDelegateBack', ...who },
      absent(true, null),
      { type: 'clearDelegateMark', ...who },
    ];
    for (const command of commands) {
      const door = given(CLOSED, listed(anGiang, 'db-1'));
      door.when(command, { rows: [row], by: kioskOf(anGiang) }).refuses('wrong-phase', { phase: 'closed' });
    }
  });
});

describe('going out and coming back', () => {
  const gone = [...COME, { type: 'delegateLeft' as const, ...counted(anGiang, 'db-1', 'present') }];

  test('[ATT45] who left early has come, and is not there any more', () => {
    const leaving = given(COME).when({ type: 'markDelegateLeft', ...who }, { rows: [present] });
    const state = leaving.emits({ type: 'delegateLeft', ...counted(anGiang, 'db-1', 'present') });
    expect(marksIn(state)).toMatchObject({ left: 1, present: 0 });
    expect(sumOf(state.attendance.totals)).toMatchObject({ expected: 1, onSite: 1 });
    leaving.writes({ kind: 'put', row: left });
  });

  test.each([
    ['in time', false, 'present'],
    ['late', true, 'late'],
  ] as const)(
    '[ATT46] who came %s and comes back is there as before, by the list or through the door',
    (_, late, mark) => {
      const rows = [{ ...left, late }];
      const fact = { type: 'delegateCameBack', ...counted(anGiang, 'db-1', 'left'), mark } as const;
      const back = given(gone).when({ type: 'markDelegateBack', ...who }, { rows });
      expect(marksIn(back.emits(fact))).toMatchObject({ left: 0, [mark]: 1 });
      const door = given(gone).when(checkIn(anGiang, db1, { way: 'badge' }), { rows });
      door.emits(fact);
      door.writes({ kind: 'put', row: { ...left, late, mark, way: 'badge' } });
    },
  );

  test('[ATT47] who comes back on the line is counted there', () => {
    const back = given(gone).when(checkIn(anGiang, db1, { online: true }), { rows: [left] });
    expect(marksIn(back.happens())).toMatchObject({ left: 0, present: 0, online: 1 });
  });

  test('[ATT121] a scan that is sent late, from before the leaving, brings nobody back', () => {
    const wentAt = NOW + 50;
    const rows = [{ ...left, markedAt: wentAt }];
    const scan = (seenAt: number) =>
      given(gone).when(checkIn(anGiang, db1, { way: 'badge', seenAt }), { rows, at: NOW + 100 });
    scan(wentAt - 1).refuses('already-present', { since: wentAt - 1, way: 'badge' });
    scan(wentAt + 1).happens();
  });

  test('[ATT48] only who is there can leave, only who left can come back', () => {
    const refused = (type: 'markDelegateLeft' | 'markDelegateBack', is: DelegateRow) =>
      given(LISTED)
        .when({ type, ...who }, { rows: [is] })
        .refuses('not-there');
    for (const is of [row, left, excused]) refused('markDelegateLeft', is);
    for (const is of [row, present, excused]) refused('markDelegateBack', is);
  });
});
