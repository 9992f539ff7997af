import type { Browser, Page } from 'playwright-core';
import { queuedSpeeches, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import type { Official, PaperHead } from '../../shared/domain/records/minutes.ts';
import { DESK, launch, openLink, save } from './pages.ts';
import { RunningServer } from './running-server.ts';
import { Secretary } from './secretary.ts';
import { shotWords } from './text.ts';

const PREVIEW_MS = 8_000;
/** Where the discussion begins in the paper. */
const DISCUSSION = '2.4.';

/** The demo in its discussion: three summaries are written, and the fourth speaker is at it. */
export async function minutesShots(): Promise<void> {
  const server = await RunningServer.start({ port: '3180', demo: 'on' });
  const browser = await launch();
  try {
    const secretary = await Secretary.signIn(server.link('secretariat'), await conferenceIn(browser, server));
    await named(secretary);
    for (const _ of shotWords.minutes.summaries) await callNext(secretary);
    const page = await openLink(browser, server.link('secretary'), DESK);
    await writeAll(page);
    await showDiscussion(page);
    await save(page, 'minutes');
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The demo's own id stands in the address of the recorder's screen. */
async function conferenceIn(browser: Browser, server: RunningServer): Promise<string> {
  const page = await openLink(browser, server.link('secretary'), DESK);
  await page.waitForURL(/\/c\//);
  const [, , id = ''] = new URL(page.url()).pathname.split('/');
  await page.close();
  return id;
}

async function named(secretary: Secretary): Promise<void> {
  const { bridges } = await secretary.state();
  const { officials, head } = shotWords.minutes;
  const offices: readonly Official['offices'][] = [['directing', 'chair'], ['moderating'], ['recorder']];
  await secretary.must({
    type: 'nameOfficials',
    officials: officials.map(({ fullName, positions }, index) => ({
      person: { fullName, positions: [...positions] },
      offices: offices[index] ?? ['attending'],
      bridgeId: bridges.centralId,
      homeUnit: null,
    })),
  });
  const rest: Omit<PaperHead, keyof typeof head | 'recipients'> = {
    profile: 'party',
    parentBody: null,
    withPlaceDate: true,
    signer: 'chair',
  };
  await secretary.must({ type: 'writePaperHead', head: { ...rest, ...head, recipients: [...head.recipients] } });
}

async function callNext(secretary: Secretary): Promise<void> {
  const { floor } = await secretary.state();
  const next = queuedSpeeches(floor)[0];
  if (next === undefined) throw new Error('nobody is in line');
  const expectedOnFloor = speechOnFloor(floor)?.speechId ?? null;
  const { speechId } = next;
  await secretary.must({ type: 'callSpeaker', speechId, expectedOnFloor, accepting: ['bridge-lost', 'bridge-absent'] });
  await secretary.must({ type: 'beginSpeech', speechId });
}

async function writeAll(page: Page): Promise<void> {
  const fields = page.locator('.course-speech textarea');
  for (const [index, summary] of shotWords.minutes.summaries.entries()) await fields.nth(index).fill(summary);
  await page.waitForTimeout(PREVIEW_MS);
}

/** The wheel turns as somebody's hand would turn it: what was written and the paper of it stand side by side. */
async function showDiscussion(page: Page): Promise<void> {
  const heading = page.locator('.preview-page h3', { hasText: DISCUSSION });
  const { y = 0 } = (await heading.boundingBox()) ?? {};
  const { y: top = 0 } = (await page.locator('.preview-page').boundingBox()) ?? {};
  await page.locator('.preview-page').hover();
  await page.mouse.wheel(0, y - top - 12);
  await page.locator('.course-list').hover();
  await page.mouse.wheel(0, -120);
}
