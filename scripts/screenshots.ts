/**
 * `npm run screenshots`: the demo with eight bridges that send pictures, every screen at its intended size, into
 * docs/screenshots. What is shown there is what the product draws; nothing is retouched.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { serverLines } from '../server/text.ts';
import { chromiumPath, FAKE_DEVICE_FLAGS, QUIET_FLAGS } from './chromium.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = join(ROOT, 'docs', 'screenshots');
const PORT = '3177';
const BRIDGES = '8';
interface Shot {
  readonly name: string;
  readonly seat: string;
  readonly width: number;
  readonly height: number;
  /** The screen of the conference, where it is not the seat's own. */
  readonly screen?: string;
  /** A picture is expected on the screen. */
  readonly picture: boolean;
}

const SHOTS: readonly Shot[] = [
  { name: 'console', seat: 'secretariat', width: 1440, height: 900, picture: true },
  { name: 'bridge', seat: 'operator', width: 1920, height: 1080, picture: true },
  { name: 'wall', seat: 'wall', width: 1920, height: 1080, picture: true },
  { name: 'programme', seat: 'viewer', width: 390, height: 844, picture: false },
  { name: 'chair', seat: 'chair', width: 1180, height: 820, picture: false },
  { name: 'announcer', seat: 'announcer', width: 1180, height: 820, picture: false },
  { name: 'clock', seat: 'wall', screen: 'clock', width: 1920, height: 1080, picture: false },
  { name: 'agenda', seat: 'moderator', screen: 'agenda', width: 1000, height: 1414, picture: false },
];

const children: ChildProcess[] = [];

function run(script: string, args: readonly string[], dataDir: string): ChildProcess {
  const env = { ...process.env, PORT, DATA_DIR: dataDir, DEMO: 'on', LOG_LEVEL: 'warn' };
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return child;
}

/** The sign-in links that the server prints, by seat, once LiveKit is ready. */
async function startServer(dataDir: string): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  const server = run('server/main.ts', [], dataDir);
  if (server.stdout === null) throw new Error('the server has no output');
  const lines = createInterface({ input: server.stdout });
  return new Promise((resolve, reject) => {
    lines.on('close', () => reject(new Error('the server ended before it was ready')));
    lines.on('line', (line) => {
      const [seat, link] = line.split('\t');
      if (seat !== undefined && link !== undefined) links.set(seat, link);
      if (line === serverLines.livekit.ready) resolve(links);
    });
  });
}

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null) await once(child, 'exit');
};

async function open(
  browser: Browser,
  { seat, width, height, screen }: Shot,
  links: ReadonlyMap<string, string>,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
  });
  const page = await context.newPage();
  await page.goto(links.get(seat) ?? 'about:blank');
  await page.waitForURL((url) => url.pathname !== '/join');
  if (screen !== undefined) {
    await page.waitForURL(/\/c\//);
    await page.goto(page.url().replace(/(\/c\/[^/]+)\/.*$/, `$1/${screen}`));
  }
  if (seat !== 'secretariat') return page;
  const conference = page.locator('a[href$="/console"]').first();
  await conference.waitFor();
  await page.screenshot({ path: join(FOLDER, 'start.png') });
  await conference.click();
  await page.waitForURL(/\/console$/);
  return page;
}

const hasPicture = (page: Page): Promise<void> =>
  page.locator('video[data-flowing="true"]').filter({ visible: true }).first().waitFor({ timeout: 60_000 });

async function main(): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'diem-cau-shots-'));
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...QUIET_FLAGS, ...FAKE_DEVICE_FLAGS],
  });
  try {
    const links = await startServer(dataDir);
    run('scripts/demo-bridges/main.ts', [BRIDGES, 'central'], dataDir);
    const pages = await Promise.all(SHOTS.map(async (shot) => ({ shot, page: await open(browser, shot, links) })));
    const conducting = pages[0]?.page;
    if (conducting !== undefined) await hasPicture(conducting);
    // Three calls, so that the register, the queue and the clock show something of a day.
    for (let call = 0; call < 3; call++) {
      await conducting?.keyboard.press('F8');
      await conducting?.waitForTimeout(6_000);
    }
    for (const { shot, page } of pages) {
      if (shot.picture) await hasPicture(page);
      await page.waitForTimeout(1_500);
      await page.screenshot({ path: join(FOLDER, `${shot.name}.png`) });
      console.log(`docs/screenshots/${shot.name}.png`);
    }
  } finally {
    await browser.close();
    for (const child of children.toReversed()) child.kill('SIGINT');
    await Promise.all(children.map(ended));
    rmSync(dataDir, { recursive: true, force: true });
  }
}

await main();
