import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdir, readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startLiveKit } from '../../server/media/livekit/livekit-server.ts';
import type { LiveKitOptions, LiveKitServer, MediaState } from '../../server/media/livekit/media-state.ts';
import {
  always,
  emptyFolder,
  isReady,
  isRunning,
  joinRoom,
  openRoom,
  optionsFor,
  PREPARE_MS,
  pidIn,
  readyEndpoint,
  realBinary,
  script,
  until,
} from './livekit-fixtures.ts';

let binary: string;
const started: LiveKitServer[] = [];

beforeAll(async () => {
  binary = await realBinary();
}, PREPARE_MS);

afterEach(async () => {
  await Promise.all(started.splice(0).map((livekit) => livekit.close()));
});

async function start(runDir: string, changes: Partial<LiveKitOptions> = {}, program = binary): Promise<LiveKitServer> {
  const livekit = startLiveKit(await optionsFor(runDir, changes), [always(program)]);
  started.push(livekit);
  return livekit;
}

describe('a LiveKit of our own', () => {
  test('is prepared in the background, becomes ready and answers', async () => {
    const livekit = await start(await emptyFolder());
    expect(livekit.state().state).toBe('preparing');
    expect(livekit.endpoint()).toBeNull();
    const { url } = await readyEndpoint(livekit);
    expect(await (await fetch(url)).text()).toBe('OK');
  });

  test('keeps its secret in a file that other accounts cannot read, and off the command line', async () => {
    const runDir = await emptyFolder();
    const { apiSecret } = await readyEndpoint(await start(runDir));
    const file = join(runDir, 'livekit.yaml');
    expect(apiSecret.length).toBeGreaterThanOrEqual(32);
    expect(await readFile(file, 'utf8')).toContain(apiSecret);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const pid = await pidIn(runDir);
    expect(await readFile(`/proc/${pid}/cmdline`, 'utf8')).not.toContain(apiSecret);
    expect(await readFile(`/proc/${pid}/environ`, 'utf8')).not.toContain(apiSecret);
  });

  test('makes other keys at each start', async () => {
    const first = await readyEndpoint(await start(await emptyFolder()));
    const second = await readyEndpoint(await start(await emptyFolder()));
    expect(second.apiSecret).not.toBe(first.apiSecret);
  });

  test('opens sockets on loopback alone when it is to stay there', async () => {
    const runDir = await emptyFolder();
    await readyEndpoint(await start(runDir));
    const addresses = await listeningAddresses(await pidIn(runDir));
    expect(addresses.length).toBeGreaterThanOrEqual(2);
    expect(addresses.filter((address) => address !== LOOPBACK)).toEqual([]);
  });

  test('control: on the network, media over TCP is open to others', async () => {
    const runDir = await emptyFolder();
    await readyEndpoint(await start(runDir, { loopbackOnly: false }));
    const addresses = await listeningAddresses(await pidIn(runDir));
    expect(addresses.some((address) => address !== LOOPBACK)).toBe(true);
  });

  test('lets nobody make a room by joining it, and sends clients to no server outside', async () => {
    const endpoint = await readyEndpoint(await start(await emptyFolder()));
    await expect(joinRoom(endpoint, 'hoi-nghi')).rejects.toThrow('404');
    await openRoom(endpoint, 'hoi-nghi');
    const participant = await joinRoom(endpoint, 'hoi-nghi');
    const stunServers = participant.firstMessage.match(/stuns?:[\w.:[\]-]+/g) ?? [];
    expect(stunServers.length).toBeGreaterThan(0);
    expect(stunServers.filter((server) => !server.startsWith('stun:127.0.0.1:'))).toEqual([]);
    participant.leave();
  });

  test('uses the media port that it was given', async () => {
    const probe = createSocket('udp4').bind(0, '127.0.0.1');
    await once(probe, 'listening');
    const udpPort = probe.address().port;
    probe.close();
    await once(probe, 'close');
    const runDir = await emptyFolder();
    await readyEndpoint(await start(runDir, { udpPort }));
    expect(await mediaPort(runDir)).toBe(udpPort);
  });

  test('is not swayed by variables that LiveKit reads itself', async () => {
    process.env['LIVEKIT_PORT'] = '1';
    try {
      const { url } = await readyEndpoint(await start(await emptyFolder()));
      expect(await (await fetch(url)).text()).toBe('OK');
    } finally {
      delete process.env['LIVEKIT_PORT'];
    }
  });
});

