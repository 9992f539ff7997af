import type { Actor } from '../../shared/domain/actor.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { CommandAck, CommandEnvelope } from '../../shared/protocol/command.ts';
import { ConferenceDesk, type DeskOptions } from './conference-desk.ts';

const CREATIONS: ReadonlySet<Command['type']> = new Set(['createConference', 'createRehearsal', 'createSuccessor']);
const isCreation = ({ type }: Command): boolean => CREATIONS.has(type);

/** The open conferences. A desk is opened when it is first asked for, and stays. */
export class Desks {
  readonly #options: DeskOptions;
  readonly #opening = new Map<ConferenceId, Promise<ConferenceDesk>>();
  readonly #desks: ConferenceDesk[] = [];
  readonly #onOpened: (desk: ConferenceDesk) => void;

  constructor(options: DeskOptions, onOpened: (desk: ConferenceDesk) => void) {
    this.#options = options;
    this.#onOpened = onOpened;
  }

  get openCount(): number {
    return this.#opening.size;
  }

  /** Those that are open, and exist. */
  get opened(): readonly ConferenceDesk[] {
    return this.#desks;
  }

  /** The last batch of some conference was refused by the disk; the next that is kept clears it. */
  get failing(): boolean {
    return this.#desks.some((desk) => desk.failing);
  }

  /** Null for a conference that was never created. */
  async find(id: ConferenceId): Promise<ConferenceDesk | null> {
    const opening = this.#opening.get(id);
    if (opening !== undefined) return opening;
    const known = await this.#options.journal.conferences();
    return known.includes(id) ? this.#open(id) : null;
  }

  /** The conference that this one rehearses; of any other conference itself. */
  async originalOf(id: ConferenceId): Promise<ConferenceId> {
    return (await this.find(id))?.state.conference.rehearsalOf?.conference ?? id;
  }

  async all(): Promise<readonly ConferenceDesk[]> {
    return Promise.all((await this.#options.journal.conferences()).map((id) => this.#open(id)));
  }

  /** To the desk of the conference; the first command of a new one creates it. */
  async execute(actor: Actor, envelope: CommandEnvelope): Promise<CommandAck> {
    const since = performance.now();
    const ack = await this.#execute(actor, envelope);
    this.#options.onAnswered?.(envelope.command.type, ack.ok ? 'ok' : ack.code, performance.now() - since);
    return ack;
  }

  async #execute(actor: Actor, envelope: CommandEnvelope): Promise<CommandAck> {
    const { conference, command } = envelope;
    const desk = await this.find(conference);
    if (desk !== null) return desk.execute(actor, envelope);
    if (!isCreation(command)) return { ok: false, code: 'conference-unknown', params: {} };
    const opened = await this.#open(conference);
    const ack = await opened.execute(actor, envelope);
    // Another may have created it meanwhile; if nobody has, the refusal leaves nothing behind.
    if (opened.seq === 0) this.#opening.delete(conference);
    else this.#announce(opened);
    return ack;
  }

  async close(): Promise<void> {
    for (const opening of this.#opening.values()) await (await opening).close();
  }

  #open(id: ConferenceId): Promise<ConferenceDesk> {
    const before = this.#opening.get(id);
    if (before !== undefined) return before;
    const opening = ConferenceDesk.open(id, this.#options).then((desk) => {
      if (desk.seq > 0) this.#announce(desk);
      return desk;
    });
    this.#opening.set(id, opening);
    opening.catch(() => this.#opening.delete(id));
    return opening;
  }

  /** Once, and only of a conference that exists. */
  #announce(desk: ConferenceDesk): void {
    if (this.#desks.includes(desk)) return;
    this.#desks.push(desk);
    this.#onOpened(desk);
  }
}
