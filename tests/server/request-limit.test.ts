import type { Server } from 'node:http';
import express from 'express';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SeatSession } from '../../server/application/seats.ts';
import { isPage } from '../../server/transport/http/pages.ts';
import { requestLimit } from '../../server/transport/http/request-limit.ts';

const LIMIT = 5;
let web: Server;

/** Whoever has a secret that begins so is signed in. */
const sessionOf = async (secret: string): Promise<SeatSession | null> =>
  secret.startsWith('right')
    ? {
        id: secret,
        invitationId: 'link',
        expiresAt: Number.MAX_SAFE_INTEGER,
        seat: 'viewer',
        conference: null,
        bridgeId: null,
        label: '',
        screen: '/',
      }
    : null;

beforeAll(async () => {
  const app = express();
  app.use(requestLimit({ sessionOf, screenInConference: async (screen) => screen }, LIMIT));
  app.use((_request, response) => void response.sendStatus(200));
  web = await new Promise<Server>((resolve) => {
    const server = app.listen(0, '127.0.0.1', () => resolve(server));
  });
});
afterAll(() => void web.close());

async function ask(path: string, secret?: string): Promise<number> {
  const address = web.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const headers = secret === undefined ? {} : { cookie: `dc-0123456789ab=${secret}` };
  return (await fetch(`http://127.0.0.1:${port}${path}`, { headers })).status;
}

async function answersTo(times: number, path: string, secret?: string): Promise<readonly number[]> {
  const answers: number[] = [];
  for (let i = 0; i < times; i++) answers.push(await ask(path, secret));
  return answers;
}

const allowed = (times: number): readonly number[] => Array.from({ length: times }, () => 200);

test('[DLV17] seats behind one address are counted one by one; whoever has none, or a made-up one, by the address', async () => {
  for (const seat of ['right-1', 'right-2', 'right-3']) {
    expect(await answersTo(LIMIT, '/api/session', seat)).toEqual(allowed(LIMIT));
  }
  expect(await answersTo(LIMIT + 1, '/api/session')).toEqual([...allowed(LIMIT), 429]);
  expect(await answersTo(2, '/api/session', 'wrong')).toEqual([429, 429]);
  expect(await answersTo(1, '/nowhere')).toEqual([429]);
  expect(await answersTo(1, '/api/session', 'right-1')).toEqual([429]);
  expect(await answersTo(1, '/api/session', 'right-4')).toEqual([200]);
});

test('[DLV17] pages, scripts and fonts are not counted', async () => {
  for (const path of ['/', '/join', '/c/x/console', '/s/x', '/assets/a.woff2', '/assets/index.js']) {
    expect(await answersTo(2, path)).toEqual([200, 200]);
  }
  for (const path of ['/api/session', '/api/conferences/c', '/healthz', '/metrics', '/trust/ca.crt', '/wp-login']) {
    expect(isPage(path)).toBe(false);
  }
});
