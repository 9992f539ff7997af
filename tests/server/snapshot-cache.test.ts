import { afterEach, expect, test } from 'vitest';
import { ConferenceDesk } from '../../server/application/conference-desk.ts';
import { DamageBook } from '../../server/application/damage-book.ts';
import { stateHash } from '../../server/archive/state-hash.ts';
import { commandId, secretariat } from '../support/builders.ts';
import { HN, savingEvery } from '../support/desk.ts';
import { addBridge, tamper, writtenJournal } from '../support/guarded-journal.ts';

let close: () => void = () => undefined;
afterEach(() => close());

async function withSnapshot(lines = 40) {
  const store = await writtenJournal(lines);
  close = store.close;
  await store.bench.desk.close();
  const reopened = () => ConferenceDesk.open(HN, store.bench.options);
  return { ...store, reopened, whole: stateHash(store.bench.desk.state) };
}

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
