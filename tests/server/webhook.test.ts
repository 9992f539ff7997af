import { createHash, createHmac } from 'node:crypto';
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

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

test('[THR10] tokens of no algorithm, another one, another issuer, too old and from the future are refused', async () => {
  const before = hints.length;
  const body = bodyOf('EV_4');
  const now = Math.floor(Date.now() / 1_000);
  const sha256 = createHash('sha256').update(body).digest('base64');
  const claims = { iss: KEYS.apiKey, nbf: now - 10, exp: now + 300, sha256 };
  const made = (head: object, rest: object, algorithm = 'sha256', secret = KEYS.apiSecret): string => {
    const signing = `${part(head)}.${part({ ...claims, ...rest })}`;
    return `${signing}.${createHmac(algorithm, secret).update(signing).digest('base64url')}`;
  };
  const forged = {
    none: `${part({ alg: 'none' })}.${part(claims)}.`,
    'none, signed all the same': made({ alg: 'none' }, {}),
    'another algorithm by name': made({ alg: 'RS256' }, {}),
    'another algorithm indeed': made({ alg: 'HS512' }, {}, 'sha512'),
    'another issuer': made({ alg: 'HS256' }, { iss: 'somebody' }),
    'too old': made({ alg: 'HS256' }, { exp: now - 120 }),
    'from the future': made({ alg: 'HS256' }, { nbf: now + 600, exp: now + 900 }),
    'no signature': `${part({ alg: 'HS256' })}.${part(claims)}.`,
    'the key as the secret': made({ alg: 'HS256' }, {}, 'sha256', KEYS.apiKey),
    'no hash of the body': made({ alg: 'HS256' }, { sha256: undefined }),
  };
  for (const [name, token] of Object.entries(forged)) expect([name, await post(body, token)]).toEqual([name, 401]);
  expect(hints).toHaveLength(before);
  // The control: made by the same hand, and right.
  expect(await post(body, made({ alg: 'HS256' }, {}))).toBe(200);
  expect(hints).toHaveLength(before + 1);
});

test('[THR11] what is no webhook at all changes nothing', async () => {
  const before = hints.length;
  const body = '{"id":"EV_5"';
  expect(await post(body, await signed(body))).toBe(401);
  const huge = 'x'.repeat(300_000);
  expect(await post(huge, await signed(huge))).toBe(413);
  const got = await fetch(listener.url);
  expect(got.status).toBe(404);
  expect(hints).toHaveLength(before);
});
