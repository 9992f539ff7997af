import { io, type Socket } from 'socket.io-client';
import { type CommandAck, type CommandEnvelope, commandAckSchema } from '../../shared/protocol/command.ts';
import { clockAckSchema, type Hello, type HelloAck, helloAckSchema } from '../../shared/protocol/hello.ts';
import type { ClientToServerEvents, ServerToClientEvents } from '../../shared/protocol/socket-events.ts';
import { type Cell, createCell, type Readable } from './cell.ts';

export interface Line {
  readonly status: 'connecting' | 'online' | 'offline';
  /** Since when, by the server's time. */
  readonly since: number;
}

interface SocketLineOptions {
  /** Says hello on a fresh connection; false gives the connection up and tries another. */
  readonly greet: () => Promise<boolean>;
  readonly onSignedOut: () => void;
  readonly now: () => number;
}

export type ServerSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** After so long without a sound from the server, it is asked; after so long without an answer, the line is dead. */
const SILENCE_MS = 4_000;
const PROBE_MS = 3_000;
const CONNECT_MS = 8_000;
/** After a storm many wait for their state; that the server lives is asked meanwhile. */
const GREETING_MS = 20_000;
const ANSWER_MS = 4_000;
const WATCH_MS = 1_000;

/** For ever; the first try after 0.5 to 1.5 s, so that a whole country does not come back in the same moment. */
export const RECONNECTION = {
  reconnection: true,
  reconnectionAttempts: Number.POSITIVE_INFINITY,
  reconnectionDelay: 1_000,
  /** A hall is back within three seconds of its line, however long that was gone. */
  reconnectionDelayMax: 3_000,
  randomizationFactor: 0.5,
} as const;

/**
 * The live line. It reconnects for ever, with jitter, and counts as online only after the greeting was answered. A
 * line that has gone silent is found within some seconds instead of the transport's own ping time-out.
 */
export class SocketLine {
  readonly socket: ServerSocket;
  readonly #machineOffMs = createCell(0);
  readonly #status: Cell<Line> = createCell<Line>({ status: 'connecting', since: Date.now() });
  readonly #greet: () => Promise<boolean>;
  readonly #onSignedOut: () => void;
  readonly #now: () => number;
  readonly #watch: ReturnType<typeof setInterval>;
  #heardAt = 0;
  #probing = false;
  #closed = false;

  constructor({ greet, onSignedOut, now }: SocketLineOptions) {
    this.#greet = greet;
    this.#onSignedOut = onSignedOut;
    this.#now = now;
    this.socket = io({
      transports: ['websocket'],
      autoConnect: false,
      auth: { screen: location.pathname },
      ...RECONNECTION,
      timeout: CONNECT_MS,
    });
    this.#listen();
    this.#watch = setInterval(() => this.#listenForSilence(), WATCH_MS);
  }

  get status(): Readable<Line> {
    return this.#status;
  }

  /** By how much the clock of the server's machine was set away from the conference's; 0: it was not, or we are not told. */
  get machineOffMs(): Readable<number> {
    return this.#machineOffMs;
  }

  open(): void {
    this.socket.connect();
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#watch);
    window.removeEventListener('offline', this.#onNetworkLost);
    window.removeEventListener('online', this.#onNetworkBack);
    this.socket.disconnect();
  }

  /** Begins a new connection at once, without the waiting time of the next try. */
  restart(): void {
    if (this.#closed) return;
    this.socket.disconnect().connect();
  }

  /** Sends once. null: no answer, and nothing stays behind that could be sent later. */
  async command(envelope: CommandEnvelope): Promise<CommandAck | null> {
    if (!(await this.#writable())) return null;
    try {
      return commandAckSchema.parse(await this.socket.volatile.timeout(ANSWER_MS).emitWithAck('command', envelope));
    } catch {
      return null;
    }
  }

  /** The greeting of a fresh connection, and the way to ask for what is missing. */
  async hello(hello: Hello): Promise<HelloAck | null> {
    try {
      return helloAckSchema.parse(await this.socket.timeout(GREETING_MS).emitWithAck('hello', hello));
    } catch {
      return null;
    }
  }

  /** The server's time; null without an answer. */
  async askTime(): Promise<number | null> {
    if (!(await this.#writable())) return null;
    try {
      const asked = this.socket.volatile.timeout(PROBE_MS).emitWithAck('clock');
      const { now, machineOffMs = 0 } = clockAckSchema.parse(await asked);
      this.#machineOffMs.set(machineOffMs);
      return now;
    } catch {
      return null;
    }
  }

  /**
   * A volatile packet is dropped while another one is just being written, so wait for the few milliseconds that this
   * takes; without it the second of two commands in the same moment would be lost until its repeat.
   */
  async #writable(): Promise<boolean> {
    for (let i = 0; i < 50 && this.socket.connected; i++) {
      if (this.socket.io.engine.transport.writable) return true;
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return this.socket.connected;
  }

  #listen(): void {
    const { socket } = this;
    socket.io.on('open', () => {
      this.#heardAt = performance.now();
      socket.io.engine.on('packet', () => {
        this.#heardAt = performance.now();
      });
    });
    socket.on('connect', () => void this.#onConnect());
    socket.on('connect_error', (error) => this.#onLost(error.message));
    socket.on('disconnect', (reason) => this.#onLost(reason));
    window.addEventListener('offline', this.#onNetworkLost);
    window.addEventListener('online', this.#onNetworkBack);
  }

  #onLost(reason: string): void {
    this.#say('offline');
    if (reason === 'signed-out') this.#onSignedOut();
    // Hung up or turned away by the server: after that the library does not try again by itself.
    else if (!this.socket.active) setTimeout(() => this.restart(), 500 + Math.random() * 1_500);
  }

  async #onConnect(): Promise<void> {
    const { id } = this.socket;
    const welcome = await this.#greet();
    if (this.socket.id !== id || this.#closed) return;
    if (welcome) this.#say('online');
    else this.#hangUp();
  }

  #say(status: Line['status']): void {
    if (this.#status.get().status !== status) this.#status.set({ status, since: this.#now() });
  }

  #listenForSilence(): void {
    if (this.socket.connected && performance.now() - this.#heardAt > SILENCE_MS) void this.#probe();
  }

  async #probe(): Promise<void> {
    if (this.#probing) return;
    this.#probing = true;
    const answer = await this.askTime();
    this.#probing = false;
    if (answer === null) this.#hangUp();
  }

  /** Ends the connection as if the network had: the library's own reconnection follows. */
  #hangUp(): void {
    if (!this.#closed && this.socket.connected) this.socket.io.engine.close();
  }

  readonly #onNetworkLost = (): void => {
    if (this.socket.connected) void this.#probe();
  };

  readonly #onNetworkBack = (): void => {
    if (!this.socket.connected) this.restart();
  };
}
