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

/** What shows a conference that is over and was reopened. */
const AFTERWARDS = ['console', 'after-action', 'minutes', 'library'] as const;

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
  // A page that is still signing in or loading shows nothing of the conference yet.
  await page.waitForFunction(() => !/^(?:Đang (?:tải|đăng nhập)|$)/.test(document.body.innerText.trim()), undefined, {
    timeout: 15_000,
  });
  return page.evaluate(() => document.body.innerText);
}

describe('a conference in which every text is an attack', () => {
  test.each(SCREENS)(
    '[INP11] the screens of the seat %s show it and do nothing of what it says',
    async (seat, screens) => {
      expect(await harmOn(seat, screens)).toEqual(NOTHING);
    },
  );

  test('[INP11] the handbook on a delegate’s phone shows it and does nothing of what it says', async () => {
    const { page, harm } = await open(server.origin);
    await page.goto(`${server.origin}/s/${held.id}#${held.badge}`);
    await page.getByRole('tab').or(page.locator('nav button')).first().waitFor();
    let shown = await settled(page);
    for (const tab of await page.getByRole('tab').or(page.locator('nav button')).all()) {
      await tab.click();
      shown += await settled(page);
      expect(await hasRun(page)).toBe(false);
      expect((await overflow(page)).across).toBe(0);
    }
    expectShown(shown);
    expect(harm).toEqual(NOTHING);
  });

  test('[INP11] after it was closed, signed and reopened its screens do nothing of what it says', async () => {
    await held.close();
    expect(await harmOn('secretariat', AFTERWARDS)).toEqual(NOTHING);
  });

  // Last: what can be said only afterwards is in it by now.
  test('[INP10] every text that a command takes is in it', () => {
    const all = fullCommands().flatMap(({ command, places }) => places.map(({ path }) => placeName(command, path)));
    expect(all.length).toBeGreaterThan(100);
    expect([...new Set(all)].filter((place) => !held.written.has(place))).toEqual([]);
  });
});

async function harmOn(seat: Seat, screens: readonly string[]): Promise<Harm> {
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
  expectShown(shown);
  return harm;
}

function expectShown(shown: string): void {
  expect(
    PAYLOADS.some((payload) => shown.includes(payload.slice(0, 12))),
    shown.slice(0, 500),
  ).toBe(true);
}

describe('the policy of every page', () => {
  /** What a fault in a library would do with a text: each is tried by the page itself. */
  const tried = (page: Page): Promise<Readonly<Record<string, string>>> =>
    page.evaluate(() => {
      const outcome = (act: () => unknown): string => {
        try {
          act();
          return 'done';
        } catch (fault) {
          return fault instanceof Error ? fault.name : 'thrown';
        }
      };
      const element = document.createElement('div');
      const script = document.createElement('script');
      return {
        markup: outcome(() => Reflect.set(element, 'innerHTML', '<b>x</b>') && element.firstElementChild?.tagName),
        program: outcome(() => Reflect.set(script, 'text', 'window.ran = 1')),
        address: outcome(() => Reflect.set(script, 'src', '/assets/other.js')),
        worker: outcome(() => new Worker('/api/file.js')),
        'own worker': outcome(() => new Worker('/handbook-worker.js').terminate()),
      };
    });
  const REFUSED = { markup: 'TypeError', program: 'TypeError', address: 'TypeError', worker: 'TypeError' };

  test('[THR7] no text becomes markup, a program or its address, but for the two files that are named', async () => {
    const { page } = await open(server.origin);
    for (const path of ['/', `/s/${held.id}`, `/c/${held.id}/kiosk`]) {
      await page.goto(`${server.origin}${path}`);
      await settled(page);
      expect([path, await tried(page)]).toEqual([path, { ...REFUSED, 'own worker': 'done' }]);
    }
  });

  test('[THR7] on a page without the policy each of them is done', async () => {
    const careless = createServer((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end('<!doctype html><body>x');
    });
    await new Promise<void>((resolve) => careless.listen(0, '127.0.0.1', resolve));
    const address = careless.address();
    const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
    const { page } = await open(origin);
    await page.goto(origin);
    expect(Object.values(await tried(page))).toEqual(['done', 'done', 'done', 'done', 'done']);
    careless.close();
  });
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
