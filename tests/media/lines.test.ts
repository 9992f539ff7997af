import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { text } from '../../client/text/text.ts';
import { CHECK_POINTS, lineOf } from '../../shared/domain/lines/line.ts';
import type { Screen } from '../support/browser.ts';
import { FiveHalls, type Hall } from '../support/five-halls.ts';
import { CENTRAL } from '../support/held-conference.ts';
import { heardPitches, seenPicture } from '../support/page-readings.ts';
import { coloursAt } from '../support/screen-colours.ts';
import { tellFigure } from '../support/tell-figure.ts';
import { until } from '../support/until.ts';

/** An Giang speaks; Quảng Bình is called in private; the microphone of Cà Mau is dead. */
const HALLS = [
  { name: CENTRAL, colour: 'magenta', hertz: 500 },
  { name: 'An Giang', colour: 'red', hertz: 700 },
  { name: 'Quảng Bình', colour: 'green', hertz: 900 },
  { name: 'Cà Mau', colour: 'blue', hertz: null },
] as const satisfies readonly Hall[];
const SPEAKING = 700;
const CALLED = 900;
const CENTRE = 2_300;
const SECOND_MACHINE = 1_600;
const PITCHES = [500, SPEAKING, CALLED, CENTRE, SECOND_MACHINE];

const SOON = { timeout: 30_000 };
const LISTEN_MS = 1_600;
const RAISED_MS = 15_000;

let halls: FiveHalls;
let wall: Screen;
let director: Screen;

beforeAll(async () => {
  halls = await FiveHalls.open(HALLS);
  [wall, director] = await Promise.all([
    halls.openAt('wall', null),
    halls.openAt('director', null, halls.devicesOf('yellow', CENTRE), { width: 1_920, height: 1_080 }),
  ]);
});

afterAll(() => halls?.close());

const bridge = (name: string) => halls.held.bridge(name);
const at = (name: string): Page => halls.screen(name).page;
const heard = (page: Page) => heardPitches(page, PITCHES, LISTEN_MS);
const expectHeard = (page: Page, pitches: readonly number[]) => expect.poll(() => heard(page), SOON).toEqual(pitches);
const expectAmong = (page: Page, pitch: number) => expect.poll(() => heard(page), SOON).toContain(pitch);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const faultsOf = async (name: string) => lineOf((await halls.held.state()).lines, bridge(name)).faults;
const machinesOf = async (name: string) => (await halls.held.atSfu()).filter((one) => one.bridge === name);
const microphonesOf = async (name: string) =>
  (await machinesOf(name)).filter(({ publishes }) => publishes.includes('MICROPHONE')).map(({ device }) => device);

test('a hall that says its line is good and sends silence is raised; a hall that is heard is not', async () => {
  for (const name of ['An Giang', 'Cà Mau']) {
    await halls.held.must({ type: 'startLineCheck', bridgeId: bridge(name), accepting: ['leaves-program'] });
  }
  await until('both microphones are open', SOON.timeout, async () =>
    (await Promise.all(['An Giang', 'Cà Mau'].map((name) => halls.held.sendsInPrivate(name)))).every(Boolean),
  );
  const { points, yes } = text.lines.own;
  for (const point of CHECK_POINTS) await press(at('Cà Mau'), text.lines.check.answer(points[point], yes));
  const begun = performance.now();
  await expect.poll(() => faultsOf('Cà Mau'), SOON).toHaveProperty('silentMicrophone');
  const raisedMs = performance.now() - begun;
  tellFigure(`a silent microphone is raised ${(raisedMs / 1_000).toFixed(1)} s after the last good word`);
  expect(raisedMs).toBeLessThan(RAISED_MS);
  expect(await faultsOf('An Giang')).not.toHaveProperty('silentMicrophone');
  for (const name of ['An Giang', 'Cà Mau']) {
    await halls.held.must({ type: 'abandonLineCheck', bridgeId: bridge(name) });
  }
});

