import { describe, expect, test } from 'vitest';
import { bandOf } from '../../client/screens/bridge/band-state.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { askedLists, askingEffect, doorClosed, wishRefusal } from '../../shared/views/asking-offer.ts';
import { callEffect, chairLine } from '../../shared/views/chair-line.ts';
import { besideOnFloor, clockedSpeech, isReminded, REMINDER_MS } from '../../shared/views/floor-clock.ts';
import { lostOnAir } from '../../shared/views/lost-on-air.ts';
import { ownEntries } from '../../shared/views/own-entries.ts';
import {
  anGiang,
  CLOSED,
  central,
  DRAFT,
  HOLD,
  itemAdded,
  itemFinished,
  itemId,
  itemStarted,
  LIVE,
  linked,
  lost,
  MINUTE,
  NOW,
  PREPARING,
  quangBinh,
  SECOND,
  speechId,
  stateAfter,
  taken,
} from '../support/builders.ts';
import { accepted, continued, declined, onStandby, paused, rules, withdrawn } from '../support/floor-builders.ts';
import { began, called, ended, paper, requested } from '../support/speech-builders.ts';

type History = readonly (ConferenceEvent | readonly ConferenceEvent[])[];

const main = speechId('main');
const question = speechId('question');
const other = speechId('other');
const last = speechId('last');
const discussion = itemId('discussion');
const later = itemId('later');

/** Quảng Bình asks while An Giang speaks. */
const interposed: readonly ConferenceEvent[] = [
  paper(main, anGiang),
  paper(question, quangBinh, { kind: 'question' }),
  called(main),
  began(main),
  paused(main, NOW + MINUTE, 'interposed'),
  called(question, NOW + MINUTE),
  began(question, NOW + MINUTE),
];

describe('whose clock a screen shows', () => {
  const { floor } = stateAfter(LIVE, interposed);

  test('[HALL1] everybody sees the question, and the hall that is held back its own clock', () => {
    expect(clockedSpeech(floor, null)?.speechId).toBe(question);
    expect(clockedSpeech(floor, central)?.speechId).toBe(question);
    expect(clockedSpeech(floor, anGiang)?.speechId).toBe(main);
    expect(clockedSpeech(stateAfter(LIVE).floor, anGiang)).toBeUndefined();
  });

  test('[HALL2] the gentle mark stands for fifteen seconds, and then is gone', () => {
    const reminded = { remindedAt: NOW };
    expect(isReminded(reminded, NOW)).toBe(true);
    expect(isReminded(reminded, NOW + REMINDER_MS - 1)).toBe(true);
    expect(isReminded(reminded, NOW + REMINDER_MS)).toBe(false);
    expect(isReminded({ remindedAt: null }, NOW)).toBe(false);
  });

  test('[HALL3] beside a question stands whom it holds back, beside a speaker of several the others', () => {
    expect(besideOnFloor(stateAfter(LIVE, interposed), question)).toEqual({
      bridges: 'tỉnh An Giang',
      heldBack: true,
    });
    const two = stateAfter(LIVE, rules({ mode: 'open', seats: 2 }), paper(main, anGiang), paper(other, quangBinh), [
      called(main),
      called(other),
    ]);
    expect(besideOnFloor(two, other)).toEqual({ bridges: 'tỉnh An Giang', heldBack: false });
    expect(besideOnFloor(stateAfter(LIVE, paper(main, anGiang), called(main)), main)).toBeNull();
  });
});

describe('a hall whose line goes in the middle of its speech', () => {
  const speaking = [paper(main, anGiang), called(main), began(main)];
  const gone = [lost(anGiang), paused(main, NOW + SECOND, 'lineLost')];

  test('[HALL4] its name stands for its picture, and goes by itself when it is back', () => {
    expect(lostOnAir(stateAfter(LIVE, speaking))).toBeNull();
    expect(lostOnAir(stateAfter(LIVE, speaking, gone))).toBe('Điểm cầu tỉnh An Giang');
    expect(lostOnAir(stateAfter(LIVE, speaking, gone, linked(anGiang), continued(main)))).toBeNull();
  });

  test('[HALL4] a pause by hand, and a picture from elsewhere, leave the picture', () => {
    expect(lostOnAir(stateAfter(LIVE, speaking, paused(main)))).toBeNull();
    expect(lostOnAir(stateAfter(LIVE, speaking, gone, taken(HOLD)))).toBeNull();
  });
});

