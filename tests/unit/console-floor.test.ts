import { describe, expect, test } from 'vitest';
import type { Action } from '../../client/screens/console/action.ts';
import { callEnds } from '../../client/screens/console/floor/call-ends.ts';
import { entryMarks, hintMarks } from '../../client/screens/console/floor/entry-marks.ts';
import { type FloorActions, floorActions, keysOfTheMoment } from '../../client/screens/console/floor/floor-actions.ts';
import type { FloorTools } from '../../client/screens/console/floor/floor-tools.ts';
import { clearList, toggleList } from '../../client/screens/console/floor/list-actions.ts';
import { anchorFor, dropAnchor, successorOf } from '../../client/screens/console/move-one.ts';
import type { Opened } from '../../client/screens/console/open-dialog.ts';
import { paletteCommands } from '../../client/screens/console/palette/palette-commands.ts';
import { findEntries, type PaletteEntry } from '../../client/screens/console/palette/palette-entry.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { speechOf } from '../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { speakingHints } from '../../shared/views/speaking-hints.ts';
import {
  ADJOURNED,
  anGiang,
  armed,
  CLOSED,
  central,
  from,
  itemAdded,
  itemFinished,
  itemId,
  itemStarted,
  LIVE,
  lost,
  MINUTE,
  NOW,
  PREPARING,
  quangBinh,
  speechId,
  stateAfter,
  taken,
} from '../support/builders.ts';
import { moved, paused, rules } from '../support/floor-builders.ts';
import { began, called, ended, paper, requested } from '../support/speech-builders.ts';

const one = speechId('one');
const two = speechId('two');
const three = speechId('three');

/** Everything is allowed: which keys there are is not a matter of rights. */
function toolsOf(state: ConferenceState, opened: Opened[] = []): FloorTools {
  return {
    state,
    rights: { reason: () => null, may: () => true },
    now: () => NOW,
    callGuard: (command) => command,
    paceGuard: (command) => command,
    stepGuard: (command) => command,
    open: (what) => opened.push(what),
  };
}
const actionsOf = (state: ConferenceState): FloorActions => floorActions(toolsOf(state));
const labels = (state: ConferenceState): Record<string, string> =>
  Object.fromEntries(keysOfTheMoment(actionsOf(state)).map(({ shortcut, label }) => [shortcut, label]));

describe('where a dragged entry falls', () => {
  const rows = [one, two, three].map((id, index) => ({ id, top: index * 40, bottom: index * 40 + 40 }));

  test('[FUI7] before the first row whose middle is below the hand, at the end below the last', () => {
    expect(dropAnchor(rows, three, 5)).toBe(one);
    expect(dropAnchor(rows, three, 25)).toBe(two);
    expect(dropAnchor(rows, one, 110)).toBeNull();
    expect(dropAnchor(rows, one, 70)).toBe(three);
  });

  test('[FUI7] let go where it stands, nothing moves', () => {
    expect(dropAnchor(rows, two, 45)).toBeUndefined();
    expect(dropAnchor(rows, two, 75)).toBeUndefined();
    expect(dropAnchor(rows, three, 500)).toBeUndefined();
  });

  test('[FUI7] by keys it rises and sinks by one place, and the way back is where it stood', () => {
    const ids = [one, two, three];
    expect([anchorFor(ids, two, 'up'), anchorFor(ids, two, 'down'), anchorFor(ids, one, 'down')]).toEqual([
      one,
      null,
      three,
    ]);
    expect([anchorFor(ids, one, 'up'), anchorFor(ids, three, 'down')]).toEqual([undefined, undefined]);
    expect([successorOf(ids, one), successorOf(ids, three)]).toEqual([two, null]);
  });
});

