import { expect, test } from 'vitest';
import { putIn } from '../../shared/base/persistent-map.ts';
import { type Bridge, bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import { faultsOf } from '../../shared/domain/faults.ts';
import { type Speech, type Stage, speechOf } from '../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  AN_GIANG_FACTS,
  anGiang,
  bridgeId,
  called,
  checkedIn,
  counts,
  itemAdded,
  itemId,
  itemStarted,
  LIVE,
  listed,
  NOW,
  nowhere,
  paper,
  quangBinh,
  reported,
  speech,
  speechId,
  stateAfter,
} from '../support/builders.ts';

const an = speechId('an');
const binh = speechId('binh');
const SOUND = stateAfter(
  LIVE,
  [paper(an, anGiang), paper(binh, quangBinh)],
  [listed(anGiang, 'db-1'), checkedIn(anGiang, 'db-1'), reported(quangBinh, counts(9, 8))],
  [itemAdded(itemId('i1')), itemAdded(itemId('i2')), itemStarted(itemId('i1'))],
);
const CALLED = stateAfter(LIVE, paper(an, anGiang), called(an));

const withBridge = (rest: Partial<Bridge>): ConferenceState => {
  const bridge = bridgeOf(SOUND.bridges, anGiang) ?? { ...AN_GIANG_FACTS, link: { status: 'untried' } as const };
  const changed = { ...bridge, ...rest };
  return { ...SOUND, bridges: { ...SOUND.bridges, byId: putIn(SOUND.bridges.byId, changed.bridgeId, changed) } };
};

const withSpeech = (state: ConferenceState, rest: Partial<Speech>, id = an): ConferenceState => {
  const one = speechOf(state.floor, id) ?? { ...speech(id, anGiang), stage: { status: 'queued' } as const };
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
const lessThanNobody = { named: { unmarked: -1, present: 0, absentExcused: 0, absentUnexcused: 0 }, report: null };

test('[DSK7] a sound conference has no fault', () => {
  expect(faultsOf(SOUND)).toEqual([]);
  expect(faultsOf(CALLED)).toEqual([]);
});

test.each([
  ['two bridges stand at the same place', withBridge({ order: 2 })],
  ['there are two central bridges', withBridge({ tier: 0 })],
  ['a bridge hangs below one that is gone', withBridge({ parentId: nowhere })],
  [
    'the totals are not the sum of the bridges',
    withAttendance({ totals: { ...SOUND.attendance.totals, present: 99 } }),
  ],
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
    {
      ...SOUND,
      agenda: {
        items: SOUND.agenda.items.map((item) => ({ ...item, progress: { status: 'live', startedAt: NOW } as const })),
      },
    },
  ],
  ['an agenda item stands twice', { ...SOUND, agenda: { items: SOUND.agenda.items.flatMap((item) => [item, item]) } }],
  ['a speech waits twice', withFloor({ queue: [an, binh, an] })],
  ['a speech that waits is unknown', withFloor({ queue: [an, binh, speechId('gone')] })],
  ['a speech in the queue is not waiting', staged({ status: 'withdrawn', at: NOW })],
  ['two speeches have the floor', withSpeech(CALLED, { stage: { status: 'called', calledAt: NOW } }, binh)],
  ['the floor and its speech disagree', withFloor({ onFloor: an })],
  ['a speech belongs to a bridge that is gone', withSpeech(SOUND, { bridgeId: nowhere })],
] as const)('[DSK7] a fault is named: %s', (sentence, state) => {
  expect(faultsOf(state)).toContain(sentence);
});
