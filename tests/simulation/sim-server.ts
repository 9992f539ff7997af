import { ConferenceDesk, type DeskOptions } from '../../server/application/conference-desk.ts';
import { Desks } from '../../server/application/desks.ts';
import type { Broadcast } from '../../server/application/fan-out.ts';
import { MediaDoor } from '../../server/application/media-door.ts';
import { actorOf, type SeatSession } from '../../server/application/seats.ts';
import { ServerClock } from '../../server/observe/server-clock.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import { NO_WANTS } from '../../shared/domain/attendance/wants.ts';
import { audiencesOf } from '../../shared/domain/audience.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { CommandId } from '../../shared/domain/ids.ts';
import { type CommandAck, type CommandEnvelope, commandEnvelopeSchema } from '../../shared/protocol/command.ts';
import { streamOf } from '../../shared/protocol/stream.ts';
import { HN, savingEvery } from '../support/desk.ts';
import type { Parts } from './doubles.ts';
import type { SimClient } from './sim-client.ts';
import type { Life } from './virtual-time.ts';
import { type Down, type Up, Wire } from './wire.ts';
import { Injected } from './witness.ts';
import type { World } from './world.ts';

const MALFORMED: CommandAck = { ok: false, code: 'malformed', params: {} };

/** A journal that is further ahead of the machine's clock was written by a clock that was wrong (server-clock.ts). */
const AHEAD_MS = 15 * 60_000;

/** One life of the server: desks, what lives beside them and the gate to the rooms, all real, and the lines to it. */
export class SimServer {
  readonly life: Life;
  readonly parts: Parts;
  readonly desks: Desks;
  readonly door: MediaDoor;
  desk: ConferenceDesk | null = null;
  readonly #world: World;
  readonly #lines = new Map<Wire, { streams: ReadonlySet<string>; leave: (() => void) | null }>();
  #isReady = false;
  readonly #options: DeskOptions;
  readonly #clock: ServerClock;
  #isStarted = false;
  readonly #born: { readonly wall: number; readonly steady: number };
  /** How often somebody who was told of facts broke down. */
  #broken = 0;

