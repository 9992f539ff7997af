import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../../server/config.ts';
import { type Conditions, readinessOf } from '../../server/observe/readiness.ts';
import { Caller, connected, createSmallConference, startTestServer, type TestServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

const TOKEN = 'uW5tR8yQ2pL6kJ9hG3fD7sA1zX4cV0bN';

let server: TestServer;
let secretariat: Caller;

beforeAll(async () => {
  server = await startTestServer({ METRICS_TOKEN: TOKEN });
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
});
afterAll(() => server.stop());

/** `fetch` would not send some of these headers. */
function ask(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request(`${server.origin}${path}`, { headers }, (response) => {
      text(response).then((body) => resolve({ status: response.statusCode ?? 0, body }), reject);
    })
      .once('error', reject)
      .end();
  });
}

const figure = async (line: RegExp): Promise<number> => {
  const { body } = await ask('/metrics');
  return Number(line.exec(body)?.[1] ?? 0);
};

const PROXIED = { 'x-forwarded-for': '10.0.0.9' };

test('[OBS1] figures and readiness are shown to the machine itself and to the holder of the token, to nobody else', async () => {
  for (const path of ['/metrics', '/readyz']) {
    expect((await ask(path)).status, path).not.toBe(404);
    expect((await ask(path, PROXIED)).status, path).toBe(404);
    expect((await ask(path, { ...PROXIED, authorization: `Bearer ${TOKEN.slice(1)}x` })).status, path).toBe(404);
    expect((await ask(path, { ...PROXIED, authorization: `Bearer ${TOKEN}` })).status, path).not.toBe(404);
  }
  expect((await ask('/healthz', PROXIED)).status).toBe(200);
  const unknown = await ask('/no-such-page', PROXIED);
  expect((await ask('/metrics', PROXIED)).body).toBe(unknown.body);
});

test('[OBS2] a token that anybody could guess is refused at the start', () => {
  for (const METRICS_TOKEN of ['short', 'a'.repeat(40), `secret-${TOKEN}`]) {
    expect(() => readConfig({ METRICS_TOKEN })).toThrow('METRICS_TOKEN');
  }
  expect(readConfig({ METRICS_TOKEN: TOKEN }).metricsToken).toBe(TOKEN);
  expect(readConfig({}).metricsToken).toBeNull();
});

test('[OBS3] readiness names what is wrong: here LiveKit is away', async () => {
  const { status, body } = await ask('/readyz');
  const parts = z.object({ ready: z.boolean(), journal: z.string(), media: z.string(), disk: z.string() });
  expect(status).toBe(503);
  expect(parts.parse(JSON.parse(body))).toEqual({ ready: false, journal: 'ok', media: 'absent', disk: 'ok' });
});

const WELL: Conditions = {
  journal: () => 'ok',
  mediaReady: () => true,
  lag: () => ({ p99Ms: 3, longestMs: 40 }),
  clockOffsetMs: () => -12,
  diskFree: async () => 10 * 1024 ** 3,
  certificate: () => ({ state: 'ok', daysLeft: 300 }),
};

test.each<[string, Partial<Conditions>, Record<string, unknown>]>([
  ['nothing', {}, { ready: true }],
  ['a journal that refuses', { journal: () => 'refusing' }, { ready: false, journal: 'refusing' }],
  ['a damaged journal', { journal: () => 'damaged' }, { ready: false, journal: 'damaged' }],
  ['an absent LiveKit', { mediaReady: () => false }, { ready: false, media: 'absent' }],
  ['a blocked loop', { lag: () => ({ p99Ms: 5, longestMs: 4_900 }) }, { ready: false, loop: 'blocked' }],
  ['a clock that was set', { clockOffsetMs: () => -300_000 }, { ready: false, clock: 'differs' }],
  ['a certificate that has ended', { certificate: () => ({ state: 'expired', daysLeft: -2 }) }, { ready: false }],
  ['one that is not valid yet', { certificate: () => ({ state: 'not-yet', daysLeft: 90 }) }, { ready: false }],
  ['one that ends soon', { certificate: () => ({ state: 'ends-soon', daysLeft: 29 }) }, { ready: true }],
  ['none, behind a proxy', { certificate: () => ({ state: 'none', daysLeft: null }) }, { ready: true }],
  ['a full disk', { diskFree: async () => 1024 }, { ready: false, disk: 'full' }],
])('[OBS4] ready or not, by %s', async (_, condition, expected) => {
  expect(await readinessOf({ ...WELL, ...condition })).toMatchObject(expected);
});

