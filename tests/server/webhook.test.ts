import { createHash } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyWebhook } from '../../server/media/livekit-gateway.ts';
import { listenForWebhooks, type WebhookListener } from '../../server/transport/http/webhook.ts';

const KEYS = { url: 'http://127.0.0.1:9', apiKey: 'key', apiSecret: 'a-secret-of-at-least-thirty-two-letters' };
const hints: string[] = [];
let listener: WebhookListener;

beforeAll(async () => {
  listener = await listenForWebhooks(
    (body, authorization) => verifyWebhook(KEYS, body, authorization),
    (room) => hints.push(room),
  );
});
afterAll(() => listener.close());

const bodyOf = (id: string): string => JSON.stringify({ id, event: 'participant_joined', room: { name: 'stage-1' } });

async function signed(body: string, apiSecret = KEYS.apiSecret): Promise<string> {
  const token = new AccessToken(KEYS.apiKey, apiSecret, { ttl: '5m' });
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return token.toJwt();
}

const post = async (body: string, authorization: string): Promise<number> =>
  (
    await fetch(listener.url, {
      method: 'POST',
      body,
      headers: { authorization, 'content-type': 'application/webhook+json' },
    })
  ).status;

test('a webhook that LiveKit signed is a hint to look, once', async () => {
  const body = bodyOf('EV_1');
  expect(await post(body, await signed(body))).toBe(200);
  expect(await post(body, await signed(body))).toBe(200);
  expect(hints).toEqual(['stage-1']);
});

test('a forged webhook, one for another body and one without a signature have no effect', async () => {
  const before = hints.length;
  const body = bodyOf('EV_2');
  expect(await post(body, await signed(body, 'another-secret-of-thirty-two-letters!!'))).toBe(401);
  expect(await post(body, await signed(bodyOf('EV_3')))).toBe(401);
  expect(await post(body, '')).toBe(401);
  expect(hints).toHaveLength(before);
});
