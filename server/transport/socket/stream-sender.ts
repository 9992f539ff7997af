/**
 * Sends one ready-made frame to everybody in a room. Invariants:
 * 1. Frames of a room reach each line in the order in which they were given, and none overtakes another.
 * 2. A frame goes to those who were in the room when it was given: who comes later has been told by its hello.
 * 3. After each piece of a large room the server does other things; a room that falls behind is served in one go.
 */
import type { StreamName } from '../../../shared/protocol/stream.ts';
import type { GatewayMeters } from '../../observe/meters.ts';
import type { Frame } from './frame.ts';
import type { SeatServer } from './seat-socket.ts';
import type { SlowLines } from './slow-lines.ts';

const PIECE = 500;
/** So many frames of one room waiting: commands wait now, not memory. */
const MAX_WAITING = 20;

export interface Sending {
  /** Lost without harm: a line that still has something before it does not get it. */
  readonly isVolatile?: boolean;
  /** The line that it came from. */
  readonly except?: string;
  /** What is counted. */
  readonly stream?: StreamName;
}

interface Job extends Sending {
  readonly frame: Frame;
  readonly ids: readonly string[];
  next: number;
  ms: number;
}

export class StreamSender {
  readonly #io: SeatServer;
  readonly #slow: SlowLines;
  readonly #meters: GatewayMeters;
  readonly #piece: number;
  readonly #waiting = new Map<string, Job[]>();

  constructor(io: SeatServer, slow: SlowLines, meters: GatewayMeters, piece = PIECE) {
    this.#io = io;
    this.#piece = piece;
    this.#slow = slow;
    this.#meters = meters;
  }

  /** `make` is called only when somebody is there: most of a country's bridges have no screen of their own. */
  toRoom(room: string, make: () => Frame, sending: Sending = {}): void {
    const ids = this.#io.sockets.adapter.rooms.get(room);
    if (ids !== undefined) this.#give(room, { ...sending, frame: make(), ids: Array.from(ids), next: 0, ms: 0 });
  }

  toAll(frame: Frame): void {
    this.#give('', { frame, ids: Array.from(this.#io.sockets.sockets.keys()), next: 0, ms: 0 });
  }

  #give(room: string, job: Job): void {
    const queue = this.#waiting.get(room);
    if (queue === undefined) {
      this.#waiting.set(room, [job]);
      this.#go(room);
    } else {
      queue.push(job);
      if (queue.length > MAX_WAITING) this.#write(queue, Number.POSITIVE_INFINITY);
    }
  }

  #go(room: string): void {
    const queue = this.#waiting.get(room) ?? [];
    this.#write(queue, this.#piece);
    if (queue.length === 0) this.#waiting.delete(room);
    else setImmediate(() => this.#go(room));
  }

  #write(queue: Job[], lines: number): void {
    let left = lines;
    for (let job = queue[0]; job !== undefined && left > 0; job = queue[0]) {
      const end = Math.min(job.ids.length, job.next + left);
      left -= end - job.next;
      const begun = performance.now();
      for (; job.next < end; job.next++) this.#writeOne(job, job.ids[job.next] ?? '');
      job.ms += performance.now() - begun;
      if (end < job.ids.length) return;
      queue.shift();
      this.#tell(job);
    }
  }

  #writeOne({ frame, isVolatile = false, except }: Job, id: string): void {
    const socket = id === except ? undefined : this.#io.sockets.sockets.get(id);
    if (socket === undefined) return;
    const { wire } = socket.data;
    if (isVolatile && wire.isBacklogged) return;
    wire.write(frame);
    this.#slow.look(socket);
  }

  #tell({ stream, frame, ids, ms }: Job): void {
    if (stream !== undefined) this.#meters.frame(stream, { sockets: ids.length, bytes: frame.wire.length, ms });
  }
}
