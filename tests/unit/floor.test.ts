import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/domain/command.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { speechOf } from '../../shared/domain/floor/floor.ts';
import { followingFloor } from '../../shared/domain/onair/onair.ts';
import { startRun } from '../../shared/domain/run.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  AN_GIANG_FACTS,
  anGiang,
  armed,
  from,
  HOLD,
  LIVE,
  MINUTE,
  NOW,
  quangBinh,
  speechId,
  stateAfter,
  taken,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { call, declined, onStandby } from '../support/floor-builders.ts';
import { began, called, ended, paper, requested, reserveOpened } from '../support/speech-builders.ts';

const at = NOW;
const an = speechId('an');
const binh = speechId('binh');
const two = [paper(an, anGiang), paper(binh, quangBinh)];
const stageIn = ({ floor }: ConferenceState, id = an) => speechOf(floor, id)?.stage;
describe('calling a speaker', () => {
  test('[FLR20] the called speech leaves the queue and has the floor', () => {
    const state = given(LIVE, two)
      .when(call(an, null), { at: NOW + 4 })
      .emits(called(an, NOW + 4), onStandby(binh, NOW + 4));
    expect(state.floor).toMatchObject({ queue: [binh], onFloor: [an] });
    expect(stageIn(state)).toEqual({ status: 'called', calledAt: NOW + 4 });
  });

  test('[FLR21] calling a speaker ends the running speech at the same instant', () => {
    const state = given(LIVE, two, called(an), began(an, NOW + 1))
      .when(call(binh, an), { at: NOW + MINUTE })
      .emits(ended(an, NOW + MINUTE, 'nextCalled'), called(binh, NOW + MINUTE));
    expect(stageIn(state)).toEqual({
      status: 'spoken',
      calledAt: NOW,
      run: startRun(NOW + 1),
      endedAt: NOW + MINUTE,
      cause: 'nextCalled',
    });
    expect(state.floor.onFloor).toEqual([binh]);
  });

  test('[FLR22] of two moderators who call at once, the second is told who has the floor', () => {
    given(LIVE, two).when(call(an, null)).happens();
    given(LIVE, two, called(an)).when(call(binh, null)).refuses('floor-changed', { bridge: AN_GIANG_FACTS.name });
  });

  test('[FLR23] a call that saw a speaker who has ended meanwhile is refused too', () => {
    given(LIVE, two, called(an), ended(an)).when(call(binh, an)).refuses('floor-changed');
  });

  test('[FLR24] a double click calls once', () => {
    given(LIVE, two, called(an)).when(call(an, null)).refuses('floor-changed', { bridge: AN_GIANG_FACTS.name });
    given(LIVE, two, called(an)).when(call(an, an)).refuses('speech-not-waiting');
  });

  test('[FLR25] only a speech in the queue can be called', () => {
    given(LIVE, requested(an, anGiang)).when(call(an, null)).refuses('speech-not-waiting');
    given(LIVE, paper(an, anGiang), declined(an)).when(call(an, null)).refuses('speech-not-waiting');
  });

  test('[FLR26] a call out of order is allowed: the queue is an offer', () => {
    expect(given(LIVE, two).when(call(binh, null)).emits(called(binh), onStandby(an)).floor.queue).toEqual([an]);
  });

  test('[FLR27] a call closes the chair’s reserve microphone', () => {
    const state = given(LIVE, two, called(an), reserveOpened)
      .when(call(binh, an))
      .emits(ended(an, NOW, 'nextCalled'), called(binh), { type: 'chairMicrophoneClosed', at });
    expect(state.floor.reserveOpen).toBe(false);
  });

  test('[FLR28] a call gives the picture back to the floor and disarms what was armed by hand', () => {
    const state = given(LIVE, two, taken(HOLD), armed(from(quangBinh)))
      .when(call(an, null))
      .emits(called(an), { type: 'programFollowsFloor', at }, { type: 'sourceDisarmed', at }, onStandby(binh));
    expect(state.onair).toEqual(followingFloor);
  });
});

describe('the speech', () => {
  test('[FLR29] a called speech begins when it is heard, once', () => {
    const begin: Command = { type: 'beginSpeech', speechId: an };
    const state = given(LIVE, two, called(an))
      .when(begin, { at: NOW + 3 })
      .emits(began(an, NOW + 3), onStandby(binh, NOW + 3));
    expect(stageIn(state)).toEqual({ status: 'speaking', calledAt: NOW, run: startRun(NOW + 3) });
    given(LIVE, two, called(an), began(an)).when(begin).refuses('speech-not-called');
    given(LIVE, two).when(begin).refuses('speech-not-called');
  });

  test('[FLR30] time can be added to the speech that has the floor', () => {
    const extend: Command = { type: 'extendSpeech', speechId: an, byMs: 2 * MINUTE };
    for (const history of [[called(an)], [called(an), began(an)]]) {
      const { floor } = given(LIVE, two, history, onStandby(binh))
        .when(extend)
        .emits({ type: 'speechExtended', at, speechId: an, byMs: 2 * MINUTE });
      expect(speechOf(floor, an)?.allottedMs).toBe(9 * MINUTE);
    }
    given(LIVE, two).when(extend).refuses('speech-not-on-floor');
    given(LIVE, two, called(an), ended(an)).when(extend).refuses('speech-not-on-floor');
  });

  test('[FLR31] ending a speech frees the floor', () => {
    const state = given(LIVE, two, called(an), began(an, NOW + 2))
      .when({ type: 'endSpeech', speechId: an }, { at: NOW + 9 })
      .emits(ended(an, NOW + 9));
    expect(state.floor.onFloor).toEqual([]);
    expect(stageIn(state)).toMatchObject({ run: startRun(NOW + 2), endedAt: NOW + 9, cause: 'moderator' });
  });

  test('[FLR32] a speech that was called but never heard took no speaking time', () => {
    const state = given(LIVE, two, called(an)).when({ type: 'endSpeech', speechId: an }).happens();
    expect(stageIn(state)).toMatchObject({ status: 'spoken', run: null, endedAt: NOW });
  });

  test('[FLR33] what does not have the floor cannot be ended', () => {
    given(LIVE, two, called(an)).when({ type: 'endSpeech', speechId: binh }).refuses('speech-not-on-floor');
    given(LIVE, two, called(an), ended(an)).when({ type: 'endSpeech', speechId: an }).refuses('speech-not-on-floor');
  });

  test('[FLR34] the chair’s reserve microphone is opened and closed, and told only when it changes', () => {
    const open: Command = { type: 'openChairMicrophone' };
    const close: Command = { type: 'closeChairMicrophone' };
    expect(given(LIVE).when(open).emits({ type: 'chairMicrophoneOpened', at }).floor.reserveOpen).toBe(true);
    given(LIVE, reserveOpened).when(close).emits({ type: 'chairMicrophoneClosed', at });
    given(LIVE, reserveOpened).when(open).refuses('nothing-to-change');
    given(LIVE).when(close).refuses('nothing-to-change');
  });

  test('[FLR35] a fact about a speech that is not on the floor changes neither clock nor floor', () => {
    const state = stateAfter(LIVE, two);
    expect(evolve(state, began(an))).toEqual(state);
    const onFloor = stateAfter(LIVE, two, called(an));
    expect(evolve(onFloor, ended(binh)).floor.onFloor).toEqual([an]);
    expect(evolve(state, { type: 'speechExtended', at, speechId: speechId('none'), byMs: MINUTE })).toEqual(state);
  });
});
