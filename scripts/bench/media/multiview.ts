import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { z } from 'zod';
import { type Bridge, bridgesInOrder } from '../../../shared/domain/bridges/bridge.ts';
import { snapshotSchema } from '../../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../../shared/protocol/state-codec.ts';
import { type DemoBridge, startDemoBridge } from '../../demo-bridges/demo-bridge.ts';
import { ServerHttp } from '../../demo-bridges/server-http.ts';
import { startSignallingRelay } from '../../demo-bridges/signalling-relay.ts';
import { createBenchConference } from '../bench-conference.ts';
import { rounded } from '../figures.ts';
import { type BenchServer, invite, type SignedIn, signIn } from '../server-process.ts';
import { openPage, run } from './browser.ts';

export interface MultiviewFigures {
  readonly tiles: number;
  /** Main-thread time in milliseconds a second. */
  readonly mainThreadMs: number;
  readonly framesPerSecond: number;
  readonly droppedPerSecond: number;
}

const TILES = 16;
const OVER_MS = 15_000;
const FLOWING_MS = 60_000;
const BETWEEN_BRIDGES_MS = 150;

const picturesSchema = z.object({ flowing: z.int(), frames: z.number(), dropped: z.number() });

/** The director's screen with sixteen live halls on one page of its multiview. */
export async function benchMultiview(browser: Browser, server: BenchServer): Promise<MultiviewFigures> {
  const secretariat = await signIn(server.origin, server.secretariatToken);
  const conference = await createBenchConference(server.origin, secretariat);
  const http = new ServerHttp(server.origin, undefined);
  const relay = await startSignallingRelay(server.origin, undefined);
  const bridges: DemoBridge[] = [];
  try {
    for (const [index, bridge] of (await hallsOf(server, secretariat, conference.id)).slice(0, TILES).entries()) {
      const { token } = await invite(server, secretariat, conference.id, {
        seat: 'operator',
        bridgeId: bridge.bridgeId,
      });
      const operator = await http.signIn(token);
      const say = () => undefined;
      bridges.push(startDemoBridge({ http, relay, conference: conference.id, bridge, index, operator, say }));
      await pause(BETWEEN_BRIDGES_MS);
    }
    const { token } = await invite(server, secretariat, conference.id, { seat: 'director', bridgeId: null });
    const page = await openDirector(browser, await signIn(server.origin, token), server.origin);
    await untilFlowing(page);
    return await measure(page);
  } finally {
    await Promise.all(bridges.map((bridge) => bridge.close()));
    await relay.close();
  }
}

async function hallsOf({ origin }: BenchServer, { cookie }: SignedIn, conference: string): Promise<readonly Bridge[]> {
  const response = await fetch(`${origin}/api/conferences/${conference}/snapshot?stream=staff`, {
    headers: { cookie },
  });
  const { state } = snapshotSchema.parse(await response.json());
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border: our own server wrote it with state-codec.ts
  return bridgesInOrder(decodeState(state as EncodedState).bridges);
}

async function openDirector(browser: Browser, { cookie, screen }: SignedIn, origin: string): Promise<Page> {
  const [name = '', value = ''] = cookie.split('=');
  const page = await openPage(browser, { pitch: null, cookie: { name, value, url: origin } });
  await page.setViewportSize({ width: 1_920, height: 1_080 });
  await page.goto(`${origin}${screen}`);
  return page;
}

const picturesOf = async (page: Page) => picturesSchema.parse(await run(page, 'pictures()'));

async function untilFlowing(page: Page): Promise<void> {
  for (const end = Date.now() + FLOWING_MS; Date.now() < end; await pause(500)) {
    if ((await picturesOf(page)).flowing >= TILES) return;
  }
  throw new Error('the multiview never showed all its halls');
}

async function measure(page: Page): Promise<MultiviewFigures> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const [before, busyBefore] = [await picturesOf(page), await taskSeconds(session)];
  await pause(OVER_MS);
  const [after, busyAfter] = [await picturesOf(page), await taskSeconds(session)];
  const seconds = OVER_MS / 1_000;
  return {
    tiles: TILES,
    mainThreadMs: rounded(((busyAfter - busyBefore) * 1_000) / seconds),
    framesPerSecond: rounded((after.frames - before.frames) / seconds),
    droppedPerSecond: rounded((after.dropped - before.dropped) / seconds),
  };
}

async function taskSeconds(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
}
