import { DenyList } from '../../server/application/deny-list.ts';
import type { SeatSession } from '../../server/application/seats.ts';
import type { Recorded } from '../../server/store/journal.ts';
import type { Seat } from '../../shared/domain/actor.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeId, CommandId } from '../../shared/domain/ids.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import type { CommandEnvelope } from '../../shared/protocol/command.ts';
import { commandId, NOW, secretariat } from '../support/builders.ts';
import { ADD_HALLS, CREATE, HN, OPEN } from '../support/desk.ts';
import { Dice } from './dice.ts';
import { Disk } from './disk.ts';
import type { Doubles } from './doubles.ts';
import { Machine } from './machine.ts';
import { Rooms } from './rooms.ts';
import { SimClient } from './sim-client.ts';
import { SimServer } from './sim-server.ts';
import { type Swarm, swarmOf } from './swarm.ts';
import { VirtualTime } from './virtual-time.ts';
import { Witness } from './witness.ts';

const SEATS: readonly Seat[] = [
  'operator',
  'operator',
  'operator',
  'chair',
  'wall',
  'viewer',
  'kiosk',
  'director',
  'moderator',
];
const OF_A_BRIDGE: ReadonlySet<Seat> = new Set(['operator', 'kiosk']);

/** All that there is in one run, and the one chance that everything is drawn from. */
export class World {
  readonly time = new VirtualTime(NOW);
  readonly witness = new Witness();
  readonly truth = new Map<number, Recorded>();
  readonly clients: SimClient[] = [];
  readonly machines: Machine[] = [];
  readonly dice: Dice;
  readonly swarm: Swarm;
  readonly doubles: Doubles;
  readonly disk: Disk;
  readonly rooms: Rooms;
  /** In a file beside the journal: it outlives every server. */
  readonly denied: DenyList;
  /** Sign-ins that were ended, with the names of their machines. */
  readonly revoked = new Map<string, readonly string[]>();
  /** When each life of the server began. */
  readonly lives: { readonly wall: number; readonly steady: number }[] = [];
  /** Nothing goes wrong before the first screen is there, and after the calm has begun. */
  faulty = false;
  server: SimServer;
  #ids = 0;
  #commands = 0;

  constructor(seed: number, doubles: Doubles) {
    this.dice = new Dice(seed);
    this.swarm = swarmOf(seed);
    this.doubles = doubles;
    this.disk = new Disk(this.time, this.dice.fork(2));
    this.rooms = new Rooms(this);
    this.denied = new DenyList(null, () => this.time.steady);
    this.server = new SimServer(this, 'server');
  }

  /** A live conference of three halls, and everybody who takes part. */
  async open(): Promise<void> {
    this.#boot();
    await this.time.pass(100);
    for (const command of [CREATE, ADD_HALLS, OPEN]) {
      const envelope: CommandEnvelope = { id: this.newCommandId(), conference: HN, command };
      this.witness.asks(secretariat, envelope);
      await this.time.as(this.server.life, () => void this.server.execute(secretariat, envelope));
      await this.time.pass(100);
    }
    const halls = bridgesInOrder(this.state.bridges).map(({ bridgeId }) => bridgeId);
    for (let index = 0; index < this.swarm.clients; index++) await this.#seat(index, halls);
    this.faulty = true;
  }

  happens(chance: number): boolean {
    return this.dice.happens(chance) && this.faulty;
  }

  get state(): ConferenceState {
    return this.server.desk?.state ?? initialState;
  }

  newId(): string {
    return `n${++this.#ids}`;
  }

  newCommandId(): CommandId {
    return commandId(`c${++this.#commands}`);
  }

  isRevoked({ id }: SeatSession): boolean {
    return this.revoked.has(id);
  }

  lookAtRooms(room: string | null): void {
    this.time.after(0, () => this.server.parts.look(room), this.server.life);
  }

  /** A command that was sent long ago arrives again, at whatever server there is now. */
  repeat(client: SimClient, envelope: CommandEnvelope): void {
    if (!this.server.isReady || this.isRevoked(client.session)) return;
    this.witness.counts.late += 1;
    this.time.after(0, () => void this.server.execute(client.actor, envelope), this.server.life);
  }

  /** The server dies where it stands, and is started again. */
  crash(): void {
    if (!this.server.life.alive) return;
    this.witness.counts.restarts += 1;
    this.server.die();
    void this.disk.crash();
    this.server = new SimServer(this, `server ${this.witness.counts.restarts}`);
    this.time.later(this.dice.between(100, 2_500), () => this.#boot());
  }

  revoke(client: SimClient): void {
    const { session } = client;
    const { server } = this;
    if (!server.isReady) return;
    const machines = this.machines.filter((one) => one.session === session).map(({ identity }) => identity);
    this.revoked.set(session.id, machines);
    client.signOut();
    this.time.after(0, () => server.signOut(session), server.life);
  }

  /** Another machine under the name of the first. */
  async addMachine(session: SeatSession): Promise<void> {
    const machine = new Machine(this, session, this.machines.length);
    this.machines.push(machine);
    await this.time.as(machine.life, () => machine.run());
  }

  #boot(): void {
    const { server } = this;
    this.time.after(0, () => server.start(), server.life);
  }

  async #seat(index: number, halls: readonly BridgeId[]): Promise<void> {
    const seat = index === 0 ? 'moderator' : index === 1 ? 'secretariat' : (this.dice.oneOf(SEATS) ?? 'operator');
    const bridgeId = OF_A_BRIDGE.has(seat) ? (this.dice.oneOf(halls) ?? null) : null;
    const id = `s${index}`;
    const expiresAt = Number.POSITIVE_INFINITY;
    const session: SeatSession = {
      id,
      invitationId: id,
      expiresAt,
      seat,
      conference: HN,
      bridgeId,
      label: id,
      screen: '/',
    };
    const client = new SimClient(this, session);
    this.clients.push(client);
    await this.time.as(client.life, () => client.open());
    if (this.swarm.rooms) await this.addMachine(session);
  }
}
