import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function findChromium(): string {
  const { CHROMIUM: named = '', PATH = '' } = process.env;
  if (named !== '') return named;
  const candidates = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = candidates.find(existsSync);
  if (found === undefined) throw new Error('Chromium is not on the PATH: install it, or name it in CHROMIUM');
  return found;
}

/** One browser for all pages of the bench, each in a context of its own, as if each stood in another hall. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: findChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  });

const PAGE_SCRIPT = fileURLToPath(new URL('./page.mjs', import.meta.url));

export interface PageOptions {
  /** What its microphone hears, in hertz; one of those that page.mjs knows. */
  readonly pitch?: number;
  readonly cookie?: { readonly name: string; readonly value: string; readonly url: string };
}

export async function openPage(browser: Browser, { pitch, cookie }: PageOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  if (cookie !== undefined) await context.addCookies([cookie]);
  const sound = pitch === undefined ? '' : `soundAs(${pitch});`;
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
