import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { AccessToken, RoomServiceClient, TrackSource } from 'livekit-server-sdk';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { ROOT } from '../server-process.ts';
import { openPage, run } from './browser.ts';

/** LiveKit with nothing around it: the same process that the server runs, in rooms of the bench's own. */
export interface BareLiveKit {
  /** Milliseconds from the wish for an idle camera to its first frame. */
  readonly coldPicture: () => Promise<number>;
  /** Milliseconds from the permission, sent by the server's SDK, to the first sound. */
  readonly firstSound: () => Promise<number>;
  readonly close: () => Promise<void>;
}

const configSchema = z.object({ port: z.int(), keys: z.record(z.string(), z.string()) });
const PUBLISHER = 'publisher';
const PITCH = 1_500;
const REVOKED_MS = 1_000;

export async function openBareLiveKit(browser: Browser, dataDir: string): Promise<BareLiveKit> {
  const access = readAccess(dataDir);
  const rooms = new RoomServiceClient(`http://127.0.0.1:${access.port}`, access.key, access.secret);
  const [picture, sound] = [`bench-${randomUUID()}`, `bench-${randomUUID()}`];
  for (const name of [picture, sound]) await rooms.createRoom({ name });
  const pages = await servePages();
  const [publisher, watcher] = [await openBarePage(browser, pages), await openBarePage(browser, pages)];
  const entrance = async (identity: string) => ({
    url: `ws://127.0.0.1:${access.port}`,
    pictureToken: await tokenFor(access, { room: picture, identity, canPublish: identity === PUBLISHER }),
    soundToken: await tokenFor(access, { room: sound, identity, canPublish: false }),
  });
  await run(publisher, `bare.publish(${JSON.stringify(await entrance(PUBLISHER))})`);
  await run(watcher, `bare.watch(${JSON.stringify(await entrance('watcher'))})`);
  const permit = (canPublish: boolean) =>
    rooms.updateParticipant(sound, PUBLISHER, {
      permission: { canSubscribe: true, canPublish, canPublishSources: canPublish ? [TrackSource.MICROPHONE] : [] },
    });
  return {
    coldPicture: async () => z.number().parse(await run(watcher, 'bare.coldPicture()')),
    firstSound: async () => {
      await run(watcher, 'bare.forget()');
      const heard = run(watcher, `bare.firstSound(${PITCH})`);
      const start = Date.now();
      await permit(true);
      const at = z.number().parse(await heard);
      await permit(false);
      await new Promise((resolve) => setTimeout(resolve, REVOKED_MS));
      return at - start;
    },
    close: async () => {
      await Promise.all([publisher, watcher].map((page) => page.context().close()));
      pages.close();
    },
  };
}

interface Access {
  readonly port: number;
  readonly key: string;
  readonly secret: string;
}

function readAccess(dataDir: string): Access {
  const { port, keys } = configSchema.parse(JSON.parse(readFileSync(join(dataDir, 'livekit', 'livekit.yaml'), 'utf8')));
  const [key = '', secret = ''] = Object.entries(keys)[0] ?? [];
  return { port, key, secret };
}

function tokenFor(
  { key, secret }: Access,
  { room, identity, canPublish }: { readonly room: string; readonly identity: string; readonly canPublish: boolean },
): Promise<string> {
  const token = new AccessToken(key, secret, { identity, ttl: '5m' });
  token.addGrant({ room, roomJoin: true, canSubscribe: true, canPublish });
  return token.toJwt();
}

const PAGE = `<!doctype html><video muted autoplay playsinline width="1280" height="720"></video>
<script src="/livekit-client.umd.js"></script>`;

interface Pages {
  readonly origin: string;
  readonly close: () => void;
}

async function servePages(): Promise<Pages> {
  const client = readFileSync(join(ROOT, 'node_modules/livekit-client/dist/livekit-client.umd.js'));
  const server = createServer(({ url }, response) => {
    const isClient = url === '/livekit-client.umd.js';
    response.setHeader('Content-Type', isClient ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isClient ? client : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a listening server has a port');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

async function openBarePage(browser: Browser, { origin }: Pages): Promise<Page> {
  const page = await openPage(browser, { pitch: PITCH, cookie: null });
  await page.goto(origin);
  return page;
}
