import { expect, test } from 'vitest';
import { mapFrom } from '../../shared/base/persistent-map.ts';
import type { RollCall, RollEntry } from '../../shared/domain/attendance/roll-call.ts';
import { nextInRoll, runningRoll, upcomingInRoll } from '../../shared/domain/attendance/roll-order.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { Source } from '../../shared/domain/onair/onair.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import {
  calledInRoll,
  nextByPace,
  pacedCall,
  previousInRoll,
  rollFigures,
  shownInRoll,
  unansweredInRoll,
} from '../../shared/views/roll-call-order.ts';
import { AN_GIANG_FACTS, bridgeId, NOW } from '../support/builders.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(bridgeId) as [BridgeId, BridgeId, BridgeId, BridgeId];
const HEARD: RollEntry = { answer: 'heard', present: 61, at: NOW };

const roll = (rest: Partial<RollCall> & { readonly at?: BridgeId } = {}): RollCall => ({
  startedAt: NOW,
  endedAt: null,
  order: [a, b, c, d],
  holdMs: null,
  answers: {},
  ...rest,
  current: rest.at === undefined ? null : { bridgeId: rest.at, since: NOW + 500 },
});

const withRoll = (rollCall: RollCall | null, bridges: readonly BridgeId[] = [a, b, c, d]): ConferenceState => ({
  ...initialState,
  conference: { ...initialState.conference, phase: 'preparing' },
  bridges: {
    centralId: null,
    byId: mapFrom(
      bridges.map(
        (id) => [id, { ...AN_GIANG_FACTS, bridgeId: id, link: { status: 'untried' as const }, losses: 0 }] as const,
      ),
    ),
  },
  attendance: { ...initialState.attendance, rollCall },
});

test('[RCL1] the next is the first further down that has not answered, then those passed over, never the present one', () => {
  expect(nextInRoll(roll())).toBe(a);
  expect(upcomingInRoll(roll({ at: b }))).toEqual([c, d, a]);
  expect(upcomingInRoll(roll({ at: b, answers: { [c]: HEARD } }))).toEqual([d, a]);
  expect(nextInRoll(roll({ at: d, answers: { [a]: HEARD } }))).toBe(b);
  expect(nextInRoll(roll({ at: c, answers: { [a]: HEARD, [b]: HEARD, [d]: HEARD } }))).toBeNull();
});

test('[RCL2] whoever was called and said nothing stays among those who have not answered', () => {
  const passed = roll({ at: c, answers: { [a]: HEARD } });
  expect(unansweredInRoll(passed)).toEqual([b, c, d]);
  expect(previousInRoll(passed)).toBe(b);
  expect(previousInRoll(roll({ at: a }))).toBeNull();
  expect(previousInRoll(roll())).toBeNull();
});

test('[RCL3] the place of who is called is its place in the order, also when somebody is called again', () => {
  expect(calledInRoll(withRoll(roll({ at: c })))).toEqual({ bridgeId: c, place: 3, of: 4 });
  expect(calledInRoll(withRoll(roll({ at: a, answers: { [c]: HEARD } })))).toEqual({ bridgeId: a, place: 1, of: 4 });
  expect(calledInRoll(withRoll(roll()))).toBeNull();
  expect(calledInRoll(withRoll(null))).toBeNull();
  expect(calledInRoll(withRoll({ ...roll({ at: c }), endedAt: NOW }))).toBeNull();
});

test('[RCL4] a bridge that was removed is no longer called, and nobody waits for it', () => {
  const state = withRoll(roll({ at: a }), [a, c, d]);
  expect(runningRoll(state)?.order).toEqual([a, c, d]);
  expect(calledInRoll(state)).toEqual({ bridgeId: a, place: 1, of: 3 });
  expect(calledInRoll(withRoll(roll({ at: b }), [a, c, d]))).toBeNull();
});

test('[RCL4] in a closed conference no roll call runs any more', () => {
  const state = withRoll(roll({ at: a, holdMs: 8_000 }));
  const closed: ConferenceState = { ...state, conference: { ...state.conference, phase: 'closed' } };
  expect(runningRoll(state)).not.toBeNull();
  expect(runningRoll(closed)).toBeNull();
  expect(pacedCall(closed)).toBeNull();
});

test('[RCL7] the wall says of a bridge that it is called only while it is the one that is seen', () => {
  const seen = (source: Source): ConferenceState => ({
    ...withRoll(roll({ at: c })),
    onair: { ...initialState.onair, mode: { kind: 'manual', source } },
  });
  expect(shownInRoll(seen({ kind: 'bridge', bridgeId: c }))).toEqual({ bridgeId: c, place: 3, of: 4 });
  expect(shownInRoll(seen({ kind: 'bridge', bridgeId: a }))).toBeNull();
  expect(shownInRoll(seen({ kind: 'hold' }))).toBeNull();
  expect(shownInRoll(withRoll(roll({ at: c })))).toBeNull();
});

test('[RCL5] the figures count answers of each kind, and add up the numbers that were given', () => {
  const answers = {
    [a]: HEARD,
    [b]: { answer: 'silent', present: null, at: NOW },
    [d]: { answer: 'missing', present: null, at: NOW },
  } as const;
  expect(rollFigures(roll({ answers }))).toEqual({
    all: 4,
    answered: 3,
    heard: 1,
    silent: 1,
    missing: 1,
    present: 61,
  });
});

test('[RCL6] with a pace the first is called at once, each other after its time; the pace never goes back', () => {
  const paced = { holdMs: 8_000 };
  expect(pacedCall(withRoll(roll(paced)))).toEqual({ at: NOW, expectedBridgeId: null, bridgeId: a });
  expect(pacedCall(withRoll(roll({ ...paced, at: b })))).toEqual({
    at: NOW + 8_500,
    expectedBridgeId: b,
    bridgeId: c,
  });
  expect(nextByPace(roll({ ...paced, at: d }))).toBeNull();
  expect(pacedCall(withRoll(roll({ ...paced, at: d })))).toBeNull();
  expect(pacedCall(withRoll(roll({ at: b })))).toBeNull();
  expect(pacedCall(withRoll({ ...roll({ ...paced, at: b }), endedAt: NOW }))).toBeNull();
});
