import { expect, test } from 'vitest';
import { tileLine } from '../../client/screens/board/board-words.ts';
import { neighbour } from '../../client/screens/board/neighbour.ts';
import { branchBridgeLine, bridgeCounts, bridgeLines } from '../../client/screens/console/bridge-lines.ts';
import { actsFor, markCommand } from '../../client/screens/console/sheet/delegate-acts.ts';
import { mapFrom } from '../../shared/base/persistent-map.ts';
import { type BridgeAttendance, nothingSaid } from '../../shared/domain/attendance/attendance.ts';
import { type DelegateRow, NO_ROLLS } from '../../shared/domain/attendance/delegate.ts';
import { noFigure } from '../../shared/domain/attendance/figure.ts';
import { MARKS, type Mark } from '../../shared/domain/attendance/mark.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { BoardTile } from '../../shared/views/attendance-board.ts';
import { UNITS } from '../../shared/views/tile-map.ts';
import {
  anGiang,
  central,
  chauDoc,
  delegateId,
  LIVE,
  lost,
  NOW,
  personId,
  quangBinh,
  secretariat,
  stateAfter,
} from '../support/builders.ts';

const report = (expected: number, onSite: number): Partial<BridgeAttendance> => ({
  report: {
    revision: 1,
    at: NOW,
    categories: [{ category: 'Đại biểu', ...noFigure, expected, onSite }],
    signedBy: null,
    note: null,
  },
});
const told = (state: ConferenceState, by: Readonly<Record<string, Partial<BridgeAttendance>>>): ConferenceState => ({
  ...state,
  attendance: {
    ...state.attendance,
    byBridge: mapFrom(Object.entries(by).map(([id, one]) => [id, { ...nothingSaid, ...one }])),
  },
});
const below = (count: number): Partial<BridgeAttendance> => ({
  below: { reported: count, byCategory: count === 0 ? {} : { 'Đại biểu': { ...noFigure, expected: 9, onSite: 9 } } },
});
const attention = (state: ConferenceState) =>
  bridgeLines(state).map((line) => `${line.bridge.bridgeId} ${line.attention}`);

test('[BRD15] the console lists the first tier alone, and what needs a person first', () => {
  const silent = told(stateAfter(LIVE), {});
  expect(attention(silent)).toEqual([`${central} onAir`, `${anGiang} unreported`, `${quangBinh} unreported`]);
  const partly = told(stateAfter(LIVE, lost(quangBinh)), { [anGiang]: report(60, 58) });
  expect(attention(partly)).toEqual([`${quangBinh} lost`, `${central} onAir`, `${anGiang} unreported`]);
  const whole = told(stateAfter(LIVE), { [anGiang]: { ...report(60, 58), ...below(1) }, [quangBinh]: report(5, 6) });
  expect(attention(whole)).toEqual([`${central} onAir`, `${quangBinh} figures`, `${anGiang} calm`]);
  expect(bridgeCounts(whole)).toEqual({ online: 4, all: 4 });
});

test('[BRD16] a bridge that is excused is not waited for', () => {
  const state = told(stateAfter(LIVE), { [quangBinh]: { excuse: 'Bão số 5' }, [anGiang]: report(1, 1) });
  expect(attention(state)).toEqual([`${central} onAir`, `${anGiang} unreported`, `${quangBinh} calm`]);
});

test('[BRD14] a sub-bridge has the counters that were asked for, and none of its own making', () => {
  const figure = { ...noFigure, expected: 30, onSite: 28 };
  const line = { bridgeId: chauDoc, bridges: 1, reported: 1, figure, ownReported: true, own: figure };
  const read = branchBridgeLine(stateAfter(LIVE), { ...line, listPresent: null, revision: 0, excuse: null });
  expect(read).toMatchObject({ attention: 'calm', standing: { figure, state: 'all' } });
});

