import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { binaryProgram, type Finder, type Finding, missed, type Search } from './finder.ts';
import { LIVEKIT_VERSION, versionOf } from './livekit-version.ts';
import { withLock } from './with-lock.ts';

const BINARY = 'livekit-server';
const UNFINISHED = '.unfinished';
const ABANDONED_AFTER_MS = 3_600_000;

export async function findInCache({ cacheDir, signal }: Search): Promise<Finding> {
  const binary = join(cacheDir, BINARY);
  const version = await versionOf(binary, signal);
  if (version === LIVEKIT_VERSION) return { found: true, program: binaryProgram(binary) };
  return missed('absent', version === null ? 'nothing in the cache' : `version ${version} in the cache is another one`);
}

/** One server at a time fills the cache; another one that waited takes what the first has made. */
export function oncePerCache(finder: Finder): Finder {
  return async (search) => {
    await mkdir(search.cacheDir, { recursive: true });
    return withLock(join(search.cacheDir, 'lock'), search.signal, async () => {
      const cached = await findInCache(search);
      return cached.found ? cached : finder(search);
    });
  };
}

/** `make` writes into a folder of its own, and only a binary that runs is moved to its place in one step. */
export async function fillCache(
  { cacheDir, signal }: Search,
  make: (folder: string) => Promise<string | null>,
): Promise<string | null> {
  await removeAbandoned(cacheDir);
  const folder = join(cacheDir, `${randomUUID()}${UNFINISHED}`);
  await mkdir(folder);
  try {
    const failure = await make(folder);
    if (failure !== null) return failure;
    const made = join(folder, BINARY);
    const version = await versionOf(made, signal);
    if (version !== LIVEKIT_VERSION) return `the new binary says version ${version}, not ${LIVEKIT_VERSION}`;
    await rename(made, join(cacheDir, BINARY));
    return null;
  } finally {
    // What was just killed may still be closing its files.
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** A server that was killed while it filled the cache leaves its folder behind. */
async function removeAbandoned(cacheDir: string): Promise<void> {
  for (const name of await readdir(cacheDir)) {
    if (!name.endsWith(UNFINISHED)) continue;
    const folder = join(cacheDir, name);
    const { mtimeMs } = await stat(folder);
    if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) await rm(folder, { recursive: true, force: true });
  }
}
