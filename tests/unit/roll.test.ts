import { decodeQR } from 'qr/decode.js';
import { expect, test, vi } from 'vitest';
import { phoneText } from '../../client/parts/badge-text.ts';
import { pathOf, qrEncoder } from '../../client/parts/qr-path.ts';
import { sheetsOf } from '../../client/screens/badges/sheets-of.ts';
import { lineOfBranch, linesBelow, matching } from '../../client/screens/bridge/below-view.ts';
import { delegateOf, draftOfDelegate, gapIn, positionsRead } from '../../client/screens/bridge/delegate-draft.ts';
import {
  actsFor,
  afterMarking,
  FILTERS,
  filtered,
  markingOf,
  type RollAct,
  undoOf,
} from '../../client/screens/bridge/roll-view.ts';
import { letterheadOf, pagesOf } from '../../client/screens/roll-sheet/paper-pages.ts';
import { decideMark } from '../../shared/domain/attendance/decide-mark.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { MARKS, type Mark } from '../../shared/domain/attendance/mark.ts';
import { commandSchema } from '../../shared/domain/command.ts';
import {
  anGiang,
  chauDoc,
  delegateId,
  delegateRow,
  LIVE,
  NOW,
  operatorOf,
  PREPARING,
  SECOND,
  stateAfter,
} from '../support/builders.ts';

const rowOf = (mark: Mark, rest: Partial<DelegateRow> = {}): DelegateRow =>
  delegateRow(anGiang, `d-${mark}`, { mark, markedAt: mark === 'unmarked' ? null : NOW, ...rest });
const all = MARKS.map((mark) => rowOf(mark));

test('[ROL1] a filter keeps whom it says: not called, come (also those gone again), absent', () => {
  const marks = FILTERS.map((filter) => filtered(all, filter).map(({ mark }) => mark));
  expect(marks).toEqual([
    [...MARKS],
    ['unmarked'],
    ['present', 'late', 'online', 'left'],
    ['absentExcused', 'absentUnexcused'],
  ]);
});

/** What the domain makes of the row; null: it refuses. */
function afterwards(row: DelegateRow, act: RollAct, openedAt: number | null): DelegateRow | null {
  const command = markingOf(act, row, openedAt);
  if (command === null) throw new Error(`${act} is no mark`);
  const state = openedAt === null ? stateAfter(PREPARING) : stateAfter(LIVE);
  const moment = { now: NOW + 60 * SECOND, newId: () => 'x', position: 0, actor: operatorOf(anGiang) };
  const decided = decideMark(state, command, row, moment);
  if (!decided.ok) return null;
  const [change] = decided.value.delegates;
  return change?.kind === 'put' ? change.row : null;
}

const MARKING: readonly RollAct[] = ['present', 'late', 'online', 'left', 'back', 'clear'];

test('[ROL2] every press that a line offers is accepted, and leads where the line says until it is read again', () => {
  const presses = [null, NOW].flatMap((openedAt) =>
    all.flatMap((row) => {
      const { first, more } = actsFor(row.mark, openedAt !== null);
      return [...first, ...more].filter((act) => MARKING.includes(act)).map((act) => ({ row, act, openedAt }));
    }),
  );
  const led = presses.map(({ row, act, openedAt }) => {
    const command = markingOf(act, row, openedAt);
    const said = command === null ? null : afterMarking(row, command, openedAt).mark;
    return { act, from: row.mark, said, became: afterwards(row, act, openedAt)?.mark ?? null };
  });
  expect(led.filter(({ said, became }) => said !== became || became === null)).toEqual([]);
  expect(led.length).toBeGreaterThan(25);
});

test('[ROL2] no press is a toggle: the same one again is refused', () => {
  const twice = MARKING.map((act) => {
    const row = all.find(({ mark }) => actsFor(mark, true).first.concat(actsFor(mark, true).more).includes(act));
    const once = row === undefined ? null : afterwards(row, act, NOW);
    return [act, once?.mark, once === null ? null : afterwards(once, act, NOW)];
  });
  expect(twice).toEqual([
    ['present', 'present', null],
    ['late', 'late', null],
    ['online', 'online', null],
    ['left', 'left', null],
    ['back', 'present', null],
    ['clear', 'unmarked', null],
  ]);
});

test('[ROL2] after the opening whoever comes is late, and whoever sat there already is not', () => {
  expect(afterwards(rowOf('unmarked'), 'present', NOW)?.mark).toBe('present');
  expect(afterwards(rowOf('unmarked'), 'late', NOW)?.mark).toBe('late');
  expect(actsFor('unmarked', false).first).not.toContain('late');
});

test('[ROL3] the way back says what was so before, with its time, its way and its reason', () => {
  expect(undoOf(rowOf('unmarked'))?.type).toBe('clearDelegateMark');
  expect(undoOf(rowOf('late', { way: 'badge' }))).toMatchObject({ way: 'badge', seenAt: NOW, online: false });
  expect(undoOf(rowOf('online'))).toMatchObject({ type: 'checkInDelegate', online: true });
  expect(undoOf(rowOf('absentExcused', { absenceReason: 'ốm' }))).toMatchObject({ excused: true, reason: 'ốm' });
  expect([undoOf(rowOf('left')), undoOf(rowOf('substituted'))]).toEqual([null, null]);
  const undone = all.flatMap((row) => undoOf(row) ?? []);
  expect(undone.map((command) => commandSchema.safeParse(command).success)).toEqual(Array(6).fill(true));
});

