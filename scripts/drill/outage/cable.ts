import { connect, createServer, type Server, type Socket } from 'node:net';

/** When a machine asks again for a connection that was not answered, after it has asked first. */
const ASKED_AGAIN_MS = [1_000, 3_000, 7_000, 15_000, 31_000, 63_000] as const;

/**
 * The cable between pages and the server. While it is cut nothing passes either way and nobody is told: no end, no
 * reset. A connection asked for meanwhile comes about when the machine asks again after the cable is mended.
 */
export class Cable {
  readonly #server: Server;
  readonly #port: number;
  readonly #open = new Set<Socket>();
  readonly #unanswered = new Map<Socket, number>();
  #isCut = false;

  private constructor(port: number) {
    this.#port = port;
    this.#server = createServer({ pauseOnConnect: true, noDelay: true }, (near) => {
      near.on('error', () => undefined);
      near.once('close', () => this.#unanswered.delete(near));
      if (this.#isCut) this.#unanswered.set(near, performance.now());
      else this.#join(near);
    });
  }

  /** To a port of this machine; resolves when it can be used. */
  static async to(port: number): Promise<Cable> {
    const cable = new Cable(port);
    await new Promise<void>((resolve) => cable.#server.listen(0, '127.0.0.1', resolve));
    return cable;
  }

  /** Where pages find the server at its near end. */
  get port(): number {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#open) socket.pause();
  }

  mend(): void {
    this.#isCut = false;
    for (const socket of this.#open) socket.resume();
    for (const [near, askedAt] of this.#unanswered) {
      const waited = performance.now() - askedAt;
      const again = ASKED_AGAIN_MS.find((ms) => ms > waited) ?? waited;
      setTimeout(() => this.#answer(near), again - waited);
    }
  }

  close(): void {
    this.#server.close();
    for (const socket of [...this.#open, ...this.#unanswered.keys()]) socket.destroy();
  }

  #answer(near: Socket): void {
    if (!this.#isCut && this.#unanswered.delete(near)) this.#join(near);
  }

  #join(near: Socket): void {
    const far = connect({ port: this.#port, host: '127.0.0.1', noDelay: true });
    far.on('error', () => undefined);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#open.add(from);
      from.on('data', (bytes: Buffer) => void to.write(bytes));
      from.once('close', () => {
        this.#open.delete(from);
        to.destroy();
      });
    }
    near.resume();
  }
}
