import { afterAll, beforeAll, expect, test } from 'vitest';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import { openScreen, type Screen } from '../support/browser.ts';
import { FiveHalls, type Hall } from '../support/five-halls.ts';
import { BY_HAND_HERTZ, publishSoundByHand } from '../support/hand-written-client.ts';
import type { AtSfu, HeldConference } from '../support/held-conference.ts';
import { heardPitches, seenPicture, showsNewFrames } from '../support/page-readings.ts';
import type { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

/** The third is never called. */
const HALLS = [
  { name: 'An Giang', colour: 'red', hertz: 400 },
  { name: 'Quảng Bình', colour: 'green', hertz: 700 },
  { name: 'Cà Mau', colour: 'blue', hertz: 1_100 },
] as const satisfies readonly Hall[];
const [anGiang, quangBinh, caMau] = HALLS;
const PICTURE_MS = 20_000;
const BACK_AFTER_CRASH_MS = 30_000;
const LISTEN_MS = 1_600;
const PITCHES = [...HALLS.map(({ hertz }) => hertz), BY_HAND_HERTZ];

let halls: FiveHalls;
let held: HeldConference;
let server: ServerProcess;
let wall: Screen;
let desk: Screen;

beforeAll(async () => {
  halls = await FiveHalls.open(HALLS, [anGiang.name, quangBinh.name]);
  ({ held, server } = halls);
  const studio = await halls.launch();
  wall = await openScreen(studio, await held.link('wall'));
  desk = await openScreen(studio, await held.link('moderator'), { width: 1_440, height: 900 });
});

afterAll(() => halls?.close());

const pageOf = (hall: string) => halls.screen(hall).page;

const atSfu = async (hall: string): Promise<Pick<AtSfu, 'publishes' | 'mayPublish'>[]> =>
  (await held.atSfu())
    .filter(({ bridge }) => bridge === hall)
    .map(({ publishes, mayPublish }) => ({ publishes, mayPublish }));

const CAMERA_ALONE = { publishes: ['CAMERA'], mayPublish: ['CAMERA'] };
const CAMERA_AND_MICROPHONE = { publishes: ['CAMERA', 'MICROPHONE'], mayPublish: ['CAMERA', 'MICROPHONE'] };

const callOnConsole = (hall: string): Promise<void> =>
  desk.page
    .getByRole('button', { name: `Mời ${hall} phát biểu` })
    .first()
    .click();

async function expectOnStage({ name, colour, hertz }: (typeof HALLS)[number]): Promise<void> {
  const shown = { bridgeId: held.bridge(name), colour };
  await expect.poll(() => seenPicture(wall.page), { timeout: PICTURE_MS }).toEqual(shown);
  await expect.poll(() => atSfu(name), { timeout: PICTURE_MS }).toEqual([CAMERA_AND_MICROPHONE]);
  await expect.poll(async () => (await held.onFloor())?.speech.stage.status, { timeout: PICTURE_MS }).toBe('speaking');
  expect((await held.onFloor())?.bridge).toBe(name);
  await expect.poll(() => heardPitches(wall.page, PITCHES, LISTEN_MS), { timeout: PICTURE_MS }).toEqual([hertz]);
}

test('three bridges and a wall join; the console calls An Giang, then Quảng Bình', async () => {
  await callOnConsole(anGiang.name);
  await expectOnStage(anGiang);
  expect(await atSfu(quangBinh.name)).toEqual([CAMERA_ALONE]);

  await callOnConsole(quangBinh.name);
  await expectOnStage(quangBinh);
  expect(await atSfu(anGiang.name)).toEqual([CAMERA_ALONE]);
  expect(await atSfu(caMau.name)).toEqual([CAMERA_ALONE]);
});

test('who speaks sees the central hall, everybody else the speaker', async () => {
  const shownAt = (hall: string) => pageOf(hall).locator('.picture[data-shown]').first().getAttribute('data-shown');
  await expect.poll(() => shownAt(quangBinh.name), { timeout: PICTURE_MS }).toBe(held.bridge('Trung ương'));
  expect(await shownAt(anGiang.name)).toBe(held.bridge(quangBinh.name));
  await expect
    .poll(() => seenPicture(pageOf(caMau.name)), { timeout: PICTURE_MS })
    .toEqual({
      bridgeId: held.bridge(quangBinh.name),
      colour: quangBinh.colour,
    });
});

type Attempt = Parameters<typeof publishSoundByHand>[1];

/** In a page of its own at the hall's machine; close the page to end it. */
async function attemptAt(hall: string, attempt: Omit<Attempt, 'conference'>) {
  const page = await pageOf(hall).context().newPage();
  await page.goto(server.origin);
  return { page, outcome: await publishSoundByHand(page, { conference: held.id, ...attempt }) };
}

const BY_HAND = deviceSchema.parse('by-hand');

const giveVoice = (device: typeof BY_HAND | null): Promise<void> =>
  held.must({ type: 'chooseDevice', bridgeId: held.bridge(quangBinh.name), part: 'sound', device });

test('a bridge that is not called cannot publish a microphone, whatever code it runs', async () => {
  const outcomeAt = async (hall: string, source: Attempt['source']) => {
    const { page, outcome } = await attemptAt(hall, { source });
    await page.close();
    return outcome;
  };
  expect(await outcomeAt(quangBinh.name, 'microphone'), 'a hall has one voice').toBe('refused');
  await giveVoice(BY_HAND);
  expect(await outcomeAt(quangBinh.name, 'microphone'), 'the called bridge can').toBe('published');
  await giveVoice(null);
  expect(await outcomeAt(caMau.name, 'microphone')).toBe('refused');
  expect(await outcomeAt(caMau.name, 'screen_share_audio')).toBe('refused');
  expect(await outcomeAt(caMau.name, 'unknown')).toBe('refused');
});

test('a sound that calls itself a picture is heard by nobody, and its device is thrown out of the room', async () => {
  await held.must({ type: 'armSource', source: { kind: 'bridge', bridgeId: held.bridge(caMau.name) } });
  const { page } = await attemptAt(caMau.name, { source: 'camera', stay: true });
  const devices = async () => (await held.atSfu()).filter(({ bridge }) => bridge === caMau.name);
  await expect.poll(devices, { timeout: PICTURE_MS }).toMatchObject([{ publishes: ['CAMERA'] }]);
  expect(await heardPitches(wall.page, PITCHES, LISTEN_MS)).toEqual([quangBinh.hertz]);
  await page.close();
  await held.must({ type: 'disarmSource' });

  const heard = () => heardPitches(wall.page, PITCHES, LISTEN_MS);
  await giveVoice(BY_HAND);
  const { page: called } = await attemptAt(quangBinh.name, { source: 'microphone', stay: true });
  await expect.poll(heard, { timeout: PICTURE_MS }).toEqual([BY_HAND_HERTZ]);
  await called.close();
  await giveVoice(null);
  await expect.poll(heard, { timeout: PICTURE_MS }).toEqual([quangBinh.hertz]);
});

test('LiveKit is killed: pictures and sound return without a click, and the speech goes on', async () => {
  const before = await held.onFloor();
  const { pid } = server.liveKit();
  const killedAt = performance.now();
  process.kill(pid, 'SIGKILL');
  await until('another LiveKit runs', BACK_AFTER_CRASH_MS, () => {
    const now = server.liveKit().pid;
    return now !== 0 && now !== pid;
  });
  // The old process is dead, so every new frame has come through the new one.
  expect(await showsNewFrames(wall.page, 10, BACK_AFTER_CRASH_MS)).toBe(true);
  expect(performance.now() - killedAt).toBeLessThan(BACK_AFTER_CRASH_MS);
  await expectOnStage(quangBinh);
  expect((await held.onFloor())?.speech).toEqual(before?.speech);
});

test('no screen has asked anybody outside, and none has failed', () => {
  for (const { misdeeds } of [wall, desk, ...halls.screens.values()])
    expect(misdeeds).toEqual({ outside: [], errors: [] });
});
