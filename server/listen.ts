import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { Socket } from 'node:net';
import { InvariantError } from '../shared/base/assert.ts';
import { type Config, ConfigError } from './config.ts';
import { serverLines } from './text.ts';
import type { Certificate } from './tls.ts';

/**
 * A slow client may not hold a connection for minutes. Bodies have a limit of their own (`patience.ts`): a list of two
 * million delegates takes as long as the line needs.
 */
const LIMITS = { requestTimeout: 0, headersTimeout: 10_000, keepAliveTimeout: 5_000 };

export const createWebServer = (certificate: Certificate | null): Server =>
  certificate === null
    ? createHttpServer(LIMITS)
    : createHttpsServer({ ...LIMITS, cert: certificate.cert, key: certificate.key, minVersion: 'TLSv1.2' });

/**
 * Ends every connection that the server has, upgraded ones among them: a stop waits for nobody, screens come back by
 * themselves. Call the answer to do so.
 */
export function trackConnections(server: Server): () => void {
  const open = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) socket.destroy();
  };
}

/** Resolves to the port that was opened; a refusal of the machine becomes one line that says what to do. */
export async function listen(server: Server, { host, port }: Config): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(refusal(cause, host, port)));
    server.listen({ host, port, backlog: 4_096 }, resolve);
  });
  return portOf(server);
}

/** The port that a listening server was given. */
export function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new InvariantError('the server listens on no port');
  return address.port;
}

function refusal(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new StartRefused(serverLines.portTaken(port), { cause });
    case 'EACCES':
      return new StartRefused(serverLines.portForbidden(port), { cause });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartRefused(serverLines.hostUnknown(host), { cause });
    default:
      return cause;
  }
}

/** The server cannot start, and its message is the one line that says what to do. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

export const isStartRefusal = (cause: unknown): cause is Error =>
  cause instanceof StartRefused || cause instanceof ConfigError;