describe('the turns of a hall in its own words', () => {
  const kinds = (...history: History) =>
    ownEntries(stateAfter(...history), anGiang, NOW).map(({ standing }) => standing.kind);

  test('[HALL5] each entry says where it stands, from the request to the end', () => {
    const asked = requested(main, anGiang);
    expect(kinds(PREPARING, asked)).toEqual(['registered']);
    expect(kinds(LIVE, asked, accepted(main))).toEqual(['accepted']);
    expect(kinds(LIVE, paper(main, anGiang))).toEqual(['inLine']);
    expect(kinds(LIVE, paper(main, anGiang), called(main))).toEqual(['called']);
    expect(kinds(LIVE, paper(main, anGiang), called(main), began(main))).toEqual(['speaking']);
    expect(kinds(LIVE, interposed)).toEqual(['paused']);
    expect(kinds(LIVE, paper(main, anGiang), called(main), began(main), ended(main))).toEqual(['spoken']);
    expect(kinds(LIVE, asked, withdrawn(main))).toEqual(['withdrawn']);
    expect(kinds(LIVE, asked, declined(main))).toEqual(['declined']);
  });

  test('[HALL5] a place in the line has its time while the conference is in session, and says when to stand by', () => {
    const line = [paper(other, quangBinh), paper(main, anGiang)];
    expect(ownEntries(stateAfter(LIVE, line), anGiang, NOW)[0]?.standing).toEqual({
      kind: 'inLine',
      place: 2,
      expectedAt: NOW + 7 * MINUTE,
      standby: false,
    });
    expect(ownEntries(stateAfter(PREPARING, line), anGiang, NOW)[0]?.standing).toMatchObject({ expectedAt: null });
    const told = stateAfter(LIVE, line, called(other), onStandby(main));
    expect(ownEntries(told, anGiang, NOW)[0]?.standing).toMatchObject({ place: 1, standby: true });
  });

  test('[HALL5] an entry of an item that has not come names the item instead of a place', () => {
    const items = [itemAdded(discussion), itemAdded(later, { title: 'Thảo luận chiều' }), itemStarted(discussion)];
    expect(ownEntries(stateAfter(LIVE, items, paper(main, anGiang, { itemId: later })), anGiang, NOW)).toMatchObject([
      { standing: { kind: 'later', item: 'Thảo luận chiều' }, isWaiting: true },
    ]);
  });

  test('[HALL5] who has the floor stands first, then those in line, at the end what is over', () => {
    const state = stateAfter(
      LIVE,
      paper(main, anGiang),
      [called(main), began(main), ended(main)],
      [requested(last, anGiang), paper(question, anGiang, { kind: 'reply' }), paper(other, anGiang), called(other)],
    );
    const found = ownEntries(state, anGiang, NOW).map(({ speech }) => speech.speechId);
    expect(found).toEqual([other, question, last, main]);
  });
});

describe('what a hall may ask for', () => {
  const live = [itemAdded(discussion, { kind: 'discussion', title: 'Thảo luận' }), itemStarted(discussion)];
  const wish = { bridgeId: anGiang, kind: 'opinion', itemId: null, category: null, speaker: null } as const;
  const closed = (id: typeof discussion | null): ConferenceEvent => ({
    type: 'speakersListClosed',
    at: NOW,
    itemId: id,
  });

  test('[HALL6] the list of the live item is offered first, then that of the conference, then items for speaking', () => {
    const items = [itemAdded(itemId('report')), itemAdded(later, { kind: 'papers', title: 'Tham luận' })];
    const offered = (...history: History) => askedLists(stateAfter(...history)).map((list) => list.itemId);
    expect(offered(LIVE)).toEqual([null]);
    expect(offered(LIVE, live, items)).toEqual([discussion, null, later]);
    expect(offered(LIVE, live, items, itemFinished(discussion))).toEqual([null, later]);
  });

  test('[HALL7] the door is closed only when no list takes anything, and says why in the words of the first', () => {
    expect(doorClosed(stateAfter(LIVE, live), anGiang, NOW)).toBeNull();
    expect(doorClosed(stateAfter(LIVE, live, closed(discussion)), anGiang, NOW)).toBeNull();
    const shut = stateAfter(LIVE, live, closed(discussion), closed(null));
    expect(doorClosed(shut, anGiang, NOW)?.code).toBe('list-closed');
    expect(doorClosed(stateAfter(LIVE, rules({ mode: 'operatorOnly' })), anGiang, NOW)?.code).toBe(
      'asking-not-offered',
    );
  });

  test('[HALL7] of a closed list the wish for it alone is refused', () => {
    const state = stateAfter(LIVE, live, closed(discussion));
    expect(wishRefusal(state, { ...wish, itemId: discussion }, NOW)?.code).toBe('list-closed');
    expect(wishRefusal(state, wish, NOW)).toBeNull();
  });

  test('[HALL8] the press says what it does at once: ask, enter the line, speak, or take over', () => {
    const open = rules({ mode: 'open', seats: 1 });
    const override = rules({ mode: 'override', seats: 1 });
    const busy = [paper(main, quangBinh), called(main), began(main)];
    const effect = (...history: History) => askingEffect(stateAfter(...history), wish);
    expect(effect(LIVE)).toBe('asks');
    expect(effect(LIVE, open)).toBe('speaks');
    expect(effect(LIVE, open, busy)).toBe('enters');
    expect(effect(LIVE, override, busy)).toBe('takesOver');
    expect(effect(PREPARING, open)).toBe('enters');
    expect(askingEffect(stateAfter(LIVE, open), { kind: 'question', itemId: null })).toBe('enters');
    expect(askingEffect(stateAfter(LIVE, open, live), { kind: 'opinion', itemId: later })).toBe('enters');
  });
});

