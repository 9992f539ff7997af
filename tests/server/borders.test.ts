import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandAck } from '../../shared/protocol/command.ts';
import {
  Caller,
  codeOf,
  connected,
  createSmallConference,
  SECRET_PHONE,
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

const seqNow = async (): Promise<number> => (await secretariat.snapshot(conference.id)).seq;
const ask = (bridgeId: string) => ({
  type: 'requestSpeech' as const,
  bridgeId: bridgeId as SmallConference['anGiang'],
  kind: 'opinion' as const,
  subject: 'Xin phát biểu',
  speaker: { fullName: 'Nguyễn Văn A', positions: [] },
  itemId: null,
  category: null,
});

describe('pages of strangers', () => {
  const post = (headers: Record<string, string>) =>
    secretariat.fetch(`/api/conferences/${conference.id}/commands`, { method: 'POST', body: {}, headers });

  test('a foreign, a null and a cross-site page change nothing; our own page may ask', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const refused = await post(headers);
      expect([refused.status, await codeOf(refused)]).toEqual([403, 'foreign-origin']);
    }
    // The control: from our own origin the very same body gets as far as the schema.
    const own = await post({ origin: server.origin, 'sec-fetch-site': 'same-origin' });
    expect([own.status, await codeOf(own)]).toEqual([400, 'malformed']);
  });

  test('a foreign page gets no socket; our own page does', async () => {
    expect(await connected(secretariat.socket({ origin: 'https://evil.example' }))).not.toBe('connected');
    expect(await connected(secretariat.socket({ origin: 'null' }))).not.toBe('connected');
    const own = secretariat.socket();
    expect(await connected(own)).toBe('connected');
    own.close();
  });

  test('nobody without a sign-in gets a socket or an answer', async () => {
    const stranger = new Caller(server.origin);
    expect(await connected(stranger.socket())).toBe('signed-out');
    expect((await stranger.fetch('/api/conferences')).status).toBe(401);
    expect((await stranger.fetch(`/api/conferences/${conference.id}/snapshot`)).status).toBe(401);
  });
});

