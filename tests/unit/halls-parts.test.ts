import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AnnouncedWords, floorSentence } from '../../client/parts/floor-sentence.ts';
import { createHold, HOLD_MS } from '../../client/parts/hold.ts';
import {
  currentCue,
  kept,
  readTicked,
  shownItem,
  tickCurrent,
  toggled,
  untickLast,
} from '../../client/screens/announcer/cue-progress.ts';
import { personOf, typedOf } from '../../client/screens/bridge/typed-person.ts';
import { figureSize } from '../../client/screens/clock/figure-size.ts';
import { shownMs } from '../../client/screens/clock/shown-ms.ts';
import type { Cue } from '../../shared/domain/agenda/cue.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { cueIdSchema } from '../../shared/domain/ids.ts';
import { speechClock } from '../../shared/views/speech-clock.ts';
import {
  anGiang,
  central,
  itemAdded,
  itemFinished,
  itemId,
  itemStarted,
  LIVE,
  MINUTE,
  NOW,
  quangBinh,
  SECOND,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { onStandby, paused } from '../support/floor-builders.ts';
import { began, called, paper, speech } from '../support/speech-builders.ts';

type History = readonly (ConferenceEvent | readonly ConferenceEvent[])[];

const one = speechId('one');
const two = speechId('two');

describe('a press that is held', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function held() {
    const onHeld = vi.fn<() => void>();
    const after = (ms: number, act: () => void) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    };
    return { onHeld, hold: createHold({ now: () => Date.now(), after, onHeld }) };
  }

  test('[HALL12] let go before its time it does nothing, however often it is tapped', () => {
    const { hold, onHeld } = held();
    for (let tap = 0; tap < 5; tap++) {
      hold.press();
      vi.advanceTimersByTime(HOLD_MS - 1);
      hold.release();
    }
    vi.advanceTimersByTime(10 * HOLD_MS);
    expect(onHeld).not.toHaveBeenCalled();
    expect(hold.share()).toBe(0);
  });

  test('[HALL12] held to its end it acts once, also when the key repeats and nobody lets go', () => {
    const { hold, onHeld } = held();
    hold.press();
    vi.advanceTimersByTime(HOLD_MS / 2);
    hold.press();
    expect(hold.share()).toBe(0.5);
    vi.advanceTimersByTime(HOLD_MS / 2);
    expect(onHeld).toHaveBeenCalledTimes(1);
    hold.press();
    vi.advanceTimersByTime(10 * HOLD_MS);
    expect(onHeld).toHaveBeenCalledTimes(1);
    expect(hold.share()).toBe(1);
    hold.release();
    hold.press();
    vi.advanceTimersByTime(HOLD_MS);
    expect(onHeld).toHaveBeenCalledTimes(2);
  });
});

describe('the ticks of the announcer', () => {
  const cue = (name: string): Cue => ({
    cueId: cueIdSchema.parse(name),
    who: 'Người dẫn',
    does: name,
    says: null,
    source: null,
  });
  const cues = ['a', 'b', 'c'].map(cue);
  const ids = (ticked: ReadonlySet<string>) => [...ticked].toSorted();

  test('[HALL13] the first that is not ticked is the current one, and each step ticks it', () => {
    const first = tickCurrent(cues, new Set());
    expect([ids(first), currentCue(cues, first)?.does]).toEqual([['a'], 'b']);
    const all = tickCurrent(cues, tickCurrent(cues, first));
    expect([ids(all), currentCue(cues, all)]).toEqual([['a', 'b', 'c'], undefined]);
    expect(tickCurrent(cues, all)).toBe(all);
  });

  test('[HALL13] a step back takes the last tick before the current cue away', () => {
    expect(ids(untickLast(cues, new Set(['a', 'b', 'c'])))).toEqual(['a', 'b']);
    expect(ids(untickLast(cues, new Set(['a', 'c'])))).toEqual(['c']);
    expect(ids(untickLast(cues, new Set()))).toEqual([]);
    expect(ids(toggled(new Set(['a']), 'c'))).toEqual(['a', 'c']);
  });

  test('[HALL13] what is kept is read back; cues that are gone and rubbish are let go', () => {
    const scripted: ConferenceEvent = { type: 'cuesScripted', at: NOW, itemId: itemId('i'), cues };
    const { agenda } = stateAfter(LIVE, itemAdded(itemId('i')), scripted);
    expect(ids(readTicked(kept(agenda, new Set(['a', 'gone']))))).toEqual(['a']);
    for (const rubbish of [null, '', '{', '{"a":1}', '[1]']) expect(ids(readTicked(rubbish))).toEqual([]);
  });

  test('[HALL13] the running order of the live item is shown, else that of the next to come', () => {
    const items = [itemAdded(itemId('i')), itemAdded(itemId('j'))];
    const shown = (...history: History) => shownItem(stateAfter(...history).agenda)?.itemId;
    expect(shown(LIVE, items)).toBe('i');
    expect(shown(LIVE, items, itemStarted(itemId('j')))).toBe('j');
    expect(shown(LIVE, items, itemStarted(itemId('i')), itemFinished(itemId('i')))).toBe('j');
  });
});

