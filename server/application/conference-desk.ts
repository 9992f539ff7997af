/**
 * One open conference: an actor. Invariants:
 * 1. Commands of a conference never interleave: a batch is decided on a tentative fold of the state, written by one
 *    append, and only then becomes the state. What arrives meanwhile is the next batch.
 * 2. Acknowledged means durable: an answer `ok` is sent after the journal has kept the events, never before.
 * 3. After the append nothing can turn an accepted command into a failed one: listeners are told, their faults logged.
 * 4. Somebody else's append makes ours fail; then the tail is read, folded, and the whole batch decided again.
 * 5. The desk knows no command by name.
 * 6. What could not be read back is never written: one such line, and the journal would not open again.
 * 7. Where the journal does not hold, nothing is added to it: what stands there is shown, and every command refused.
 */
import { EventEmitter } from 'node:events';
import { type Actor, SYSTEM } from '../../shared/domain/actor.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import type { StagedImport } from '../../shared/domain/attendance/list-import.ts';
import { voteKey } from '../../shared/domain/attendance/wants.ts';
import { recordedActor } from '../../shared/domain/ballots/secrecy.ts';
import { decide } from '../../shared/domain/decide.ts';
import { type ConferenceEvent, eventSchema } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { BallotId, CommandId, ConferenceId, DelegateId, ImportId } from '../../shared/domain/ids.ts';
import type { Moment } from '../../shared/domain/moment.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import type { RejectionCode } from '../../shared/domain/rejection.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import type { CommandAck, CommandEnvelope } from '../../shared/protocol/command.ts';
import type { JournalDamage } from '../../shared/protocol/journal-state.ts';
import {
  type AppendOutcome,
  type Batch,
  type Journal,
  JournalRefuses,
  type KnownReceipt,
  type Recorded,
} from '../store/journal.ts';
import type { DamageBook } from './damage-book.ts';
import { isSameSender } from './same-sender.ts';
import { loadState, type SnapshotPolicy } from './snapshots.ts';
import { type Waiting, WaitingCommands, wantsOfAll } from './waiting-commands.ts';

export interface Committed {
  readonly state: ConferenceState;
  readonly recorded: readonly Recorded[];
}

interface Draft {
  state: ConferenceState;
  readonly events: Omit<Recorded, 'seq'>[];
  readonly receipts: Map<CommandId, Omit<KnownReceipt, 'commandId'>>;
  readonly delegates: Batch['delegates'][number][];
  readonly rows: Map<DelegateId, DelegateRow>;
  readonly staged: ReadonlyMap<ImportId, StagedImport>;
  /** By `voteKey`. */
  readonly voted: Set<string>;
  readonly secret: ReadonlyMap<BallotId, readonly number[]>;
  readonly answers: { readonly waiting: Waiting; readonly ack: CommandAck }[];
}

export interface DeskOptions {
  readonly journal: Journal;
  readonly moment: (actor: Actor) => Omit<Moment, 'position'>;
  readonly snapshots: SnapshotPolicy;
  /** What is wrong with the journals, and where the desk says what it cannot read. */
  readonly damages?: DamageBook;
  readonly onFault: (cause: unknown) => void;
  /** A person's command was answered: its type, `ok` or the code of the refusal, and how long that took. */
  readonly onAnswered?: (type: string, outcome: string, ms: number) => void;
}

/** Recent events kept for screens that come back; an older screen gets a snapshot. */
const TAIL = 4_096;
/** Lines read at once. */
const PAGE = 5_000;
/** A page with a bad line in it is read in halves of halves: so many tries lead to that line. */
const HALVED_FROM = 4_096;

const refused = (code: RejectionCode, params: Record<string, string | number> = {}): CommandAck => ({
  ok: false,
  code,
  params,
});