test('[ROL4] titles that nobody touched keep their commas; typed ones are taken apart', () => {
  const before = delegateRow(anGiang, 'd-1', { positions: ['Bí thư, Chủ tịch Hội đồng nhân dân', 'Ủy viên'] });
  const draft = draftOfDelegate(before);
  expect(delegateOf({ ...draft, seat: ' B7 ' }, before)).toMatchObject({ positions: before.positions, seat: 'B7' });
  expect(positionsRead('Bí thư, Chủ tịch; Ủy viên')).toEqual(['Bí thư, Chủ tịch', 'Ủy viên']);
  expect(positionsRead('Bí thư, Ủy viên')).toEqual(['Bí thư', 'Ủy viên']);
});

test('[ROL4] without a delegation the unit counts, and a form without a person or a unit says what is missing', () => {
  const draft = draftOfDelegate(delegateRow(anGiang, 'd-1'));
  expect(delegateOf({ ...draft, homeUnit: ' Sở Y tế ', delegation: ' ' }, null)).toMatchObject({
    homeUnit: 'Sở Y tế',
    delegation: 'Sở Y tế',
  });
  expect(gapIn({ ...draft, fullName: ' ', positions: ';' })).toBe('missingPerson');
  expect(gapIn({ ...draft, homeUnit: '' })).toBe('missingUnit');
  expect(gapIn(draft)).toBe(null);
});

test('[ROL6] a bridge below that has said nothing is not at zero, and is found by what has to be asked', () => {
  const state = stateAfter(LIVE);
  const [line] = linesBelow(state.bridges, state, anGiang);
  expect(line).toMatchObject({ bridgeId: chauDoc, isReported: false, expected: 0, bridges: 1, reported: 0 });
  const figure = { expected: 9, onSite: 7, online: 1, absentExcused: 1, absentUnexcused: 0 };
  const reported = lineOfBranch(state.bridges, {
    bridgeId: chauDoc,
    bridges: 3,
    reported: 2,
    figure,
    ownReported: true,
    own: figure,
    listPresent: null,
    revision: 0,
    excuse: null,
  });
  expect(reported).toMatchObject({ isReported: true, present: 8, expected: 9, absent: 1, bridges: 3 });
  const lines = line === undefined ? [] : [line, reported];
  expect(matching(lines, '', true)).toEqual([line]);
  expect(matching(lines, 'chau doc', false)).toHaveLength(2);
  expect(matching(lines, 'ha noi', false)).toEqual([]);
  expect(matching([{ ...reported, isReported: false, excuse: 'mất điện' }], '', true)).toEqual([]);
});

test('[ROL7] a page ends where the next row would not fit, and who signs never stands alone', () => {
  const rows = Array(7).fill(10);
  expect(pagesOf(rows, { first: 35, other: 50, foot: 15 })).toEqual([[0, 1, 2], [3, 4, 5], [6]]);
  expect(pagesOf(rows, { first: 35, other: 60, foot: 15 })).toEqual([
    [0, 1, 2],
    [3, 4, 5, 6],
  ]);
  // A row taller than a page stands on one of its own, and none is lost.
  expect(pagesOf([10, 500, 10], { first: 35, other: 50, foot: 15 })).toEqual([[0], [1], [2]]);
  expect(pagesOf([], { first: 35, other: 50, foot: 15 })).toEqual([[]]);
});

test('[ROL7] the head of a Party office or of a State office, guessed by the organiser', () => {
  expect(['Ban Tổ chức Trung ương', 'TỈNH ỦY AN GIANG', 'Đảng ủy Công an'].map(letterheadOf)).toEqual(
    Array(3).fill('party'),
  );
  expect(['Bộ Nội vụ', 'Ủy ban nhân dân tỉnh Cà Mau', 'Sở Y tế'].map(letterheadOf)).toEqual(Array(3).fill('state'));
});

test('[KSK8] badges stand eight on a sheet, and none is left out', () => {
  const ids = Array.from({ length: 17 }, (_, index) => delegateId(`d-${index}`));
  expect(sheetsOf(ids).map(({ length }) => length)).toEqual([8, 8, 1]);
  expect(sheetsOf(ids).flat()).toEqual(ids);
});

test('[KSK8] a code is drawn stroke by stroke, and a camera reads from the drawing what was written', async () => {
  const rows = [
    [true, true, false],
    [false, false, true],
    [true, false, true],
  ];
  expect(pathOf(() => rows, 'x')).toEqual({ size: 3, path: 'M0 0h2v1h-2zM2 1h1v1h-1zM0 2h1v1h-1zM2 2h1v1h-1z' });
  await vi.waitUntil(() => qrEncoder().get() !== null);
  const { size, path } = pathOf(qrEncoder().get() ?? (() => []), phoneText('7K3M9P2QX4TV8W1Z'));
  expect(decodeQR(photographed(size, path))).toBe('DCP:7K3M9P2QX4TV8W1Z');
});

/** The drawing in dots, four a module: black strokes on white paper. */
function photographed(size: number, path: string) {
  const wide = size * 4;
  const data = new Uint8Array(wide * wide * 4).fill(255);
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/gu)) {
    for (let dot = 0; dot < Number(length) * 16; dot++) {
      const at = (Number(y) * 4 + (dot % 4)) * wide + Number(x) * 4 + Math.floor(dot / 4);
      data.fill(0, at * 4, at * 4 + 3);
    }
  }
  return { width: wide, height: wide, data };
}
