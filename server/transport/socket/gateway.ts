import type { Server as HttpServer } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server } from 'socket.io';
import { PUBLIC, STAFF } from '../../../shared/domain/audience.ts';
import { type CommandAck, commandEnvelopeSchema } from '../../../shared/protocol/command.ts';
import { type ClockAck, type HelloAck, helloSchema } from '../../../shared/protocol/hello.ts';
import type { JournalState } from '../../../shared/protocol/journal-state.ts';
import type { MediaState } from '../../../shared/protocol/media-state.ts';
import { streamOf } from '../../../shared/protocol/stream.ts';
import type { Broadcast } from '../../application/fan-out.ts';
import { reach } from '../../application/reach.ts';
import { actorOf } from '../../application/seats.ts';
import { seatFrom } from '../cookies.ts';
import { isWithin } from '../rate-limit.ts';
import { type Census, censusOf } from './census.ts';
import { clockAnswer } from './clock-answer.ts';
import { guardLines } from './flood-guard.ts';
import { frameOf } from './frame.ts';
import { Greetings } from './greetings.ts';
import { LinesOfSignIns } from './lines-of-sign-ins.ts';
import { onPointer } from './pointer.ts';
import { type GatewayOptions, roomOfStream, type SeatServer, type SeatSocket } from './seat-socket.ts';
import { SlowLines } from './slow-lines.ts';
import { StreamSender } from './stream-sender.ts';
import { onTelemetry } from './telemetry.ts';
import { Wire } from './wire.ts';

export interface Gateway {
  readonly broadcast: Broadcast;
  readonly pushMediaState: (state: MediaState) => void;
  readonly pushJournalState: (state: JournalState) => void;
  readonly signOut: (sessionIds: readonly string[]) => void;
  readonly census: () => Census;
  readonly close: () => Promise<void>;
}

/** A pasted programme of three hundred rows is the largest thing that anybody sends. */
const MAX_MESSAGE_BYTES = 512 * 1024;
/** A person presses no faster; a script that does is told to slow down. */
const COMMANDS = { points: 40, duration: 4 };
/** A hello may be answered with the whole conference: a screen needs one for each hole, a flood would stop the server. */
const HELLOS = { points: 20, duration: 10 };

const roomOfSession = (id: string): string => `session ${id}`;

export function createGateway(http: HttpServer, options: GatewayOptions): Gateway {
  const io: SeatServer = new Server(http, {
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
  const slow = new SlowLines(io, options.meters, options.slowLimits);
  const sender = new StreamSender(io, slow, options.meters);
  const door: Door = {
    options,
    sender,
    greetings: new Greetings(options),
    limits: { commands: new RateLimiterMemory(COMMANDS), hellos: new RateLimiterMemory(HELLOS) },
  };
  io.on('connection', (socket) => serve(socket, door));
  return {
    broadcast: broadcastBy(sender),
    pushMediaState: (state) => sender.toAll(frameOf('mediaState', state)),
    // Every seat follows one of these two.
    pushJournalState: (state) => {
      for (const stream of [PUBLIC, STAFF].map(streamOf)) {
        sender.toRoom(roomOfStream(state.conference, stream), () => frameOf('journalState', state));
      }
    },
    signOut: (sessionIds) => {
      for (const id of sessionIds) {
        io.in(roomOfSession(id)).emit('signedOut', 'revoked');
        io.in(roomOfSession(id)).disconnectSockets(true);
      }
    },
    census: () => censusOf(io),
    close: async () => {
      slow.close();
      await io.close();
    },
  };
}

const broadcastBy = (sender: StreamSender): Broadcast => ({
  patch: (patch) => {
    const { conference, stream } = patch;
    sender.toRoom(roomOfStream(conference, stream), () => frameOf('patch', patch), { stream });
  },
  beat: (conference, stream, seq) => {
    const beat = () => frameOf('beat', { conference, stream, seq });
    sender.toRoom(roomOfStream(conference, stream), beat, { isVolatile: true });
  },
});

/** Whose line it is, by its cookie. */
function signInOnce({ seats }: GatewayOptions, recognise: ReturnType<typeof guardLines>) {
  const asked = new WeakSet<object>();
  const lines = new LinesOfSignIns();
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
        if (!lines.take(session.id, socket.conn)) {
          next(new Error('too-many-lines'));
          return;
        }
        recognise(socket.conn, session);
        const never = Number.NEGATIVE_INFINITY;
        const wire = Wire.of(socket.conn);
        const pointer = { isOn: false, at: never };
        socket.data = { session, wire, visits: new Map(), telemetryAt: never, isPacked: false, pointer };
        next();
      })
      .catch(() => next(new Error('internal')));
  };
}

