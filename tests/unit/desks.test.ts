import { beforeEach, expect, test } from 'vitest';
import { Desks } from '../../server/application/desks.ts';
import type { Journal } from '../../server/store/journal.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import type { Command } from '../../shared/domain/command.ts';
import { commandId, moderator, secretariat } from '../support/builders.ts';
import { ADD_HALLS, CREATE, HN, OPEN, savingEvery, worldClock } from '../support/desk.ts';

let journal: Journal;
let desks: Desks;
let opened: string[];
let last = 0;

const openDesks = (): Desks =>
  new Desks(
    { journal, moment: worldClock(`d${++last}-`), snapshots: savingEvery(100), onFault: () => undefined },
    (desk) => opened.push(desk.id),
  );
const give = (command: Command, actor: Actor = secretariat, id = `c${++last}`) =>
  desks.execute(actor, { id: commandId(id), conference: HN, command });

beforeEach(() => {
  journal = createMemoryJournal();
  opened = [];
  desks = openDesks();
});

test('[DSK60] a conference that was never created is not known, and nothing is opened for it', async () => {
  expect(await desks.find(HN)).toBeNull();
  expect(await give(OPEN)).toEqual({ ok: false, code: 'conference-unknown', params: {} });
  expect([desks.openCount, opened]).toEqual([0, []]);
});

test('[DSK61] its first command creates it, and its desk is told of once', async () => {
  expect(await give(CREATE)).toEqual({ ok: true, seq: 1 });
  expect(await give(ADD_HALLS)).toEqual({ ok: true, seq: 2 });
  expect([desks.openCount, opened]).toEqual([1, [HN]]);
  expect((await desks.find(HN))?.seq).toBe(2);
});

test('[DSK62] a creation that is refused leaves nothing behind', async () => {
  expect(await give(CREATE, moderator)).toMatchObject({ code: 'not-permitted' });
  expect([await desks.find(HN), desks.openCount, opened]).toEqual([null, 0, []]);
});

test('[DSK63] of two who create at once one does, and both have the same desk', async () => {
  const acks = await Promise.all([give(CREATE), give(CREATE, moderator), give(CREATE)]);
  expect(acks.map((ack) => (ack.ok ? 'done' : ack.code)).toSorted()).toEqual(['done', 'not-permitted', 'wrong-phase']);
  expect([desks.openCount, opened]).toEqual([1, [HN]]);
});

test('[DSK64] a double click on create gets one answer', async () => {
  const acks = await Promise.all([give(CREATE, secretariat, 'twice'), give(CREATE, secretariat, 'twice')]);
  expect(acks).toEqual([
    { ok: true, seq: 1 },
    { ok: true, seq: 1 },
  ]);
  expect(opened).toEqual([HN]);
});

test('[DSK65] after a restart every conference is opened from its journal', async () => {
  await give(CREATE);
  await desks.close();
  opened = [];
  desks = openDesks();
  expect((await desks.all()).map(({ seq }) => seq)).toEqual([1]);
  expect((await desks.find(HN))?.state.conference.phase).toBe('draft');
  expect(opened).toEqual([HN]);
});
