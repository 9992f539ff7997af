import type { Browser, Page, WebSocketRoute } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { HOLD_MS } from '../../client/parts/hold.ts';
import { text } from '../../client/text/text.ts';
import { ConferenceLine } from '../../scripts/demo-bridges/conference-line.ts';
import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import type { OnAir, Source } from '../../shared/domain/onair/onair.ts';
import { programSource } from '../../shared/domain/onair/program.ts';
import { launchBrowser, openScreen } from '../support/browser.ts';
import { CENTRAL, HeldConference } from '../support/held-conference.ts';
import { figures } from '../support/line-builders.ts';
import { ServerProcess } from '../support/server-process.ts';

/** A director at work, from keys alone, before a conference of twenty halls: one page of the multiview and a bit. */
const HALLS = Array.from({ length: 19 }, (_, n) => `Tỉnh ${n + 1}`);
const SOON = { timeout: 15_000 };
/** Five seconds of grace, and what a slow machine needs. */
const LOST = { timeout: 30_000 };
const WATCHED_MS = 5_000;

let server: ServerProcess;
let held: HeldConference;
let studio: Browser;
let desk: Page;
let errors: readonly string[];

beforeAll(async () => {
  server = await ServerProcess.start();
  held = await HeldConference.open(server, HALLS, []);
  await server.untilMedia();
  studio = await launchBrowser();
  const screen = await openScreen(studio, await held.link('director'), { width: 1_920, height: 1_080 });
  desk = screen.page;
  errors = screen.misdeeds.errors;
  await desk.locator('.director-tile:not(:disabled)').first().waitFor();
});

afterAll(async () => {
  await studio?.close();
  await server?.close();
});

beforeEach(async () => {
  await held.must({ type: 'takeSource', source: { kind: 'hold' }, expectedProgram: await program() });
  await desk.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await desk.locator('.director-show[data-tally="air"]', { hasText: text.program.sources.hold }).waitFor();
});

const onAir = async (): Promise<OnAir> => (await held.state()).onair;
const program = async (): Promise<Source> => programSource(await held.state());
const armed = async (): Promise<Source | null> => (await onAir()).armed;
const hall = (name: string): Source => ({ kind: 'bridge', bridgeId: held.bridge(name) });
const press = (key: string): Promise<void> => desk.keyboard.press(key);
const expectArmed = (source: Source | null) => expect.poll(armed, SOON).toEqual(source);
const expectProgram = (source: Source) => expect.poll(program, SOON).toEqual(source);

/** The screen shows it as prepared: only then may the take follow. */
const shownArmed = () => desk.locator('.director-take button:not(:disabled)').waitFor();

async function take(key = 'Enter'): Promise<void> {
  await shownArmed();
  await press(key);
}

async function holdKey(key: string): Promise<void> {
  await desk.keyboard.down(key);
  await desk.waitForTimeout(HOLD_MS + 200);
  await desk.keyboard.up(key);
}

test('[DIR24] everything stands on one screen, and nothing but lists can be scrolled', async () => {
  const size = await desk.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  expect(size).toEqual([1_920, 1_080]);
  expect(await desk.locator('.director-tile').count()).toBe(16);
  expect(await desk.locator('.director-tile-name').first().innerText()).toBe(CENTRAL);
});

test('[DIR25] digits prepare, Enter takes, Escape takes it back, and F3 gives the picture to the floor', async () => {
  await press('Digit2');
  await expectArmed(hall('Tỉnh 1'));
  expect(await program()).toEqual({ kind: 'hold' });
  await take();
  await expectProgram(hall('Tỉnh 1'));
  expect(await armed()).toBeNull();

  await press('Shift+Digit1');
  await expectArmed(hall('Tỉnh 10'));
  await shownArmed();
  await press('Escape');
  await expectArmed(null);
  await press('F3');
  await expectProgram(hall(CENTRAL));
});

test('[DIR26] a key that is held cuts, one that is let go in time only prepares', async () => {
  await holdKey('Digit3');
  await expectProgram(hall('Tỉnh 2'));
  expect(await armed()).toBeNull();
  await press('Digit4');
  await expectArmed(hall('Tỉnh 3'));
  expect(await program()).toEqual(hall('Tỉnh 2'));
});

test('[DIR27] the second page has its own sixteen keys, and of the first nothing is received any more', async () => {
  await press('PageDown');
  await desk.locator('.director-tile', { hasText: 'Tỉnh 16' }).waitFor();
  expect(await desk.locator('.director-tiles video').count()).toBe(4);
  await press('Digit2');
  await expectArmed(hall('Tỉnh 17'));
  await press('PageUp');
  await desk.locator('.director-tile', { hasText: CENTRAL }).waitFor();
  await press('Escape');
});

