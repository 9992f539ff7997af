import { createHash } from 'node:crypto';
import type { DelegateChange } from '../../shared/domain/attendance/delegate.ts';
import { votesOnSummons } from '../../shared/domain/attendance/wants.ts';
import type { CommandId, ConferenceId } from '../../shared/domain/ids.ts';
import type { DelegateImports } from './delegate-imports.ts';
import type { AppendOutcome, Batch, Journal, Receipt, Recorded, StoredSnapshot } from './journal.ts';
import { MemoryBallots } from './memory-ballots.ts';
import { createMemoryImports } from './memory-imports.ts';
import { MemoryRolls } from './memory-rolls.ts';

interface Shelf {
  readonly events: Recorded[];
  readonly receipts: Map<CommandId, Receipt>;
  readonly rolls: MemoryRolls;
  readonly ballots: MemoryBallots;
  readonly listeners: Set<() => void>;
  snapshot: StoredSnapshot | null;
}

/** The same contract without a disk, for tests that are not about the disk. Nobody can alter its lines. */
export function createMemoryJournal(): Journal & { readonly imports: DelegateImports } {
  const shelves = new Map<ConferenceId, Shelf>();
  const shelfOf = (conference: ConferenceId): Shelf => {
    const shelf = shelves.get(conference) ?? emptyShelf();
    shelves.set(conference, shelf);
    return shelf;
  };
  return {
    append: async (batch) => appendTo(shelfOf(batch.conference), batch),
    read: async (conference, after, limit) => shelfOf(conference).events.slice(after, after + limit),
    lookup: async (conference, commands, { delegates, imports, votes, ballots: wanted }) => {
      const { events, receipts, rolls, ballots } = shelfOf(conference);
      const rows = rolls.find(delegates);
      return {
        receipts: commands.flatMap((id) => {
          const known = receipts.get(id);
          return known === undefined ? [] : [{ ...known, sender: events[known.seq - 1]?.actor ?? null }];
        }),
        rows,
        staged: imports.flatMap((id) => rolls.stagedOf(id) ?? []),
        voted: votesOnSummons(votes, rows).filter((key) => ballots.hasVoted(key)),
        secret: wanted.map((ballotId) => ({ ballotId, counts: ballots.answersOf(ballotId) })),
      };
    },
    imports: createMemoryImports((conference) => shelfOf(conference).rolls),
    conferences: async () =>
      [...shelves]
        .filter(([, { events }]) => events.length > 0)
        .toSorted(([, a], [, b]) => begunAt(a) - begunAt(b))
        .map(([id]) => id),
    loadSnapshot: async (conference, code) => {
      const { snapshot } = shelfOf(conference);
      return snapshot?.code === code ? snapshot : null;
    },
    saveSnapshot: async (conference, snapshot) => {
      const shelf = shelfOf(conference);
      if (snapshot.seq <= shelf.events.length) shelf.snapshot = snapshot;
    },
    subscribe: (conference, listener) => {
      shelfOf(conference).listeners.add(listener);
      return () => shelfOf(conference).listeners.delete(listener);
    },
    hashAt: async (conference, seq) => {
      const events = shelfOf(conference).events.slice(0, seq);
      return seq < 1 || events.length < seq ? null : createHash('sha256').update(JSON.stringify(events)).digest('hex');
    },
    verify: async () => null,
  };
}

const begunAt = ({ events }: Shelf): number => events[0]?.event.at ?? 0;

const emptyShelf = (): Shelf => ({
  events: [],
  receipts: new Map(),
  rolls: new MemoryRolls(),
  ballots: new MemoryBallots(),
  listeners: new Set(),
  snapshot: null,
});

function appendTo(shelf: Shelf, { expectedSeq, events, receipts, delegates }: Batch): AppendOutcome {
  if (shelf.events.length !== expectedSeq) return { ok: false, head: shelf.events.length };
  for (const { commandId } of receipts) {
    if (shelf.receipts.has(commandId)) throw new Error(`command ${commandId} has its receipt already`);
  }
  shelf.ballots.check(delegates.filter((change) => change.kind === 'vote'));
  for (const change of delegates) {
    if (change.kind !== 'vote' && change.kind !== 'forgetVoters') shelf.rolls.check(change);
  }
  events.forEach((recorded, index) => shelf.events.push({ ...recorded, seq: expectedSeq + index + 1 }));
  for (const receipt of receipts) shelf.receipts.set(receipt.commandId, receipt);
  for (const change of delegates) applyTo(shelf, change);
  for (const listener of shelf.listeners) listener();
  return { ok: true };
}

function applyTo({ rolls, ballots }: Shelf, change: DelegateChange): void {
  switch (change.kind) {
    case 'vote':
      return ballots.vote(change);
    case 'forgetVoters':
      return ballots.forget(change.ballotId);
    default:
      return rolls.change(change);
  }
}