describe("the chair's tablet", () => {
  const line = [paper(main, quangBinh), paper(other, central), paper(last, anGiang)];

  test('[HALL9] the next two stand there, and how many wait behind them', () => {
    const { cards, more, next } = chairLine(stateAfter(LIVE, line), NOW);
    expect(cards.map(({ speech }) => speech.speechId)).toEqual([main, other]);
    expect([more, next?.speechId]).toEqual([1, main]);
  });

  test('[HALL9] whoever is called next is always one of the two', () => {
    const { cards, next } = chairLine(stateAfter(LIVE, line, lost(quangBinh), lost(central)), NOW);
    expect(next?.speechId).toBe(last);
    expect(cards.map(({ speech, ahead }) => [speech.speechId, ahead])).toEqual([
      [main, 0],
      [last, 2],
    ]);
  });

  test('[HALL10] a call says before it is made whom it ends or holds back', () => {
    const effect = (kind: 'paper' | 'question', ...history: History) => {
      const state = stateAfter(LIVE, paper(last, quangBinh, { kind }), ...history);
      const [turn] = chairLine(state, NOW).cards;
      return turn === undefined ? null : callEffect(state, turn.speech, NOW);
    };
    const busy = [paper(main, anGiang), called(main), began(main)];
    expect(effect('paper')).toEqual({ kind: 'begins' });
    expect(effect('paper', busy)).toEqual({ kind: 'ends', bridge: 'tỉnh An Giang' });
    expect(effect('question', busy)).toEqual({ kind: 'interposes', bridge: 'tỉnh An Giang' });
    expect(effect('paper', rules({ mode: 'open', seats: 2 }), busy)).toEqual({ kind: 'begins' });
    expect(effect('question', interposed)).toEqual({ kind: 'ends', bridge: 'tỉnh Quảng Bình' });
  });
});

describe('the band over a hall, with questions and pauses', () => {
  test('[HALL11] a question on the floor is a turn more to wait', () => {
    const state = stateAfter(LIVE, interposed, paper(last, central));
    expect(bandOf(state, central, NOW + MINUTE).words).toContain('sau 2 lượt');
  });

  test('[HALL11] the hall that is held back reads why nobody sees it', () => {
    expect(bandOf(stateAfter(LIVE, interposed), anGiang, NOW).words).toBe('tạm dừng, đang có câu hỏi');
    const byHand = [paper(main, anGiang), called(main), began(main), paused(main), taken(HOLD)];
    expect(bandOf(stateAfter(LIVE, byHand), anGiang, NOW).words).toBe('đang tạm dừng phát biểu');
  });

  test('[HALL11] with several seats one that is left is enough', () => {
    const two = [paper(main, anGiang), paper(other, quangBinh), called(main), began(main), called(other), began(other)];
    const state = stateAfter(LIVE, rules({ mode: 'open', seats: 2 }), two, paper(last, central));
    expect(bandOf(state, central, NOW).words).toContain('sau 1 lượt');
  });

  test('[HALL11] no hall is sent to its places by a draft, nor by a conference that is over', () => {
    const tallyAfter = (history: typeof LIVE) => bandOf(stateAfter(history, paper(main, anGiang)), anGiang, NOW).tally;
    expect([DRAFT, CLOSED].map(tallyAfter)).toEqual(['watching', 'watching']);
    expect([PREPARING, LIVE].map(tallyAfter)).toEqual(['next', 'next']);
  });
});
