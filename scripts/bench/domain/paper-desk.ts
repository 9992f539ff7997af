import { SYSTEM } from '../../../shared/domain/actor.ts';
import { NO_ROLLS } from '../../../shared/domain/attendance/delegate.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { decide } from '../../../shared/domain/decide.ts';
import { evolve } from '../../../shared/domain/evolve.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';

/** Decides and folds one command after the other, as the desk of a conference does, without journal and screens. */
export class PaperDesk {
  state: ConferenceState;
  now: number;
  #ids: number;
  #facts = 0;

  /** `ids`: how many were given out before; the same commands then make the same ids. */
  constructor(state: ConferenceState, now: number, ids: number) {
    this.state = state;
    this.now = now;
    this.#ids = ids;
  }

  get ids(): number {
    return this.#ids;
  }

  get facts(): number {
    return this.#facts;
  }

  /** A second later than the command before. A refusal would measure something else, so it ends the bench. */
  act(command: Command): void {
    this.now += 1_000;
    const moment = { now: this.now, newId: () => `id-${++this.#ids}`, position: this.#facts, actor: SYSTEM };
    const decided = decide(this.state, command, moment, NO_ROLLS);
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.error.code}`);
    const { events } = decided.value;
    this.state = events.reduce(evolve, this.state);
    this.#facts += events.length;
  }
}
