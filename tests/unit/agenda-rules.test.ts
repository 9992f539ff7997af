import { describe, expect, test } from 'vitest';
import { itemOf, liveItem } from '../../shared/domain/agenda/agenda.ts';
import { type ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { readEvent, versionOf } from '../../shared/domain/lifts.ts';
import { initialState } from '../../shared/domain/state.ts';
import { agendaTimes, offset, planProblems } from '../../shared/views/agenda-clock.ts';
import {
  announcedMinutes,
  clock,
  continued,
  deadlineItem,
  delayed,
  delayRevoked,
  endDemanded,
  expectedMinutes,
  finished,
  fromTo,
  hard,
  lateMinutes,
  paused,
  plannedMinutes,
  programme,
  restored,
  row,
  skipped,
  soft,
  started,
  timeAdded,
} from '../support/agenda-builders.ts';
import { ADJOURNED, LIVE, MINUTE } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';

type History = readonly (ConferenceEvent | readonly ConferenceEvent[])[];
const day = (...history: History) => given(LIVE, ...history).state.agenda;

describe('an announced delay', () => {
  const PLAN = programme(hard(0, 30), soft(20), hard(60, 10), deadlineItem(70, 100), soft(30));
  const planned = [
    [0, 30],
    [30, 50],
    [60, 70],
    [70, 100],
    [100, 130],
  ];
  const announced = [
    [10, 40],
    [40, 60],
    [70, 80],
    [80, 100],
    [100, 130],
  ];

  test('[AGD57] is laid over the plan and leaves it as it was written; a deadline swallows it', () => {
    const agenda = day(PLAN, delayed(10));
    expect(agenda.delayMs).toBe(10 * MINUTE);
    expect(plannedMinutes(agenda)).toEqual(planned);
    expect(announcedMinutes(agenda)).toEqual(announced);
    expect(expectedMinutes(agenda, -60)).toEqual(announced);
  });

  test('[AGD58] is no lateness: the day is measured against what was announced', () => {
    expect(lateMinutes(day(PLAN), 5)).toEqual([5, 5]);
    expect(lateMinutes(day(PLAN, delayed(10)), 5)).toBeNull();
    expect(lateMinutes(day(PLAN, delayed(10), started(0, 12)), 13)).toEqual([2, 0]);
  });

  test('[AGD59] can be revoked; what began under it keeps its measure', () => {
    expect(announcedMinutes(day(PLAN, delayed(10), delayRevoked))).toEqual(planned);
    const begun = day(PLAN, delayed(10), started(0, 10), delayRevoked);
    expect(lateMinutes(begun, 11)).toEqual([0, 0]);
    expect(announcedMinutes(begun)).toEqual([[10, 40], ...planned.slice(1)]);
  });

  test('[AGD60] a delay announced while an item runs does not touch that item', () => {
    const agenda = day(PLAN, started(0, 0), delayed(10));
    expect(announcedMinutes(agenda)).toEqual([[0, 30], ...announced.slice(1)]);
    expect(lateMinutes(agenda, 35)).toEqual([5, 5]);
  });

  test('[AGD61] ends with the start of a deadline item: behind it the day is as planned', () => {
    const eating = day(PLAN, delayed(10), skipped(1), skipped(2), started(3, 80));
    expect(eating.delayMs).toBe(0);
    expect(announcedMinutes(eating).slice(3)).toEqual(announced.slice(3));
    expect(lateMinutes(eating, 85)).toEqual([0, 0]);
    // What is announced from there on is a delay of its own.
    expect(announcedMinutes(day(PLAN, started(3, 80), delayed(10)))[4]).toEqual([110, 140]);
  });

  test('[AGD62] made permanent, what was announced becomes the plan', () => {
    const before = given(LIVE, PLAN, delayed(10));
    const { agenda } = before.when({ type: 'makeDelayPermanent' }).happens();
    expect(agenda.delayMs).toBe(0);
    expect(plannedMinutes(agenda)).toEqual(announced);
    expect(announcedMinutes(agenda)).toEqual(announced);
    expect(expectedMinutes(agenda, -60)).toEqual(announced);
    expect(agenda.items[1]?.plan).toMatchObject({ soft: true });
  });

  test('[AGD63] made permanent, an item that is locked to its end moves whole, and one with a deadline keeps its end', () => {
    const { agenda } = given(LIVE, programme(fromTo(0, 30), deadlineItem(30, 60)), delayed(10))
      .when({ type: 'makeDelayPermanent' })
      .happens();
    expect(plannedMinutes(agenda)).toEqual([
      [10, 40],
      [40, 60],
    ]);
  });

  test.each([
    ['announced while it ran', [started(0, 0), delayed(10)], [0, 30]],
    ['under which it began', [delayed(10), started(0, 10)], [10, 40]],
  ] as const)(
    '[AGD64] made permanent, a delay %s leaves the running item, and the chain behind it where it was',
    (_, history, first) => {
      const before = given(LIVE, PLAN, history);
      expect(announcedMinutes(before.state.agenda)).toEqual([first, ...announced.slice(1)]);
      const { agenda } = before.when({ type: 'makeDelayPermanent' }).happens();
      expect(announcedMinutes(agenda)).toEqual([first, ...announced.slice(1)]);
      expect(plannedMinutes(agenda)).toEqual([planned[0], ...announced.slice(1)]);
      expect(lateMinutes(agenda, 11)).toEqual(lateMinutes(before.state.agenda, 11));
    },
  );

  test('[AGD65] also when what stands between the running item and the next is skipped; it may be taken up again', () => {
    const plan = programme(hard(0, 30), soft(20), soft(10), hard(90, 5));
    const before = given(LIVE, plan, started(0, 0), skipped(1), skipped(3), delayed(10));
    expect(announcedMinutes(before.state.agenda)[2]).toEqual([40, 50]);
    const { agenda } = before.when({ type: 'makeDelayPermanent' }).happens();
    expect(announcedMinutes(agenda)[2]).toEqual([40, 50]);
    expect(announcedMinutes(evolve({ ...before.state, agenda }, restored(3)).agenda)[3]).toEqual([100, 105]);
  });

  test('[AGD66] replaces the one before it, and to say the same again changes nothing', () => {
    const before = given(LIVE, PLAN, delayed(10));
    before.when({ type: 'announceDelay', delayMs: 10 * MINUTE }).refuses('nothing-to-change');
    before.when({ type: 'announceDelay', delayMs: 0 }).refuses('nothing-to-change');
    const { agenda } = before.when({ type: 'announceDelay', delayMs: 15 * MINUTE }).happens();
    expect(agenda.delayMs).toBe(15 * MINUTE);
    before.when({ type: 'revokeDelay' }).emits(delayRevoked);
    given(LIVE, PLAN).when({ type: 'revokeDelay' }).refuses('nothing-to-change');
    given(LIVE, PLAN).when({ type: 'makeDelayPermanent' }).refuses('nothing-to-change');
  });
});

describe('expected times are right at once', () => {
  const THREE = programme(hard(0, 30), soft(20), hard(50, 10));

  test('[AGD67] a soft item follows at once when the one before it ends early; a hard one waits for its time', () => {
    const agenda = day(THREE, started(0, 0), finished(0, 22));
    expect(expectedMinutes(agenda, 22).slice(1)).toEqual([
      [22, 42],
      [50, 60],
    ]);
    expect(lateMinutes(agenda, 22)).toEqual([-8, -8]);
  });

  test('[AGD68] a pause moves everything that follows while it lasts, and its length stays when it ends', () => {
    const held = day(THREE, started(0, 0), paused(0, 10));
    expect(expectedMinutes(held, 10)[0]).toEqual([0, 30]);
    expect(expectedMinutes(held, 14)).toEqual([
      [0, 34],
      [34, 54],
      [54, 64],
    ]);
    expect(lateMinutes(held, 14)).toEqual([4, 4]);
    const again = day(THREE, started(0, 0), paused(0, 10), continued(0, 16));
    expect(expectedMinutes(again, 20)[0]).toEqual([0, 36]);
    expect(lateMinutes(again, 20)).toEqual([6, 6]);
  });

  test.each([
    [5, [35, 55, 65]],
    [-5, [25, 45, 60]],
  ])('[AGD69] %i minutes of added time move every later time', (by, ends) => {
    const agenda = day(THREE, started(0, 0), timeAdded(0, by));
    expect(expectedMinutes(agenda, 1).map(([, end]) => end)).toEqual(ends);
    expect(lateMinutes(agenda, 1)).toEqual([by, by]);
  });

  test('[AGD70] time can be given to an item that waits; the plan stays as it was written', () => {
    const agenda = day(THREE, started(0, 0), timeAdded(1, 15));
    expect(expectedMinutes(agenda, 1).slice(1)).toEqual([
      [30, 65],
      [65, 75],
    ]);
    expect(plannedMinutes(agenda)[1]).toEqual([30, 50]);
  });

  test('[AGD71] what was passed over waits for the end of the live item, in the order of the programme', () => {
    expect(expectedMinutes(day(THREE, started(2, 0)), 3)).toEqual([
      [10, 40],
      [40, 60],
      [0, 10],
    ]);
  });

  test('[AGD72] an item lasts as long as the halls that wait to speak under it need', () => {
    const needs = new Map([
      [row(0), 40 * MINUTE],
      [row(1), 25 * MINUTE],
    ]);
    expect(expectedMinutes(day(THREE, started(0, 0)), 5, needs)).toEqual([
      [0, 45],
      [45, 70],
      [70, 80],
    ]);
  });

  test('[AGD73] adjourning stops the clock of the live item, and resuming lets it run on', () => {
    const running = given(LIVE, THREE, started(0, 0));
    const adjourned = running.when({ type: 'adjournConference' }, { at: clock(10) }).happens();
    expect(expectedMinutes(adjourned.agenda, 40)[0]).toEqual([0, 60]);
    const resumed = given(ADJOURNED, THREE, started(0, 0), paused(0, 10))
      .when({ type: 'resumeConference' }, { at: clock(40) })
      .happens();
    expect(expectedMinutes(resumed.agenda, 45)[0]).toEqual([0, 60]);
  });

  test('[AGD74] a demanded end that will not hold is a problem', () => {
    const agenda = day(THREE, endDemanded(55));
    expect(planProblems(agenda, clock(-1))).toEqual([{ kind: 'endsLate', itemId: row(2), byMs: 5 * MINUTE }]);
    expect(planProblems(day(THREE, endDemanded(60)), clock(-1))).toEqual([]);
    // Not always the last row is the last to end.
    const turned = day(THREE, endDemanded(55), started(2, 0));
    expect(planProblems(turned, clock(1))).toContainEqual({ kind: 'endsLate', itemId: row(1), byMs: 5 * MINUTE });
  });

  test('[AGD75] an end in the past is not demanded, and the same end not twice; null takes the demand back', () => {
    const before = given(LIVE, THREE, endDemanded(55));
    before.when({ type: 'demandEnd', endsBy: clock(0) }).refuses('end-passed');
    before.when({ type: 'demandEnd', endsBy: clock(55) }).refuses('nothing-to-change');
    expect(before.when({ type: 'demandEnd', endsBy: null }).happens().agenda.endsBy).toBeNull();
  });

  test('[AGD76] a restart restores the running item exactly: the journal read again gives the same clock', () => {
    const history = [
      ...LIVE,
      ...programme(hard(0, 30), soft(20), deadlineItem(50, 90), soft(10)),
      delayed(5),
      started(0, 7),
      paused(0, 10),
      continued(0, 12),
      timeAdded(0, 4),
      delayed(8),
      paused(0, 20),
    ];
    const written = history.map((event) => JSON.stringify({ version: versionOf(event), event }));
    const read = written.map((line) => {
      const { version, event } = JSON.parse(line);
      const { type, ...body } = event;
      return readEvent(type, version, body);
    });
    const [before, after] = [history, read].map((events) => events.reduce(evolve, initialState));
    expect(after?.agenda).toEqual(before?.agenda);
    for (const now of [20, 21.5, 60]) {
      expect(agendaTimes(day(history), clock(now))).toEqual(agendaTimes(day(read), clock(now)));
      expect(offset(day(read), clock(now))).toEqual(offset(day(history), clock(now)));
    }
    expect(liveItem(day(read))?.progress).toEqual({
      status: 'live',
      delayMs: 5 * MINUTE,
      run: {
        startedAt: clock(7),
        pauses: [{ from: clock(10), to: clock(12), cause: 'byHand' }],
        held: { since: clock(20), cause: 'byHand' },
      },
    });
    expect(itemOf(day(read), row(0))?.addedMs).toBe(4 * MINUTE);
    // 7 + 30 planned + 4 given + 2 and 40 of pauses.
    expect(expectedMinutes(day(read), 60)[0]).toEqual([7, 83]);
  });
});
