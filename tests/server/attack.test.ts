import { createHash, randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import WebSocket from 'ws';
import { Seats } from '../../server/application/seats.ts';
import type { Accounts } from '../../server/store/accounts.ts';
import { openSqliteStore } from '../../server/store/sqlite-store.ts';
import { seatFrom } from '../../server/transport/cookies.ts';
import { delegatePageSchema } from '../../shared/protocol/http.ts';
import { delegateInput } from '../support/builders.ts';
import {
  Caller,
  connected,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

/** What a stranger, or a seat that means harm, tried by hand. Each of these once worked. */
let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
});
afterAll(() => server.stop());

/** Sends the very bytes, never hangs up, and tells the answer once the server has closed the connection. */
const sendRaw = (text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ port: Number(new URL(server.origin).port), host: '127.0.0.1', allowHalfOpen: true });
    let answer = '';
    const giveUp = setTimeout(() => resolve('still open'), 2_000);
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('end', () => {
      clearTimeout(giveUp);
      socket.destroy();
      resolve(answer);
    });
    socket.write(text);
  });

const upgradeOf = (path: string): string =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';

describe('an upgrade by a stranger', () => {
  test('is refused and hung up whatever its address, and ends neither the server nor a connection', async () => {
    for (const path of ['//', 'http://[/', '/foo', '/livekit', '/livekit/twirp/x/../../rtc', '/livekit/rtc']) {
      expect([path, await sendRaw(upgradeOf(path))]).toEqual([path, expect.stringMatching(/^HTTP\/1.1 403 /)]);
    }
    expect((await secretariat.fetch('/healthz')).status).toBe(200);
  });

  test('without a seat it asks once: a thousand asks in one connection close it', async () => {
    const url = `${server.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    const socket = new WebSocket(url, { headers: { origin: server.origin } });
    await new Promise((resolve) => socket.once('open', resolve));
    const closed = new Promise((resolve) => socket.once('close', () => resolve('closed')));
    for (let i = 0; i < 1_000; i++) socket.send('40');
    expect(await Promise.race([closed, pause(3_000, 'still open')])).toBe('closed');
  });
});

describe('a request that is wrong', () => {
  test('is the stranger’s fault, not ours: no 500, nothing in the log', async () => {
    const before = await server.logged();
    const inflated = await secretariat.fetch('/api/session', {
      method: 'POST',
      body: 'not gzip',
      headers: { 'content-encoding': 'gzip' },
    });
    const missing = await secretariat.fetch('/assets/nothing.js');
    const outside = await secretariat.fetch('/assets/..%2findex.html');
    expect([inflated.status, missing.status, outside.status]).toEqual([400, 404, 404]);
    expect(await server.logged()).toBe(before);
  });

  test('to the path of Socket.IO is answered once', async () => {
    // A second answer is an error of ours, which hangs up; answered once, the connection stays for the next request.
    const request = 'GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\n\r\n';
    expect(await sendRaw(request)).toBe('still open');
    expect((await secretariat.fetch('/socket.io/?EIO=4&transport=polling')).status).toBe(400);
  });
});

test('why somebody is absent is for the staff and the own bridge', async () => {
  const { id, anGiang, caMau } = conference;
  const wish = delegateInput({ fullName: 'Trần Thị B' });
  await secretariat.command(id, { type: 'registerDelegates', bridgeId: caMau, delegates: [wish] });
  const path = `/api/conferences/${id}/delegates?bridge=${caMau}`;
  const listOf = async (caller: Caller) => delegatePageSchema.parse(await (await caller.fetch(path)).json()).delegates;
  const [delegate] = await listOf(secretariat);
  if (delegate === undefined) throw new Error('the delegate was not registered');
  const { delegateId } = delegate;
  const reason = 'điều trị nội trú';
  await secretariat.command(id, { type: 'markDelegateAbsent', bridgeId: caMau, delegateId, excused: true, reason });
  const reasonFor = async (wished: Parameters<TestServer['mint']>[0]) =>
    (await listOf(await Caller.signedIn(server, { conference: id, ...wished })))[0]?.absenceReason;
  expect(await reasonFor({ seat: 'viewer' })).toBeNull();
  expect(await reasonFor({ seat: 'wall' })).toBeNull();
  expect(await reasonFor({ seat: 'operator', bridgeId: anGiang })).toBeNull();
  expect(await reasonFor({ seat: 'operator', bridgeId: caMau })).toBe(reason);
  expect(await reasonFor({ seat: 'moderator' })).toBe(reason);
});

test('a flood of hellos is told to slow down before it is answered with the whole conference each time', async () => {
  const viewer = await Caller.signedIn(server, { seat: 'viewer', conference: conference.id });
  const socket = viewer.socket();
  await connected(socket);
  const hello = { conference: conference.id, since: {} };
  const answers = await Promise.all(
    Array.from({ length: 60 }, () => new Promise<unknown>((resolve) => socket.emit('hello', hello, resolve))),
  );
  socket.close();
  const refused = { ok: false, code: 'too-many-commands' };
  expect(answers[0]).toMatchObject({ ok: true });
  expect(answers.at(-1)).toEqual(refused);
});

describe('a sign-in that is over', () => {
  test('ends on an open line too, when its time has passed', async () => {
    const { id } = await server.mint({ seat: 'viewer', conference: conference.id });
    const secret = 's'.repeat(43);
    const store = await openSqliteStore(join(server.dataDir, 'journal.sqlite'));
    const now = Date.now();
    await store.accounts.addSession({
      id: randomUUID(),
      secretHash: createHash('sha256').update(secret).digest(),
      invitationId: id,
      createdAt: now,
      expiresAt: now + 1_500,
      endedAt: null,
    });
    await store.close();
    const viewer = new Caller(server.origin);
    viewer.cookies.push(`dc-0123456789ab=${secret}`);
    const socket = viewer.socket();
    expect(await connected(socket)).toBe('connected');
    const closed = new Promise((resolve) => socket.once('disconnect', () => resolve('closed')));
    expect(await Promise.race([closed, pause(4_000, 'still open')])).toBe('closed');
    expect(await connected(viewer.socket())).toBe('signed-out');
  });

  test('is over for a request whose other cookies are still being looked up', async () => {
    const store = await openSqliteStore(join(server.dataDir, 'journal.sqlite'));
    let letGo: (row: null) => void = () => undefined;
    const held = new Promise<null>((resolve) => {
      letGo = resolve;
    });
    let holding = false;
    const accounts: Accounts = new Proxy(store.accounts, {
      get: (target, name, receiver) =>
        name === 'sessionBySecret' && holding ? () => held : Reflect.get(target, name, receiver),
    });
    const seats = new Seats(accounts);
    const { invitation, token } = await seats.mint({
      seat: 'viewer',
      conference: conference.id,
      bridgeId: null,
      label: 'thử',
    });
    const signedIn = await seats.signIn(token);
    const own = `dc-0123456789ab=${signedIn?.secret ?? ''}`;
    expect(await seatFrom(seats, own, undefined)).not.toBeNull();
    holding = true;
    const racing = seatFrom(seats, `${own}; dc-ba9876543210=unknown`, undefined);
    await seats.revoke(invitation.id);
    letGo(null);
    expect(await racing).toBeNull();
    await store.close();
  });
});
