import { isIPv6 } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import {
  type Config,
  type Interfaces,
  isEveryAddress,
  LOOPBACK,
  nodeIpFor,
  outwardAddresses,
  withoutBrackets,
} from './config.ts';

/** The origin that links are made of; `port` is the one that was opened, as PORT=0 leaves it open. */
export function publicOrigin(config: Config, port: number, interfaces: Interfaces = networkInterfaces()): string {
  if (config.publicUrl !== null) return config.publicUrl;
  const scheme = config.tls.kind === 'off' ? 'http' : 'https';
  const host = isEveryAddress(config.host) ? nodeIpFor(config, interfaces) : config.host;
  return new URL(`${scheme}://${isIPv6(host) ? `[${host}]` : host}:${port}`).origin;
}

/** Every name and address that a browser may open this server by. */
export function certificateHosts(
  config: Pick<Config, 'host' | 'publicUrl' | 'livekit'>,
  interfaces: Interfaces = networkInterfaces(),
): readonly string[] {
  const named = config.publicUrl === null ? [] : [withoutBrackets(new URL(config.publicUrl).hostname)];
  const bound = isEveryAddress(config.host) ? [] : [config.host];
  const own = config.livekit.nodeIp === null ? [] : [config.livekit.nodeIp];
  const machine = hostname().toLowerCase();
  return [
    ...new Set([...named, ...bound, ...own, ...outwardAddresses(interfaces), machine, 'localhost', LOOPBACK, '::1']),
  ];
}
