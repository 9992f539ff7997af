import { describe, expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import {
  clock,
  expectedMinutes,
  finished,
  hard,
  lateMinutes,
  programme,
  skipped,
  started,
} from '../support/agenda-builders.ts';
import { LIVE, MINUTE } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

const day = (...history: readonly (ConferenceEvent | readonly ConferenceEvent[])[]) =>
  given(LIVE, ...history).state.agenda;

describe('when each item really starts and ends', () => {
  const TWO = programme(hard(0, 10), hard(10, 20));

  test('[AGD20] before anything has begun, as planned', () => {
    expect(expectedMinutes(day(TWO), -60)).toEqual([
      [0, 10],
      [10, 30],
    ]);
  });

  test('[AGD21] what has not begun by its time begins now at the earliest', () => {
    expect(expectedMinutes(day(TWO), 5)).toEqual([
      [5, 15],
      [15, 35],
    ]);
  });

  test('[AGD22] what happened stands as it happened', () => {
    expect(expectedMinutes(day(TWO, started(0, 2), finished(0, 9), started(1, 9)), 12)).toEqual([
      [2, 9],
      [9, 29],
    ]);
  });

  test('[AGD23] an item that began late ends late by as much, and moves all that follow', () => {
    const three = programme(hard(0, 10), hard(10, 20), hard(30, 10));
    expect(expectedMinutes(day(three, started(0, 5)), 6)).toEqual([
      [5, 15],
      [15, 35],
      [35, 45],
    ]);
  });

  test('[AGD24] an item longer than planned moves the later times with every minute, at once', () => {
    const overrunning = day(TWO, started(0, 0));
    expect(expectedMinutes(overrunning, 10)[1]).toEqual([10, 30]);
    expect(expectedMinutes(overrunning, 13)[1]).toEqual([13, 33]);
    expect(expectedMinutes(overrunning, 14)[1]).toEqual([14, 34]);
  });

  test('[AGD25] a gap in the plan absorbs lateness', () => {
    const gapped = programme(hard(0, 10), hard(10, 10), hard(30, 10));
    expect(expectedMinutes(day(gapped, started(0, 8)), 9)).toEqual([
      [8, 18],
      [18, 28],
      [30, 40],
    ]);
  });

  test('[AGD26] an item that ends early does not pull a hard one before its planned time', () => {
    expect(expectedMinutes(day(TWO, started(0, 0), finished(0, 6)), 7)[1]).toEqual([10, 30]);
  });

  test('[AGD27] a skipped item takes no time', () => {
    const three = programme(hard(0, 10), hard(10, 60), hard(20, 10));
    expect(expectedMinutes(day(three, started(0, 5)), 6)[2]).toEqual([75, 85]);
    expect(expectedMinutes(day(three, started(0, 5), skipped(1)), 6)[2]).toEqual([20, 30]);
  });

  test('[AGD28] a day that runs past midnight goes on counting', () => {
    // 23:50 in Hà Nội, where the programme begins at 8:00.
    const lastHour = 15 * 60 + 50;
    const night = day(programme(hard(lastHour, 10), hard(lastHour + 10, 20)), started(0, lastHour + 5));
    expect(expectedMinutes(night, lastHour + 6)[1]).toEqual([lastHour + 15, lastHour + 35]);
    const dayInHanoi = (minute: number) => new Date(clock(minute) + 7 * 60 * MINUTE).getUTCDate();
    expect([dayInHanoi(lastHour), dayInHanoi(lastHour + 35)]).toEqual([30, 1]);
    expect(lateMinutes(night, lastHour + 20)).toEqual([10, 5]);
  });
});

describe('how late the day runs', () => {
  const ONE = programme(hard(0, 10));
  const TWO = programme(hard(0, 10), hard(10, 10));

  test('[AGD29] before anything is to be late with, nothing is said', () => {
    expect(lateMinutes(day(), 0)).toBeNull();
    expect(lateMinutes(day(ONE), -5)).toBeNull();
    expect(lateMinutes(day(ONE), 0)).toBeNull();
  });

  test('[AGD30] a first item that has not begun by its time is late', () => {
    expect(lateMinutes(day(ONE), 4)).toEqual([4, 4]);
  });

  test('[AGD31] while an item is live its expected end counts, so its overrun at once', () => {
    const agenda = day(ONE, started(0, 3));
    expect(lateMinutes(agenda, 5)).toEqual([3, 0]);
    expect(lateMinutes(agenda, 13)).toEqual([3, 0]);
    expect(lateMinutes(agenda, 15)).toEqual([5, 2]);
  });

  test('[AGD32] lateness is positive: an item that began before its time makes the day early, below zero', () => {
    expect(lateMinutes(day(programme(hard(10, 10)), started(0, 8)), 9)).toEqual([-2, 0]);
  });

  test('[AGD33] between items the next one’s expected start counts', () => {
    expect(lateMinutes(day(TWO, started(0, 0), finished(0, 14)), 14)).toEqual([4, 4]);
    expect(lateMinutes(day(TWO, started(0, 0), finished(0, 8)), 9)).toEqual([0, 0]);
  });

  test('[AGD35] at the end of the day its last end counts, and stays', () => {
    const over = day(ONE, started(0, 2), finished(0, 15));
    expect(lateMinutes(over, 15)).toEqual([5, 3]);
    expect(lateMinutes(over, 300)).toEqual([5, 3]);
  });

  test('[AGD36] the relative offset counts from the real first start: a day that began late and holds its pace is on time', () => {
    const late = day(TWO, started(0, 20), finished(0, 30), started(1, 30));
    expect(lateMinutes(late, 31)).toEqual([20, 0]);
    expect(lateMinutes(late, 45)).toEqual([25, 5]);
  });

  test('[AGD37] the first start is the one that was first, even of an item further down', () => {
    const turned = day(TWO, started(1, 5), finished(1, 15), started(0, 15));
    expect(lateMinutes(turned, 16)).toEqual([15, 20]);
  });
});
