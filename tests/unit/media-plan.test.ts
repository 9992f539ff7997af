import { describe, expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { openMicrophones } from '../../shared/domain/onair/microphones.ts';
import { armedShot, programShot } from '../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { heardBy, publishingOf } from '../../shared/views/media-plan.ts';
import { hallsIn, sceneOf, type Viewpoint } from '../../shared/views/scene.ts';
import {
  ADJOURNED,
  ARCHIVED,
  anGiang,
  armed,
  CLOSED,
  central,
  chauDoc,
  created,
  DRAFT,
  HOLD,
  LIVE,
  lost,
  NOW,
  nowhere,
  PREPARING,
  quangBinh,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { paused } from '../support/floor-builders.ts';
import { began, called, ended, paper, reserveOpened } from '../support/speech-builders.ts';

const an = speechId('an');
const binh = speechId('binh');
const mid = speechId('mid');
const two = [paper(an, anGiang), paper(binh, quangBinh)];
const after = (...history: readonly (ConferenceEvent | readonly ConferenceEvent[])[]) => stateAfter(LIVE, ...history);

describe('whose microphone is open', () => {
  test('[MED1] when nobody has the floor, the central bridge’s', () => {
    expect(openMicrophones(after(two))).toEqual([central]);
    expect(openMicrophones(after(two, called(an), ended(an)))).toEqual([central]);
  });

  test('[MED2] when somebody was called, that bridge’s alone', () => {
    expect(openMicrophones(after(two, called(an)))).toEqual([anGiang]);
  });

  test('[MED3] the chair’s reserve opens beside a remote speaker', () => {
    expect(openMicrophones(after(two, called(an), reserveOpened))).toEqual([anGiang, central]);
  });

  test('[MED4] a speaker in the central hall has one microphone, reserve or not', () => {
    expect(openMicrophones(after(paper(mid, central), called(mid), reserveOpened))).toEqual([central]);
  });

  test('[MED31] while a question is in between it is heard alone', () => {
    const asked = [two, called(an), began(an), paper(mid, central, { kind: 'question' })];
    expect(openMicrophones(after(...asked, called(mid)))).toEqual([central]);
    const remote = [two, called(an), began(an), paper(mid, chauDoc, { kind: 'question' }), called(mid)];
    expect(openMicrophones(after(...remote))).toEqual([chauDoc]);
    expect(openMicrophones(after(...remote, reserveOpened))).toEqual([chauDoc, central]);
    expect(openMicrophones(after(...remote, ended(mid)))).toEqual([anGiang]);
  });

  test('[MED32] all who have the floor together are heard together', () => {
    expect(openMicrophones(after(two, called(an), called(binh)))).toEqual([anGiang, quangBinh]);
    expect(openMicrophones(after(two, called(an), called(binh), reserveOpened))).toEqual([anGiang, quangBinh, central]);
  });

  test('[MED33] a bridge whose line is gone keeps its microphone with the floor', () => {
    expect(openMicrophones(after(two, called(an), began(an), lost(anGiang), paused(an, NOW, 'lineLost')))).toEqual([
      anGiang,
    ]);
  });

  test.each([
    ['before the opening', PREPARING],
    ['in a break', ADJOURNED],
    ['after the end', CLOSED],
  ])('[MED5] %s nobody’s', (_, history) => {
    expect(openMicrophones(stateAfter(history))).toEqual([]);
  });
});

const NONE = { camera: false, microphone: false, screen: false, receives: false };
const rightsOf = (state: ConferenceState, bridgeId: BridgeId) =>
  publishingOf(state, { bridgeId, device: 'hall-1', isVoice: true });

describe('what a bridge may publish', () => {
  test('[MED6] the central bridge and its peers publish their camera until the conference is closed', () => {
    for (const history of [DRAFT, PREPARING, LIVE, ADJOURNED]) {
      expect(rightsOf(stateAfter(history), quangBinh)).toEqual({ ...NONE, camera: true, receives: true });
    }
    for (const history of [[created], CLOSED, ARCHIVED]) {
      expect(rightsOf(stateAfter(history), quangBinh)).toEqual(NONE);
    }
  });

  test('[MED7] a microphone is permitted to whom the floor gives it, and taken away with it', () => {
    const microphones = (...history: readonly ConferenceEvent[]) =>
      [central, anGiang, quangBinh].map((id) => rightsOf(after(two, history), id).microphone);
    expect(microphones()).toEqual([true, false, false]);
    expect(microphones(called(an))).toEqual([false, true, false]);
    expect(microphones(called(an), ended(an), called(binh))).toEqual([false, false, true]);
  });

  test('[MED8] a sub-bridge publishes nothing, not even with the floor', () => {
    expect(rightsOf(after(paper(mid, chauDoc), called(mid)), chauDoc)).toEqual({ ...NONE, receives: true });
  });

  test('[MED9] a bridge that is not there publishes nothing', () => {
    expect(rightsOf(after(), nowhere)).toEqual(NONE);
  });
});

describe('what a screen receives', () => {
  const WALL = { own: null, single: false };
  const at = (bridgeId: BridgeId) => ({ own: bridgeId, single: false });
  const shown = (state: ConferenceState, where: Viewpoint) => hallsIn(sceneOf(state, programShot(state), where));
  const prepared = (state: ConferenceState, where: Viewpoint) => hallsIn(sceneOf(state, armedShot(state), where));

  test('[MED10] a wall sees program, prepares what comes next and hears every open microphone', () => {
    const state = after(two, called(an), reserveOpened);
    expect([shown(state, WALL), prepared(state, WALL)]).toEqual([[anGiang], [quangBinh]]);
    expect(heardBy(state, null)).toEqual([anGiang, central]);
  });

  test('[MED11] the speaker’s bridge sees the central hall and does not hear itself', () => {
    const state = after(two, called(an));
    expect([shown(state, at(anGiang)), prepared(state, at(anGiang))]).toEqual([[central], [quangBinh]]);
    expect(heardBy(state, anGiang)).toEqual([]);
  });

  test('[MED12] the central hall on air sees the slide, never itself', () => {
    expect([shown(after(), at(central)), prepared(after(), at(central))]).toEqual([[], []]);
    expect(heardBy(after(), central)).toEqual([]);
  });

  test('[MED13] the next in line prepares the central hall: that is what it will see', () => {
    expect(prepared(after(two), at(anGiang))).toEqual([central]);
  });

  test('[MED14] a slide is a slide for everybody', () => {
    const state = stateAfter(PREPARING, armed(HOLD));
    expect([shown(state, at(anGiang)), prepared(state, at(anGiang)), heardBy(state, anGiang)]).toEqual([[], [], []]);
  });
});
