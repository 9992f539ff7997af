import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_ROLLS } from '../../shared/domain/attendance/delegate.ts';
import { type CommandOf, commandSchema } from '../../shared/domain/command.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { accountOf, queuedSpeeches, type Speech, speechOf, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { speechClock, WARNING_MS } from '../../shared/views/speech-clock.ts';
import { anGiang, LIVE, MINUTE, moderator, NOW, quangBinh, SECOND, speechId, stateAfter } from '../support/builders.ts';
import { called, paper } from '../support/speech-builders.ts';

const RUNS = { seed: 20210930, numRuns: 100 };

/** The speech that is watched, with three minutes; questions of another hall come in between. */
const main = speechId('chinh');
const questions = Array.from({ length: 12 }, (_, index) => speechId(`hoi-${index}`));
const START: readonly ConferenceEvent[] = [
  ...LIVE,
  paper(main, anGiang, { allottedMs: 3 * MINUTE }),
  ...questions.map((id) => paper(id, quangBinh, { kind: 'question' })),
  called(main),
];

/** A clock that ticks: it counts the seconds in which the speech was on, and knows nothing of instants. */
class TickingClock {
  /** One entry for each second since the call: whether it counted. */
  readonly #seconds: boolean[] = [];
  #resumedAt = 0;

  tick(speech: Speech): void {
    this.#seconds.push(speech.stage.status === 'speaking');
  }

  /** From now on the clock may run. */
  resume(): void {
    this.#resumedAt = this.#seconds.length;
  }

  /** The line was gone before anybody knew: what was counted since is taken back, but nothing before the last start. */
  takeBack(seconds: number): void {
    const from = Math.max(this.#resumedAt, this.#seconds.length - seconds);
    this.#seconds.fill(false, from);
  }

  get elapsedMs(): number {
    return this.#seconds.filter((counted) => counted).length * SECOND;
  }
}

const WEIGHTS = { begin: 3, pause: 3, continue: 4, extend: 1, ask: 2, end: 3, lose: 5, find: 5, endMain: 0.3 } as const;
type Act = keyof typeof WEIGHTS;
const ACTS = Object.entries(WEIGHTS) as [Act, number][];
/** Without fast-check's liking for small numbers: a line must often be lost before the last start of the clock. */
const stepArbitrary = fc.noBias(
  fc.record({
    seconds: fc.nat({ max: 30 }),
    act: fc.oneof(...ACTS.map(([act, weight]) => ({ weight: weight * 10, arbitrary: fc.constant(act) }))),
    back: fc.nat({ max: 40 }),
  }),
);
type Step = typeof stepArbitrary extends fc.Arbitrary<infer T> ? T : never;

function commandOf(state: ConferenceState, { act, back }: Step, now: number) {
  const onFloor = speechOnFloor(state.floor)?.speechId ?? null;
  const next = queuedSpeeches(state.floor)[0]?.speechId ?? main;
  const question = state.floor.interposed ?? next;
  const link = (to: 'online' | 'lost', since: number): CommandOf<'reportBridgeLink'> => ({
    type: 'reportBridgeLink',
    bridgeId: anGiang,
    link: to,
    since,
  });
  const wishes = {
    begin: { type: 'beginSpeech', speechId: onFloor ?? main },
    pause: { type: 'pauseSpeech', speechId: main },
    continue: { type: 'continueSpeech', speechId: main },
    extend: { type: 'extendSpeech', speechId: main, byMs: 20 * SECOND },
    ask: { type: 'callSpeaker', speechId: next, expectedOnFloor: onFloor, accepting: [] },
    end: { type: 'endSpeech', speechId: question },
    endMain: { type: 'endSpeech', speechId: main },
    lose: link('lost', now - back * SECOND),
    find: link('online', now),
  } as const;
  return commandSchema.parse(wishes[act]);
}

/** What stands in the product at an instant, and what the ticking clock has counted. */
interface Glance {
  readonly speech: Speech;
  readonly now: number;
  readonly state: ConferenceState;
  readonly countedMs: number;
  readonly allottedMs: number;
}
type Look = (glance: Glance) => void;

function liveThrough(steps: readonly Step[], look: Look): void {
  let state = stateAfter(START);
  let now = NOW;
  let allottedMs = 3 * MINUTE;
  const ticking = new TickingClock();
  const watched = (): Speech => {
    const speech = speechOf(state.floor, main);
    if (speech === undefined) throw new Error('the speech is gone');
    return speech;
  };
  const glance = (): void => look({ speech: watched(), now, state, countedMs: ticking.elapsedMs, allottedMs });
  for (const step of steps) {
    for (let i = 0; i < step.seconds; i++) {
      now += SECOND;
      ticking.tick(watched());
      glance();
    }
    const decided = decide(
      state,
      commandOf(state, step, now),
      { now, newId: () => 'new', position: 0, actor: moderator },
      NO_ROLLS,
    );
    if (!decided.ok) continue;
    for (const event of decided.value.events) {
      const was = watched().stage.status;
      state = evolve(state, event);
      const is = watched().stage.status;
      if (was !== 'speaking' && is === 'speaking') ticking.resume();
      if (event.type === 'speechPaused' && event.speechId === main) ticking.takeBack((now - event.since) / SECOND);
      if (event.type === 'speechExtended') allottedMs += event.byMs;
    }
    glance();
  }
}

const everySpeech = (look: Look): void =>
  fc.assert(
    fc.property(fc.array(stepArbitrary, { maxLength: 30, size: 'max' }), (steps) => liveThrough(steps, look)),
    RUNS,
  );

describe('the clock of a speech beside a clock that ticks', () => {
  test('[FLR200] it shows at every second what was counted second by second: pauses, questions, a line that was lost', () => {
    const causes = new Set<string>();
    everySpeech(({ speech, now, countedMs, allottedMs }) => {
      const { elapsedMs, remainingMs, held } = speechClock(speech, now);
      if (held !== null) causes.add(held);
      expect(elapsedMs).toBe(countedMs);
      expect(remainingMs).toBe(allottedMs - countedMs);
    });
    expect(causes).toEqual(new Set(['byHand', 'interposed', 'lineLost']));
  });

  test('[FLR201] its three states follow from what was counted', () => {
    const moods = new Set<string>();
    everySpeech(({ speech, now, countedMs, allottedMs }) => {
      const { mood } = speechClock(speech, now);
      moods.add(mood);
      const { stage } = speech;
      const isHeard = stage.status !== 'called' && !(stage.status === 'spoken' && stage.run === null);
      const left = allottedMs - countedMs;
      const worn = left < 0 ? 'overrun' : left <= WARNING_MS ? 'warning' : 'ample';
      // A speech that was called and never heard has used nothing.
      expect(mood === 'notStarted' ? 'ample' : mood).toBe(isHeard ? worn : 'ample');
      expect(mood === 'notStarted').toBe(stage.status === 'called');
    });
    expect(moods).toEqual(new Set(['notStarted', 'ample', 'warning', 'overrun']));
  });

  test('[FLR202] what a hall is charged when its speech is over is what was counted', () => {
    let charged = 0;
    everySpeech(({ speech: { stage }, countedMs, state: { floor } }) => {
      const isOver = stage.status === 'spoken';
      expect(accountOf(floor, anGiang).chargedMs).toBe(isOver ? countedMs : 0);
      if (isOver && countedMs > 0) charged++;
    });
    expect(charged).toBeGreaterThan(20);
  });
});
