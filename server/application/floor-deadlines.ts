import { SYSTEM } from '../../shared/domain/actor.ts';
import { type Speech, speechesOnFloor } from '../../shared/domain/floor/floor.ts';
import { commandIdSchema } from '../../shared/domain/ids.ts';
import { floorLostAt } from '../../shared/views/speech-clock.ts';
import type { ConferenceDesk } from './conference-desk.ts';

/** After a command that was refused, by the disk or because a timer rang early, not at once again. */
const RETRY_MS = 1_000;

/** A timer that is set for longer rings at once, without end: so it would after a clock was put back by years. */
const LONGEST_MS = 2_147_483_647;

/**
 * Takes the floor from a bridge whose line has been gone for too long. The instant is read from the state, after each
 * commit and at the start: a restart in between forgets nothing.
 */
export class FloorDeadlines {
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
    const instants = speechesOnFloor(this.#desk.state.floor).flatMap((speech) => floorLostAt(speech) ?? []);
    if (instants.length === 0) return;
    const delay = Math.max(soonest, Math.min(...instants) - this.#desk.now);
    this.#timer = setTimeout(() => void this.#release(), Math.min(delay, LONGEST_MS));
    this.#timer.unref();
  }

  #disarm(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #release(): Promise<void> {
    const { now, state } = this.#desk;
    const isOver = (speech: Speech): boolean => (floorLostAt(speech) ?? Number.POSITIVE_INFINITY) <= now;
    const acks = speechesOnFloor(state.floor)
      .filter(isOver)
      .map(({ speechId }) => {
        const id = commandIdSchema.parse(this.#newId());
        const command = { type: 'releaseLostFloor', speechId } as const;
        return this.#desk.execute(SYSTEM, { id, conference: this.#desk.id, command });
      });
    const isDone = (await Promise.all(acks)).some(({ ok }) => ok);
    // What was done has armed the timer by its commit.
    if (!isDone) this.#arm(RETRY_MS);
  }
}
