import { expect, test } from 'vitest';
import { mapFrom } from '../../shared/base/persistent-map.ts';
import {
  type ArrivalPoint,
  type BridgeAttendance,
  noAttendance,
  nothingSaid,
} from '../../shared/domain/attendance/attendance.ts';
import { type CategoryCount, type Figure, noFigure, type Tally } from '../../shared/domain/attendance/figure.ts';
import { noMarks } from '../../shared/domain/attendance/mark.ts';
import type { Bridge } from '../../shared/domain/bridges/bridge.ts';
import { PARTY_COMMITTEES } from '../../shared/lists/party-committees.ts';
import { PROVINCES_34 } from '../../shared/lists/provinces-34.ts';
import { PROVINCES_63 } from '../../shared/lists/provinces-63.ts';
import type { BranchLine } from '../../shared/protocol/attendance.ts';
import { arrivalCurve } from '../../shared/views/arrival-curve.ts';
import {
  attendanceBoard,
  boardTotals,
  type Counted,
  standingOf,
  standingOfLine,
} from '../../shared/views/attendance-board.ts';
import { attendanceExceptions } from '../../shared/views/attendance-exceptions.ts';
import { bridgeOrder, bridgesBelow, bridgesInBranch, bridgesNamed } from '../../shared/views/bridge-order.ts';
import { ISLANDS, MAP_COLUMNS, MAP_ROWS, UNITS, unitOf } from '../../shared/views/tile-map.ts';
import { bridgeId, CENTRAL_FACTS, NOW } from '../support/builders.ts';

const bridge = (id: string, shortName: string, rest: Partial<Bridge> = {}): Bridge => ({
  ...CENTRAL_FACTS,
  losses: 0,
  bridgeId: bridgeId(id),
  name: `Điểm cầu ${shortName}`,
  shortName,
  tier: 1,
  order: 0,
  link: { status: 'online', since: 0 },
  ...rest,
});

const CENTRAL = bridge('tw', 'Trung ương', { tier: 0 });

const stateOf = (
  bridges: readonly Bridge[],
  told: Readonly<Record<string, Partial<BridgeAttendance>>> = {},
): Counted => ({
  bridges: { byId: mapFrom(bridges.map((one) => [one.bridgeId, one])), centralId: CENTRAL.bridgeId },
  attendance: {
    ...noAttendance,
    byBridge: mapFrom(Object.entries(told).map(([id, one]) => [id, { ...nothingSaid, ...one }])),
  },
});

const figure = (expected: number, onSite: number, rest: Partial<Figure> = {}): Figure => ({
  ...noFigure,
  expected,
  onSite,
  ...rest,
});
const row = (expected: number, onSite: number): CategoryCount => ({
  category: 'Đại biểu',
  ...figure(expected, onSite),
});
const reported = (expected: number, onSite: number): Partial<BridgeAttendance> => ({
  report: { revision: 1, at: NOW, categories: [row(expected, onSite)], signedBy: null, note: null },
});
const below = (count: number, one: Figure): Partial<BridgeAttendance> => ({
  below: { reported: count, byCategory: { 'Đại biểu': one } } satisfies Tally,
});
const named = (marks: Partial<typeof noMarks>): Partial<BridgeAttendance> => ({
  named: { 'Đại biểu': { ...noMarks, ...marks } },
});

const tileOf = (state: Counted, name: string) => attendanceBoard(state).tiles.find(({ unit }) => unit?.name === name);

test('[BRD1] the map has each of the 34 units once, each in a place of its own, and the islands of their provinces', () => {
  expect(UNITS.map(({ name }) => name).toSorted()).toEqual(PROVINCES_34.map(({ shortName }) => shortName).toSorted());
  const places = [...UNITS, ...ISLANDS].map(({ row: at, column }) => `${at} ${column}`);
  expect(new Set(places).size).toBe(36);
  expect(UNITS.every(({ row: at, column }) => at < MAP_ROWS && column < MAP_COLUMNS)).toBe(true);
  expect(UNITS.filter(({ short }) => short.length > 10)).toEqual([]);
  expect(ISLANDS.map(({ of }) => UNITS.some(({ name }) => name === of))).toEqual([true, true]);
});

