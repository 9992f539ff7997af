import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, fromSnapshot, isBehind, type Replica, remedyAfter } from '../../client/sync/replica.ts';
import { type Audience, PUBLIC, redactState, STAFF, tell } from '../../shared/domain/audience.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { Patch } from '../../shared/protocol/patch.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';
import {
  anGiang,
  counts,
  DRAFT,
  itemAdded,
  itemId,
  itemStarted,
  NOW,
  opened,
  quangBinh,
  reported,
  speechId,
  stateAfter,
} from '../support/builders.ts';
import { called, ended, paper } from '../support/speech-builders.ts';

const first = speechId('first');
const second = speechId('second');

/** A conference's journal: event number n stands at n - 1. The lost link is nobody's business but the staff's. */
const HISTORY: readonly ConferenceEvent[] = [
  ...DRAFT,
  opened,
  paper(first, anGiang),
  { type: 'bridgeLinkEstablished', at: NOW, bridgeId: anGiang },
  paper(second, quangBinh),
  called(first),
  reported(anGiang, counts(64, 61)),
  ended(first),
  { type: 'bridgeLinkLost', at: NOW, bridgeId: anGiang },
  called(second),
  itemAdded(itemId('report')),
  itemStarted(itemId('report')),
];
const HEAD = HISTORY.length;

const truth = (audience: Audience, seq: number) => redactState(audience, stateAfter(HISTORY.slice(0, seq)));
const replicaAt = (seq: number, audience: Audience = STAFF): Replica => ({ seq, state: truth(audience, seq) });

/** What the server sends of `(after, through]`: hidden events are not there and leave no gap. */
function patch(
  after: number,
  through: number,
  audience: Audience = STAFF,
): Pick<Patch, 'after' | 'through' | 'events'> {
  const missed = HISTORY.slice(after, through).map((event, i) => ({ seq: after + i + 1, event }));
  return { after, through, events: tell(audience, missed, stateAfter(HISTORY.slice(0, through))) };
}

function applied(replica: Replica, message: Pick<Patch, 'after' | 'through' | 'events'>): Replica {
  const folded = fold(replica, message);
  if (folded.kind !== 'applied') throw new Error(`not applied: ${folded.kind}`);
  return folded.replica;
}

test('a patch that continues where the replica stands is folded', () => {
  expect(applied(replicaAt(4), patch(4, 7))).toEqual(replicaAt(7));
});

test('a patch that begins earlier is folded from where the replica stands, each event once', () => {
  expect(applied(replicaAt(6), patch(2, 8))).toEqual(replicaAt(8));
});

test('a patch that the replica has already is stale and changes nothing', () => {
  expect(fold(replicaAt(7), patch(3, 7))).toEqual({ kind: 'stale' });
  expect(fold(replicaAt(7), patch(3, 5))).toEqual({ kind: 'stale' });
});

test('a patch that begins above the replica is a gap and is not folded', () => {
  expect(fold(replicaAt(4), patch(5, 7))).toEqual({ kind: 'gap' });
});

test('an event hidden from the audience is no gap', () => {
  const before = replicaAt(4, PUBLIC);
  const after = applied(before, patch(4, 5, PUBLIC));
  expect(patch(4, 5, PUBLIC).events).toEqual([]);
  expect(after).toEqual({ seq: 5, state: before.state });
  expect(after.state).toBe(before.state);
});

test('a beat that is further than the replica says that the last patch was lost', () => {
  expect(isBehind(replicaAt(5), { seq: 6 })).toBe(true);
  expect(isBehind(replicaAt(5), { seq: 5 })).toBe(false);
  expect(isBehind(replicaAt(5), { seq: 4 })).toBe(false);
});

test('a snapshot is taken as the server says, also when it is older', () => {
  const snapshot = JSON.parse(JSON.stringify({ seq: 5, state: encodeState(truth(STAFF, 5)) }));
  expect(fromSnapshot(snapshot)).toEqual(replicaAt(5));
});

test('three resumes without progress, then a snapshot, then a reload', () => {
  expect([0, 1, 2, 3, 4, 5].map(remedyAfter)).toEqual(['resume', 'resume', 'resume', 'snapshot', 'reload', 'reload']);
});

/** What a bad line does to a stream of patches: losses, repeats, late arrivals, and a resume whenever a gap is seen. */
function throughBadLine(
  audience: Audience,
  deliveries: readonly (readonly [after: number, through: number])[],
): Replica {
  let replica = replicaAt(0, audience);
  for (const [after, through] of deliveries) {
    const folded = fold(replica, patch(after, through, audience));
    if (folded.kind === 'applied') replica = folded.replica;
    if (folded.kind === 'gap') replica = applied(replica, patch(replica.seq, through, audience));
    expect(replica).toEqual(replicaAt(replica.seq, audience));
  }
  return isBehind(replica, { seq: HEAD }) ? applied(replica, patch(replica.seq, HEAD, audience)) : replica;
}

const range = fc
  .tuple(fc.integer({ min: 0, max: HEAD }), fc.integer({ min: 0, max: HEAD }))
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

test.each([
  ['staff', STAFF],
  ['public', PUBLIC],
] as const)(
  'whatever is lost, repeated or late, the %s replica is at every step the fold of its stream',
  (_, audience) => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), (deliveries) => {
        expect(throughBadLine(audience, deliveries)).toEqual(replicaAt(HEAD, audience));
      }),
    );
  },
);

test('control: a fold without its guards shows the faults that the property looks for', () => {
  const unguarded = (replica: Replica, message: Pick<Patch, 'through' | 'events'>): Replica => ({
    seq: message.through,
    state: message.events.reduce((state, { event }) => evolve(state, event), replica.state),
  });
  expect(unguarded(replicaAt(HEAD - 1), patch(2, HEAD))).not.toEqual(replicaAt(HEAD));
  expect(unguarded(replicaAt(2), patch(3, HEAD))).not.toEqual(replicaAt(HEAD));
});
