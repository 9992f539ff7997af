import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { WebhookReceiver } from 'livekit-server-sdk';
import type { LiveKitEndpoint } from '../../media/livekit/livekit-server.ts';

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
  endpoint: () => LiveKitEndpoint | null,
  onHint: (room: string) => void,
): Promise<WebhookListener> {
  const seen = new Set<string>();
  const app = express().disable('x-powered-by');
  app.post('/livekit', express.text({ type: '*/*', limit: '256kb' }), async (request, response) => {
    const keys = endpoint();
    if (keys === null) return void response.status(503).end();
    const receiver = new WebhookReceiver(keys.apiKey, keys.apiSecret);
    const body = typeof request.body === 'string' ? request.body : '';
    const event = await receiver.receive(body, request.get('authorization')).catch(() => null);
    if (event === null) return void response.status(401).end();
    response.status(200).end();
    if (seen.has(event.id)) return;
    seen.add(event.id);
    if (seen.size > REMEMBERED_IDS) seen.delete([...seen][0] ?? '');
    if (event.room !== undefined) onHint(event.room.name);
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
  // A listening TCP server has a numeric address.
  return (server.address() as AddressInfo).port;
}
