import { describe, expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { CHECK_POINTS, CHECK_SIDES, type CheckAnswers, NO_ANSWERS } from '../../shared/domain/lines/line.ts';
import { checkProgress, nextPoint, sampleNumber } from '../../shared/views/line-check.ts';
import {
  dueTests,
  filledTimetable,
  type GroupDraft,
  movedTo,
  overlapping,
  testable,
  unplaced,
} from '../../shared/views/line-timetable.ts';
import {
  anGiang,
  bridgeId,
  CENTRAL_FACTS,
  central,
  chauDoc,
  created,
  DRAFT,
  MINUTE,
  NOW,
  quangBinh,
  stateAfter,
} from '../support/builders.ts';
import { checked, checkStarted, scheduled } from '../support/line-builders.ts';

const answered = (yes: boolean | null): CheckAnswers => ({
  seesUs: { bridge: yes, centre: yes },
  hearsUs: { bridge: yes, centre: yes },
  isSeen: { bridge: yes, centre: yes },
  isHeard: { bridge: yes, centre: yes },
  rightName: { bridge: yes, centre: yes },
  rightPeople: { bridge: yes, centre: yes },
  backupLine: { bridge: yes, centre: yes },
  documentVisible: { bridge: yes, centre: yes },
});
const GOOD = answered(true);

describe('what the answers come to', () => {
  test('[CHK1] passed when both sides say yes to all eight; not before', () => {
    expect(checkProgress(NO_ANSWERS)).toMatchObject({ verdict: null, answered: { bridge: 0, centre: 0 } });
    expect(checkProgress(GOOD)).toEqual({
      answered: { bridge: 8, centre: 8 },
      disputed: [],
      denied: [],
      verdict: 'pass',
    });
    for (const point of CHECK_POINTS) {
      for (const side of CHECK_SIDES) {
        const open = { ...GOOD, [point]: { ...GOOD[point], [side]: null } };
        expect(checkProgress(open).verdict).toBeNull();
      }
    }
  });

  test('[CHK2] a hall that says it is well and is not heard fails at once, and the difference is named', () => {
    const silent = { ...NO_ANSWERS, isHeard: { bridge: true, centre: false } };
    expect(checkProgress(silent)).toMatchObject({ verdict: 'fail', disputed: ['isHeard'], denied: ['isHeard'] });
  });

  test('[CHK3] what is missing beside picture and sound is a remark', () => {
    const noBackup = { ...GOOD, backupLine: { bridge: false, centre: false } };
    expect(checkProgress(noBackup)).toMatchObject({
      verdict: 'passWithRemark',
      denied: ['backupLine'],
      disputed: [],
    });
  });

  test('[CHK4] each side is led to its first open point', () => {
    expect(nextPoint(NO_ANSWERS, 'bridge')).toBe('seesUs');
    const first = { ...NO_ANSWERS, seesUs: { bridge: true, centre: null } };
    expect(nextPoint(first, 'bridge')).toBe('hearsUs');
    expect(nextPoint(first, 'centre')).toBe('seesUs');
    expect(nextPoint(GOOD, 'centre')).toBeNull();
  });

  test('[CHK5] both sides know the same four digits of the sample page, and another test has others', () => {
    expect(sampleNumber(anGiang, NOW)).toMatch(/^\d{4}$/u);
    expect(sampleNumber(anGiang, NOW)).toBe(sampleNumber(anGiang, NOW));
    const numbers = Array.from({ length: 50 }, (_, n) => sampleNumber(anGiang, NOW + n * 1_000));
    expect(new Set(numbers).size).toBeGreaterThan(40);
    expect(sampleNumber(quangBinh, NOW)).not.toBe(sampleNumber(anGiang, NOW));
  });
});

const REGIONS = ['Miền núi', 'Đồng bằng', null];
const nine: ConferenceEvent = {
  type: 'bridgesAdded',
  at: NOW,
  bridges: [
    CENTRAL_FACTS,
    ...Array.from({ length: 9 }, (_, n) => ({
      ...CENTRAL_FACTS,
      bridgeId: bridgeId(`b-${n}`),
      tier: 1,
      order: n + 1,
      region: REGIONS[n % 3] ?? null,
    })),
  ],
};
const { bridges } = stateAfter([created, nine]);
const b = (n: number) => bridgeId(`b-${n}`);
const wish = {
  by: 'order',
  startsAt: NOW,
  size: 4,
  minutesEach: 5,
  pauseMinutes: 10,
  nameOf: (place: number, region: string | null) => `${place} ${region ?? '-'}`,
} as const;

describe('the timetable', () => {
  test('[CHK6] neither the centre nor who only watches is tested', () => {
    expect(testable(stateAfter(DRAFT).bridges).map((one) => one.bridgeId)).toEqual([anGiang, quangBinh]);
    expect([central, chauDoc]).not.toContain(testable(stateAfter(DRAFT).bridges)[0]?.bridgeId);
  });

  test('[CHK7] filled in protocol order, in groups of n that follow one another', () => {
    const groups = filledTimetable(bridges, wish);
    expect(groups.map(({ bridgeIds }) => bridgeIds)).toEqual([
      [b(0), b(1), b(2), b(3)],
      [b(4), b(5), b(6), b(7)],
      [b(8)],
    ]);
    expect(groups.map(({ startsAt }) => (startsAt - NOW) / MINUTE)).toEqual([0, 30, 60]);
    expect(overlapping(groups).size).toBe(0);
    expect(unplaced(bridges, groups)).toEqual([]);
  });

  test('[CHK8] filled region by region, each cut into groups of n', () => {
    const groups = filledTimetable(bridges, { ...wish, by: 'region', size: 2 });
    expect(groups.map(({ name, bridgeIds }) => [name, bridgeIds])).toEqual([
      ['1 Miền núi', [b(0), b(3)]],
      ['2 Miền núi', [b(6)]],
      ['3 Đồng bằng', [b(1), b(4)]],
      ['4 Đồng bằng', [b(7)]],
      ['5 -', [b(2), b(5)]],
      ['6 -', [b(8)]],
    ]);
  });

  test('[CHK9] a hall is moved from one group to another or out of all, and never stands in two', () => {
    const groups = filledTimetable(bridges, wish);
    const moved = movedTo(groups, b(0), 2);
    expect(moved.map(({ bridgeIds }) => bridgeIds.length)).toEqual([3, 4, 2]);
    expect(moved[2]?.bridgeIds).toEqual([b(8), b(0)]);
    const out = movedTo(groups, b(0), null);
    expect(unplaced(bridges, out).map((one) => one.bridgeId)).toEqual([b(0)]);
    expect(movedTo(groups, b(8), 2)).toEqual(groups);
  });

  test('[CHK10] a group that begins before another is over is pointed at', () => {
    const group = (startsAt: number, ...bridgeIds: GroupDraft['bridgeIds']): GroupDraft => ({
      name: 'n',
      startsAt,
      minutesEach: 5,
      bridgeIds,
    });
    const early = [group(NOW, b(0), b(1)), group(NOW + 9 * MINUTE, b(2)), group(NOW + 20 * MINUTE, b(3))];
    expect([...overlapping(early)]).toEqual([1]);
    expect([...overlapping([group(NOW, b(0)), group(NOW)])]).toEqual([]);
  });

  test('[CHK11] due are those who have not passed, in the order of their turns; one that is being tested is not', () => {
    const order = [DRAFT, scheduled({ startsAt: NOW, bridgeIds: [quangBinh, anGiang] })];
    const due = (...more: readonly ConferenceEvent[]) =>
      dueTests(stateAfter(...order, more).lines).map((one) => one.bridgeId);
    expect(due()).toEqual([quangBinh, anGiang]);
    expect(due(checked(quangBinh, 'pass'))).toEqual([anGiang]);
    expect(due(checked(quangBinh, 'fail'))).toEqual([quangBinh, anGiang]);
    expect(due(checkStarted(quangBinh))).toEqual([anGiang]);
  });
});
