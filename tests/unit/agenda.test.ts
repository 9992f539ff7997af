import { describe, expect, test } from 'vitest';
import { itemOf, MAX_ITEMS } from '../../shared/domain/agenda/agenda.ts';
import { type Command, type CommandOf } from '../../shared/domain/command.ts';
import { startRun } from '../../shared/domain/run.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  anGiang,
  DRAFT,
  item,
  itemAdded,
  itemFinished,
  itemId,
  itemPlan,
  itemSkipped,
  itemStarted,
  LIVE,
  lasting,
  MINUTE,
  NOW,
  personId,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { sampleCommands } from '../support/sample-commands.ts';
import { paper } from '../support/speech-builders.ts';

const at = NOW;
const khaiMac = itemId('khai-mac');
const baoCao = itemId('bao-cao');
const thaoLuan = itemId('thao-luan');
const THREE = [itemAdded(khaiMac), itemAdded(baoCao), itemAdded(thaoLuan)];
const plan = itemPlan({ title: 'Báo cáo', span: lasting(20 * MINUTE) });
const orderIn = ({ agenda }: ConferenceState) => agenda.items.map(({ itemId: id }) => id);
const progressIn = ({ agenda }: ConferenceState, id = baoCao) => itemOf(agenda, id)?.progress;
const adding = (
  items: CommandOf<'addAgendaItems'>['items'] = [{ plan, presenter: null }],
  beforeItemId: CommandOf<'addAgendaItems'>['beforeItemId'] = null,
): Command => ({ type: 'addAgendaItems', items, beforeItemId });
const starting = (
  id: typeof baoCao,
  expectedLive: typeof baoCao | null,
  accepting: CommandOf<'startAgendaItem'>['accepting'] = [],
): Command => ({ type: 'startAgendaItem', itemId: id, expectedLive, accepting });
const finishing = (accepting: CommandOf<'finishAgendaItem'>['accepting'] = []): Command => ({
  type: 'finishAgendaItem',
  itemId: baoCao,
  accepting,
});

