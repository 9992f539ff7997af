import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import type { SeatServer, SeatSocket, SlowLimits } from '../../server/transport/socket/seat-socket.ts';
import { SlowLines } from '../../server/transport/socket/slow-lines.ts';
import { StreamSender } from '../../server/transport/socket/stream-sender.ts';
import { Wire } from '../../server/transport/socket/wire.ts';
import { conferenceIdSchema } from '../../shared/domain/ids.ts';

/** The room in which every line of the bare gateway is. */
export const ROOM = 'hall';

interface BareOptions {
  readonly limits?: SlowLimits;
  readonly piece?: number;
  readonly tls?: { readonly cert: string; readonly key: string; readonly ca: string };
}

export interface BareGateway {
  readonly io: SeatServer;
  readonly sender: StreamSender;
  readonly dropped: string[];
  /** A line, as the server and as the screen has it. */
  readonly join: () => Promise<{ readonly here: SeatSocket; readonly there: Socket }>;
  /** A screen that never reads again once it is in. */
  readonly joinStalled: () => Promise<WebSocket>;
  readonly close: () => Promise<void>;
}

/** What sends, and nothing around it: no seats, no desks. */
export async function startBareGateway({ limits, piece, tls }: BareOptions = {}): Promise<BareGateway> {
  const web = tls === undefined ? createServer() : createSecureServer({ cert: tls.cert, key: tls.key });
  const server: SeatServer = new Server(web, { transports: ['websocket'], perMessageDeflate: false });
  const dropped: string[] = [];
  const meters = {
    frame: () => undefined,
    hello: () => undefined,
    dropped: (reason: string) => void dropped.push(reason),
  };
  const slow = new SlowLines(server, meters, limits);
  const sender = new StreamSender(server, slow, meters, piece);
  server.use((socket, next) => {
    socket.data = { ...NOBODY, wire: Wire.of(socket.conn), visits: new Map() };
    next();
  });
  server.on('connection', (socket) => void socket.join(ROOM));
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  const address = web.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const open: { close: () => unknown }[] = [];
  return {
    io: server,
    sender,
    dropped,
    join: async () => {
      const joined = new Promise<SeatSocket>((resolve) => server.once('connection', resolve));
      const secure = tls === undefined ? {} : { ca: tls.ca };
      const options = { transports: ['websocket'], reconnection: false, forceNew: true, ...secure };
      const there = io(`${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`, options);
      open.push(there);
      return { here: await joined, there };
    },
    joinStalled: async () => {
      const joined = new Promise((resolve) => server.once('connection', resolve));
      const line = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
      line.on('error', () => undefined);
      line.once('message', () => line.send('40'));
      open.push({ close: () => line.terminate() });
      await joined;
      line.pause();
      return line;
    },
    close: async () => {
      for (const one of open) one.close();
      slow.close();
      await server.close();
    },
  };
}

const NOBODY = {
  session: {
    id: 'nobody',
    invitationId: 'none',
    screen: '/',
    seat: 'viewer',
    conference: conferenceIdSchema.parse('hn'),
    bridgeId: null,
    label: '',
    expiresAt: Number.MAX_SAFE_INTEGER,
  },
  telemetryAt: 0,
  isPacked: false,
  pointer: { isOn: false, at: 0 },
} as const;
