import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { LAST_CLOCK_TIME } from '../../shared/domain/instant.ts';
import { conferenceSummarySchema } from '../../shared/protocol/http.ts';
import {
  Caller,
  codeOf,
  connected,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
  type TestSocket,
} from '../support/test-server.ts';

/** What was tried by hand against codes, rehearsals and large messages. Each of these once worked. */
let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
});
afterAll(() => server.stop());

const rehearse = (startsAt: number): Promise<Response> =>
  secretariat.fetch(`/api/conferences/${conference.id}/rehearsals`, { method: 'POST', body: { startsAt } });

test('a rehearsal on a clock at the end of time is refused before anybody is told: its journal would open never again', async () => {
  for (const startsAt of [8_640_000_000_000_000, LAST_CLOCK_TIME + 1]) {
    const refused = await rehearse(startsAt);
    expect([refused.status, await codeOf(refused)]).toEqual([409, 'malformed']);
  }
  const all = await (await secretariat.fetch('/api/conferences')).json();
  expect(z.array(conferenceSummarySchema).parse(all)).toHaveLength(1);
  // Nothing runs: the next is not refused as the second.
  expect((await rehearse(LAST_CLOCK_TIME)).status).toBe(201);
});

/** Large, and no JSON: whoever reads it says so. */
const UNREADABLE = `{"a":[${'1,'.repeat(120_000)}`;
const paths = () => ['/api/agenda-templates', `/api/conferences/${conference.id}/commands`];

test('a large body is not even read of a stranger, nor of a seat that writes no programmes', async () => {
  const viewer = await Caller.signedIn(server, { seat: 'viewer', conference: conference.id });
  for (const path of paths()) {
    const answerTo = async (caller: Caller) => (await caller.fetch(path, { method: 'POST', body: UNREADABLE })).status;
    expect([path, await answerTo(new Caller(server.origin))]).toEqual([path, 401]);
    // Who may not write programmes at all is told so first.
    expect([path, await answerTo(viewer)]).toEqual([path, path === '/api/agenda-templates' ? 403 : 413]);
    expect([path, await answerTo(secretariat)]).toEqual([path, 400]);
  }
});

async function lineOf(wish: Parameters<TestServer['mint']>[0]): Promise<TestSocket> {
  const caller = await Caller.signedIn(server, { conference: conference.id, ...wish });
  const socket = caller.socket();
  expect(await connected(socket)).toBe('connected');
  return socket;
}

/** What becomes of a message of this length: an answer, or a line that is cut. */
const saying = (socket: TestSocket, length: number): Promise<string> =>
  new Promise((resolve) => {
    socket.once('disconnect', () => resolve('cut'));
    socket.emit('command', { id: randomUUID(), nonsense: 'x'.repeat(length) }, (ack) =>
      resolve(ack.ok ? 'accepted' : ack.code),
    );
  });

test('a viewer’s long message cuts the line before it is read; a programme of the secretariat goes through', async () => {
  const viewer = await lineOf({ seat: 'viewer' });
  expect(await saying(viewer, 1_000)).toBe('malformed');
  expect(await saying(viewer, 20_000)).toBe('cut');
  for (const wish of [{ seat: 'moderator' }, { seat: 'operator', bridgeId: conference.anGiang }] as const) {
    const writer = await lineOf(wish);
    expect(await saying(writer, 400_000)).toBe('malformed');
    writer.close();
  }
});

test('nor does a line carry large messages, or small ones, without end', async () => {
  const moderator = await lineOf({ seat: 'moderator' });
  const answers = await Promise.all(Array.from({ length: 12 }, () => saying(moderator, 400_000)));
  expect([answers[0], answers.at(-1)]).toEqual(['malformed', 'cut']);

  const viewer = await lineOf({ seat: 'viewer' });
  const cut = new Promise((resolve) => viewer.once('disconnect', () => resolve('cut')));
  for (let i = 0; i < 500; i++) viewer.emit('clock', () => undefined);
  expect(await saying(viewer, 10)).toBe('malformed');
  for (let i = 0; i < 600; i++) viewer.emit('clock', () => undefined);
  expect(await cut).toBe('cut');
});
