import { describe, expect, test } from 'vitest';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { askingRefusal } from '../../shared/domain/floor/asking.ts';
import { isListOpen, speechOf } from '../../shared/domain/floor/floor.ts';
import { DEFAULT_RULES } from '../../shared/domain/floor/rules.ts';
import {
  anGiang,
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
  personId,
  quangBinh,
  rowAdded,
  secretariat,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { lapsed, rules } from '../support/floor-builders.ts';
import { paper, requested } from '../support/speech-builders.ts';

const at = NOW;
const an = speechId('an');
const thaoLuan = itemId('thao-luan');
const wish = {
  bridgeId: anGiang,
  kind: 'opinion',
  subject: 'Ý kiến',
  speaker: { fullName: null, positions: ['Phó Bí thư'] as string[] },
  itemId: null,
  category: null,
} as const;
const ask = (rest: Partial<CommandOf<'requestSpeech'>> = {}): CommandOf<'requestSpeech'> => ({
  type: 'requestSpeech',
  ...wish,
  ...rest,
});
const enter = (rest: Partial<CommandOf<'registerSpeech'>> = {}): CommandOf<'registerSpeech'> => ({
  type: 'registerSpeech',
  ...wish,
  allottedMs: null,
  override: null,
  ...rest,
});
const override = { reason: 'Đồng chí Bí thư đến muộn' };
const opened = (closesAt: number | null, list = null as typeof thaoLuan | null) =>
  ({ type: 'speakersListOpened', at, itemId: list, closesAt }) as const;
const closed = (list = null as typeof thaoLuan | null) => ({ type: 'speakersListClosed', at, itemId: list }) as const;

describe('lists of speakers', () => {
  test('[SPK80] a list is open until somebody closes it, and opened again', () => {
    const close: Command = { type: 'closeSpeakersList', itemId: null };
    const open: Command = { type: 'openSpeakersList', itemId: null, closesAt: null };
    given(LIVE).when(close).emits(closed());
    given(LIVE, closed()).when(ask()).refuses('list-closed');
    given(LIVE, closed()).when(enter()).refuses('list-closed');
    given(LIVE, closed()).when(open).emits(opened(null));
    given(LIVE, closed(), opened(null)).when(ask()).happens();
    given(LIVE, closed()).when(close).refuses('nothing-to-change');
    given(LIVE).when(open).refuses('nothing-to-change');
  });

  test('[SPK81] a list closes by itself after a time', () => {
    const until: Command = { type: 'openSpeakersList', itemId: null, closesAt: NOW + MINUTE };
    const { floor } = given(LIVE)
      .when(until)
      .emits(opened(NOW + MINUTE));
    expect([isListOpen(floor, null, NOW + MINUTE - 1), isListOpen(floor, null, NOW + MINUTE)]).toEqual([true, false]);
    given(LIVE, opened(NOW + MINUTE))
      .when(ask(), { at: NOW + MINUTE - 1 })
      .happens();
    given(LIVE, opened(NOW + MINUTE))
      .when(ask(), { at: NOW + MINUTE })
      .refuses('list-closed');
    given(LIVE)
      .when(until, { at: NOW + MINUTE })
      .refuses('end-passed');
  });

  test('[SPK82] each agenda item has a list of its own', () => {
    const before = [...LIVE, itemAdded(thaoLuan), closed(thaoLuan)];
    given(before)
      .when(ask({ itemId: thaoLuan }))
      .refuses('list-closed');
    given(before).when(ask()).happens();
    given(LIVE, itemAdded(thaoLuan), closed())
      .when(ask({ itemId: thaoLuan }))
      .happens();
  });

  test('[SPK83] a list belongs to an item that is there and has times', () => {
    const note = itemId('ghi-chu');
    const before = [...LIVE, rowAdded(note, { row: 'note', title: 'Nghỉ giữa giờ' })];
    for (const id of [thaoLuan, note]) {
      given(before)
        .when(ask({ itemId: id }))
        .refuses('item-unknown');
      given(before).when({ type: 'openSpeakersList', itemId: id, closesAt: null }).refuses('item-unknown');
      given(before).when({ type: 'closeSpeakersList', itemId: id }).refuses('item-unknown');
      given(before).when({ type: 'timeSpeakersList', itemId: id, times: {} }).refuses('item-unknown');
    }
  });

  test('[SPK84] the list of an item that is over takes nobody, and is not opened again', () => {
    const over = [...LIVE, itemAdded(thaoLuan), itemStarted(thaoLuan), itemFinished(thaoLuan)];
    given(over)
      .when(ask({ itemId: thaoLuan }))
      .refuses('list-closed');
    given(over).when({ type: 'openSpeakersList', itemId: thaoLuan, closesAt: null }).refuses('item-over');
    given(over.slice(0, -1))
      .when(ask({ itemId: thaoLuan }))
      .happens();
  });
});

describe('present only', () => {
  const present = rules({ presentOnly: true });

  test('[SPK85] only a bridge on the line may ask, if that is wanted', () => {
    for (const history of [[...LIVE, lost(anGiang)], LIVE_UNTRIED]) {
      given(history, present).when(ask()).refuses('bridge-absent');
      given(history, present).when(enter()).refuses('bridge-absent');
      given(history).when(ask()).happens();
    }
    given(LIVE, present).when(ask()).happens();
    given(LIVE_UNTRIED, present, linked(anGiang)).when(ask()).happens();
  });
});

describe('an override of the secretariat', () => {
  test('[SPK86] it lets a closed list and an empty chair pass, and its reason is on record', () => {
    const shut = [...LIVE, rules({ presentOnly: true }), lost(anGiang), closed()];
    given(shut).when(enter(), { by: secretariat }).refuses('list-closed');
    const { floor } = given(shut).when(enter({ override }), { by: secretariat }).happens();
    expect(speechOf(floor, speechId('new-1'))?.override).toEqual(override);
  });

  test('[SPK87] it lets nothing else pass', () => {
    const waiting = requested(an, anGiang, NOW, { speaker: { personId: personId('p'), ...wish.speaker } });
    given(LIVE, waiting).when(enter({ override })).refuses('already-waiting');
    given(LIVE).when(enter({ override })).happens();
    given(LIVE)
      .when(enter({ override, itemId: thaoLuan }))
      .refuses('item-unknown');
  });
});

describe('who enters halls', () => {
  test('[SPK88] in the mode “operator only” halls do not ask; the moderator enters them', () => {
    given(LIVE, rules({ mode: 'operatorOnly' }))
      .when(ask())
      .refuses('asking-not-offered');
    given(LIVE, rules({ mode: 'operatorOnly' }))
      .when(enter())
      .happens();
    given(LIVE, rules({ mode: 'request' }))
      .when(ask())
      .happens();
  });

  test('[SPK89] before the form is filled in the button knows the same reasons', () => {
    const asking = { ...wish, speaker: null, byBridge: true, present: true, overridden: false };
    const code = (...history: readonly (ConferenceEvent | readonly ConferenceEvent[])[]) =>
      askingRefusal(given(...history).state, asking, NOW)?.code;
    expect(code(LIVE)).toBeUndefined();
    expect(code(LIVE, closed())).toBe('list-closed');
    expect(code(LIVE, rules({ mode: 'operatorOnly' }))).toBe('asking-not-offered');
    const five = Array.from({ length: 5 }, (_, index) => requested(speechId(`s${index}`), anGiang));
    expect(code(LIVE, five)).toBe('too-many-waiting');
  });
});

describe('what an item’s end does to its list', () => {
  const [an2, chung] = [speechId('an-2'), speechId('chung')];
  const waiting = [
    ...LIVE,
    itemAdded(thaoLuan),
    itemStarted(thaoLuan),
    requested(an, anGiang, NOW, { itemId: thaoLuan }),
    paper(an2, quangBinh, { itemId: thaoLuan }),
    paper(chung, quangBinh),
  ];
  const finish = (accepting: CommandOf<'finishAgendaItem'>['accepting']): Command => ({
    type: 'finishAgendaItem',
    itemId: thaoLuan,
    accepting,
  });

  test('[SPK90] the turn of those who wait on it lapses, once that consequence was confirmed', () => {
    given(waiting).when(finish([])).refuses('unconfirmed', { consequence: 'speeches-lapse', count: 2 });
    const { floor } = given(waiting)
      .when(finish(['speeches-lapse']))
      .emits(lapsed(an2, 'itemEnded'), lapsed(an, 'itemEnded'), itemFinished(thaoLuan));
    expect(floor.queue).toEqual([chung]);
    expect(speechOf(floor, an2)?.stage).toMatchObject({ status: 'lapsed', at: NOW });
  });

  test('[SPK91] starting the next item does the same to the running one’s list', () => {
    const next = itemId('tra-loi');
    const start = (accepting: CommandOf<'startAgendaItem'>['accepting']): Command => ({
      type: 'startAgendaItem',
      itemId: next,
      expectedLive: thaoLuan,
      accepting,
    });
    given(waiting, itemAdded(next)).when(start([])).refuses('unconfirmed', { consequence: 'speeches-lapse', count: 2 });
    given(waiting, itemAdded(next))
      .when(start(['speeches-lapse']))
      .emits(lapsed(an2, 'itemEnded'), lapsed(an, 'itemEnded'), itemFinished(thaoLuan), itemStarted(next));
  });

  test('[SPK92] an item for which nobody waits ends without a question', () => {
    given(LIVE, itemAdded(thaoLuan), itemStarted(thaoLuan), paper(chung, quangBinh))
      .when(finish([]))
      .emits(itemFinished(thaoLuan));
  });
});

test('[SPK93] the rules of the floor are adopted as a whole', () => {
  const adopted = { ...DEFAULT_RULES, mode: 'open', seats: 3 } as const;
  expect(given(LIVE).when({ type: 'adoptFloorRules', rules: adopted }).emits(rules(adopted)).floor.rules).toEqual(
    adopted,
  );
});
