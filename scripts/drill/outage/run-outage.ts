import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, chromium, type Page } from 'playwright-core';
import { commonText } from '../../../client/text/vi/common.ts';
import { startServer } from '../../bench/server-process.ts';
import { chromiumPath, QUIET_FLAGS } from '../../chromium.ts';
import { DESK, openLink } from '../../screenshots/pages.ts';
import { Secretary } from '../../screenshots/secretary.ts';
import { CENTRAL, DETAILS } from '../desk/plain-conference.ts';
import type { Asked } from '../drill.ts';
import { Cable } from './cable.ts';

export interface OutageWish extends Pick<Asked, 'say' | 'signal'> {
  readonly ms: number;
  /** Who watches, besides the one who conducts. */
  readonly viewers: number;
}

export interface OutageFindings {
  /** From the cut until the one who conducts was told why nothing can be pressed. */
  readonly noticedMs: number;
  /** From the mending until each page showed what happened meanwhile, and the console could be pressed again. */
  readonly backMs: readonly number[];
  /** Pages that showed it before the cable was mended: then it was not cut. */
  readonly clairvoyant: number;
  readonly reloaded: number;
}

const NOTICED_WITHIN_MS = 30_000;
const BACK_WITHIN_MS = 60_000;
const BEFORE = 'Khai mạc';
const MEANWHILE = 'Nội dung thêm khi mất đường truyền';
const STAYED = 'data-not-reloaded';

/** A real conference, real pages behind one cable, which is cut and mended; the secretariat sits at the server's side. */
export async function runOutage(wish: OutageWish): Promise<OutageFindings> {
  const server = await startServer({ media: false });
  const cable = await Cable.to(Number(new URL(server.origin).port));
  try {
    const secretary = await holdConference(`${server.origin}/join#${server.secretariatToken}`);
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: argsBehind(cable) });
    try {
      return await cutAndMend({ ...wish, secretary, cable, ...(await openPages(browser, secretary, wish.viewers)) });
    } finally {
      await browser.close();
    }
  } finally {
    cable.close();
    await server.close();
  }
}

/** The pages ask for the server's own address; only the way there is another. */
const argsBehind = ({ port }: Cable): string[] => [
  ...QUIET_FLAGS,
  `--host-resolver-rules=MAP 127.0.0.1 127.0.0.1:${port}`,
];

interface Pages {
  readonly desk: Page;
  readonly all: readonly Page[];
}

async function openPages(browser: Browser, secretary: Secretary, viewers: number): Promise<Pages> {
  const sit = async (seat: 'moderator' | 'viewer'): Promise<Page> => {
    const page = await openLink(browser, await secretary.link(seat), DESK);
    await page.getByText(BEFORE).first().waitFor({ state: 'attached' });
    await page.evaluate(`document.body.setAttribute('${STAYED}', '')`);
    return page;
  };
  const all: Page[] = [];
  for (let i = 0; i < viewers; i++) all.push(await sit('viewer'));
  const desk = await sit('moderator');
  return { desk, all: [...all, desk] };
}

interface Cut extends OutageWish, Pages {
  readonly secretary: Secretary;
  readonly cable: Cable;
}

async function cutAndMend({ ms, say, signal, secretary, cable, desk, all }: Cut): Promise<OutageFindings> {
  const reason = desk.locator('.command-reason', { hasText: commonText.offlineReason }).first();
  await reason.waitFor({ state: 'detached' });
  const cutAt = performance.now();
  cable.cut();
  await reason.waitFor({ state: 'attached', timeout: NOTICED_WITHIN_MS });
  const noticedMs = performance.now() - cutAt;
  say(`noticed after ${Math.round(noticedMs)} ms`);
  await secretary.must({ type: 'addAgendaItems', items: [item(MEANWHILE, 1)], beforeItemId: null });
  await pause(Math.max(0, ms - noticedMs), undefined, { signal }).catch(() => undefined);
  const early = await countsOf(all, `text=${MEANWHILE}`);
  const mendedAt = performance.now();
  cable.mend();
  const backMs = await Promise.all(
    all.map(async (page) => {
      await page.getByText(MEANWHILE).first().waitFor({ state: 'attached', timeout: BACK_WITHIN_MS });
      if (page === desk) await reason.waitFor({ state: 'detached', timeout: BACK_WITHIN_MS });
      return performance.now() - mendedAt;
    }),
  );
  const stayed = await countsOf(all, `body[${STAYED}]`);
  return {
    noticedMs,
    backMs,
    clairvoyant: early.filter((count) => count > 0).length,
    reloaded: stayed.filter((count) => count === 0).length,
  };
}

const countsOf = (pages: readonly Page[], what: string): Promise<readonly number[]> =>
  Promise.all(pages.map((page) => page.locator(what).count()));

async function holdConference(link: string): Promise<Secretary> {
  const secretary = await Secretary.signIn(link, 'outage');
  await secretary.must({ type: 'createConference', details: DETAILS });
  await secretary.must({ type: 'addBridges', bridges: [CENTRAL] });
  await secretary.must({ type: 'addAgendaItems', items: [item(BEFORE, 0)], beforeItemId: null });
  await secretary.must({ type: 'startPreparation' });
  await secretary.must({ type: 'openConference' });
  return secretary;
}

const MINUTE_MS = 60_000;

const item = (title: string, index: number) => ({
  plan: {
    row: 'item',
    kind: 'discussion',
    title,
    start: Date.now() + index * 10 * MINUTE_MS,
    soft: index > 0,
    span: { lock: 'duration', durationMs: 10 * MINUTE_MS },
  } as const,
  presenter: null,
});
