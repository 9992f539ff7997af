import type { SeatSession } from '../../server/application/seats.ts';
import { actorOf } from '../../server/application/seats.ts';
import { roomOf, watcherIdentity } from '../../server/media/room-plan.ts';
import { type Device, deviceSchema } from '../../shared/domain/lines/device.ts';
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import { HN } from '../support/desk.ts';
import type { Pass } from './rooms.ts';
import type { Life } from './virtual-time.ts';
import type { World } from './world.ts';

/** LiveKit hands a fresh token to who is in, and who is thrown out keeps the last one. */
const REFRESH_MS = 5 * 60_000;

/** A machine that wants to be on the stage, and tries for ever: with the token it has, else with a new one. */
export class Machine {
  readonly life: Life;
  readonly session: SeatSession;
  readonly identity: string;
  readonly #world: World;
  readonly #device: Device;
  #pass: Pass | null = null;
  #wasInside = false;

  constructor(world: World, session: SeatSession, copy: number) {
    this.#world = world;
    this.session = session;
    this.life = { name: `machine ${session.id} ${copy}`, alive: true };
    this.#device = deviceSchema.parse(`hall-${session.id}`);
    this.identity =
      session.bridgeId === null
        ? watcherIdentity(actorOf(session), this.#device)
        : bridgeIdentity(session.bridgeId, this.#device);
  }

  run(): void {
    this.#try();
    setTimeout(() => this.run(), this.#world.dice.between(1_000, 2_500));
  }

  #try(): void {
    const { rooms, server, time } = this.#world;
    const room = roomOf(HN);
    if (rooms.has(room, this.identity)) {
      const isOld = this.#pass !== null && time.now - this.#pass.issuedAt > REFRESH_MS;
      if (isOld && this.#pass !== null) this.#pass = { ...this.#pass, issuedAt: time.now };
      this.#wasInside = this.#pass !== null;
      return;
    }
    // The way to the rooms leads through the server.
    if (!server.isReady) return;
    if (this.#pass !== null && rooms.enter(this.#pass, this.#wasInside)) this.#noteJoin(room);
    else this.#ask();
  }

  #noteJoin(room: string): void {
    const { server, time } = this.#world;
    const held = this.#world.isRevoked(this.session) ? [] : [this.session];
    time.after(5, () => server.door.noteJoin(held, { identity: this.identity, room }), server.life);
  }

  #ask(): void {
    const { server, time, dice, swarm, witness } = this.#world;
    const { desk } = server;
    this.#wasInside = false;
    if (desk === null || this.#world.happens(swarm.drop)) return;
    const admit = () => {
      if (this.#world.isRevoked(this.session)) return;
      server.door
        .admit(this.session, desk, { device: this.#device })
        .then((admission) => {
          if (admission.ok) time.after(dice.between(1, 40), () => this.#take(admission.token), this.life);
        })
        .catch((cause: unknown) => witness.fault(cause));
    };
    time.after(dice.between(1, 40), admit, server.life);
  }

  #take(token: string): void {
    this.#pass = JSON.parse(token) as Pass;
  }
}