const row = (mark: Mark): DelegateRow => ({
  delegateId: delegateId('D-1'),
  personId: personId('p-1'),
  fullName: 'Nguyễn Văn An',
  positions: [],
  category: 'Đại biểu',
  homeUnit: 'An Giang',
  delegation: 'An Giang',
  role: null,
  seat: null,
  number: null,
  bridgeId: anGiang,
  countedAs: null,
  mark,
  late: false,
  markedAt: mark === 'unmarked' ? null : NOW,
  markedBy: null,
  way: null,
  absenceReason: null,
  substituteFor: null,
});

test('[BRD17] each press that is offered for a mark is accepted, and none is a toggle', () => {
  const moment = { now: NOW, newId: () => 'D-2', position: 0, actor: secretariat };
  for (const mark of MARKS) {
    for (const act of actsFor(mark).presses) {
      const decided = decide(stateAfter(LIVE), markCommand(act, row(mark)), moment, {
        ...NO_ROLLS,
        row: () => row(mark),
      });
      expect([mark, act, decided.ok]).toEqual([mark, act, true]);
    }
  }
  expect(actsFor('present').presses).not.toContain('present');
  expect(actsFor('left').presses).toContain('back');
  expect(actsFor('substituted').forms).toEqual([]);
});

test('[BRD18] the space bar checks in and never takes back: of somebody who is there it is refused', () => {
  const moment = { now: NOW, newId: () => 'D-2', position: 0, actor: secretariat };
  const pressed = (mark: Mark) =>
    decide(stateAfter(LIVE), markCommand('present', row(mark)), moment, { ...NO_ROLLS, row: () => row(mark) });
  expect(pressed('unmarked').ok).toBe(true);
  expect(pressed('present')).toMatchObject({ ok: false, error: { code: 'already-present' } });
});

const tile = (rest: Partial<BoardTile>): BoardTile => ({
  key: 'An Giang',
  unit: UNITS[0] ?? null,
  members: [],
  figure: { ...noFigure, expected: 64, onSite: 61 },
  bridges: 1,
  reported: 1,
  state: 'all',
  ...rest,
});

test('[BRD19] a tile says in a figure and a word how it stands, and no more than it has room for', () => {
  expect(tileLine(tile({}))).toEqual({ figure: '61/64', word: '' });
  expect(tileLine(tile({ state: 'silent' }))).toEqual({ figure: '', word: 'chưa báo cáo' });
  expect(tileLine(tile({ state: 'part', bridges: 78, reported: 76 }))).toEqual({ figure: '61/64', word: 'còn 2' });
  const many = { figure: { ...noFigure, expected: 56_120, onSite: 55_812 } };
  expect(tileLine(tile(many))).toEqual({ figure: '55.812', word: '' });
  expect(tileLine(tile({ ...many, state: 'more' }))).toEqual({ figure: '55.812', word: 'vượt' });
});

test('[BRD20] the arrows go to whatever lies that way on the map, and stay where nothing does', () => {
  const places = UNITS.map(({ name, row: at, column }) => ({ key: name, row: at, column }));
  const go = (from: string, ...keys: readonly string[]) =>
    keys.reduce<string | null>((at, key) => (at === null ? null : neighbour(places, at, key)), from);
  expect(go('Huế', 'ArrowDown')).toBe('Đà Nẵng');
  expect(go('Hà Tĩnh', 'ArrowDown', 'ArrowRight')).toBe('Huế');
  expect(go('Khánh Hòa', 'ArrowLeft', 'ArrowLeft', 'ArrowDown')).toBe('TP. Hồ Chí Minh');
  expect(go('Lai Châu', 'ArrowUp')).toBe(null);
  expect(go('Lai Châu', 'Tab')).toBe(null);
});

test('[BRD20] with the arrows alone every unit is reached from every other', () => {
  const places = UNITS.map(({ name, row: at, column }) => ({ key: name, row: at, column }));
  const reached = new Set(['Cà Mau']);
  for (const at of reached) {
    for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']) {
      const to = neighbour(places, at, key);
      if (to !== null) reached.add(to);
    }
  }
  expect(reached.size).toBe(34);
});
