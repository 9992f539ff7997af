import type { MediaGateway, Participant, Permission } from '../../server/media/media-gateway.ts';
import { HN } from './desk.ts';

/** Rooms in memory: what was called, who is in, and whether LiveKit answers. */
export class FakeRooms implements MediaGateway {
  readonly calls: string[] = [];
  /** By room; the stage is `guests`. */
  readonly open = new Map<string, Map<string, Participant>>();
  #entered = 0;
  failing = false;
  /** LiveKit takes what it is told and does not answer. */
  slowly = false;

  /** On the stage. */
  get guests(): Map<string, Participant> {
    return this.in(`stage-${HN}`);
  }

  in(room: string): Map<string, Participant> {
    const guests = this.open.get(room) ?? new Map<string, Participant>();
    this.open.set(room, guests);
    return guests;
  }

  enter(identity: string, permission: Permission, microphoneLive = false, guests = this.guests): void {
    const joinedAt = ++this.#entered;
    guests.set(identity, { identity, permission, microphoneLive, smugglesSound: false, joinedAt });
  }

  async ensureRoom(room: string): Promise<void> {
    this.#answer(`ensure ${room}`);
    this.in(room);
  }

  async rooms(): Promise<readonly string[]> {
    this.#answer('rooms');
    return [...this.open.keys()];
  }

  async closeRoom(room: string): Promise<void> {
    this.#answer(`close ${room}`);
    this.open.delete(room);
  }

  async participants(room: string): Promise<readonly Participant[]> {
    this.#answer('list');
    return [...this.in(room).values()];
  }

  async permit(room: string, identity: string, permission: Permission): Promise<void> {
    this.#answer(`permit ${identity} ${permission.microphone ? 'mic' : 'no mic'}`);
    if (this.slowly) await new Promise(() => undefined);
    const guest = this.in(room).get(identity);
    if (guest !== undefined) this.in(room).set(identity, { ...guest, permission });
  }

  async remove(room: string, identity: string): Promise<void> {
    this.#answer(`remove ${identity}`);
    this.in(room).delete(identity);
  }

  joinToken(): Promise<string> {
    throw new Error('the reactor makes no tokens');
  }

  #answer(call: string): void {
    if (this.failing) throw new Error('LiveKit is away');
    this.calls.push(call);
  }
}
