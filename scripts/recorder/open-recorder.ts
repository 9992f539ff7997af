import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPath, QUIET_FLAGS } from '../chromium.ts';

/** A page that nobody looks at must not be put to sleep, nor wait for a press before it hears. */
const UNATTENDED_FLAGS: readonly string[] = [
  ...QUIET_FLAGS,
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--mute-audio',
];

/** The recorded picture is as large as the window: nothing is scaled twice. */
const VIEWPORT = { width: 1_280, height: 720 } as const;

export interface OpenRecorder {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Of the browser, for whoever must end it hard. */
  readonly pid: number;
}

/** The recorder's page in a browser of its own; `profile` keeps what could not be sent, across crashes. */
export async function openRecorder(profile: string, link: string): Promise<OpenRecorder> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: [...UNATTENDED_FLAGS],
    viewport: VIEWPORT,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(link);
  await page.waitForURL(/\/c\/[^/]+\/recorder/);
  return { context, page, pid: pidOf(profile) };
}

/** Chromium writes who holds the profile into the name of a link: `<host>-<pid>`. */
const pidOf = (profile: string): number => Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