export class ConferenceDesk {
  readonly id: ConferenceId;
  readonly #options: DeskOptions;
  readonly #committed = new EventEmitter<{ committed: [Committed] }>().setMaxListeners(0);
  #state: ConferenceState = initialState;
  #seq = 0;
  #savedAt = 0;
  #tail: Recorded[] = [];
  readonly #waiting = new WaitingCommands();
  readonly #rereads: (() => Promise<void>)[] = [];
  /** What was sent before this event is no longer true of the people in it: such a screen needs the whole state. */
  #wholeFrom = 0;
  #turning: Promise<void> | null = null;
  #failing = false;
  /** The first line that this release cannot read: the conference is shown as it was before it. */
  #unreadable: JournalDamage | null = null;

  private constructor(id: ConferenceId, options: DeskOptions) {
    this.id = id;
    this.#options = options;
  }

  static async open(id: ConferenceId, options: DeskOptions): Promise<ConferenceDesk> {
    const desk = new ConferenceDesk(id, options);
    const stored = await loadState(options.journal, id, options.snapshots.code);
    if (stored !== null) {
      desk.#state = stored.state;
      desk.#seq = desk.#savedAt = stored.seq;
    }
    await desk.#catchUp().catch((cause: unknown) => desk.#readAsFarAsItGoes(cause));
    return desk;
  }

  get state(): ConferenceState {
    return this.#state;
  }

  /** What the clock of the conference shows: the server's, in a rehearsal its own. */
  get now(): number {
    return this.#momentOf(SYSTEM, this.#state).now;
  }

  /** The seq of the last event in `state`. */
  get seq(): number {
    return this.#seq;
  }

  /** The journal refused the last batch. */
  get failing(): boolean {
    return this.#failing;
  }

