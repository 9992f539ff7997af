import { rm, stat, utimes, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const BEAT_MS = 2_000;
const STALE_AFTER_MS = 15_000;
const RETRY_MS = 500;

/**
 * Spares a second server the work, no more: the file is renewed while it is held, and one that went stale
 * (its holder was killed) is taken over, in the worst case by two. Nothing may depend on it for correctness.
 */
export async function withLock<T>(file: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  while (!(await tryToTake(file))) {
    if (await isStale(file)) await rm(file, { force: true });
    else await pause(RETRY_MS, undefined, { signal });
  }
  const beat = setInterval(() => void renew(file), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(file, { force: true });
  }
}

async function tryToTake(file: string): Promise<boolean> {
  try {
    await writeFile(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function isStale(file: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(file)).mtimeMs > STALE_AFTER_MS;
  } catch {
    return true;
  }
}

async function renew(file: string): Promise<void> {
  const now = new Date();
  await utimes(file, now, now).catch(() => undefined);
}
