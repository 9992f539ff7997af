import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { NetworkInterfaceInfo } from 'node:os';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { certificateHosts, publicOrigin } from '../../server/addresses.ts';
import {
  ConfigError,
  type Environment,
  isLoopback,
  nodeIpFor,
  readConfig,
  readEnvironment,
} from '../../server/config.ts';
import { prepareDataDir } from '../../server/data-dir.ts';

const GOOD_SECRET = 'Zk3vQ9xR1tLw8uYb5nHc2mJd7gFa4pEs';
const EXTERNAL = { LIVEKIT_URL: 'wss://media.tinh.vn', LIVEKIT_API_KEY: 'APIq7Rw2', LIVEKIT_API_SECRET: GOOD_SECRET };

const address = (ip: string, internal = false): NetworkInterfaceInfo => ({
  address: ip,
  internal,
  family: 'IPv4',
  netmask: '255.255.255.0',
  mac: '00:00:00:00:00:00',
  cidr: null,
});
const INTERFACES = { lo: [address('127.0.0.1', true)], wifi: [address('169.254.3.4'), address('10.1.2.3')] };

function refusalOf(env: Environment): ConfigError {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('the configuration was accepted');
}

describe('readConfig', () => {
  test('an empty environment is a server on this machine alone', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      tls: { kind: 'off' },
      dataDir: resolve('data'),
      demo: true,
      logLevel: 'info',
      metricsToken: null,
      livekit: { external: null, nodeIp: null, udpPort: null, tcpPort: null, egressFolder: null },
    });
  });

  test('every variable has its place', () => {
    const config = readConfig({
      ...EXTERNAL,
      PORT: '0',
      HOST: '0.0.0.0',
      PUBLIC_URL: 'https://hop.tinh.vn/',
      TLS_CERT: '/etc/a.crt',
      TLS_KEY: '/etc/a.key',
      LIVEKIT_NODE_IP: '10.0.0.5',
      LIVEKIT_UDP_PORT: '7882',
      LIVEKIT_TCP_PORT: '7881',
      DATA_DIR: '/srv/diem-cau',
      DEMO: 'off',
      LOG_LEVEL: 'warn',
      METRICS_TOKEN: GOOD_SECRET,
    });
    expect(config).toEqual({
      port: 0,
      host: '0.0.0.0',
      publicUrl: 'https://hop.tinh.vn',
      tls: { kind: 'own', certFile: '/etc/a.crt', keyFile: '/etc/a.key' },
      dataDir: '/srv/diem-cau',
      demo: false,
      logLevel: 'warn',
      metricsToken: GOOD_SECRET,
      livekit: {
        external: { url: 'https://media.tinh.vn', apiKey: 'APIq7Rw2', apiSecret: GOOD_SECRET },
        nodeIp: '10.0.0.5',
        udpPort: 7882,
        tcpPort: 7881,
        egressFolder: null,
      },
    });
  });

  test('a variable without a value is one that is not set', () => {
    expect(readConfig({ PORT: '', PUBLIC_URL: ' ', DATABASE_URL: '', LIVEKIT_URL: '' })).toEqual(readConfig({}));
  });

  test.each<[string, Environment]>([
    ['PORT', { PORT: 'abc' }],
    ['PORT', { PORT: '70000' }],
    ['PORT', { PORT: '-1' }],
    ['HOST', { HOST: 'http://here' }],
    ['HOST', { HOST: 'a b' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'hop.tinh.vn' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://hop.tinh.vn/hop' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://hop.tinh.vn/?a=1' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://a:b@hop.tinh.vn' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'http://hop.tinh.vn' }],
    ['TLS_CERT', { TLS_CERT: 'a.crt' }],
    ['TLS_KEY', { TLS_KEY: 'a.key' }],
    ['LIVEKIT_NODE_IP', { LIVEKIT_NODE_IP: 'media.tinh.vn' }],
    ['LIVEKIT_UDP_PORT', { LIVEKIT_UDP_PORT: '0' }],
    ['LIVEKIT_TCP_PORT', { LIVEKIT_TCP_PORT: '7881-7890' }],
    ['LIVEKIT_URL', { ...EXTERNAL, LIVEKIT_URL: 'ftp://media' }],
    ['LIVEKIT_URL', { ...EXTERNAL, LIVEKIT_URL: '' }],
    ['LIVEKIT_API_KEY', { ...EXTERNAL, LIVEKIT_API_KEY: '' }],
    ['LIVEKIT_API_KEY', { ...EXTERNAL, LIVEKIT_API_KEY: 'devkey' }],
    ['LIVEKIT_API_SECRET', { ...EXTERNAL, LIVEKIT_API_SECRET: '' }],
    ['LIVEKIT_API_SECRET', { ...EXTERNAL, LIVEKIT_API_SECRET: GOOD_SECRET.slice(1) }],
    ['LIVEKIT_API_SECRET', { ...EXTERNAL, LIVEKIT_API_SECRET: `${GOOD_SECRET}-change-me` }],
    ['LIVEKIT_API_SECRET', { ...EXTERNAL, LIVEKIT_API_SECRET: 'a1'.repeat(20) }],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://db/hop' }],
    ['DEMO', { DEMO: 'yes' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'short' }],
  ])('%s is refused in one line that names it and never its value: %j', (variable, env) => {
    const refusal = refusalOf(env);
    expect(refusal.variable).toBe(variable);
    expect(refusal.message).toMatch(new RegExp(`^Cấu hình sai: ${variable} .+\\.$`));
    expect(refusal.message).not.toContain('\n');
    expect(refusal.message).not.toContain(GOOD_SECRET.slice(1));
  });

  test.each([
    ['127.0.0.1', 'off'],
    ['localhost', 'off'],
    ['::1', 'off'],
    ['0.0.0.0', 'made'],
    ['::', 'made'],
    ['192.168.1.10', 'made'],
    ['hop.tinh.vn', 'made'],
  ])('listening on %s, encryption of its own is %s', (HOST, kind) => {
    expect(readConfig({ HOST }).tls.kind).toBe(kind);
  });

  test('behind a proxy on the same machine the public address is https and the server plain', () => {
    const config = readConfig({ PUBLIC_URL: 'https://hop.tinh.vn:8443' });
    expect(config.publicUrl).toBe('https://hop.tinh.vn:8443');
    expect(config.tls.kind).toBe('off');
  });
});

