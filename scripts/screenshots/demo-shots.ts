import type { Browser, Page } from 'playwright-core';
import { runningRoll } from '../../shared/domain/attendance/roll-order.ts';
import { DESK, hasPicture, launch, openLink, type Size, save, WALL } from './pages.ts';
import { RunningServer } from './running-server.ts';
import { Secretary } from './secretary.ts';

const BRIDGES = '8';

interface Shot {
  readonly name: string;
  readonly seat: string;
  readonly size: Size;
  /** The screen of the conference, where it is not the seat's own. */
  readonly screen?: string;
  /** A picture is expected on the screen. */
  readonly picture: boolean;
}

const TABLET: Size = { width: 1_180, height: 820 };
const SHOTS: readonly Shot[] = [
  { name: 'console', seat: 'secretariat', size: DESK, picture: true },
  { name: 'bridge', seat: 'operator', size: WALL, picture: true },
  { name: 'wall', seat: 'wall', size: WALL, picture: true },
  { name: 'programme', seat: 'viewer', size: { width: 390, height: 844 }, picture: false },
  { name: 'chair', seat: 'chair', size: TABLET, picture: false },
  { name: 'announcer', seat: 'announcer', size: TABLET, picture: false },
  { name: 'clock', seat: 'wall', screen: 'clock', size: WALL, picture: false },
  { name: 'agenda', seat: 'moderator', screen: 'agenda', size: { width: 1_000, height: 1_414 }, picture: false },
];

/** The demo with bridges that send pictures: every screen that conducts or shows, and the roll call of the bridges. */
export async function demoShots(): Promise<void> {
  const server = await RunningServer.start({ port: '3177', demo: 'on' });
  const browser = await launch();
  try {
    server.run('scripts/demo-bridges/main.ts', [BRIDGES, 'central']);
    const pages = await Promise.all(SHOTS.map((shot) => open(browser, shot, server.link(shot.seat))));
    const [desk] = pages;
    if (desk !== undefined) await conduct(desk);
    for (const [index, { name, picture }] of SHOTS.entries()) {
      const page = pages[index];
      if (page === undefined) continue;
      if (picture) await hasPicture(page);
      await save(page, name);
    }
    // A roll call is not held over somebody's speech.
    await desk?.keyboard.press('F9');
    await callRoll(await Secretary.signIn(server.link('secretariat'), null));
    for (const name of ['console', 'wall']) {
      const page = pages[SHOTS.findIndex((shot) => shot.name === name)];
      if (page === undefined) continue;
      await hasPicture(page);
      await save(page, `roll-call-${name}`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

async function open(browser: Browser, { seat, size, screen }: Shot, link: string): Promise<Page> {
  const page = await openLink(browser, link, size);
  if (screen !== undefined) {
    await page.waitForURL(/\/c\//);
    await page.goto(page.url().replace(/(\/c\/[^/]+)\/.*$/, `$1/${screen}`));
  }
  if (seat !== 'secretariat') return page;
  const conference = page.locator('a[href$="/console"]').first();
  await conference.waitFor();
  await save(page, 'start');
  await conference.click();
  await page.waitForURL(/\/console$/);
  return page;
}

/** Three calls, so that the register, the queue and the clock show something of a day. */
async function conduct(desk: Page): Promise<void> {
  await hasPicture(desk);
  for (let call = 0; call < 3; call++) {
    await desk.keyboard.press('F8');
    await desk.waitForTimeout(6_000);
  }
}

/** The bridges that are on the line are called over; three have answered, and the fourth is on the wall. */
async function callRoll(secretary: Secretary): Promise<void> {
  const online = (await secretary.bridges()).filter(({ tier, link }) => tier === 1 && link.status === 'online');
  await secretary.must({ type: 'startRollCall', bridgeIds: online.map(({ bridgeId }) => bridgeId), holdMs: null });
  for (const [index, { bridgeId }] of online.slice(0, 4).entries()) {
    const current = runningRoll(await secretary.state())?.current?.bridgeId ?? null;
    await secretary.must({ type: 'callRoll', expectedBridgeId: current, bridgeId });
    if (index === 3) return;
    const answer = index === 1 ? 'silent' : 'heard';
    await secretary.must({ type: 'answerRoll', bridgeId, answer, present: 40 + 3 * index });
  }
}
