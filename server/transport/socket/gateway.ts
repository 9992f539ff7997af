import type { Server as HttpServer } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server } from 'socket.io';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { type CommandAck, commandEnvelopeSchema } from '../../../shared/protocol/command.ts';
import { type ClockAck, type HelloAck, helloSchema } from '../../../shared/protocol/hello.ts';
import type { MediaState } from '../../../shared/protocol/media-state.ts';
import type { ClientToServerEvents, ServerToClientEvents } from '../../../shared/protocol/socket-events.ts';
import type { StreamName } from '../../../shared/protocol/stream.ts';
import type { Broadcast } from '../../application/fan-out.ts';
import { reach } from '../../application/reach.ts';
import { actorOf } from '../../application/seats.ts';
import { seatFrom } from '../cookies.ts';
import { isWithin } from '../rate-limit.ts';
import { guardLines } from './flood-guard.ts';
import { greet } from './greet.ts';
import { onPointer } from './pointer.ts';
import { type GatewayOptions, roomOfStream, type SeatSocket, type SocketState } from './seat-socket.ts';
import { onTelemetry } from './telemetry.ts';

export interface Gateway {
  readonly broadcast: Broadcast;
  readonly pushMediaState: (state: MediaState) => void;
  readonly signOut: (sessionIds: readonly string[]) => void;
  readonly close: () => Promise<void>;
}

/** A pasted programme of three hundred rows is the largest thing that anybody sends. */
const MAX_MESSAGE_BYTES = 512 * 1024;
const MAX_BACKLOG_BYTES = 1024 * 1024;
const BACKLOG_CHECK_MS = 2_000;
/** A person presses no faster; a script that does is told to slow down. */
const COMMANDS = { points: 40, duration: 4 };
/** A hello may be answered with the whole conference: a screen needs one for each hole, a flood would stop the server. */
const HELLOS = { points: 20, duration: 10 };

const roomOfSession = (id: string): string => `session ${id}`;

export function createGateway(http: HttpServer, options: GatewayOptions): Gateway {
  const io = new Server<ClientToServerEvents, ServerToClientEvents, Record<string, never>, SocketState>(http, {
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    connectTimeout: 10_000,
    perMessageDeflate: false,
    // LiveKit's signalling shares the port: its upgrades are not ours to destroy.
    destroyUpgrade: false,
    allowRequest: (request, decide) => decide(null, options.isOwnOrigin(request.headers.origin)),
  });
  io.engine.on('connection_error', () => undefined);
  const recognise = guardLines(io.engine);
  io.use(signInOnce(options, recognise));
  const limits = { commands: new RateLimiterMemory(COMMANDS), hellos: new RateLimiterMemory(HELLOS) };
  io.on('connection', (socket) => serve(socket, limits, options));
  const backlog = setInterval(() => dropSlow(io), BACKLOG_CHECK_MS);
  backlog.unref();
  // Most of a country's bridges have no screen of their own: what nobody hears is not even encoded.
  const followers = (conference: ConferenceId, stream: StreamName) => {
    const room = roomOfStream(conference, stream);
    return io.of('/').adapter.rooms.has(room) ? io.to(room) : null;
  };
  return {
    broadcast: {
      patch: (patch) => followers(patch.conference, patch.stream)?.emit('patch', patch),
      beat: (conference, stream, seq) =>
        followers(conference, stream)?.volatile.emit('beat', { conference, stream, seq }),
    },
    pushMediaState: (state) => void io.emit('mediaState', state),
    signOut: (sessionIds) => {
      for (const id of sessionIds) {
        io.in(roomOfSession(id)).emit('signedOut', 'revoked');
        io.in(roomOfSession(id)).disconnectSockets(true);
      }
    },
    close: async () => {
      clearInterval(backlog);
      await io.close();
    },
  };
}

