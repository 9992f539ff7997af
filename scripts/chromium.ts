import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const APPLICATION = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The browser of this machine: the one named in CHROMIUM, else the first of the usual ones. */
export function chromiumPath(): string {
  const { CHROMIUM: named = '', PATH = '' } = process.env;
  if (named !== '') return named;
  const candidates = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const found = [...candidates, APPLICATION].find((path) => existsSync(path));
  if (found === undefined) throw new Error('Chromium is missing: install it, or name it in CHROMIUM');
  return found;
}

/** A browser that asks nobody outside and plays sound without a press, as a hall's PC is set up. */
export const QUIET_FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
];

/** A camera and a microphone of Chromium's own, and nobody who is asked. */
export const FAKE_DEVICE_FLAGS: readonly string[] = [
  '--use-fake-ui-for-media-stream',
  '--use-fake-device-for-media-stream',
];