test('[BRD2] every province until 2025 is counted to the unit that it became a part of', () => {
  const region = new Map(PROVINCES_34.map(({ shortName, region: of }) => [shortName, of]));
  for (const old of PROVINCES_63)
    expect([old.shortName, region.get(unitOf(old)?.name ?? '')]).toEqual([old.shortName, old.region]);
  expect(unitOf({ name: 'Điểm cầu tỉnh Bắc Giang', shortName: 'Bắc Giang' })?.name).toBe('Bắc Ninh');
  expect(unitOf({ name: 'Điểm cầu tỉnh Kon Tum', shortName: 'Kon Tum' })?.name).toBe('Quảng Ngãi');
  expect(new Set(PROVINCES_63.map((old) => unitOf(old)?.name)).size).toBe(34);
});

test('[BRD3] a bridge finds its unit by its name, however the name is written; a central organisation has none', () => {
  const of = (name: string, shortName = name) => unitOf({ name, shortName })?.name ?? null;
  expect(PROVINCES_34.map((one) => unitOf(one)?.name)).toEqual(PROVINCES_34.map(({ shortName }) => shortName));
  expect(PARTY_COMMITTEES.filter((one) => unitOf(one) === null)).toHaveLength(6);
  expect(of('Ban Tổ chức Tỉnh ủy An Giang', 'BTC An Giang')).toBe('An Giang');
  expect(of('Thành ủy Thành phố Hồ Chí Minh', 'Thành ủy TP.HCM')).toBe('TP. Hồ Chí Minh');
  expect(of('UBND tỉnh Thừa Thiên - Huế')).toBe('Huế');
  expect(of('Điểm cầu tỉnh Hoà Bình'.normalize('NFD'), 'x')).toBe('Phú Thọ');
  expect(of('Bộ Nội vụ')).toBe(null);
  expect(of('Báo Quảng Ninh điện tử')).toBe(null);
});

test('[BRD4] a tile sums the old provinces that it holds, each with all that is below it', () => {
  const state = stateOf(
    [
      CENTRAL,
      bridge('bn', 'Bắc Ninh'),
      bridge('bg', 'Bắc Giang'),
      bridge('x', 'Xã', { tier: 2, parentId: bridgeId('bg') }),
    ],
    {
      bn: reported(60, 58),
      bg: { ...reported(50, 50), ...below(1, figure(10, 9)) },
    },
  );
  expect(tileOf(state, 'Bắc Ninh')).toMatchObject({ figure: figure(120, 117), bridges: 3, reported: 3, state: 'all' });
  expect(attendanceBoard(state).central.map(({ key }) => key)).toEqual(['tw']);
});

test('[BRD5] a tile says that nobody, a part, or everybody has reported; an empty one is none', () => {
  const bridges = [bridge('an', 'An Giang'), bridge('x', 'Xã', { tier: 2, parentId: bridgeId('an') })];
  const of = (told: Readonly<Record<string, Partial<BridgeAttendance>>>) =>
    tileOf(stateOf(bridges, told), 'An Giang')?.state;
  expect(of({})).toBe('silent');
  expect(of({ an: named({ unmarked: 60 }) })).toBe('silent');
  expect(of({ an: reported(60, 0) })).toBe('part');
  expect(of({ an: below(1, figure(9, 9)) })).toBe('part');
  expect(of({ an: { ...reported(60, 0), ...below(1, figure(9, 9)) } })).toBe('all');
  expect(of({ an: { excuse: 'Bão số 5' } })).toBe('excused');
  expect(tileOf(stateOf(bridges), 'Cà Mau')?.state).toBe('none');
});

