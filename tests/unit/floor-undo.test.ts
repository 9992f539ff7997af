import { describe, expect, test } from 'vitest';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import { speechOf } from '../../shared/domain/floor/floor.ts';
import type { SpeechId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  anGiang,
  central,
  itemAdded,
  itemFinished,
  itemId,
  itemStarted,
  LIVE,
  NOW,
  personId,
  quangBinh,
  SECOND,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { accepted, declined, lapsed, onStandby, queued } from '../support/floor-builders.ts';
import { began, called, ended, paper, requested } from '../support/speech-builders.ts';

const at = NOW;
const id = (name: string): SpeechId => speechId(name);
const clear: Command = { type: 'clearRequests', itemId: null };
const reinstate = (...names: readonly string[]): CommandOf<'reinstateSpeeches'> => ({
  type: 'reinstateSpeeches',
  speechIds: names.map(id),
});
const back = (name: string, when = at) => ({ type: 'speechReinstated', at: when, speechId: id(name) }) as const;
const stageIn = ({ floor }: ConferenceState, name: string) => speechOf(floor, id(name))?.stage;

/** Somebody speaks; a paper and three requests are in line, one more asks. */
const opinion = (name: string, bridge = anGiang) => paper(id(name), bridge, { kind: 'opinion' });
const FULL = [
  ...LIVE,
  paper(id('speaks'), central),
  called(id('speaks')),
  began(id('speaks')),
  opinion('o1'),
  opinion('o2'),
  paper(id('p1'), quangBinh),
  opinion('o3'),
  requested(id('asks'), anGiang, NOW + 1),
];
const ADMITTED = [requested(id('admitted'), quangBinh), accepted(id('admitted'))];

describe('clearing requests', () => {
  test('[SPK130] it takes away who waits, papers left out, and never touches who speaks', () => {
    const state = given(FULL)
      .when(clear)
      .emits(lapsed(id('o1')), lapsed(id('o2')), lapsed(id('o3')), lapsed(id('asks')), onStandby(id('p1')));
    expect(state.floor).toMatchObject({ queue: ['p1'], onFloor: ['speaks'] });
    expect(stageIn(state, 'speaks')).toMatchObject({ status: 'speaking' });
  });

  test('[SPK131] it leaves other lists alone, and is refused when there is nothing to clear', () => {
    const thaoLuan = itemId('thao-luan');
    const before = [...LIVE, itemAdded(thaoLuan), paper(id('o'), anGiang, { kind: 'opinion', itemId: thaoLuan })];
    given(before).when(clear).refuses('nothing-to-change');
    given(before)
      .when({ type: 'clearRequests', itemId: thaoLuan })
      .emits(lapsed(id('o')));
    given(LIVE, paper(id('p'), anGiang))
      .when(clear)
      .refuses('nothing-to-change');
  });

  test('[SPK132] it is taken back in the old order, also of several who stood beside each other', () => {
    const cleared = given(FULL, ADMITTED).when(clear).decided;
    const facts = cleared.ok ? cleared.value.events : [];
    const { floor } = given(FULL, ADMITTED, facts)
      .when(reinstate('o1', 'o2', 'o3', 'asks', 'admitted'))
      .happens();
    expect(floor.queue).toEqual(['o1', 'o2', 'p1', 'o3']);
    expect(speechOf(floor, id('asks'))?.stage).toEqual({ status: 'registered', at: NOW + 1 });
    expect(speechOf(floor, id('admitted'))?.stage).toEqual({ status: 'accepted', at: NOW });
    const reversed = given(FULL, ADMITTED, facts)
      .when(reinstate('o3', 'admitted', 'o2', 'asks', 'o1'))
      .happens();
    expect(reversed.floor.queue).toEqual(['o1', 'o2', 'p1', 'o3']);
  });
});

describe('taking back a slip', () => {
  const THREE = [...LIVE, opinion('o1'), opinion('o2', quangBinh), opinion('o3', central)];

  test('[SPK133] a declined entry stands again where it stood', () => {
    const { floor } = given(THREE, declined(id('o2')))
      .when(reinstate('o2'), { at: NOW + 5 * SECOND })
      .emits(back('o2', NOW + 5 * SECOND));
    expect(floor.queue).toEqual(['o1', 'o2', 'o3']);
  });

  test('[SPK134] so does a request that was declined before anybody answered it', () => {
    const asked = requested(id('q'), anGiang, NOW - 9);
    const { floor } = given(LIVE, asked, declined(id('q')))
      .when(reinstate('q'))
      .emits(back('q'));
    expect(speechOf(floor, id('q'))?.stage).toEqual({ status: 'registered', at: NOW - 9 });
  });

  test('[SPK135] it is possible for ten seconds, and two more for the way', () => {
    const gone = [...THREE, declined(id('o2'))];
    given(gone)
      .when(reinstate('o2'), { at: NOW + 12 * SECOND })
      .happens();
    given(gone)
      .when(reinstate('o2'), { at: NOW + 12 * SECOND + 1 })
      .refuses('too-late');
  });

  test('[SPK136] both the slip and what took it back stay on the record', () => {
    const state = given(THREE, declined(id('o2')), back('o2')).state;
    expect(stageIn(state, 'o2')).toEqual({ status: 'queued' });
    expect(state.floor.speeches.size).toBe(3);
  });

  test('[SPK137] only what was declined or cleared comes back', () => {
    given(THREE).when(reinstate('o2')).refuses('nothing-to-change');
    given(THREE, { type: 'speechWithdrawn', at, speechId: id('o2') })
      .when(reinstate('o2'))
      .refuses('nothing-to-change');
    given(THREE, called(id('o2')), ended(id('o2')))
      .when(reinstate('o2'))
      .refuses('nothing-to-change');
  });

  test('[SPK138] nobody comes back beside an entry of the same speaker and kind', () => {
    const speaker = { personId: personId('p'), fullName: null, positions: ['Trưởng Ban Tổ chức Tỉnh ủy'] };
    const asked = [requested(id('q'), anGiang, NOW, { speaker }), declined(id('q'))];
    given(LIVE, asked, requested(id('q2'), anGiang, NOW, { speaker }))
      .when(reinstate('q'))
      .refuses('already-waiting');
    given(LIVE, asked, requested(id('q2'), quangBinh, NOW, { speaker }))
      .when(reinstate('q'))
      .happens();
  });

  test('[SPK139] nobody comes back to the list of an item that is over', () => {
    const thaoLuan = itemId('thao-luan');
    const before = [
      ...LIVE,
      itemAdded(thaoLuan),
      itemStarted(thaoLuan),
      paper(id('o'), anGiang, { itemId: thaoLuan }),
      declined(id('o')),
    ];
    given(before, itemFinished(thaoLuan)).when(reinstate('o')).refuses('item-over');
    given(before).when(reinstate('o')).happens();
  });
});

describe('handed in writing', () => {
  const THREE = [...LIVE, paper(id('p1'), anGiang), paper(id('p2'), quangBinh), paper(id('p3'), central)];
  const hand = (...names: readonly string[]): Command => ({ type: 'handInWriting', speechIds: names.map(id) });
  const handed = (name: string) => ({ type: 'speechHandedInWriting', at, speechId: id(name) }) as const;

  test('[SPK140] papers that are handed in writing leave the line and are counted apart from those not reached', () => {
    const state = given(THREE)
      .when(hand('p1', 'p3', 'p1'))
      .emits(handed('p1'), handed('p3'));
    expect(state.floor.queue).toEqual(['p2']);
    expect(stageIn(state, 'p1')).toEqual({ status: 'handedInWriting', at });
  });

  test('[SPK141] all of them or none: who speaks or has spoken hands in nothing', () => {
    given(THREE, called(id('p1')))
      .when(hand('p2', 'p1'))
      .refuses('speech-not-waiting');
    given(THREE, called(id('p1')), ended(id('p1')))
      .when(hand('p1'))
      .refuses('speech-not-waiting');
    given(LIVE, requested(id('q'), anGiang), accepted(id('q')), queued(id('q')))
      .when(hand('q'))
      .emits(handed('q'));
  });
});