describe('headers', () => {
  test('the policy allows nothing inline and nothing from outside', async () => {
    const policy = (await secretariat.fetch('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test('[TLK9] a screen may ask its browser for what its work needs, and for nothing else', async () => {
    const of = async (screen: string) =>
      (await secretariat.fetch(`/c/${conference.id}/${screen}`)).headers.get('permissions-policy') ?? '';
    for (const screen of [`bridge/${conference.caMau}`, `phone/${conference.caMau}`, 'console', 'director', 'lines']) {
      expect(await of(screen)).toContain(
        'camera=(self), microphone=(self), speaker-selection=(self), display-capture=()',
      );
    }
    expect(await of(`camera/${conference.caMau}`)).toContain('camera=(self), microphone=()');
    expect(await of(`present/${conference.caMau}`)).toContain(
      'camera=(), microphone=(), speaker-selection=(), display-capture=(self)',
    );
    for (const screen of ['wall', 'programme', 'chair', 'recorder', 'nothing']) {
      expect(await of(screen)).toContain('camera=(), microphone=(), speaker-selection=(), display-capture=()');
    }
  });

  test('files of the server cannot be reached by any path', async () => {
    for (const path of [
      '/assets/..%2f..%2fpackage.json',
      '/..%2f..%2fpackage.json',
      '/assets/%00',
      '/.env',
      '/api/nothing',
    ]) {
      const response = await secretariat.fetch(path);
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(await response.text()).not.toContain('"dependencies"');
    }
  });
});

describe('commands that must not pass', () => {
  test('an operator acts for the own bridge and for no other', async () => {
    const operator = await Caller.signedIn(server, {
      seat: 'operator',
      conference: conference.id,
      bridgeId: conference.anGiang,
    });
    const before = await seqNow();
    expect(await operator.command(conference.id, ask(conference.caMau))).toMatchObject({
      ok: false,
      code: 'not-permitted',
    });
    expect(await seqNow()).toBe(before);
    expect(await operator.command(conference.id, ask(conference.anGiang))).toMatchObject({ ok: true, seq: before + 1 });
  });

  test('a viewer and a wall can change nothing', async () => {
    const before = await seqNow();
    for (const seat of ['viewer', 'wall'] as const) {
      const caller = await Caller.signedIn(server, { seat, conference: conference.id });
      expect(await caller.command(conference.id, ask(conference.anGiang))).toMatchObject({ code: 'not-permitted' });
      expect(await caller.command(conference.id, { type: 'openConference' })).toMatchObject({ code: 'not-permitted' });
    }
    expect(await seqNow()).toBe(before);
  });

  test('a seat of another conference finds this one no more than one that does not exist', async () => {
    const other = await createSmallConference(secretariat);
    const stranger = await Caller.signedIn(server, { seat: 'moderator', conference: other.id });
    const nowhere = 'no-such-conference';
    for (const path of ['', '/snapshot', '/delegates']) {
      const here = await stranger.fetch(`/api/conferences/${conference.id}${path}`);
      const absent = await stranger.fetch(`/api/conferences/${nowhere}${path}`);
      expect([here.status, await here.text()]).toEqual([absent.status, await absent.text()]);
      expect(here.status).toBe(404);
    }
    expect(await stranger.command(conference.id, { type: 'openConference' })).toMatchObject({
      code: 'conference-unknown',
    });
  });

  const malformed: readonly unknown[] = [
    null,
    [],
    'text',
    {},
    { id: 'a', conference: 'x', command: {} },
    { id: '../x', conference: 'x', command: { type: 'openConference' } },
    { id: 'a', conference: 'x', command: { type: 'openConference', extra: 1 } },
    { id: 'a', conference: 'x', command: { type: 'noSuchCommand' } },
    { id: 'a', conference: 'x', command: { type: 'openConference' }, actor: { seat: 'system' } },
    JSON.parse('{"__proto__": {"ok": true}}'),
  ];

  test('malformed commands are refused on the socket and over HTTP, and the state stays', async () => {
    const before = await seqNow();
    const socket = secretariat.socket();
    await connected(socket);
    for (const body of malformed) {
      const overHttp = await secretariat.fetch(`/api/conferences/${conference.id}/commands`, {
        method: 'POST',
        body: body ?? 'null',
      });
      expect(overHttp.status).toBe(400);
      const overSocket = await new Promise<CommandAck>((resolve) => socket.emit('command', body, resolve));
      expect(overSocket).toEqual({ ok: false, code: 'malformed', params: {} });
    }
    socket.close();
    expect(await seqNow()).toBe(before);
    expect(Object.prototype).not.toHaveProperty('ok');
  });

  test('names that hide or turn their letters are refused, plain Vietnamese is taken', async () => {
    const request = (fullName: string) => ({ ...ask(conference.caMau), speaker: { fullName, positions: [] } });
    for (const name of ['A\u202Eb', 'A\u0000b', 'A\u2066b', 'x'.repeat(10_000)]) {
      const response = await secretariat.fetch(`/api/conferences/${conference.id}/commands`, {
        method: 'POST',
        body: { id: 'n1', conference: conference.id, command: request(name) },
      });
      expect(response.status).toBe(400);
    }
    const hostile = '<img src=x onerror=alert(1)> Nguyễn Thị Ẩm Ưu';
    expect(await secretariat.command(conference.id, request(hostile))).toMatchObject({ ok: true });
  });

  test('an oversized message is refused and the server goes on', async () => {
    const huge = { id: 'big', conference: conference.id, command: { type: 'x'.repeat(600_000) } };
    const overHttp = await secretariat.fetch(`/api/conferences/${conference.id}/commands`, {
      method: 'POST',
      body: huge,
    });
    expect([overHttp.status, await codeOf(overHttp)]).toEqual([413, 'too-large']);
    const socket = secretariat.socket();
    await connected(socket);
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    socket.emit('command', huge, () => undefined);
    await closed;
    expect((await secretariat.fetch('/healthz')).status).toBe(200);
  });

  test('a repeated command gets the first answer and changes nothing', async () => {
    const rename = {
      type: 'renameBridge' as const,
      bridgeId: conference.caMau,
      name: 'Điểm cầu tỉnh Cà Mau',
      shortName: 'Cà Mau',
    };
    const first = await secretariat.command(conference.id, rename, 'same-id');
    const later = await secretariat.command(conference.id, { ...rename, shortName: 'CM' });
    expect(later.ok).toBe(true);
    expect(await secretariat.command(conference.id, rename, 'same-id')).toEqual(first);
    expect((await secretariat.snapshot(conference.id)).text).toContain('"shortName":"CM"');
  });

  test('a script that floods is told to slow down', async () => {
    const socket = secretariat.socket();
    await connected(socket);
    const envelope = { id: 'flood', conference: conference.id, command: { type: 'followFloor' } };
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => new Promise<CommandAck>((resolve) => socket.emit('command', envelope, resolve))),
    );
    socket.close();
    const codes = answers.map((ack) => (ack.ok ? 'ok' : ack.code));
    expect(codes.filter((code) => code === 'too-many-commands').length).toBeGreaterThan(0);
    expect(codes.filter((code) => code === 'nothing-to-change').length).toBeGreaterThan(0);
  });
});

describe('what an audience is not told', () => {
  test('phones are for the staff and the bridge itself', async () => {
    const viewer = await Caller.signedIn(server, { seat: 'viewer', conference: conference.id });
    const own = await Caller.signedIn(server, {
      seat: 'operator',
      conference: conference.id,
      bridgeId: conference.caMau,
    });
    expect((await secretariat.snapshot(conference.id)).text).toContain(SECRET_PHONE);
    expect((await own.snapshot(conference.id, `bridge:${conference.caMau}`)).text).toContain(SECRET_PHONE);
    expect((await own.snapshot(conference.id, 'public')).text).not.toContain(SECRET_PHONE);
    expect((await viewer.snapshot(conference.id)).text).not.toContain(SECRET_PHONE);
  });

  test('a stream that is not the seat’s is refused', async () => {
    const operator = await Caller.signedIn(server, {
      seat: 'operator',
      conference: conference.id,
      bridgeId: conference.anGiang,
    });
    const status = async (stream: string) =>
      (await operator.fetch(`/api/conferences/${conference.id}/snapshot?stream=${stream}`)).status;
    expect(await status('staff')).toBe(403);
    expect(await status(`bridge:${conference.caMau}`)).toBe(403);
    expect(await status(`bridge:${conference.anGiang}`)).toBe(200);
  });

  test('an unchanged snapshot is not sent again', async () => {
    const path = `/api/conferences/${conference.id}/snapshot`;
    const first = await secretariat.fetch(path);
    const etag = first.headers.get('etag') ?? '';
    expect((await secretariat.fetch(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
    await secretariat.command(conference.id, { type: 'armSource', source: { kind: 'hold' } });
    expect((await secretariat.fetch(path, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });
});
