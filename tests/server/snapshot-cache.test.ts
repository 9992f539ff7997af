import { dirname } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { ConferenceDesk } from '../../server/application/conference-desk.ts';
import { DamageBook } from '../../server/application/damage-book.ts';
import { stateHash } from '../../server/archive/state-hash.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { bridgeInput, commandId, secretariat } from '../support/builders.ts';
import { HN, savingEvery } from '../support/desk.ts';
import { addBridge, damagesOf, tamper, writtenJournal } from '../support/guarded-journal.ts';

let close: () => void = () => undefined;
afterEach(() => close());

async function withSnapshot(lines = 40) {
  const store = await writtenJournal(lines);
  close = store.close;
  await store.bench.desk.close();
  const reopened = () => ConferenceDesk.open(HN, store.bench.options);
  return { ...store, reopened, whole: stateHash(store.bench.desk.state) };
}

const namesOf = ({ state }: ConferenceDesk): string =>
  bridgesInOrder(state.bridges)
    .map(({ name }) => name)
    .join();

const storedSchema = z.object({ seq: z.int(), code: z.string(), state: z.string() });

const SPOILT = {
  deleted: 'DELETE FROM snapshot',
  cut: 'UPDATE snapshot SET state = substr(state, 1, length(state) / 2)',
  altered: `UPDATE snapshot SET state = replace(state, 'Phường 7', 'Phường 8')`,
  'of another code': `UPDATE snapshot SET code = 'other'`,
  'of another line': 'UPDATE snapshot SET seq = seq - 1',
  'without a digest': 'UPDATE snapshot SET digest = NULL',
  'empty text': `UPDATE snapshot SET state = ''`,
} as const;

test.each(Object.entries(SPOILT))(
  '[STO6] a snapshot that was spoilt (%s) costs a replay and nothing else',
  async (_, sql) => {
    const { db, journal, reopened, whole } = await withSnapshot();
    expect(await journal.loadSnapshot(HN, 'test')).not.toBeNull();
    expect(db.prepare(sql).run().changes).toBe(1);
    expect(await journal.loadSnapshot(HN, 'test')).toBeNull();
    expect(stateHash((await reopened()).state)).toBe(whole);
  },
);

test('[STO6] read without its digest, an altered snapshot would be served as the conference', async () => {
  const { db, bench, reopened, whole } = await withSnapshot();
  const altered = db.prepare(SPOILT.altered).run();
  const row = db.prepare('SELECT seq, code, state FROM snapshot').get();
  const unchecked = { ...bench.options.journal, loadSnapshot: async () => storedSchema.parse(row) };
  const careless = await ConferenceDesk.open(HN, { ...bench.options, journal: unchecked });
  expect(altered.changes).toBe(1);
  expect(stateHash(careless.state)).not.toBe(whole);
  expect(namesOf(careless)).not.toContain('Phường 7');
  expect(stateHash((await reopened()).state)).toBe(whole);
});

test('[STO6] snapshot and tail are the replay, wherever the snapshot was made', async () => {
  for (let round = 0; round < 6; round++) {
    const cut = 5 + ((round * 17) % 40);
    const { bench, reopened } = await withSnapshot(cut);
    for (let i = 0; i < (round * 7) % 20; i++) await addBridge(bench, `Thôn ${i}`);
    const options = { ...bench.options, snapshots: savingEvery(1_000, 'none') };
    const replayed = await ConferenceDesk.open(HN, options);
    expect(stateHash((await reopened()).state)).toBe(stateHash(replayed.state));
    close();
  }
  close = () => undefined;
}, 60_000);

test('[STO7] a journal that is named as damaged is shown and takes no command; a line that cannot be read likewise', async () => {
  const { db, bench } = await withSnapshot();
  const damages = new DamageBook();
  const open = () => ConferenceDesk.open(HN, { ...bench.options, damages, snapshots: savingEvery(1_000, 'none') });
  const whole = await open();
  damages.report({ conference: HN, kind: 'changed-line', line: 7 });
  const envelope = { id: commandId('x1'), conference: HN, command: { type: 'openConference' } as const };
  expect(await whole.execute(secretariat, envelope)).toEqual({
    ok: false,
    code: 'journal-damaged',
    params: { line: 7 },
  });
  const fresh = new DamageBook();
  tamper(db, `UPDATE event SET type = 'fromTheFuture' WHERE seq = 20`);
  const cut = await ConferenceDesk.open(HN, {
    ...bench.options,
    damages: fresh,
    snapshots: savingEvery(1_000, 'none'),
  });
  expect([cut.seq, fresh.all]).toEqual([19, [{ conference: HN, kind: 'unreadable', line: 20 }]]);
  expect(await cut.execute(secretariat, envelope)).toMatchObject({ ok: false, code: 'journal-damaged' });
});

test('[STO14] without the guard a line changed behind its back is folded and added to; with it the conference takes nothing', async () => {
  const { db, file, bench } = await withSnapshot();
  tamper(db, `UPDATE event SET body = replace(body, 'Phường 20', 'Phường X') WHERE seq > 10`);
  const open = (damages: DamageBook) =>
    ConferenceDesk.open(HN, { ...bench.options, damages, snapshots: savingEvery(1_000, 'none') });
  const bridge: Command = { type: 'addBridges', bridges: [bridgeInput('Xã sau khi sửa')] };
  const add = async (desk: ConferenceDesk, id: string) =>
    desk.execute(secretariat, { id: commandId(id), conference: HN, command: bridge });
  const guarded = new DamageBook();
  for (const damage of await damagesOf(file, dirname(file))) guarded.report(damage);
  expect(await add(await open(guarded), 'x1')).toMatchObject({ ok: false, code: 'journal-damaged' });
  // The control: the same file, and nobody has looked.
  const unguarded = await open(new DamageBook());
  expect(namesOf(unguarded)).toContain('Phường X');
  expect((await add(unguarded, 'x2')).ok).toBe(true);
});
