import { describe, expect, test } from 'vitest';
import { type ConferenceEvent } from '../../shared/domain/event.ts';
import { agendaTimes, groups, neighbours, planProblems } from '../../shared/views/agenda-clock.ts';
import {
  announcedMinutes,
  clock,
  deadlineItem,
  delayed,
  expectedMinutes,
  finished,
  fromTo,
  gapMinutes,
  group,
  hard,
  lateMinutes,
  note,
  plannedMinutes,
  programme,
  restored,
  row,
  skipped,
  soft,
  softUntil,
  started,
  timeAdded,
} from '../support/agenda-builders.ts';
import { LIVE, MINUTE } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

type History = readonly (ConferenceEvent | readonly ConferenceEvent[])[];
const day = (...history: History) => given(LIVE, ...history).state.agenda;

describe('the plan', () => {
  test('[AGD38] a hard item starts at its own clock time, a soft one follows the item before', () => {
    const agenda = day(programme(hard(0, 30), soft(20), hard(60, 10), soft(5)));
    expect(plannedMinutes(agenda)).toEqual([
      [0, 30],
      [30, 50],
      [60, 70],
      [70, 75],
    ]);
  });

  test('[AGD39] a soft item that nothing precedes starts at the time that was written', () => {
    const agenda = day(programme({ ...soft(10), start: clock(5) }, soft(5)));
    expect(plannedMinutes(agenda)).toEqual([
      [5, 15],
      [15, 20],
    ]);
    expect(expectedMinutes(agenda, -60)[0]).toEqual([5, 15]);
  });

  test('[AGD40] with its duration locked an item is moved whole', () => {
    const moved = day(programme(hard(0, 40), soft(20)));
    expect(plannedMinutes(moved)[1]).toEqual([40, 60]);
  });

  test('[AGD41] with its end locked the end survives when the start moves, and the duration gives', () => {
    expect(plannedMinutes(day(programme(hard(0, 30), softUntil(60))))[1]).toEqual([30, 60]);
    expect(plannedMinutes(day(programme(hard(0, 40), softUntil(60))))[1]).toEqual([40, 60]);
  });

  test('[AGD42] two of start, duration and end define an item', () => {
    expect(plannedMinutes(day(programme(hard(5, 20))))).toEqual([[5, 25]]);
    expect(plannedMinutes(day(programme(fromTo(5, 25))))).toEqual([[5, 25]]);
    expect(plannedMinutes(day(programme(hard(0, 5), softUntil(25))))[1]).toEqual([5, 25]);
  });

  test('[AGD43] a gap is planned start − planned end of the item before', () => {
    expect(gapMinutes(day(programme(hard(0, 30), hard(45, 10), soft(5))))).toEqual([null, 15, 0]);
  });

  test('[AGD44] a negative gap is an overlap, and shown as a problem', () => {
    const agenda = day(programme(hard(0, 30), hard(20, 10)));
    expect(gapMinutes(agenda)).toEqual([null, -10]);
    expect(planProblems(agenda, clock(-60))).toEqual([{ kind: 'overlap', itemId: row(1), byMs: 10 * MINUTE }]);
    expect(planProblems(day(programme(hard(0, 30), hard(30, 10))), clock(-60))).toEqual([]);
  });

  test('[AGD45] a soft item whose end lies before what precedes it is shown as a problem, and lasts no time', () => {
    const agenda = day(programme(hard(0, 30), softUntil(20), soft(10)));
    expect(plannedMinutes(agenda)).toEqual([
      [0, 30],
      [30, 30],
      [30, 40],
    ]);
    expect(planProblems(agenda, clock(-60))).toEqual([{ kind: 'endBeforeStart', itemId: row(1) }]);
  });

  test('[AGD46] notes and group headings never move a time', () => {
    const bare = day(programme(hard(0, 30), soft(20), hard(60, 10)), delayed(5));
    const dressed = day(programme(group(60), hard(0, 30), note, soft(20), group(null), note, hard(60, 10)), delayed(5));
    expect(plannedMinutes(dressed)).toEqual(plannedMinutes(bare));
    expect(announcedMinutes(dressed)).toEqual(announcedMinutes(bare));
    expect(expectedMinutes(dressed, 7)).toEqual(expectedMinutes(bare, 7));
    expect(gapMinutes(dressed)).toEqual(gapMinutes(bare));
  });

  test('[AGD47] a group sums what stands under it down to the next, and what is over its target is a problem', () => {
    const agenda = day(programme(hard(0, 5), group(45), hard(10, 30), note, soft(20), group(null), soft(90)));
    expect(groups(agenda).map(({ plannedMs }) => plannedMs / MINUTE)).toEqual([50, 90]);
    expect(planProblems(agenda, clock(-60))).toEqual([{ kind: 'groupOverTarget', itemId: row(1), byMs: 5 * MINUTE }]);
  });

  test('[AGD48] an item of zero length never pushes a day', () => {
    const without = day(programme(hard(0, 30), soft(20), hard(60, 10)), started(0, 10));
    const within = day(programme(hard(0, 30), soft(0), soft(20), hard(55, 0), hard(60, 10)), started(0, 10));
    const others = (times: readonly unknown[]) => [times[0], times[2], times[4]];
    for (const now of [10, 35, 50, 90]) {
      expect(others(expectedMinutes(within, now))).toEqual(expectedMinutes(without, now));
      expect(lateMinutes(within, now)).toEqual(lateMinutes(without, now));
    }
  });
});

