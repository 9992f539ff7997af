import type { Recorded } from '../../server/store/journal.ts';
import { SYSTEM } from '../../shared/domain/actor.ts';
import { recordedActor } from '../../shared/domain/ballots/secrecy.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { faultsOf } from '../../shared/domain/faults.ts';
import { accountOf, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import { isExempt } from '../../shared/domain/floor/rules.ts';
import type { CommandId, SpeechId } from '../../shared/domain/ids.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { spokenByBridge } from '../support/spoken-intervals.ts';
import type { World } from './world.ts';

/** Facts by which somebody with a name changes who goes before whom. */
const REORDERS: ReadonlySet<ConferenceEvent['type']> = new Set(['speechMoved', 'speechesSwapped', 'speechQueued']);

/** What must hold of the journal alone, looked at from its first line to its last (I3–I8, I10, I11). */
export function historyFaults(world: World, kept: readonly Recorded[]): readonly string[] {
  return [
    ...(kept.every(({ seq }, index) => seq === index + 1) ? [] : ['I3: the journal has holes']),
    ...receiptFaults(world),
    ...walked(world, kept),
    ...toldFaults(world, kept),
    ...timeFaults(world, kept),
  ];
}

/** I4: what was acknowledged is kept under that very number, and once. */
function receiptFaults({ witness, disk }: World): readonly string[] {
  const kept = new Map(disk.receipts.map(({ commandId, seq }) => [commandId, seq]));
  const doubled = kept.size < disk.receipts.length ? ['I4: a command has two receipts'] : [];
  const lost = [...witness.sent].flatMap(([id, { seq }]) =>
    seq === null || kept.get(id) === seq ? [] : [`I4: ${id} was acknowledged and is not kept as such`],
  );
  return [...doubled, ...lost];
}

/** The command that each fact is of, and its sender as the run knows him. */
function walked(world: World, kept: readonly Recorded[]): readonly string[] {
  const faults = new Set<string>();
  const { receipts } = world.disk;
  let state: ConferenceState = initialState;
  let next = 0;
  let isFirst = true;
  for (const recorded of kept) {
    while ((receipts[next]?.seq ?? Number.POSITIVE_INFINITY) < recorded.seq) {
      next += 1;
      isFirst = true;
    }
    const id = receipts[next]?.commandId;
    if (id !== undefined && isFirst) for (const fault of rightFaults(world, id, state)) faults.add(fault);
    if (id !== undefined && !isHis(world, id, recorded)) faults.add(`I8: ${recorded.event.type} bears a foreign name`);
    const after = evolve(state, recorded.event);
    for (const fault of faultsOf(after)) faults.add(fault);
    if (isJumped(state, after, recorded.event)) faults.add(`I7: ${recorded.event.type} let somebody jump the line`);
    state = after;
    isFirst = false;
  }
  for (const fault of ledgerFaults(state, kept)) faults.add(fault);
  return [...faults];
}

/** I8 and I6: the sender had the right, and saw the floor as it was. */
function rightFaults({ witness }: World, id: CommandId, before: ConferenceState): readonly string[] {
  const sent = witness.sent.get(id);
  if (sent === undefined) return [];
  const { actor, envelope } = sent;
  const { command } = envelope;
  const onFloor = speechOnFloor(before.floor)?.speechId ?? null;
  return [
    ...(mayIssue(actor, command, before) ? [] : [`I8: ${command.type} of ${actor.seat} was let through`]),
    ...(command.type === 'callSpeaker' && command.expectedOnFloor !== onFloor
      ? ['I6: a call was let through whose caller saw another floor']
      : []),
  ];
}

function isHis({ witness }: World, id: CommandId, { actor, event }: Recorded): boolean {
  const expected = recordedActor(witness.sent.get(id)?.actor ?? SYSTEM, event);
  return actor.seat === expected.seat && actor.session === expected.session && actor.bridgeId === expected.bridgeId;
}

/** I7: whoever waited before and after waits in the same order, unless somebody with a name changed it. */
function isJumped(before: ConferenceState, after: ConferenceState, event: ConferenceEvent): boolean {
  if (before.floor.queue === after.floor.queue || REORDERS.has(event.type)) return false;
  const there = new Set<SpeechId>(after.floor.queue);
  const was = before.floor.queue.filter((id) => there.has(id));
  const known = new Set<SpeechId>(before.floor.queue);
  const is = after.floor.queue.filter((id) => known.has(id));
  return was.some((id, index) => is[index] !== id);
}

/** I10: what a bridge is charged is the sum of the intervals, told in the slow and obvious way. */
function ledgerFaults({ floor }: ConferenceState, kept: readonly Recorded[]): readonly string[] {
  const spoken = spokenByBridge(
    kept.map(({ event }) => event),
    (kind) => !isExempt(kind),
  );
  const isOff = [...spoken].some(([bridgeId, ms]) => accountOf(floor, bridgeId).chargedMs !== ms);
  return isOff ? ['I10: the ledger is not the sum of what was spoken'] : [];
}

/** I1, the other half: nobody was told anything that is not kept. */
function toldFaults({ truth }: World, kept: readonly Recorded[]): readonly string[] {
  const isTold = kept.every((one) => {
    const told = truth.get(one.seq);
    return told === undefined || told.event === one.event || JSON.stringify(told) === JSON.stringify(one);
  });
  const beyond = [...truth.keys()].some((seq) => seq > kept.length);
  return isTold && !beyond ? [] : ['I1: something was told that is not kept'];
}

/** The server's clock may be moved this fast towards the wall's, and no faster (server-clock.ts). */
const FASTEST = 0.0051;
const ROUNDING_MS = 3;

/** I10: between two facts of one life of the server passes what really passed, wherever the wall clock jumped. */
function timeFaults({ disk, lives }: World, kept: readonly Recorded[]): readonly string[] {
  const isOff = kept.some(({ seq, event }) => {
    const decided = disk.decidedAt.get(seq) ?? 0;
    const life = lives.findLast(({ steady }) => steady <= decided);
    if (life === undefined) return false;
    const passed = decided - life.steady;
    return Math.abs(event.at - life.wall - passed) > passed * FASTEST + ROUNDING_MS;
  });
  return isOff ? ['I10: an instant of the journal hangs on the wall clock'] : [];
}
