import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  Caller,
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

describe('whose page asks', () => {
  const ORIGINS = ['own', 'https://evil.example', 'null', 'http://127.0.0.1:1', undefined] as const;
  const SITES = ['same-origin', 'none', 'same-site', 'cross-site', undefined] as const;
  const TYPES = [
    'application/json',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ] as const;
  const cells = ORIGINS.flatMap((origin) =>
    SITES.flatMap((site) => TYPES.map((type) => [origin, site, type] as const)),
  );

  test('[THR1] Origin × Sec-Fetch-Site × content type: only our own page, and only as JSON, changes anything', async () => {
    const mint = async ([origin, site, type]: (typeof cells)[number]): Promise<number> => {
      const answer = await secretariat.fetch(`/api/conferences/${conference.id}/invitations`, {
        method: 'POST',
        body: JSON.stringify({ seat: 'wall', bridgeId: null, label: 'Màn hình' }),
        headers: {
          'content-type': type,
          ...(origin === undefined ? {} : { origin: origin === 'own' ? server.origin : origin }),
          ...(site === undefined ? {} : { 'sec-fetch-site': site }),
        },
      });
      return answer.status;
    };
    for (const cell of cells) {
      const [origin, site, type] = cell;
      const isOwn = (origin === 'own' || origin === undefined) && site !== 'same-site' && site !== 'cross-site';
      const expected = isOwn ? (type === 'application/json' ? 201 : 400) : 403;
      expect([cell, await mint(cell)]).toEqual([cell, expected]);
    }
  });

  test('[THR2] a foreign page cannot read either: no answer allows it, whatever it asks for', async () => {
    const headers = { origin: 'https://evil.example' };
    for (const path of ['/api/session', `/api/conferences/${conference.id}/snapshot`, '/', '/healthz']) {
      const answer = await secretariat.fetch(path, { headers });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
  });
});

describe('what every page class is sent with', () => {
  const PAGES = (id: string, bridge: string) =>
    ({
      start: '/',
      join: '/join',
      console: `/c/${id}/console`,
      bridge: `/c/${id}/bridge/${bridge}`,
      phone: `/c/${id}/phone/${bridge}`,
      camera: `/c/${id}/camera/${bridge}`,
      present: `/c/${id}/present/${bridge}`,
      kiosk: `/c/${id}/kiosk/${bridge}`,
      wall: `/c/${id}/wall`,
      board: `/c/${id}/board`,
      recorder: `/c/${id}/recorder`,
      programme: `/c/${id}/programme`,
      handbook: `/s/${id}`,
    }) as const;

  test('[THR3] no frame, no opener, no referrer, no guessing of types, and captures where the work needs them', async () => {
    const captures: Record<string, string> = {};
    for (const [name, path] of Object.entries(PAGES(conference.id, conference.anGiang))) {
      const { status, headers } = await secretariat.fetch(path);
      expect([name, status]).toEqual([name, 200]);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, name).toContain("frame-ancestors 'none'");
      expect(policy, name).toContain("default-src 'none'");
      expect(policy, name).toContain("require-trusted-types-for 'script';trusted-types default");
      expect(policy, name).not.toMatch(/unsafe-|https?:|\*/);
      expect([
        headers.get('x-frame-options'),
        headers.get('cross-origin-opener-policy'),
        headers.get('cross-origin-resource-policy'),
        headers.get('referrer-policy'),
        headers.get('x-content-type-options'),
        headers.get('x-powered-by'),
      ]).toEqual(['DENY', 'same-origin', 'same-origin', 'no-referrer', 'nosniff', null]);
      const allowed = (headers.get('permissions-policy') ?? '').matchAll(
        /(camera|microphone|display-capture)=\(self\)/g,
      );
      captures[name] = [...allowed].map(([, device]) => device).join(' ');
    }
    expect(captures).toEqual({
      start: '',
      join: '',
      console: 'camera microphone',
      bridge: 'camera microphone',
      phone: 'camera microphone',
      camera: 'camera',
      present: 'display-capture',
      kiosk: 'camera',
      wall: '',
      board: '',
      recorder: '',
      programme: '',
      handbook: '',
    });
  });

  test('[THR4] what is said of a conference is kept by no cache', async () => {
    for (const path of ['/api/session', '/api/conferences', `/api/conferences/${conference.id}/delegates`]) {
      expect((await secretariat.fetch(path)).headers.get('cache-control')).toBe('no-store');
    }
  });
});

describe('a body that says who it is', () => {
  test('[THR5] fields of rights in a request are refused, or change nothing', async () => {
    const { token } = await server.mint({ seat: 'viewer', conference: conference.id });
    const extra = {
      seat: 'secretariat',
      role: 'moderator',
      bridgeId: conference.anGiang,
      conference: null,
      actor: { seat: 'system' },
    };
    const caller = new Caller(server.origin);
    expect((await caller.fetch('/api/session', { method: 'POST', body: { token, ...extra } })).status).toBe(400);
    const signed = await caller.signIn(token);
    expect(await signed.json()).toMatchObject({ seat: 'viewer', bridgeId: null });
    const asked = await caller.fetch(
      `/api/session?${new URLSearchParams({ seat: 'secretariat', role: 'admin' }).toString()}`,
      {
        headers: { 'x-screen': `/c/${conference.id}/console`, 'x-seat': 'secretariat' },
      },
    );
    expect(await asked.json()).toMatchObject({ seat: 'viewer' });
    for (const [key, value] of Object.entries(extra)) {
      const body = {
        id: 'a',
        conference: conference.id,
        command: { type: 'openConference' },
        ...(key === 'conference' ? {} : { [key]: value }),
      };
      const answer = await caller.fetch(`/api/conferences/${conference.id}/commands`, { method: 'POST', body });
      expect([key, answer.status]).toEqual([key, key === 'conference' ? 409 : 400]);
    }
  });

  test('[THR6] failing with somebody else’s name harms only whoever fails', async () => {
    const victim = await Caller.signedIn(server, {
      seat: 'operator',
      conference: conference.id,
      bridgeId: conference.anGiang,
    });
    const socket = victim.socket();
    await new Promise((resolve) => socket.once('connect', () => resolve(true)));
    const stranger = await Caller.signedIn(server, {
      seat: 'operator',
      conference: conference.id,
      bridgeId: conference.caMau,
    });
    for (let i = 0; i < 30; i++) {
      const command = {
        type: 'requestSpeech' as const,
        bridgeId: conference.anGiang,
        kind: 'opinion' as const,
        subject: 'x',
        speaker: { fullName: null, positions: ['A'] },
        itemId: null,
        category: null,
      };
      await stranger.command(conference.id, command);
    }
    expect(socket.connected).toBe(true);
    expect((await victim.fetch('/api/session')).status).toBe(200);
    socket.close();
  });
});
