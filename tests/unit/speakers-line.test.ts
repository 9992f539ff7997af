import { expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { laterLine, listOfTheMoment, listStanding, spokenSpeeches } from '../../shared/views/speakers-line.ts';
import {
  anGiang,
  itemAdded,
  itemFinished,
  itemId,
  itemStarted,
  LIVE,
  MINUTE,
  NOW,
  quangBinh,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { began, called, ended, paper } from '../support/speech-builders.ts';

const one = speechId('one');
const two = speechId('two');
const three = speechId('three');
const papers = itemId('papers');
const talks = itemId('talks');
const AGENDA = [itemAdded(papers, { kind: 'papers' }), itemAdded(talks, { kind: 'discussion' })];
const ids = (speeches: readonly { readonly speechId: string }[]) => speeches.map(({ speechId: id }) => id);
const opening = (closesAt: number | null): ConferenceEvent => ({
  type: 'speakersListOpened',
  at: NOW,
  itemId: papers,
  closesAt,
});

test('[FUI4] entries of other items stand apart, in their order', () => {
  const queue = [
    paper(one, anGiang, { itemId: talks }),
    paper(two, quangBinh, { itemId: papers }),
    paper(three, anGiang),
  ];
  expect(ids(laterLine(stateAfter(LIVE, AGENDA, queue, itemStarted(papers))))).toEqual([one]);
  expect(ids(laterLine(stateAfter(LIVE, AGENDA, queue)))).toEqual([]);
});

test('[FUI5] the list of the moment is that of the live item under which halls speak, else the general one', () => {
  const report = itemId('report');
  expect(listOfTheMoment(stateAfter(LIVE, AGENDA))).toBeNull();
  expect(listOfTheMoment(stateAfter(LIVE, AGENDA, itemStarted(papers)))).toBe(papers);
  expect(listOfTheMoment(stateAfter(LIVE, itemAdded(report), itemStarted(report)))).toBeNull();
});

test('[FUI5] a list is open, closes by itself at its time, or is closed; that of an item that is over is closed', () => {
  const standing = (now: number, ...events: readonly ConferenceEvent[]) =>
    listStanding(stateAfter(LIVE, AGENDA, events), papers, now);
  const closesAt = NOW + 5 * MINUTE;
  expect(standing(NOW)).toEqual({ kind: 'open' });
  expect(standing(NOW, opening(closesAt))).toEqual({ kind: 'closing', closesAt });
  expect(standing(closesAt - 1, opening(closesAt)).kind).toBe('closing');
  expect(standing(closesAt, opening(closesAt))).toEqual({ kind: 'closed' });
  expect(standing(NOW, { type: 'speakersListClosed', at: NOW, itemId: papers })).toEqual({ kind: 'closed' });
  expect(standing(NOW, itemStarted(papers), itemFinished(papers))).toEqual({ kind: 'closed' });
});

test('[FUI6] who has spoken stands with the length, the last first; a call that was never heard has none', () => {
  const state = stateAfter(
    LIVE,
    [paper(one, anGiang), called(one), began(one, NOW + MINUTE), ended(one, NOW + 4 * MINUTE)],
    [paper(two, quangBinh), called(two, NOW + 5 * MINUTE), ended(two, NOW + 6 * MINUTE)],
    paper(three, anGiang),
  );
  expect(spokenSpeeches(state).map(({ speech, spokenMs }) => [speech.speechId, spokenMs])).toEqual([
    [two, null],
    [one, 3 * MINUTE],
  ]);
});
