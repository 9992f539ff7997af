import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { Commander } from '../commander.ts';
import { type Latency, latencyOf, rounded } from '../figures.ts';
import { launchChromium } from '../media/browser.ts';
import { type BenchServer, invite, type SignedIn, signIn, signInMany, startServer } from '../server-process.ts';
import { createNation, type Nation } from './nation.ts';

/** What one screen went through while every bridge reported. */
export interface ScreenFigures {
  readonly screen: string;
  /** Of the whole minute, and of the one that follows the loading. */
  readonly updatesPerSecond: number;
  readonly longestTaskMs: number;
  /** While it loaded: a whole country at once. */
  readonly loadingTaskMs: number;
}

export interface ReportsFigures {
  readonly bridges: number;
  readonly seconds: number;
  readonly reportsPerSecond: number;
  /** From the report to its acknowledgement, in milliseconds. */
  readonly acknowledged: Latency;
  readonly screens: readonly ScreenFigures[];
}

/** Central bridge, 40 of the first tier, communes: the largest conference so far. */
const BRIDGES = 31_000;
const SECONDS = 60;
/** Each sign-in has limits of its own, as each hall has: ten commands a second. */
const SIGN_INS = 64;

/** Fewer than all to try it out: they report in as much less time. */
export async function benchReports(bridges = BRIDGES): Promise<ReportsFigures> {
  const server = await startServer({ media: false });
  try {
    const { first, all } = await signInMany(server, SIGN_INS);
    const nation = await createNation(server.origin, first, bridges);
    const browser = await launchChromium();
    try {
      const wall = await invite(server, first, nation.id, { seat: 'wall', bridgeId: null });
      const pages = [
        await openScreen(await browser.newContext({ viewport: { width: 1440, height: 900 } }), {
          name: 'console',
          server,
          signedIn: first,
          nation,
        }),
        await openScreen(await browser.newContext({ viewport: { width: 1920, height: 1080 } }), {
          name: 'board',
          server,
          signedIn: await signIn(server.origin, wall.token),
          nation,
        }),
      ];
      return await measure(server, all, nation, pages);
    } finally {
      await browser.close();
    }
  } finally {
    await server.close();
  }
}

interface Screen {
  readonly name: string;
  readonly page: Page;
  readonly loadingTaskMs: number;
  /** Frames with a patch that came in since it was last asked. */
  readonly takeFrames: () => number;
}

interface Opening {
  readonly name: 'console' | 'board';
  readonly server: BenchServer;
  readonly signedIn: SignedIn;
  readonly nation: Nation;
}

const LONG_TASKS = `
  globalThis.longestTask = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longestTask = Math.max(globalThis.longestTask, duration);
  }).observe({ type: 'longtask', buffered: true });
`;

async function openScreen(
  context: { newPage: () => Promise<Page>; addCookies: (cookies: Cookie[]) => Promise<void> },
  { name, server: { origin }, signedIn, nation }: Opening,
): Promise<Screen> {
  const [cookie = '', value = ''] = signedIn.cookie.split('=');
  await context.addCookies([{ name: cookie, value, url: origin }]);
  const page = await context.newPage();
  await page.addInitScript(LONG_TASKS);
  let frames = 0;
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      if (payload.includes('"patch"')) frames += 1;
    }),
  );
  await page.goto(`${origin}/c/${nation.id}/${name}`);
  await page.locator('main, [data-screen], #root > *').first().waitFor();
  await pause(SETTLE_MS);
  const loadingTaskMs = await takeLongestTask(page);
  const takeFrames = (): number => {
    const taken = frames;
    frames = 0;
    return taken;
  };
  return { name, page, loadingTaskMs, takeFrames };
}

interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly url: string;
}

const SETTLE_MS = 8_000;

async function takeLongestTask(page: Page): Promise<number> {
  const longest = await page.evaluate(
    '(() => { const longest = globalThis.longestTask; globalThis.longestTask = 0; return longest; })()',
  );
  return rounded(z.number().parse(longest));
}

async function measure(
  server: BenchServer,
  signedIn: readonly SignedIn[],
  nation: Nation,
  screens: readonly Screen[],
): Promise<ReportsFigures> {
  for (const { takeFrames } of screens) takeFrames();
  const start = performance.now();
  const samples = await reportAll(server, signedIn, nation);
  const seconds = (performance.now() - start) / 1_000;
  return {
    bridges: nation.bridges.length,
    seconds: rounded(seconds),
    reportsPerSecond: Math.round(samples.length / seconds),
    acknowledged: latencyOf(samples),
    screens: await Promise.all(
      screens.map(async ({ name, page, loadingTaskMs, takeFrames }) => ({
        screen: name,
        updatesPerSecond: rounded(takeFrames() / seconds),
        longestTaskMs: await takeLongestTask(page),
        loadingTaskMs,
      })),
    ),
  };
}

/** Every bridge once, spread over the minute as evenly as the sign-ins can. */
async function reportAll(
  { origin }: BenchServer,
  signedIn: readonly SignedIn[],
  { id, bridges }: Nation,
): Promise<number[]> {
  const samples: number[] = [];
  const start = performance.now();
  await Promise.all(
    signedIn.map(async ({ cookie }, lane) => {
      const commander = await Commander.open(origin, cookie);
      for (let i = lane; i < bridges.length; i += signedIn.length) {
        const due = start + (i / BRIDGES) * SECONDS * 1_000;
        await pause(Math.max(0, due - performance.now()));
        const bridgeId = bridges[i];
        if (bridgeId === undefined) break;
        const sent = performance.now();
        await commander.act(id, {
          type: 'reportHeadcount',
          bridgeId,
          expectedRevision: 0,
          categories: [
            { category: 'Đại biểu', expected: 62, onSite: 60, online: 0, absentExcused: 2, absentUnexcused: 0 },
          ],
          signedBy: null,
          note: null,
          accepting: [],
        });
        samples.push(performance.now() - sent);
      }
      commander.close();
    }),
  );
  return samples;
}
