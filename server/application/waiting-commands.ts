import type { Actor } from '../../shared/domain/actor.ts';
import { isBulk, type Wants, wantsOf } from '../../shared/domain/attendance/wants.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { CommandAck, CommandEnvelope } from '../../shared/protocol/command.ts';

export interface Waiting {
  readonly actor: Actor;
  readonly envelope: CommandEnvelope;
  readonly answer: (ack: CommandAck) => void;
  readonly isAnswered: () => boolean;
}

const MAX_BATCH = 500;
const MAX_WAITING = 5_000;

/** Commands on their way to the desk, in the order in which they came. */
export class WaitingCommands {
  #waiting: Waiting[] = [];

  get size(): number {
    return this.#waiting.length;
  }

  get isFull(): boolean {
    return this.#waiting.length >= MAX_WAITING;
  }

  /** Resolves when it is answered. */
  add(actor: Actor, envelope: CommandEnvelope): Promise<CommandAck> {
    return new Promise((resolve) => {
      let isAnswered = false;
      const answer = (ack: CommandAck): void => {
        isAnswered = true;
        resolve(ack);
      };
      this.#waiting.push({ actor, envelope, answer, isAnswered: () => isAnswered });
    });
  }

  /** Up to the next command that moves rows as a whole; that one is a batch by itself. */
  takeBatch(): readonly Waiting[] {
    const bulk = this.#waiting.slice(0, MAX_BATCH).findIndex(({ envelope }) => isBulk(envelope.command));
    return this.#waiting.splice(0, bulk === -1 ? MAX_BATCH : Math.max(1, bulk));
  }

  /** Whoever was not answered yet, and who waits with a repeat: what was said not to be done is not done after all. */
  refuseAll(batch: readonly Waiting[], ack: CommandAck): void {
    const undone = batch.filter(({ isAnswered }) => !isAnswered());
    const ids = new Set(undone.map(({ envelope }) => envelope.id));
    const isRepeat = ({ envelope }: Waiting): boolean => ids.has(envelope.id);
    for (const { answer } of [...undone, ...this.#waiting.filter(isRepeat)]) answer(ack);
    this.#waiting = this.#waiting.filter((waiting) => !isRepeat(waiting));
  }
}

export function wantsOfAll(batch: readonly Waiting[], state: ConferenceState): Wants {
  const wants = batch.map(({ envelope }) => wantsOf(envelope.command, state));
  return {
    delegates: wants.flatMap(({ delegates }) => delegates),
    imports: wants.flatMap(({ imports }) => imports),
    votes: wants.flatMap(({ votes }) => votes),
    ballots: wants.flatMap(({ ballots }) => ballots),
  };
}
