import { createServer } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Seat } from '../../shared/domain/actor.ts';
import { launchBrowser, type Misdeeds, watch } from '../support/browser.ts';
import { fullCommands } from '../support/full-commands.ts';
import { HostileConference, placeName } from '../support/hostile-conference.ts';
import { PAYLOADS } from '../support/hostile-text.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

const HALL = { width: 1_366, height: 768 };
/** Every screen of a conference, by the seat that opens it. */
const SCREENS: readonly (readonly [Seat, readonly string[]])[] = [
  ['secretariat', ['console', 'agenda', 'roll', 'roll-sheet', 'badges', 'certificate', 'after-action', 'library']],
  ['moderator', ['console']],
  ['chair', ['chair']],
  ['announcer', ['announcer']],
  ['director', ['director']],
  ['technician', ['lines']],
  ['secretary', ['minutes']],
  ['recorder', ['recorder']],
  ['operator', ['bridge', 'phone', 'camera', 'present', 'roll']],
  ['kiosk', ['kiosk']],
  ['wall', ['wall', 'programme', 'clock', 'board']],
  ['viewer', ['programme']],
];

/** Come from files, from a delegate's phone, or after the conference; all of them by the same fields of the same screens. */
const NOT_TYPED: ReadonlySet<string> = new Set([
  'importBridges',
  'addAgendaItems',
  'addDocument',
  'describeDocument',
  'giveFeedback',
  'reopenMinutes',
  'annulBallot',
]);

let server: TestServer;
let held: HostileConference;
let browser: Browser;

beforeAll(async () => {
  server = await startTestServer();
  held = await HostileConference.hold(server);
  browser = await launchBrowser({ devices: null });
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});

/** What an attack does where it is let: it speaks up, is reported, asks for something, or leaves its mark. */
interface Harm extends Misdeeds {
  readonly dialogs: string[];
  readonly reports: string[];
  readonly asked: string[];
}

async function open(origin: string): Promise<{ readonly page: Page; readonly harm: Harm }> {
  const context = await browser.newContext({ viewport: HALL });
  const harm: Harm = { ...(await watch(context, origin)), dialogs: [], reports: [], asked: [] };
  context.on('request', (request) => {
    if (request.url().includes('hostile')) harm.asked.push(request.url());
  });
  context.on('dialog', (dialog) => {
    harm.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await context.exposeFunction('noteReport', (report: string) => void harm.reports.push(report));
  await context.addInitScript(reportViolations);
  return { page: await context.newPage(), harm };
}

/** Runs in the page. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
    const note: unknown = Reflect.get(window, 'noteReport');
    if (typeof note === 'function') Reflect.apply(note, undefined, [`${effectiveDirective} ${blockedURI} ${sample}`]);
  });
}

const hasRun = (page: Page): Promise<boolean> => page.evaluate(() => 'ran' in window || 'ran' in window.parent);
const NOTHING = { outside: [], errors: [], dialogs: [], reports: [], asked: [] };

/** Nothing is wider than the page; a wall shows all of itself. */
const overflow = (page: Page): Promise<{ readonly across: number; readonly down: number }> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return { across: scrollWidth - clientWidth, down: scrollHeight - clientHeight };
  });

async function settled(page: Page): Promise<string> {
  await page.waitForLoadState('networkidle', { timeout: 15_000 }).catch(() => undefined);
  await page.waitForFunction(() => document.body.innerText.trim().length > 0, undefined, { timeout: 15_000 });
  return page.evaluate(() => document.body.innerText);
}

describe('a conference in which every text is an attack', () => {
  test('[INP10] every text that a command takes is in it, but for those that are read from files or from phones', () => {
    const all = fullCommands().flatMap(({ command, places }) => places.map(({ path }) => placeName(command, path)));
    const missing = [...new Set(all)].filter((place) => !held.written.has(place));
    expect(missing.filter((place) => !NOT_TYPED.has(place.split('.')[0] ?? ''))).toEqual([]);
  });

  test.each(SCREENS)(
    '[INP11] the screens of the seat %s show it and do nothing of what it says',
    async (seat, screens) => {
      const isOfBridge = seat === 'operator' || seat === 'kiosk';
      const { token } = await server.mint({ seat, conference: held.id, bridgeId: isOfBridge ? held.hall : null });
      const { page, harm } = await open(server.origin);
      await page.goto(`${server.origin}/join#${token}`);
      await page.waitForURL(/\/c\//);
      let shown = '';
      for (const screen of screens) {
        if (!page.url().includes(`/${screen}`)) await page.goto(`${server.origin}/c/${held.id}/${screen}`);
        shown += await settled(page);
        expect([screen, await hasRun(page)]).toEqual([screen, false]);
        expect([screen, (await overflow(page)).across]).toEqual([screen, 0]);
        const pushedDown = screen === 'wall' ? (await overflow(page)).down : 0;
        expect([screen, pushedDown]).toEqual([screen, 0]);
      }
      expect(harm).toEqual(NOTHING);
      expect(
        PAYLOADS.some((payload) => shown.includes(payload.slice(0, 12))),
        shown.slice(0, 500),
      ).toBe(true);
    },
  );
});

test('[INP12] on a page that lets it in the same look finds each of them', async () => {
  const careless = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(request.url === '/' ? `<!doctype html><body>${PAYLOADS.slice(0, 3).join('')}` : '');
  });
  await new Promise<void>((resolve) => careless.listen(0, '127.0.0.1', resolve));
  const address = careless.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const { page, harm } = await open(origin);
  await page.goto(origin);
  await settled(page).catch(() => undefined);
  expect(await hasRun(page)).toBe(true);
  expect(harm.dialogs.length).toBeGreaterThan(0);
  expect(harm.asked.length).toBeGreaterThan(0);
  careless.close();
});
