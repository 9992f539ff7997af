import { vi } from 'vitest';
import { ConferenceDesk, type DeskOptions } from '../../server/application/conference-desk.ts';
import { type Broadcast, FanOut } from '../../server/application/fan-out.ts';
import type { Journal, Recorded } from '../../server/store/journal.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { NO_WANTS } from '../../shared/domain/attendance/wants.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { faultsOf } from '../../shared/domain/faults.ts';
import { initialState } from '../../shared/domain/state.ts';
import type { CommandEnvelope } from '../../shared/protocol/command.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';
import { commandId, moderator, operatorOf, secretariat } from './builders.ts';
import { ADD_HALLS, CREATE, HN, OPEN, savingEvery, worldClock } from './desk.ts';
import { HONEST_READING, type Reading, TestScreen } from './screens.ts';
import { TestRolls } from './test-rolls.ts';

/** Every place where a test can plant a fault; the product itself has no switch. */
export interface Doubles extends Reading {
  readonly journal: (real: Journal) => Journal;
  /** `truth` is every fact that was kept, unredacted. */
  readonly broadcast: (real: Broadcast, truth: ReadonlyMap<number, Recorded>) => Broadcast;
}
export const HONEST: Doubles = { ...HONEST_READING, journal: (real) => real, broadcast: (real) => real };

interface Sent {
  readonly actor: Actor;
  readonly envelope: CommandEnvelope;
  seq: number | null;
}

/** A real desk, fan-out and resume on a memory journal, and the screens that watch it. Timers are the test's. */
export class HallOfScreens {
  readonly screens: TestScreen[] = [];
  readonly sent: Sent[] = [];
  /** The delegates that the journal was given, for whoever must name one. */
  readonly rolls: TestRolls;
  /** What was found to be wrong on the way. */
  readonly problems: string[] = [];
  readonly counts = { gaps: 0, patches: 0, snapshots: 0, restarts: 0, repeats: 0 };
  readonly #real: Journal;
  readonly #truth = new Map<number, Recorded>();
  readonly #options: DeskOptions;
  readonly #doubles: Doubles;
  #desk: ConferenceDesk;
  #fanOut: FanOut;

  private constructor(
    doubles: Doubles,
    { real, rolls, options }: { real: Journal; rolls: TestRolls; options: DeskOptions },
    desk: ConferenceDesk,
  ) {
    this.#doubles = doubles;
    this.#real = real;
    this.rolls = rolls;
    this.#options = options;
    this.#desk = desk;
    this.#fanOut = this.#tell();
  }

  static async open(doubles: Doubles): Promise<HallOfScreens> {
    const rolls = new TestRolls();
    const real = watchingRows(createMemoryJournal(), rolls);
    const options: DeskOptions = {
      journal: doubles.journal(real),
      moment: worldClock(),
      snapshots: savingEvery(25),
      onFault: () => undefined,
    };
    const hall = new HallOfScreens(doubles, { real, rolls, options }, await ConferenceDesk.open(HN, options));
    for (const command of [CREATE, ADD_HALLS, OPEN]) hall.send(secretariat, command);
    await settle();
    hall.join(moderator);
    hall.join({ seat: 'wall', session: 'w', bridgeId: null });
    for (const { bridgeId } of bridgesInOrder(hall.desk.state.bridges)) hall.join(operatorOf(bridgeId));
    return hall;
  }

  get desk(): ConferenceDesk {
    return this.#desk;
  }