test('[OBS5] what happened is counted: commands, transactions, lines, refused sign-ins', async () => {
  const conference = await createSmallConference(secretariat);
  const socket = secretariat.socket();
  expect(await connected(socket)).toBe('connected');
  const hello = await socket.timeout(5_000).emitWithAck('hello', { conference: conference.id, since: {} });
  expect(hello.ok).toBe(true);
  const refusals = /diemcau_sign_ins_refused_total\{door="link"\} (\d+)/;
  const before = await figure(refusals);
  expect((await new Caller(server.origin).signIn('x'.repeat(43))).status).toBe(410);
  await secretariat.command(conference.id, { type: 'closeConference' });
  const told = new Promise((resolve) => socket.once('patch', resolve));
  await secretariat.command(conference.id, { type: 'openConference' });
  await told;

  const { body } = await ask('/metrics');
  expect(body).toContain('diemcau_commands_total{type="createConference",outcome="ok"} 1');
  expect(body).toMatch(/diemcau_commands_total\{type="closeConference",outcome="(?!ok)[a-z-]+"\} 1/);
  expect(body).toMatch(/diemcau_command_seconds_count\{outcome="ok"\} [1-9]/);
  expect(body).toMatch(/diemcau_journal_append_seconds_count\{outcome="kept"\} [1-9]/);
  expect(body).toContain('diemcau_lines{seat="secretariat"} 1');
  expect(body).toContain('diemcau_followers{stream="staff"} 1');
  expect(body).toMatch(/diemcau_hellos_total\{answer="snapshot"\} [1-9]/);
  expect(body).toMatch(/diemcau_frames_total\{stream="staff"\} [1-9]/);
  expect(body).toContain('diemcau_media_ready 0');
  for (const name of ['diemcau_disk_free_bytes', 'process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds']) {
    expect(body).toMatch(new RegExp(`^${name} [\\d.e+-]+$`, 'm'));
  }
  expect(await figure(refusals)).toBe(before + 1);
  socket.disconnect();
  await until('the line is gone', 5_000, async () => (await figure(/diemcau_lines\{seat="secretariat"\} (\d+)/)) === 0);
});

/** Numbers by their nature: sizes of buckets, and the version of Node. */
const OF_NODE = new Set(['le', 'version', 'major', 'minor', 'patch']);

test('[OBS6] no figure names a conference, a bridge, a sign-in or a person', async () => {
  const conference = await createSmallConference(secretariat);
  const socket = secretariat.socket();
  await connected(socket);
  await socket.timeout(5_000).emitWithAck('hello', { conference: conference.id, since: {} });
  await secretariat.fetch(`/api/conferences/${conference.id}/delegates?bridge=${conference.anGiang}`);
  await secretariat.fetch(`/api/conferences/${randomUUID()}/delegates`);
  const { body } = await ask('/metrics');
  const labels = [...body.matchAll(/(\w+)="([^"]*)"/g)].filter(([, name]) => !OF_NODE.has(name ?? ''));
  expect(labels.length).toBeGreaterThan(20);
  // Words of the product's own code: short, without digits in a row, of ASCII letters.
  for (const [pair, , value] of labels) expect(value, pair).toMatch(/^[A-Za-z][A-Za-z0-9_-]{0,30}$|^[1-5]xx$/);
  const ids = [conference.id, conference.anGiang, conference.caMau, 'An Giang', 'Cà Mau'];
  for (const id of ids) expect(body).not.toContain(id);
  socket.disconnect();
});
