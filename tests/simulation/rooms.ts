import type { Guest, MediaGateway, Participant, Permission } from '../../server/media/media-gateway.ts';
import { Injected } from './witness.ts';
import type { World } from './world.ts';

/** What a token says; the rooms are in memory, and nobody forges here. */
export interface Pass extends Guest {
  readonly issuedAt: number;
}

/** A token opens the door for a minute; who was in has one that was refreshed, for ten. */
const PASS_MS = 60_000;
const REFRESHED_MS = 10 * 60_000;

interface Inside extends Participant {
  readonly enteredAt: number;
}

/** LiveKit in memory: it can be away, slow, fail, forget everything, and its webhooks are hints at best. */
export class Rooms implements MediaGateway {
  up = true;
  readonly open = new Map<string, Map<string, Inside>>();
  readonly #world: World;
  #entered = 0;

  constructor(world: World) {
    this.#world = world;
  }

  in(room: string): readonly Participant[] {
    return [...(this.open.get(room)?.values() ?? [])];
  }

  /** A machine knocks. The newer of two with one name throws out the older. */
  enter(pass: Pass, wasInside: boolean): boolean {
    const { time } = this.#world;
    const room = this.open.get(pass.room);
    const isOld = time.now - pass.issuedAt > (wasInside ? REFRESHED_MS : PASS_MS);
    if (!this.up || room === undefined || isOld) return false;
    const { identity, permission } = pass;
    const joinedAt = ++this.#entered;
    room.delete(identity);
    const enteredAt = time.now;
    room.set(identity, { identity, permission, microphoneLive: false, smugglesSound: false, joinedAt, enteredAt });
    this.#publish(pass.room, identity);
    this.#hint(pass.room);
    return true;
  }

  /** For how long it has been in; null: it is not. */
  stayOf(room: string, identity: string): number | null {
    const one = this.open.get(room)?.get(identity);
    return one === undefined ? null : this.#world.time.now - one.enteredAt;
  }

  has(room: string, identity: string): boolean {
    return this.open.get(room)?.has(identity) === true;
  }

  /** Everything is forgotten, and everybody is out. */
  restart(): void {
    const { time, dice } = this.#world;
    this.up = false;
    this.open.clear();
    time.later(dice.between(500, 5_000), () => {
      this.up = true;
      this.#world.lookAtRooms(null);
    });
  }

  ensureRoom(room: string): Promise<void> {
    return this.#call(() => {
      if (!this.open.has(room)) this.open.set(room, new Map());
    });
  }

  rooms(): Promise<readonly string[]> {
    return this.#call(() => [...this.open.keys()]);
  }

  closeRoom(room: string): Promise<void> {
    return this.#call(() => void this.open.delete(room));
  }

  participants(room: string): Promise<readonly Participant[]> {
    return this.#call(() => this.in(room));
  }

  permit(room: string, identity: string, permission: Permission): Promise<void> {
    return this.#call(() => {
      const one = this.open.get(room)?.get(identity);
      if (one === undefined) throw new Injected('no such participant');
      const microphoneLive = one.microphoneLive && permission.microphone;
      this.open.get(room)?.set(identity, { ...one, permission, microphoneLive });
      this.#publish(room, identity);
    });
  }

  remove(room: string, identity: string): Promise<void> {
    return this.#call(() => void this.open.get(room)?.delete(identity));
  }

  async joinToken(guest: Guest): Promise<string> {
    return JSON.stringify({ ...guest, issuedAt: this.#world.time.now } satisfies Pass);
  }

  /** A hall that may speak is soon heard. */
  #publish(room: string, identity: string): void {
    this.#world.time.later(this.#world.dice.between(50, 600), () => {
      const one = this.open.get(room)?.get(identity);
      if (one === undefined || one.microphoneLive || !one.permission.microphone) return;
      this.open.get(room)?.set(identity, { ...one, microphoneLive: true });
      this.#hint(room);
    });
  }

  /** A webhook: lost, repeated, late. */
  #hint(room: string): void {
    const { time, dice, swarm } = this.#world;
    if (this.#world.happens(swarm.webhookLost)) return;
    const times = this.#world.happens(swarm.repeat) ? 2 : 1;
    for (let i = 0; i < times; i++) time.later(dice.between(5, 1_500), () => this.#world.lookAtRooms(room));
  }

  /** It may take long, fail before it was done, or be done and not answer. */
  async #call<T>(work: () => T): Promise<T> {
    const { time, dice, swarm } = this.#world;
    const fails = this.#world.happens(swarm.roomsFail);
    const isDone = dice.happens(0.5);
    await time.sleep(this.#world.happens(swarm.roomsSlow) ? 3_000 : dice.between(2, 30));
    if (!this.up) throw new Injected('LiveKit is away');
    if (!fails) return work();
    if (isDone) work();
    throw new Injected('LiveKit did not answer');
  }
}
