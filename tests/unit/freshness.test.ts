import { expect, test } from 'vitest';
import { Freshness } from '../../client/sync/freshness.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/version.ts';
import { finished, programme, soft, started } from '../support/agenda-builders.ts';
import { ballotClosed, put } from '../support/ballot-builders.ts';
import { ADJOURNED, anGiang, LIVE, speechId, stateAfter } from '../support/builders.ts';
import { began, called, ended, paper } from '../support/speech-builders.ts';

type History = readonly (ConferenceEvent | readonly ConferenceEvent[])[];

const an = speechId('an');
const FIRST: History = [LIVE, programme(soft(10), soft(10)), paper(an, anGiang), started(0, 0)];
const SECOND: History = [...FIRST, finished(0, 10), started(1, 10)];
const OLD = { protocol: PROTOCOL_VERSION, build: 'b' };

/** A page that was loaded as build `a`; the server has become `b`. Answers after which states it loaded again. */
function reloads(histories: readonly History[], { isInUse = false, build = 'b' } = {}): readonly number[] {
  let at = 0;
  const after: number[] = [];
  const freshness = new Freshness({ reload: () => after.push(at), isInUse: () => isInUse });
  freshness.onHello({ ...OLD, build: 'a' });
  freshness.onHello({ ...OLD, build });
  for (const [index, history] of histories.entries()) {
    at = index;
    freshness.onState(stateAfter(...history), null);
  }
  return after;
}

test('[DLV13] an old page stays through its item and loads itself again at the next', () => {
  expect(reloads([FIRST, FIRST, SECOND])).toEqual([2]);
});

test('[DLV13] a page of the same build never does', () => {
  expect(reloads([FIRST, SECOND, [ADJOURNED]], { build: 'a' })).toEqual([]);
});

test('[DLV13] between two items it need not wait for the second', () => {
  expect(reloads([FIRST, [...FIRST, finished(0, 10)]])).toEqual([1]);
});

test('[DLV14] never in mid-speech, not even at a new item: it waits until nobody is called or speaks', () => {
  const running: History = [...SECOND, called(an)];
  const speaking: History = [...running, began(an)];
  expect(reloads([FIRST, running, speaking, [...speaking, ended(an)]])).toEqual([3]);
  expect(reloads([FIRST, SECOND])).toEqual([1]);
});

test('[DLV14] never while something is voted on', () => {
  const open: History = [...SECOND, put()];
  expect(reloads([FIRST, open, [...open, ballotClosed(80, 0, 0)]])).toEqual([2]);
});

test('[DLV14] never while something is typed or asked, held or not', () => {
  expect(reloads([FIRST, SECOND, [ADJOURNED]], { isInUse: true })).toEqual([]);
});

test('[DLV13] while nothing is held it does so at once', () => {
  expect(reloads([[ADJOURNED]])).toEqual([0]);
});
