import { describe, expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { type Speech, type Stage, speechOf } from '../../shared/domain/floor/floor.ts';
import { holdRun, type PauseCause, startRun } from '../../shared/domain/run.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { nextInLine, nextToCall, turnOf, turns } from '../../shared/views/queue.ts';
import { floorLostAt, isCallUnanswered, speechClock } from '../../shared/views/speech-clock.ts';
import {
  anGiang,
  central,
  itemAdded,
  itemFinished,
  itemId,
  itemStarted,
  LIVE,
  LIVE_UNTRIED,
  linked,
  lost,
  MINUTE,
  NOW,
  quangBinh,
  SECOND,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { began, called, paper, requested, speech } from '../support/speech-builders.ts';

const an = speechId('an');
const binh = speechId('binh');
const chau = speechId('chau');
const staged = (stage: Stage): Speech => ({
  ...speech(an, anGiang, { allottedMs: 7 * MINUTE }),
  stage,
  movedBy: null,
  understudy: null,
  remindedAt: null,
});
const calledAt = NOW - SECOND;
const run = startRun(NOW);
const speaking = staged({ status: 'speaking', calledAt, run });

describe('the clock of a speech', () => {
  test.each([
    ['queued', { status: 'queued' }],
    ['called', { status: 'called', calledAt: NOW }],
    ['called and never heard', { status: 'spoken', calledAt, run: null, endedAt: NOW, cause: 'moderator' }],
  ] as const)('[FLR40] it does not run while the speech is %s', (_, stage) => {
    expect(speechClock(staged(stage), NOW + 3 * MINUTE)).toMatchObject({ elapsedMs: 0, remainingMs: 7 * MINUTE });
  });

  test('[FLR40] it stands still at what was spoken once the speech has ended', () => {
    const spoken = staged({ status: 'spoken', calledAt, run, endedAt: NOW + MINUTE, cause: 'moderator' });
    expect(speechClock(spoken, NOW + 3 * MINUTE)).toMatchObject({ elapsedMs: MINUTE, remainingMs: 6 * MINUTE });
  });

  test.each(['byHand', 'interposed', 'lineLost'] as const)(
    '[SPK6] it stands still in a pause, and says why: %s',
    (cause) => {
      const held = staged({ status: 'paused', calledAt, run: holdRun(run, NOW + MINUTE, cause) });
      expect(speechClock(held, NOW + 30 * MINUTE)).toEqual({
        elapsedMs: MINUTE,
        remainingMs: 6 * MINUTE,
        mood: 'ample',
        held: cause,
      });
      expect(speechClock(speaking, NOW).held).toBeNull();
    },
  );

  test('[SPK7] a speech whose line is gone has forty seconds to come back', () => {
    const held = (cause: PauseCause) => staged({ status: 'paused', calledAt, run: holdRun(run, NOW + MINUTE, cause) });
    expect(floorLostAt(held('lineLost'))).toBe(NOW + MINUTE + 40 * SECOND);
    expect([floorLostAt(held('byHand')), floorLostAt(speaking)]).toEqual([null, null]);
  });

  test('[FLR41] it runs from the instant at which the speech was heard, not from the call', () => {
    expect(speechClock(speaking, NOW + 90 * SECOND)).toEqual({
      elapsedMs: 90 * SECOND,
      remainingMs: 330 * SECOND,
      mood: 'ample',
      held: null,
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
    expect(nextInLine(stateAfter(LIVE, three))?.speechId).toBe(an);
    expect(nextInLine(stateAfter(LIVE, three, called(an)))?.speechId).toBe(binh);
    expect(nextInLine(stateAfter(LIVE, requested(an, anGiang)))).toBeUndefined();
  });

  test('[SPK8] “next” passes over a bridge that is not on the line, and says so', () => {
    const passing = (state: ConferenceState) => {
      const next = nextToCall(state);
      return [next?.speech.speechId, next?.passedOver.map(({ speechId: id }) => id)];
    };
    expect(passing(stateAfter(LIVE, three))).toEqual([an, []]);
    expect(passing(stateAfter(LIVE, three, lost(anGiang)))).toEqual([binh, [an]]);
    expect(passing(stateAfter(LIVE_UNTRIED, three, linked(central)))).toEqual([chau, [an, binh]]);
    expect(passing(stateAfter(LIVE_UNTRIED, three))).toEqual([an, []]);
    expect(nextToCall(stateAfter(LIVE))).toBeNull();
  });

  test('[FLR48] a turn comes when those before it have taken what they were allotted', () => {
    const state = stateAfter(LIVE, three, called(an), began(an));
    const told = turns(state, NOW + 2 * MINUTE).map(({ speech: { speechId: id }, ahead, expectedAt }) => [
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
    const state = stateAfter(LIVE, three, called(an), began(an));
    expect(turns(state, NOW + 12 * MINUTE)[0]?.expectedAt).toBe(NOW + 12 * MINUTE);
  });

  test('[FLR50] a bridge is told its own place; one that does not wait has none', () => {
    expect(turnOf(stateAfter(LIVE, three), quangBinh, NOW)).toMatchObject({ ahead: 1, expectedAt: NOW + 7 * MINUTE });
    expect(turnOf(stateAfter(LIVE, requested(an, anGiang)), anGiang, NOW)).toBeUndefined();
  });

  test('[SPK9] while an item is live its own list and the general one are the line', () => {
    const [thaoLuan, traLoi] = [itemId('thao-luan'), itemId('tra-loi')];
    const lists = [
      paper(an, anGiang, { itemId: traLoi }),
      paper(binh, quangBinh, { itemId: thaoLuan }),
      paper(chau, central),
    ];
    const items = [itemAdded(thaoLuan), itemAdded(traLoi)];
    const line = (...more: readonly ConferenceEvent[]) =>
      turns(stateAfter(LIVE, items, lists, more), NOW).map((turn) => turn.speech.speechId);
    expect(line()).toEqual([an, binh, chau]);
    expect(line(itemStarted(thaoLuan))).toEqual([binh, chau]);
    expect(line(itemStarted(thaoLuan), itemFinished(thaoLuan))).toEqual([an, binh, chau]);
  });
});
