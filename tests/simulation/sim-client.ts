import { type Cell, createCell } from '../../client/sync/cell.ts';
import { sendCommand } from '../../client/sync/send-command.ts';
import type { Line } from '../../client/sync/socket-line.ts';
import { StreamFollower } from '../../client/sync/stream-follower.ts';
import type { SeatSession } from '../../server/application/seats.ts';
import { actorOf } from '../../server/application/seats.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { audiencesOf } from '../../shared/domain/audience.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { CommandAck, CommandEnvelope } from '../../shared/protocol/command.ts';
import { streamOf } from '../../shared/protocol/stream.ts';
import { HN } from '../support/desk.ts';
import type { Life } from './virtual-time.ts';
import type { Down, Up, Wire } from './wire.ts';
import type { World } from './world.ts';

const ASK_AGAIN_MS = 2_000;
const SILENCE_MS = 4_000;
const PROBE_MS = 3_000;
const GREETING_MS = 8_000;
const ANSWER_MS = 4_000;
const WATCH_MS = 1_000;

type Answer = CommandAck | 'hello' | 'clock' | null;

/** A screen as conference-sync.ts and socket-line.ts run it, with their own replica, on a line of this world. */
export class SimClient {
  readonly life: Life;
  readonly session: SeatSession;
  readonly actor: Actor;
  followers: readonly StreamFollower[];
  /** Whether a new connection would get through. */
  isReachable = true;
  readonly #world: World;
  readonly #status: Cell<Line> = createCell<Line>({ status: 'connecting', since: 0 });
  readonly #calls = new Map<number, (answer: Answer) => void>();
  #wire: Wire | null = null;
  #lastCall = 0;
  #askedAt = Number.NEGATIVE_INFINITY;
  #heardAt = 0;
  #probing = false;
  #signedOut = false;

  constructor(world: World, session: SeatSession) {
    this.#world = world;
    this.session = session;
    this.actor = actorOf(session);
    this.life = { name: `screen ${session.id}`, alive: true };
    this.followers = this.#freshFollowers();
  }

  get isOnline(): boolean {
    return this.#status.get().status === 'online';
  }

  get wire(): Wire | null {
    return this.#wire;
  }

  get isSignedOut(): boolean {
    return this.#signedOut;
  }

  /** What is on the screen, as far as anything is. */
  get view(): ConferenceState | undefined {
    return this.followers[0]?.isLoaded === true ? this.followers[0].state.get() : undefined;
  }

  open(): void {
    setInterval(() => this.#listenForSilence(), WATCH_MS);
    this.#connect();
  }

  /** Presses a button; a second press is another command. */
  press(command: Command): CommandEnvelope {
    const envelope: CommandEnvelope = { id: this.#world.newCommandId(), conference: HN, command };
    this.#world.witness.asks(this.actor, envelope);
    const line = { status: this.#status, command: (one: CommandEnvelope) => this.#command(one) };
    void sendCommand(line, envelope);
    return envelope;
  }

  receive(message: Down): void {
    this.#heardAt = this.#world.time.now;
    const { counts } = this.#world.witness;
    switch (message.kind) {
      case 'patch': {
        const follower = this.#of(message.patch.stream);
        counts.patches += 1;
        follower?.onPatch(this.#world.doubles.read(message.patch, follower.seq));
        return;
      }
      case 'snapshot':
        counts.snapshots += 1;
        return this.#of(message.snapshot.stream)?.adopt(message.snapshot);
      case 'beat':
        return this.#of(message.beat.stream)?.onBeat(message.beat);
      case 'ack':
        return this.#calls.get(message.call)?.(message.ack ?? 'hello');
    }
  }

  /** The connection is gone: another is tried, for ever. */
  lost(wire: Wire): void {
    if (this.#wire !== wire) return;
    wire.isOpen = false;
    this.#wire = null;
    this.#say('offline');
    this.#tryAgain();
  }

  signOut(): void {
    this.#signedOut = true;
    if (this.#wire !== null) this.lost(this.#wire);
    this.life.alive = false;
  }

  #freshFollowers(): readonly StreamFollower[] {
    return audiencesOf(this.actor).map((audience) => new StreamFollower(streamOf(audience), (one) => this.#ask(one)));
  }

  #of(stream: string): StreamFollower | undefined {
    return this.followers.find((follower) => follower.stream === stream);
  }

  #tryAgain(): void {
    setTimeout(() => this.#connect(), this.#world.dice.between(500, 2_500));
  }

  #connect(): void {
    if (this.#signedOut || this.#wire !== null) return;
    const wire = this.isReachable ? this.#world.server.accept(this) : null;
    if (wire === null) return this.#tryAgain();
    this.#wire = wire;
    this.#heardAt = this.#world.time.now;
    void this.#hello().then((isWelcome) => {
      if (this.#wire !== wire) return;
      if (isWelcome) this.#say('online');
      else this.#hangUp();
    });
  }

  async #hello(): Promise<boolean> {
    this.#askedAt = this.#world.time.now;
    const since = Object.fromEntries(
      this.followers.flatMap((follower) => {
        const seq = follower.since();
        return seq === null ? [] : [[follower.stream, seq]];
      }),
    );
    return (await this.#call(GREETING_MS, (call) => ({ kind: 'hello', call, since }))) !== null;
  }

  async #command(envelope: CommandEnvelope): Promise<CommandAck | null> {
    const answer = await this.#call(ANSWER_MS, (call) => ({ kind: 'command', call, envelope }));
    return typeof answer === 'object' ? answer : null;
  }

  #call(patience: number, message: (call: number) => Up): Promise<Answer> {
    const call = ++this.#lastCall;
    this.#wire?.up(message(call));
    return new Promise((resolve) => {
      const settle = (answer: Answer) => {
        clearTimeout(timer);
        this.#calls.delete(call);
        resolve(answer);
      };
      const timer = setTimeout(() => settle(null), patience);
      this.#calls.set(call, settle);
    });
  }

  #ask(follower: StreamFollower): void {
    this.#world.witness.counts.gaps += 1;
    if (this.#wire === null || this.#world.time.now - this.#askedAt < ASK_AGAIN_MS) return;
    if (follower.nextRemedy() === 'reload') this.followers = this.#freshFollowers();
    void this.#hello();
  }

  #listenForSilence(): void {
    const silence = this.#world.time.now - this.#heardAt;
    if (this.#wire === null || silence <= SILENCE_MS || this.#probing) return;
    this.#probing = true;
    const wire = this.#wire;
    void this.#call(PROBE_MS, (call) => ({ kind: 'clock', call })).then((answer) => {
      this.#probing = false;
      if (answer === null && this.#wire === wire) this.#hangUp();
    });
  }

  #hangUp(): void {
    const wire = this.#wire;
    if (wire === null) return;
    wire.hangUp();
    this.lost(wire);
  }

  #say(status: Line['status']): void {
    if (this.#status.get().status !== status) this.#status.set({ status, since: this.#world.time.steady });
  }
}
