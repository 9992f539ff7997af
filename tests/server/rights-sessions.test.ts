import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type RequestOptions, request } from 'node:http';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, type MockInstance, test, vi } from 'vitest';
import { ConferenceDesk } from '../../server/application/conference-desk.ts';
import { Seats } from '../../server/application/seats.ts';
import { type ConferenceId, commandIdSchema } from '../../shared/domain/ids.ts';
import { type CommandAck, commandAckSchema } from '../../shared/protocol/command.ts';
import { type Access, ROUTES } from '../../shared/protocol/routes.ts';
import {
  Caller,
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

/** Who wrote each line of the journal, in order. */
function writers(id: ConferenceId): readonly string[] {
  const db = new Sqlite(join(server.dataDir, 'journal.sqlite'), { readonly: true });
  try {
    const rows = db.prepare('SELECT actor FROM event WHERE conference = ? ORDER BY seq').pluck().all(id);
    return rows.map(String);
  } finally {
    db.close();
  }
}

const envelope = (sentence: string) => ({
  id: commandIdSchema.parse(randomUUID()),
  conference: conference.id,
  command: { type: 'reportDefect', sentence, bridgeId: conference.anGiang } as const,
});

const wishToSpeak = () => ({
  type: 'requestSpeech',
  bridgeId: conference.anGiang,
  kind: 'opinion',
  subject: 'Xin phát biểu',
  speaker: { fullName: 'Nguyễn Văn A', positions: [] },
  itemId: null,
  category: null,
});

describe('a link is revoked in the middle of work', () => {
  test('[RGT20] fifty commands in flight on the socket and fifty over HTTP: none stands after the revocation', async () => {
    const { id, token } = await server.mint({ seat: 'moderator', conference: conference.id });
    const moderator = new Caller(server.origin);
    await moderator.signIn(token);
    const socket = moderator.socket();
    expect(await connected(socket)).toBe('connected');
    const acks: CommandAck[] = [];
    const overHttp: Promise<unknown>[] = [];
    for (let i = 0; i < 50; i++) {
      socket.emit('command', envelope(`Dây ${i}`), (ack: CommandAck) => acks.push(ack));
      const path = `/api/conferences/${conference.id}/commands`;
      overHttp.push(moderator.fetch(path, { method: 'POST', body: envelope(`Mạng ${i}`) }).catch(() => null));
    }
    const closed = new Promise((resolve) => socket.once('disconnect', resolve));
    const began = performance.now();
    const answer = await secretariat.fetch(`/api/conferences/${conference.id}/invitations/${id}/revoke`, {
      method: 'POST',
    });
    expect(answer.status).toBe(204);
    const atRevocation = writers(conference.id);
    await closed;
    expect(performance.now() - began).toBeLessThan(2_500);
    await Promise.all(overHttp);
    // Nothing that was under way comes in late.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(writers(conference.id)).toEqual(atRevocation);
    // The control: work was indeed under way, and somebody else's goes on.
    expect(acks.length + atRevocation.filter((actor) => actor.includes('"moderator"')).length).toBeGreaterThan(0);
    expect((await secretariat.command(conference.id, envelope('Sau đó').command)).ok).toBe(true);
  });

  /** Twenty commands on the socket, each slow to be done, and the revocation in the midst of them. */
  async function revokedAmongSlow(): Promise<{ readonly atRevocation: number; readonly later: number }> {
    const { id, token } = await server.mint({ seat: 'moderator', conference: conference.id });
    const moderator = new Caller(server.origin);
    await moderator.signIn(token);
    const socket = moderator.socket();
    expect(await connected(socket)).toBe('connected');
    const begun = execute.mock.calls.length;
    for (let i = 0; i < 20; i++) socket.emit('command', envelope(`Chậm ${i}`), () => undefined);
    await vi.waitFor(() => expect(execute.mock.calls.length).toBeGreaterThan(begun));
    await secretariat.fetch(`/api/conferences/${conference.id}/invitations/${id}/revoke`, { method: 'POST' });
    const atRevocation = writers(conference.id).length;
    await new Promise((resolve) => setTimeout(resolve, SLOW_MS + 500));
    return { atRevocation, later: writers(conference.id).length };
  }
  const SLOW_MS = 300;
  let execute: MockInstance<ConferenceDesk['execute']>;

  test('[RGT20] with what was begun unknown to the revocation, the same commands come in after it', async () => {
    const atOnce: unknown = Reflect.get(ConferenceDesk.prototype, 'execute');
    if (typeof atOnce !== 'function') throw new Error('a desk executes nothing');
    execute = vi.spyOn(ConferenceDesk.prototype, 'execute').mockImplementation(async function (
      this: ConferenceDesk,
      ...args
    ) {
      await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
      return commandAckSchema.parse(await Reflect.apply(atOnce, this, args));
    });
    const guarded = await revokedAmongSlow();
    expect(guarded.later).toBe(guarded.atRevocation);
    vi.spyOn(Seats.prototype, 'begin').mockReturnValue(() => undefined);
    const unguarded = await revokedAmongSlow();
    vi.restoreAllMocks();
    expect(unguarded.later).toBeGreaterThan(unguarded.atRevocation);
  });

  test('[RGT21] every way back is shut within two seconds: link, cookie, socket, snapshot, command, media, its signalling', async () => {
    const { id, token } = await server.mint({
      seat: 'operator',
      conference: conference.id,
      bridgeId: conference.anGiang,
    });
    const operator = new Caller(server.origin);
    await operator.signIn(token);
    const at = `/api/conferences/${conference.id}`;
    const signalling = async (): Promise<number> => {
      const headers = {
        connection: 'upgrade',
        upgrade: 'websocket',
        cookie: operator.cookies.join('; '),
        origin: server.origin,
      };
      return statusOfUpgrade(`${server.origin}/livekit/rtc?access_token=x`, headers);
    };
    const ways = async () => ({
      link: (await new Caller(server.origin).signIn(token)).status,
      cookie: (await operator.fetch('/api/session')).status,
      snapshot: (await operator.fetch(`${at}/snapshot`)).status,
      command: (
        await operator.fetch(`${at}/commands`, { method: 'POST', body: { ...envelope(''), command: wishToSpeak() } })
      ).status,
      media: (await operator.fetch(`${at}/media-token`, { method: 'POST', body: { device: 'hall-1' } })).status,
      socket: await connected(operator.socket()),
    });
    // The control: all of them are open, as far as there is a LiveKit at all.
    expect(await ways()).toEqual({
      link: 200,
      cookie: 200,
      snapshot: 200,
      command: 200,
      media: 503,
      socket: 'connected',
    });
    const began = performance.now();
    await secretariat.fetch(`${at}/invitations/${id}/revoke`, { method: 'POST' });
    expect(await ways()).toEqual({
      link: 410,
      cookie: 401,
      snapshot: 401,
      command: 401,
      media: 401,
      socket: 'signed-out',
    });
    expect(await signalling()).toBe(403);
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('[RGT22] whoever revokes the own link is still answered, and is signed out by it', async () => {
    const { id, token } = await server.mint({ seat: 'secretariat' });
    const own = new Caller(server.origin);
    await own.signIn(token);
    const answer = await own.fetch(`/api/conferences/${conference.id}/invitations/${id}/revoke`, { method: 'POST' });
    expect(answer.status).toBe(204);
    expect((await own.fetch('/api/session')).status).toBe(401);
  });

  test('[RGT23] a file that is on its way out ends with the sign-in', async () => {
    const { id, token } = await server.mint({ seat: 'secretariat', conference: conference.id });
    const caller = new Caller(server.origin);
    await caller.signIn(token);
    const stalled = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('Họ tên\n')),
    });
    const upload = fetch(`${server.origin}/api/conferences/${conference.id}/imports?list=delegates&name=a.csv`, {
      method: 'POST',
      body: stalled,
      headers: { cookie: caller.cookies.join('; ') },
      duplex: 'half',
    } as RequestInit).then(
      ({ status }) => status,
      () => 'cut',
    );
    await new Promise((resolve) => setTimeout(resolve, 200));
    // The control: without the revocation it would go on.
    expect(await Promise.race([upload, new Promise((resolve) => setTimeout(resolve, 300, 'goes on'))])).toBe('goes on');
    const began = performance.now();
    await secretariat.fetch(`/api/conferences/${conference.id}/invitations/${id}/revoke`, { method: 'POST' });
    expect(await upload).toBe('cut');
    expect(performance.now() - began).toBeLessThan(2_500);
  });
});