  /** Events after `seq`, or null when they are no longer at hand (or `seq` is not of this journal). */
  since(seq: number): readonly Recorded[] | null {
    if (seq > this.#seq || seq < this.#wholeFrom) return null;
    if (seq === this.#seq) return [];
    const first = this.#tail[0]?.seq ?? this.#seq + 1;
    return seq + 1 < first ? null : this.#tail.slice(seq + 1 - first);
  }

  onCommitted(listener: (committed: Committed) => void): () => void {
    const guarded = (committed: Committed): void => {
      try {
        listener(committed);
      } catch (cause) {
        this.#options.onFault(cause);
      }
    };
    this.#committed.on('committed', guarded);
    return () => this.#committed.off('committed', guarded);
  }

  execute(actor: Actor, envelope: CommandEnvelope): Promise<CommandAck> {
    if (this.#waiting.isFull) return Promise.resolve(refused('too-many-commands'));
    const answered = this.#waiting.add(actor, envelope);
    this.#turning ??= this.#turn();
    return answered;
  }

  /** Between two batches: `change` erases people from the tables, and the journal is read again without them. */
  reread(change: () => Promise<void>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#rereads.push(() =>
        change()
          .then(() => this.#readAgain())
          .then(resolve, reject),
      );
      this.#turning ??= this.#turn();
    });
  }

  /** Resolves when every command taken so far is answered and the state is stored. */
  async close(): Promise<void> {
    await this.#turning;
    await this.#saveSnapshot();
  }

  async #turn(): Promise<void> {
    while (this.#waiting.size + this.#rereads.length > 0) {
      const reread = this.#rereads.shift();
      if (reread !== undefined) await reread();
      const batch = this.#waiting.takeBatch();
      if (batch.length === 0) continue;
      await this.#settle(batch).catch((cause: unknown) => {
        this.#failing = true;
        // Said once, when the disk refused first.
        if (!(cause instanceof JournalRefuses)) this.#options.onFault(cause);
        this.#waiting.refuseAll(batch, refused('journal-unavailable'));
      });
    }
    this.#turning = null;
  }

  async #settle(batch: readonly Waiting[]): Promise<void> {
    const { journal } = this.#options;
    const commands = batch.map(({ envelope }) => envelope.id);
    for (;;) {
      // Anew after a lost race: the winner may have had the same command, or marked the same delegate.
      const wants = wantsOfAll(batch, this.#state);
      const draft = this.#decideAll(batch, await journal.lookup(this.id, commands, wants));
      const appended = await this.#append(draft);
      if (appended.ok) {
        this.#failing = false;
        this.#commit(draft);
        return;
      }
      const folded = this.#seq;
      await this.#catchUp();
      // Nobody was first, and still it is refused: the journal is not the one that was folded, and never will be.
      if (this.#seq === folded) throw new Error(`the journal of ${this.id} ends before ${folded}`);
    }
  }

  async #append(draft: Draft): Promise<AppendOutcome> {
    if (draft.events.length === 0) return { ok: true };
    // What was kept before this batch is true whatever becomes of it: a repeat need not wait for the disk.
    for (const { waiting, ack } of draft.answers) if (ack.ok && ack.seq <= this.#seq) waiting.answer(ack);
    return this.#options.journal.append(this.#batchOf(draft));
  }

  #decideAll(batch: readonly Waiting[], known: Awaited<ReturnType<Journal['lookup']>>): Draft {
    const draft: Draft = {
      state: this.#state,
      events: [],
      receipts: new Map(known.receipts.map(({ commandId, ...receipt }) => [commandId, receipt])),
      delegates: [],
      rows: new Map(known.rows.map((row) => [row.delegateId, row])),
      staged: new Map(known.staged.map((one) => [one.importId, one])),
      voted: new Set(known.voted.map(voteKey)),
      secret: new Map(known.secret.map(({ ballotId, counts }) => [ballotId, counts])),
      answers: [],
    };
    for (const waiting of batch) draft.answers.push({ waiting, ack: this.#decideOne(waiting, draft) });
    return draft;
  }

  #decideOne({ actor, envelope: { id, command } }: Waiting, draft: Draft): CommandAck {
    if (!mayIssue(actor, command, draft.state)) return refused('not-permitted');
    const before = draft.receipts.get(id);
    if (before !== undefined) {
      return isSameSender(before.sender, actor) ? { ok: true, seq: before.seq } : refused('not-permitted');
    }
    const line = this.#damagedLine();
    if (line !== null) return refused('journal-damaged', { line });
    const moment = { ...this.#momentOf(actor, draft.state), position: this.#seq + draft.events.length };
    const decided = decide(draft.state, command, moment, {
      row: (delegateId) => draft.rows.get(delegateId),
      staged: (importId) => draft.staged.get(importId),
      hasVoted: (ballotId, delegateId) => draft.voted.has(voteKey({ ballotId, delegateId })),
      // A ballot is closed in a batch of its own (`isBulk`): what was cast before is in the table.
      secretCounts: (ballotId) => draft.secret.get(ballotId) ?? [],
    });
    if (!decided.ok) return refused(decided.error.code, decided.error.params);
    if (!this.#isReadable(command.type, decided.value.events)) return refused('malformed');
    for (const event of decided.value.events) {
      draft.events.push({ actor: recordedActor(actor, event), event });
      draft.state = evolve(draft.state, event);
    }
    for (const change of decided.value.delegates) addDelegateChange(draft, change);
    const seq = this.#seq + draft.events.length;
    draft.receipts.set(id, { seq, sender: actor });
    return { ok: true, seq };
  }

  /** Null: the journal holds; 0: it is the file as a whole that does not. */
  #damagedLine(): number | null {
    const damage = this.#unreadable ?? this.#options.damages?.of(this.id) ?? null;
    return damage === null ? null : (damage.line ?? 0);
  }

  /** A rule that forgot a limit costs its own command, and is told of. */
  #isReadable(command: string, events: readonly ConferenceEvent[]): boolean {
    const unreadable = events.find((event) => !eventSchema.safeParse(event).success);
    if (unreadable === undefined) return true;
    this.#options.onFault(new Error(`${command} would write ${unreadable.type} that cannot be read back`));
    return false;
  }

  #momentOf(actor: Actor, { conference }: ConferenceState): Omit<Moment, 'position'> {
    const moment = this.#options.moment(actor);
    return { ...moment, now: moment.now + (conference.rehearsalOf?.clockOffsetMs ?? 0) };
  }

  #batchOf({ events, receipts, delegates }: Draft): Batch {
    const fresh = [...receipts].flatMap(([commandId, { seq }]) => (seq > this.#seq ? [{ commandId, seq }] : []));
    return { conference: this.id, expectedSeq: this.#seq, events, receipts: fresh, delegates };
  }

  #commit({ state, events, answers }: Draft): void {
    const recorded = events.map((event, index) => ({ ...event, seq: this.#seq + index + 1 }));
    this.#state = state;
    this.#remember(recorded);
    for (const { waiting, ack } of answers) waiting.answer(ack);
    if (recorded.length > 0) this.#committed.emit('committed', { state, recorded });
    if (this.#seq - this.#savedAt >= this.#options.snapshots.every) {
      this.#saveSnapshot().catch(this.#options.onFault);
    }
  }

  #remember(recorded: readonly Recorded[]): void {
    this.#seq += recorded.length;
    this.#wholeFrom = recorded.findLast(({ event }) => event.type === 'peopleErased')?.seq ?? this.#wholeFrom;
    this.#tail.push(...recorded);
    if (this.#tail.length > 2 * TAIL) this.#tail = this.#tail.slice(-TAIL);
  }

  /** Folds what stands in the journal beyond our own seq: at the start all of it, later what another writer appended. */
  async #catchUp(): Promise<void> {
    while ((await this.#fold(PAGE)) === PAGE);
  }

  async #fold(lines: number): Promise<number> {
    const page = await this.#options.journal.read(this.id, this.#seq, lines);
    const gap = page.findIndex(({ seq }, index) => seq !== this.#seq + index + 1);
    if (gap !== -1) throw new Error(`line ${this.#seq + gap + 1} of the journal of ${this.id} is not there`);
    this.#state = page.reduce((state, { event }) => evolve(state, event), this.#state);
    this.#remember(page);
    if (page.length > 0) this.#committed.emit('committed', { state: this.#state, recorded: page });
    return page.length;
  }

  /** At the opening: a line of a newer release, or one that is none, costs its own conference and no other. */
  async #readAsFarAsItGoes(cause: unknown): Promise<void> {
    for (let page = HALVED_FROM; page >= 1; ) {
      try {
        if ((await this.#fold(page)) < page) return;
      } catch {
        page = Math.floor(page / 2);
      }
    }
    const { damages, onFault } = this.#options;
    onFault(cause);
    this.#unreadable = { conference: this.id, kind: 'unreadable', line: this.#seq + 1 };
    damages?.report(this.#unreadable);
  }

  async #readAgain(): Promise<void> {
    let state = initialState;
    for (let seq = 0; seq < this.#seq; ) {
      const page = await this.#options.journal.read(this.id, seq, Math.min(PAGE, this.#seq - seq));
      if (page.length === 0) throw new Error(`the journal of ${this.id} ends before ${this.#seq}`);
      state = page.reduce((before, { event }) => evolve(before, event), state);
      seq += page.length;
    }
    this.#state = state;
    this.#tail = [];
  }

  async #saveSnapshot(): Promise<void> {
    if (this.#seq === this.#savedAt) return;
    this.#savedAt = this.#seq;
    await this.#options.snapshots.save(this.#options.journal, this.id, this.#seq, this.#state);
  }
}

/** The next command of the batch decides by what this one does to the rows. */
function addDelegateChange(draft: Draft, change: Batch['delegates'][number]): void {
  draft.delegates.push(change);
  if (change.kind === 'put') draft.rows.set(change.row.delegateId, change.row);
  if (change.kind === 'remove') draft.rows.delete(change.delegateId);
  if (change.kind === 'vote') draft.voted.add(voteKey(change));
}