test('[DIR28] layouts, grids, slides and a break from their letters', async () => {
  await press('Digit5');
  await expectArmed(hall('Tỉnh 4'));
  await shownArmed();
  await press('KeyS');
  await expect.poll(async () => (await onAir()).armedFrame, SOON).toBe('withHall');
  await take('F10');
  await expect.poll(async () => (await onAir()).frame, SOON).toBe('withHall');
  await press('KeyO');
  await expectArmed({ kind: 'grid', size: 16, page: 0 });
  await expect.poll(() => desk.locator('.director-show[data-tally="next"]').innerText(), SOON).toContain('16');
  await press('KeyO');
  await expectArmed({ kind: 'grid', size: 16, page: 1 });
  await press('KeyG');
  await expect.poll(async () => (await armed())?.kind, SOON).toBe('break');
  await take();
  await expect.poll(async () => (await program()).kind, SOON).toBe('break');
  const shown = await program();
  const until = shown.kind === 'break' ? (shown.until ?? 0) : 0;
  expect(until % 60_000).toBe(0);
  expect(until).toBeGreaterThan(Date.now() + 14 * 60_000);
  await held.must({ type: 'frameProgram', frame: 'alone' });
});

test('[DIR29] with the arrows to a tile: Enter prepares it, and Enter again takes it', async () => {
  await desk.locator('.director-tile').first().focus();
  await press('ArrowRight');
  await press('ArrowDown');
  await press('Enter');
  await expectArmed(hall('Tỉnh 5'));
  await take();
  await expectProgram(hall('Tỉnh 5'));
});

test('[DIR30] a second director who presses take is told that program has changed, and nothing else is', async () => {
  const context = await studio.newContext({ viewport: { width: 1_920, height: 1_080 } });
  const line = { held: false, waiting: [] as (() => void)[] };
  await context.routeWebSocket(/socket\.io/, (page: WebSocketRoute) => {
    const away = page.connectToServer();
    away.onMessage((message) => {
      if (line.held) line.waiting.push(() => page.send(message));
      else page.send(message);
    });
  });
  const { page: second } = await openScreen(studio, await held.link('director'), { context });
  await second.locator('.director-tile:not(:disabled)').first().waitFor();
  await second.keyboard.press('Digit6');
  await expectArmed(hall('Tỉnh 5'));
  await second.locator('.director-take button:not(:disabled)').waitFor();

  // What the first one does has not come to the second one's screen yet.
  line.held = true;
  await holdKey('Digit9');
  await expectProgram(hall('Tỉnh 8'));
  await second.keyboard.press('Enter');
  await second.waitForTimeout(300);
  line.held = false;
  for (const deliver of line.waiting.splice(0)) deliver();
  const said = second.locator('.notice', { hasText: text.refusals.sentence('program-changed', {}) });
  await said.waitFor(SOON);
  expect(await program()).toEqual(hall('Tỉnh 8'));
  await context.close();
});

test('[DIR31] a hall that is gone keeps its place, and is armed only after a clear word', async () => {
  const operator = await openScreen(studio, await held.link('operator', 'Tỉnh 7'));
  const linkOf = async () => bridgeOf((await held.state()).bridges, held.bridge('Tỉnh 7'))?.link.status;
  await expect.poll(linkOf, LOST).toBe('online');
  const tile = desk.locator('.director-tile', { hasText: 'Tỉnh 7' });
  const before = await tile.boundingBox();
  await operator.page.context().close();
  await expect.poll(linkOf, LOST).toBe('lost');
  await tile.locator('.director-tile-trouble').waitFor(SOON);
  expect(await tile.boundingBox()).toEqual(before);

  await press('Digit8');
  const question = desk.getByRole('dialog', { name: text.director.gone.title });
  await question.waitFor(SOON);
  expect(await question.innerText()).toContain(text.director.gone.sentence('Điểm cầu Tỉnh 7'));
  await press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await armed()).toBeNull();

  // Enter, which takes, answers with the way back; who really wants the lost hall goes to the press.
  await press('Digit8');
  await question.waitFor(SOON);
  await press('Enter');
  await question.waitFor({ state: 'detached' });
  expect(await armed()).toBeNull();
  await press('Digit8');
  await question.waitFor(SOON);
  await press('Shift+Tab');
  await press('Enter');
  await expectArmed(hall('Tỉnh 7'));
  await desk.waitForTimeout(300);
  await press('Escape');
  await expectArmed(null);
});

