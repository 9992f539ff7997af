import { describe, expect, test } from 'vitest';
import type { Agenda, AgendaItem, Progress } from '../../shared/domain/agenda/agenda.ts';
import { expectedTimes, lateness } from '../../shared/views/agenda-clock.ts';
import { item, itemId, MINUTE, NOW } from '../support/builders.ts';

/** 0 is the instant at which the programme begins; everything in minutes. */
const clock = (minute: number): number => NOW + minute * MINUTE;

const waiting: Progress = { status: 'waiting' };
const skipped: Progress = { status: 'skipped' };
const live = (start: number): Progress => ({ status: 'live', startedAt: clock(start) });
const finished = (start: number, end: number): Progress => ({
  status: 'finished',
  startedAt: clock(start),
  finishedAt: clock(end),
});

/** Items as [planned start, planned length, how far it is]. */
const programme = (...rows: readonly (readonly [start: number, length: number, progress: Progress])[]): Agenda => ({
  items: rows.map(
    ([start, length, progress], index): AgendaItem => ({
      ...item(itemId(`i${index}`), { plannedStart: clock(start), durationMs: length * MINUTE }),
      progress,
    }),
  ),
});

const minutesOf = (agenda: Agenda, now: number) =>
  expectedTimes(agenda, clock(now)).map(({ start, end }) => [(start - NOW) / MINUTE, (end - NOW) / MINUTE]);
const minutesLate = (agenda: Agenda, now: number) => {
  const late = lateness(agenda, clock(now));
  return late === null ? null : late / MINUTE;
};

describe('when each item really starts and ends', () => {
  test('[AGD20] before anything has begun, as planned', () => {
    expect(minutesOf(programme([0, 10, waiting], [10, 20, waiting]), -60)).toEqual([
      [0, 10],
      [10, 30],
    ]);
  });

  test('[AGD21] what has not begun by its time begins now at the earliest', () => {
    expect(minutesOf(programme([0, 10, waiting], [10, 20, waiting]), 5)).toEqual([
      [5, 15],
      [15, 35],
    ]);
  });

  test('[AGD22] what happened stands as it happened', () => {
    expect(minutesOf(programme([0, 10, finished(2, 9)], [10, 20, live(9)]), 12)).toEqual([
      [2, 9],
      [9, 29],
    ]);
  });

  test('[AGD23] an item that began late ends late by as much, and moves all that follow', () => {
    expect(minutesOf(programme([0, 10, live(5)], [10, 20, waiting], [30, 10, waiting]), 6)).toEqual([
      [5, 15],
      [15, 35],
      [35, 45],
    ]);
  });

  test('[AGD24] an item longer than planned moves the later times with every minute, at once', () => {
    const overrunning = programme([0, 10, live(0)], [10, 20, waiting]);
    expect(minutesOf(overrunning, 13)[1]).toEqual([13, 33]);
    expect(minutesOf(overrunning, 14)[1]).toEqual([14, 34]);
  });

  test('[AGD25] a gap in the plan absorbs lateness', () => {
    expect(minutesOf(programme([0, 10, live(8)], [10, 10, waiting], [30, 10, waiting]), 9)).toEqual([
      [8, 18],
      [18, 28],
      [30, 40],
    ]);
  });

  test('[AGD26] an item that ends early does not pull the next before its planned time', () => {
    expect(minutesOf(programme([0, 10, finished(0, 6)], [10, 10, waiting]), 7)[1]).toEqual([10, 20]);
  });

  test('[AGD27] a skipped item takes no time', () => {
    expect(minutesOf(programme([0, 10, live(5)], [10, 60, skipped], [20, 10, waiting]), 6)[2]).toEqual([20, 30]);
  });

  test('[AGD28] a day that runs past midnight goes on counting', () => {
    const lastHour = 15 * 60 + 50;
    const times = minutesOf(programme([lastHour, 10, live(lastHour + 5)], [lastHour + 10, 20, waiting]), lastHour + 6);
    expect(new Date(clock(lastHour)).getUTCDate()).toBe(30);
    expect(times[1]).toEqual([lastHour + 15, lastHour + 35]);
    expect(new Date(clock(lastHour + 35) + 7 * 60 * MINUTE).getUTCDate()).toBe(1);
  });
});

describe('how late the day runs', () => {
  test('[AGD29] before anything is to be late with, nothing is said', () => {
    expect(minutesLate(programme(), 0)).toBeNull();
    expect(minutesLate(programme([0, 10, waiting]), -5)).toBeNull();
    expect(minutesLate(programme([0, 10, finished(0, 10)]), 30)).toBeNull();
  });

  test('[AGD30] a first item that has not begun by its time is late', () => {
    expect(minutesLate(programme([0, 10, waiting]), 4)).toBe(4);
  });

  test('[AGD31] while an item is live its start counts, and its overrun as soon as that is worse', () => {
    const agenda = programme([0, 10, live(3)]);
    expect(minutesLate(agenda, 5)).toBe(3);
    expect(minutesLate(agenda, 13)).toBe(3);
    expect(minutesLate(agenda, 15)).toBe(5);
  });

  test('[AGD32] an item that began before its time makes the day early', () => {
    expect(minutesLate(programme([10, 10, live(8)]), 9)).toBe(-2);
  });

  test('[AGD33] between items the next one’s expected start counts', () => {
    expect(minutesLate(programme([0, 10, finished(0, 14)], [10, 10, waiting]), 14)).toBe(4);
    expect(minutesLate(programme([0, 10, finished(0, 8)], [10, 10, waiting]), 9)).toBe(0);
  });
});