test('[BRD6] more than were summoned, or list and report that disagree, are said before who is missing', () => {
  const bridges = [bridge('an', 'An Giang'), bridge('x', 'Xã', { tier: 2, parentId: bridgeId('an') })];
  const of = (one: Partial<BridgeAttendance>) => tileOf(stateOf(bridges, { an: one }), 'An Giang')?.state;
  expect(of(reported(60, 61))).toBe('more');
  expect(of({ ...reported(60, 61), ...below(1, figure(10, 1)) })).toBe('more');
  expect(of({ ...reported(60, 60), ...named({ present: 58, absentExcused: 2 }) })).toBe('disagree');
  expect(of({ ...reported(60, 58), ...named({ present: 59, unmarked: 1 }) })).toBe('disagree');
  // The list is not done yet, and may still come to the number of the report.
  expect(of({ ...reported(60, 60), ...named({ present: 59, unmarked: 1 }) })).toBe('part');
  expect(of({ ...reported(60, 60), ...named({ present: 50, left: 10 }) })).toBe('part');
  expect(of({ ...reported(60, 60), ...named({ unmarked: 60 }) })).toBe('part');
  expect(of({ ...reported(60, 60), ...named({ absentExcused: 60 }) })).toBe('part');
});

test('[BRD7] the exceptions stand by kind, what is wrong before what is missing, and within a kind in protocol order', () => {
  const bridges = [
    CENTRAL,
    bridge('lost', 'Cà Mau', { order: 1, link: { status: 'lost', since: NOW } }),
    bridge('more', 'Huế', { order: 2 }),
    bridge('silent', 'An Giang', { order: 3 }),
    bridge('gap', 'Lai Châu', { order: 4 }),
    bridge('out', 'Sơn La', { order: 5 }),
    bridge('commune', 'Xã', { order: 6, tier: 2, parentId: bridgeId('gap') }),
  ];
  const found = attendanceExceptions(
    stateOf(bridges, {
      tw: reported(10, 10),
      lost: reported(5, 5),
      more: reported(5, 7),
      gap: { ...reported(8, 8), ...named({ present: 6 }) },
      out: { excuse: 'Bão số 5' },
    }),
  );
  expect(found.map(({ kind, bridge: { bridgeId: id } }) => `${kind} ${id}`)).toEqual([
    'lost lost',
    'disagree gap',
    'more more',
    'silent silent',
    'silent gap',
    'excused out',
  ]);
  expect(found[1]).toMatchObject({ report: 8, list: 6 });
  expect(found[2]).toMatchObject({ present: 7, expected: 5 });
  expect(found[4]).toMatchObject({ missing: 1, bridges: 2 });
});

test('[BRD8] counters that a screen is not told of are not taken for silence', () => {
  const commune = bridge('x', 'Xã', { tier: 2, parentId: bridgeId('an') });
  const state = stateOf([bridge('an', 'An Giang'), commune]);
  expect(standingOf(state, commune)).toBe(null);
  expect(attendanceExceptions(state).map(({ bridge: { bridgeId: id } }) => id)).toEqual(['an']);
});

test('[BRD9] totals keep what is not reported apart from zero', () => {
  const state = stateOf([CENTRAL, bridge('an', 'An Giang')]);
  const totals: Tally = { reported: 1, byCategory: { 'Đại biểu': figure(10, 0) } };
  expect(boardTotals({ ...state, attendance: { ...state.attendance, totals } })).toEqual({
    figure: figure(10, 0),
    bridges: 2,
    reported: 1,
    silent: 1,
  });
});

test('[BRD10] the bridges are sorted once for each version of them, and a report makes no new one', () => {
  const { bridges } = stateOf([
    bridge('b', 'B', { order: 3 }),
    bridge('a', 'A', { order: 1 }),
    bridge('c', 'C', { order: 2, tier: 2, parentId: bridgeId('a') }),
    bridge('d', 'D', { order: 4, tier: 3, parentId: bridgeId('c') }),
    CENTRAL,
  ]);
  const order = bridgeOrder(bridges);
  expect(order.all.map(({ bridgeId: id }) => id)).toEqual(['tw', 'a', 'c', 'b', 'd']);
  expect(order.top.map(({ bridgeId: id }) => id)).toEqual(['tw', 'a', 'b']);
  expect(bridgeOrder({ ...bridges })).toBe(order);
  expect(bridgesBelow(bridges, bridgeId('a')).map(({ bridgeId: id }) => id)).toEqual(['c']);
  expect(['tw', 'a', 'c'].map((id) => bridgesInBranch(bridges, bridgeId(id)))).toEqual([1, 3, 2]);
});