test('[DIR32] levels and measurements re-draw no tile', async () => {
  const token = new URL(await held.link('operator', 'Tỉnh 9')).hash.slice(1);
  const { cookie } = await server.http.signIn(token);
  const nothing = (): void => undefined;
  const line = new ConferenceLine({
    origin: server.origin,
    ca: server.ca,
    cookie,
    conference: held.id,
    stream: 'public',
    onState: nothing,
    onMediaState: nothing,
    onSignedOut: nothing,
  });
  let loud = false;
  const telling = setInterval(() => {
    loud = !loud;
    line.sendTelemetry({ ...MEASURED, level: loud ? 0.9 : 0.1, figures: figures({ jitterMs: loud ? 9 : 3 }) });
  }, 500);
  const tile = desk.locator('.director-tile', { hasText: 'Tỉnh 9' });
  await tile.locator('.director-tile-trouble').waitFor({ state: 'detached', ...SOON });
  await desk.waitForTimeout(1_000);
  const changed = await desk.evaluate(watchTiles, WATCHED_MS);
  clearInterval(telling);
  line.close();
  expect(changed.outside).toEqual([]);
  expect(changed.inMeters).toBeGreaterThan(3);
});

const MEASURED = {
  camera: 'live',
  microphone: 'ready',
  level: 0,
  media: 'connected',
  device: deviceSchema.parse('hall-thu'),
  picture: 'moving',
  figures: figures(),
  transport: 'udp',
  clockOffsetMs: 0,
  reception: 'full',
} as const;

test('[DIR33] fewer pictures step by step, with the way back; sound alone takes a hold', async () => {
  const limit = async () => (await onAir()).limit;
  const { names } = text.director.limit;
  await desk.getByRole('button', { name: names.noGrid }).click();
  await expect.poll(limit, SOON).toBe('noGrid');
  await expect.poll(() => desk.locator('[aria-keyshortcuts="U"]').isDisabled(), SOON).toBe(true);
  await desk.getByRole('button', { name: names.soundOnly }).click();
  await desk.waitForTimeout(300);
  expect(await limit()).toBe('noGrid');
  await desk.getByRole('button', { name: names.soundOnly }).focus();
  await holdKey('Space');
  await expect.poll(limit, SOON).toBe('soundOnly');
  await expect.poll(() => desk.locator('.director-tiles video').count(), SOON).toBe(0);
  await desk.getByRole('button', { name: names.full }).click();
  await expect.poll(limit, SOON).toBe('full');
});

test('[DIR34] what is typed in a message presses nothing, and its panel has a key', async () => {
  await press('F2');
  const field = desk.locator('#director-talkback input').first();
  await expect.poll(() => field.evaluate((one) => one === document.activeElement), SOON).toBe(true);
  await desk.keyboard.type('2hb');
  await press('Enter');
  await press('Escape');
  await desk.waitForTimeout(500);
  expect(await armed()).toBeNull();
  expect(await program()).toEqual({ kind: 'hold' });
  await field.fill('');
  await press('F4');
  await desk.locator('#director-documents').waitFor();
  await press('F2');
  await field.waitFor();
});

test('[LANG2] the words on the tiles follow the language', async () => {
  await press('Digit2');
  await expectArmed(hall('Tỉnh 1'));
  const word = desk.locator('.director-tile', { hasText: 'Tỉnh 1' }).first().locator('.director-tile-tally');
  await expect.poll(() => word.innerText(), SOON).toBe('Chuẩn bị');
  await desk.getByRole('button', { name: 'English' }).click();
  await expect.poll(() => word.innerText(), SOON).toBe('Preview');
  await desk.getByRole('button', { name: 'Tiếng Việt' }).click();
  await expect.poll(() => word.innerText(), SOON).toBe('Chuẩn bị');
  await held.must({ type: 'disarmSource' });
});

test('[DIR35] the director’s screen has raised no fault', () => {
  expect(errors).toEqual([]);
});

/** Runs in the page: what changed inside the tiles within so many milliseconds. */
function watchTiles(ms: number): Promise<{ readonly inMeters: number; readonly outside: readonly string[] }> {
  const tiles = document.querySelector('.director-tiles');
  const outside: string[] = [];
  let inMeters = 0;
  const watcher = new MutationObserver((changes) => {
    for (const { target, type, attributeName } of changes) {
      const element = target instanceof Element ? target : target.parentElement;
      if (element?.closest('.director-meter') !== null && type === 'attributes') inMeters += 1;
      else outside.push(`${element?.className ?? ''} ${type} ${attributeName ?? ''}`);
    }
  });
  if (tiles !== null) {
    watcher.observe(tiles, { subtree: true, attributes: true, childList: true, characterData: true });
  }
  return new Promise((resolve) => {
    setTimeout(() => {
      watcher.disconnect();
      resolve({ inMeters, outside });
    }, ms);
  });
}