describe('the programme', () => {
  test('[AGD1] an item is added at the end, waiting, its presenter with an id', () => {
    const presenter = { fullName: null, positions: ['Phó Trưởng Ban'] };
    const state = given(DRAFT, THREE)
      .when(adding([{ plan, presenter }]))
      .emits({
        type: 'agendaItemAdded',
        at,
        item: { plan, itemId: itemId('new-1'), presenter: { personId: personId('new-2'), ...presenter } },
        beforeItemId: null,
      });
    expect(orderIn(state)).toEqual([khaiMac, baoCao, thaoLuan, 'new-1']);
    expect(progressIn(state, itemId('new-1'))).toEqual({ status: 'waiting' });
  });

  test('[AGD2] or before another; several at once keep their order', () => {
    const two = [
      { plan, presenter: null },
      { plan: { ...plan, title: 'Tiếp theo' }, presenter: null },
    ];
    const state = given(DRAFT, THREE).when(adding(two, thaoLuan)).happens();
    expect(orderIn(state)).toEqual([khaiMac, baoCao, 'new-1', 'new-2', thaoLuan]);
    expect(itemOf(state.agenda, itemId('new-2'))?.plan.title).toBe('Tiếp theo');
  });

  test('[AGD3] an anchor that is gone means that the programme was seen differently', () => {
    const gone = itemId('gone');
    const before = given(DRAFT, THREE);
    before.when(adding(undefined, gone)).refuses('agenda-changed');
    before.when({ type: 'moveAgendaItem', itemId: khaiMac, beforeItemId: gone }).refuses('agenda-changed');
  });

  test('[AGD4] a programme has at most 300 items', () => {
    const full = Array.from({ length: MAX_ITEMS }, (_, index) => itemAdded(itemId(`i${index}`)));
    given(DRAFT, full).when(adding()).refuses('too-many-items', { max: 300 });
    given(DRAFT, full.slice(1)).when(adding()).happens();
  });

  test('[AGD5] an item can be corrected; where it stands and how far it is stays', () => {
    const corrected = { ...plan, title: 'Báo cáo tóm tắt' };
    const state = given(LIVE, THREE, itemStarted(baoCao))
      .when({ type: 'correctAgendaItem', itemId: baoCao, plan: corrected, presenter: null })
      .emits({ type: 'agendaItemCorrected', at, item: { plan: corrected, itemId: baoCao, presenter: null } });
    expect(orderIn(state)).toEqual([khaiMac, baoCao, thaoLuan]);
    expect(progressIn(state)).toEqual({ status: 'live', run: startRun(NOW), delayMs: 0 });
  });

  test.each([
    ['before another', khaiMac, [baoCao, khaiMac, thaoLuan]],
    ['to the end', null, [khaiMac, thaoLuan, baoCao]],
  ] as const)('[AGD6] an item can be moved %s', (_, beforeItemId, order) => {
    const state = given(LIVE, THREE)
      .when({ type: 'moveAgendaItem', itemId: baoCao, beforeItemId })
      .emits({ type: 'agendaItemMoved', at, itemId: baoCao, beforeItemId });
    expect(orderIn(state)).toEqual(order);
  });

  test('[AGD7] an item is not moved before itself', () => {
    given(LIVE, THREE)
      .when({ type: 'moveAgendaItem', itemId: baoCao, beforeItemId: baoCao })
      .refuses('nothing-to-change');
  });

  test('[AGD8] an item that was not begun can be removed; what happened stays on the record', () => {
    const command: Command = { type: 'removeAgendaItem', itemId: baoCao };
    const state = given(LIVE, THREE).when(command).emits({ type: 'agendaItemRemoved', at, itemId: baoCao });
    expect(orderIn(state)).toEqual([khaiMac, thaoLuan]);
    given(LIVE, THREE, itemStarted(baoCao)).when(command).refuses('item-not-waiting');
    given(LIVE, THREE, itemStarted(baoCao), itemFinished(baoCao)).when(command).refuses('item-not-waiting');
  });

  const OF_AN_ITEM: readonly Command['type'][] = [
    'correctAgendaItem',
    'moveAgendaItem',
    'removeAgendaItem',
    'startAgendaItem',
    'finishAgendaItem',
    'pauseAgendaItem',
    'continueAgendaItem',
    'addAgendaItemTime',
    'skipAgendaItem',
    'restoreAgendaItem',
    'scriptCues',
  ];
  test.each(OF_AN_ITEM)('[AGD9] %s about an item that is not there is refused', (type) => {
    const command = sampleCommands(anGiang, speechId('an')).find((one) => one.type === type);
    if (command === undefined) throw new Error(`no sample of ${type}`);
    given(LIVE).when(command).refuses('item-unknown');
  });
});

