import { createServer, type Server } from 'node:http';
import express from 'express';
import { portOf } from '../../listen.ts';
import type { VerifyWebhook } from '../../media/media-gateway.ts';

export interface WebhookListener {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const REMEMBERED_IDS = 2_000;

/**
 * LiveKit's webhooks, on a port of their own on the loopback: verified over the raw body, each id once, answered before
 * anything is done. A webhook is a hint to look; what is true stands in LiveKit's list.
 */
export async function listenForWebhooks(
  verify: VerifyWebhook,
  onHint: (room: string) => void,
): Promise<WebhookListener> {
  const seen = new Set<string>();
  const app = express().disable('x-powered-by');
  app.post('/livekit', express.text({ type: '*/*', limit: '256kb' }), async (request, response) => {
    const body = typeof request.body === 'string' ? request.body : '';
    const webhook = await verify(body, request.get('authorization'));
    response.status(webhook === null ? 401 : 200).end();
    if (webhook === null || seen.has(webhook.id)) return;
    seen.add(webhook.id);
    if (seen.size > REMEMBERED_IDS) seen.delete([...seen][0] ?? '');
    if (webhook.room !== null) onHint(webhook.room);
  });
  const server = createServer(app);
  const port = await listenOnLoopback(server);
  return {
    url: `http://127.0.0.1:${port}/livekit`,
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

async function listenOnLoopback(server: Server): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return portOf(server);
}