describe('the figures of the large clock', () => {
  const clockAt = (elapsed: number) =>
    speechClock(
      {
        ...speech(one, anGiang, { allottedMs: MINUTE }),
        movedBy: null,
        understudy: null,
        remindedAt: null,
        stage: { status: 'speaking', calledAt: NOW, run: { startedAt: NOW, pauses: [], held: null } },
      },
      NOW + elapsed,
    );

  test('[HALL14] they count down to zero, then up, in whole seconds', () => {
    expect([0, 999, SECOND, MINUTE, MINUTE + 999, MINUTE + 13 * SECOND].map((ms) => shownMs(clockAt(ms)))).toEqual([
      MINUTE,
      MINUTE,
      59 * SECOND,
      0,
      0,
      13 * SECOND,
    ]);
  });

  test('[HALL14] on a screen of 16 : 9 a figure stands at least two fifths of its height', () => {
    const FIGURE_HEIGHT = 0.742;
    const vw = (figures: string) => Number(/, ([\d.]+)vw/u.exec(figureSize(figures))?.[1]);
    expect((vw('07:00') / 100) * 16 * FIGURE_HEIGHT).toBeGreaterThanOrEqual(0.4 * 9);
    expect(vw('1:07:00')).toBeLessThan(vw('07:00'));
  });
});

describe('a person as two fields hold one', () => {
  test('[HALL15] a name, an office, or both; neither is nobody', () => {
    expect(personOf({ fullName: ' Nguyễn Văn An ', positions: 'Bí thư; Chủ tịch' })).toEqual({
      fullName: 'Nguyễn Văn An',
      positions: ['Bí thư', 'Chủ tịch'],
    });
    expect(personOf({ fullName: '', positions: 'Bí thư' })).toEqual({ fullName: null, positions: ['Bí thư'] });
    expect(personOf({ fullName: ' ', positions: ' , ' })).toBeNull();
    expect(typedOf({ fullName: null, positions: ['Bí thư', 'Chủ tịch'] })).toEqual({
      fullName: '',
      positions: 'Bí thư, Chủ tịch',
    });
  });
});

describe('what a screen reader is told of the floor', () => {
  const words: Required<AnnouncedWords> = {
    called: (bridge) => `called ${bridge}`,
    question: (bridge) => `question ${bridge}`,
    held: {
      byHand: (bridge) => `held ${bridge}`,
      interposed: (bridge) => `interposed ${bridge}`,
      lineLost: (bridge) => `lost ${bridge}`,
    },
    ownCalled: 'own',
    ownHeld: 'own held',
    ownReminded: 'own reminded',
    standby: 'stand by',
    free: 'free',
  };
  const told = (own: typeof anGiang | null, ...history: History) =>
    floorSentence(stateAfter(...history), words, { own, now: NOW });
  const speaking = [paper(one, anGiang), called(one), began(one)];

  test('[HALL16] who has the floor, that it is a question, and why a clock stands still', () => {
    expect(told(null, LIVE)).toBe('free');
    expect(told(null, LIVE, speaking)).toBe('called Điểm cầu tỉnh An Giang');
    expect(told(null, LIVE, paper(one, anGiang, { kind: 'question' }), called(one))).toContain('question');
    expect(told(null, LIVE, speaking, paused(one, NOW, 'lineLost'))).toContain('lost');
    expect(told(null, LIVE, speaking, paused(one))).toContain('held');
  });

  test('[HALL16] the own hall hears of itself: called, held, reminded, standing by', () => {
    const reminded: ConferenceEvent = { type: 'speakerReminded', at: NOW, speechId: one };
    expect(told(anGiang, LIVE, speaking)).toBe('own');
    expect(told(anGiang, LIVE, speaking, paused(one))).toBe('own held');
    expect(told(anGiang, LIVE, speaking, reminded)).toBe('own reminded');
    expect(told(central, LIVE, speaking, reminded)).toBe('called Điểm cầu tỉnh An Giang');
    expect(told(quangBinh, LIVE, speaking, paper(two, quangBinh), onStandby(two))).toContain('stand by');
  });
});
