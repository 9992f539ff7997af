import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import type { CommandId, ConferenceId, DelegateId } from '../../shared/domain/ids.ts';
import type { AppendOutcome, Batch, Journal, Receipt, Recorded, StoredSnapshot } from './journal.ts';

interface Shelf {
  readonly events: Recorded[];
  readonly receipts: Map<CommandId, Receipt>;
  readonly rows: Map<DelegateId, DelegateRow>;
  readonly listeners: Set<() => void>;
  snapshot: StoredSnapshot | null;
}

/** The same contract without a disk, for tests that are not about the disk. Nobody can alter its lines. */
export function createMemoryJournal(): Journal {
  const shelves = new Map<ConferenceId, Shelf>();
  const shelfOf = (conference: ConferenceId): Shelf => {
    const shelf = shelves.get(conference) ?? emptyShelf();
    shelves.set(conference, shelf);
    return shelf;
  };
  return {
    append: async (batch) => appendTo(shelfOf(batch.conference), batch),
    read: async (conference, after, limit) => shelfOf(conference).events.slice(after, after + limit),
    lookup: async (conference, commands, delegates) => {
      const { receipts, rows } = shelfOf(conference);
      return {
        receipts: commands.flatMap((id) => receipts.get(id) ?? []),
        rows: delegates.flatMap((id) => rows.get(id) ?? []),
      };
    },
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
    verify: async () => null,
  };
}

const begunAt = ({ events }: Shelf): number => events[0]?.event.at ?? 0;

const emptyShelf = (): Shelf => ({
  events: [],
  receipts: new Map(),
  rows: new Map(),
  listeners: new Set(),
  snapshot: null,
});

function appendTo(shelf: Shelf, { expectedSeq, events, receipts, delegates }: Batch): AppendOutcome {
  if (shelf.events.length !== expectedSeq) return { ok: false, head: shelf.events.length };
  for (const { commandId } of receipts) {
    if (shelf.receipts.has(commandId)) throw new Error(`command ${commandId} has its receipt already`);
  }
  events.forEach((recorded, index) => shelf.events.push({ ...recorded, seq: expectedSeq + index + 1 }));
  for (const receipt of receipts) shelf.receipts.set(receipt.commandId, receipt);
  for (const change of delegates) {
    if (change.kind === 'put') shelf.rows.set(change.row.delegateId, change.row);
    else shelf.rows.delete(change.delegateId);
  }
  for (const listener of shelf.listeners) listener();
  return { ok: true };
}