describe('a LiveKit that ends', () => {
  test('comes back by itself, on the same ports and with the same keys', async () => {
    const runDir = await emptyFolder();
    const livekit = await start(runDir);
    const before = await readyEndpoint(livekit);
    const [pid, port] = [await pidIn(runDir), await mediaPort(runDir)];
    const runBefore = livekit.state();
    const seen: MediaState[] = [];
    livekit.onState((state) => seen.push(state));
    process.kill(pid, 'SIGKILL');
    await until(livekit, ({ state }) => state !== 'ready');
    expect(await readyEndpoint(livekit)).toEqual(before);
    expect(await pidIn(runDir)).not.toBe(pid);
    expect(await mediaPort(runDir)).toBe(port);
    const ready = { state: 'ready', run: expect.any(String) };
    expect(seen).toEqual([{ state: 'preparing', step: 'restarting', progress: null }, ready]);
    expect(seen.at(-1), 'screens have to know that its rooms are others').not.toEqual(runBefore);
    expect(await (await fetch(before.url)).text()).toBe('OK');
  });

  test('takes other ports when somebody was quicker at the first start', async () => {
    const runDir = await emptyFolder();
    const wrapper = await script(await emptyFolder(), 'livekit-server', [
      `if [ ! -e ${runDir}/first.yaml ]; then cp "$2" ${runDir}/first.yaml`,
      'echo "listen udp4 127.0.0.1:7882: bind: address already in use"; exit 0; fi',
      `exec ${binary} "$@"`,
    ]);
    await readyEndpoint(await start(runDir, {}, wrapper));
    expect(await mediaPort(runDir)).not.toBe(await mediaPort(runDir, 'first.yaml'));
  });

  test('is down with the reason when the port it was given is taken, and ready once that is free', async () => {
    const holder = createSocket('udp4').bind(0, '127.0.0.1');
    await once(holder, 'listening');
    const udpPort = holder.address().port;
    const livekit = await start(await emptyFolder(), { udpPort });
    const state = await until(livekit, (seen) => seen.state === 'down');
    expect(state).toMatchObject({ reason: 'does-not-start' });
    expect(JSON.stringify(state)).toContain(`127.0.0.1:${udpPort}: bind: address already in use`);
    holder.close();
    await until(livekit, isReady);
  });

  test('is down when the program is no LiveKit, and says what it said', async () => {
    const broken = await script(await emptyFolder(), 'livekit-server', ['echo "no such flag"', 'exit 3']);
    const livekit = await start(await emptyFolder(), {}, broken);
    const state = await until(livekit, (seen) => seen.state === 'down');
    expect(state).toEqual({ state: 'down', reason: 'does-not-start', detail: 'no such flag' });
  });
});

describe('closing', () => {
  test('ends LiveKit although a participant is connected', async () => {
    const runDir = await emptyFolder();
    const livekit = await start(runDir);
    const endpoint = await readyEndpoint(livekit);
    await openRoom(endpoint, 'hoi-nghi');
    const participant = await joinRoom(endpoint, 'hoi-nghi');
    const pid = await pidIn(runDir);
    const since = performance.now();
    await livekit.close();
    expect(performance.now() - since).toBeLessThan(3_000);
    expect(await isRunning(pid)).toBe(false);
    expect(await readdir(runDir)).toEqual(['livekit.yaml']);
    participant.leave();
  });

  test('control: one interrupt alone waits for the participant', async () => {
    const runDir = await emptyFolder();
    const endpoint = await readyEndpoint(await start(runDir));
    await openRoom(endpoint, 'hoi-nghi');
    const participant = await joinRoom(endpoint, 'hoi-nghi');
    const pid = await pidIn(runDir);
    process.kill(pid, 'SIGINT');
    await pause(3_000);
    expect(await isRunning(pid)).toBe(true);
    expect(participant.isConnected()).toBe(true);
    participant.leave();
  });

  test('kills one that hears no interrupt', async () => {
    const runDir = await emptyFolder();
    const livekit = await start(runDir);
    await readyEndpoint(livekit);
    const pid = await pidIn(runDir);
    process.kill(pid, 'SIGSTOP');
    await livekit.close();
    expect(await isRunning(pid)).toBe(false);
  });

  test('twice, or before anything was found, does no harm', async () => {
    const livekit = await start(await emptyFolder());
    await livekit.close();
    await livekit.close();
    expect(livekit.endpoint()).toBeNull();
  });
});