describe('a deadline item', () => {
  test('[AGD49] ends at its planned clock time whatever its start', () => {
    const agenda = (begun: number) => day(programme(hard(0, 210), deadlineItem(210, 330), soft(60)), started(0, begun));
    expect(expectedMinutes(agenda(0), 1).slice(1)).toEqual([
      [210, 330],
      [330, 390],
    ]);
    expect(expectedMinutes(agenda(25), 26).slice(1)).toEqual([
      [235, 330],
      [330, 390],
    ]);
  });

  test('[AGD50] begun late it still ends on time, and the day is on time again', () => {
    const agenda = day(programme(hard(0, 210), deadlineItem(210, 330), soft(60)), started(0, 25), finished(0, 235));
    expect(lateMinutes(agenda, 235)).toEqual([25, 0]);
    const lunch = [...programme(hard(0, 210), deadlineItem(210, 330), soft(60)), started(0, 25), finished(0, 235)];
    const eating = day(lunch, started(1, 235));
    expect(expectedMinutes(eating, 240)[1]).toEqual([235, 330]);
    expect(lateMinutes(eating, 240)).toEqual([0, -25]);
    expect(expectedMinutes(eating, 335)).toEqual([
      [25, 235],
      [235, 335],
      [335, 395],
    ]);
  });

  test('[AGD51] a deadline that will have passed when its item begins is shown as a problem', () => {
    const agenda = day(programme(hard(0, 60), deadlineItem(60, 90), soft(10)), started(0, 0));
    expect(planProblems(agenda, clock(89))).toEqual([]);
    expect(planProblems(agenda, clock(95))).toEqual([{ kind: 'deadlineLost', itemId: row(1), byMs: 5 * MINUTE }]);
    const delayedBeyond = day(programme(hard(0, 60), deadlineItem(60, 90)), delayed(40));
    expect(planProblems(delayedBeyond, clock(-60))).toEqual([
      { kind: 'deadlineLost', itemId: row(1), byMs: 10 * MINUTE },
    ]);
  });

  test('[AGD52] only time given by hand moves its end', () => {
    const agenda = day(programme(hard(0, 30), deadlineItem(30, 60), soft(10)), timeAdded(1, 15));
    expect(expectedMinutes(agenda, -1).slice(1)).toEqual([
      [30, 75],
      [75, 85],
    ]);
  });
});

describe('what was skipped', () => {
  const FOUR = programme(hard(0, 30), soft(20), soft(10), hard(60, 10));

  test('[AGD53] leaves the chain, and what follows closes up; taken up again it is back', () => {
    expect(plannedMinutes(day(FOUR, skipped(1)))[2]).toEqual([30, 40]);
    expect(expectedMinutes(day(FOUR, skipped(1)), -1)[2]).toEqual([30, 40]);
    expect(plannedMinutes(day(FOUR, skipped(1), restored(1)))[2]).toEqual([50, 60]);
  });

  test('[AGD54] stays visible, at its own time', () => {
    const agenda = day(FOUR, skipped(1));
    expect(agenda.items.map(({ itemId }) => itemId)).toEqual([row(0), row(1), row(2), row(3)]);
    expect(agendaTimes(agenda, clock(0)).map(({ item }) => item.itemId)).toContain(row(1));
    expect(plannedMinutes(agenda)[1]).toEqual([30, 50]);
  });

  test('[AGD55] leaves totals, problems, and what comes before and next', () => {
    const grouped = [...programme(group(30), hard(0, 30), soft(20), hard(20, 10)), started(1, 0), finished(1, 30)];
    expect(groups(day(grouped, skipped(2)))[0]?.plannedMs).toBe(40 * MINUTE);
    expect(neighbours(day(grouped, skipped(2))).next?.itemId).toBe(row(3));
    expect(neighbours(day(grouped, skipped(2))).previous?.itemId).toBe(row(1));
    expect(neighbours(day(grouped)).next?.itemId).toBe(row(2));
    const overlapping = programme(hard(0, 30), hard(10, 10), hard(30, 5));
    expect(planProblems(day(overlapping), clock(-60))).toHaveLength(1);
    expect(planProblems(day(overlapping, skipped(1)), clock(-60))).toEqual([]);
  });

  test('[AGD56] notes and groups are never next', () => {
    expect(neighbours(day(programme(note, group(null), hard(0, 10), note, soft(5)), started(2, 0))).next?.itemId).toBe(
      row(4),
    );
  });
});
