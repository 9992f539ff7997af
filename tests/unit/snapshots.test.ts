import { describe, expect, test } from 'vitest';
import { ConferenceDesk } from '../../server/application/conference-desk.ts';
import { loadState, snapshotPolicy } from '../../server/application/snapshots.ts';
import type { Journal } from '../../server/store/journal.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import type { Command } from '../../shared/domain/command.ts';
import { details } from '../support/builders.ts';
import { ADD_HALLS, actOn, CREATE, HN, OPEN, openBench, prepare, savingEvery } from '../support/desk.ts';

const retitled = (title: string): Command => ({ type: 'correctConferenceDetails', details: { ...details, title } });

describe('opening again', () => {
  test('[DSK50] the state is the fold of the journal', async () => {
    const bench = await openBench();
    await prepare(bench);
    const again = await ConferenceDesk.open(HN, bench.options);
    expect([again.state, again.seq]).toEqual([bench.desk.state, 3]);
  });

  test('[DSK51] a snapshot spares the replay, and gives the same state', async () => {
    const bench = await openBench(createMemoryJournal(), 2);
    await bench.act(CREATE);
    expect(await bench.journal.loadSnapshot(HN, 'test')).toBeNull();
    await bench.act(ADD_HALLS);
    expect(await bench.journal.loadSnapshot(HN, 'test')).toMatchObject({ seq: 2 });
    await bench.act(OPEN);
    await bench.act(retitled('sau ảnh chụp'));
    await bench.desk.close();
    const reads: number[] = [];
    const counting: Journal = {
      ...bench.journal,
      read: (id, after, limit) => {
        reads.push(after);
        return bench.journal.read(id, after, limit);
      },
    };
    const again = await ConferenceDesk.open(HN, { ...bench.options, journal: counting });
    expect(reads[0]).toBe(4);
    expect(again.state).toEqual(bench.desk.state);
  });

  test('[RSM13] a desk opened from a snapshot can tell what came after it, and nothing before', async () => {
    const bench = await openBench(createMemoryJournal(), 2);
    await prepare(bench);
    await bench.desk.close();
    const again = await ConferenceDesk.open(HN, bench.options);
    await actOn(again)(retitled('sau khi mở lại'));
    expect(again.since(3)?.map(({ seq }) => seq)).toEqual([4]);
    expect(again.since(4)).toEqual([]);
    expect([again.since(2), again.since(5)]).toEqual([null, null]);
  });

  test('[DSK52] a snapshot of other code is not used', async () => {
    const bench = await openBench(createMemoryJournal(), 2);
    await prepare(bench);
    await bench.desk.close();
    const state = JSON.stringify({ nonsense: true });
    await bench.journal.saveSnapshot(HN, { seq: 3, code: 'older release', state });
    const again = await ConferenceDesk.open(HN, { ...bench.options, snapshots: savingEvery(2, 'this release') });
    expect(again.state).toEqual(bench.desk.state);
  });
});

test('[DSK53] a snapshot is named by the code that folds, the same at every start', () => {
  expect(snapshotPolicy().code).toMatch(/^[0-9a-f]{64}$/);
  expect(snapshotPolicy(5)).toMatchObject({ code: snapshotPolicy().code, every: 5 });
});

test('[DSK53] it is loaded as it was saved, and under another name not at all', async () => {
  const { desk, journal, ...bench } = await openBench();
  await prepare({ desk, ...bench });
  const policy = snapshotPolicy();
  await policy.save(journal, HN, desk.seq, desk.state);
  expect(await loadState(journal, HN, policy.code)).toEqual({ seq: 3, state: desk.state });
  expect(await loadState(journal, HN, 'another')).toBeNull();
});
