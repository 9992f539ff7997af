import { randomBytes } from 'node:crypto';
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises';
import { isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { dirname } from 'node:path';
import type { LiveKitEndpoint, LiveKitOptions } from './media-state.ts';

export interface LiveKitPorts {
  readonly signalling: number;
  readonly udp: number;
  /** Null: no media over TCP. */
  readonly tcp: number | null;
}

export type LiveKitKeys = Pick<LiveKitEndpoint, 'apiKey' | 'apiSecret'>;

const ONE_DAY_S = 86_400;

/** STUN's own; nothing needs to answer there, since `nodeIp` is reached without it. */
const STUN_PORT = 3_478;

export function generateKeys(): LiveKitKeys {
  return { apiKey: `DC${randomBytes(8).toString('hex')}`, apiSecret: randomBytes(32).toString('base64url') };
}

export function liveKitConfig(
  { nodeIp, webhookUrl }: Pick<LiveKitOptions, 'nodeIp' | 'webhookUrl'>,
  ports: LiveKitPorts,
  { apiKey, apiSecret }: LiveKitKeys,
): object {
  return {
    port: ports.signalling,
    bind_addresses: ['127.0.0.1'],
    keys: { [apiKey]: apiSecret },
    rtc: {
      node_ip: nodeIp,
      use_external_ip: false,
      udp_port: ports.udp,
      tcp_port: ports.tcp ?? 0,
      enable_loopback_candidate: isLoopback(nodeIp),
      ...listenOnlyOn(nodeIp),
      // Left empty, LiveKit would send every client to public STUN servers outside. It may not be the media port:
      // clients take whatever comes from a STUN server's address for STUN, and would never connect.
      stun_servers: [`${isIPv6(nodeIp) ? `[${nodeIp}]` : nodeIp}:${STUN_PORT}`],
    },
    // Rooms are opened and closed by this server; one that is empty overnight must not disappear.
    room: { auto_create: false, empty_timeout: ONE_DAY_S, departure_timeout: ONE_DAY_S },
    turn: { enabled: false },
    webhook: { api_key: apiKey, urls: [webhookUrl] },
    // Its warnings are one for each client that leaves.
    logging: { level: 'error' },
  };
}

/** The file holds the secret: its own permissions keep it from other accounts, and it is never half written. */
export async function writeConfig(file: string, config: object): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.draft`;
  await writeFile(draft, JSON.stringify(config, null, 2), { mode: 0o600 }); // every JSON text is YAML
  await chmod(draft, 0o600);
  await rename(draft, file);
}

/** Every candidate is announced as `nodeIp`, so sockets on other addresses of this machine would only mislead. */
function listenOnlyOn(nodeIp: string): { ips?: { includes: readonly string[] } } {
  const own = Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === nodeIp));
  if (!own) return {}; // behind address translation the machine does not know the address itself
  return { ips: { includes: [`${nodeIp}/${isIPv6(nodeIp) ? 128 : 32}`] } };
}

function isLoopback(ip: string): boolean {
  return ip === '::1' || ip.startsWith('127.');
}
