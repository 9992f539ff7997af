import { connect, type Socket } from 'node:net';
import type { Chance } from './chance.ts';

/** What came back, and whether the other side had answered anything at all before it was over. */
export interface Heard {
  readonly text: string;
  readonly refusedConnection: boolean;
}

interface Wish {
  readonly port: number;
  /** Sent one after the other. */
  readonly pieces: readonly Buffer[];
  readonly betweenMs: number;
  /** How long it goes on listening after the last piece. */
  readonly patienceMs: number;
  readonly from: string;
}

const KEPT = 4_096;

/** Each attack comes from an address of its own: the limits by address are not what is tried here. */
export const addressOf = (chance: Chance): string =>
  `127.${1 + chance.below(250)}.${chance.below(250)}.${1 + chance.below(250)}`;

/** Writes the very bytes and tells what came back; never throws. */
export function exchange({ port, pieces, betweenMs, patienceMs, from }: Wish): Promise<Heard> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from });
    let text = '';
    let refusedConnection = false;
    let timer: NodeJS.Timeout | undefined;
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ text, refusedConnection });
    };
    socket.on('data', (bytes) => {
      if (text.length < KEPT) text += bytes.toString('latin1');
    });
    socket.on('error', (cause) => {
      refusedConnection = 'code' in cause && cause.code === 'ECONNREFUSED';
    });
    socket.once('close', end);
    socket.once('connect', () => sendNext(0));
    const sendNext = (index: number): void => {
      const piece = pieces[index];
      if (piece !== undefined && !socket.destroyed) write(socket, piece);
      const isLast = index + 1 >= pieces.length;
      timer = setTimeout(isLast ? end : () => sendNext(index + 1), isLast ? patienceMs : betweenMs);
    };
  });
}

function write(socket: Socket, piece: Buffer): void {
  socket.write(piece, () => undefined);
}

/** The bytes in pieces, cut at random places: a parser sees them one by one. */
export function torn(chance: Chance, bytes: Buffer): readonly Buffer[] {
  if (bytes.length < 2 || !chance.in(3)) return [bytes];
  const at = 1 + chance.below(bytes.length - 1);
  return [bytes.subarray(0, at), bytes.subarray(at)];
}