test('the director rings a hall and talks with it: neither word is on the wall, in another hall, or an echo', async () => {
  const [speechId] = (await halls.held.state()).floor.queue;
  if (speechId === undefined) throw new Error('nobody is in line');
  await halls.held.must({ type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: [] });
  await expectHeard(wall.page, [SPEAKING]);

  const { panel, call, ring } = text.talkback;
  await director.page.keyboard.press('F2');
  await director.page.getByLabel(panel.find, { exact: true }).fill('Quảng Bình');
  await director.page.locator('.talkback-row', { hasText: 'Quảng Bình' }).first().click();
  await press(director.page, call.ringFor('Quảng Bình'));
  await press(at('Quảng Bình'), ring.answer);
  await Promise.all([expectAmong(director.page, CALLED), expectAmong(at('Quảng Bình'), CENTRE)]);

  const [centre, called, speaking, ...others] = await Promise.all(
    [director.page, at('Quảng Bình'), at('An Giang'), wall.page, at(CENTRAL), at('Cà Mau')].map(heard),
  );
  expect(centre).not.toContain(CENTRE);
  expect(called).not.toContain(CALLED);
  expect(speaking).toEqual([]);
  expect(others).toEqual([[SPEAKING], [SPEAKING], [SPEAKING]]);
  expect(await microphonesOf('Quảng Bình')).toEqual([]);

  await press(director.page, call.end);
  await expect.poll(() => heard(director.page), SOON).not.toContain(CALLED);
  await expectHeard(at('Quảng Bình'), [SPEAKING]);
});

test('of two hall machines and a camera one has a voice; the camera receives nothing and takes the picture over', async () => {
  const [second, camera] = await Promise.all([
    halls.openAt('operator', 'An Giang', halls.devicesOf('yellow', SECOND_MACHINE)),
    halls.openAt('operator', 'An Giang', halls.devicesOf('blue', SECOND_MACHINE)),
  ]);
  await camera.page.goto(camera.page.url().replace('/bridge', '/camera'));
  await until('all three machines send their picture', SOON.timeout, async () => {
    const sending = (await machinesOf('An Giang')).filter(({ publishes }) => publishes.includes('CAMERA'));
    return sending.length === 3 && sending.some(({ device }) => device.startsWith('camera-'));
  });
  const machines = await machinesOf('An Giang');
  const [voice, ...others] = machines.filter(({ mayPublish }) => mayPublish.includes('MICROPHONE'));
  expect(others).toEqual([]);
  expect(await microphonesOf('An Giang')).toEqual([voice?.device]);
  const companion = machines.find(({ device }) => device.startsWith('camera-'));
  expect(companion).toMatchObject({ mayPublish: ['CAMERA'], receives: false });
  const pages = [second.page, camera.page, at('An Giang'), wall.page];
  expect(await Promise.all(pages.map(heard))).toEqual([[], [], [], [SPEAKING]]);

  await press(camera.page, text.joining.takeOver.picture.take);
  await expect.poll(() => seenPicture(wall.page), SOON).toEqual({ bridgeId: bridge('An Giang'), colour: 'blue' });
  await camera.page.context().close();
  await expect.poll(() => seenPicture(wall.page), SOON).toMatchObject({ colour: 'red' });

  // The machine of the hall dies: the one beside it is its picture and its voice without a hand.
  await at('An Giang').context().close();
  await expect.poll(() => seenPicture(wall.page), SOON).toMatchObject({ colour: 'yellow' });
  await expectHeard(wall.page, [SECOND_MACHINE]);
  halls.screens.set('An Giang', second);
});

test('in a classified session nothing is seen or heard anywhere, the SFU has no room, and all is back after it', async () => {
  const screens = [wall, ...halls.screens.values()];
  const begun = performance.now();
  await halls.held.must({ type: 'beginClassified' });
  await Promise.all(screens.map(({ page }) => expect.poll(() => seenPicture(page), SOON).toBeNull()));
  await expect.poll(() => halls.held.atSfu().catch(() => []), SOON).toEqual([]);
  tellFigure(
    `classified: no picture and no machine in the room ${((performance.now() - begun) / 1_000).toFixed(1)} s on`,
  );
  expect(await Promise.all(screens.map(({ page }) => heard(page)))).toEqual(screens.map(() => []));
  expect(await coloursAt(wall.page, [[50, 45]])).not.toContain('yellow');
  const door = await wall.page.evaluate(askForToken, halls.held.id);
  expect(door).toEqual({ status: 403, code: 'classified' });

  await halls.held.must({ type: 'endClassified' });
  await expect.poll(() => seenPicture(wall.page), SOON).toMatchObject({ colour: 'yellow' });
  await expectHeard(wall.page, [SECOND_MACHINE]);
});

/** Runs in the page: somebody who writes the code asks for the way into the room. */
async function askForToken(conference: string): Promise<{ readonly status: number; readonly code: string }> {
  const answer = await fetch(`/api/conferences/${conference}/media-token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ device: 'hall-by-hand' }),
  });
  return { status: answer.status, code: ((await answer.json()) as { code?: string }).code ?? '' };
}

test('no screen has asked anybody outside, and none has failed', () => {
  for (const { misdeeds } of [wall, director, ...halls.screens.values()]) {
    expect(misdeeds).toEqual({ outside: [], errors: [] });
  }
});
