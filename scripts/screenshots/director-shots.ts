import type { Browser, Page } from 'playwright-core';
import type { CommandOf } from '../../shared/domain/command.ts';
import { queuedSpeeches } from '../../shared/domain/floor/floor.ts';
import type { BridgeId, DocumentId, SpeechId } from '../../shared/domain/ids.ts';
import type { Source } from '../../shared/domain/onair/onair.ts';
import { programSource } from '../../shared/domain/onair/program.ts';
import { deck } from './deck.ts';
import { HALL, hasPicture, launch, openLink, PHONE, save, WALL } from './pages.ts';
import { RunningServer } from './running-server.ts';
import { Secretary } from './secretary.ts';
import { shotWords } from './text.ts';

/** With the central hall the first page of the multiview is full: five of those with a paper stand on later pages. */
const BRIDGES = '20';
const TILES = 16;
const MINUTE_MS = 60_000;
const COMING_MS = 20_000;
/** All pages of the welcome, and some. */
const ROUND = { timeout: 2 * MINUTE_MS };

type Frame = CommandOf<'takeSource'>['frame'];
type LongTitle = (typeof shotWords.longTitles)[keyof typeof shotWords.longTitles];

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
    await lowerThirdShots(wall, secretary, halls);
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
  await desk
    .locator('.director-tile video[data-flowing="true"]')
    .nth(TILES - 1)
    .waitFor({ timeout: 2 * MINUTE_MS });
  await desk.waitForTimeout(COMING_MS);
  await save(desk, 'director');
  await desk.context().close();
}

async function layoutShots(wall: Page, secretary: Secretary, halls: Halls): Promise<void> {
  await take(secretary, at(halls, 3));
  await hasPicture(wall);
  await wall.waitForTimeout(4_000);
  await save(wall, 'wall-alone');
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
    // One page after the other: the title stands on the hold slide already.
    if (name === 'welcome') await wall.locator('.program-card[data-page="programme"]').waitFor(ROUND);
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
  await called(secretary, (await inLine(secretary))[0]);
  await take(secretary, { kind: 'document' });
  await save(wall, 'wall-page-speech');
  // Whose speech it is: the first in line was called.
  await take(secretary, at(halls, 1), 'withDocument');
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
  await phone.goto(new URL(`/c/${secretary.conference}/phone`, phone.url()).href);
  await phone.locator('.phone-preview > .button').click();
  await phone.locator('.phone-preview video').waitFor();
  await phone.waitForTimeout(3_000);
  await phone.locator('.phone-preview').scrollIntoViewIfNeeded();
  await save(phone, 'phone-preview');
  await phone.locator('.phone-head').scrollIntoViewIfNeeded();
  await save(phone, 'phone-handed');
  // A hall that is heard by all is not rung aloud.
  await endSpeech(secretary);
  await secretary.must({ type: 'ringBridge', bridgeId: own });
  await hall.locator('.ring').waitFor();
  await save(hall, 'bridge-ring');
  await save(phone, 'phone-ring');
  await Promise.all([hall.context().close(), phone.context().close()]);
}

/** Somebody of that hall is registered, and speaks instead of who is first in line. */
async function calledFrom(secretary: Secretary, bridgeId: BridgeId, person: LongTitle): Promise<void> {
  const before = await inLine(secretary);
  await secretary.must({
    type: 'registerSpeech',
    bridgeId,
    kind: 'opinion',
    subject: shotWords.papers,
    speaker: { fullName: person.fullName, positions: [...person.positions] },
    itemId: null,
    category: null,
    allottedMs: 7 * MINUTE_MS,
    override: { reason: shotWords.remark },
  });
  await called(
    secretary,
    (await inLine(secretary)).find((one) => !before.includes(one)),
  );
}

const inLine = async (secretary: Secretary): Promise<readonly SpeechId[]> =>
  queuedSpeeches((await secretary.state()).floor).map(({ speechId }) => speechId);

async function called(secretary: Secretary, speechId: SpeechId | undefined): Promise<void> {
  if (speechId === undefined) throw new Error('nobody is in line');
  const expectedOnFloor = (await secretary.state()).floor.onFloor[0] ?? null;
  await secretary.must({ type: 'callSpeaker', speechId, expectedOnFloor, accepting: [] });
}

async function endSpeech(secretary: Secretary): Promise<void> {
  const onFloor = (await secretary.state()).floor.onFloor[0];
  if (onFloor !== undefined) await secretary.must({ type: 'endSpeech', speechId: onFloor });
}

async function lowerThirdShots(wall: Page, secretary: Secretary, halls: Halls): Promise<void> {
  const central = (await secretary.bridges()).find(({ tier }) => tier === 0)?.bridgeId;
  const { shortened, whole } = shotWords.longTitles;
  const shots = [
    ['wall-lower-third', central, shortened],
    ['wall-lower-third-whole', halls[4], whole],
  ] as const;
  for (const [name, bridgeId, person] of shots) {
    if (bridgeId === undefined) throw new Error('there is no such hall');
    await calledFrom(secretary, bridgeId, person);
    // The frame stays with the program; the title is photographed over the speaker alone.
    await take(secretary, { kind: 'bridge', bridgeId });
    await secretary.must({ type: 'followFloor' });
    await hasPicture(wall);
    await wall.waitForTimeout(4_000);
    await save(wall, name);
    await endSpeech(secretary);
  }
}
