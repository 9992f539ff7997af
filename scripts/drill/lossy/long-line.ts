import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Chance } from '../desk/seeded-chance.ts';

/** What lies between a hall and the server. */
export interface LineKind {
  readonly roundTripMs: number;
  /** Of the segments, each way. */
  readonly lossPercent: number;
  /** A segment comes up to so much later than it could: those behind it arrive before it. */
  readonly jitterMs: number;
  readonly bitsPerSecond: number;
}

export interface LineCount {
  segments: number;
  lost: number;
  overtaken: number;
}

const SEGMENT_BYTES = 1_400;
/** A sender waits so much beyond the round trip before it sends again what it heard nothing of, and then twice as long. */
const PATIENCE_MS = 200;
/** What may be under way before the sender is held back. */
const WINDOW_BYTES = 64 * 1024;

/**
 * A line as the programs at its ends see it: TCP sends a lost segment again after its patience, and holds back what
 * came before its turn. Each loss costs the longest that TCP may take, though it often notices sooner.
 */
export class LongLine {
  readonly count: LineCount = { segments: 0, lost: 0, overtaken: 0 };
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** 0, a free one, until it was opened once. */
  #port = 0;

  private constructor(port: number, kind: LineKind, chance: Chance) {
    this.#server = createServer({ noDelay: true }, (near) => {
      const far = connect({ port, host: '127.0.0.1', noDelay: true });
      for (const socket of [near, far]) this.#sockets.add(socket);
      carry(near, far, new Way(kind, chance, this.count));
      carry(far, near, new Way(kind, chance, this.count));
      for (const socket of [near, far]) {
        socket.on('error', () => undefined);
        socket.once('close', () => {
          this.#sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
    });
  }

  /** A line to that origin of this machine; resolves when it can be used. */
  static async to(origin: string, kind: LineKind, chance: Chance): Promise<LongLine> {
    const line = new LongLine(Number(new URL(origin).port), kind, chance);
    await line.mend();
    const address = line.#server.address();
    line.#port = typeof address === 'object' && address !== null ? address.port : 0;
    return line;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Nobody answers at its end any more, until `mend`. */
  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }

  /** At the place where it was. */
  async mend(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve));
  }
}

function carry(from: Socket, to: Socket, way: Way): void {
  from.on('data', (bytes: Buffer) => {
    for (let at = 0; at < bytes.length; at += SEGMENT_BYTES) {
      const segment = bytes.subarray(at, at + SEGMENT_BYTES);
      way.send(segment, () => {
        if (to.writable) to.write(segment);
        if (way.waiting < WINDOW_BYTES) from.resume();
      });
    }
    if (way.waiting >= WINDOW_BYTES) from.pause();
  });
}

/** One direction of one connection. */
class Way {
  readonly #kind: LineKind;
  readonly #chance: Chance;
  readonly #count: LineCount;
  readonly #underWay: (() => void)[] = [];
  #freeAt = 0;
  #arrivedAt = 0;
  #deliveredAt = 0;
  waiting = 0;

  constructor(kind: LineKind, chance: Chance, count: LineCount) {
    this.#kind = kind;
    this.#chance = chance;
    this.#count = count;
  }

  send({ length }: Buffer, deliver: () => void): void {
    const now = performance.now();
    this.waiting += length;
    this.#freeAt = Math.max(now, this.#freeAt) + (length * 8_000) / this.#kind.bitsPerSecond;
    const arrivesAt = this.#freeAt + this.#underWayMs();
    if (arrivesAt < this.#arrivedAt) this.#count.overtaken += 1;
    this.#arrivedAt = arrivesAt;
    this.#deliveredAt = Math.max(arrivesAt, this.#deliveredAt);
    this.#underWay.push(deliver);
    // Timers of one millisecond may change places: whichever comes, the oldest segment is handed over.
    setTimeout(() => {
      this.waiting -= length;
      this.#underWay.shift()?.();
    }, this.#deliveredAt - now);
  }

  #underWayMs(): number {
    const { roundTripMs, lossPercent, jitterMs } = this.#kind;
    this.#count.segments += 1;
    let ms = roundTripMs / 2 + this.#chance.next() * jitterMs;
    for (let again = roundTripMs + PATIENCE_MS; this.#chance.next() * 100 < lossPercent; again *= 2) {
      this.#count.lost += 1;
      ms += again;
    }
    return ms;
  }
}