  constructor(world: World, name: string) {
    this.#world = world;
    this.life = { name, alive: true };
    const { doubles, rooms, witness, disk, time } = world;
    const gateway = doubles.gateway(rooms);
    const onFault = (cause: unknown) => witness.fault(cause);
    this.parts = doubles.parts(() => doubles.broadcast(this.#broadcast(), world.truth), {
      gateway: () => (rooms.up ? gateway : null),
      newId: () => world.newId(),
      onFault,
      denied: world.denied,
    });
    const steady = () => time.now;
    const source = { wall: () => time.wall, steady, sinceBoot: steady };
    this.#born = { wall: time.wall, steady: time.now };
    this.#clock = new ServerClock({ source, onJump: () => undefined });
    const now = () => doubles.clock(time, this.#clock);
    this.#options = {
      journal: doubles.journal(disk.port(), disk),
      moment: (actor) => ({ now: now(), newId: () => world.newId(), actor }),
      snapshots: savingEvery(25),
      onFault,
    };
    this.desks = new Desks(this.#options, (desk) => this.#attach(desk));
    const reactorOf = (desk: ConferenceDesk) => this.parts.reactorOf(desk);
    const reactorIn = (room: string) => this.parts.reactorIn(room);
    const reactors = () => this.parts.reactors();
    this.door = new MediaDoor(() => (rooms.up ? gateway : null), reactorOf, reactorIn, reactors);
  }

  get isReady(): boolean {
    return this.#isReady && this.life.alive;
  }

  /** Two deaths in a row both ask for a start: the one that lives starts once. */
  start(): void {
    if (this.#isStarted) return;
    this.#isStarted = true;
    const { disk, lives, time } = this.#world;
    this.#clock.notBefore(disk.newestAt);
    const counted = this.#born.wall + time.now - this.#born.steady;
    const ahead = (disk.newestAt ?? 0) - counted;
    lives.push({ wall: ahead > 0 && ahead <= AHEAD_MS ? counted + ahead : counted, steady: time.now });
    this.#clock.start();
    const opened = () => {
      this.#isReady = true;
    };
    // A disk that fails while it starts: the process ends, and is started again.
    this.desks.all().then(opened, () => this.#world.crash());
  }

  accept(client: SimClient): Wire | null {
    if (!this.isReady || this.#world.isRevoked(client.session)) return null;
    const wire = new Wire(this.#world, client, this);
    this.#lines.set(wire, { streams: new Set(), leave: null });
    return wire;
  }

  receive(wire: Wire, message: Up): void {
    if (!this.#lines.has(wire)) return;
    const answer = (ack: CommandAck | null) => this.#send(wire, { kind: 'ack', call: message.call, ack });
    if (message.kind === 'clock') answer(null);
    if (message.kind === 'hello') this.#greet(wire, message.since, () => answer(null));
    if (message.kind === 'command') void this.execute(wire.client.actor, message.envelope).then(answer);
  }

  /** As the gateway does it: the shape is looked at, the actor is the sign-in's. */
  async execute(actor: Actor, raw: unknown): Promise<CommandAck> {
    const parsed = commandEnvelopeSchema.safeParse(raw);
    if (!parsed.success) return MALFORMED;
    const { doubles, witness, disk } = this.#world;
    const { id, conference, command } = parsed.data;
    const before = { broken: this.#broken, refusals: disk.refusals };
    const claimed = doubles.actor(actor, claimedBy(command, actor));
    const seen = { id, conference, command: doubles.command(command, this.desk) };
    const ack = await this.desks.execute(claimed, seen);
    const answer = doubles.answer({ ack, broke: this.#broken > before.broken });
    witness.answered(id, answer);
    // A disk that refuses a batch leaves all of it in doubt, also the repeat of what was kept long ago.
    const isCertain = disk.refusals === before.refusals;
    if (!answer.ok && answer.code !== 'not-permitted' && isCertain) await this.#mustNotBeKept(id, answer.code);
    return answer;
  }

  /** Another node decides on the same journal: a desk of its own, opened and left. */
  async executeElsewhere(actor: Actor, envelope: CommandEnvelope): Promise<void> {
    const other = await ConferenceDesk.open(HN, this.#options).catch(() => null);
    if (other !== null) this.#world.witness.answered(envelope.id, await other.execute(actor, envelope));
  }

  /** The conference as a start would find it now, from a snapshot and the tail. */
  reopened(): Promise<ConferenceDesk> {
    return ConferenceDesk.open(HN, this.#options);
  }

  /** What was refused for a reason of the conference has left nothing behind. */
  async #mustNotBeKept(id: CommandId, code: string): Promise<void> {
    const { disk, witness } = this.#world;
    const { receipts } = await disk.real.lookup(HN, [id], NO_WANTS);
    if (receipts.length > 0) witness.problems.push(`${id} was refused with ${code}, and is kept`);
  }

  drop(wire: Wire): void {
    this.#lines.get(wire)?.leave?.();
    this.#lines.delete(wire);
  }

  /** A link is taken back: its lines are closed, and its machines are kept out. */
  signOut(session: SeatSession): void {
    for (const wire of this.#lines.keys()) {
      if (wire.client.session === session) {
        wire.cut();
        this.drop(wire);
      }
    }
    this.door.shut([session]);
  }

  /** No more of this life: whatever it waited for never comes. */
  die(): void {
    this.life.alive = false;
    for (const wire of this.#lines.keys()) {
      if (this.#world.dice.happens(0.7)) wire.cut();
      else wire.deafen();
    }
    this.#lines.clear();
  }

  #attach(desk: ConferenceDesk): void {
    const { truth, swarm } = this.#world;
    this.desk = desk;
    // Subscribed first: the truth is known before anybody is told.
    desk.onCommitted(({ recorded }) => {
      for (const one of recorded) truth.set(one.seq, one);
    });
    desk.onCommitted(() => {
      if (!this.#world.happens(swarm.brokenBroadcast)) return;
      this.#broken += 1;
      throw new Injected('whoever is told breaks down');
    });
    this.parts.attach(desk);
  }

  #greet(wire: Wire, since: Readonly<Record<string, number>>, answer: () => void): void {
    const { desk } = this;
    const line = this.#lines.get(wire);
    if (desk === null || line === undefined) return;
    const audiences = audiencesOf(wire.client.actor);
    line.streams = new Set(audiences.map(streamOf));
    for (const audience of audiences) {
      this.#send(wire, this.#world.doubles.resume(desk, audience, since[streamOf(audience)]));
    }
    const { seat, bridgeId } = actorOf(wire.client.session);
    if (seat === 'operator' && bridgeId !== null) line.leave ??= this.parts.linksOf(HN)?.join(bridgeId) ?? null;
    answer();
  }

  #broadcast(): Broadcast {
    return {
      patch: (patch) => this.#toAll(patch.stream, { kind: 'patch', patch }),
      beat: (conference, stream, seq) => this.#toAll(stream, { kind: 'beat', beat: { conference, stream, seq } }),
    };
  }

  #toAll(stream: string, message: Down): void {
    let text: string | null = null;
    for (const [wire, { streams }] of this.#lines) {
      if (!streams.has(stream)) continue;
      text ??= JSON.stringify(message);
      wire.down(text);
    }
  }

  #send(wire: Wire, message: Down): void {
    wire.down(JSON.stringify(message));
  }
}

/** Whom the message itself speaks for, if one believed it. */
const claimedBy = (command: Command, actor: Actor): Actor =>
  'bridgeId' in command && command.bridgeId !== null ? { ...actor, bridgeId: command.bridgeId } : actor;
