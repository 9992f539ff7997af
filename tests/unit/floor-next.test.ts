import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/domain/command.ts';
import { speechOf } from '../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { anGiang, central, LIVE, NOW, personId, quangBinh, speechId } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { call, onStandby, stoodDown, withdrawn } from '../support/floor-builders.ts';
import { began, called, ended, paper } from '../support/speech-builders.ts';

const at = NOW;
const an = speechId('an');
const binh = speechId('binh');
const stageIn = ({ floor }: ConferenceState, id = an) => speechOf(floor, id)?.stage;

describe('the next in line stands by', () => {
  const two = [paper(an, anGiang), paper(binh, quangBinh)];

  test('[SPK50] whoever is next is told as soon as somebody has the floor', () => {
    const state = given(LIVE, two).when(call(an)).emits(called(an), onStandby(binh));
    expect(stageIn(state, binh)).toEqual({ status: 'standby', since: NOW });
    expect(state.floor.queue).toEqual([binh]);
  });

  test('[SPK51] while nobody has the floor nobody stands by', () => {
    given(LIVE, paper(an, anGiang))
      .when({ type: 'moveSpeech', speechId: an, beforeSpeechId: null })
      .emits({ type: 'speechMoved', at, speechId: an, beforeSpeechId: null, by: 'moderator' });
  });

  test('[SPK52] somebody put in front stands by instead', () => {
    const third = speechId('chau');
    const before = [...LIVE, two, paper(third, central), called(an), onStandby(binh)].flat();
    const state = given(before)
      .when({ type: 'moveSpeech', speechId: third, beforeSpeechId: binh })
      .emits(
        { type: 'speechMoved', at, speechId: third, beforeSpeechId: binh, by: 'moderator' },
        stoodDown(binh),
        onStandby(third),
      );
    expect(stageIn(state, binh)).toEqual({ status: 'queued' });
  });

  test('[SPK53] who stands by may be called, moved, declined and withdrawn like all who wait', () => {
    const before = [...LIVE, two, called(an), onStandby(binh)].flat();
    given(before)
      .when(call(binh, an))
      .emits(ended(an, NOW, 'nextCalled'), called(binh));
    given(before).when({ type: 'withdrawSpeech', speechId: binh }).emits(withdrawn(binh));
    given(before).when({ type: 'declineSpeech', speechId: binh }).happens();
    given(before)
      .when({ type: 'handInWriting', speechIds: [binh] })
      .happens();
  });
});

describe('an understudy', () => {
  const understudy = { fullName: null, positions: ['Phó Trưởng Ban'] };
  const name: Command = { type: 'nameUnderstudy', speechId: an, understudy };
  const seat: Command = { type: 'seatUnderstudy', speechId: an };
  const person = { personId: personId('new-1'), ...understudy };
  const named = { type: 'understudyNamed', at, speechId: an, understudy: person } as const;

  test('[SPK54] one can be named while the entry waits, and taken back', () => {
    const { floor } = given(LIVE, paper(an, anGiang)).when(name).emits(named);
    expect(speechOf(floor, an)?.understudy).toEqual(person);
    given(LIVE, paper(an, anGiang), named)
      .when({ ...name, understudy: null })
      .emits({ ...named, understudy: null });
    given(LIVE, paper(an, anGiang))
      .when({ ...name, understudy: null })
      .refuses('nothing-to-change');
    given(LIVE, paper(an, anGiang), called(an), began(an)).when(name).refuses('speech-not-waiting');
  });

  test('[SPK55] the understudy speaks in the place of whoever was entered, also after the call', () => {
    for (const history of [[], [called(an)]]) {
      const { floor } = given(LIVE, paper(an, anGiang), named, history)
        .when(seat)
        .emits({ type: 'understudySeated', at, speechId: an, speaker: person });
      expect(speechOf(floor, an)).toMatchObject({ speaker: person, understudy: null });
    }
    given(LIVE, paper(an, anGiang)).when(seat).refuses('no-understudy');
    given(LIVE, paper(an, anGiang), named, called(an), began(an)).when(seat).refuses('speech-not-waiting');
  });
});
