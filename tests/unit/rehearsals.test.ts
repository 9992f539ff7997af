import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desks } from '../../server/application/desks.ts';
import { Rehearsals } from '../../server/application/rehearsals.ts';
import type { Journal } from '../../server/store/journal.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { noTally, presentIn, sumOf } from '../../shared/domain/attendance/figure.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { queuedSpeeches } from '../../shared/domain/floor/floor.ts';
import { DEFAULT_RULES } from '../../shared/domain/floor/rules.ts';
import { type BridgeId, type ConferenceId, commandIdSchema } from '../../shared/domain/ids.ts';
import { counts, headcount, itemPlan, MINUTE, NOW, secretariat } from '../support/builders.ts';
import { ADD_HALLS, CREATE, HN, savingEvery } from '../support/desk.ts';
import { type InProcess, openInProcess } from '../support/sqlite.ts';
import { until } from '../support/until.ts';

let store: InProcess;
let desks: Desks;
let rehearsals: Rehearsals;
let last = 0;
/** What the disk refuses to keep. */
let refuses: (conference: ConferenceId) => boolean;
const newId = (): string => `r${++last}`;

function startServer(): void {
  const journal: Journal = {
    ...store.journal,
    append: async (batch) => {
      if (refuses(batch.conference)) throw new Error('the disk is full');
      return store.journal.append(batch);
    },
  };
  const moment = (actor: Actor) => ({ now: NOW, newId, actor });
  const opened = (desk: Parameters<Rehearsals['watch']>[0]): void => rehearsals.watch(desk);
  desks = new Desks({ journal, moment, snapshots: savingEvery(1_000), onFault: () => undefined }, opened);
  rehearsals = new Rehearsals({ desks, newId, onFault: () => undefined });
}

const act = async (command: Command, conference = HN): Promise<void> => {
  const envelope = { id: commandIdSchema.parse(newId()), conference, command };
  expect(await desks.execute(secretariat, envelope)).toMatchObject({ ok: true });
};
const deskOf = async (id: ConferenceId) => {
  const desk = await desks.find(id);
  if (desk === null) throw new Error(`there is no ${id}`);
  return desk;
};
const held = async () => (await deskOf(HN)).state.conference.rehearsals;
const begin = async (startsAt?: number): Promise<ConferenceId> => {
  const started = await rehearsals.start(await deskOf(HN), startsAt);
  if (!started.ok) throw new Error(started.code);
  return started.conference;
};
const paper = (bridgeId: BridgeId, subject: string, kind: 'paper' | 'opinion' = 'paper'): Command => ({
  type: 'registerSpeech',
  bridgeId,
  kind,
  subject,
  speaker: { fullName: 'Lê Thị Hoa', positions: ['Bí thư'] },
  itemId: null,
  category: null,
  allottedMs: 5 * MINUTE,
  override: null,
});

beforeEach(async () => {
  store = openInProcess();
  refuses = () => false;
  startServer();
  await act(CREATE);
  await act(ADD_HALLS);
  const items = [
    { plan: itemPlan({ start: NOW + 60 * MINUTE }), presenter: { fullName: null, positions: ['Trưởng Ban'] } },
    { plan: { row: 'note', title: 'Tắt micro' } as const, presenter: null },
  ];
  await act({ type: 'addAgendaItems', items, beforeItemId: null });
});
afterEach(() => store.close());

