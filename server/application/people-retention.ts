import { setTimeout as pause } from 'node:timers/promises';
import { SYSTEM } from '../../shared/domain/actor.ts';
import { type CommandId, type ConferenceId, commandIdSchema, type DelegateId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { PeopleStore, PersonCopies, PersonTraces } from '../store/people.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import type { Desks } from './desks.ts';

export interface PeopleRetentionOptions {
  readonly people: PeopleStore;
  readonly desks: Pick<Desks, 'find' | 'all'>;
  readonly newId: () => string;
  readonly onFault: (cause: unknown) => void;
  /** Whoever keeps names beside the desk lets go of them. */
  readonly onErased: (conference: ConferenceId) => Promise<void>;
}

const DAY_MS = 86_400_000;
/** A timer that is set for longer rings at once. */
const LONGEST_MS = 2_147_483_647;
/** Names may still be written after the time is up, in a task for instance: they are looked for again. */
const LOOK_AGAIN_MS = 60_000;
/** Commands come through between two steps. */
const BETWEEN_STEPS_MS = 10;

/** When everybody of the conference is to be forgotten; null: never, or it is not over. */
export function forgottenAt({ conference, records }: ConferenceState): number | null {
  const { closedAt, rehearsalOf } = conference;
  // A rehearsal is kept as long as its conference.
  if (rehearsalOf !== null || closedAt === null || records.peopleKeptDays === null) return null;
  return closedAt + records.peopleKeptDays * DAY_MS;
}

type Related = Pick<ConferenceDesk, 'id' | 'state'>;

/** All that were copied from this one, or this one from them, at any remove. */
export function relativesOf<Desk extends Related>(desk: Desk, all: readonly Desk[]): readonly Desk[] {
  const kins = all.map(({ id, state: { conference } }) =>
    [id, conference.follows?.conference, conference.rehearsalOf?.conference].filter((one) => one !== undefined),
  );
  const family = new Set<ConferenceId>([desk.id]);
  for (let before = 0; before < family.size; ) {
    before = family.size;
    const joined = kins.filter((kin) => kin.some((id) => family.has(id)));
    for (const id of joined.flat()) family.add(id);
  }
  return all.filter(({ id }) => id !== desk.id && family.has(id));
}

/**
 * Forgets people: one who asks for it, or everybody when the time is up. Names leave the tables, the desk reads its
 * journal again without them, and every screen gets the whole state anew. No line of the journal is touched.
 */
export class PeopleRetention {
  readonly #options: PeopleRetentionOptions;
  readonly #timers = new Map<ConferenceId, NodeJS.Timeout>();
  readonly #stops: (() => void)[] = [];
  readonly #forgetting = new Map<ConferenceId, Promise<void>>();
  /** Nobody was left in them when they were looked into last. */
  readonly #looked = new Set<ConferenceId>();
  #closed = false;

  constructor(options: PeopleRetentionOptions) {
    this.#options = options;
  }

  /** Call it for each desk that is opened: at the start of the server too, when the time may have come unheard. */
  watch(desk: ConferenceDesk): void {
    this.#stops.push(desk.onCommitted(() => this.#arm(desk, this.#looked.has(desk.id) ? LOOK_AGAIN_MS : 0)));
    this.#arm(desk, 0);
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const stop of this.#stops) stop();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.all(this.#forgetting.values());
  }

  /**
   * Wherever this server holds a copy: in rehearsals and in every conference of the series. How many entries were erased;
   * null: there is no such delegate.
   */
  async erase(desk: ConferenceDesk, delegateId: DelegateId): Promise<number | null> {
    const { people } = this.#options;
    const traces = await people.traces(desk.id, delegateId);
    if (traces === null) return null;
    const relatives = relativesOf(desk, await this.#options.desks.all());
    const known = await this.#knownOf(traces, [desk, ...relatives]);
    let erased = 0;
    // The own row last: it is what a second press would look by, had this one come to grief on its way.
    for (const other of await this.#holding(known, relatives)) {
      const copies = () => people.copiesOf(other.id, known);
      erased += await this.#forgetIn(other, 'request', async () => people.eraseCopies(other.id, await copies()));
    }
    const own = async () => ({ rows: [traces.row], people: (await people.copiesOf(desk.id, known)).people });
    return erased + (await this.#forget(desk, 'request', async () => people.eraseCopies(desk.id, await own())));
  }

  /** In how many other conferences the person stands; those that rehearse this one are its own. */
  async elsewhere(desk: ConferenceDesk, delegateId: DelegateId): Promise<number> {
    const traces = await this.#options.people.traces(desk.id, delegateId);
    if (traces === null) return 0;
    const relatives = relativesOf(desk, await this.#options.desks.all());
    const holding = await this.#holding(await this.#knownOf(traces, [desk, ...relatives]), relatives);
    return holding.filter(({ state }) => state.conference.rehearsalOf?.conference !== desk.id).length;
  }

  /** The same person under another post in another list: what is known there helps to know the person everywhere. */
  async #knownOf({ row, people }: PersonTraces, all: readonly ConferenceDesk[]): Promise<PersonCopies> {
    let known: PersonCopies = { rows: [row], people: people.map(({ personId }) => personId) };
    for (const { id } of all) {
      const found = await this.#options.people.copiesOf(id, known);
      known = { rows: [...known.rows, ...found.rows], people: [...known.people, ...found.people] };
    }
    return known;
  }

  /** The others are left alone, since forgetting reads a whole journal again. */
  async #holding(known: PersonCopies, relatives: readonly ConferenceDesk[]): Promise<readonly ConferenceDesk[]> {
    const holding: ConferenceDesk[] = [];
    for (const other of relatives) {
      const { rows, people } = await this.#options.people.copiesOf(other.id, known);
      if (rows.length + people.length > 0) holding.push(other);
    }
    return holding;
  }

  #arm(desk: ConferenceDesk, soonest: number): void {
    clearTimeout(this.#timers.get(desk.id));
    this.#timers.delete(desk.id);
    const at = forgottenAt(desk.state);
    if (at === null || this.#closed) return;
    const delay = Math.min(Math.max(soonest, at - desk.now), LONGEST_MS);
    const timer = setTimeout(() => this.#ring(desk), delay);
    timer.unref();
    this.#timers.set(desk.id, timer);
  }

  #ring(desk: ConferenceDesk): void {
    this.#timers.delete(desk.id);
    const at = forgottenAt(desk.state);
    if (at === null || this.#forgetting.has(desk.id)) return;
    if (at > desk.now) {
      this.#arm(desk, 1);
      return;
    }
    this.#looked.add(desk.id);
    const work = this.#forgetAll(desk)
      .catch((cause: unknown) => {
        this.#options.onFault(cause);
        this.#arm(desk, LOOK_AGAIN_MS);
      })
      .finally(() => this.#forgetting.delete(desk.id));
    this.#forgetting.set(desk.id, work);
  }

  async #forgetAll(desk: ConferenceDesk): Promise<void> {
    for (const one of [...(await this.#rehearsalsOf(desk)), desk]) {
      if (this.#closed || !(await this.#options.people.isSomebodyLeft(one.id))) continue;
      const erased = await this.#eraseList(one);
      if (this.#closed) return;
      await this.#forget(one, 'time', async () => erased + (await this.#options.people.eraseRest(one.id)));
    }
  }

  /** Long lists go step by step; nobody marks anybody in a conference that is over. */
  async #eraseList({ id }: ConferenceDesk): Promise<number> {
    let erased = 0;
    for (let after: number | null = -1; after !== null && !this.#closed; ) {
      const step = await this.#options.people.eraseDelegates(id, after);
      erased += step.erased;
      after = step.next;
      await pause(BETWEEN_STEPS_MS);
    }
    return erased;
  }

  async #forget(desk: ConferenceDesk, by: 'time' | 'request', erase: () => Promise<number>): Promise<number> {
    const people = await this.#forgetIn(desk, by, erase);
    if (people === 0) return 0;
    // Once for all that went: the file is one.
    while (!this.#closed && (await this.#options.people.scrub())) await pause(BETWEEN_STEPS_MS);
    if (!this.#closed && (await this.#isQuiet())) await this.#options.people.compact();
    return people;
  }

  async #forgetIn(desk: ConferenceDesk, by: 'time' | 'request', erase: () => Promise<number>): Promise<number> {
    let people = 0;
    await desk.reread(async () => {
      people = await erase();
    });
    await this.#options.onErased(desk.id);
    if (people === 0) return 0;
    const command = { type: 'recordErasure', people, by } as const;
    const ack = await desk.execute(SYSTEM, { id: this.#newCommandId(), conference: desk.id, command });
    if (!ack.ok) throw new Error(`the erasure in ${desk.id} could not be recorded: ${ack.code}`);
    return people;
  }

  /** Nobody waits for a command: no conference is being held. */
  async #isQuiet(): Promise<boolean> {
    const held = (await this.#options.desks.all()).map(({ state }) => state.conference.phase);
    return !held.includes('live') && !held.includes('adjourned');
  }

  #newCommandId(): CommandId {
    return commandIdSchema.parse(this.#options.newId());
  }

  async #rehearsalsOf({ state }: ConferenceDesk): Promise<readonly ConferenceDesk[]> {
    const found = state.conference.rehearsals.map(({ conference }) => this.#options.desks.find(conference));
    return (await Promise.all(found)).filter((desk) => desk !== null);
  }
}