describe('a new sign-in is a new name', () => {
  test('[RGT24] signing in with a cookie in hand gives another one, and the one before signs nobody else in', async () => {
    const link = await server.mint({ seat: 'moderator', conference: conference.id });
    const browser = new Caller(server.origin);
    // What somebody put into the browser beforehand is not adopted.
    browser.cookies.push('dc-0123456789ab=planted-by-somebody-else');
    await browser.signIn(link.token);
    const [, first] = browser.cookies;
    await browser.signIn(link.token);
    const [, , second] = browser.cookies;
    expect(new Set([first, second, undefined]).size).toBe(3);
    const before = new Caller(server.origin);
    before.cookies.push(first ?? '');
    await before.fetch('/api/session', { method: 'DELETE' });
    expect((await before.fetch('/api/session')).status).toBe(401);
    const planted = new Caller(server.origin);
    planted.cookies.push(browser.cookies[0] ?? '');
    expect((await planted.fetch('/api/session')).status).toBe(401);
    const after = new Caller(server.origin);
    after.cookies.push(second ?? '');
    expect((await after.fetch('/api/session')).status).toBe(200);
  });
});

describe('every place that compares a secret', () => {
  const rows = Object.entries<Access>(ROUTES).flatMap(([route, access]) =>
    'of' in access && access.of !== undefined ? [[route, access] as const] : [],
  );
  const WRONG: Readonly<Record<string, object>> = {
    'POST /api/session': { token: 'y'.repeat(43) },
    'POST /api/deputy': { code: 'AAAAA-AAAAA' },
    'POST /api/pairings/claim': { secret: 'y'.repeat(43) },
    'POST /api/badge': { conference: 'khong-co', badge: 'WRONGWRONG1' },
    'POST /api/conferences/:conference/pairings': { code: 'AAAAAAAA', seat: 'wall', bridgeId: null, label: 'Thử' },
    'POST /api/conferences/:conference/badges/read': { badge: 'WRONGWRONG1' },
    'POST /api/handbook/:conference/vote': { id: 'a', ballotId: 'b', option: 0 },
    'POST /api/handbook/:conference/feedback': { id: 'a', text: 'Góp ý' },
  };

  const guess = (route: string, access: Access, localAddress: string): Promise<string> => {
    const [method = '', path = ''] = route.split(' ');
    const { cookies } = secretariat;
    const headers = access.kind === 'badge' ? { authorization: 'Badge WRONGWRONG1' } : { cookie: cookies.join('; ') };
    const url = `${server.origin}${path.replace(':conference', conference.id).replaceAll(/:\w+/g, '1')}`;
    return codeFrom(
      url,
      { method, localAddress, headers: { ...headers, 'content-type': 'application/json' } },
      WRONG[route],
    );
  };

  // Each from an address of its own, so that each must stop its guesses itself.
  test.each(rows.map(([route, access], index) => [route, access, `127.0.7.${index + 1}`] as const))(
    '[RGT25] %s: guessing is stopped',
    async (route, access, address) => {
      const codes: string[] = [];
      while (codes.length < 110 && codes.at(-1) !== 'too-many-tries') codes.push(await guess(route, access, address));
      expect([codes[0], codes.at(-1)]).toEqual([expect.stringMatching(/-(?:invalid|unknown)$/), 'too-many-tries']);
    },
  );

  test('[RGT26] badges are guessed against one limit, whichever address they come to', async () => {
    const [handbook, page] = ['GET /api/handbook/:conference', 'POST /api/badge'] as const;
    const from = '127.0.8.1';
    // The control: before, both are answered.
    expect(await guess(page, ROUTES[page], '127.0.8.2')).not.toBe('too-many-tries');
    for (let i = 0; i < 30; i++) await guess(handbook, { kind: 'badge', may: 'readHandbook', of: 'badge' }, from);
    expect(await guess(page, ROUTES[page], from)).toBe('too-many-tries');
  });

  test('[RGT27] routes compare secrets through the one function that counts tries, and by nothing else', async () => {
    const files = ['sessions', 'deputies', 'pairings', 'badges', 'handbook-door'];
    const sources = await Promise.all(files.map((name) => readFile(`server/transport/http/${name}.ts`, 'utf8')));
    const comparing = /seats\.signIn\(|seats\.takeOver\(|pairings\.(?:claim|enter)\(|badges\.read\(|await find\(/g;
    for (const [index, source] of sources.entries()) {
      const found = [...source.matchAll(comparing)];
      expect(found.length, files[index]).toBeGreaterThan(0);
      for (const { index: at } of found) {
        expect(source.slice(0, at), files[index]).toMatch(/trySecret\(\{(?:(?!\}\);)[\s\S])*$/u);
      }
    }
  });
});

/** The code of the answer; fetch cannot say from which address it asks. */
function codeFrom(url: string, options: RequestOptions, body: object | undefined): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      answer.once('end', () => resolve(/"code":"([\w-]+)"/.exec(text)?.[1] ?? ''));
    });
    asked.once('error', reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** What an upgrade is answered with. */
function statusOfUpgrade(url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { headers });
    asked.once('response', ({ statusCode }) => resolve(statusCode ?? 0));
    asked.once('upgrade', (_, socket) => {
      socket.destroy();
      resolve(101);
    });
    asked.once('error', reject);
    asked.end();
  });
}
