import type { Browser, Page } from 'playwright-core';
import type { CommandOf } from '../../shared/domain/command.ts';
import { queuedSpeeches } from '../../shared/domain/floor/floor.ts';
import type { BridgeId, DocumentId } from '../../shared/domain/ids.ts';
import type { Source } from '../../shared/domain/onair/onair.ts';
import { programSource } from '../../shared/domain/onair/program.ts';
import { deck } from './deck.ts';
import { HALL, hasPicture, launch, openLink, PHONE, save, WALL } from './pages.ts';
import { RunningServer } from './running-server.ts';
import { Secretary } from './secretary.ts';
import { shotWords } from './text.ts';

const BRIDGES = '15';
const MINUTE_MS = 60_000;
const COMING_MS = 20_000;

type Frame = CommandOf<'takeSource'>['frame'];

/** Who makes the picture, and what a wall shows of it: each layout, each card, the lower third, a hall with the pages. */
export async function directorShots(): Promise<void> {
  const server = await RunningServer.start({ port: '3181', demo: 'on' });
  const browser = await launch();
  try {
    server.run('scripts/demo-bridges/main.ts', [BRIDGES, 'central']);
    const secretary = await Secretary.signIn(server.link('secretariat'), null);
    const halls = await onTheLine(secretary);
    const wall = await openLink(browser, server.link('wall'), WALL);
    await hasPicture(wall);
    await deskShot(browser, secretary, halls);
    await layoutShots(wall, secretary, halls);
    const documentId = await laidDeck(browser, secretary);
    await pageShots(wall, secretary, halls, documentId);
    await hallShots(browser, secretary, halls, documentId);
    await lowerThirdShot(wall, secretary, halls);
  } finally {
    await browser.close();
    await server.close();
  }
}

type Halls = readonly BridgeId[];

