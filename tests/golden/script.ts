import type { Actor } from '../../shared/domain/actor.ts';
import type { AgendaItem } from '../../shared/domain/agenda/agenda.ts';
import { recordedActor } from '../../shared/domain/ballots/secrecy.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import { type Command, commandSchema } from '../../shared/domain/command.ts';
import { decide } from '../../shared/domain/decide.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { queuedSpeeches, registeredSpeeches, type Speech, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import type { DelegateId } from '../../shared/domain/ids.ts';
import { mayIssue } from '../../shared/domain/policy.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { NOW, SECOND } from '../support/builders.ts';
import { TestRolls } from '../support/test-rolls.ts';

export interface Line {
  readonly actor: Actor;
  readonly event: ConferenceEvent;
}

/** Holds a whole conference by command after command, with ids that count. */
export class Script {
  readonly lines: Line[] = [];
  readonly rolls = new TestRolls();
  state: ConferenceState = initialState;
  now = NOW;
  #last = 0;

  /** A minute after the command before it, if nothing is said. */
  give(actor: Actor, wish: Command, secondsLater = 60): void {
    const command = commandSchema.parse(wish);
    if (!mayIssue(actor, command, this.state)) throw new Error(`${actor.seat} may not ${command.type}`);
    this.now += secondsLater * SECOND;
    const moment = { now: this.now, newId: () => `id-${++this.#last}`, position: this.lines.length, actor };
    const decided = decide(this.state, command, moment, this.rolls);
    if (!decided.ok) throw new Error(`${command.type} was refused: ${decided.error.code}`);
    for (const event of decided.value.events) {
      this.lines.push({ actor: recordedActor(actor, event), event });
      this.state = evolve(this.state, event);
    }
    this.rolls.apply(decided.value.delegates);
  }

  bridge(shortName: string) {
    const found = bridgesInOrder(this.state.bridges).find((bridge) => bridge.shortName === shortName);
    if (found === undefined) throw new Error(`no bridge ${shortName}`);
    return found.bridgeId;
  }

  item(index: number): AgendaItem['itemId'] {
    const found = this.state.agenda.items[index];
    if (found === undefined) throw new Error(`no item ${index}`);
    return found.itemId;
  }

  delegate(index: number): DelegateId {
    const found = [...this.rolls.rows.keys()][index];
    if (found === undefined) throw new Error(`no delegate ${index}`);
    return found;
  }

  /** The entry at this place of the line. */
  inLine(index = 0): Speech['speechId'] {
    return speechIdOf(queuedSpeeches(this.state.floor)[index]);
  }

  /** The oldest request that nobody has answered. */
  asked(): Speech['speechId'] {
    return speechIdOf(registeredSpeeches(this.state.floor)[0]);
  }

  onFloor(): Speech['speechId'] {
    return speechIdOf(speechOnFloor(this.state.floor));
  }
}

function speechIdOf(speech: Speech | undefined): Speech['speechId'] {
  if (speech === undefined) throw new Error('no speech');
  return speech.speechId;
}