describe('addresses', () => {
  test.each([
    ['localhost', true],
    ['a.localhost', true],
    ['LOCALHOST', true],
    ['127.8.9.1', true],
    ['::1', true],
    ['[::1]', true],
    ['::ffff:127.0.0.1', true],
    ['127.0.0.1.tinh.vn', false],
    ['localhost.vn', false],
    ['0.0.0.0', false],
    ['10.0.0.1', false],
    ['1270.vn', false],
  ])('isLoopback(%s) is %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected);
  });

  test.each<[string, Environment, string]>([
    ['what the operator says', { HOST: '10.9.9.9', LIVEKIT_NODE_IP: '203.0.113.7' }, '203.0.113.7'],
    ['the address that the server listens on', { HOST: '10.9.9.9' }, '10.9.9.9'],
    ['loopback for a server on loopback', { HOST: 'localhost' }, '127.0.0.1'],
    ['the first outward address', { HOST: '0.0.0.0' }, '10.1.2.3'],
    ['the first outward address for a name', { HOST: 'hop.tinh.vn' }, '10.1.2.3'],
  ])('bridges send media to %s', (_, env, expected) => {
    expect(nodeIpFor(readConfig(env), INTERFACES)).toBe(expected);
  });

  test('a machine without any network is its own only address', () => {
    expect(nodeIpFor(readConfig({ HOST: '0.0.0.0' }), { lo: [address('127.0.0.1', true)] })).toBe('127.0.0.1');
  });

  test.each<[Environment, string]>([
    [{}, 'http://127.0.0.1:3100'],
    [{ HOST: '::1' }, 'http://[::1]:3100'],
    [{ HOST: '0.0.0.0' }, 'https://10.1.2.3:3100'],
    [{ HOST: 'hop.tinh.vn' }, 'https://hop.tinh.vn:3100'],
    [{ HOST: '0.0.0.0', PUBLIC_URL: 'https://hop.tinh.vn' }, 'https://hop.tinh.vn'],
  ])('links of %j begin with %s', (env, expected) => {
    expect(publicOrigin(readConfig(env), 3100, INTERFACES)).toBe(expected);
  });

  test('the certificate names every way to this server, and no link-local address', () => {
    const env = { HOST: '0.0.0.0', PUBLIC_URL: 'https://hop.tinh.vn:8443', LIVEKIT_NODE_IP: '203.0.113.7' };
    const hosts = certificateHosts(readConfig(env), INTERFACES);
    expect(hosts).toEqual(
      expect.arrayContaining(['hop.tinh.vn', '203.0.113.7', '10.1.2.3', 'localhost', '127.0.0.1', '::1']),
    );
    expect(hosts).not.toContain('169.254.3.4');
    expect(hosts).not.toContain('0.0.0.0');
  });
});

describe('on disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'config-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('.env gives what the process does not', () => {
    writeFileSync(join(folder, '.env'), '# the hall\nPORT=4000\nDATA_DIR="/srv/họp trực tuyến"\nDEMO=off\n');
    const config = readConfig(readEnvironment(folder, { PORT: '5000' }));
    expect(config).toMatchObject({ port: 5000, dataDir: '/srv/họp trực tuyến', demo: false });
  });

  test('a folder without .env is as good', () => {
    expect(readEnvironment(folder, { PORT: '5000' })).toEqual({ PORT: '5000' });
  });

  test('an .env that is no file is refused by name', () => {
    expect(() => readEnvironment(join(folder, '..'), {})).not.toThrow();
    const inside = join(folder, 'file');
    writeFileSync(inside, '');
    expect(() => readEnvironment(inside, {})).toThrow(/^Cấu hình sai: \.env /);
  });

  test('the data folder is made, with its parents', async () => {
    await expect(prepareDataDir(join(folder, 'a/b'))).resolves.toBeUndefined();
  });

  test('a data folder that cannot be is refused by name', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(prepareDataDir(join(folder, 'file/inside'))).rejects.toThrow(/^Cấu hình sai: DATA_DIR /);
  });
});