/** Whose line it is, by its cookie. */
function signInOnce({ seats }: GatewayOptions, recognise: ReturnType<typeof guardLines>) {
  const asked = new WeakSet<object>();
  return (socket: SeatSocket, next: (refusal?: Error) => void): void => {
    // Our page asks once in a connection; whoever asks thousands of times would have as many cookies looked up.
    if (asked.has(socket.conn)) {
      socket.conn.close(true);
      return;
    }
    asked.add(socket.conn);
    const { screen } = socket.handshake.auth;
    seatFrom(seats, socket.handshake.headers.cookie, typeof screen === 'string' ? screen : undefined)
      .then((session) => {
        if (session === null) {
          next(new Error('signed-out'));
          return;
        }
        recognise(socket.conn, session.seat);
        const never = Number.NEGATIVE_INFINITY;
        socket.data = { session, visits: new Map(), telemetryAt: never, pointer: { isOn: false, at: never } };
        next();
      })
      .catch(() => next(new Error('internal')));
  };
}

interface Limits {
  readonly commands: RateLimiterMemory;
  readonly hellos: RateLimiterMemory;
}

function serve(socket: SeatSocket, limits: Limits, options: GatewayOptions): void {
  const { session } = socket.data;
  void socket.join(roomOfSession(session.id));
  socket.emit('mediaState', options.mediaState());
  socket.on('error', () => socket.disconnect(true));
  const expiry = setTimeout(() => socket.disconnect(true), session.expiresAt - Date.now());
  socket.on('disconnect', () => {
    clearTimeout(expiry);
    for (const { leave } of socket.data.visits.values()) leave();
  });
  socket.on('clock', (ack: unknown) => {
    answering(ack)({ now: Date.now() });
  });
  socket.on('hello', (raw: unknown, ack: unknown) => {
    const answer = answering(ack);
    onHello(socket, raw, limits, options).then(answer, (cause: unknown) => {
      options.onFault(cause);
      answer({ ok: false, code: 'journal-unavailable' });
    });
  });
  socket.on('command', (raw: unknown, ack: unknown) => {
    const answer = answering(ack);
    onCommand(socket, raw, limits, options).then(answer, (cause: unknown) => {
      options.onFault(cause);
      answer({ ok: false, code: 'journal-unavailable', params: {} });
    });
  });
  socket.on('telemetry', (raw: unknown) => onTelemetry(socket, raw, options));
  socket.on('pointer', (raw: unknown) => onPointer(socket, raw));
}

/** Types end where the cable begins: whoever sends no callback gets no answer, and harms nobody. */
function answering(ack: unknown): (answer: HelloAck | CommandAck | ClockAck) => void {
  return (answer) => {
    if (typeof ack === 'function') Reflect.apply(ack, undefined, [answer]);
  };
}

async function onHello(
  socket: SeatSocket,
  raw: unknown,
  { hellos }: Limits,
  options: GatewayOptions,
): Promise<HelloAck> {
  const hello = helloSchema.safeParse(raw);
  if (!hello.success) return { ok: false, code: 'malformed' };
  if (!(await isWithin(hellos, socket.id))) return { ok: false, code: 'too-many-commands' };
  const { session } = socket.data;
  const { conference, since } = hello.data;
  const desk = await reach(options.desks, session, conference);
  if (desk === null || socket.disconnected) return { ok: false, code: 'conference-unknown' };
  return greet(socket, desk, since, options);
}

async function onCommand(
  socket: SeatSocket,
  raw: unknown,
  { commands }: Limits,
  { desks }: GatewayOptions,
): Promise<CommandAck> {
  const { session } = socket.data;
  const envelope = commandEnvelopeSchema.safeParse(raw);
  if (!envelope.success) return { ok: false, code: 'malformed', params: {} };
  if (!(await isWithin(commands, session.id))) return { ok: false, code: 'too-many-commands', params: {} };
  const desk = await reach(desks, session, envelope.data.conference);
  // A conference that is not there yet can be created, by a seat of all conferences.
  if (desk === null && session.conference !== null) return { ok: false, code: 'conference-unknown', params: {} };
  return desks.execute(actorOf(session), envelope.data);
}

/** A client that does not read is dropped before it eats the memory of all; it comes back and resumes. */
function dropSlow(io: Server): void {
  for (const socket of io.sockets.sockets.values()) {
    const wire: unknown = socket.conn.transport;
    const raw = typeof wire === 'object' && wire !== null && 'socket' in wire ? wire.socket : null;
    const waiting = typeof raw === 'object' && raw !== null && 'bufferedAmount' in raw ? raw.bufferedAmount : 0;
    if (typeof waiting === 'number' && waiting > MAX_BACKLOG_BYTES) socket.conn.close(true);
  }
}
