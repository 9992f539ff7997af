import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valuesOf } from '../../shared/base/persistent-map.ts';
import { isCounting } from '../../shared/domain/attendance/seen-by.ts';
import { type Audience, bridgesConcernedBy, PUBLIC, redactState, STAFF, tell } from '../../shared/domain/audience.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { type BridgeId } from '../../shared/domain/ids.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { anGiang, LIVE, nowhere, speechId, stateAfter } from '../support/builders.ts';
import {
  attendanceConductArbitrary,
  conductArbitrary,
  floorConductArbitrary,
  hold,
  recordsConductArbitrary,
  technicalConductArbitrary,
} from '../support/conduct.ts';
import { OURS, PLANTED, type Redaction } from '../support/planted-leaks.ts';
import { called, paper } from '../support/speech-builders.ts';

const RUNS = { seed: 20210930, numRuns: 80 };
const conduct = fc.oneof(
  conductArbitrary(150),
  floorConductArbitrary(50),
  attendanceConductArbitrary(90),
  technicalConductArbitrary(90),
  { arbitrary: recordsConductArbitrary(160), weight: 2 },
);

const bridgesOf = ({ bridges }: ConferenceState): readonly BridgeId[] =>
  [...valuesOf(bridges.byId)].map(({ bridgeId }) => bridgeId);

/** Every audience that there is, and one whose bridge is not there. */
const audiencesAt = (state: ConferenceState): readonly Audience[] => [
  STAFF,
  PUBLIC,
  ...[...bridgesOf(state), nowhere].flatMap((bridgeId): Audience[] => [
    { kind: 'bridge', bridgeId },
    { kind: 'door', bridgeId },
  ]),
];

const same = (a: ConferenceState, b: ConferenceState): boolean => isDeepStrictEqual(a, b);

/** The audiences for whom a screen that folds what it was told is not what the server would show it. */
function breaches(
  by: Redaction,
  before: ConferenceState,
  events: readonly ConferenceEvent[],
  after: ConferenceState,
): readonly Audience[] {
  return audiencesAt(after).filter((audience) => {
    const told = by.tell(audience, seqOf(events), after).map(({ event }) => event);
    return !same(told.reduce(evolve, by.state(audience, before)), by.state(audience, after));
  });
}

/** So many facts a frame holds: the conference is cut by these lengths, again and again. */
const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 });

interface Frame {
  readonly before: ConferenceState;
  readonly events: readonly ConferenceEvent[];
  readonly after: ConferenceState;
}

/** The conference in frames: first each fact alone, then cut by these lengths. */
function framesOf(history: readonly ConferenceEvent[], lengths: readonly number[]): readonly Frame[] {
  const states = [initialState];
  for (const event of history) states.push(evolve(states.at(-1) ?? initialState, event));
  const frame = (from: number, to: number): Frame => ({
    before: states[from] ?? initialState,
    events: history.slice(from, to),
    after: states[Math.min(to, history.length)] ?? initialState,
  });
  const alone = history.map((_, index) => frame(index, index + 1));
  const cut: Frame[] = [];
  for (let from = 0, round = 0; from < history.length; round++) {
    const to = from + (lengths[round % lengths.length] ?? 1);
    cut.push(frame(from, to));
    from = to;
  }
  return [...alone, ...cut];
}

/** Runs random conferences until the redaction breaks its law. */
const lawHolds = (by: Redaction): boolean =>
  !fc.check(
    fc.property(conduct, cuts, (one, lengths) => {
      for (const { before, events, after } of framesOf(hold(one).history, lengths)) {
        if (breaches(by, before, events, after).length > 0) throw new Error('a breach');
      }
    }),
    { ...RUNS, endOnFailure: true },
  ).failed;

describe('the law of redaction', () => {
  test('[AUD1] what a screen folds is what the server would show it, for all facts in any frames and every audience', () => {
    fc.assert(
      fc.property(conduct, cuts, (one, lengths) => {
        for (const { before, events, after } of framesOf(hold(one).history, lengths)) {
          expect(breaches(OURS, before, events, after), events.map(({ type }) => type).join()).toEqual([]);
        }
      }),
      RUNS,
    );
  }, 120_000);

  test.each(Object.entries(PLANTED))('[AUD2] a planted leak is found: %s', (_, redaction) => {
    expect(lawHolds(redaction)).toBe(false);
  });
});

const seqOf = (events: readonly ConferenceEvent[]) => events.map((event, index) => ({ seq: index + 1, event }));

/** What the audience is told of one fact. */
const toldOf = (audience: Audience, event: ConferenceEvent, after: ConferenceState): readonly ConferenceEvent[] =>
  tell(audience, [{ seq: 1, event }], after).map((one) => one.event);

/** Something that the audience does not know already. */
const isNews = (event: ConferenceEvent): boolean =>
  event.type !== 'attendanceTold' || event.bridges.some(({ one }) => one !== null);

describe('the streams of the bridges', () => {
  test('[AUD3] only the bridges that a fact concerns are told of it, and each of them is, once', () => {
    fc.assert(
      fc.property(conduct, (one) => {
        hold(one, {
          onEvent: (before, event, after) => {
            const concerned = bridgesConcernedBy(event);
            expect(new Set(concerned).size, event.type).toBe(concerned.length);
            for (const bridgeId of [...bridgesOf(before), ...bridgesOf(after), nowhere]) {
              const told = toldOf({ kind: 'bridge', bridgeId }, event, after).some(isNews);
              // The count of a bridge far below may change nothing that those above see.
              if (isCounting(event) && !told) continue;
              expect(told, `${event.type} to ${bridgeId}`).toBe(concerned.includes(bridgeId));
            }
          },
        });
      }),
      { ...RUNS, numRuns: 50 },
    );
  });

  test('[AUD4] what a bridge’s stream holds is disjoint from the stage: the two are folded apart', () => {
    const state = stateAfter(LIVE, paper(speechId('an'), anGiang), called(speechId('an')));
    const own = redactState({ kind: 'bridge', bridgeId: anGiang }, state);
    expect([own.floor, own.agenda, own.onair, own.conference]).toEqual([
      stateAfter().floor,
      stateAfter().agenda,
      stateAfter().onair,
      stateAfter().conference,
    ]);
    expect(bridgesOf(own)).toEqual([anGiang]);
  });
});
