import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { text } from '../../client/text/text.ts';
import { type OpenRecorder, openRecorder } from '../../scripts/recorder/open-recorder.ts';
import { queuedSpeeches } from '../../shared/domain/floor/floor.ts';
import { launchBrowser, openScreen, type Screen } from '../support/browser.ts';
import { beepingMicrophone, COLOURS, solidCamera } from '../support/fake-devices.ts';
import { HeldConference } from '../support/held-conference.ts';
import { playToEnd, recordingsOf } from '../support/recordings.ts';
import { ServerProcess } from '../support/server-process.ts';
import { until } from '../support/until.ts';

const HALL = { name: 'An Giang', colour: 'green', hertz: 700 } as const;
const SOMEBODY_ELSES_HERTZ = 1_100;
const SOON_MS = 30_000;
/** On a busy machine the browser needs a moment between the press and its first picture. */
const MOST_MISSING_SECONDS = 5;
const TWO_PIECES_MS = 4_500;

const folder = mkdtempSync(join(tmpdir(), 'diem-cau-recording-'));
const profile = join(folder, 'profile');
const browsers: Browser[] = [];
/** `part/piece`, as the page was told that it is on the disk. */
const acknowledged = new Set<string>();
let server: ServerProcess;
let held: HeldConference;
let link: string;
let wall: Screen;
let desk: Screen;
let recorder: OpenRecorder;

beforeAll(async () => {
  server = await ServerProcess.start();
  held = await HeldConference.open(server, [HALL.name]);
  await server.untilMedia();
  const devices = { camera: solidCamera(folder, HALL.colour), microphone: beepingMicrophone(folder, HALL.hertz) };
  const [studio, hall] = await Promise.all([launchBrowser(), launchBrowser({ devices })]);
  browsers.push(studio, hall);
  [wall, desk] = await Promise.all([
    openScreen(studio, await held.link('wall')),
    openScreen(studio, await held.link('moderator'), { width: 1_440, height: 900 }),
    openScreen(hall, await held.link('operator', HALL.name)),
  ]);
  await until('the camera is at the SFU', SOON_MS, async () =>
    (await held.atSfu()).some(({ publishes }) => publishes.includes('CAMERA')),
  );
  const [paper] = queuedSpeeches((await held.state()).floor);
  if (paper === undefined) throw new Error('nobody waits to speak');
  await held.must({ type: 'callSpeaker', speechId: paper.speechId, expectedOnFloor: null, accepting: [] });
  link = await held.link('recorder');
  recorder = await open();
});

