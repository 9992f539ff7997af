import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const TEXT = 0x81;
const BYTES = 0x82;
const FIN = 0x80;
const MASKED = 0x80;
const PING = 0x9;

type OnText = (text: Buffer, socket: BareSocket) => void;

interface BareSocketOptions {
  /** The address that it comes from. */
  readonly localAddress?: string;
  readonly onBytes?: () => void;
  readonly onClosed?: () => void;
}

/**
 * A WebSocket of next to no cost: a thousand of them must take less time to read than the server takes to write.
 * Whole text messages are handed over as bytes; its own frames are masked with zero, which the protocol allows.
 */
export class BareSocket {
  readonly #socket: Socket;
  readonly #onText: OnText;
  readonly #onBytes: (() => void) | undefined;
  #rest: Buffer | null = null;

  private constructor(socket: Socket, onText: OnText, onBytes: BareSocketOptions['onBytes']) {
    this.#socket = socket;
    this.#onText = onText;
    this.#onBytes = onBytes;
    socket.on('data', (chunk) => this.#read(chunk));
  }

  static open(
    url: string,
    cookie: string,
    onText: OnText,
    { localAddress, onBytes, onClosed }: BareSocketOptions = {},
  ): Promise<BareSocket> {
    const { hostname, port, pathname, search } = new URL(url);
    const from = localAddress === undefined ? {} : { localAddress };
    const socket = connect({ port: Number(port), host: hostname, ...from }).setNoDelay(true);
    if (onClosed !== undefined) socket.on('error', () => undefined).once('close', onClosed);
    const headers = [
      `GET ${pathname}${search} HTTP/1.1`,
      `Host: ${hostname}:${port}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      'Sec-WebSocket-Version: 13',
      ...(cookie === '' ? [] : [`Cookie: ${cookie}`]),
    ];
    socket.write(`${headers.join('\r\n')}\r\n\r\n`);
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('the server hung up')));
      const onAnswer = (received: Buffer, before: Buffer): void => {
        const answer = Buffer.concat([before, received]);
        const end = answer.indexOf('\r\n\r\n');
        if (end === -1) {
          socket.once('data', (more) => onAnswer(more, answer));
          return;
        }
        if (!answer.toString('latin1', 0, end).startsWith('HTTP/1.1 101')) {
          reject(new Error(answer.toString('latin1', 0, 40)));
          return;
        }
        const bare = new BareSocket(socket, onText, onBytes);
        resolve(bare);
        if (answer.length > end + 4) bare.#read(answer.subarray(end + 4));
      };
      socket.once('data', (first) => onAnswer(first, Buffer.alloc(0)));
    });
  }

  send(text: string): void {
    this.sendFrame(frameOf(text));
  }

  sendFrame(frame: Buffer): void {
    this.#socket.write(frame);
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    let bytes = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk]);
    this.#rest = null;
    while (bytes.length > 0) {
      const frame = readFrame(bytes);
      if (frame === null) {
        this.#rest = bytes;
        return;
      }
      bytes = bytes.subarray(frame.end);
      if (frame.first === TEXT) this.#onText(frame.payload, this);
      else if (frame.first === BYTES) this.#onBytes?.();
      else if (frame.first === (FIN | PING)) throw new Error('a ping of WebSocket itself was not expected');
    }
  }
}

interface Frame {
  readonly first: number;
  readonly payload: Buffer;
  readonly end: number;
}

/** Null while the frame is not complete. */
function readFrame(bytes: Buffer): Frame | null {
  if (bytes.length < 2) return null;
  const short = bytes.readUInt8(1);
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < start) return null;
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  const end = start + length;
  return bytes.length < end ? null : { first: bytes.readUInt8(0), payload: bytes.subarray(start, end), end };
}

export function frameOf(text: string): Buffer {
  const payload = Buffer.from(text);
  if (payload.length >= 65_536) throw new Error('too long for a command');
  const head =
    payload.length < 126
      ? Buffer.from([TEXT, MASKED | payload.length])
      : Buffer.from([TEXT, MASKED | 126, payload.length >> 8, payload.length & 0xff]);
  return Buffer.concat([head, Buffer.alloc(4), payload]);
}