/** Those that send a picture, in protocol order, without the central hall. */
async function onTheLine(secretary: Secretary): Promise<Halls> {
  const deadline = Date.now() + 2 * MINUTE_MS;
  for (;;) {
    const there = (await secretary.bridges()).filter(({ tier, link }) => tier === 1 && link.status === 'online');
    if (there.length >= Number(BRIDGES) || Date.now() > deadline) return there.map(({ bridgeId }) => bridgeId);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

const at = (halls: Halls, place: number): Source => {
  const bridgeId = halls[place];
  if (bridgeId === undefined) throw new Error(`there is no hall ${place}`);
  return { kind: 'bridge', bridgeId };
};

async function take(secretary: Secretary, source: Source, frame: Frame = 'alone'): Promise<void> {
  const expectedProgram = programSource(await secretary.state());
  await secretary.must({ type: 'takeSource', source, frame, expectedProgram });
}

async function deskShot(browser: Browser, secretary: Secretary, halls: Halls): Promise<void> {
  const desk = await openLink(browser, await secretary.link('director'), WALL);
  await take(secretary, at(halls, 1));
  await secretary.must({ type: 'armSource', source: at(halls, 2) });
  await desk.locator('.director-tile video[data-flowing="true"]').nth(8).waitFor({ timeout: MINUTE_MS });
  await desk.waitForTimeout(COMING_MS);
  await save(desk, 'director');
  await desk.context().close();
}

async function layoutShots(wall: Page, secretary: Secretary, halls: Halls): Promise<void> {
  await take(secretary, at(halls, 3), 'withHall');
  await wall.waitForTimeout(4_000);
  await save(wall, 'wall-with-hall');
  for (const size of [4, 9, 16] as const) {
    await take(secretary, { kind: 'grid', size, page: 0 });
    await wall.waitForTimeout(COMING_MS / 2);
    await save(wall, `wall-grid-${size}`);
  }
  const cards: readonly [string, Source][] = [
    ['hold', { kind: 'hold' }],
    ['welcome', { kind: 'welcome' }],
    ['break', { kind: 'break', until: Date.now() + 15 * MINUTE_MS }],
  ];
  for (const [name, source] of cards) {
    await take(secretary, source);
    await save(wall, `wall-${name}`);
  }
}

async function laidDeck(browser: Browser, secretary: Secretary): Promise<DocumentId> {
  const desk = await openLink(browser, await secretary.link('secretariat'), WALL);
  await desk.goto(desk.url().replace(/\/console$/u, '/library'));
  const file = { name: `${shotWords.deck}.pdf`, mimeType: 'application/pdf', buffer: await deck(shotWords.deck, 6) };
  await desk.locator('input[type=file]').first().setInputFiles([file]);
  await desk.locator('.library-row').first().waitFor({ timeout: MINUTE_MS });
  await desk.context().close();
  const documentId = (await secretary.state()).documents.list[0]?.file.documentId;
  if (documentId === undefined) throw new Error('no document was read');
  return documentId;
}

async function pageShots(wall: Page, secretary: Secretary, halls: Halls, documentId: DocumentId): Promise<void> {
  await secretary.must({ type: 'layDocument', document: { kind: 'file', documentId, presenter: halls[0] ?? null } });
  await secretary.must({ type: 'turnPage', documentId, page: 2, expectedPage: 1 });
  await take(secretary, { kind: 'document' });
  await wall.locator('.picture-page[data-page="2"]').waitFor();
  await save(wall, 'wall-page');
  await called(secretary, null);
  await take(secretary, { kind: 'document' });
  await save(wall, 'wall-page-speech');
  await take(secretary, at(halls, 0), 'withDocument');
  await wall.waitForTimeout(4_000);
  await save(wall, 'wall-document');
}

/** The hall whose pages they are, its technician's phone, and the centre that rings. */
async function hallShots(browser: Browser, secretary: Secretary, halls: Halls, documentId: DocumentId): Promise<void> {
  const own = halls[1] ?? null;
  if (own === null) throw new Error('there is no second hall');
  await secretary.must({ type: 'handSlides', documentId, presenter: own });
  const hall = await openLink(browser, await secretary.link('operator', own), HALL);
  await hall.locator('.handed').waitFor();
  await hasPicture(hall);
  await save(hall, 'bridge-handed');
  const phone = await openLink(browser, await secretary.link('operator', own), PHONE);
  await phone.goto(phone.url().replace(/\/[a-z]+$/u, '/phone'));
  await phone.locator('.phone-preview > .button').click();
  await phone.locator('.phone-preview video').waitFor();
  await phone.waitForTimeout(3_000);
  await phone.locator('.phone-preview').scrollIntoViewIfNeeded();
  await save(phone, 'phone-preview');
  await phone.locator('.phone-head').scrollIntoViewIfNeeded();
  await save(phone, 'phone-handed');
  await secretary.must({ type: 'ringBridge', bridgeId: own });
  await hall.locator('.ring').waitFor();
  await save(hall, 'bridge-ring');
  await save(phone, 'phone-ring');
  await Promise.all([hall.context().close(), phone.context().close()]);
}

/** Who is first in line speaks; `speaker`: somebody else is registered, and called instead. */
async function called(secretary: Secretary, bridgeId: BridgeId | null): Promise<void> {
  const before = queuedSpeeches((await secretary.state()).floor).map(({ speechId }) => speechId);
  if (bridgeId !== null) {
    await secretary.must({
      type: 'registerSpeech',
      bridgeId,
      kind: 'opinion',
      subject: shotWords.papers,
      speaker: { fullName: shotWords.longestTitle.fullName, positions: [...shotWords.longestTitle.positions] },
      itemId: null,
      category: null,
      allottedMs: 7 * MINUTE_MS,
      override: { reason: shotWords.remark },
    });
  }
  const { floor } = await secretary.state();
  const queue = queuedSpeeches(floor).map(({ speechId }) => speechId);
  const speechId = bridgeId === null ? queue[0] : queue.find((one) => !before.includes(one));
  if (speechId === undefined) throw new Error('nobody is in line');
  const expectedOnFloor = floor.onFloor[0] ?? null;
  await secretary.must({ type: 'callSpeaker', speechId, expectedOnFloor, accepting: [] });
}

async function lowerThirdShot(wall: Page, secretary: Secretary, halls: Halls): Promise<void> {
  const onFloor = (await secretary.state()).floor.onFloor[0];
  if (onFloor !== undefined) await secretary.must({ type: 'endSpeech', speechId: onFloor });
  await called(secretary, halls[4] ?? null);
  await secretary.must({ type: 'followFloor' });
  await hasPicture(wall);
  await wall.waitForTimeout(4_000);
  await save(wall, 'wall-lower-third');
}
