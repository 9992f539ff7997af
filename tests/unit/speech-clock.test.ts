import { describe, expect, test } from 'vitest';
import { type Speech, type Stage, speechOf } from '../../shared/domain/floor/floor.ts';
import { nextInLine, turnOf, turns } from '../../shared/views/queue.ts';
import { isCallUnanswered, speechClock } from '../../shared/views/speech-clock.ts';
import {
  anGiang,
  began,
  called,
  central,
  LIVE,
  MINUTE,
  NOW,
  paper,
  quangBinh,
  requested,
  SECOND,
  speech,
  speechId,
  stateAfter,
} from '../support/builders.ts';

const an = speechId('an');
const binh = speechId('binh');
const chau = speechId('chau');
const staged = (stage: Stage): Speech => ({ ...speech(an, anGiang, { allottedMs: 7 * MINUTE }), stage });
const speaking = staged({ status: 'speaking', calledAt: NOW - SECOND, startedAt: NOW });

describe('the clock of a speech', () => {
  test.each([
    ['queued', staged({ status: 'queued' })],
    ['called', staged({ status: 'called', calledAt: NOW })],
    ['spoken', staged({ status: 'spoken', startedAt: NOW, endedAt: NOW + MINUTE })],
  ])('[FLR40] it does not run while the speech is %s', (_, one) => {
    expect(speechClock(one, NOW + 3 * MINUTE)).toEqual({
      elapsedMs: 0,
      remainingMs: 7 * MINUTE,
      mood: 'notStarted',
    });
  });

  test('[FLR41] it runs from the instant at which the speech was heard, not from the call', () => {
    expect(speechClock(speaking, NOW + 90 * SECOND)).toEqual({
      elapsedMs: 90 * SECOND,
      remainingMs: 330 * SECOND,
      mood: 'ample',
    });
  });

  test.each([
    ['before the last minute', 6 * MINUTE - 1, 'ample'],
    ['as the last minute begins', 6 * MINUTE, 'warning'],
    ['with nothing left', 7 * MINUTE, 'warning'],
    ['one millisecond later', 7 * MINUTE + 1, 'overrun'],
  ] as const)('[FLR42] %s its mood is right', (_, elapsed, mood) => {
    expect(speechClock(speaking, NOW + elapsed).mood).toBe(mood);
  });

  test('[FLR43] an overrun is counted on, and nobody is cut off', () => {
    expect(speechClock(speaking, NOW + 10 * MINUTE)).toMatchObject({ remainingMs: -3 * MINUTE, mood: 'overrun' });
  });

  test('[FLR44] a screen whose clock is a little behind shows the full time, never more', () => {
    expect(speechClock(speaking, NOW - 2 * SECOND)).toMatchObject({ elapsedMs: 0, remainingMs: 7 * MINUTE });
  });

  test('[FLR45] added time is time left', () => {
    const { floor } = stateAfter(LIVE, paper(an, anGiang), called(an), began(an), {
      type: 'speechExtended',
      at: NOW,
      speechId: an,
      byMs: 2 * MINUTE,
    });
    const extended = speechOf(floor, an);
    expect(extended === undefined ? null : speechClock(extended, NOW + 7 * MINUTE).remainingMs).toBe(2 * MINUTE);
  });

  test('[FLR46] a call without a sound for more than eight seconds is unanswered', () => {
    const waiting = staged({ status: 'called', calledAt: NOW });
    expect(isCallUnanswered(waiting, NOW + 8 * SECOND)).toBe(false);
    expect(isCallUnanswered(waiting, NOW + 8 * SECOND + 1)).toBe(true);
    expect(isCallUnanswered(speaking, NOW + MINUTE)).toBe(false);
  });
});

describe('the line', () => {
  const three = [paper(an, anGiang), paper(binh, quangBinh), paper(chau, central, { allottedMs: 3 * MINUTE })];

  test('[FLR47] the next in line is the first of the queue', () => {
    expect(nextInLine(stateAfter(LIVE, three).floor)?.speechId).toBe(an);
    expect(nextInLine(stateAfter(LIVE, three, called(an)).floor)?.speechId).toBe(binh);
    expect(nextInLine(stateAfter(LIVE, requested(an, anGiang)).floor)).toBeUndefined();
  });

  test('[FLR48] a turn comes when those before it have taken what they were allotted', () => {
    const { floor } = stateAfter(LIVE, three, called(an), began(an));
    const told = turns(floor, NOW + 2 * MINUTE).map(({ speech: { speechId: id }, ahead, expectedAt }) => [
      id,
      ahead,
      (expectedAt - NOW) / MINUTE,
    ]);
    expect(told).toEqual([
      [binh, 0, 7],
      [chau, 1, 14],
    ]);
  });

  test('[FLR49] a speech in overrun promises the next turn now, not in the past', () => {
    const { floor } = stateAfter(LIVE, three, called(an), began(an));
    expect(turns(floor, NOW + 12 * MINUTE)[0]?.expectedAt).toBe(NOW + 12 * MINUTE);
  });

  test('[FLR50] a bridge is told its own place; one that does not wait has none', () => {
    const { floor } = stateAfter(LIVE, three);
    expect(turnOf(floor, quangBinh, NOW)).toMatchObject({ ahead: 1, expectedAt: NOW + 7 * MINUTE });
    expect(turnOf(stateAfter(LIVE, requested(an, anGiang)).floor, anGiang, NOW)).toBeUndefined();
  });
});
