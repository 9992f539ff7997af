import type { GatewayMeters } from '../../observe/meters.ts';
import type { SeatServer, SeatSocket, SlowLimits } from './seat-socket.ts';

const LOOK_EVERY_MS = 1_000;

export const SLOW_LIMITS: SlowLimits = { bytes: 1024 * 1024, stillMs: 10_000 };

interface Backlog {
  readonly taken: number;
  readonly since: number;
}

/** A screen that does not read is cut off before it eats the memory of all; it comes back and resumes. */
export class SlowLines {
  readonly #io: SeatServer;
  readonly #limits: SlowLimits;
  readonly #meters: GatewayMeters;
  readonly #backlogs = new Map<string, Backlog>();
  readonly #timer: NodeJS.Timeout;

  constructor(io: SeatServer, meters: GatewayMeters, limits: SlowLimits = SLOW_LIMITS) {
    this.#io = io;
    this.#meters = meters;
    this.#limits = limits;
    this.#timer = setInterval(() => this.#lookAtAll(performance.now()), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  /** After each write: a burst must not wait for the next look at all. */
  look(socket: SeatSocket): void {
    if (socket.data.wire.waiting > this.#limits.bytes) this.#drop(socket);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #lookAtAll(now: number): void {
    for (const [id, socket] of this.#io.sockets.sockets) this.#lookAt(id, socket, now);
    for (const id of this.#backlogs.keys()) if (!this.#io.sockets.sockets.has(id)) this.#backlogs.delete(id);
  }

  #lookAt(id: string, socket: SeatSocket, now: number): void {
    const { wire } = socket.data;
    const { waiting } = wire;
    if (waiting === 0) {
      this.#backlogs.delete(id);
      return;
    }
    const { taken } = wire;
    const before = this.#backlogs.get(id);
    const isMoving = before === undefined || taken !== before.taken;
    if (isMoving) this.#backlogs.set(id, { taken, since: now });
    if (waiting > this.#limits.bytes || (!isMoving && now - before.since >= this.#limits.stillMs)) this.#drop(socket);
  }

  #drop(socket: SeatSocket): void {
    this.#backlogs.delete(socket.id);
    this.#meters.dropped('slow');
    socket.data.wire.cut();
  }
}
