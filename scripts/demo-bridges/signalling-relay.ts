import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createProxyServer } from 'httpxy';

export interface SignallingRelay {
  /** Where the room's library finds `path` of the server, signed in as the cookie's owner. */
  urlFor(cookie: string, path: string): string;
  close(): Promise<void>;
}

/**
 * The way of LiveKit's native library to its signalling. The server lets only who is signed in through, and speaks TLS
 * with an authority of its own, but the library can neither send a cookie nor be given an authority: so it speaks to
 * this relay on the loopback, which adds the cookie and checks the certificate. The library's own token stays as it is.
 */
export async function startSignallingRelay(origin: string, ca: string | undefined): Promise<SignallingRelay> {
  const cookies = new Map<string, string>();
  const target = new URL(origin);
  const proxy = createProxyServer({ changeOrigin: true });
  proxy.on('error', () => undefined); // the library tries again
  const server = createServer((_request, response) => void response.writeHead(404).end());
  const open = new Set<Duplex>();
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const [, key = '', rest = ''] = /^\/([^/]+)(\/.*)$/.exec(request.url ?? '') ?? [];
    const cookie = cookies.get(key);
    if (cookie === undefined || !(socket instanceof Socket)) return void socket.destroy();
    open.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    request.url = rest;
    request.headers.cookie = cookie;
    request.headers.origin = origin;
    proxy.ws(request, socket, { target: upstream(target, ca) }, head).catch(() => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a listening TCP server has a numeric address
  const { port } = server.address() as AddressInfo;
  return {
    urlFor: (cookie, path) => {
      const key = randomUUID();
      cookies.set(key, cookie);
      return `ws://127.0.0.1:${port}/${key}${path}`;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

const upstream = ({ protocol, hostname, port }: URL, ca: string | undefined) => ({
  protocol,
  host: hostname.replace(/^\[(.*)\]$/, '$1'),
  port: Number(port === '' ? (protocol === 'https:' ? 443 : 80) : port),
  ...(ca === undefined ? {} : { ca }),
});
