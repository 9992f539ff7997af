import { expect, test } from 'vitest';
import { StreamFollower } from '../../client/sync/stream-follower.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';
import { conferenceId, created, DRAFT, halls, opened, stateAfter } from '../support/builders.ts';

const LIVE = [...DRAFT, opened];
const conference = conferenceId('giao-ban');
const stream = 'staff';

const snapshotAt = (seq: number) => ({ seq, state: encodeState(stateAfter(LIVE.slice(0, seq))) });
const patchOf = (after: number, ...events: readonly (typeof created | typeof halls | typeof opened)[]) => ({
  conference,
  stream,
  after,
  through: after + events.length,
  events: events.map((event, i) => ({ seq: after + i + 1, event })),
});

function follower() {
  const missing: number[] = [];
  const one = new StreamFollower(stream, (self) => missing.push(self.since() ?? -1));
  return { one, missing };
}

test('without a snapshot it asks for one, and folds no patch', () => {
  const { one, missing } = follower();
  one.onPatch(patchOf(0, created));
  expect(one.isLoaded).toBe(false);
  expect(one.since()).toBeNull();
  one.onBeat({ conference, stream, seq: 1 });
  expect(missing).toEqual([-1]);
});

test('it follows patches and tells its listeners once for each new state', () => {
  const { one, missing } = follower();
  one.adopt(snapshotAt(1));
  let told = 0;
  one.state.subscribe(() => {
    told += 1;
  });
  one.onPatch(patchOf(1, halls, opened));
  one.onPatch(patchOf(1, halls, opened));
  one.onBeat({ conference, stream, seq: 3 });
  expect(one.state.get()).toEqual(stateAfter(LIVE));
  expect(one.since()).toBe(3);
  expect(told).toBe(1);
  expect(missing).toEqual([]);
});

test('a hole and a lost last patch are both noticed', () => {
  const { one, missing } = follower();
  one.adopt(snapshotAt(1));
  one.onPatch(patchOf(2, opened));
  one.onBeat({ conference, stream, seq: 3 });
  expect(missing).toEqual([1, 1]);
  expect(one.state.get()).toEqual(stateAfter([created]));
});

test('after three fruitless resumes it asks for a snapshot, and progress begins the ladder anew', () => {
  const { one } = follower();
  one.adopt(snapshotAt(1));
  expect([one.nextRemedy(), one.nextRemedy(), one.nextRemedy()]).toEqual(['resume', 'resume', 'resume']);
  expect(one.since()).toBe(1);
  expect(one.nextRemedy()).toBe('snapshot');
  expect(one.since()).toBeNull();
  one.adopt(snapshotAt(2));
  expect(one.since()).toBe(2);
  expect(one.nextRemedy()).toBe('resume');
});
