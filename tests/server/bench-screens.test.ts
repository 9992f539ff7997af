import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { RECONNECTION as PAGE } from '../../client/sync/socket-line.ts';
import { firstLine, startChild, stopChild } from '../../scripts/bench/children.ts';
import { Crowd } from '../../scripts/bench/screens/crowd.ts';
import { askGauge, gaugeEnv } from '../../scripts/bench/screens/gauge.ts';
import { type Patience, RECONNECTION, waitBeforeTry } from '../../scripts/bench/screens/reconnect.ts';
import { Screen, type ScreenOptions } from '../../scripts/bench/screens/screen.ts';
import { conferenceIdSchema } from '../../shared/domain/ids.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const conference = conferenceIdSchema.parse('0c5b3f0e-8f6c-4f6b-9d3c-1f6a3a0f7c11');
const QUICKLY: Patience = { connectMs: 2_000, greetingMs: 300 };
const WELCOME = '430[{"ok":true}]';

test('[LOD1] cut screens wait as the page does', () => {
  expect(PAGE).toMatchObject(RECONNECTION);
  const first = [0, 0.05, 0.1, 0.55, 0.99].map((random) => waitBeforeTry(0, random));
  expect(first).toEqual([1_000, 975, 1_050, 1_275, 1_495]);
  expect(waitBeforeTry(1, 0.99)).toBe(2_990);
  expect(waitBeforeTry(9, 0.99)).toBe(RECONNECTION.reconnectionDelayMax);
});

test.each([
  [
    'the whole state in bytes',
    [WELCOME, '451-["snapshot",{"packed":{"_placeholder":true,"num":0}}]', Buffer.from([1])],
  ],
  ['a patch, and the welcome after it', ['42["patch",{}]', WELCOME]],
])('[LOD2] a screen is in step with %s', async (_, frames) => {
  const screen = await Screen.open(optionsFor(await serverThatSays(frames)), QUICKLY);
  closing.push(() => screen.close());
  expect(screen.isInStep).toBe(true);
});

test.each([
  ['only welcomed', [WELCOME], 'no answer in time'],
  ['welcomed and told of bytes that do not come', [WELCOME, '451-["snapshot",{}]'], 'no answer in time'],
  ['given the state and not welcomed', ['42["patch",{}]'], 'no answer in time'],
  ['refused', ['430[{"ok":false,"code":"conference-unknown"}]', '42["patch",{}]'], 'conference-unknown'],
])('[LOD2] a screen is not in step that is %s', async (_, frames, why) => {
  await expect(Screen.open(optionsFor(await serverThatSays(frames)), QUICKLY)).rejects.toThrow(why);
});

test('[LOD3] forty screens are cut at once, and all of them are back with the state or with what they had', async () => {
  const { origin, gauge } = await bareServer();
  const addresses = ['127.0.0.2', '127.0.0.3'];
  const crowd = new Crowd({ speaks: 'seats', origin, addresses, conference, token: null, screen: '/', seq: 1 });
  closing.push(() => crowd.close());
  await crowd.growTo(40);
  for (const since of [null, 1]) {
    const { lastMs, medianMs, failed } = await crowd.storm(7, since);
    expect(medianMs).toBeGreaterThan(400);
    expect(lastMs).toBeGreaterThanOrEqual(medianMs);
    expect(failed).toBe(0);
  }
  expect(await askGauge(gauge, 'rss')).toBeGreaterThan(10e6);
});

/** Greets as Socket.IO does and answers every hello with these frames. */
async function serverThatSays(frames: readonly (string | Buffer)[]): Promise<string> {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
  closing.push(() => server.close());
  server.on('connection', (socket) => {
    socket.send('0{}');
    socket.on('message', (message: Buffer) => {
      const text = message.toString();
      if (text.startsWith('40')) socket.send('40{}');
      if (text.startsWith('420["hello"')) for (const frame of frames) socket.send(frame);
    });
    closing.push(() => socket.terminate());
  });
  await once(server, 'listening');
  return originOf(server.address());
}

function originOf(address: ReturnType<WebSocketServer['address']>): string {
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  return `http://127.0.0.1:${address.port}`;
}

const optionsFor = (origin: string): ScreenOptions => ({
  origin,
  address: '127.0.0.2',
  cookie: '',
  conference,
  screen: '/',
  since: 1,
  onPatch: () => undefined,
  onBeat: () => undefined,
  onLost: () => undefined,
});

async function bareServer(): Promise<{ readonly origin: string; readonly gauge: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-screens-'));
  const [state, gauge] = [join(folder, 'state'), join(folder, 'gauge')];
  writeFileSync(state, Buffer.alloc(8_000, 1));
  const file = fileURLToPath(new URL('../../scripts/bench/screens/bare-storm-server.ts', import.meta.url));
  const child = startChild(file, { env: { ...gaugeEnv(gauge), BENCH_STATE: state } });
  closing.push(async () => {
    await stopChild(child);
    rmSync(folder, { recursive: true, force: true });
  });
  const port = await firstLine(child, (line) => /^port (\d+)$/.exec(line)?.[1] ?? null);
  return { origin: `http://127.0.0.1:${port}`, gauge };
}
