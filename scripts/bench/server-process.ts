import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import { commandAckSchema } from '../../shared/protocol/command.ts';
import { type Session, sessionSchema } from '../../shared/protocol/http.ts';
import { type Core, firstLine, startChild, stopChild } from './children.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SignedIn extends Session {
  readonly cookie: string;
}

/** The real server in a process of its own, with an empty data folder on the disk that holds the project. */
export interface BenchServer {
  readonly pid: number;
  readonly origin: string;
  readonly dataDir: string;
  /** A secretariat's link: each exchange is a sign-in of its own, with limits of its own. */
  readonly secretariatToken: string;
  readonly close: () => Promise<void>;
}

export interface BenchServerOptions {
  readonly core?: Core;
  readonly media: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startServer({ core, media, env: more = {} }: BenchServerOptions): Promise<BenchServer> {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const dataDir = mkdtempSync(join(ROOT, '.cache', 'bench-'));
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', remove);
  const env = {
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL: '',
    DEMO: 'off',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    ...(media ? {} : nowhere()),
    ...more,
  };
  const child = startChild(join(ROOT, 'server', 'main.ts'), { env, ...(core === undefined ? {} : { core }) });
  const link = await firstLine(child, (line) => /^secretariat\t(.+)$/.exec(line)?.[1] ?? null);
  const { origin, hash } = new URL(link);
  return {
    pid: child.pid ?? 0,
    origin,
    dataDir,
    secretariatToken: hash.slice(1),
    close: async () => {
      await stopChild(child);
      process.removeListener('exit', remove);
      remove();
    },
  };
}

/** A LiveKit that never answers: where pictures are not measured, nothing of theirs takes time. */
export const nowhere = () => ({
  LIVEKIT_URL: 'ws://127.0.0.1:9',
  LIVEKIT_API_KEY: `DC${randomBytes(8).toString('hex')}`,
  LIVEKIT_API_SECRET: randomBytes(32).toString('hex'),
});

export async function signIn(origin: string, token: string): Promise<SignedIn> {
  const response = await post(`${origin}/api/session`, { token }, '');
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
  if (!response.ok || cookie === undefined) throw new Error(`the sign-in was refused: ${response.status}`);
  return { ...sessionSchema.parse(await response.json()), cookie };
}

const healthSchema = z.object({ media: z.object({ state: z.string() }) });

/** Resolves when pictures and sound are there: at once from the cache, in minutes where LiveKit has to be built. */
export async function untilMediaReady({ origin }: BenchServer): Promise<void> {
  for (;;) {
    const { media } = healthSchema.parse(await (await fetch(`${origin}/healthz`)).json());
    if (media.state === 'ready') return;
    if (media.state === 'down') throw new Error('there is no LiveKit to measure with');
    await pause(200);
  }
}

/** Many browsers of one secretariat. */
export async function signInMany(
  { origin, secretariatToken }: BenchServer,
  count: number,
): Promise<{ readonly first: SignedIn; readonly all: readonly SignedIn[] }> {
  const first = await signIn(origin, secretariatToken);
  const all = [first];
  while (all.length < count) all.push(await signIn(origin, secretariatToken));
  return { first, all };
}

/** A link for a seat of the conference, and what its token is. */
export async function invite(
  { origin }: Pick<BenchServer, 'origin'>,
  secretariat: SignedIn,
  conference: ConferenceId,
  wish: { readonly seat: 'wall' | 'operator' | 'director' | 'viewer'; readonly bridgeId: string | null },
): Promise<{ readonly link: string; readonly token: string }> {
  const path = `${origin}/api/conferences/${conference}/invitations`;
  const response = await post(path, { ...wish, label: wish.seat }, secretariat.cookie);
  const { link } = z.object({ link: z.string() }).parse(await response.json());
  return { link, token: new URL(link).hash.slice(1) };
}

/** Resolves to the seq; a refusal ends the bench. */
export type Act = (command: Command) => Promise<number>;

export const actorOver =
  (origin: string, { cookie }: SignedIn, conference: ConferenceId): Act =>
  async (command) => {
    const envelope = { id: randomUUID(), conference, command };
    const response = await post(`${origin}/api/conferences/${conference}/commands`, envelope, cookie);
    const ack = commandAckSchema.parse(await response.json());
    if (!ack.ok) throw new Error(`${command.type} was refused: ${ack.code}`);
    return ack.seq;
  };

const post = (url: string, body: object, cookie: string): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) },
    body: JSON.stringify(body),
  });
