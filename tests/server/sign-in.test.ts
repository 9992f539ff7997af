import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sessionSchema } from '../../shared/protocol/http.ts';
import {
  Caller,
  codeOf,
  connected,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
});
afterAll(() => server.stop());

describe('links', () => {
  test('a link is exchanged for an HttpOnly, SameSite=Strict cookie and the path of the screen', async () => {
    const { token } = await server.mint({ seat: 'wall', conference: conference.id });
    const response = await new Caller(server.origin).signIn(token);
    expect(response.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/);
    expect(await response.json()).toMatchObject({ seat: 'wall', screen: `/c/${conference.id}/wall` });
  });

  test('a link serves every device of its bridge', async () => {
    const { token } = await server.mint({ seat: 'operator', conference: conference.id, bridgeId: conference.caMau });
    expect((await new Caller(server.origin).signIn(token)).status).toBe(200);
    expect((await new Caller(server.origin).signIn(token)).status).toBe(200);
  });

  test('an unknown link and a revoked link are answered alike', async () => {
    const { id, token } = await server.mint({ seat: 'viewer', conference: conference.id });
    expect((await new Caller(server.origin).signIn(token)).status).toBe(200);
    const revoked = await secretariat.fetch(`/api/conferences/${conference.id}/invitations/${id}/revoke`, {
      method: 'POST',
    });
    expect(revoked.status).toBe(204);
    const after = await new Caller(server.origin).signIn(token);
    const unknown = await new Caller(server.origin).signIn('x'.repeat(43));
    expect([after.status, await after.text()]).toEqual([unknown.status, await unknown.text()]);
    expect(after.status).toBe(410);
  });

  test('revoking a link ends its sign-ins and closes their sockets at once', async () => {
    const { id, token } = await server.mint({ seat: 'viewer', conference: conference.id });
    const viewer = new Caller(server.origin);
    await viewer.signIn(token);
    const socket = viewer.socket();
    expect(await connected(socket)).toBe('connected');
    const told = new Promise((resolve) => socket.once('signedOut', resolve));
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    await secretariat.fetch(`/api/conferences/${conference.id}/invitations/${id}/revoke`, { method: 'POST' });
    expect(await told).toBe('revoked');
    await closed;
    expect((await viewer.fetch('/api/session')).status).toBe(401);
    expect(await connected(viewer.socket())).toBe('signed-out');
  });

  test('only the secretariat makes links, and only for bridges that are there', async () => {
    const moderator = await Caller.signedIn(server, { seat: 'moderator', conference: conference.id });
    const path = `/api/conferences/${conference.id}/invitations`;
    const wish = { seat: 'operator', bridgeId: conference.anGiang, label: 'An Giang' };
    expect((await moderator.fetch(path, { method: 'POST', body: wish })).status).toBe(403);
    expect((await secretariat.fetch(path, { method: 'POST', body: wish })).status).toBe(201);
    expect((await secretariat.fetch(path, { method: 'POST', body: { ...wish, bridgeId: 'nowhere' } })).status).toBe(
      404,
    );
    expect((await secretariat.fetch(path, { method: 'POST', body: { ...wish, bridgeId: null } })).status).toBe(400);
  });

  test('the secret of a link stands neither in the database nor in the log', async () => {
    const { token } = await server.mint({ seat: 'viewer', conference: conference.id });
    const viewer = new Caller(server.origin);
    await viewer.signIn(token);
    const cookie = viewer.cookies[0]?.split('=')[1] ?? 'no cookie';
    const { readFile } = await import('node:fs/promises');
    const files = ['journal.sqlite', 'journal.sqlite-wal', 'server.log'];
    const bytes = (await Promise.all(files.map((name) => readFile(`${server.dataDir}/${name}`, 'latin1')))).join('');
    // The control: what is no secret can be found by the same search.
    expect(bytes).toContain(conference.id);
    expect(bytes).not.toContain(token);
    expect(bytes).not.toContain(cookie);
  });
});

describe('several seats in one browser', () => {
  test('the seat of the screen that asks is the one that acts', async () => {
    const browser = new Caller(server.origin);
    await browser.signIn((await server.mint({ seat: 'wall', conference: conference.id })).token);
    await browser.signIn((await server.mint({ seat: 'moderator', conference: conference.id })).token);
    const seatAt = async (screen: string) =>
      sessionSchema.parse(await (await browser.fetch('/api/session', { headers: { 'x-screen': screen } })).json()).seat;
    expect(await seatAt(`/c/${conference.id}/wall`)).toBe('wall');
    expect(await seatAt(`/c/${conference.id}/console`)).toBe('moderator');
    expect(await seatAt('/somewhere/else')).toBe('moderator');
  });
});

describe('guessing', () => {
  test('after twenty wrong tries a wrong link has to wait, and a right one passes', async () => {
    const guesser = await startTestServer();
    try {
      const { token } = await guesser.mint({ seat: 'secretariat' });
      const caller = new Caller(guesser.origin);
      expect((await caller.signIn(token)).status).toBe(200);
      for (let i = 0; i < 20; i++) expect((await caller.signIn('y'.repeat(43))).status).toBe(410);
      const late = await caller.signIn('y'.repeat(43));
      expect([late.status, await codeOf(late)]).toEqual([429, 'too-many-tries']);
      expect((await caller.signIn(token)).status).toBe(200);
    } finally {
      await guesser.stop();
    }
  });
});
