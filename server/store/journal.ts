import type { Actor } from '../../shared/domain/actor.ts';
import type { DelegateChange, DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import type { StagedImport } from '../../shared/domain/attendance/list-import.ts';
import type { VoteKey, Wants } from '../../shared/domain/attendance/wants.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import type { BallotId, CommandId, ConferenceId } from '../../shared/domain/ids.ts';

export interface Recorded {
  readonly seq: number;
  readonly actor: Actor;
  readonly event: ConferenceEvent;
}

/** The answer that a command was given: the seq of its last event. Kept for the life of the conference. */
export interface Receipt {
  readonly commandId: CommandId;
  readonly seq: number;
}

/** With whoever sent the command, as the line of its last event names that seat; null: there is no such line. */
export interface KnownReceipt extends Receipt {
  readonly sender: Actor | null;
}

export interface Batch {
  readonly conference: ConferenceId;
  /** The last seq that the writer has folded. Somebody else's append in between makes this one fail. */
  readonly expectedSeq: number;
  readonly events: readonly Omit<Recorded, 'seq'>[];
  readonly receipts: readonly Receipt[];
  readonly delegates: readonly DelegateChange[];
}

export type AppendOutcome = { readonly ok: true } | { readonly ok: false; readonly head: number };

export interface Lookup {
  readonly receipts: readonly KnownReceipt[];
  /** The wanted rows that are seen, each once, and those for whom they are substitutes. */
  readonly rows: readonly DelegateRow[];
  /** Of this conference, with the counts as they would change now; one that is still being read is not among them. */
  readonly staged: readonly StagedImport[];
  /** Of the wanted votes those that were cast. */
  readonly voted: readonly VoteKey[];
  /** Secret answers so far, by option, of the wanted ballots. */
  readonly secret: readonly { readonly ballotId: BallotId; readonly counts: readonly number[] }[];
}

/** A state that spares a replay. `code` names the folding code: another code, another state. */
export interface StoredSnapshot {
  readonly seq: number;
  readonly code: string;
  readonly state: string;
}

/** Nothing is tried: the disk refused a moment ago, and the server looks by itself whether it takes something again. */
export class JournalRefuses extends Error {
  override readonly name = 'JournalRefuses';
}

/**
 * The record of the conferences, the only thing that is true. Everything else is read from it.
 * One contract suite (tests/contract/journal-contract.ts) runs against every implementation.
 */
export interface Journal {
  /** All or nothing, and durable before the promise resolves; rejects when the disk refuses. */
  append(batch: Batch): Promise<AppendOutcome>;
  read(conference: ConferenceId, after: number, limit: number): Promise<readonly Recorded[]>;
  lookup(conference: ConferenceId, commands: readonly CommandId[], wants: Wants): Promise<Lookup>;
  /** Ids of every conference that has at least one event, the oldest first. */
  conferences(): Promise<readonly ConferenceId[]>;
  loadSnapshot(conference: ConferenceId, code: string): Promise<StoredSnapshot | null>;
  saveSnapshot(conference: ConferenceId, snapshot: StoredSnapshot): Promise<void>;
  /** Calls back after each append to the conference, whoever made it. */
  subscribe(conference: ConferenceId, listener: () => void): () => void;
  /** The hash that covers the line and all before it, hexadecimal; null: there is no such line. */
  hashAt(conference: ConferenceId, seq: number): Promise<string | null>;
  /** Reads the whole chain again; null when it holds, else the first seq whose line was changed. */
  verify(conference: ConferenceId): Promise<number | null>;
}
