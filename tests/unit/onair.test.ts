import { describe, expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { armedSource, programSource } from '../../shared/domain/onair/program.ts';
import { lowerThird, tallyOf } from '../../shared/views/stage.ts';
import {
  ADJOURNED,
  AN_GIANG_FACTS,
  anGiang,
  armed,
  CENTRAL_FACTS,
  CLOSED,
  central,
  created,
  DRAFT,
  from,
  HOLD,
  LIVE,
  NOW,
  nowhere,
  person,
  preparing,
  QUANG_BINH_FACTS,
  quangBinh,
  speechId,
  stateAfter,
  taken,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { called, ended, paper } from '../support/speech-builders.ts';

const at = NOW;
const an = speechId('an');
const binh = speechId('binh');
const speaker = person('Trưởng Ban Tổ chức Tỉnh ủy An Giang');
const two = [paper(an, anGiang, { speaker }), paper(binh, quangBinh)];
const after = (...history: readonly (ConferenceEvent | readonly ConferenceEvent[])[]) => stateAfter(LIVE, ...history);

describe('what everyone sees', () => {
  test('[AIR1] program follows the floor', () => {
    expect(programSource(after(two, called(an)))).toEqual(from(anGiang));
    expect(programSource(after(two, called(an), ended(an), called(binh)))).toEqual(from(quangBinh));
  });

  test('[AIR2] when nobody has the floor, program is the central bridge', () => {
    expect(programSource(after(two))).toEqual(from(central));
    expect(programSource(after(two, called(an), ended(an)))).toEqual(from(central));
  });

  test.each([
    ['before it is opened', DRAFT],
    ['while it is adjourned', ADJOURNED],
    ['after it is closed', CLOSED],
  ])('[AIR3] outside the session the slide is shown: %s', (_, history) => {
    expect(programSource(stateAfter(history))).toEqual(HOLD);
  });

  test('[AIR4] a source taken by hand stands, whoever speaks', () => {
    expect(programSource(after(taken(from(quangBinh))))).toEqual(from(quangBinh));
    expect(programSource(after(two, called(an), taken(HOLD)))).toEqual(HOLD);
  });

  test('[AIR5] of two who take at once, the second is refused: program has changed', () => {
    const take = { type: 'takeSource', source: from(quangBinh), expectedProgram: from(central) } as const;
    const state = given(LIVE)
      .when(take)
      .emits(taken(from(quangBinh)));
    expect(programSource(state)).toEqual(from(quangBinh));
    given(LIVE, taken(from(anGiang)))
      .when(take)
      .refuses('program-changed');
    given(LIVE, two, called(an)).when(take).refuses('program-changed');
  });

  test('[AIR6] a take disarms what was armed by hand', () => {
    given(LIVE, armed(from(anGiang)))
      .when({ type: 'takeSource', source: from(anGiang), expectedProgram: from(central) })
      .emits(taken(from(anGiang)), { type: 'sourceDisarmed', at });
  });

  test('[AIR7] the picture can be given back to the floor', () => {
    const state = given(LIVE, taken(HOLD)).when({ type: 'followFloor' }).emits({ type: 'programFollowsFloor', at });
    expect(programSource(state)).toEqual(from(central));
    given(LIVE).when({ type: 'followFloor' }).refuses('nothing-to-change');
  });
});

describe('what comes next', () => {
  test('[AIR8] the next in line is armed by itself', () => {
    expect(armedSource(after(two))).toEqual(from(anGiang));
    expect(armedSource(after(two, called(an)))).toEqual(from(quangBinh));
  });

  test('[AIR9] when nobody waits, what the floor falls back to is armed', () => {
    expect(armedSource(after())).toEqual(from(central));
    expect(armedSource(stateAfter(created))).toEqual(HOLD);
  });

  test('[AIR10] a source armed by hand prevails until it is disarmed', () => {
    const state = given(LIVE, two)
      .when({ type: 'armSource', source: from(quangBinh) })
      .emits(armed(from(quangBinh)));
    expect(armedSource(state)).toEqual(from(quangBinh));
    const disarmed = given(LIVE, two, armed(from(quangBinh)))
      .when({ type: 'disarmSource' })
      .emits({ type: 'sourceDisarmed', at });
    expect(armedSource(disarmed)).toEqual(from(anGiang));
    given(LIVE).when({ type: 'disarmSource' }).refuses('nothing-to-change');
  });

  test('[AIR11] nobody shows a bridge that is not there; the slide is always there', () => {
    given(LIVE)
      .when({ type: 'armSource', source: from(nowhere) })
      .refuses('source-unknown');
    given(LIVE)
      .when({ type: 'takeSource', source: from(nowhere), expectedProgram: from(central) })
      .refuses('source-unknown');
    given(LIVE).when({ type: 'armSource', source: HOLD }).happens();
  });
});

describe('the band on a bridge’s own screen', () => {
  test('[AIR12] it says on air, next, or watching', () => {
    const state = after(two, called(an));
    expect(tallyOf(state, anGiang)).toBe('onAir');
    expect(tallyOf(state, quangBinh)).toBe('next');
    expect(tallyOf(state, central)).toBe('watching');
  });

  test('[AIR13] who is on air is not also next', () => {
    expect(tallyOf(after(), central)).toBe('onAir');
  });

  test('[AIR14] a source taken by hand is on air, and the speaker is not', () => {
    const state = after(two, called(an), taken(from(central)));
    expect(tallyOf(state, central)).toBe('onAir');
    expect(tallyOf(state, anGiang)).toBe('watching');
  });
});

describe('the lower third', () => {
  test('[AIR15] it names the bridge and who speaks there', () => {
    expect(lowerThird(after(two, called(an)), from(anGiang))).toEqual({ bridge: AN_GIANG_FACTS.name, person: speaker });
  });

  test('[AIR16] where nobody speaks it names who chairs', () => {
    expect(lowerThird(after(), from(central))).toEqual({
      bridge: CENTRAL_FACTS.name,
      person: CENTRAL_FACTS.chairs[0],
    });
    expect(lowerThird(after(two, called(an)), from(quangBinh))?.person).toEqual(QUANG_BINH_FACTS.chairs[0]);
  });

  test('[AIR17] a hall without chairs is named alone, and the slide not at all', () => {
    const bare = { ...CENTRAL_FACTS, chairs: [] };
    const state = stateAfter(created, { type: 'bridgesAdded', at, bridges: [bare] }, preparing);
    expect(lowerThird(state, from(central))).toEqual({ bridge: CENTRAL_FACTS.name, person: null });
    expect(lowerThird(state, HOLD)).toBeNull();
    expect(lowerThird(state, from(nowhere))).toBeNull();
  });
});
