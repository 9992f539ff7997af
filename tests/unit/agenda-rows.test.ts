import { describe, expect, test } from 'vitest';
import type { Agenda } from '../../shared/domain/agenda/agenda.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { agendaTimes } from '../../shared/views/agenda-clock.ts';
import { agendaPicture, agendaRows, itemClock } from '../../shared/views/agenda-rows.ts';
import {
  deadline,
  itemAdded,
  itemFinished,
  itemId,
  itemSkipped,
  itemStarted,
  lasting,
  MINUTE,
  NOW,
  rowAdded,
  stateAfter,
  until,
} from '../support/builders.ts';

const [one, two, three] = [itemId('i-1'), itemId('i-2'), itemId('i-3')];
const NO_NEEDS = new Map();
const after = (...history: readonly (ConferenceEvent | readonly ConferenceEvent[])[]): Agenda =>
  stateAfter(...history).agenda;

function clockAt(agenda: Agenda, minute: number) {
  const now = NOW + minute * MINUTE;
  return agendaTimes(agenda, now).map((times) => itemClock(times, now));
}

const TWO = [itemAdded(one, { span: lasting(20 * MINUTE) }), itemAdded(two, { start: NOW + 20 * MINUTE })];

describe('the rows of the programme', () => {
  test('[AGD190] every row stands in its place, skipped ones, groups and notes too, with its own problems', () => {
    const agenda = after(
      rowAdded(itemId('g'), { row: 'group', title: 'Phiên sáng', targetMs: 25 * MINUTE }),
      TWO,
      itemAdded(three, { start: NOW + 25 * MINUTE }),
      rowAdded(itemId('n'), { row: 'note', title: 'Mời dự cơm' }),
      itemSkipped(one),
    );
    const rows = agendaRows(agenda, NOW, NO_NEEDS);
    expect(rows.map(({ item, times, group }) => [item.itemId, times !== null, group?.plannedMs ?? null])).toEqual([
      ['g', false, 20 * MINUTE],
      [one, true, null],
      [two, true, null],
      [three, true, null],
      ['n', false, null],
    ]);
    expect(rows.flatMap(({ problems }) => problems.map(({ kind, itemId: id }) => [kind, id]))).toEqual([
      ['overlap', three],
    ]);
  });
});

describe('the clock of the live item', () => {
  test('[AGD191] it counts what is left, and below zero the overrun', () => {
    const agenda = after(TWO, itemStarted(one, NOW + 5 * MINUTE));
    expect(clockAt(agenda, 15)).toEqual([{ remainingMs: 10 * MINUTE, paused: false }, null]);
    expect(clockAt(agenda, 28)).toEqual([{ remainingMs: -3 * MINUTE, paused: false }, null]);
  });

  test('[AGD191] it stands while the item is paused, and grows by added time', () => {
    const paused = { type: 'agendaItemPaused', at: NOW + 5 * MINUTE, itemId: one } as const;
    const longer = { type: 'agendaItemTimeAdded', at: NOW, itemId: one, byMs: 5 * MINUTE } as const;
    const agenda = after(TWO, itemStarted(one), longer, paused);
    expect(clockAt(agenda, 5)[0]).toEqual({ remainingMs: 20 * MINUTE, paused: true });
    expect(clockAt(agenda, 9)[0]).toEqual({ remainingMs: 20 * MINUTE, paused: true });
  });

  test('[AGD191] of a deadline item it counts towards its clock time', () => {
    const agenda = after(itemAdded(one, { span: deadline(NOW + 20 * MINUTE) }), itemStarted(one, NOW + 12 * MINUTE));
    expect(clockAt(agenda, 12)[0]?.remainingMs).toBe(8 * MINUTE);
    const soft = after(itemAdded(one, { span: until(NOW + 20 * MINUTE) }), itemStarted(one, NOW + 12 * MINUTE));
    expect(clockAt(soft, 12)[0]?.remainingMs).toBe(20 * MINUTE);
  });
});

describe('the picture of the day', () => {
  const m = (minute: number) => NOW + minute * MINUTE;

  test('[AGD192] it draws what was planned, what happened and what is expected of each item', () => {
    const agenda = after(
      TWO,
      itemAdded(three, { start: m(30) }),
      itemStarted(one),
      itemFinished(one, m(25)),
      itemStarted(two, m(25)),
    );
    const picture = agendaPicture(agenda, m(27), NO_NEEDS);
    expect(picture?.rows.map(({ planned, actual, expected }) => [planned, actual, expected])).toEqual([
      [{ from: m(0), to: m(20) }, { from: m(0), to: m(25) }, null],
      [
        { from: m(20), to: m(30) },
        { from: m(25), to: m(27) },
        { from: m(27), to: m(35) },
      ],
      [{ from: m(30), to: m(40) }, null, { from: m(35), to: m(45) }],
    ]);
    expect([picture?.from, picture?.to]).toEqual([m(0), m(45)]);
  });

  test('[AGD192] an announced delay is drawn apart from the plan, the demanded end within the picture', () => {
    const agenda = after(
      TWO,
      { type: 'delayAnnounced', at: NOW, delayMs: 15 * MINUTE },
      { type: 'endDemanded', at: NOW, endsBy: m(90) },
    );
    const picture = agendaPicture(agenda, NOW, NO_NEEDS);
    expect(picture?.rows.map(({ announced }) => announced)).toEqual([
      { from: m(15), to: m(35) },
      { from: m(35), to: m(45) },
    ]);
    expect([picture?.endsBy, picture?.to]).toEqual([m(90), m(90)]);
  });

  test('[AGD192] a skipped item is drawn where it was planned, an empty day not at all', () => {
    const agenda = after(TWO, itemSkipped(one));
    expect(agendaPicture(agenda, NOW, NO_NEEDS)?.rows[0]).toMatchObject({
      planned: { from: m(0), to: m(20) },
      actual: null,
      expected: null,
      announced: null,
    });
    expect(agendaPicture(after(), NOW, NO_NEEDS)).toBeNull();
  });
});
