import { describe, expect, test } from 'vitest';
import { attendanceOf, marksOf } from '../../shared/domain/attendance/attendance.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { sumOf } from '../../shared/domain/attendance/figure.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  anGiang,
  CATEGORY,
  checkedIn,
  checkIn,
  counted,
  DELEGATION,
  delegateId,
  delegateInput,
  delegateRow,
  LIVE,
  listed,
  moderator,
  NOW,
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
const substituted = delegateRow(anGiang, 'db-1', { mark: 'substituted', absenceReason: 'Ốm', ...said });
const LISTED: readonly ConferenceEvent[] = [...LIVE, listed(anGiang, 'db-1')];
const COME: readonly ConferenceEvent[] = [...LISTED, checkedIn(anGiang, 'db-1')];
const marksIn = ({ attendance }: ConferenceState) => marksOf(attendanceOf(attendance, anGiang));
const absent = (isExcused: boolean, reason: string | null): Command => ({
  type: 'markDelegateAbsent',
  ...who,
  excused: isExcused,
  reason,
});

describe('a substitute', () => {
  const seat: Command = {
    type: 'seatSubstitute',
    ...who,
    substitute: { fullName: 'Lê Thị Hoa', positions: ['Phó Chánh Văn phòng'], homeUnit: 'Văn phòng' },
  };
  const summoned = delegateRow(anGiang, 'db-1', { role: 'secretary', seat: 'B7', number: '12' });
  const second = delegateRow(anGiang, 'new-1', { substituteFor: db1, fullName: 'Lê Thị Hoa' });
  const handedOn = {
    type: 'delegateSubstituted',
    ...counted(anGiang, 'db-1'),
    substituteId: second.delegateId,
  } as const;
  const SEATED = [...LISTED, handedOn, listed(anGiang, 'new-1')];

  test('[ATT49] takes over category, delegation, role and seat, and the two are counted once', () => {
    const seating = given(LISTED).when(seat, { rows: [summoned] });
    const state = seating.emits(handedOn, listed(anGiang, 'new-1'));
    expect(marksIn(state)).toMatchObject({ unmarked: 1, substituted: 1 });
    expect(sumOf(state.attendance.totals)).toMatchObject({ expected: 1 });
    const { fullName, positions, homeUnit } = { ...delegateInput(), ...('substitute' in seat ? seat.substitute : {}) };
    const taken = { fullName, positions, homeUnit, role: 'secretary', seat: 'B7', substituteFor: db1 } as const;
    seating.writes(
      { kind: 'put', row: { ...summoned, mark: 'substituted', ...said } },
      { kind: 'put', row: { ...delegateRow(anGiang, 'new-1', taken), personId: expect.stringMatching('new-2') } },
    );
  });

  test('[ATT50] is refused for somebody who has come, also when gone again', () => {
    for (const is of [present, left]) {
      given(COME)
        .when(seat, { rows: [is] })
        .refuses('already-present', { since: at, way: 'list' });
    }
    const away = { type: 'delegateMarkedAbsent', ...counted(anGiang, 'db-1'), excused: true } as const;
    const was = { rows: [excused] };
    given(LISTED, away).when(seat, was).happens();
  });

  test('[ATT51] while there is one, the first delegate is neither marked nor cleared nor taken off the list', () => {
    const commands: readonly Command[] = [
      checkIn(anGiang, db1),
      absent(true, null),
      { type: 'clearDelegateMark', ...who },
      { type: 'removeDelegate', ...who },
      seat,
    ];
    for (const command of commands)
      given(SEATED)
        .when(command, { rows: [substituted] })
        .refuses('has-substitute');
  });

  test('[ATT52] taken off the list, gives the summons back', () => {
    const remove: Command = { type: 'removeDelegate', bridgeId: anGiang, delegateId: second.delegateId };
    const removing = given(SEATED).when(remove, { rows: [second, substituted] });
    const state = removing.emits(
      { type: 'delegateRemoved', ...counted(anGiang, 'new-1') },
      { type: 'delegateMarkCleared', ...counted(anGiang, 'db-1', 'substituted') },
    );
    expect(marksIn(state)).toMatchObject({ unmarked: 1, substituted: 0 });
    removing.writes(
      { kind: 'remove', delegateId: second.delegateId },
      { kind: 'put', row: { ...substituted, mark: 'unmarked', absenceReason: null } },
    );
  });
});

describe('late edits', () => {
  const other = { category: 'Khách mời', delegation: 'Cơ quan Trung ương' };
  const correct = (rest: Partial<DelegateRow>): Command => ({
    type: 'correctDelegate',
    ...who,
    delegate: delegateInput(rest),
  });

  test('[ATT53] a corrected category and delegation take the mark along', () => {
    const correcting = given(COME).when(correct(other), { rows: [present] });
    const { attendance } = correcting.emits({
      type: 'delegateCorrected',
      ...counted(anGiang, 'db-1', 'present'),
      toCategory: 'Khách mời',
      toDelegation: 'Cơ quan Trung ương',
    });
    expect(Object.keys(attendanceOf(attendance, anGiang).named)).toEqual(['Khách mời']);
    expect(attendance.totals.byCategory).toMatchObject({ 'Khách mời': { expected: 1, onSite: 1 } });
    correcting.writes({ kind: 'put', row: { ...present, ...other } });
    given(COME)
      .when(correct({}), { rows: [present] })
      .refuses('nothing-to-change');
  });

  test('[ATT54] a delegate of an older release is taken from where the counters hold the row', () => {
    const former = { ...present, category: 'Cấp ủy', countedAs: CATEGORY };
    const correcting = given(COME).when(correct({ category: 'Cấp ủy', seat: 'A1' }), { rows: [former] });
    const { attendance } = correcting.happens();
    expect(Object.keys(attendanceOf(attendance, anGiang).named)).toEqual(['Cấp ủy']);
    correcting.writes({ kind: 'put', row: { ...former, countedAs: null, seat: 'A1' } });
  });

  test('[ATT55] a new category is refused when there are as many as a table can show', () => {
    const many = Array.from({ length: 60 }, (_, index) => delegateInput({ category: `Loại ${index}` }));
    const list = (...delegates: typeof many): Command => ({ type: 'registerDelegates', bridgeId: anGiang, delegates });
    const state = given(LIVE)
      .when(list(...many))
      .happens();
    const at60 = Object.keys(state.attendance.totals.byCategory);
    expect(at60).toHaveLength(60);
    const full = given(LIVE, listedAs(at60));
    full.when(list(delegateInput({ category: 'Nữa' }))).refuses('too-many-categories', { max: 60 });
    full.when(correct({ category: 'Nữa' }), { rows: [row] }).refuses('too-many-categories', { max: 60 });
    full.when(list(delegateInput({ category: 'Loại 3' }))).happens();
  });
});

const listedAs = (categories: readonly string[]) => ({
  ...listed(anGiang),
  delegates: categories.map((category, index) => ({
    delegateId: delegateId(`db-${index}`),
    category,
    delegation: DELEGATION,
  })),
});
