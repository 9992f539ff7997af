import { SYSTEM } from '../../shared/domain/actor.ts';
import { commandIdSchema } from '../../shared/domain/ids.ts';
import { type PacedCall, pacedCall } from '../../shared/views/roll-call-order.ts';
import type { ConferenceDesk } from './conference-desk.ts';

/** After a command that was refused, by the disk or because a timer rang early, not at once again. */
const RETRY_MS = 1_000;

/**
 * Goes on to the next bridge of a roll call when the present one has stood on the wall for its time. The instant is
 * read from the state, after each commit and at the start: a restart in between forgets nothing.
 */
export class RollCallPace {
  readonly #desk: ConferenceDesk;
  readonly #newId: () => string;
  readonly #unsubscribe: () => void;
  #timer: NodeJS.Timeout | null = null;

  constructor(desk: ConferenceDesk, newId: () => string) {
    this.#desk = desk;
    this.#newId = newId;
    this.#unsubscribe = desk.onCommitted(() => this.#arm(0));
    this.#arm(0);
  }

  close(): void {
    this.#unsubscribe();
    this.#disarm();
  }

  #arm(soonest: number): void {
    this.#disarm();
    const due = pacedCall(this.#desk.state);
    if (due === null) return;
    this.#timer = setTimeout(() => void this.#call(due), Math.max(soonest, due.at - this.#desk.now));
    this.#timer.unref();
  }

  #disarm(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #call({ expectedBridgeId, bridgeId }: PacedCall): Promise<void> {
    const id = commandIdSchema.parse(this.#newId());
    const command = { type: 'callRoll', expectedBridgeId, bridgeId } as const;
    const { ok } = await this.#desk.execute(SYSTEM, { id, conference: this.#desk.id, command });
    // What was done has armed the timer by its commit.
    if (!ok) this.#arm(RETRY_MS);
  }
}
