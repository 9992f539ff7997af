import type { Actor } from '../../shared/domain/actor.ts';
import type { CommandId } from '../../shared/domain/ids.ts';
import type { CommandAck, CommandEnvelope } from '../../shared/protocol/command.ts';

/** One command as its sender meant it, and what it was answered. */
export interface Sent {
  readonly actor: Actor;
  readonly envelope: CommandEnvelope;
  /** The seq that it was accepted with; null: it never was. */
  seq: number | null;
  readonly refusals: string[];
}

/** A fault that the run itself made; anything else that is told of is a fault of the product. */
export class Injected extends Error {}

/** What was seen on the way: who asked for what, who was answered what, and what must not have happened. */
export class Witness {
  readonly sent = new Map<CommandId, Sent>();
  readonly problems: string[] = [];
  readonly counts = { gaps: 0, patches: 0, snapshots: 0, restarts: 0, late: 0, cuts: 0, refused: 0, accepted: 0 };

  asks(actor: Actor, envelope: CommandEnvelope): void {
    if (!this.sent.has(envelope.id)) this.sent.set(envelope.id, { actor, envelope, seq: null, refusals: [] });
  }

  /** Answered by the server, whether or not the answer arrives. */
  answered(id: CommandId, ack: CommandAck): void {
    const one = this.sent.get(id);
    if (one === undefined) return;
    if (!ack.ok) {
      one.refusals.push(ack.code);
      this.counts.refused += 1;
    } else if (one.seq !== null && one.seq !== ack.seq) {
      this.problems.push(`${id} was answered twice, with ${one.seq} and with ${ack.seq}`);
    } else {
      one.seq = ack.seq;
      this.counts.accepted += 1;
    }
  }

  fault(cause: unknown): void {
    if (!(cause instanceof Injected)) this.problems.push(`a fault: ${String(cause)}`);
  }
}
