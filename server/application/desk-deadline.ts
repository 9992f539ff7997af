import { SYSTEM } from '../../shared/domain/actor.ts';
import type { Command } from '../../shared/domain/command.ts';
import { commandIdSchema } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { ConferenceDesk } from './conference-desk.ts';

/** After a command that was refused, by the disk or by somebody's being first, not at once again. */
const RETRY_MS = 1_000;

/** A timer that is set for longer rings at once, without end: so it would after a clock was put back by years. */
const LONGEST_MS = 2_147_483_647;

export interface Deadline {
  /** When something is due next; null: nothing is. */
  readonly nextAt: (state: ConferenceState) => number | null;
  /** What is due at `now`. */
  readonly due: (state: ConferenceState, now: number) => readonly Command[];
}

/**
 * Does what is due by itself, by commands of the system seat. The instant is read from the state, after each commit and
 * at the start: a restart in between forgets nothing.
 */
export class DeskDeadline {
  readonly #desk: ConferenceDesk;
  readonly #newId: () => string;
  readonly #deadline: Deadline;
  readonly #unsubscribe: () => void;
  #timer: NodeJS.Timeout | null = null;

  constructor(desk: ConferenceDesk, newId: () => string, deadline: Deadline) {
    this.#desk = desk;
    this.#newId = newId;
    this.#deadline = deadline;
    this.#unsubscribe = desk.onCommitted(() => this.#arm(0));
    this.#arm(0);
  }

  close(): void {
    this.#unsubscribe();
    this.#disarm();
  }

  #arm(soonest: number): void {
    this.#disarm();
    const at = this.#deadline.nextAt(this.#desk.state);
    if (at === null) return;
    const delay = Math.max(soonest, at - this.#desk.now);
    this.#timer = setTimeout(() => void this.#ring(), Math.min(delay, LONGEST_MS));
    this.#timer.unref();
  }

  #disarm(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #ring(): Promise<void> {
    const { now, state, id: conference } = this.#desk;
    const due = this.#deadline.due(state, now);
    // A timer may ring a moment early.
    if (due.length === 0) return this.#arm(1);
    const acks = due.map((command) => {
      const id = commandIdSchema.parse(this.#newId());
      return this.#desk.execute(SYSTEM, { id, conference, command });
    });
    const isDone = (await Promise.all(acks)).some(({ ok }) => ok);
    // What was done has armed the timer by its commit.
    if (!isDone) this.#arm(RETRY_MS);
  }
}
