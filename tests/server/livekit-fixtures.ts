import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk';
import { afterAll } from 'vitest';
import { WebSocket } from 'ws';
import { prepareBinary } from '../../server/media/livekit/find-livekit.ts';
import { binaryProgram, type Finder } from '../../server/media/livekit/finder.ts';
import type {
  LiveKitEndpoint,
  LiveKitOptions,
  LiveKitServer,
  MediaState,
} from '../../server/media/livekit/media-state.ts';

export const CACHE_DIR = resolve('.cache/livekit');

/** A build from nothing takes minutes. */
export const PREPARE_MS = 900_000;

export const realBinary = (): Promise<string> => prepareBinary(CACHE_DIR, () => undefined);

const folders: string[] = [];

afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

export async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'diem-cau-livekit-'));
  folders.push(folder);
  return folder;
}

export const always =
  (binary: string): Finder =>
  async () => ({ found: true, program: binaryProgram(binary) });

export async function optionsFor(runDir: string, changes: Partial<LiveKitOptions> = {}): Promise<LiveKitOptions> {
  return {
    external: null,
    cacheDir: CACHE_DIR,
    runDir,
    nodeIp: '127.0.0.1',
    loopbackOnly: true,
    udpPort: null,
    tcpPort: null,
    webhookUrl: 'http://127.0.0.1:9/livekit',
    log: () => undefined,
    ...changes,
  };
}

export function until(livekit: LiveKitServer, wanted: (state: MediaState) => boolean): Promise<MediaState> {
  return new Promise((done) => {
    const look = (state: MediaState): void => {
      if (!wanted(state)) return;
      stop();
      done(state);
    };
    const stop = livekit.onState(look);
    look(livekit.state());
  });
}

export const isReady = ({ state }: MediaState): boolean => state === 'ready';

export async function readyEndpoint(livekit: LiveKitServer): Promise<LiveKitEndpoint> {
  await until(livekit, isReady);
  const endpoint = livekit.endpoint();
  if (endpoint === null) throw new Error('ready without an endpoint');
  return endpoint;
}

export async function pidIn(runDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(runDir, 'livekit.pid'), 'utf8'), 10);
}

/** One that has ended but was not waited for by its parent counts as gone. */
export async function isRunning(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return status !== '' && !/^State:\s+Z/m.test(status);
}

export interface Participant {
  readonly firstMessage: string;
  readonly isConnected: () => boolean;
  readonly leave: () => void;
}

/** Signalling alone: LiveKit counts it as a participant, which is all that these tests need. */
export async function joinRoom({ url, apiKey, apiSecret }: LiveKitEndpoint, room: string): Promise<Participant> {
  const token = new AccessToken(apiKey, apiSecret, { identity: 'an-giang', ttl: 60 });
  token.addGrant({ roomJoin: true, room });
  const query = new URLSearchParams({
    access_token: await token.toJwt(),
    protocol: '16',
    sdk: 'js',
    version: '2.22.0',
  });
  const socket = new WebSocket(`${url.replace('http', 'ws')}/rtc?${query}`);
  return new Promise((done, fail) => {
    socket.once('error', fail);
    socket.once('message', (message: Buffer) => {
      done({
        firstMessage: message.toString('latin1'),
        isConnected: () => socket.readyState === WebSocket.OPEN,
        leave: () => socket.terminate(),
      });
    });
  });
}

export async function openRoom({ url, apiKey, apiSecret }: LiveKitEndpoint, name: string): Promise<void> {
  await new RoomServiceClient(url, apiKey, apiSecret).createRoom({ name });
}

export async function script(folder: string, name: string, lines: readonly string[]): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, name);
  await writeFile(file, ['#!/bin/sh', ...lines, ''].join('\n'));
  await chmod(file, 0o755);
  return file;
}