describe('what a killed server leaves behind', () => {
  test('is ended by the next one with the same folder', async () => {
    const runDir = await emptyFolder();
    const { owner, pid } = await startOwner(runDir);
    owner.kill('SIGKILL');
    await once(owner, 'exit');
    expect(await isRunning(pid)).toBe(true); // the control: nobody else ends it
    await readyEndpoint(await start(runDir));
    expect(await isRunning(pid)).toBe(false);
  });

  test('is left alone while its server lives', async () => {
    const runDir = await emptyFolder();
    const { owner, pid } = await startOwner(runDir);
    const state = await until(await start(runDir), (seen) => seen.state === 'down');
    expect(state).toMatchObject({ reason: 'does-not-start', detail: `another server runs LiveKit from ${runDir}` });
    expect(await isRunning(pid)).toBe(true);
    owner.kill('SIGTERM');
    await once(owner, 'exit');
    expect(await isRunning(pid)).toBe(false);
  });

  test('is not mistaken for a program that got its pid since', async () => {
    const runDir = await emptyFolder();
    const stranger = spawn('sleep', ['60']);
    await mkdir(runDir, { recursive: true });
    await writeFile(join(runDir, 'livekit.pid'), `${stranger.pid} 1\n`);
    await readyEndpoint(await start(runDir));
    expect(stranger.exitCode).toBeNull();
    expect(stranger.signalCode).toBeNull();
    stranger.kill();
  });
});

describe('a LiveKit of somebody else', () => {
  test('is ready while it answers, unreachable while it does not, and never started', async () => {
    const health = createServer((_, response) => response.end('OK'));
    health.listen(0, '127.0.0.1');
    await once(health, 'listening');
    const address = health.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const external = { url: `ws://127.0.0.1:${port}/`, apiKey: 'key', apiSecret: 'secret' };
    const livekit = startLiveKit(await optionsFor(await emptyFolder(), { external }), []);
    started.push(livekit);
    expect(await readyEndpoint(livekit)).toEqual({ ...external, url: `http://127.0.0.1:${port}` });
    health.close();
    health.closeAllConnections();
    expect(await until(livekit, ({ state }) => state === 'down')).toMatchObject({ reason: 'unreachable' });
    health.listen(port, '127.0.0.1');
    await until(livekit, isReady);
    await livekit.close();
    health.close();
  });
});

const LOOPBACK = '0100007F';

/** Local addresses, in the kernel's spelling, of the sockets that the program listens on. */
async function listeningAddresses(pid: number): Promise<readonly string[]> {
  const inodes = new Set<string>();
  for (const fd of await readdir(`/proc/${pid}/fd`)) {
    const target = await readlink(`/proc/${pid}/fd/${fd}`).catch(() => '');
    const inode = /^socket:\[(\d+)\]$/.exec(target)?.[1];
    if (inode !== undefined) inodes.add(inode);
  }
  const addresses: string[] = [];
  for (const table of ['tcp', 'tcp6', 'udp', 'udp6']) {
    const rows = (await readFile(`/proc/net/${table}`, 'utf8')).split('\n').slice(1);
    for (const row of rows.map((line) => line.trim().split(/\s+/))) {
      const [, local, , state, , , , , , inode] = row;
      const isListening = state === '0A' || state === '07'; // TCP's LISTEN, UDP's only state
      if (isListening && local !== undefined && inodes.has(inode ?? '')) addresses.push(local.split(':')[0] ?? '');
    }
  }
  return addresses;
}

async function mediaPort(runDir: string, file = 'livekit.yaml'): Promise<number> {
  return Number(/"udp_port": (\d+)/.exec(await readFile(join(runDir, file), 'utf8'))?.[1]);
}

/** Another server process, with a LiveKit of its own. */
async function startOwner(runDir: string): Promise<{ readonly owner: ChildProcess; readonly pid: number }> {
  const module = resolve('server/media/livekit/livekit-server.ts');
  const options = { ...(await optionsFor(runDir)), log: undefined };
  const code = `
    import { startLiveKit } from ${JSON.stringify(module)};
    const program = { command: ${JSON.stringify(binary)}, args: (file) => ['--config', file], sweep: null };
    const options = { ...${JSON.stringify(options)}, log: () => undefined };
    const livekit = startLiveKit(options, [async () => ({ found: true, program })]);
    livekit.onState(({ state }) => { if (state === 'ready') console.log('ready'); });
    process.once('SIGTERM', () => livekit.close().then(() => process.exit(0)));
  `;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', code];
  const owner = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(owner.stdout, 'data');
  return { owner, pid: await pidIn(runDir) };
}
