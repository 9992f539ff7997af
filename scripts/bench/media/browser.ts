import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumPath, FAKE_DEVICE_FLAGS, QUIET_FLAGS } from '../../chromium.ts';

/** One browser for all pages of the bench, each in a context of its own, as if each stood in another hall. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    args: [...QUIET_FLAGS, ...FAKE_DEVICE_FLAGS],
  });

const PAGE_SCRIPT = fileURLToPath(new URL('./page.mjs', import.meta.url));

export interface PageOptions {
  /** What its microphone hears, in hertz: one of the pitches that page.mjs knows; null: it has none. */
  readonly pitch: number | null;
  readonly cookie: { readonly name: string; readonly value: string; readonly url: string } | null;
}

export async function openPage(browser: Browser, { pitch, cookie }: PageOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  if (cookie !== null) await context.addCookies([cookie]);
  const sound = pitch === null ? '' : `soundAs(${pitch});`;
  await context.addInitScript(`(() => { ${readFileSync(PAGE_SCRIPT, 'utf8')} ${sound} })()`);
  return context.newPage();
}

const ANSWER_WITHIN_MS = 20_000;

/** An expression in the page; what comes back is unknown until it is parsed. */
export async function run(page: Page, expression: string): Promise<unknown> {
  const late = pause(ANSWER_WITHIN_MS, undefined, { ref: false }).then(() => {
    throw new Error(`the page did not answer: ${expression}`);
  });
  return Promise.race([page.evaluate(`Promise.resolve(${expression})`), late]);
}
