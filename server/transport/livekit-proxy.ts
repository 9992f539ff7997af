import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { proxyUpgrade } from 'httpxy';
import { z } from 'zod';
import type { WayIn } from '../application/media-door.ts';
import type { SeatSession, Seats } from '../application/seats.ts';
import { seatsFrom } from './cookies.ts';
import { LIVEKIT_PATH } from './http/media.ts';
import type { OriginCheck } from './origins.ts';

const claimsSchema = z.object({ sub: z.string(), video: z.object({ room: z.string() }) });

export interface LiveKitProxyOptions {
  /** Where LiveKit answers; null while there is none. */
  readonly target: () => string | null;
  readonly seats: Seats;
  /** Hears of every machine that goes in, with the room and the name that its token says. */
  readonly onJoin: (seats: readonly SeatSession[], way: WayIn) => void;
  readonly isOwnOrigin: OriginCheck;
  readonly onFault: (cause: unknown) => void;
}

/**
 * LiveKit's signalling through our own origin: one certificate, one address, CSP `'self'`. Only the join socket passes,
 * and only for somebody who is signed in; LiveKit's administrative API is not reachable from outside.
 */
export function proxyLiveKit(server: Server, options: LiveKitProxyOptions): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // Socket.IO answers its own; whatever else asks is refused here, or its connection would hang for ever.
    if (pathOf(request).startsWith('/socket.io/')) return;
    socket.on('error', () => socket.destroy());
    pass(request, socket, head, options).catch((cause: unknown) => {
      if (isRefusal(cause)) {
        // LiveKit's own answer is on its way out; whoever sends old tokens by the thousand fills no log.
        setTimeout(() => socket.destroy(), REFUSAL_LINGERS_MS).unref();
        return;
      }
      socket.destroy();
      options.onFault(cause);
    });
  });
}

const REFUSAL_LINGERS_MS = 1_000;

/** The words of the proxy for an upgrade that was no upgrade, or that LiveKit said no to: neither is a fault of ours. */
const REFUSALS: ReadonlySet<string> = new Set([
  'Upstream server did not upgrade the connection',
  'Not a valid WebSocket upgrade request',
]);
const isRefusal = (cause: unknown): boolean => cause instanceof Error && REFUSALS.has(cause.message);

async function pass(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  options: LiveKitProxyOptions,
): Promise<void> {
  const target = await admit(request, options);
  if (target === null) {
    // A client that does not hang up must not keep the half of a connection.
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n', () => socket.destroy());
    return;
  }
  request.url = (request.url ?? '').slice(LIVEKIT_PATH.length);
  // Our cookie is no business of LiveKit's.
  delete request.headers.cookie;
  const upstream = await proxyUpgrade(target, request, socket, head);
  // Neither side outlives the other: a half-open pair would hold a ghost in the room.
  socket.on('end', () => upstream.destroy()).on('close', () => upstream.destroy());
  upstream.on('error', () => socket.destroy()).on('close', () => socket.destroy());
  if (socket.destroyed) upstream.destroy();
}

/** As it was sent: `new URL` throws on what a stranger may write there, and would hide the dots of `/rtc/../twirp`. */
const pathOf = ({ url = '' }: IncomingMessage): string => url.split('?', 1)[0] ?? '';

const JOIN_PATHS = new RegExp(`^${LIVEKIT_PATH}/rtc(?:/v\\d+)?/?$`);

async function admit(
  request: IncomingMessage,
  { target, seats, onJoin, isOwnOrigin }: LiveKitProxyOptions,
): Promise<string | null> {
  if (!JOIN_PATHS.test(pathOf(request)) || !isOwnOrigin(request.headers.origin)) return null;
  const held = await seatsFrom(seats, request.headers.cookie);
  if (held.length === 0) return null;
  const way = wayIn(request);
  if (way !== null) onJoin(held, way);
  return target();
}

/** What the token claims; LiveKit proves it. Browsers write it into the address, others into a header. */
function wayIn({ url = '', headers }: IncomingMessage): WayIn | null {
  const inAddress = new URLSearchParams(url.split('?')[1] ?? '').get('access_token');
  const token = inAddress ?? headers.authorization?.replace(/^Bearer /, '') ?? '';
  try {
    const claims = claimsSchema.parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()));
    return { identity: claims.sub, room: claims.video.room };
  } catch {
    return null;
  }
}
