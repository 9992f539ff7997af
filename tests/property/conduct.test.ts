import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventSchema } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { faultsOf } from '../../shared/domain/faults.ts';
import type { RejectionCode } from '../../shared/domain/rejection.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { decodeState, encodeState } from '../../shared/protocol/state-codec.ts';
import {
  attendanceConductArbitrary,
  conductArbitrary,
  hold,
  recordsConductArbitrary,
  technicalConductArbitrary,
} from '../support/conduct.ts';

const SEED = 20210930;
const RUNS = { seed: SEED, numRuns: 80 };
const conduct = fc.oneof(
  { arbitrary: conductArbitrary(240), weight: 4 },
  attendanceConductArbitrary(120),
  technicalConductArbitrary(120),
  recordsConductArbitrary(140),
);
const textOf = (state: ConferenceState): string => JSON.stringify(encodeState(state));

describe('whatever random people do', () => {
  test('[DSK1] the conference is in health after every fact', () => {
    fc.assert(
      fc.property(conduct, (one) => {
        hold(one, {
          onEvent: (_, { type }, after) => expect(faultsOf(after), `after ${type}`).toEqual([]),
        });
      }),
      RUNS,
    );
  });

  test('[DSK2] every fact can be read back as it was written', () => {
    fc.assert(
      fc.property(conduct, (one) => {
        for (const event of hold(one).history) {
          expect(eventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
        }
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  test('[DSK3] deciding changes nothing, and an accepted command leads to at least one fact', () => {
    fc.assert(
      fc.property(conduct, (one) => {
        let met = textOf(initialState);
        hold(one, {
          onEvent: (_, __, after) => {
            met = textOf(after);
          },
          onDecided: (state, decided) => {
            expect(textOf(state) === met).toBe(true);
            const empty = decided !== 'not-permitted' && decided.ok && decided.value.events.length === 0;
            expect(empty).toBe(false);
          },
        });
      }),
      { ...RUNS, numRuns: 60 },
    );
  });

  test('[DSK4] the state is the fold of its journal, at once or from any cut', () => {
    fc.assert(
      fc.property(conduct, fc.nat(), (one, where) => {
        const { history, state } = hold(one);
        const cut = where % (history.length + 1);
        const snapshot = JSON.stringify(encodeState(history.slice(0, cut).reduce(evolve, initialState)));
        const resumed = history.slice(cut).reduce(evolve, decodeState(JSON.parse(snapshot)));
        expect(isDeepStrictEqual(resumed, state)).toBe(true);
        expect(isDeepStrictEqual(history.reduce(evolve, initialState), state)).toBe(true);
      }),
      RUNS,
    );
  });

  test('[PRT1] a state is the same after it has travelled', () => {
    fc.assert(
      fc.property(conduct, (one) => {
        const { state } = hold(one);
        expect(isDeepStrictEqual(decodeState(JSON.parse(JSON.stringify(encodeState(state)))), state)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('the random people themselves', () => {
  test('[DSK5] they bring about every fact there is, and meet the refusals that matter', () => {
    const seen = new Set<string>();
    const refused = new Set<RejectionCode>();
    for (const one of [
      ...fc.sample(conductArbitrary(240), RUNS),
      ...fc.sample(technicalConductArbitrary(200), { ...RUNS, numRuns: 40 }),
      ...fc.sample(recordsConductArbitrary(300), { ...RUNS, numRuns: 40 }),
    ]) {
      const { history, refusals } = hold(one);
      for (const { type } of history) seen.add(type);
      for (const code of refusals) refused.add(code);
    }
    // Counts as they are told are no fact of the journal.
    const facts = eventSchema.options.map(({ shape }) => shape.type.value).filter((type) => type !== 'attendanceTold');
    expect([...seen].toSorted()).toEqual(facts.toSorted());
    expect(RACES.filter((code) => !refused.has(code))).toEqual([]);
  }, 60_000);
});

/** The refusals that protect against what others did in the meantime. */
const RACES: readonly RejectionCode[] = [
  'note-changed',
  'minutes-signed',
  'ballot-not-open',
  'ballot-open',
  'already-voted',
  'quorum-not-reached',
  'wrong-phase',
  'floor-changed',
  'floor-occupied',
  'queue-changed',
  'agenda-changed',
  'program-changed',
  'speech-not-waiting',
  'speech-not-called',
  'speech-not-on-floor',
  'already-waiting',
  'unconfirmed',
  'too-late',
  'list-closed',
  'bridge-absent',
  'category-unknown',
  'question-on-floor',
  'line-not-lost',
  'no-understudy',
  'speech-not-speaking',
  'speech-not-paused',
  'speech-not-spoken',
  'row-kind-fixed',
  'item-untimed',
  'defect-unknown',
  'mark-as-before',
  'already-present',
  'wrong-bridge',
  'not-there',
  'has-substitute',
  'report-changed',
  'import-unknown',
  'bridge-has-delegates',
  'roll-call-running',
  'roll-call-over',
  'roll-changed',
  'delegate-unknown',
  'bridge-unknown',
  'bridge-in-use',
  'link-as-before',
  'category-twice',
  'item-not-waiting',
  'item-not-live',
  'source-unknown',
  'nothing-to-change',
  'central-bridge-exists',
];
