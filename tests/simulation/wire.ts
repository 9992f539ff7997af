import type { CommandAck, CommandEnvelope } from '../../shared/protocol/command.ts';
import type { Beat, Patch, Snapshot } from '../../shared/protocol/patch.ts';
import type { SimClient } from './sim-client.ts';
import type { SimServer } from './sim-server.ts';
import type { World } from './world.ts';

export type Up =
  | { readonly kind: 'hello'; readonly call: number; readonly since: Readonly<Record<string, number>> }
  | { readonly kind: 'command'; readonly call: number; readonly envelope: CommandEnvelope }
  | { readonly kind: 'clock'; readonly call: number };

export type Down =
  | { readonly kind: 'patch'; readonly patch: Patch }
  | { readonly kind: 'snapshot'; readonly snapshot: Snapshot }
  | { readonly kind: 'beat'; readonly beat: Beat }
  | { readonly kind: 'ack'; readonly call: number; readonly ack: CommandAck | null };

/** The server gives up a line that has been silent for so long (ping 10 s, time-out 8 s). */
const GIVEN_UP_MS = 18_000;

/** One connection: what goes into it comes out in order, late, twice or never. What was late may come on the next one. */
export class Wire {
  isOpen = true;
  readonly client: SimClient;
  readonly #world: World;
  readonly #server: SimServer;
  #isDeaf = false;
  #upAt = 0;
  #downAt = 0;

  constructor(world: World, client: SimClient, server: SimServer) {
    this.#world = world;
    this.client = client;
    this.#server = server;
  }

  up(message: Up): void {
    const { swarm, time, dice } = this.#world;
    const text = JSON.stringify(message);
    if (message.kind === 'command' && this.#world.happens(swarm.repeatLate)) {
      time.later(dice.between(5_000, 90_000), () => this.#world.repeat(this.client, message.envelope));
    }
    for (let copies = this.#copies(); copies > 0; copies--) {
      this.#upAt = Math.max(this.#upAt, time.now + this.#delay());
      const arrive = () => this.#isDeaf || this.#server.receive(this, JSON.parse(text) as Up);
      time.after(this.#upAt - time.now, arrive, this.#server.life);
    }
  }

  /** The text is made once for all who follow a stream. */
  down(text: string): void {
    const { time } = this.#world;
    for (let copies = this.#copies(); copies > 0; copies--) {
      this.#downAt = Math.max(this.#downAt, time.now + this.#delay());
      const arrive = () => {
        if (this.isOpen && !this.#isDeaf) this.client.receive(JSON.parse(text) as Down);
      };
      time.after(this.#downAt - time.now, arrive, this.client.life);
    }
  }

  /** Both ends believe that it stands, and nothing arrives. */
  deafen(): void {
    this.#isDeaf = true;
    this.#world.time.after(GIVEN_UP_MS, () => this.#server.drop(this), this.#server.life);
  }

  get isDeaf(): boolean {
    return this.#isDeaf;
  }

  /** The screen's end is closed; the other end hears of it if anything gets through. */
  hangUp(): void {
    this.isOpen = false;
    const { time, dice } = this.#world;
    if (!this.#isDeaf) time.after(dice.between(1, 40), () => this.#server.drop(this), this.#server.life);
  }

  /** The network says so to both ends, or the server went. */
  cut(): void {
    const { time, dice } = this.#world;
    time.after(dice.between(0, 40), () => this.client.lost(this), this.client.life);
    time.after(dice.between(0, 40), () => this.#server.drop(this), this.#server.life);
  }

  #copies(): number {
    const { swarm } = this.#world;
    if (!this.isOpen || this.#isDeaf || this.#world.happens(swarm.drop)) return 0;
    return this.#world.happens(swarm.repeat) ? 2 : 1;
  }

  #delay(): number {
    const { dice, swarm } = this.#world;
    return this.#world.happens(swarm.stall) ? dice.between(200, 3_000) : dice.between(1, 40);
  }
}