  join(actor: Actor): void {
    const screen = new TestScreen(actor, {
      resume: (...args) => {
        const resumed = this.#doubles.resume(...args);
        this.counts.snapshots += resumed.kind === 'snapshot' ? 1 : 0;
        return resumed;
      },
      fold: (...args) => {
        const folded = this.#doubles.fold(...args);
        this.counts.gaps += folded.kind === 'gap' ? 1 : 0;
        this.counts.patches += folded.kind === 'applied' ? 1 : 0;
        return folded;
      },
    });
    screen.connect(this.#desk);
    this.screens.push(screen);
  }

  send(actor: Actor, command: Command): void {
    const id = commandId(`c${this.sent.length + 1}`);
    const sent: Sent = { actor, envelope: { id, conference: HN, command }, seq: null };
    this.sent.push(sent);
    this.#execute(sent, this.#desk);
  }

  /** The same command again, however old: a double click, a lost answer, a page that comes back. */
  repeat(index: number): void {
    const sent = this.sent[index % this.sent.length];
    if (sent === undefined) return;
    this.counts.repeats += 1;
    this.#execute(sent, this.#desk);
  }

  /** Another node appends to the same journal. */
  async sendElsewhere(actor: Actor, command: Command): Promise<void> {
    const other = await ConferenceDesk.open(HN, this.#options);
    const id = commandId(`c${this.sent.length + 1}`);
    const sent: Sent = { actor, envelope: { id, conference: HN, command }, seq: null };
    this.sent.push(sent);
    this.#execute(sent, other);
  }

  /** Every line is cut and the desk opened anew from the journal; what was under way stays under way. */
  async restart(): Promise<void> {
    this.counts.restarts += 1;
    this.#fanOut.close();
    for (const screen of this.screens) screen.cut();
    this.#desk = await ConferenceDesk.open(HN, this.#options);
    this.#fanOut = this.#tell();
  }

  /** No more faults: everybody is on the line, and time passes until the screens have had their chance. */
  async calmDown(): Promise<void> {
    await settle();
    for (const screen of this.screens) if (screen.inbox === null) screen.connect(this.#desk);
    for (let round = 0; round < 6; round++) {
      vi.advanceTimersByTime(5_200);
      await settle();
      for (const screen of this.screens) while ((screen.inbox?.length ?? 0) > 0) screen.receive(this.#desk);
    }
    this.#fanOut.close();
  }

  /** Everything that is wrong after the calm. */
  async faults(): Promise<readonly string[]> {
    const kept = await this.#real.read(HN, 0, 100_000);
    const lost = await this.#lost();
    const replay = kept.slice(0, this.#desk.seq).reduce((state, { event }) => evolve(state, event), initialState);
    const holes = kept.filter(({ seq }, index) => seq !== index + 1);
    const behind = this.screens.flatMap((screen) => screen.differsFrom(this.#desk));
    return [
      ...this.problems,
      ...lost,
      ...faultsOf(this.#desk.state),
      ...(holes.length > 0 ? ['the journal has holes'] : []),
      ...(textOf(replay) === textOf(this.#desk.state) ? [] : ['the desk is not the fold of its journal']),
      ...behind.map((stream) => `a screen of ${stream} shows something else`),
    ];
  }

  async #lost(): Promise<readonly string[]> {
    const accepted = this.sent.filter(({ seq }) => seq !== null);
    const ids = accepted.map(({ envelope }) => envelope.id);
    const { receipts } = await this.#real.lookup(HN, ids, NO_WANTS);
    const seqs = new Map(receipts.map(({ commandId: id, seq }) => [id, seq]));
    return accepted.flatMap(({ envelope: { id }, seq }) =>
      seqs.get(id) === seq ? [] : [`${id} was acknowledged and is not kept as such`],
    );
  }

  #execute(sent: Sent, desk: ConferenceDesk): void {
    void desk.execute(sent.actor, sent.envelope).then((ack) => {
      if (!ack.ok) return;
      if (sent.seq !== null && sent.seq !== ack.seq) this.problems.push(`${sent.envelope.id} was answered twice`);
      sent.seq = ack.seq;
    });
  }

  #tell(): FanOut {
    // Subscribed first: the truth is known before anybody is told.
    this.#desk.onCommitted(({ recorded }) => {
      for (const one of recorded) this.#truth.set(one.seq, one);
    });
    const real: Broadcast = {
      patch: (patch) => this.#toAll(patch.stream, { kind: 'patch', patch }),
      beat: (conference, stream, seq) => this.#toAll(stream, { kind: 'beat', beat: { conference, stream, seq } }),
    };
    return new FanOut(this.#desk, this.#doubles.broadcast(real, this.#truth));
  }

  #toAll(stream: Parameters<TestScreen['send']>[0], message: Parameters<TestScreen['send']>[1]): void {
    for (const screen of this.screens) screen.send(stream, message);
  }
}

const textOf = (state: typeof initialState): string => JSON.stringify(encodeState(state));

/** Everything that needs no time has happened. */
export const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const watchingRows = (journal: Journal, rolls: TestRolls): Journal => ({
  ...journal,
  append: async (batch) => {
    const outcome = await journal.append(batch);
    if (outcome.ok) rolls.apply(batch.delegates);
    return outcome;
  },
});