test('[REH6] it has the preparation under the same ids, papers in their order, and nothing else', async () => {
  const { state } = await deskOf(HN);
  const [central, anGiang, quangBinh] = bridgesInOrder(state.bridges).map(({ bridgeId }) => bridgeId);
  if (central === undefined || anGiang === undefined || quangBinh === undefined) throw new Error('halls are missing');
  const itemId = state.agenda.items[0]?.itemId;
  if (itemId === undefined) throw new Error('no item');
  const cues = [{ who: 'Người dẫn', does: 'Mời', says: '{lời mời}', source: { kind: 'floor' } as const }];
  await act({ type: 'scriptCues', itemId, cues });
  const rules = { ...DEFAULT_RULES, mode: 'operatorOnly', presentOnly: true } as const;
  await act(paper(quangBinh, 'Hai'));
  await act(paper(anGiang, 'Ba'));
  await act(paper(anGiang, 'Ý kiến', 'opinion'));
  await act({ type: 'adoptFloorRules', rules });
  await act({ type: 'startPreparation' });
  await act(headcount(anGiang, counts(9, 7)));
  const { state: real } = await deskOf(HN);
  const { state: rehearsed } = await deskOf(await begin());
  const facts = ({ bridges }: typeof real) => bridgesInOrder(bridges).map(({ link: _, ...rest }) => rest);
  expect(facts(rehearsed)).toEqual(facts(real));
  expect(rehearsed.agenda).toEqual(real.agenda);
  expect(queuedSpeeches(rehearsed.floor)).toEqual(queuedSpeeches(real.floor).filter(({ kind }) => kind === 'paper'));
  expect(queuedSpeeches(rehearsed.floor).map(({ subject }) => subject)).toEqual(['Hai', 'Ba']);
  expect(rehearsed.floor.rules).toEqual(rules);
  expect(rehearsed.attendance.totals).toEqual(noTally);
  expect(presentIn(sumOf(real.attendance.totals))).toBe(7);
  expect(rehearsed.conference).toMatchObject({ title: real.conference.title, phase: 'draft', rehearsals: [] });
});

test('[REH7] its clock shows what was asked for, else the first start of the plan, else now', async () => {
  const offsetOf = async (id: ConferenceId) => (await deskOf(id)).state.conference.rehearsalOf?.clockOffsetMs;
  const first = await begin();
  expect(await offsetOf(first)).toBe(60 * MINUTE);
  expect((await deskOf(first)).now).toBe(NOW + 60 * MINUTE);
  await close(first);
  const asked = await begin(NOW - 5 * MINUTE);
  expect(await offsetOf(asked)).toBe(-5 * MINUTE);
  await close(asked);
  for (const { itemId } of (await deskOf(HN)).state.agenda.items) await act({ type: 'removeAgendaItem', itemId });
  expect(await offsetOf(await begin())).toBe(0);
});

async function close(id: ConferenceId): Promise<void> {
  await act({ type: 'openConference' }, id);
  await act({ type: 'closeConference' }, id);
  await until('its end is recorded', 2_000, async () => (await held()).every(({ endedAt }) => endedAt !== null));
}

test('[REH8] one runs at a time; of two who begin one at the same moment one is refused', async () => {
  const desk = await deskOf(HN);
  const started = await Promise.all([rehearsals.start(desk), rehearsals.start(desk), rehearsals.start(desk)]);
  expect(started.map((one) => (one.ok ? 'begun' : one.code)).toSorted()).toEqual([
    'begun',
    'rehearsal-running',
    'rehearsal-running',
  ]);
  const [one] = started.flatMap((each) => (each.ok ? [each.conference] : []));
  if (one === undefined) throw new Error('none began');
  expect((await held()).map(({ conference, endedAt }) => [conference, endedAt])).toEqual([[one, null]]);
  await close(one);
  expect(await begin()).not.toBe(one);
});

test('[REH9] one that the disk did not keep is over at once, and another can begin', async () => {
  refuses = (conference) => conference !== HN;
  const started = await rehearsals.start(await deskOf(HN));
  expect(started).toMatchObject({ ok: false, code: 'journal-unavailable' });
  expect((await held()).map(({ endedAt }) => endedAt === null)).toEqual([false]);
  refuses = () => false;
  await begin();
});

test('[REH10] one that ended while the server fell is recorded as ended when it starts again', async () => {
  const rehearsal = await begin();
  await act({ type: 'openConference' }, rehearsal);
  refuses = (conference) => conference === HN;
  await act({ type: 'closeConference' }, rehearsal);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await held())[0]?.endedAt).toBeNull();
  refuses = () => false;
  startServer();
  await desks.all();
  await until('its end is recorded', 2_000, async () => (await held())[0]?.endedAt !== null);
});

test('[REH10] and one that still runs when the server starts again goes on', async () => {
  const rehearsal = await begin();
  startServer();
  await desks.all();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await held())[0]).toMatchObject({ conference: rehearsal, endedAt: null });
  await close(rehearsal);
});

test('[REH11] a conference that is over is not rehearsed any more', async () => {
  await act({ type: 'openConference' });
  await act({ type: 'closeConference' });
  expect(await rehearsals.start(await deskOf(HN))).toMatchObject({ ok: false, code: 'wrong-phase' });
  expect(await held()).toEqual([]);
});
