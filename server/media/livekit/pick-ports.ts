import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import type { LiveKitPorts } from './livekit-config.ts';
import type { LiveKitOptions } from './media-state.ts';

/** LiveKit's customary ports, which a firewall may already let through. */
const CUSTOMARY = { tcp: 7881, udp: 7882 };

export async function pickPorts(options: LiveKitOptions, customary: boolean): Promise<LiveKitPorts> {
  const wish = customary && !options.loopbackOnly ? CUSTOMARY : { tcp: 0, udp: 0 };
  return {
    signalling: await freeTcpPort(0, '127.0.0.1'),
    udp: options.udpPort ?? (await freeUdpPort(wish.udp)),
    // LiveKit opens its TCP port on every address of the machine: loopback alone does without.
    tcp: options.loopbackOnly ? null : (options.tcpPort ?? (await freeTcpPort(wish.tcp))),
  };
}

/** `wish` if it is free, else any. Another program may still take the port before LiveKit does. */
async function freeTcpPort(wish: number, host?: string): Promise<number> {
  return (await tryTcp(wish, host)) ?? (await tryTcp(0, host)) ?? nonePossible();
}

async function freeUdpPort(wish: number): Promise<number> {
  return (await tryUdp(wish)) ?? (await tryUdp(0)) ?? nonePossible();
}

function tryTcp(port: number, host?: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null));
    });
  });
}

function tryUdp(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', () => resolve(null));
    socket.bind({ port, exclusive: true }, () => {
      const { port: bound } = socket.address();
      socket.close(() => resolve(bound));
    });
  });
}

function nonePossible(): never {
  throw new Error('no port can be opened on this machine');
}
