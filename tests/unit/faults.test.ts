import { expect, test } from 'vitest';
import { emptyMap, putIn } from '../../shared/base/persistent-map.ts';
import { attendanceOf, nothingSaid, tallyOf } from '../../shared/domain/attendance/attendance.ts';
import { withTally } from '../../shared/domain/attendance/figure.ts';
import { noMarks } from '../../shared/domain/attendance/mark.ts';
import { type Bridge, bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import { faultsOf } from '../../shared/domain/faults.ts';
import { type Speech, type Stage, speechOf } from '../../shared/domain/floor/floor.ts';
import { MAX_ON_FLOOR } from '../../shared/domain/floor/rules.ts';
import { type Run, startRun } from '../../shared/domain/run.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  AN_GIANG_FACTS,
  anGiang,
  bridgeId,
  checkedIn,
  counts,
  itemAdded,
  itemId,
  itemStarted,
  LIVE,
  listed,
  NOW,
  nowhere,
  quangBinh,
  reported,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { began, called, ended, paper } from '../support/speech-builders.ts';

const an = speechId('an');
const binh = speechId('binh');
const SOUND = stateAfter(
  LIVE,
  [paper(an, anGiang), paper(binh, quangBinh)],
  [listed(anGiang, 'db-1'), checkedIn(anGiang, 'db-1'), reported(quangBinh, counts(9, 8))],
  [itemAdded(itemId('i1')), itemAdded(itemId('i2')), itemStarted(itemId('i1'))],
);
const CALLED = stateAfter(LIVE, paper(an, anGiang), paper(binh, quangBinh), called(an));
const SPOKEN = stateAfter(LIVE, paper(an, anGiang), called(an), began(an), ended(an, NOW + 9));

const withBridge = (rest: Partial<Bridge>): ConferenceState => {
  const bridge = bridgeOf(SOUND.bridges, anGiang) ?? {
    ...AN_GIANG_FACTS,
    link: { status: 'untried' } as const,
    losses: 0,
  };
  const changed = { ...bridge, ...rest };
  return { ...SOUND, bridges: { ...SOUND.bridges, byId: putIn(SOUND.bridges.byId, changed.bridgeId, changed) } };
};

const withSpeech = (state: ConferenceState, rest: Partial<Speech>, id = an): ConferenceState => {
  const one = speechOf(state.floor, id);
  if (one === undefined) throw new Error(`no speech ${id}`);
  return { ...state, floor: { ...state.floor, speeches: putIn(state.floor.speeches, id, { ...one, ...rest }) } };
};

const staged = (stage: Stage): ConferenceState => withSpeech(SOUND, { stage });
const withFloor = (rest: Partial<ConferenceState['floor']>): ConferenceState => ({
  ...SOUND,
  floor: { ...SOUND.floor, ...rest },
});
const withAttendance = (rest: Partial<ConferenceState['attendance']>): ConferenceState => ({
  ...SOUND,
  attendance: { ...SOUND.attendance, ...rest },
});
const withItems = (items: ConferenceState['agenda']['items']): ConferenceState => ({
  ...SOUND,
  agenda: { ...SOUND.agenda, items },
});
const STANDBY: Stage = { status: 'standby', since: NOW };
const charged = (chargedMs: number): ConferenceState =>
  withFloor({ ledger: putIn(SOUND.floor.ledger, anGiang, { chargedMs, correctedMs: 0 }) });
/** Spoken for a second, and nothing was charged. */
const spoken = (run: Run): ConferenceState => {
  const done = stateAfter(LIVE, paper(an, anGiang), paper(binh, quangBinh), called(an), ended(an));
  return withSpeech(done, {
    stage: { status: 'spoken', calledAt: NOW, run, endedAt: NOW + 1_000, cause: 'moderator' },
  });
};
const lessThanNobody = { ...nothingSaid, named: { 'Đại biểu': { ...noMarks, unmarked: -1 } } };

test('[DSK7] a sound conference has no fault', () => {
  expect(faultsOf(SOUND)).toEqual([]);
  expect(faultsOf(CALLED)).toEqual([]);
  expect(faultsOf(SPOKEN)).toEqual([]);
});

test.each([
  ['two bridges stand at the same place', withBridge({ order: 2 })],
  ['there are two central bridges', withBridge({ tier: 0 })],
  ['a bridge hangs below one that is gone', withBridge({ parentId: nowhere })],
  [
    'the totals are not the sum of the bridges',
    withAttendance({ totals: { ...SOUND.attendance.totals, reported: 99 } }),
  ],
  [
    'the totals are not the sum of the bridges',
    withAttendance({ totals: withTally(SOUND.attendance.totals, tallyOf(lessThanNobody)) }),
  ],
  [
    'what stands below a bridge is not the sum of its sub-bridges',
    withAttendance({
      byBridge: putIn(SOUND.attendance.byBridge, quangBinh, {
        ...attendanceOf(SOUND.attendance, quangBinh),
        below: SOUND.attendance.totals,
      }),
    }),
  ],
  [
    'what stands below a bridge is not the sum of its sub-bridges',
    withAttendance({
      byBridge: putIn(SOUND.attendance.byBridge, quangBinh, {
        ...attendanceOf(SOUND.attendance, quangBinh),
        above: [anGiang],
      }),
    }),
  ],
  ['the delegations are not the sum of the lists', withAttendance({ byDelegation: emptyMap() })],
  ['a count is below zero', withAttendance({ byBridge: putIn(SOUND.attendance.byBridge, quangBinh, lessThanNobody) })],
  [
    'a bridge that is gone has attendance',
    withAttendance({
      byBridge: ['a', 'b', 'c'].reduce(
        (byBridge, id) => putIn(byBridge, bridgeId(id), lessThanNobody),
        SOUND.attendance.byBridge,
      ),
    }),
  ],
  [
    'two agenda items are live',
    withItems(
      SOUND.agenda.items.map((item) => ({ ...item, progress: { status: 'live', run: startRun(NOW), delayMs: 0 } })),
    ),
  ],
  ['an agenda item stands twice', withItems(SOUND.agenda.items.flatMap((item) => [item, item]))],
  ['a speech waits twice', withFloor({ queue: [an, binh, an] })],
  ['the line and its speeches disagree', withFloor({ queue: [an, binh, speechId('gone')] })],
  ['the line and its speeches disagree', withFloor({ queue: [an] })],
  ['the line and its speeches disagree', staged({ status: 'withdrawn', at: NOW })],
  ['two speakers stand by', withSpeech(staged({ status: 'standby', since: NOW }), { stage: STANDBY }, binh)],
  ['the floor is over-full', withFloor({ onFloor: Array.from({ length: MAX_ON_FLOOR + 1 }, () => an) })],
  ['the floor and its speeches disagree', withSpeech(CALLED, { stage: { status: 'called', calledAt: NOW } }, binh)],
  ['the floor and its speeches disagree', withFloor({ onFloor: [an] })],
  ['the floor and its speeches disagree', withFloor({ interposed: an })],
  ['the ledger is not the sum of what was spoken', charged(1)],
  ['the ledger is not the sum of what was spoken', spoken({ startedAt: NOW, pauses: [], held: null })],
  ['a speech belongs to a bridge that is gone', withSpeech(SOUND, { bridgeId: nowhere })],
] as const)('[DSK7] a fault is named: %s', (sentence, state) => {
  expect(faultsOf(state)).toContain(sentence);
});
