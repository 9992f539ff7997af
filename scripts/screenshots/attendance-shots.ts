import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Bridge } from '../../shared/domain/bridges/bridge.ts';
import { dayOf, live, restOf } from './attendance-day.ts';
import { filledConference, writeSupplement } from './filled-conference.ts';
import { DESK, launch, openLink, PAPER, type Size, save, WALL } from './pages.ts';
import { qrCamera } from './qr-camera.ts';
import { RunningServer } from './running-server.ts';
import type { Secretary } from './secretary.ts';
import { shotWords } from './text.ts';

const DOOR: Size = { width: 1_024, height: 768 };
const PHONE: Size = { width: 390, height: 844 };
const TABLET: Size = { width: 768, height: 1_024 };
const HALL = 'An Giang';
const OTHER_HALL = 'Cà Mau';
const LONG_MS = 60_000;

/** Two conferences whose lists came from files, after the hour in which their halls filled. */
export async function attendanceShots(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'diem-cau-lists-'));
  const preload = new URL('./hurried-clock.mjs', import.meta.url).href;
  const server = await RunningServer.start({ port: '3178', demo: 'off', preload });
  const browser = await launch();
  try {
    const link = server.link('secretariat');
    const sector = await filledConference(link, 'sector', folder);
    const wide = await filledConference(link, 'sectorWide', folder);
    const days = [await dayOf(sector, 'sector'), await dayOf(wide, 'sectorWide')] as const;
    server.signal('SIGUSR2');
    await Promise.all([live(sector, days[0]), live(wide, days[1])]);
    await boardShots(browser, sector, wide);
    await deskShots(browser, link, { sector, wide, folder });
    await live(wide, await restOf(wide, 'sectorWide', days[1]));
    await wide.must({ type: 'certifyReadiness', tierNames: shotWords.tiers });
    await doorShots(sector, folder);
    await hallShots(browser, server.origin, sector);
    await paperShots(browser, link, sector, wide);
  } finally {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function boardShots(browser: Browser, sector: Secretary, wide: Secretary): Promise<void> {
  for (const [name, secretary] of [
    ['board-40', sector],
    ['board-2126', wide],
  ] as const) {
    const page = await openLink(browser, await secretary.link('wall'), WALL);
    await goTo(page, secretary, 'board');
    await page.locator('.board-map').waitFor();
    await save(page, name);
    await page.context().close();
  }
}

interface Lists {
  readonly sector: Secretary;
  readonly wide: Secretary;
  readonly folder: string;
}

async function deskShots(browser: Browser, link: string, { sector, wide, folder }: Lists): Promise<void> {
  const page = await openLink(browser, link, DESK);
  await goTo(page, wide, 'console');
  await page.locator('.console-totals').waitFor();
  await save(page, 'console-2126');
  await page.locator('.console-bridges header button').click();
  await page.locator('[data-tab="attendance"]').click();
  await save(page, 'console-2126-attendance');

  await goTo(page, sector, 'console');
  await page.locator('.console-bridges header button').click();
  await page.locator('[data-tab="lists"]').click();
  await page
    .locator('.lists-card input[type="file"]')
    .first()
    .setInputFiles(await writeSupplement('sector', folder));
  await page.locator('.lists-preview').waitFor({ timeout: LONG_MS });
  await save(page, 'import-preview');
  await page.context().close();
}

/** The tablet at the door: a badge of the hall before its camera, then one of another hall. */
async function doorShots(sector: Secretary, folder: string): Promise<void> {
  const [own, other] = [await bridgeNamed(sector, HALL), await bridgeNamed(sector, OTHER_HALL)];
  const [here, there] = [await firstBadge(sector, own), await firstBadge(sector, other)];
  const browser = await launch(qrCamera(folder, [`DC:${here}`, '', `DC:${there}`, '']));
  try {
    const page = await openLink(browser, await sector.link('kiosk', own.bridgeId), DOOR);
    for (const [kind, name] of [
      ['checkedIn', 'kiosk-checked-in'],
      ['wrongBridge', 'kiosk-wrong-bridge'],
    ] as const) {
      await page.locator(`.kiosk-result[data-kind="${kind}"]`).waitFor({ timeout: LONG_MS });
      await save(page, name);
    }
  } finally {
    await browser.close();
  }
}

async function hallShots(browser: Browser, origin: string, sector: Secretary): Promise<void> {
  const hall = await bridgeNamed(sector, HALL);
  const badge = await firstBadge(sector, hall);
  const phone = await openLink(browser, `${origin}/badge#${sector.conference}.${badge}`, PHONE);
  await phone.locator('.badge-facts').waitFor();
  await save(phone, 'badge-phone');
  const tablet = await openLink(browser, await sector.link('operator', hall.bridgeId), TABLET);
  await goTo(tablet, sector, `roll/${hall.bridgeId}`);
  await tablet.locator('.bridge-delegate').first().waitFor();
  await save(tablet, 'roll-tablet');
}

async function paperShots(browser: Browser, link: string, sector: Secretary, wide: Secretary): Promise<void> {
  const { bridgeId } = await bridgeNamed(sector, HALL);
  const page = await openLink(browser, link, PAPER);
  for (const [screen, name] of [
    ['badges', 'badge-sheet'],
    ['roll-sheet', 'roll-sheet'],
  ] as const) {
    await goTo(page, sector, `${screen}?bridge=${bridgeId}`);
    const sheet = page.locator('.print-sheet:not([aria-hidden])').first();
    await sheet.waitFor({ timeout: LONG_MS });
    await save(page, name, sheet);
  }
  await goTo(page, wide, 'certificate');
  await page.locator('.certificate-sheet').waitFor();
  await save(page, 'certificate', page.locator('.certificate-sheet'));
}

async function goTo(page: Page, { conference }: Secretary, screen: string): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/c/${conference}/${screen}`);
}

async function bridgeNamed(secretary: Secretary, name: string): Promise<Bridge> {
  const found = (await secretary.bridges()).find(({ shortName }) => shortName === name);
  if (found === undefined) throw new Error(`there is no bridge ${name}`);
  return found;
}

async function firstBadge(secretary: Secretary, { bridgeId }: Bridge): Promise<string> {
  const badge = (await secretary.delegates(bridgeId))[0]?.badge;
  if (badge == null) throw new Error('nobody there has a badge');
  return badge;
}
