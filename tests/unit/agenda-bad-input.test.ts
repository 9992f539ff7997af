import { describe, expect, test } from 'vitest';
import { itemOf } from '../../shared/domain/agenda/agenda.ts';
import { type Command, type CommandOf, commandSchema } from '../../shared/domain/command.ts';
import { row } from '../support/agenda-builders.ts';
import {
  anGiang,
  DRAFT,
  deadline,
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
  rowAdded,
  speechId,
  until,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { paper } from '../support/speech-builders.ts';

const at = NOW;
const baoCao = itemId('bao-cao');
const thaoLuan = itemId('thao-luan');
const TWO = [itemAdded(baoCao), itemAdded(thaoLuan)];
const plan = itemPlan({ title: 'Báo cáo', span: lasting(20 * MINUTE) });
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

describe('what cannot be', () => {
  const correcting = (rest: Parameters<typeof itemPlan>[0]): Command => ({
    type: 'correctAgendaItem',
    itemId: baoCao,
    plan: itemPlan(rest),
    presenter: null,
  });

  test('[AGD90] an end before its start is refused, with the row that is wrong, and none of the rows is added', () => {
    const wrong = itemPlan({ title: 'Bế mạc', span: until(NOW - MINUTE) });
    given(DRAFT)
      .when(
        adding([
          { plan, presenter: null },
          { plan: wrong, presenter: null },
        ]),
      )
      .refuses('end-before-start', { row: 2, title: 'Bế mạc' });
    given(DRAFT, TWO)
      .when(correcting({ title: 'Bế mạc', span: until(NOW - MINUTE) }))
      .refuses('end-before-start', { row: 1, title: 'Bế mạc' });
    given(DRAFT, TWO)
      .when(correcting({ span: until(NOW) }))
      .happens();
  });

  test('[AGD91] a deadline that has passed is refused; it may pass while the item that had it is on record', () => {
    const passed = itemPlan({ title: 'Nghỉ trưa', start: NOW - 2 * MINUTE, span: deadline(NOW) });
    given(DRAFT)
      .when(adding([{ plan: passed, presenter: null }]))
      .refuses('deadline-passed', { row: 1, title: 'Nghỉ trưa' });
    given(DRAFT)
      .when(adding([{ plan: { ...passed, span: deadline(NOW + 1) }, presenter: null }]))
      .happens();
    given(LIVE, TWO, itemStarted(baoCao), itemFinished(baoCao)).when(correcting(passed)).happens();
  });

  test('[AGD92] to start an item after its deadline is a consequence that is named and confirmed', () => {
    const before = given(LIVE, itemAdded(baoCao, { title: 'Truyền hình trực tiếp', span: deadline(NOW + MINUTE) }));
    before.when(starting(baoCao, null), { at: NOW + MINUTE }).refuses('unconfirmed', {
      consequence: 'deadline-passed',
      title: 'Truyền hình trực tiếp',
    });
    before.when(starting(baoCao, null, ['deadline-passed']), { at: NOW + MINUTE }).happens();
    before.when(starting(baoCao, null), { at: NOW + MINUTE - 1 }).happens();
  });

  test('[AGD93] halls that still wait on the list of an item lapse with its end, and that is confirmed', () => {
    const waiting = paper(speechId('an'), anGiang, { itemId: baoCao });
    const before = given(LIVE, TWO, itemStarted(baoCao), waiting);
    before.when(finishing()).refuses('unconfirmed', { consequence: 'speeches-lapse', count: 1 });
    before.when(starting(thaoLuan, baoCao)).refuses('unconfirmed', { consequence: 'speeches-lapse', count: 1 });
    before
      .when(finishing(['speeches-lapse']))
      .emits(
        { type: 'speechLapsed', at, speechId: speechId('an'), cause: 'itemEnded' },
        { type: 'agendaItemFinished', at, itemId: baoCao },
      );
  });

  test('[AGD94] a note or a group is not started, finished, paused, skipped or given time', () => {
    const of: readonly Command[] = [
      starting(baoCao, null),
      finishing(),
      { type: 'pauseAgendaItem', itemId: baoCao },
      { type: 'continueAgendaItem', itemId: baoCao },
      { type: 'skipAgendaItem', itemId: baoCao, accepting: [] },
      { type: 'addAgendaItemTime', itemId: baoCao, byMs: MINUTE },
    ];
    for (const command of of) {
      given(LIVE, rowAdded(baoCao, { row: 'note', title: 'Chụp ảnh' }))
        .when(command)
        .refuses('item-untimed');
      given(LIVE, rowAdded(baoCao, { row: 'group', title: 'Phần I', targetMs: null }))
        .when(command)
        .refuses('item-untimed');
    }
  });

  test('[AGD95] a row stays what it is: an item does not become a note', () => {
    given(DRAFT, TWO)
      .when({ type: 'correctAgendaItem', itemId: baoCao, plan: { row: 'note', title: 'Ghi chú' }, presenter: null })
      .refuses('row-kind-fixed');
  });

  test('[AGD96] only the live item is paused, once, and only a paused one continues', () => {
    const pause: Command = { type: 'pauseAgendaItem', itemId: baoCao };
    const go: Command = { type: 'continueAgendaItem', itemId: baoCao };
    const held = { type: 'agendaItemPaused', at, itemId: baoCao } as const;
    given(LIVE, TWO).when(pause).refuses('item-not-live');
    given(LIVE, TWO).when(go).refuses('item-not-live');
    given(LIVE, TWO, itemStarted(baoCao)).when(pause).emits(held);
    given(LIVE, TWO, itemStarted(baoCao)).when(go).refuses('nothing-to-change');
    given(LIVE, TWO, itemStarted(baoCao), held).when(pause).refuses('nothing-to-change');
    given(LIVE, TWO, itemStarted(baoCao), held).when(go).emits({ type: 'agendaItemContinued', at, itemId: baoCao });
  });

  test('[AGD97] an item that is over or skipped is given no time', () => {
    const more: Command = { type: 'addAgendaItemTime', itemId: baoCao, byMs: MINUTE };
    given(LIVE, TWO, itemStarted(baoCao), itemFinished(baoCao)).when(more).refuses('item-over');
    given(LIVE, TWO, itemSkipped(baoCao)).when(more).refuses('item-over');
    given(LIVE, TWO).when(more).happens();
  });

  test('[AGD98] no more time is taken from an item than it has', () => {
    const less = (minutes: number): Command => ({
      type: 'addAgendaItemTime',
      itemId: baoCao,
      byMs: -minutes * MINUTE,
    });
    const emptied = given(LIVE, TWO)
      .when(less(30))
      .emits({ type: 'agendaItemTimeAdded', at, itemId: baoCao, byMs: -10 * MINUTE });
    expect(itemOf(emptied.agenda, baoCao)?.addedMs).toBe(-10 * MINUTE);
    given(LIVE, TWO, { type: 'agendaItemTimeAdded', at, itemId: baoCao, byMs: -10 * MINUTE })
      .when(less(1))
      .refuses('nothing-to-change');
  });

  test.each([
    ['a negative start', { plan: itemPlan({ start: -1 }), presenter: null }],
    ['a negative length', { plan: itemPlan({ span: lasting(-MINUTE) }), presenter: null }],
    ['a negative end', { plan: itemPlan({ span: until(-1) }), presenter: null }],
    ['a length beyond a day', { plan: itemPlan({ span: lasting(24 * 60 * MINUTE + 1) }), presenter: null }],
    [
      'a group that is to last less than nothing',
      { plan: { row: 'group', title: 'I', targetMs: -1 }, presenter: null },
    ],
    ['a time that is no number', { plan: itemPlan({ start: Number.NaN }), presenter: null }],
  ])('[AGD99] %s does not parse', (_, one) => {
    const command = (items: readonly unknown[]) => ({ type: 'addAgendaItems', items, beforeItemId: null });
    expect(commandSchema.safeParse(command([one])).success).toBe(false);
    expect(commandSchema.safeParse(command([{ plan, presenter: null }])).success).toBe(true);
  });

  test.each([
    ['a negative delay', { type: 'announceDelay', delayMs: -1 }],
    ['a negative end of the day', { type: 'demandEnd', endsBy: -1 }],
    ['time added that is none', { type: 'addAgendaItemTime', itemId: row(0), byMs: 0 }],
  ])('[AGD99] %s does not parse', (_, command) => {
    expect(commandSchema.safeParse(command).success).toBe(false);
  });
});
