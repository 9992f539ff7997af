import type { Server } from 'socket.io';
import type { ClientToServerEvents, ServerToClientEvents } from '../../../shared/protocol/socket-events.ts';
import type { SocketState } from './seat-socket.ts';

/** How many lines are open, by seat; and how many follow each kind of stream. Counted when somebody asks. */
export interface Census {
  readonly seats: ReadonlyMap<string, number>;
  readonly streams: ReadonlyMap<string, number>;
}

/** A room of a stream is named `<conference> <stream>`; rooms of sign-ins and of single lines are none. */
const STREAM = /^\S+ (staff|public|bridge|door)(?::\S+)?$/;

type Lines = Pick<Server<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketState>, 'sockets'>;

export function censusOf(io: Lines): Census {
  const seats = new Map<string, number>();
  for (const socket of io.sockets.sockets.values()) {
    const { seat } = socket.data.session;
    seats.set(seat, (seats.get(seat) ?? 0) + 1);
  }
  const streams = new Map<string, number>();
  for (const [room, { size }] of io.sockets.adapter.rooms) {
    const kind = STREAM.exec(room)?.[1];
    if (kind !== undefined) streams.set(kind, (streams.get(kind) ?? 0) + size);
  }
  return { seats, streams };
}
