import type { IncomingMessage, Server } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createProxyServer } from 'httpxy';
import type { Seats } from '../application/seats.ts';
import { seatFrom } from './cookies.ts';
import { LIVEKIT_PATH } from './http/media.ts';
import type { OriginCheck } from './origins.ts';

export interface LiveKitProxyOptions {
  /** Where LiveKit answers; null while there is none. */
  readonly target: () => string | null;
  readonly seats: Seats;
  readonly isOwnOrigin: OriginCheck;
  readonly onFault: (cause: unknown) => void;
}

/**
 * LiveKit's signalling through our own origin: one certificate, one address, CSP `'self'`. Only the join socket passes,
 * and only for somebody who is signed in; LiveKit's administrative API is not reachable from outside.
 */
export function proxyLiveKit(server: Server, options: LiveKitProxyOptions): void {
  const proxy = createProxyServer({ changeOrigin: true });
  proxy.on('error', (cause) => options.onFault(cause));
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = new URL(request.url ?? '/', 'http://local').pathname;
    if (!path.startsWith(`${LIVEKIT_PATH}/`) || !(socket instanceof Socket)) return;
    socket.on('error', () => socket.destroy());
    admit(request, path, options).then((target) => {
      if (target === null) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
        return;
      }
      request.url = (request.url ?? '').slice(LIVEKIT_PATH.length);
      // Our cookie is no business of LiveKit's.
      delete request.headers.cookie;
      proxy.ws(request, socket, { target }, head).catch(options.onFault);
    }, options.onFault);
  });
}

const JOIN_PATHS = new RegExp(`^${LIVEKIT_PATH}/rtc(?:/v\\d+)?/?$`);

async function admit(
  request: IncomingMessage,
  path: string,
  { target, seats, isOwnOrigin }: LiveKitProxyOptions,
): Promise<string | null> {
  if (!JOIN_PATHS.test(path) || !isOwnOrigin(request.headers.origin)) return null;
  const session = await seatFrom(seats, request.headers.cookie, undefined);
  return session === null ? null : target();
}
