import { SYSTEM } from '../../shared/domain/actor.ts';
import { plannedTimes } from '../../shared/domain/agenda/planned.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import { detailsOf, type RehearsalOf } from '../../shared/domain/conference/conference.ts';
import { queuedSpeeches, type Speech, type SpeechFacts } from '../../shared/domain/floor/floor.ts';
import { type ConferenceId, commandIdSchema, conferenceIdSchema } from '../../shared/domain/ids.ts';
import { LAST_CLOCK_TIME } from '../../shared/domain/instant.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { CommandAck } from '../../shared/protocol/command.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import type { Desks } from './desks.ts';

type Refusal = Extract<CommandAck, { ok: false }>;

export interface RehearsalsOptions {
  readonly desks: Desks;
  readonly newId: () => string;
  readonly onFault: (cause: unknown) => void;
}

/** Begins rehearsals, and tells the conference when one is over. */
export class Rehearsals {
  readonly #options: RehearsalsOptions;
  /** Told of, and not created yet. */
  readonly #beginning = new Set<ConferenceId>();

  constructor(options: RehearsalsOptions) {
    this.#options = options;
  }

  /**
   * A new conference with the preparation of this one, on a clock that shows `startsAt` now. The conference is told
   * first: its journal lets one rehearsal run at a time, whoever else wants one at this moment.
   */
  async start(of: ConferenceDesk, startsAt?: number): Promise<{ ok: true; conference: ConferenceId } | Refusal> {
    const shown = startsAt ?? plannedTimes(of.state.agenda)[0]?.start ?? of.now;
    if (shown > LAST_CLOCK_TIME) return { ok: false, code: 'malformed', params: {} };
    await this.#settle(of);
    const rehearsal = conferenceIdSchema.parse(this.#options.newId());
    this.#beginning.add(rehearsal);
    const told = await this.#tell(of.id, { type: 'recordRehearsal', rehearsal, phase: 'started' });
    const created = told.ok ? await this.#create(rehearsal, of, shown) : told;
    this.#beginning.delete(rehearsal);
    if (created.ok) return { ok: true, conference: rehearsal };
    await this.#settle(of);
    return created;
  }

  #create(rehearsal: ConferenceId, { id, now, state }: ConferenceDesk, shown: number): Promise<CommandAck> {
    return this.#tell(rehearsal, preparationOf(state, { conference: id, clockOffsetMs: shown - now }));
  }

  /** Call it for each desk that is opened: at the start of the server too, when a rehearsal may have ended unheard. */
  watch(desk: ConferenceDesk): void {
    const { rehearsalOf } = desk.state.conference;
    if (rehearsalOf === null) {
      this.#settle(desk).catch(this.#options.onFault);
      return;
    }
    desk.onCommitted(({ recorded }) => {
      if (recorded.some(({ event }) => event.type === 'conferenceClosed')) {
        this.#tell(rehearsalOf.conference, { type: 'recordRehearsal', rehearsal: desk.id, phase: 'ended' }).catch(
          this.#options.onFault,
        );
      }
    });
  }

  /** A rehearsal that is closed, or was never created because the disk refused, runs no longer. */
  async #settle({ id, state }: ConferenceDesk): Promise<void> {
    for (const { conference: rehearsal, endedAt } of state.conference.rehearsals) {
      if (endedAt !== null || this.#beginning.has(rehearsal)) continue;
      const desk = await this.#options.desks.find(rehearsal);
      const phase = desk?.state.conference.phase ?? 'uncreated';
      if (['uncreated', 'closed', 'archived'].includes(phase)) {
        await this.#tell(id, { type: 'recordRehearsal', rehearsal, phase: 'ended' });
      }
    }
  }

  #tell(conference: ConferenceId, command: Command): Promise<CommandAck> {
    const id = commandIdSchema.parse(this.#options.newId());
    return this.#options.desks.execute(SYSTEM, { id, conference, command });
  }
}

/** What is rehearsed: everything that was prepared, and nothing that has happened. Ids stay, so that seats find their hall. */
function preparationOf(state: ConferenceState, rehearsalOf: RehearsalOf): CommandOf<'createRehearsal'> {
  return {
    type: 'createRehearsal',
    rehearsalOf,
    details: detailsOf(state.conference),
    bridges: bridgesInOrder(state.bridges).map(({ link: _link, losses: _losses, ...facts }) => facts),
    items: state.agenda.items.map(({ itemId, plan, presenter, cues }) => ({
      item: { itemId, plan, presenter },
      cues: [...cues],
    })),
    speeches: queuedSpeeches(state.floor)
      .filter(({ kind }) => kind === 'paper')
      .map(asRegistered),
    rules: state.floor.rules,
  };
}

const asRegistered = ({ stage: _, movedBy: __, understudy: ___, remindedAt: ____, ...facts }: Speech): SpeechFacts => ({
  ...facts,
  callbackOf: null,
});
