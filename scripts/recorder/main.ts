/**
 * `npm run recorder -- <link>`: the recorder's page in a browser without a window, opened again whatever becomes of it.
 * Runs on the server's machine or on any other that reaches it.
 */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromiumPath } from '../chromium.ts';
import { type OpenRecorder, openRecorder } from './open-recorder.ts';
import { recorderLines } from './text.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const AGAIN_SECONDS = 5;
const LOOK_MS = 10_000;
/** The page may be opening, or the server away for a while: that it says nothing for so long is a fault of its own. */
const SILENT_LOOKS = 6;

const say = (line: string): void => console.log(line);

/** One profile a server: what one could not take is not for the other. */
function profileFor(link: string): string {
  const name = createHash('sha256').update(new URL(link).origin).digest('hex').slice(0, 12);
  const folder = join(ROOT, '.cache', 'recorder', name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Resolves when the browser is gone, the page has crashed, or it has shown nothing for a minute. */
async function watch({ context, page }: OpenRecorder, signal: AbortSignal): Promise<void> {
  const gone = new AbortController();
  page.on('crash', () => gone.abort());
  context.on('close', () => gone.abort());
  const over = AbortSignal.any([gone.signal, signal]);
  for (let silent = 0; silent < SILENT_LOOKS && !over.aborted; ) {
    await pause(LOOK_MS, undefined, { signal: over }).catch(() => undefined);
    const shown = await page
      .locator('.recorder .wall-program')
      .count()
      .catch(() => 0);
    silent = shown > 0 ? 0 : silent + 1;
  }
}

async function run(link: string, signal: AbortSignal): Promise<void> {
  const profile = profileFor(link);
  while (!signal.aborted) {
    const opened = await openRecorder(profile, link).catch(() => null);
    if (opened !== null) {
      say(recorderLines.opened(opened.pid));
      await watch(opened, signal);
      await opened.context.close().catch(() => undefined);
    }
    if (signal.aborted) return;
    say(recorderLines.again(AGAIN_SECONDS));
    await pause(AGAIN_SECONDS * 1_000, undefined, { signal }).catch(() => undefined);
  }
}

function refuse(line: string): void {
  console.error(line);
  process.exitCode = 1;
}

function hasChromium(): boolean {
  try {
    return chromiumPath() !== '';
  } catch {
    return false;
  }
}

const [link = ''] = process.argv.slice(2);
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ending.abort());
if (!/^https?:\/\/[^/]+\/join#.+/.test(link)) refuse(recorderLines.usage);
else if (!hasChromium()) refuse(recorderLines.noChromium);
else await run(link, ending.signal);
