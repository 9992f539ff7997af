import { createHmac } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { startLiveKit } from '../../server/media/livekit/livekit-server.ts';
import type { LiveKitEndpoint } from '../../server/media/livekit/media-state.ts';
import { until } from '../support/until.ts';
import {
  always,
  emptyFolder,
  openRoom,
  optionsFor,
  PREPARE_MS,
  readyEndpoint,
  realBinary,
} from './livekit-fixtures.ts';

let binary: string;
beforeAll(async () => {
  binary = await realBinary();
}, PREPARE_MS);

const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** As our server signs them, but with an end that the test chooses: LiveKit allows clocks to differ by a minute. */
function tokenUntil(exp: number, { apiKey, apiSecret }: LiveKitEndpoint): string {
  const claims = { iss: apiKey, sub: 'hall', nbf: exp - 120, exp, video: { roomJoin: true, room: 'hoi-nghi' } };
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claims)}`;
  return `${signed}.${createHmac('sha256', apiSecret).update(signed).digest('base64url')}`;
}

/** A page's signalling: whether it was let in, and the tokens that LiveKit sent over it. */
async function signalling({ url }: LiveKitEndpoint, token: string, more = '') {
  const query = `access_token=${token}&auto_subscribe=0&protocol=15&sdk=js${more}`;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/rtc?${query}`);
  const tokens: string[] = [];
  socket.on('message', (message: Buffer) => {
    tokens.push(...(message.toString('latin1').match(/eyJ[\w-]{10,}\.[\w-]+\.[\w-]+/g) ?? []));
  });
  const isIn = await new Promise<boolean>((resolve) => {
    socket.once('open', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  return { isIn, tokens, close: () => socket.terminate() };
}

const endOf = (token: string): number =>
  z.object({ exp: z.int() }).parse(JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())).exp;

test('[OBS22] LiveKit renews the token of whoever is in, at once and for ten minutes: a break after the first has run out is healed', async () => {
  const livekit = startLiveKit(await optionsFor(await emptyFolder()), [always(binary)]);
  onTestFinished(() => livekit.close());
  const endpoint = await readyEndpoint(livekit);
  await openRoom(endpoint, 'hoi-nghi');
  const now = Math.floor(Date.now() / 1_000);
  // Three seconds before the minute of grace is over.
  const first = tokenUntil(now - 57, endpoint);

  const joined = await signalling(endpoint, first);
  expect(joined.isIn).toBe(true);
  await until('it is renewed', 5_000, () => joined.tokens.length > 0);
  const renewed = joined.tokens.at(-1) ?? '';
  expect(endOf(renewed)).toBeGreaterThan(now + 9 * 60);
  joined.close();

  await pause(4_000);
  // With the first one nobody comes in any more; with the renewed one the same line goes on.
  expect((await signalling(endpoint, first)).isIn).toBe(false);
  const resumed = await signalling(endpoint, renewed, '&reconnect=1');
  expect(resumed.isIn).toBe(true);
  resumed.close();
}, 60_000);
