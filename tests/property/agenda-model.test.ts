import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgendaPlan } from '../../shared/domain/agenda/agenda.ts';
import { announcedTimes, plannedTimes } from '../../shared/domain/agenda/planned.ts';
import { NO_ROLLS } from '../../shared/domain/attendance/delegate.ts';
import { type Command, type CommandOf, commandSchema } from '../../shared/domain/command.ts';
import { decide } from '../../shared/domain/decide.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { AgendaItemId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { agendaTimes, type ItemTimes } from '../../shared/views/agenda-clock.ts';
import { backTime } from '../../shared/views/back-time.ts';
import {
  announcedMinutes,
  clock,
  expectedMinutes,
  gapMinutes,
  lateMinutes,
  plannedMinutes,
  programme,
  row,
} from '../support/agenda-builders.ts';
import { deadline, itemPlan, LIVE, lasting, MINUTE, moderator, stateAfter, until } from '../support/builders.ts';
import { conductArbitrary, hold } from '../support/conduct.ts';
import { SlowDay } from '../support/slow-day.ts';

const RUNS = { seed: 20210930, numRuns: 300 };

const spanArbitrary = (start: number) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.nat({ max: 60 }).map((length) => lasting(length * MINUTE)) },
    { weight: 1, arbitrary: fc.constant(lasting(0)) },
    { weight: 2, arbitrary: fc.nat({ max: 90 }).map((length) => until(clock(start + length))) },
    { weight: 2, arbitrary: fc.nat({ max: 90 }).map((length) => deadline(clock(start + length))) },
  );
const planArbitrary: fc.Arbitrary<AgendaPlan> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(fc.nat({ max: 360 }), fc.boolean())
      .chain(([start, soft]) => spanArbitrary(start).map((span) => itemPlan({ start: clock(start), soft, span }))),
  },
  { weight: 1, arbitrary: fc.constant<AgendaPlan>({ row: 'group', title: 'Phần I', targetMs: null }) },
  { weight: 1, arbitrary: fc.constant<AgendaPlan>({ row: 'note', title: 'Chụp ảnh' }) },
);

interface Step {
  /** Minutes that go by before it. */
  readonly wait: number;
  readonly act: keyof ReturnType<typeof wishes>;
  readonly pick: number;
  readonly other: number;
  readonly amount: number;
  readonly plan: AgendaPlan;
}

/** What somebody at the clock may try, mostly about an item for which it makes sense. */
function wishes({ agenda }: ConferenceState, { pick, other, amount, plan }: Omit<Step, 'act'>) {
  const any = (n: number): AgendaItemId => agenda.items[n % agenda.items.length]?.itemId ?? row(0);
  const inStatus = (status: string) => agenda.items.filter(({ progress }) => progress.status === status);
  const live = inStatus('live')[0]?.itemId ?? null;
  // Two in three in programme order, the others taken from anywhere.
  const next = inStatus('waiting').filter((item) => item.plan.row === 'item');
  const starting = next[pick % 3 === 0 ? other % Math.max(1, next.length) : 0]?.itemId ?? any(other);
  const skipped = inStatus('skipped')[0]?.itemId ?? any(pick);
  const accepting: CommandOf<'startAgendaItem'>['accepting'] = ['deadline-passed', 'speeches-lapse'];
  return {
    start: { type: 'startAgendaItem', itemId: starting, expectedLive: live, accepting },
    finish: { type: 'finishAgendaItem', itemId: live ?? any(pick), accepting },
    pause: { type: 'pauseAgendaItem', itemId: live ?? any(pick) },
    continue: { type: 'continueAgendaItem', itemId: live ?? any(pick) },
    addTime: { type: 'addAgendaItemTime', itemId: any(pick), byMs: (amount - 14.5) * 2 * MINUTE },
    skip: { type: 'skipAgendaItem', itemId: any(pick), accepting: [] },
    restore: { type: 'restoreAgendaItem', itemId: skipped },
    delay: { type: 'announceDelay', delayMs: amount * MINUTE },
    revoke: { type: 'revokeDelay' },
    settle: { type: 'makeDelayPermanent' },
    move: { type: 'moveAgendaItem', itemId: any(pick), beforeItemId: other % 4 === 0 ? null : any(other) },
    correct: { type: 'correctAgendaItem', itemId: any(pick), plan, presenter: null },
    remove: { type: 'removeAgendaItem', itemId: any(pick) },
  } satisfies Record<string, Command>;
}

