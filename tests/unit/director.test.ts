import { describe, expect, test } from 'vitest';
import {
  armCommand,
  armFrameCommand,
  breakOf,
  cutCommand,
  cutFrameCommand,
  takeCommand,
} from '../../client/screens/director/picture-commands.ts';
import { stepOnPage } from '../../client/screens/director/step-on-page.ts';
import { isKey, letterKey, tileKey } from '../../client/screens/director/tile-keys.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import type { Frame, Source } from '../../shared/domain/onair/onair.ts';
import {
  hallOfRoll,
  hallsOnAir,
  hallsPrepared,
  hallToFrame,
  multiviewPages,
  nextGrid,
  pageMarks,
  pressState,
  TILES,
  tilesOf,
} from '../../shared/views/multiview.ts';
import {
  AN_GIANG_FACTS,
  anGiang,
  armed,
  bridgeId,
  central,
  DRAFT,
  director,
  from,
  HOLD,
  LIVE,
  linked,
  lost,
  MINUTE,
  NOW,
  opened,
  quangBinh,
  SECOND,
  speechId,
  stateAfter,
  taken,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { called, paper } from '../support/speech-builders.ts';

/** 17 more peers: with the three of the four halls that have pictures, twenty places on two pages. */
const peers = Array.from({ length: 17 }, (_, n) => bridgeId(`tinh-${n + 1}`));
const manyHalls: ConferenceEvent = {
  type: 'bridgesAdded',
  at: NOW,
  bridges: peers.map((id, n) => ({ ...AN_GIANG_FACTS, bridgeId: id, order: 10 + n })),
};
const MANY = [...DRAFT, manyHalls, linked(anGiang), opened];
const framedArm = (source: Source, frame: Frame): ConferenceEvent => ({ type: 'sourceArmed', at: NOW, source, frame });
const framed = (frame: Frame): ConferenceEvent => ({ type: 'programFramed', at: NOW, frame });
const grid = (size: 4 | 9 | 16, page: number): Source => ({ kind: 'grid', size, page });
const onFloor = [paper(speechId('an'), anGiang), called(speechId('an'))];

describe('the multiview', () => {
  test('[DIR1] places stand in protocol order, sixteen a page, and no sub-bridge has one', () => {
    const state = stateAfter(MANY);
    expect(tilesOf(state, 0)).toEqual([central, anGiang, quangBinh, ...peers.slice(0, 13)]);
    expect(tilesOf(state, 1)).toEqual([...peers.slice(13), ...Array.from({ length: TILES - 4 }, () => null)]);
    expect(multiviewPages(state)).toBe(2);
    const belowCentral = { ...AN_GIANG_FACTS, bridgeId: bridgeId('ban'), parentId: central, order: 1.5 };
    const added: ConferenceEvent = { type: 'bridgesAdded', at: NOW, bridges: [belowCentral] };
    expect(tilesOf(stateAfter(MANY, added), 0).slice(0, 4)).toEqual([
      central,
      anGiang,
      belowCentral.bridgeId,
      quangBinh,
    ]);
    expect(multiviewPages(stateAfter([]))).toBe(1);
  });

  test('[DIR2] a hall that drops out keeps its place', () => {
    const before = stateAfter(MANY);
    expect(tilesOf(stateAfter(MANY, lost(anGiang)), 0)).toEqual(tilesOf(before, 0));
  });

  test('[DIR3] whoever is one of several on program is on air, and what was prepared is prepared', () => {
    const state = stateAfter(MANY, taken(grid(4, 0)), armed(from(quangBinh)));
    expect(hallsOnAir(state)).toEqual([central, anGiang, quangBinh, peers[0]]);
    expect(hallsPrepared(state)).toEqual([quangBinh]);
    expect(hallsOnAir(stateAfter(LIVE, onFloor, framed('withHall')))).toEqual([anGiang, central]);
    expect(hallsOnAir(stateAfter(LIVE, taken(HOLD)))).toEqual([]);
  });

  test('[DIR4] a page says the most pressing of what waits on it', () => {
    const last = from(peers[16] ?? central);
    expect(pageMarks(stateAfter(MANY, armed(last)))).toEqual(['air', 'next']);
    expect(pageMarks(stateAfter(MANY, taken(last), armed(HOLD)))).toEqual(['calm', 'air']);
    expect(pageMarks(stateAfter(MANY, taken(last), armed(HOLD), lost(anGiang)))).toEqual(['look', 'air']);
  });

  test('[DIR5] the arrows stay on the page and in its rows', () => {
    expect(stepOnPage(5, 'ArrowLeft', 16)).toBe(4);
    expect(stepOnPage(5, 'ArrowDown', 16)).toBe(9);
    expect(stepOnPage(4, 'ArrowLeft', 16)).toBeNull();
    expect(stepOnPage(3, 'ArrowRight', 16)).toBeNull();
    expect(stepOnPage(1, 'ArrowUp', 16)).toBeNull();
    expect(stepOnPage(5, 'ArrowDown', 8)).toBeNull();
    expect(stepOnPage(5, 'Enter', 16)).toBeNull();
  });

  test('[DIR6] sixteen tiles have sixteen keys, by where they lie and not by what an input method makes of them', () => {
    const keys = Array.from({ length: TILES }, (_, place) => tileKey(place));
    expect(keys.map(({ label }) => label).join(' ')).toBe('1 2 3 4 5 6 7 8 9 0 ⇧1 ⇧2 ⇧3 ⇧4 ⇧5 ⇧6');
    const pressed = { code: 'Digit3', shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
    const found = (event: typeof pressed) => keys.findIndex((key) => isKey(key, event));
    expect(found(pressed)).toBe(2);
    expect(found({ ...pressed, code: 'Numpad3' })).toBe(2);
    expect(found({ ...pressed, shiftKey: true })).toBe(12);
    expect(found({ ...pressed, ctrlKey: true })).toBe(-1);
    expect(isKey(letterKey('D'), { ...pressed, code: 'KeyD' })).toBe(true);
  });
});

describe('what a press prepares', () => {
  test('[DIR7] a grid begins with its first page; pressed again the next page, and after the last the first', () => {
    const of = (...history: readonly ConferenceEvent[]) => nextGrid(stateAfter(MANY, history), 9).page;
    expect(of()).toBe(0);
    expect(of(armed(grid(9, 0)))).toBe(1);
    expect(of(armed(grid(9, 2)))).toBe(0);
    expect(of(taken(grid(9, 1)))).toBe(2);
    expect(of(armed(grid(4, 1)))).toBe(0);
  });

  test('[DIR8] a layout is for the hall armed by hand, else for the one on air, else for the next', () => {
    expect(hallToFrame(stateAfter(LIVE, onFloor, armed(from(quangBinh))))).toBe(quangBinh);
    expect(hallToFrame(stateAfter(LIVE, onFloor))).toBe(anGiang);
    expect(hallToFrame(stateAfter(LIVE, taken(HOLD)))).toBe(central);
    expect(hallToFrame(stateAfter(LIVE, taken(HOLD), armed(grid(4, 0))))).toBe(central);
    expect(hallToFrame(stateAfter([]))).toBeNull();
    expect(armFrameCommand(stateAfter([]), 'withHall')).toBeNull();
  });

  test('[DIR9] a layout that was chosen for the preview stays when another hall is armed', () => {
    const source = from(quangBinh);
    expect(armCommand(stateAfter(LIVE, framedArm(from(anGiang), 'withHall')), source)).toEqual({
      type: 'armSource',
      source,
      frame: 'withHall',
    });
    expect(armCommand(stateAfter(LIVE), source)).toEqual({ type: 'armSource', source });
  });

  test('[DIR10] a break ends at a full minute, and may be open', () => {
    expect(breakOf(NOW + 20 * SECOND, 10)).toEqual({ kind: 'break', until: NOW + 11 * MINUTE });
    expect(breakOf(NOW, 10)).toEqual({ kind: 'break', until: NOW + 10 * MINUTE });
    expect(breakOf(NOW, 0)).toEqual({ kind: 'break', until: null });
  });

  test('[DIR11] a press says whether what it shows is on air or armed by hand', () => {
    const state = stateAfter(LIVE, taken({ kind: 'break', until: NOW }), armed(grid(4, 1)));
    expect(pressState(state, { kind: 'break', until: null })).toBe('air');
    expect(pressState(state, grid(4, 0))).toBe('next');
    expect(pressState(state, grid(9, 0))).toBe('off');
    // What waits by itself was chosen by nobody.
    expect(pressState(stateAfter(LIVE), from(quangBinh))).toBe('off');
  });

  test('[DIR12] the roll call leads to the hall that is called, and to nobody while none runs', () => {
    expect(hallOfRoll(stateAfter(LIVE))).toBeNull();
    const started: ConferenceEvent = {
      type: 'rollCallStarted',
      at: NOW,
      order: [quangBinh, anGiang],
      holdMs: null,
    };
    expect(hallOfRoll(stateAfter(LIVE, started))).toBe(quangBinh);
    const rolled: ConferenceEvent = { type: 'bridgeCalledInRoll', at: NOW, bridgeId: anGiang };
    expect(hallOfRoll(stateAfter(LIVE, started, rolled))).toBe(anGiang);
  });
});

describe('the take', () => {
  test('[DIR13] nothing is taken that was not armed by hand', () => {
    expect(takeCommand(stateAfter(LIVE))).toBeNull();
  });

  test('[DIR14] a take names what was on air, and the server refuses the second of two directors', () => {
    const seen = stateAfter(LIVE, armed(from(quangBinh)));
    const take = takeCommand(seen);
    expect(take).toEqual({ type: 'takeSource', source: from(quangBinh), expectedProgram: from(central) });
    if (take === null) return;
    given(LIVE, armed(from(quangBinh)), taken(from(anGiang)))
      .when(take)
      .refuses('program-changed');
  });

  test('[DIR15] the layout of the preview goes on air with it', () => {
    const state = stateAfter(LIVE, framedArm(from(quangBinh), 'withHall'));
    expect(takeCommand(state)).toMatchObject({ type: 'takeSource', frame: 'withHall' });
  });

  test('[DIR16] a new layout of whoever has the floor does not take program away from the floor', () => {
    const state = stateAfter(LIVE, onFloor, framedArm(from(anGiang), 'withHall'));
    expect(takeCommand(state)).toEqual({ type: 'frameProgram', frame: 'withHall' });
    expect(takeCommand(stateAfter(LIVE, onFloor, armed(from(anGiang))))).toEqual({ type: 'disarmSource' });
    const byHand = stateAfter(LIVE, taken(from(anGiang)), framedArm(from(anGiang), 'withHall'));
    expect(takeCommand(byHand)).toMatchObject({ type: 'takeSource', frame: 'withHall' });
  });

  test('[DIR17] a cut to what is on air is none, and one to a hall that is gone is asked about', () => {
    const state = stateAfter(LIVE, onFloor);
    expect(cutCommand(state, from(anGiang))).toBeNull();
    expect(cutFrameCommand(state, 'alone')).toBeNull();
    const cut = cutCommand(state, from(quangBinh));
    expect(cut).toEqual({ type: 'takeSource', source: from(quangBinh), expectedProgram: from(anGiang) });
    if (cut === null) return;
    given(LIVE, onFloor, lost(quangBinh))
      .when(cut, { by: director })
      .refuses('unconfirmed', { consequence: 'bridge-lost', bridge: 'Điểm cầu tỉnh Quảng Bình' });
  });
});