describe('the keys of the moment', () => {
  test('[FUI8] eight keys act, each on its own key, whatever happens', () => {
    const moments = [
      stateAfter(PREPARING),
      stateAfter(LIVE),
      stateAfter(LIVE, paper(one, anGiang), called(one)),
      stateAfter(LIVE, taken(from(anGiang))),
      stateAfter(CLOSED),
    ];
    const keys = ['F10', 'F2', 'F3', 'F4', 'F7', 'F8', 'F9', 'Shift+F8'];
    for (const moment of moments) {
      expect(
        keysOfTheMoment(actionsOf(moment))
          .map(({ shortcut }) => shortcut ?? '')
          .toSorted(),
      ).toEqual(keys);
    }
  });

  test('[FUI8] F4 starts, stops and continues the clock, as the moment has it', () => {
    const speaking = [paper(one, anGiang), called(one), began(one)];
    expect(labels(stateAfter(LIVE, paper(one, anGiang), called(one)))['F4']).toBe('Bắt đầu tính giờ');
    expect(labels(stateAfter(LIVE, speaking))['F4']).toBe('Tạm dừng');
    const { pace } = actionsOf(stateAfter(LIVE, speaking, paused(one)));
    expect([pace.label, pace.make()]).toEqual(['Tiếp tục', { type: 'continueSpeech', speechId: one }]);
  });

  test('[FUI8] F3 reminds of the time, and gives back a picture that was chosen by hand', () => {
    expect(labels(stateAfter(LIVE))['F3']).toBe('Nhắc thời gian');
    expect(labels(stateAfter(LIVE, armed(from(anGiang)), taken(from(anGiang))))['F3']).toBe('Theo người phát biểu');
  });

  test('[FUI8] the step through the day opens, resumes, goes from item to item and closes at the end', () => {
    const agenda = [itemAdded(itemId('a')), itemAdded(itemId('b'), { title: 'Thảo luận' })];
    const stepOf = (state: ConferenceState) => actionsOf(state).step;
    expect(stepOf(stateAfter(PREPARING)).make()).toEqual({ type: 'openConference' });
    expect(stepOf(stateAfter(ADJOURNED)).make()).toEqual({ type: 'resumeConference' });
    const second = stepOf(stateAfter(LIVE, agenda, itemStarted(itemId('a'))));
    expect([second.label, second.make()]).toEqual([
      'Sang mục: Thảo luận',
      { type: 'startAgendaItem', itemId: 'b', expectedLive: 'a', accepting: [] },
    ]);
    const last = [...agenda, itemStarted(itemId('a')), itemFinished(itemId('a')), itemStarted(itemId('b'))];
    expect(stepOf(stateAfter(LIVE, last)).make()).toEqual({ type: 'finishAgendaItem', itemId: 'b', accepting: [] });
    expect(stepOf(stateAfter(CLOSED)).reason).toBe('Hội nghị đã kết thúc');
    const opened: Opened[] = [];
    const close = floorActions(toolsOf(stateAfter(LIVE), opened)).step;
    expect([close.make(), opened]).toEqual([null, [{ kind: 'ending', command: 'closeConference' }]]);
  });
});

describe('calling the next', () => {
  test('[FUI9] the first in line is called, and the command names who had the floor', () => {
    const state = stateAfter(LIVE, paper(one, anGiang), called(one), began(one), paper(two, quangBinh));
    expect(actionsOf(state).call.make()).toEqual({
      type: 'callSpeaker',
      speechId: two,
      expectedOnFloor: one,
      accepting: [],
    });
  });

  test('[FUI9] whoever is lost is passed over only after one question', () => {
    const state = stateAfter(LIVE, paper(one, anGiang), paper(two, quangBinh), lost(anGiang));
    const opened: Opened[] = [];
    const { call } = floorActions(toolsOf(state, opened));
    expect(call.label).toBe('Mời tỉnh Quảng Bình phát biểu');
    expect([call.make(), opened]).toEqual([null, [{ kind: 'passOver' }]]);
  });

  test('[FUI9] a double press asks nothing either', () => {
    const state = stateAfter(LIVE, paper(one, anGiang), paper(two, quangBinh), lost(anGiang));
    const opened: Opened[] = [];
    floorActions({ ...toolsOf(state, opened), callGuard: () => null }).call.make();
    expect(opened).toEqual([]);
  });

  test('[FUI9] a question while somebody speaks says that it comes in between', () => {
    const queue = [paper(one, anGiang), paper(two, quangBinh, { kind: 'question' })];
    expect(actionsOf(stateAfter(LIVE, queue, called(one))).call.label).toBe('Mời tỉnh Quảng Bình hỏi xen giữa');
    expect(actionsOf(stateAfter(LIVE, queue[1] ?? [])).call.label).toBe('Mời tỉnh Quảng Bình phát biểu');
  });

  test('[FUI9] whom the call takes from the floor unseen is named before the press', () => {
    const speaking = [paper(one, anGiang), called(one), began(one)];
    const question = [paper(two, quangBinh, { kind: 'question' }), called(two)];
    const next = [paper(three, central)];
    const endsIn = (...history: readonly (readonly ConferenceEvent[])[]) => callEnds(stateAfter(LIVE, ...history), NOW);
    expect(endsIn(speaking, next)).toBeNull();
    expect(endsIn(speaking, question)).toBeNull();
    expect(endsIn(speaking, question, next)).toBe('F8 kết thúc luôn lượt của tỉnh An Giang; F9 để trở lại lượt đó.');
    const seats = [rules({ mode: 'open', seats: 2 })];
    expect(endsIn(seats, speaking, question, next)).toBe('F8 sẽ kết thúc lượt của tỉnh Quảng Bình.');
    const beside = [paper(two, quangBinh), called(two, NOW + MINUTE), began(two, NOW + MINUTE)];
    expect(endsIn(seats, speaking, beside, next)).toBe('F8 sẽ kết thúc lượt của tỉnh An Giang.');
  });

  test('[FUI9] the chair needs no reserve while nobody has the floor', () => {
    expect(actionsOf(stateAfter(LIVE)).reserve.reason).not.toBeNull();
    expect(actionsOf(stateAfter(LIVE, paper(one, anGiang), called(one))).reserve.reason).toBeNull();
  });
});

