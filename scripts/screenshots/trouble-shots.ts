import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import type { Browser, Page } from 'playwright-core';
import { mountSmallDisk, type SmallDisk } from '../small-disk.ts';
import { HALL, launch, openLink, PHONE, type Size, save, TABLET, WALL } from './pages.ts';
import { RunningServer } from './running-server.ts';
import { Secretary } from './secretary.ts';
import { shotWords } from './text.ts';

const DISK_MB = 192;
const LOOK = { timeout: 60_000 };

interface Place {
  readonly seat: string;
  readonly size: Size;
  /** The screen, where it is not the seat's own. */
  readonly screen?: string;
  /** A wall says nothing of it. */
  readonly silent?: boolean;
}

const PLACES = {
  console: { seat: 'secretariat', size: WALL },
  chair: { seat: 'chair', size: TABLET },
  bridge: { seat: 'operator', size: HALL },
  phone: { seat: 'operator', size: PHONE, screen: 'phone' },
  wall: { seat: 'wall', size: WALL, silent: true },
} as const satisfies Record<string, Place>;
type Pages = ReadonlyMap<string, Page>;

/** What people see when the machine's clock is set, the disk is full, and the journal is not what was written. */
export async function troubleShots(): Promise<void> {
  const disk = mountSmallDisk(DISK_MB);
  const preload = fileURLToPath(new URL('set-clock.mjs', import.meta.url));
  const server = await RunningServer.start({ port: '3180', demo: 'on', preload, dataDir: disk.path });
  const browser = await launch();
  try {
    const secretary = await Secretary.signIn(server.link('secretariat'), null);
    const pages = await openAll(browser, server, secretary);
    await clockShots(server, pages);
    await diskShots(disk, secretary, pages);
    await damageShots(server, secretary, pages);
  } finally {
    await browser.close();
    await server.close();
    disk.remove();
  }
}

async function openAll(browser: Browser, server: RunningServer, secretary: Secretary): Promise<Pages> {
  const pages = new Map<string, Page>();
  for (const [name, place] of Object.entries(PLACES)) pages.set(name, await open(browser, server, secretary, place));
  return pages;
}

async function open(browser: Browser, server: RunningServer, { conference }: Secretary, place: Place): Promise<Page> {
  const page = await openLink(browser, server.link(place.seat), place.size);
  const screen = place.seat === 'secretariat' ? 'console' : place.screen;
  if (screen !== undefined) await page.goto(`${server.origin}/c/${conference}/${screen}`);
  await page.waitForURL(/\/c\//u);
  return page;
}

async function clockShots(server: RunningServer, pages: Pages): Promise<void> {
  server.signal('SIGUSR2');
  const page = pages.get('console');
  if (page === undefined) return;
  // The staff alone is told.
  const notice = page.locator('.notice[data-tone="look"]').first();
  await notice.waitFor(LOOK);
  await save(page, 'clock-set-console');
  // What comes next is another picture.
  await notice.waitFor({ state: 'detached', ...LOOK });
}

async function diskShots(disk: SmallDisk, secretary: Secretary, pages: Pages): Promise<void> {
  disk.fill();
  // Refused, as it must be: that is what tells everybody.
  await secretary
    .must({ type: 'messageBridges', to: { kind: 'all' }, text: shotWords.refused, answers: [] })
    .catch(() => undefined);
  await bandShots(pages, 'disk-full', ['console', 'bridge', 'phone', 'chair', 'wall']);
  disk.free();
  for (const page of pages.values()) await page.locator('.journal-band').waitFor({ state: 'detached', ...LOOK });
}

async function damageShots(server: RunningServer, { conference }: Secretary, pages: Pages): Promise<void> {
  await server.restart(() => alterLine(join(server.dataDir, 'journal.sqlite'), conference));
  await bandShots(pages, 'journal-damaged', ['console', 'bridge', 'phone', 'chair', 'wall']);
}

async function bandShots(pages: Pages, what: string, names: readonly (keyof typeof PLACES)[]): Promise<void> {
  for (const name of names) {
    const page = pages.get(name);
    if (page === undefined) continue;
    const place: Place = PLACES[name];
    if (place.silent !== true) await page.locator('.journal-band').waitFor(LOOK);
    await save(page, `${what}-${name}`);
  }
}

/** Somebody with the file and a tool, past the triggers: one letter of one line. */
function alterLine(file: string, conference: string): void {
  const db = new Database(file);
  db.exec('DROP TRIGGER event_is_never_changed');
  db.prepare("UPDATE event SET body = replace(body, substr(body, 20, 1), 'Z') WHERE conference = ? AND seq = 12").run(
    conference,
  );
  db.close();
}
