import { expect, test, vi } from 'vitest';
import { FloorDeadlines } from '../../server/application/floor-deadlines.ts';
import { SYSTEM } from '../../shared/domain/actor.ts';
import type { ItemPlan } from '../../shared/domain/agenda/agenda.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { eventSchema } from '../../shared/domain/event.ts';
import { DEFAULT_RULES } from '../../shared/domain/floor/rules.ts';
import { LAST_CLOCK_TIME } from '../../shared/domain/instant.ts';
import {
  CENTRAL_FACTS,
  conferenceId,
  details,
  itemId,
  itemPlan,
  LIVE,
  MINUTE,
  NOW,
  until,
} from '../support/builders.ts';
import { CREATE, openBench, prepare } from '../support/desk.ts';
import { given } from '../support/domain-spec.ts';

const LAST_INSTANT = 8_640_000_000_000_000;

/** One line that cannot be read back, and the server never starts again. */
const rehearsal = (clockOffsetMs: number): CommandOf<'createRehearsal'> => ({
  type: 'createRehearsal',
  rehearsalOf: { conference: conferenceId('khac'), clockOffsetMs },
  details,
  bridges: [CENTRAL_FACTS],
  items: [],
  speeches: [],
  rules: DEFAULT_RULES,
});

test('what could not be read back is not written, costs its own command alone, and is told of', async () => {
  const { act, desk, journal, faults } = await openBench();
  const [beyond, next] = await Promise.all([act(rehearsal(LAST_INSTANT), { actor: SYSTEM }), act(CREATE)]);
  expect(beyond).toEqual({ ok: false, code: 'malformed', params: {} });
  expect(next).toMatchObject({ ok: true, seq: 1 });
  expect(faults).toHaveLength(1);
  expect(await journal.read(desk.id, 0, 10)).toHaveLength(1);
});

test('a rehearsal on a clock that can be told is written', async () => {
  const { act, desk } = await openBench();
  expect(await act(rehearsal(MINUTE), { actor: SYSTEM })).toMatchObject({ ok: true });
  expect(desk.state.conference.phase).toBe('draft');
});

const add = (plan: Partial<ItemPlan>): Command => ({
  type: 'addAgendaItems',
  items: [{ plan: itemPlan(plan), presenter: null }],
  beforeItemId: null,
});

test('an item does not stand where no time can be counted on from it', () => {
  for (const plan of [{ start: LAST_INSTANT }, { start: LAST_CLOCK_TIME + 1 }, { span: until(LAST_INSTANT) }]) {
    given(LIVE).when(add(plan)).refuses('malformed', { row: 1, title: itemPlan().title });
  }
  const corrected = { type: 'correctAgendaItem', itemId: itemId('new-1'), presenter: null } as const;
  const { state } = given(LIVE).when(add({})).happens() && given(LIVE, added(NOW));
  expect(state.agenda.items).toHaveLength(1);
  const finished = [started, { type: 'agendaItemFinished', at: NOW, itemId: itemId('new-1') } as const];
  for (const before of [[], finished]) {
    const command: Command = { ...corrected, plan: itemPlan({ start: LAST_INSTANT }) };
    expect(given(LIVE, added(NOW), before).when(command).decided).toMatchObject({ error: { code: 'malformed' } });
  }
});

const added = (start: number): ConferenceEvent => ({
  type: 'agendaItemAdded',
  at: NOW,
  item: { itemId: itemId('new-1'), plan: itemPlan({ start }), presenter: null },
  beforeItemId: null,
});
const started: ConferenceEvent = { type: 'agendaItemStarted', at: NOW, itemId: itemId('new-1') };

test('a delay made permanent at the end of all clocks can still be read back', () => {
  const delayed: ConferenceEvent = { type: 'delayAnnounced', at: NOW, delayMs: 86_400_000 };
  const { decided } = given(LIVE, added(LAST_CLOCK_TIME), delayed).when({ type: 'makeDelayPermanent' });
  expect(decided.ok).toBe(true);
  const events = decided.ok ? decided.value.events : [];
  expect(events.map((event) => eventSchema.safeParse(event).success)).toEqual([true]);
});

test('a clock that is put back by years makes no timer that rings without end', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOW });
  const { act, desk } = await openBench();
  await prepare({ act, desk });
  const hall = bridgesInOrder(desk.state.bridges)[1]?.bridgeId;
  if (hall === undefined) throw new Error('no hall');
  const link = (status: 'online' | 'lost'): Command => ({
    type: 'reportBridgeLink',
    bridgeId: hall,
    link: status,
    since: NOW + MINUTE,
  });
  await act(link('online'), { actor: SYSTEM });
  await act({
    type: 'registerSpeech',
    bridgeId: hall,
    kind: 'paper',
    subject: 'Chuyên đề',
    speaker: { fullName: null, positions: ['Bí thư'] },
    itemId: null,
    category: null,
    allottedMs: null,
    override: null,
  });
  const speechId = desk.state.floor.queue[0];
  if (speechId === undefined) throw new Error('nobody waits');
  await act({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: [] });
  await act({ type: 'beginSpeech', speechId });
  await act(link('lost'), { actor: SYSTEM });
  vi.spyOn(desk, 'now', 'get').mockReturnValue(NOW - 40 * 86_400_000);
  const set = vi.spyOn(globalThis, 'setTimeout');
  const deadlines = new FloorDeadlines(desk, () => 'x');
  expect(set.mock.calls.map(([, delay]) => delay)).toEqual([2_147_483_647]);
  deadlines.close();
  vi.restoreAllMocks();
  vi.useRealTimers();
});
