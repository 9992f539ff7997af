import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fillCache, findInCache } from './binary-cache.ts';
import { type Finding, missed, type Search } from './finder.ts';
import { LIVEKIT_VERSION } from './livekit-version.ts';
import { runCommand } from './run-command.ts';

export const RELEASE_URL = `https://github.com/livekit/livekit/releases/download/v${LIVEKIT_VERSION}`;

/** Without the internet a name look-up may hang for half a minute: then the next way is tried long before. */
const FIRST_ANSWER_MS = 4_000;
const STALLED_MS = 10_000;

/** Releases exist for these; elsewhere LiveKit is built. */
const PLATFORMS: Readonly<Record<string, string>> = {
  'linux/x64': 'linux_amd64',
  'linux/arm64': 'linux_arm64',
  'linux/arm': 'linux_armv7',
};

export async function downloadRelease(search: Search): Promise<Finding> {
  const target = PLATFORMS[`${platform()}/${arch()}`];
  if (target === undefined) return missed('absent', `no release for ${platform()}/${arch()}`);
  const archive = `livekit_${LIVEKIT_VERSION}_${target}.tar.gz`;
  search.report('searching', null);
  try {
    const expected = await fetchChecksum(search, archive);
    const failure = await fillCache(search, (folder) => unpack(search, { archive, expected, folder }));
    return failure === null ? await findInCache(search) : missed('absent', `release: ${failure}`);
  } catch (error) {
    return missed('absent', `release: ${reasonOf(error)}`);
  }
}

async function fetchChecksum({ releaseUrl, signal }: Search, archive: string): Promise<string> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(FIRST_ANSWER_MS)]);
  const list = await (await fetchOk(`${releaseUrl}/checksums.txt`, within)).text();
  const line = list.split('\n').find((entry) => entry.trim().endsWith(` ${archive}`));
  const checksum = /^[0-9a-f]{64}(?= )/.exec(line ?? '')?.[0];
  if (checksum === undefined) throw new Error(`no checksum for ${archive}`);
  return checksum;
}

interface Download {
  readonly archive: string;
  readonly expected: string;
  readonly folder: string;
}

async function unpack(search: Search, { archive, expected, folder }: Download): Promise<string | null> {
  const file = join(folder, archive);
  const actual = await download(search, `${search.releaseUrl}/${archive}`, file);
  if (actual !== expected) return `checksum of ${archive} is wrong`;
  const { ok, detail } = await runCommand({
    command: 'tar',
    args: ['-xzf', archive, 'livekit-server'],
    cwd: folder,
    env: search.env,
    signal: search.signal,
  });
  await rm(file, { force: true });
  return ok ? null : detail;
}

/** Returns the SHA-256 of what arrived. */
async function download(search: Search, url: string, file: string): Promise<string> {
  const stalled = new AbortController();
  const watchdog = setTimeout(() => stalled.abort(new Error('the download stalled')), STALLED_MS);
  const signal = AbortSignal.any([search.signal, stalled.signal]);
  const hash = createHash('sha256');
  try {
    search.report('downloading', null);
    const response = await fetchOk(url, signal);
    const total = Number(response.headers.get('content-length'));
    let received = 0;
    const measured = async function* (chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of chunks) {
        watchdog.refresh();
        hash.update(chunk);
        received += chunk.length;
        search.report('downloading', total > 0 ? Math.min(1, received / total) : null);
        yield chunk;
      }
    };
    await pipeline(bodyOf(response), measured, createWriteStream(file), { signal });
    return hash.digest('hex');
  } finally {
    clearTimeout(watchdog);
  }
}

function bodyOf(response: Response): Readable {
  if (response.body === null) throw new Error('an empty answer');
  return Readable.from(response.body);
}

async function fetchOk(url: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { signal });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  return response;
}

/** fetch says only "fetch failed"; the cause says why. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
