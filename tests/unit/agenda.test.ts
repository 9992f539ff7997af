import { describe, expect, test } from 'vitest';
import { itemOf, MAX_ITEMS } from '../../shared/domain/agenda/agenda.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  anGiang,
  DRAFT,
  item,
  itemAdded,
  itemFinished,
  itemId,
  itemSkipped,
  itemStarted,
  LIVE,
  MINUTE,
  NOW,
  personId,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { sampleCommands } from '../support/sample-commands.ts';

const at = NOW;
const khaiMac = itemId('khai-mac');
const baoCao = itemId('bao-cao');
const thaoLuan = itemId('thao-luan');
const THREE = [itemAdded(khaiMac), itemAdded(baoCao), itemAdded(thaoLuan)];
const plan = { kind: 'report', title: 'Báo cáo', plannedStart: NOW, durationMs: 20 * MINUTE } as const;
const orderIn = ({ agenda }: ConferenceState) => agenda.items.map(({ itemId: id }) => id);
const progressIn = ({ agenda }: ConferenceState, id = baoCao) => itemOf(agenda, id)?.progress;

describe('the programme', () => {
  test('[AGD1] an item is added at the end, waiting, its presenter with an id', () => {
    const presenter = { fullName: null, positions: ['Phó Trưởng Ban'] };
    const state = given(DRAFT, THREE)
      .when({ type: 'addAgendaItem', plan, presenter, beforeItemId: null })
      .emits({
        type: 'agendaItemAdded',
        at,
        item: { ...plan, itemId: itemId('new-1'), presenter: { personId: personId('new-2'), ...presenter } },
        beforeItemId: null,
      });
    expect(orderIn(state)).toEqual([khaiMac, baoCao, thaoLuan, 'new-1']);
    expect(progressIn(state, itemId('new-1'))).toEqual({ status: 'waiting' });
  });

  test('[AGD2] or before another', () => {
    const state = given(DRAFT, THREE)
      .when({ type: 'addAgendaItem', plan, presenter: null, beforeItemId: thaoLuan })
      .happens();
    expect(orderIn(state)).toEqual([khaiMac, baoCao, 'new-1', thaoLuan]);
  });

  test('[AGD3] an anchor that is gone means that the programme was seen differently', () => {
    const gone = itemId('gone');
    const before = given(DRAFT, THREE);
    before.when({ type: 'addAgendaItem', plan, presenter: null, beforeItemId: gone }).refuses('agenda-changed');
    before.when({ type: 'moveAgendaItem', itemId: khaiMac, beforeItemId: gone }).refuses('agenda-changed');
  });

  test('[AGD4] a programme has at most 300 items', () => {
    const full = Array.from({ length: MAX_ITEMS }, (_, index) => itemAdded(itemId(`i${index}`)));
    const one: Command = { type: 'addAgendaItem', plan, presenter: null, beforeItemId: null };
    given(DRAFT, full).when(one).refuses('too-many-items', { max: 300 });
    given(DRAFT, full.slice(1)).when(one).happens();
  });

  test('[AGD5] an item can be corrected; where it stands and how far it is stays', () => {
    const state = given(LIVE, THREE, itemStarted(baoCao))
      .when({ type: 'correctAgendaItem', itemId: baoCao, plan: { ...plan, title: 'Báo cáo tóm tắt' }, presenter: null })
      .emits({
        type: 'agendaItemCorrected',
        at,
        item: { ...plan, title: 'Báo cáo tóm tắt', itemId: baoCao, presenter: null },
      });
    expect(orderIn(state)).toEqual([khaiMac, baoCao, thaoLuan]);
    expect(progressIn(state)).toEqual({ status: 'live', startedAt: NOW });
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

  test.each(
    sampleCommands(anGiang, speechId('an'))
      .filter((command) => 'itemId' in command)
      .map((command) => [command.type, command] as const),
  )('[AGD9] %s about an item that is not there is refused', (_, command) => {
    given(LIVE).when(command).refuses('item-unknown');
  });
});

describe('the item that is live', () => {
  test('[AGD10] the first item starts at the instant of the command', () => {
    const state = given(LIVE, THREE)
      .when({ type: 'startAgendaItem', itemId: khaiMac, expectedLive: null }, { at: NOW + 3 })
      .emits({ type: 'agendaItemStarted', at: NOW + 3, itemId: khaiMac });
    expect(progressIn(state, khaiMac)).toEqual({ status: 'live', startedAt: NOW + 3 });
  });

  test('[AGD11] starting an item finishes the running one at the same instant', () => {
    const state = given(LIVE, THREE, itemStarted(khaiMac))
      .when({ type: 'startAgendaItem', itemId: baoCao, expectedLive: khaiMac }, { at: NOW + MINUTE })
      .emits(
        { type: 'agendaItemFinished', at: NOW + MINUTE, itemId: khaiMac },
        { type: 'agendaItemStarted', at: NOW + MINUTE, itemId: baoCao },
      );
    expect(progressIn(state, khaiMac)).toEqual({ status: 'finished', startedAt: NOW, finishedAt: NOW + MINUTE });
  });

  test('[AGD12] of two who start an item at once, the second is refused: the programme has moved on', () => {
    const first = given(LIVE, THREE, itemStarted(khaiMac));
    first.when({ type: 'startAgendaItem', itemId: baoCao, expectedLive: khaiMac }).happens();
    given(LIVE, THREE, itemStarted(khaiMac), itemFinished(khaiMac), itemStarted(baoCao))
      .when({ type: 'startAgendaItem', itemId: thaoLuan, expectedLive: khaiMac })
      .refuses('agenda-changed');
  });

  test.each([
    ['live', [itemStarted(baoCao)], baoCao],
    ['finished', [itemStarted(baoCao), itemFinished(baoCao)], null],
    ['skipped', [itemSkipped(baoCao)], null],
  ] as const)('[AGD13] an item that is %s does not start', (_, history, expectedLive) => {
    given(LIVE, THREE, history)
      .when({ type: 'startAgendaItem', itemId: baoCao, expectedLive })
      .refuses('item-not-waiting');
  });

  test('[AGD14] only the live item can be finished', () => {
    const command: Command = { type: 'finishAgendaItem', itemId: baoCao };
    const state = given(LIVE, THREE, itemStarted(baoCao))
      .when(command, { at: NOW + 4 })
      .emits({ type: 'agendaItemFinished', at: NOW + 4, itemId: baoCao });
    expect(progressIn(state)).toEqual({ status: 'finished', startedAt: NOW, finishedAt: NOW + 4 });
    given(LIVE, THREE).when(command).refuses('item-not-live');
    given(LIVE, THREE, itemSkipped(baoCao)).when(command).refuses('item-not-live');
  });

  test('[AGD15] a waiting item can be skipped: it stays in its place, and can be taken up again', () => {
    const skipped = given(LIVE, THREE)
      .when({ type: 'skipAgendaItem', itemId: baoCao })
      .emits({ type: 'agendaItemSkipped', at, itemId: baoCao });
    expect(orderIn(skipped)).toEqual([khaiMac, baoCao, thaoLuan]);
    const restored = given(LIVE, THREE, itemSkipped(baoCao))
      .when({ type: 'restoreAgendaItem', itemId: baoCao })
      .emits({ type: 'agendaItemRestored', at, itemId: baoCao });
    expect(progressIn(restored)).toEqual({ status: 'waiting' });
  });

  test('[AGD16] what runs or ran is not skipped, and what was not skipped is not restored', () => {
    given(LIVE, THREE, itemStarted(baoCao))
      .when({ type: 'skipAgendaItem', itemId: baoCao })
      .refuses('item-not-waiting');
    given(LIVE, THREE).when({ type: 'restoreAgendaItem', itemId: baoCao }).refuses('nothing-to-change');
  });

  test('[AGD17] what the programme says of an item stands in it as it was planned', () => {
    const { agenda } = given(LIVE, itemAdded(baoCao, { plannedStart: NOW + MINUTE, durationMs: MINUTE })).state;
    expect(itemOf(agenda, baoCao)).toEqual({
      ...item(baoCao, { plannedStart: NOW + MINUTE, durationMs: MINUTE }),
      progress: { status: 'waiting' },
    });
  });
});