describe('lists and slips', () => {
  const done = (action: Action) => action.done?.undo;

  test('[FUI10] clearing names what it takes, so that the way back brings exactly that', () => {
    const state = stateAfter(LIVE, paper(one, anGiang), requested(two, quangBinh), requested(three, anGiang));
    const clear = clearList(toolsOf(state), null);
    expect(clear.make()).toEqual({ type: 'clearRequests', itemId: null });
    expect(done(clear)).toEqual({ type: 'reinstateSpeeches', speechIds: [two, three] });
    expect(clearList(toolsOf(stateAfter(LIVE, paper(one, anGiang))), null).reason).not.toBeNull();
  });

  test('[FUI10] a list that would have closed by itself gets that time back', () => {
    const closesAt = NOW + 5 * MINUTE;
    const state = stateAfter(LIVE, { type: 'speakersListOpened', at: NOW, itemId: null, closesAt });
    const close = toggleList(toolsOf(state), null);
    expect(close.make()).toEqual({ type: 'closeSpeakersList', itemId: null });
    expect(done(close)).toEqual({ type: 'openSpeakersList', itemId: null, closesAt });
  });
});

test('[FUI11] a row hints at first speakers ; whoever was heard is none', () => {
  const spoke = [paper(one, anGiang), called(one), began(one), ended(one, NOW + 5 * MINUTE)];
  const state = stateAfter(LIVE, spoke, paper(two, anGiang), paper(three, quangBinh));
  const hintsOf = (id: typeof one) => {
    const speech = speechOf(state.floor, id);
    if (speech === undefined) throw new Error('no entry');
    const marks = hintMarks(state, speech, speakingHints(state, NOW + 6 * MINUTE));
    return marks.map(({ word }) => word);
  };
  expect(hintsOf(two)).toEqual([]);
  expect(hintsOf(three)).toEqual(['người phát biểu mới']);
});

test('[FUI11] a row says what a person did with the entry and where its hall stands', () => {
  const state = stateAfter(LIVE, paper(one, anGiang), paper(two, quangBinh), moved(one), lost(anGiang));
  const speech = speechOf(state.floor, one);
  if (speech === undefined) throw new Error('no entry');
  expect(entryMarks(state, speech).map(({ word }) => word)).toEqual(['mất kết nối', 'Điều hành xếp']);
});

describe('the palette', () => {
  const entry = (label: string, also = ''): PaletteEntry => ({
    kind: 'way',
    id: label,
    label,
    also,
    shortcut: null,
    go: () => undefined,
  });
  const found = (typed: string, ...entries: readonly PaletteEntry[]) =>
    findEntries(entries, typed, 10).map(({ label }) => label);

  test('[FUI12] finds without accents and in any order, the closest first', () => {
    const lines = [entry('Chuẩn bị hình An Giang'), entry('Mời An Giang phát biểu'), entry('Mời Hà Giang phát biểu')];
    expect(found('moi an', ...lines)).toEqual(['Mời An Giang phát biểu']);
    expect(found('giang moi', ...lines)).toEqual(['Mời An Giang phát biểu', 'Mời Hà Giang phát biểu']);
    expect(found('mời', ...lines)).toEqual(['Mời An Giang phát biểu', 'Mời Hà Giang phát biểu']);
    expect(found('an giang', ...lines)).toEqual(['Chuẩn bị hình An Giang', 'Mời An Giang phát biểu']);
    expect(found('khai mac', ...lines)).toEqual([]);
    expect(found('', ...lines)).toHaveLength(3);
  });

  test('[FUI12] finds by what does not stand in the line, and offers no more than there is room for', () => {
    expect(found('chuyen doi so', entry('Mời An Giang phát biểu', 'Chuyển đổi số'))).toHaveLength(1);
    expect(findEntries([entry('a1'), entry('a2'), entry('a3')], 'a', 2)).toHaveLength(2);
  });

  test('[FUI13] holds every key of the moment, any waiting hall, every item, and no line twice', () => {
    const agenda = [itemAdded(itemId('a'), { title: 'Thảo luận' })];
    const queue = [paper(one, anGiang), paper(two, quangBinh), requested(three, anGiang)];
    const tools = toolsOf(stateAfter(LIVE, agenda, queue));
    const entries = paletteCommands(tools);
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { shortcut } of keysOfTheMoment(floorActions(tools))) expect(ids).toContain(`key-${shortcut}`);
    const quang = entries.find(({ id }) => id === `call-${two}`);
    expect(quang?.kind === 'command' && quang.action().make()).toMatchObject({ type: 'callSpeaker', speechId: two });
    expect(findEntries(entries, 'sang muc thao luan', 5)).not.toEqual([]);
    expect(findEntries(entries, 'tu choi an giang', 5)).not.toEqual([]);
    expect(findEntries(entries, 'chuan bi hinh quang binh', 5)).not.toEqual([]);
  });
});
