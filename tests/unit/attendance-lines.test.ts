import { expect, test } from 'vitest';
import { attendanceSentence, pressLine, readinessSentence } from '../../client/parts/attendance-sentences.ts';
import { mapFrom } from '../../shared/base/persistent-map.ts';
import type { Figure, Tally } from '../../shared/domain/attendance/figure.ts';
import type { Readiness } from '../../shared/domain/attendance/readiness.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { attendanceFigures, readinessFigures } from '../../shared/views/attendance-lines.ts';
import { AN_GIANG_FACTS, bridgeId } from '../support/builders.ts';
import { TEXTS } from '../support/texts.ts';

const { vi, en } = { vi: TEXTS.vi.rollCall.lines, en: TEXTS.en.rollCall.lines };

const figure = (rest: Partial<Figure>): Figure => ({
  expected: 0,
  onSite: 0,
  online: 0,
  absentExcused: 0,
  absentUnexcused: 0,
  ...rest,
});

/** As many bridges as are named, of which some have reported these figures. */
function conference(bridges: number, totals: Tally): ConferenceState {
  const ids = Array.from({ length: bridges }, (_, index) => bridgeId(`b-${index}`));
  const byId = mapFrom(
    ids.map(
      (id) => [id, { ...AN_GIANG_FACTS, bridgeId: id, link: { status: 'untried' as const }, losses: 0 }] as const,
    ),
  );
  return {
    ...initialState,
    bridges: { centralId: null, byId },
    attendance: { ...initialState.attendance, totals },
  };
}

const figuresOf = (bridges: number, reported: number, one: Partial<Figure>, guests: Partial<Figure> = {}) => {
  const said = attendanceFigures(
    conference(bridges, { reported, byCategory: { 'Đại biểu': figure(one), 'Khách mời': figure(guests) } }),
  );
  if (said === null) throw new Error('nothing is said');
  return said;
};

test('[RCL10] "triệu tập N, có mặt M, vắng K (có lý do k)", in Vietnamese figures', () => {
  const all = { expected: 4_050, onSite: 4_000, online: 19, absentExcused: 25, absentUnexcused: 6 };
  expect(attendanceSentence(vi, figuresOf(65, 65, all))).toBe(
    'Triệu tập 4.050 đại biểu, có mặt 4.019, vắng 31 (có lý do 25).',
  );
  expect(attendanceSentence(en, figuresOf(65, 65, all))).toBe(
    '4,050 delegates summoned, 4,019 present, 31 absent (25 with a reason).',
  );
});

test('[RCL11] whom and which bridges nobody has spoken of is named; that nobody is absent is said only when all is known', () => {
  expect(attendanceSentence(vi, figuresOf(65, 63, { expected: 4_050, onSite: 4_000, absentExcused: 3 }))).toBe(
    'Triệu tập 4.050 đại biểu, có mặt 4.000, vắng 3 (có lý do 3), chưa điểm danh 47; 2 điểm cầu chưa báo cáo.',
  );
  expect(attendanceSentence(vi, figuresOf(3, 3, { expected: 40, onSite: 40 }))).toBe(
    'Triệu tập 40 đại biểu, có mặt 40, không có đại biểu vắng mặt.',
  );
  expect(attendanceSentence(vi, figuresOf(3, 2, { expected: 40, onSite: 40 }))).toBe(
    'Triệu tập 40 đại biểu, có mặt 40; 1 điểm cầu chưa báo cáo.',
  );
});

test('[RCL11] guests beyond the expected do not stand in for delegates of whom nobody has spoken', () => {
  const surplus = figuresOf(2, 2, { expected: 40, onSite: 35 }, { expected: 5, onSite: 10 });
  expect(surplus.unspoken).toBe(5);
  expect(attendanceSentence(vi, surplus)).toBe('Triệu tập 45 đại biểu, có mặt 45, chưa điểm danh 5.');
});

test('[RCL11] while nobody has reported there is no sentence; without a summons the present stand alone', () => {
  expect(
    attendanceFigures(conference(3, { reported: 0, byCategory: { 'Đại biểu': figure({ expected: 9 }) } })),
  ).toBeNull();
  expect(attendanceSentence(vi, figuresOf(2, 2, { onSite: 12 }))).toBe('Có mặt 12 đại biểu.');
});

test('[RCL12] the press is told of the bridges that have reported, and that the others are not in it', () => {
  expect(pressLine(vi, figuresOf(2_126, 2_126, { onSite: 148_012 }))).toBe('2.126 điểm cầu, 148.012 đại biểu');
  expect(pressLine(vi, figuresOf(2_126, 2_121, { onSite: 148_012 }))).toBe(
    '2.121 điểm cầu, 148.012 đại biểu (chưa kể 5 điểm cầu chưa báo cáo)',
  );
});

const readiness = (rest: Partial<Readiness>): Readiness => ({
  tiers: [
    { tier: 1, name: 'điểm cầu của đảng bộ trực thuộc Trung ương', ready: 40, total: 40 },
    { tier: 2, name: 'điểm cầu cấp xã', ready: 2_081, total: 2_085 },
  ],
  exceptions: [],
  missing: 4,
  expected: 0,
  present: 0,
  absent: 0,
  ...rest,
});
const exceptions = (...reasons: readonly (string | null)[]): Readiness['exceptions'] =>
  reasons.map((reason, index) => ({ bridgeId: bridgeId(`x-${index}`), name: `Xã ${index}`, reason }));

test('[CRT10] the sentence of readiness is the one that is read out', () => {
  const sentence = (rest: Partial<Readiness>): string => readinessSentence(vi, readinessFigures(readiness(rest)));
  const tiers = '40/40 điểm cầu của đảng bộ trực thuộc Trung ương, 2.081/2.085 điểm cầu cấp xã';
  expect(sentence({ exceptions: exceptions('mất điện', 'bão', 'bão', 'sửa chữa') })).toBe(
    `${tiers}, 4 điểm cầu chưa kết nối (có lý do).`,
  );
  expect(sentence({ exceptions: exceptions('mất điện', null, null, 'bão') })).toBe(
    `${tiers}, 4 điểm cầu chưa kết nối (2 có lý do).`,
  );
  expect(sentence({ exceptions: exceptions(null, null, null, null) })).toBe(`${tiers}, 4 điểm cầu chưa kết nối.`);
  expect(sentence({ missing: 0 })).toBe(`${tiers}.`);
});

test('[CRT11] that there are reasons is not said when not all of the missing are known by name', () => {
  const few = readinessFigures(readiness({ missing: 400, exceptions: exceptions('bão', 'bão') }));
  expect(few.excused).toBeNull();
  expect(readinessSentence(vi, few)).toMatch(/, 400 điểm cầu chưa kết nối\.$/u);
});