/** What a line has to do with once it is let in. */
interface Door {
  readonly options: GatewayOptions;
  readonly sender: StreamSender;
  readonly greetings: Greetings;
  readonly limits: { readonly commands: RateLimiterMemory; readonly hellos: RateLimiterMemory };
}

function serve(socket: SeatSocket, door: Door): void {
  const { options, sender } = door;
  const { session } = socket.data;
  void socket.join(roomOfSession(session.id));
  socket.on('error', () => socket.disconnect(true));
  const expiry = setTimeout(() => socket.disconnect(true), session.expiresAt - options.clock.now());
  socket.on('disconnect', () => {
    clearTimeout(expiry);
    for (const { leave } of socket.data.visits.values()) leave();
  });
  socket.on('clock', (ack: unknown) => {
    answering(ack)(clockAnswer(socket.data, options.clock));
  });
  socket.on('hello', (raw: unknown, ack: unknown) => {
    const answer = answering(ack);
    onHello(socket, raw, door, answer).catch((cause: unknown) => {
      options.onFault(cause);
      answer({ ok: false, code: 'journal-unavailable' });
    });
  });
  socket.on('command', (raw: unknown, ack: unknown) => {
    const answer = answering(ack);
    onCommand(socket, raw, door).then(answer, (cause: unknown) => {
      options.onFault(cause);
      answer({ ok: false, code: 'journal-unavailable', params: {} });
    });
  });
  socket.on('telemetry', (raw: unknown) => onTelemetry(socket, raw, options, sender));
  socket.on('pointer', (raw: unknown) => onPointer(socket, raw, sender));
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
  { limits, options, greetings }: Door,
  answer: (ack: HelloAck) => void,
): Promise<void> {
  const hello = helloSchema.safeParse(raw);
  if (!hello.success) return answer({ ok: false, code: 'malformed' });
  if (!(await isWithin(limits.hellos, socket.id))) return answer({ ok: false, code: 'too-many-commands' });
  const { session } = socket.data;
  const desk = await reach(options.desks, session, hello.data.conference);
  if (desk === null || socket.disconnected) return answer({ ok: false, code: 'conference-unknown' });
  return greetings.greet(socket, desk, hello.data, answer);
}

async function onCommand(
  socket: SeatSocket,
  raw: unknown,
  { limits, options: { desks, seats } }: Door,
): Promise<CommandAck> {
  const { session } = socket.data;
  const envelope = commandEnvelopeSchema.safeParse(raw);
  if (!envelope.success) return { ok: false, code: 'malformed', params: {} };
  if (!(await isWithin(limits.commands, session.id))) return { ok: false, code: 'too-many-commands', params: {} };
  const desk = await reach(desks, session, envelope.data.conference);
  // A conference that is not there yet can be created, by a seat of all conferences.
  if (desk === null && session.conference !== null) return { ok: false, code: 'conference-unknown', params: {} };
  // Of a sign-in that was ended meanwhile nothing is begun any more; whoever ends it waits for what was begun.
  const ack = await seats.act(session, () => desks.execute(actorOf(session), envelope.data));
  return ack ?? { ok: false, code: 'not-permitted', params: {} };
}
