import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import type { Command } from '../../shared/domain/command.ts';
import { recorderStateSchema } from '../../shared/protocol/technical.ts';
import { FakeEgress } from '../support/fake-egress.ts';
import {
  Caller,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';
import { until } from '../support/until.ts';

/** It is asked anew every five seconds. */
const SOON_MS = 20_000;
const KEYS = { LIVEKIT_API_KEY: 'k9Qw7ZpXv2', LIVEKIT_API_SECRET: 'zX8vB2nM5kL1pQ9rT4wY7uJ3hG6fD0sA' };

const egress = new FakeEgress();
let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;

beforeAll(async () => {
  await egress.open();
  server = await startTestServer({ LIVEKIT_URL: egress.url, LIVEKIT_EGRESS: 'on', LIVEKIT_EGRESS_FOLDER: '/ghi' });
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
  await must({ type: 'decideRecording', allowed: true });
});
afterAll(async () => {
  await server.stop();
  await egress.close();
});

const must = async (command: Command): Promise<void> => {
  expect(await secretariat.command(conference.id, command)).toMatchObject({ ok: true });
};
const state = async () => {
  const response = await secretariat.fetch(`/api/conferences/${conference.id}/recordings/recorder`);
  return recorderStateSchema.parse(await response.json()).egress;
};
const untilState = (wished: Awaited<ReturnType<typeof state>>): Promise<void> =>
  until(`egress is ${wished}`, SOON_MS, async () => (await state()) === wished);

test('[REC25] where Egress is configured, it records the page of the recorder while a recording runs, and once', async () => {
  expect(await state()).toBe('idle');
  await must({ type: 'startRecording' });
  await until('it was started', SOON_MS, () => egress.active.length === 1);
  const [run] = egress.active;
  if (run === undefined) throw new Error('it was not started');
  expect(run.filepath).toMatch(new RegExp(`^/ghi/${conference.id}_[A-Za-z0-9-]+_\\d+\\.mp4$`));
  expect(run.awaitsSignal).toBe(true);
  const page = new Caller(server.origin);
  const signedIn = await page.signIn(new URL(run.url).hash.slice(1));
  expect(await signedIn.json()).toMatchObject({ seat: 'recorder', screen: `/c/${conference.id}/recorder` });
  await untilState('starting');
  run.status = 'EGRESS_ACTIVE';
  await untilState('recording');
  expect(egress.runs.length, 'asked again and again, it is started once').toBe(1);

  await must({ type: 'stopRecording' });
  await until('it was stopped', SOON_MS, () => egress.active.length === 0);
  await untilState('idle');
  const link = `/api/conferences/${conference.id}/recordings/recorder`;
  await until('its seat is shut', SOON_MS, async () => (await page.fetch(link)).status === 401);
});

test('[REC26] Egress that refuses or does not answer is said to, and is asked again by itself', async () => {
  egress.refuses = true;
  await must({ type: 'startRecording' });
  await untilState('refused');
  await egress.close();
  await untilState('unreachable');
  egress.refuses = false;
  await egress.open();
  await until('it was started', SOON_MS, () => egress.active.length === 1);
  await must({ type: 'beginClassified' });
  await until('it was stopped', SOON_MS, () => egress.active.length === 0);
  expect(egress.active).toEqual([]);
});

test('[REC27] Egress without a LiveKit of its own is refused at the start, with the variable named', () => {
  expect(() => readConfig({ LIVEKIT_EGRESS: 'on' })).toThrow('LIVEKIT_EGRESS');
  expect(() => readConfig({ LIVEKIT_EGRESS: 'vâng' })).toThrow('LIVEKIT_EGRESS');
  const own = { LIVEKIT_URL: 'http://127.0.0.1:7880', ...KEYS };
  expect(readConfig(own).livekit.egressFolder).toBeNull();
  expect(readConfig({ ...own, LIVEKIT_EGRESS: 'on' }).livekit.egressFolder).toBe('/out');
});