afterAll(async () => {
  await recorder?.context.close().catch(() => undefined);
  await Promise.all(browsers.map((browser) => browser.close()));
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(): Promise<OpenRecorder> {
  const opened = await openRecorder(profile, link);
  opened.page.on('response', (response) => {
    const piece = /parts\/(\d+)\/pieces\/(\d+)/.exec(response.url());
    if (piece !== null && response.request().method() === 'PUT' && response.ok()) {
      acknowledged.add(`${piece[1]}/${piece[2]}`);
    }
  });
  return opened;
}

const statusOf = (name: string): Promise<string | null> =>
  recorder.page.locator('.recorder-status').getAttribute(`data-${name}`);
const acknowledgedOf = (part: number): number => [...acknowledged].filter((one) => one.startsWith(`${part}/`)).length;
const recordingFolder = async (): Promise<string> => {
  const [recording] = (await held.state()).recordings.list;
  return join(server.dataDir, 'recordings', held.id, recording?.recordingId ?? '');
};
const onDisk = (root: string): ReadonlySet<string> =>
  new Set(
    readdirSync(root).flatMap((part) =>
      readdirSync(join(root, part)).flatMap((name) => {
        const piece = /^(\d{6})\.piece$/.exec(name)?.[1];
        return piece === undefined || statSync(join(root, part, name)).size === 0
          ? []
          : [`${Number(part)}/${Number(piece)}`];
      }),
    ),
  );
const mark = (screen: Screen) => screen.page.locator('.session-band[data-kind="recording"]');

test('[REC1] nothing is recorded before the decision of the chair is on record', async () => {
  await expect(held.must({ type: 'startRecording' })).rejects.toThrow('recording-not-decided');
  await recorder.page.getByText(text.recording.recorder.undecided).waitFor({ timeout: SOON_MS });
  expect(existsSync(join(server.dataDir, 'recordings'))).toBe(false);
  await held.must({ type: 'decideRecording', allowed: true });
  await recorder.page.getByText(text.recording.recorder.waiting).waitFor({ timeout: SOON_MS });
});

test('[REC2] once it runs it is marked on every screen, and program goes to the disk in pieces', async () => {
  await held.must({ type: 'startRecording' });
  for (const screen of [wall, desk]) await mark(screen).waitFor({ timeout: SOON_MS });
  await until('three pieces are acknowledged', SOON_MS, () => acknowledgedOf(1) >= 3);
  expect(await statusOf('part')).toBe('1');
});

test('[REC3] kill -9 of the browser: what was acknowledged is on the disk, and the next part begins', async () => {
  process.kill(recorder.pid, 'SIGKILL');
  await until('the browser is gone', SOON_MS, () => !existsSync(`/proc/${recorder.pid}`));
  const before = [...acknowledged];
  const kept = onDisk(await recordingFolder());
  expect(before.filter((one) => !kept.has(one))).toEqual([]);
  recorder = await open();
  await until('the second part is being written', SOON_MS, () => acknowledgedOf(2) >= 2);
});

test('[REC4] kill -9 of the server: what was acknowledged is on the disk, and the rest is sent when it is back', async () => {
  const root = await recordingFolder();
  const before = [...acknowledged];
  await server.end('SIGKILL');
  const kept = onDisk(root);
  expect(before.filter((one) => !kept.has(one))).toEqual([]);
  await until('pieces wait in the page', SOON_MS, async () => Number(await statusOf('waiting')) >= 3);
  await server.startAgain();
  const sent = acknowledgedOf(2);
  await until('everything is sent', SOON_MS, async () => Number(await statusOf('waiting')) <= 1);
  expect(acknowledgedOf(2)).toBeGreaterThanOrEqual(sent + 3);
  expect(await statusOf('part'), 'the page went on with its part').toBe('2');
});

test('[REC5] the parts play to their end, with the picture and the voice of who had the floor and nobody else', async () => {
  await held.must({ type: 'stopRecording' });
  await until('the page has stopped', SOON_MS, async () => (await statusOf('state')) === 'idle');
  await until('the last piece is sent', SOON_MS, async () => (await statusOf('waiting')) === '0');
  for (const screen of [wall, desk]) await mark(screen).waitFor({ state: 'detached', timeout: SOON_MS });

  const [recording] = await recordingsOf(held);
  expect(recording?.parts.map(({ part }) => part)).toEqual([1, 2]);
  expect(recording?.chapters).toEqual([{ at: recording?.startedAt, title: 'Khai mạc' }]);
  for (const { part, startedAt, endedAt } of recording?.parts ?? []) {
    const path = `/api/conferences/${held.id}/recordings/${recording?.recordingId}/parts/${part}/recording.webm`;
    const played = await playToEnd(desk.page, path, [HALL.hertz, SOMEBODY_ELSES_HERTZ]);
    const seconds = (endedAt - startedAt) / 1_000;
    expect(Math.abs(played.seconds - seconds)).toBeLessThan(MOST_MISSING_SECONDS);
    expect(played.frames).toBeGreaterThan(seconds);
    const [r = 0, g = 0, b = 0] = played.middles.at(-1) ?? [];
    const [red, green, blue] = COLOURS[HALL.colour];
    expect(Math.abs(r - red) + Math.abs(g - green) + Math.abs(b - blue)).toBeLessThan(60);
    const [own = 0, other = 0] = played.pitches;
    expect(own).toBe(1);
    expect(other).toBeLessThan(0.1);
  }
});

test('[SEC1] a classified session: marked on every screen, nothing is recorded, nothing goes out', async () => {
  acknowledged.clear();
  await held.must({ type: 'startRecording' });
  await until('another recording is being written', SOON_MS, () => acknowledgedOf(1) >= 1);
  await held.must({ type: 'beginClassified' });
  for (const screen of [wall, desk]) {
    await screen.page.locator('.session-band[data-kind="classified"]').waitFor({ timeout: SOON_MS });
  }
  await until('the page has stopped', SOON_MS, async () => (await statusOf('state')) === 'idle');
  const taken = acknowledged.size;
  await expect(held.must({ type: 'startRecording' })).rejects.toThrow('classified');
  await new Promise((resolve) => setTimeout(resolve, TWO_PIECES_MS));
  expect(acknowledged.size).toBe(taken);
  await held.must({ type: 'endClassified' });
});

test('[REC6] a recording that is deleted is gone from the disk, and stays on the record', async () => {
  const root = await recordingFolder();
  const [first] = await recordingsOf(held);
  expect(onDisk(root).size).toBeGreaterThan(0);
  if (first !== undefined) await held.must({ type: 'eraseRecording', recordingId: first.recordingId });
  await until('the folder is gone', SOON_MS, () => !existsSync(root));
  const [erased] = await recordingsOf(held);
  expect(erased).toMatchObject({ recordingId: first?.recordingId, parts: [], deletedAt: expect.any(Number) });
});