test('[BRD11] a bridge is found by the beginnings of its words, without accents; nothing typed finds nothing', () => {
  const { bridges } = stateOf([bridge('an', 'An Giang', { order: 1 }), bridge('kg', 'Kiên Giang', { order: 2 })]);
  const ids = (typed: string) => bridgesNamed(bridges, typed).map(({ bridgeId: id }) => id);
  expect(ids('giang')).toEqual(['an', 'kg']);
  expect(ids('giang an')).toEqual(['an']);
  expect(ids('iang')).toEqual([]);
  expect(ids('diem cau kien')).toEqual(['kg']);
  expect(ids('dien')).toEqual([]);
  expect(ids('  ')).toEqual([]);
});

const BOX = { width: 600, height: 200 };
const MINUTE = 60_000;
const at = (minute: number, present: number): ArrivalPoint => ({ minute: NOW / MINUTE + minute, present });
const ends = (path: string) => path.split('H').at(-1);

test('[BRD12] arrivals rise in steps below the line of those who were summoned, and reach to this minute', () => {
  const points = [at(5, 10), at(20, 60), at(40, 90)];
  const curve = arrivalCurve({ points, expected: 100, now: NOW + 60 * MINUTE }, BOX);
  expect(curve?.path).toBe('M0 200H60V181.5H210V88.9H410V33.3H600');
  expect(curve?.expectedY).toBe(14.8);
  expect(ends(curve?.path ?? '')).toBe('600');
  expect(curve?.ticks.map(({ at: when }) => (when - NOW) / MINUTE)).toEqual([0, 60]);
  expect(arrivalCurve({ points: [], expected: 100, now: NOW }, BOX)).toBe(null);
});

test('[BRD13] two days of minutes are drawn with no more steps than the box has pixels, and end at the last number', () => {
  const points = Array.from({ length: 2_880 }, (_, minute) => at(minute, minute));
  const curve = arrivalCurve({ points, expected: 0, now: NOW + 2_880 * MINUTE }, BOX);
  expect(curve?.path.split('V').length).toBeLessThanOrEqual(602);
  expect(curve?.end).toMatchObject({ x: 600, present: 2_879 });
  expect(curve?.expectedY).toBe(null);
  expect(curve?.ticks.length).toBeLessThanOrEqual(8);
});

test('[BRD11] whoever is so called for short is found before those whose long name happens to fit', () => {
  const { bridges } = stateOf([bridge('x', 'Xã Mậu A', { order: 1 }), bridge('cm', 'Cà Mau', { order: 2 })]);
  expect(bridgesNamed(bridges, 'ca mau').map(({ bridgeId: id }) => id)).toEqual(['cm', 'x']);
});

test('[BRD14] a line that was asked for stands as the branch of the first tier would', () => {
  const line: BranchLine = {
    bridgeId: bridgeId('x'),
    bridges: 2,
    reported: 2,
    figure: figure(60, 58),
    ownReported: true,
    own: figure(30, 29),
    listPresent: null,
    revision: 0,
    excuse: null,
  };
  const of = (rest: Partial<BranchLine>) => standingOfLine({ ...line, ...rest }).state;
  expect(of({})).toBe('all');
  expect(of({ reported: 1 })).toBe('part');
  expect(of({ reported: 0, ownReported: false })).toBe('silent');
  expect(of({ reported: 0, ownReported: false, excuse: 'Mưa lũ' })).toBe('excused');
  expect(of({ own: figure(30, 31) })).toBe('more');
  expect(of({ listPresent: 28 })).toBe('disagree');
});