const WEIGHTS: Readonly<Record<Step['act'], number>> = {
  start: 9,
  finish: 3,
  pause: 3,
  continue: 4,
  addTime: 4,
  skip: 3,
  restore: 3,
  delay: 4,
  revoke: 1,
  settle: 3,
  move: 3,
  correct: 3,
  remove: 1,
};
const ACTS = Object.entries(WEIGHTS) as [Step['act'], number][];

const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  wait: fc.oneof(fc.constant(0), fc.nat({ max: 45 })),
  act: fc.oneof(...ACTS.map(([act, weight]) => ({ weight, arbitrary: fc.constant(act) }))),
  pick: fc.nat({ max: 999 }),
  other: fc.nat({ max: 999 }),
  amount: fc.nat({ max: 29 }),
  plan: planArbitrary,
});
const dayArbitrary = fc.record({
  plans: fc.array(planArbitrary, { minLength: 1, maxLength: 9 }),
  steps: fc.array(stepArbitrary, { maxLength: 30, size: 'max' }),
});
type Day = typeof dayArbitrary extends fc.Arbitrary<infer T> ? T : never;

type Look = (state: ConferenceState, slow: SlowDay, command: Command | null) => void;

/** Lives through the day twice: through the product, and with a watch and a pencil. */
function liveThrough({ plans, steps }: Day, look: Look): void {
  const slow = new SlowDay();
  plans.forEach((plan, index) => slow.add(row(index), plan));
  let state = stateAfter(LIVE, programme(...plans));
  look(state, slow, null);
  for (const step of steps) {
    for (let i = 0; i < step.wait; i++) slow.pass();
    const command = commandSchema.parse(wishes(state, step)[step.act]);
    const moment = { now: clock(slow.now), newId: () => 'new', position: 0, actor: moderator };
    const decided = decide(state, command, moment, NO_ROLLS);
    if (decided.ok) {
      state = decided.value.events.reduce(evolve, state);
      slow.obey(command);
    }
    look(state, slow, decided.ok ? command : null);
  }
}

const everyDay = (look: Look): void =>
  fc.assert(
    fc.property(dayArbitrary, (day) => liveThrough(day, look)),
    RUNS,
  );

describe('the clock beside a slow, obvious re-computation', () => {
  test('[AGD80] planned and announced times and gaps are the same on every day', () => {
    everyDay(({ agenda }, slow) => {
      expect(plannedMinutes(agenda)).toEqual(slow.planned());
      expect(announcedMinutes(agenda)).toEqual(slow.announced());
      expect(gapMinutes(agenda)).toEqual(slow.gaps());
    });
  });

  test('[AGD81] expected times are those of a day that is lived through minute by minute', () => {
    const done = new Map<string, number>();
    everyDay(({ agenda }, slow, command) => {
      if (command !== null) done.set(command.type, (done.get(command.type) ?? 0) + 1);
      expect(expectedMinutes(agenda, slow.now)).toEqual(slow.expected());
    });
    // The days did something: every command was carried out many times.
    expect(done.size).toBe(ACTS.length);
    expect(Math.min(...done.values())).toBeGreaterThan(30);
  });

  test('[AGD82] the day is as late as the slow day, absolutely and relatively', () => {
    everyDay(({ agenda }, slow) => {
      expect(lateMinutes(agenda, slow.now)).toEqual(slow.late());
    });
  });
});

