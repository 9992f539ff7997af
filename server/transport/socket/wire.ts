import type { Socket as Connection } from 'node:net';
import type { Frame } from './frame.ts';

/** What Engine.IO and ws know of a line, as far as we look; the shape is checked when the line begins. */
interface EngineLine {
  readonly readyState: string;
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  readonly transport: { readonly writable: boolean; readonly socket: WebSocketLine };
  write(data: unknown, options: object, onSent?: () => void): unknown;
  close(discard: boolean): unknown;
}

interface WebSocketLine {
  readonly readyState: number;
  /** What waits in ws and in the connection. */
  readonly bufferedAmount: number;
  readonly _socket: Connection | null;
  terminate(): void;
}

const OPEN = 1;
/** What may be lost is not worth waiting for: a line with so much before it gets the next one. */
const VOLATILE_BYTES = 16 * 1024;
const NO_OPTIONS = { compress: false };

/** One line down to its connection. */
export class Wire {
  readonly #line: EngineLine;

  private constructor(line: EngineLine) {
    this.#line = line;
  }

  static of(line: object): Wire {
    if (!isEngineLine(line)) throw new Error('a line of another make than engine.io 6 on ws 8');
    return new Wire(line);
  }

  /** Bytes that the other side has not taken. */
  get waiting(): number {
    const { writeBuffer, transport } = this.#line;
    const queued = writeBuffer.reduce((sum, { data }) => sum + sizeOf(data), 0);
    return transport.socket.bufferedAmount + queued;
  }

  /** Another figure after every byte that the other side takes, also in the middle of a long write. */
  get taken(): number {
    const { _socket: connection } = this.#line.transport.socket;
    if (connection === null) return 0;
    const inKernelQueue = queueOf(connection);
    return connection.bytesWritten - connection.writableLength - inKernelQueue;
  }

  /**
   * Straight to the connection where nothing waits before it: the order of writes is then the order of messages. What
   * Engine.IO still holds back must go first, so then it takes this one too.
   */
  write({ wire, packet, attachment }: Frame, onWritten?: () => void): void {
    const connection = this.#idleConnection();
    if (connection !== null) {
      connection.write(wire, onWritten);
      return;
    }
    if (attachment === null) {
      this.#line.write(packet, { ...NO_OPTIONS }, onWritten);
      return;
    }
    this.#line.write(packet, { ...NO_OPTIONS });
    this.#line.write(attachment, { ...NO_OPTIONS }, onWritten);
  }

  /** What is written meanwhile leaves in one piece: a line that comes back costs the kernel once, not once a message. */
  together(write: () => void): void {
    const { _socket: connection } = this.#line.transport.socket;
    connection?.cork();
    try {
      write();
    } finally {
      connection?.uncork();
    }
  }

  get isBacklogged(): boolean {
    const { writeBuffer, transport } = this.#line;
    return writeBuffer.length > 0 || transport.socket.bufferedAmount > VOLATILE_BYTES;
  }

  /** Without a closing handshake, for which the other side would have to read first. */
  cut(): void {
    this.#line.close(true);
    this.#line.transport.socket.terminate();
  }

  #idleConnection(): Connection | null {
    const { readyState, writeBuffer, transport } = this.#line;
    const { socket } = transport;
    if (readyState !== 'open' || writeBuffer.length > 0 || socket.readyState !== OPEN) return null;
    const { _socket: connection } = socket;
    return connection?.writable === true ? connection : null;
  }
}

const sizeOf = (data: unknown): number => (typeof data === 'string' || data instanceof Uint8Array ? data.length : 0);

/** What libuv holds of the write that is under way; Node itself looks at it before it calls a connection idle. */
function queueOf(connection: Connection): number {
  const handle: unknown = Reflect.get(connection, '_handle');
  if (typeof handle !== 'object' || handle === null) return 0;
  const size: unknown = Reflect.get(handle, 'writeQueueSize');
  return typeof size === 'number' ? size : 0;
}

function isEngineLine(line: object): line is EngineLine {
  if (!('writeBuffer' in line && Array.isArray(line.writeBuffer) && 'transport' in line)) return false;
  const { transport } = line;
  if (typeof transport !== 'object' || transport === null || !('socket' in transport)) return false;
  const { socket } = transport;
  return typeof socket === 'object' && socket !== null && '_socket' in socket && 'bufferedAmount' in socket;
}
