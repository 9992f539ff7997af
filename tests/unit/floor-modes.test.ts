import { describe, expect, test } from 'vitest';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import type { SpeechKind } from '../../shared/domain/floor/rules.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { openMicrophones } from '../../shared/domain/onair/microphones.ts';
import {
  anGiang,
  central,
  chauDoc,
  itemAdded,
  itemId,
  itemStarted,
  LIVE,
  LIVE_UNTRIED,
  linked,
  lost,
  MINUTE,
  NOW,
  PREPARING,
  quangBinh,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { call, onStandby, paused, rules } from '../support/floor-builders.ts';
import { began, called, ended, paper, reserveOpened } from '../support/speech-builders.ts';

const at = NOW;
const [an, binh, chau, dau] = [speechId('an'), speechId('binh'), speechId('chau'), speechId('dau')];
const NEW = speechId('new-1');
const ask = (bridgeId: BridgeId, kind: SpeechKind = 'opinion'): CommandOf<'requestSpeech'> => ({
  type: 'requestSpeech',
  bridgeId,
  kind,
  subject: 'Ý kiến',
  speaker: { fullName: null, positions: ['Phó Bí thư'] },
  itemId: null,
  category: null,
});
const end = (id: typeof an): Command => ({ type: 'endSpeech', speechId: id });

/** Two seats, both taken: An Giang since a minute longer than Quảng Bình. */
const taken = (mode: 'open' | 'override') => [
  ...LIVE,
  rules({ mode, seats: 2 }),
  paper(an, anGiang),
  called(an),
  began(an),
  paper(binh, quangBinh),
  called(binh, NOW + MINUTE),
  began(binh, NOW + MINUTE),
];
const later = { at: NOW + 3 * MINUTE };

describe('the mode “request”', () => {
  test('[SPK110] it is how a conference begins: a request waits for an answer, and nobody is seated by itself', () => {
    const { floor } = given(LIVE, paper(an, anGiang)).when(ask(quangBinh)).happens();
    expect(floor).toMatchObject({ rules: { mode: 'request' }, queue: [an], onFloor: [] });
  });
});

describe('the mode “open”', () => {
  test('[SPK111] up to N halls take the floor by themselves', () => {
    const one = [...LIVE, rules({ mode: 'open', seats: 2 }), paper(an, anGiang), called(an), began(an)];
    expect(given(one).when(ask(quangBinh)).happens().floor).toMatchObject({ queue: [], onFloor: [an, NEW] });
  });

  test('[SPK112] then they wait', () => {
    const { floor } = given(taken('open')).when(ask(central), later).happens();
    expect(floor).toMatchObject({ queue: [NEW], onFloor: [an, binh] });
  });

  test('[SPK113] a seat that is free goes to the first in line whose bridge is there', () => {
    const waiting = [paper(chau, chauDoc), paper(dau, central)];
    expect(
      given(taken('open'), waiting).when(end(an)).emits(ended(an), called(chau), onStandby(dau)).floor.onFloor,
    ).toEqual([binh, chau]);
    given(taken('open'), waiting, lost(chauDoc)).when(end(an)).emits(ended(an), called(dau), onStandby(chau));
  });

  test('[SPK114] a hall in line whose line is back is seated, if a seat is free', () => {
    const before = [...LIVE, rules({ mode: 'open', seats: 1 }), lost(anGiang), paper(an, anGiang)];
    given(before)
      .when({ type: 'reportBridgeLink', bridgeId: anGiang, link: 'online', since: NOW })
      .emits(linked(anGiang), called(an));
  });

  test('[SPK115] before the opening nobody is seated; with it the line is', () => {
    const before = [...PREPARING, rules({ mode: 'open', seats: 1 })];
    expect(given(before).when(ask(anGiang)).happens().floor).toMatchObject({ queue: [NEW], onFloor: [] });
    given(before, paper(an, anGiang), paper(binh, quangBinh))
      .when({ type: 'openConference' })
      .emits({ type: 'conferenceOpened', at }, called(an), onStandby(binh));
  });

  test('[SPK116] only who stands on the list of the live item, or on the general one, is seated', () => {
    const [live, other] = [itemId('thao-luan'), itemId('tra-loi')];
    const before = [itemAdded(live), itemAdded(other), itemStarted(live), rules({ mode: 'open' })];
    given(LIVE, before, paper(an, anGiang, { itemId: other }))
      .when({ type: 'moveSpeech', speechId: an, beforeSpeechId: null })
      .emits({ type: 'speechMoved', at, speechId: an, beforeSpeechId: null, by: 'moderator' });
    expect(
      given(LIVE, before, paper(an, anGiang, { itemId: live }))
        .when(ask(quangBinh))
        .happens().floor.onFloor,
    ).toEqual([an]);
  });

  test('[SPK117] a question waits for the moderator, who puts it in between: all are held, and all go on', () => {
    const hoi = given(taken('open')).when(ask(central, 'question'), later).happens();
    expect(hoi.floor).toMatchObject({ queue: [NEW], interposed: null });
    const asked = [...taken('open'), paper(chau, central, { kind: 'question' })];
    given(asked)
      .when(call(chau, binh))
      .emits(paused(an, NOW, 'interposed'), paused(binh, NOW, 'interposed'), called(chau));
    const held = [...asked, paused(an, NOW, 'interposed'), paused(binh, NOW, 'interposed'), called(chau)];
    expect(openMicrophones(given(held).state)).toEqual([central]);
    const { floor } = given(held).when(end(chau)).happens();
    expect(floor).toMatchObject({ onFloor: [an, binh], interposed: null });
  });

  test('[SPK118] while a question is on a seat that becomes free stays free until its end', () => {
    const held = [
      ...taken('open'),
      paper(chau, central, { kind: 'question' }),
      paused(an, NOW, 'interposed'),
      paused(binh, NOW, 'interposed'),
      called(chau),
      paper(dau, chauDoc),
      onStandby(dau),
    ];
    given(held).when(end(an)).emits(ended(an));
    expect(given(held, ended(an)).when(end(chau)).happens().floor.onFloor).toEqual([binh, dau]);
  });

  test('[SPK119] the moderator’s call takes the seat of whoever spoke longest', () => {
    const { floor } = given(taken('open'), paper(chau, central))
      .when(call(chau, binh), later)
      .emits(ended(an, NOW + 3 * MINUTE, 'nextCalled'), called(chau, NOW + 3 * MINUTE));
    expect(floor.onFloor).toEqual([binh, chau]);
  });

  test('[SPK120] fewer seats end nobody’s speech; the next call does', () => {
    const fewer = rules({ mode: 'request' });
    expect(given(taken('open')).when(adopt('request')).happens().floor.onFloor).toEqual([an, binh]);
    const { floor } = given(taken('open'), fewer, paper(chau, central)).when(call(chau, binh), later).happens();
    expect(floor.onFloor).toEqual([chau]);
  });
});

describe('the mode “override”', () => {
  test('[SPK121] the newcomer takes the floor, and whoever spoke longest gives way', () => {
    const now = NOW + 3 * MINUTE;
    const { floor } = given(taken('override')).when(ask(central), later).happens();
    expect(floor).toMatchObject({ queue: [], onFloor: [binh, NEW] });
    expect(given(taken('override')).when(ask(central), later).decided).toMatchObject({
      value: { events: [{}, ended(an, now, 'overridden'), called(NEW, now)] },
    });
  });

  test('[SPK122] it is who has spoken longest, not who was called first', () => {
    const paused1 = [...taken('override'), paused(an, NOW + 1)];
    expect(given(paused1).when(ask(central), later).happens().floor.onFloor).toEqual([an, NEW]);
  });

  test('[SPK123] while a seat is free nobody gives way', () => {
    const one = [...LIVE, rules({ mode: 'override', seats: 2 }), paper(an, anGiang), called(an), began(an)];
    expect(given(one).when(ask(quangBinh)).happens().floor).toMatchObject({ queue: [], onFloor: [an, NEW] });
  });

  test('[SPK124] who waits already throws nobody out: not by a new rule, not by a line that is back', () => {
    const line = [paper(chau, chauDoc), paper(dau, central)];
    const { floor } = given(taken('open'), line).when(adopt('override'), later).happens();
    expect(floor).toMatchObject({ queue: [chau, dau], onFloor: [an, binh] });
    const back = given(taken('override'), lost(chauDoc), line)
      .when({ type: 'reportBridgeLink', bridgeId: chauDoc, link: 'online', since: NOW })
      .happens();
    expect(back.floor).toMatchObject({ queue: [chau, dau], onFloor: [an, binh] });
  });

  test('[SPK128] who waits takes a seat that becomes free', () => {
    given(taken('override'), paper(chau, chauDoc)).when(end(an)).emits(ended(an), called(chau));
  });

  test('[SPK125] a newcomer that is not on the line, a question, or somebody for another item waits', () => {
    expect(given(taken('override'), lost(central)).when(ask(central)).happens().floor.queue).toEqual([NEW]);
    expect(given(taken('override')).when(ask(central, 'question')).happens().floor.queue).toEqual([NEW]);
    expect(
      given(PREPARING, rules({ mode: 'override' }))
        .when(ask(central))
        .happens().floor.queue,
    ).toEqual([NEW]);
    const [live, other] = [itemId('thao-luan'), itemId('tra-loi')];
    const before = [itemAdded(live), itemAdded(other), itemStarted(live), rules({ mode: 'override' })];
    expect(
      given(LIVE, before)
        .when({ ...ask(central), itemId: other })
        .happens().floor.queue,
    ).toEqual([NEW]);
  });
});

describe('the chair’s microphone', () => {
  test('[SPK126] it is a reserve outside of N, and never overridden', () => {
    for (const mode of ['open', 'override'] as const) {
      const { floor, ...rest } = given(taken(mode), reserveOpened).when(ask(chauDoc), later).happens();
      expect(floor.reserveOpen).toBe(true);
      expect(floor.onFloor).toHaveLength(2);
      expect(openMicrophones({ floor, ...rest })).toContain(central);
    }
  });
});

test('[SPK127] nobody has joined yet: in the modes in which halls take the floor nobody is seated', () => {
  const { floor } = given(LIVE_UNTRIED, rules({ mode: 'open' }))
    .when(ask(anGiang))
    .happens();
  expect(floor).toMatchObject({ queue: [NEW], onFloor: [] });
});

function adopt(mode: 'request' | 'override'): Command {
  return { type: 'adoptFloorRules', rules: rules({ mode, seats: 2 }).rules };
}