describe('on every day', () => {
  test('[AGD83] what was announced stands when the delay is made permanent, but for what was skipped', () => {
    let settled = 0;
    everyDay((state) => {
      const moment = { now: clock(0), newId: () => 'new', position: 0, actor: moderator };
      const decided = decide(state, { type: 'makeDelayPermanent' }, moment, NO_ROLLS);
      if (!decided.ok) return;
      settled++;
      const { agenda } = decided.value.events.reduce(evolve, state);
      const standing = (times: typeof announcedTimes) => (one: typeof agenda) =>
        times(one)
          .filter(({ item }) => item.progress.status !== 'skipped')
          .map(({ item, start, end }) => [item.itemId, start, end]);
      expect(standing(announcedTimes)(agenda)).toEqual(standing(announcedTimes)(state.agenda));
    });
    expect(settled).toBeGreaterThan(100);
  });

  test('[AGD84] a soft item of no length between two others changes nothing but itself', () => {
    everyDay(({ agenda }, slow) => {
      const [first, ...rest] = agenda.items;
      if (first === undefined || first.plan.row !== 'item' || first.progress.status === 'skipped') return;
      const plan = itemPlan({ soft: true, span: lasting(0) });
      const empty = { ...first, itemId: row(99), plan, addedMs: 0, progress: { status: 'waiting' } } as const;
      const others = (times: readonly ItemTimes[]) =>
        times
          .filter(({ item }) => item.itemId !== row(99))
          .map(({ item, planned, announced, expected }) => ({ id: item.itemId, planned, announced, expected }));
      const within = { ...agenda, items: [first, empty, ...rest] };
      const now = clock(slow.now);
      expect(others(agendaTimes(within, now))).toEqual(others(agendaTimes(agenda, now)));
    });
  });

  test('[AGD34] no item ends before it starts; what waits starts neither before now nor before what comes before it', () => {
    everyDay(({ agenda }, slow) => {
      const now = clock(slow.now);
      const times = agendaTimes(agenda, now);
      for (const { expected, announced, planned } of times) {
        for (const { start, end } of [expected, announced, planned]) expect(end).toBeGreaterThanOrEqual(start);
      }
      let free = now;
      for (const { expected } of times.filter(({ item }) => item.progress.status === 'waiting')) {
        expect(expected.start).toBeGreaterThanOrEqual(free);
        free = expected.end;
      }
      expect(plannedTimes(agenda)).toHaveLength(times.length);
    });
  });
});

describe('back time, in every conference', () => {
  /** Every state that random people bring about, with ends that are demanded at random. */
  const everyDemand = (look: (state: ConferenceState, now: number) => void): void =>
    fc.assert(
      fc.property(conductArbitrary(70), fc.nat({ max: 240 }), (conduct, ahead) => {
        const now = clock(10);
        hold(conduct, {
          onEvent: (_, __, { agenda, ...after }) =>
            look({ ...after, agenda: { ...agenda, endsBy: now + ahead * MINUTE } }, now),
        });
      }),
      { ...RUNS, numRuns: 150 },
    );

  test('[AGD85] every proposal is one command that is accepted and moves the end by what was said', () => {
    let proposed = 0;
    everyDemand((state, now) => {
      const found = backTime(state, now);
      if (found === null) return;
      for (const { command, effectMs, kind } of found.proposals) {
        proposed++;
        expect(commandSchema.parse(command)).toEqual(command);
        const moment = { now, newId: () => 'new', position: 0, actor: moderator };
        const decided = decide(state, command, moment, NO_ROLLS);
        expect([kind, decided.ok]).toEqual([kind, true]);
        if (!decided.ok) continue;
        const after = backTime(decided.value.events.reduce(evolve, state), now);
        if (after === null) continue;
        expect(found.expectedEnd - after.expectedEnd).toBe(effectMs);
        expect(after.missingMs <= 0).toBe(effectMs >= found.missingMs);
      }
    });
    expect(proposed).toBeGreaterThan(100);
  });
});