describe('the item that is live', () => {
  test('[AGD10] the first item starts at the instant of the command', () => {
    const state = given(LIVE, THREE)
      .when(starting(khaiMac, null), { at: NOW + 3 })
      .emits({ type: 'agendaItemStarted', at: NOW + 3, itemId: khaiMac });
    expect(progressIn(state, khaiMac)).toEqual({ status: 'live', run: startRun(NOW + 3), delayMs: 0 });
  });

  test('[AGD11] starting an item finishes the running one at the same instant', () => {
    const state = given(LIVE, THREE, itemStarted(khaiMac))
      .when(starting(baoCao, khaiMac), { at: NOW + MINUTE })
      .emits(
        { type: 'agendaItemFinished', at: NOW + MINUTE, itemId: khaiMac },
        { type: 'agendaItemStarted', at: NOW + MINUTE, itemId: baoCao },
      );
    expect(progressIn(state, khaiMac)).toEqual({
      status: 'finished',
      run: startRun(NOW),
      delayMs: 0,
      finishedAt: NOW + MINUTE,
    });
  });

  test('[AGD12] of two who start an item at once, the second is refused: the programme has moved on', () => {
    given(LIVE, THREE, itemStarted(khaiMac)).when(starting(baoCao, khaiMac)).happens();
    given(LIVE, THREE, itemStarted(khaiMac), itemFinished(khaiMac), itemStarted(baoCao))
      .when(starting(thaoLuan, khaiMac))
      .refuses('agenda-changed');
  });

  test.each([
    ['live', [itemStarted(baoCao)], baoCao],
    ['finished', [itemStarted(baoCao), itemFinished(baoCao)], null],
    ['skipped', [itemSkipped(baoCao)], null],
  ] as const)('[AGD13] an item that is %s does not start', (_, history, expectedLive) => {
    given(LIVE, THREE, history).when(starting(baoCao, expectedLive)).refuses('item-not-waiting');
  });

  test('[AGD14] only the live item can be finished, and only once', () => {
    const state = given(LIVE, THREE, itemStarted(baoCao))
      .when(finishing(), { at: NOW + 4 })
      .emits({ type: 'agendaItemFinished', at: NOW + 4, itemId: baoCao });
    expect(progressIn(state)).toMatchObject({ status: 'finished', finishedAt: NOW + 4 });
    given(LIVE, THREE).when(finishing()).refuses('item-not-live');
    given(LIVE, THREE, itemSkipped(baoCao)).when(finishing()).refuses('item-not-live');
    given(LIVE, THREE, itemStarted(baoCao), itemFinished(baoCao)).when(finishing()).refuses('item-not-live');
  });

  test('[AGD15] a waiting item can be skipped: it stays in its place, and can be taken up again', () => {
    const skipped = given(LIVE, THREE)
      .when({ type: 'skipAgendaItem', itemId: baoCao, accepting: [] })
      .emits({ type: 'agendaItemSkipped', at, itemId: baoCao });
    expect(orderIn(skipped)).toEqual([khaiMac, baoCao, thaoLuan]);
    const restored = given(LIVE, THREE, itemSkipped(baoCao))
      .when({ type: 'restoreAgendaItem', itemId: baoCao })
      .emits({ type: 'agendaItemRestored', at, itemId: baoCao });
    expect(progressIn(restored)).toEqual({ status: 'waiting' });
  });

  test('[AGD136] skipping an item ends its list: whoever waits on it lapses, once that is accepted', () => {
    const waits = paper(speechId('p1'), anGiang, { itemId: baoCao });
    const skipping = (accepting: CommandOf<'skipAgendaItem'>['accepting']) =>
      given(LIVE, THREE, waits).when({ type: 'skipAgendaItem', itemId: baoCao, accepting });
    skipping([]).refuses('unconfirmed', { consequence: 'speeches-lapse', count: 1 });
    skipping(['speeches-lapse']).emits(
      { type: 'speechLapsed', at, speechId: speechId('p1'), cause: 'itemEnded' },
      { type: 'agendaItemSkipped', at, itemId: baoCao },
    );
  });

  test('[AGD137] an item on whose list somebody waits is not removed', () => {
    const command: Command = { type: 'removeAgendaItem', itemId: baoCao };
    given(LIVE, THREE, paper(speechId('p1'), anGiang, { itemId: baoCao }))
      .when(command)
      .refuses('item-in-use');
    given(LIVE, THREE, paper(speechId('p1'), anGiang))
      .when(command)
      .happens();
  });

  test('[AGD16] what runs or ran is not skipped, and what was not skipped is not restored', () => {
    const command: Command = { type: 'skipAgendaItem', itemId: baoCao, accepting: [] };
    given(LIVE, THREE, itemStarted(baoCao)).when(command).refuses('item-not-waiting');
    given(LIVE, THREE, itemStarted(baoCao), itemFinished(baoCao)).when(command).refuses('item-not-waiting');
    given(LIVE, THREE).when({ type: 'restoreAgendaItem', itemId: baoCao }).refuses('nothing-to-change');
  });

  test('[AGD17] what the programme says of an item stands in it as it was planned', () => {
    const rest = { start: NOW + MINUTE, span: lasting(MINUTE) };
    const { agenda } = given(LIVE, itemAdded(baoCao, rest)).state;
    expect(itemOf(agenda, baoCao)).toEqual({
      ...item(baoCao, rest),
      progress: { status: 'waiting' },
      addedMs: 0,
      cues: [],
    });
  });
});
