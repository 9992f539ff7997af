import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import express from 'express';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Seat, seatSchema } from '../../shared/domain/actor.ts';
import { CAPABILITIES, mayUse, reachOf } from '../../shared/domain/capabilities.ts';
import { type Access, accessOf, ROUTES } from '../../shared/protocol/routes.ts';
import {
  Caller,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

/** Each application of express begins with it: so the server's own is had. */
const begun = vi.spyOn(express.application, 'init');

let server: TestServer;
let own: SmallConference;
let other: SmallConference;
const callers = new Map<Seat, Caller>();

beforeAll(async () => {
  server = await startTestServer();
  const secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  own = await createSmallConference(secretariat);
  other = await createSmallConference(secretariat);
  for (const seat of seatSchema.options) {
    callers.set(seat, await Caller.signedIn(server, { seat, conference: own.id, bridgeId: bridgeOfSeat(seat) }));
  }
});
afterAll(async () => {
  begun.mockRestore();
  await server.stop();
});

const bridgeOfSeat = (seat: Seat) => (seat === 'operator' || seat === 'kiosk' ? own.anGiang : null);
const callerOf = (seat: Seat): Caller => callers.get(seat) ?? new Caller(server.origin);

const rows: readonly (readonly [string, Access])[] = Object.entries<Access>(ROUTES);
const isOfConference = (route: string): boolean => route.includes(':conference');

/** The conference's own name, and names of things that are not there for all others. */
function addressOf(route: string, conference: string): { readonly method: string; readonly path: string } {
  const [method = '', pattern = ''] = route.split(' ');
  const names: Readonly<Record<string, string>> = {
    conference,
    file: 'delegates.csv',
    page: '1',
    part: '1',
    piece: '1',
  };
  return { method, path: pattern.replaceAll(/:(\w+)/g, (_, name: string) => names[name] ?? 'khong-co') };
}

/** What is asked beyond the door: too little to be done, so that nothing changes where the door lets in. */
const BODIES: Readonly<Record<string, (conference: string) => object>> = {
  'POST /api/conferences/:conference/commands': (conference) => ({
    id: 'hoi',
    conference,
    command: { type: 'followFloor' },
  }),
  'POST /api/handbook/:conference/vote': () => ({ id: 'hoi', ballotId: 'khong-co', option: 0 }),
  'POST /api/handbook/:conference/feedback': () => ({ id: 'hoi', text: 'Góp ý' }),
  'POST /api/conferences/:conference/rehearsals': () => ({ startsAt: 'never' }),
};

/** What the door said; behind it a wish may be refused for many reasons, but never break. */
function verdictOn({ status, code }: Answered): string {
  if (status === 401 || status === 403 || code === 'conference-unknown') return code;
  return status >= 500 && status !== 503 ? `fault ${status}` : 'let in';
}

interface Answered {
  readonly status: number;
  readonly code: string;
  readonly text: string;
}

async function ask(caller: Caller, route: string, conference: string, query = ''): Promise<Answered> {
  const { method, path } = addressOf(route, conference);
  const body = method === 'GET' ? {} : { body: BODIES[route]?.(conference) ?? {} };
  const response = await caller.fetch(`${path}${query}`, { method, ...body });
  const text = await response.text();
  const code = /^\{"ok":false,"code":"([\w-]+)"/.exec(text)?.[1] ?? '';
  return { status: response.status, code, text };
}

const journalNow = (): unknown => {
  const db = new Sqlite(join(server.dataDir, 'journal.sqlite'), { readonly: true });
  try {
    return db.prepare('SELECT conference, seq, hex(hash) AS hash FROM event ORDER BY conference, seq').all();
  } finally {
    db.close();
  }
};

interface Listed {
  readonly path: unknown;
  readonly methods?: readonly string[];
  readonly router?: Lister;
}
interface Lister {
  listRoutes(): readonly Listed[];
}
const isLister = (value: unknown): value is Lister =>
  typeof value === 'function' && 'listRoutes' in value && typeof value.listRoutes === 'function';

/** Every method and address that is registered, whatever is mounted where. */
const registered = (router: Lister, under = ''): readonly string[] =>
  router.listRoutes().flatMap(({ path, methods, router: below }) => {
    const at = `${under}${String(path)}`.replace(/\/$/, '');
    if (below !== undefined) return registered(below, at);
    return (methods ?? []).filter((method) => method !== 'HEAD').map((method) => `${method} ${at === '' ? '/' : at}`);
  });

describe('the table of routes', () => {
  test('[RGT1] holds every route of the running server, and no other', () => {
    const routers = begun.mock.contexts.map((app): unknown => Reflect.get(Object(app), 'router')).filter(isLister);
    const all = [...new Set(routers.flatMap((router) => registered(router)))];
    const api = all.filter((route) => route.includes(' /api'));
    expect(api.toSorted()).toEqual(rows.map(([route]) => route).toSorted());
    // Pages and signs of life, which tell nothing of a conference.
    const outside = all.filter((route) => !route.includes(' /api')).toSorted();
    expect(outside).toMatchInlineSnapshot(`
      [
        "GET /",
        "GET /badge",
        "GET /c/:conference/:screen",
        "GET /c/:conference/:screen/:bridge",
        "GET /deputy",
        "GET /healthz",
        "GET /join",
        "GET /metrics",
        "GET /pair",
        "GET /readyz",
        "GET /s",
        "GET /s/:conference",
        "GET /trust",
        "GET /trust/ca.crt",
        "GET /trust/fingerprint",
        "POST /livekit",
      ]
    `);
  });

  test('[RGT2] an address without a line is refused, whatever is mounted there', async () => {
    const secretariat = callerOf('secretariat');
    for (const [method, path] of [
      ['GET', '/api/nothing'],
      ['PATCH', `/api/conferences/${own.id}`],
      ['DELETE', `/api/conferences/${own.id}`],
      ['OPTIONS', '/api/session'],
      ['GET', `/API/conferences`],
      ['GET', `/api/conferences/${own.id}/papers/a/b`],
    ] as const) {
      const response = await secretariat.fetch(path, { method });
      expect([path, response.status]).toEqual([path, 404]);
    }
    // The control: an address with a line is answered.
    expect((await secretariat.fetch('/api/conferences')).status).toBe(200);
    expect(accessOf('HEAD', '/api/conferences/')).toEqual(ROUTES['GET /api/conferences']);
  });
});

describe('every route, asked by every seat', () => {
  let before: unknown;
  beforeAll(() => {
    before = journalNow();
  });

  const seatRows = rows.flatMap(([route, access]) => (access.kind === 'seat' ? [[route, access] as const] : []));

  test.each(seatRows)('[RGT3] %s is answered as its line says', async (route, { may }) => {
    // Signing out would end the seats that ask; a stranger asks below.
    const asking = route === 'DELETE /api/session' ? [] : seatSchema.options;
    for (const seat of asking) {
      const right = mayUse({ seat, bridgeId: bridgeOfSeat(seat) }, may);
      expect([seat, verdictOn(await ask(callerOf(seat), route, own.id))]).toEqual([
        seat,
        right ? 'let in' : 'not-permitted',
      ]);
      const there = await ask(callerOf(seat), route, other.id);
      const nowhere = await ask(callerOf(seat), route, 'khong-co');
      // A conference of others is no more there than one that never was.
      expect([seat, there]).toEqual([seat, nowhere]);
      const found = isOfConference(route) ? 'conference-unknown' : 'let in';
      expect([seat, verdictOn(there)]).toEqual([seat, right ? found : 'not-permitted']);
    }
    expect(verdictOn(await ask(new Caller(server.origin), route, own.id))).toBe('signed-out');
  });

  const badgeRows = rows.flatMap(([route, access]) => (access.kind === 'badge' ? [[route, access] as const] : []));

  test.each(badgeRows)('[RGT4] %s is answered as its line says', async (route, { may }) => {
    for (const seat of seatSchema.options) {
      const here = await ask(callerOf(seat), route, own.id);
      const right = mayUse({ seat, bridgeId: bridgeOfSeat(seat) }, may);
      expect([seat, here.status === 401]).toEqual([seat, !right]);
      expect([seat, here.status === 500 || here.status === 403]).toEqual([seat, false]);
      const there = await ask(callerOf(seat), route, other.id);
      expect(there.status === (right ? 404 : 401), `${seat} ${there.status}`).toBe(true);
    }
    const stranger = await ask(new Caller(server.origin), route, own.id);
    expect([stranger.status, stranger.code]).toEqual([401, 'signed-out']);
  });

  test('[RGT5] what needs no seat is a short list, and tells a stranger nothing', async () => {
    const free = rows.flatMap(([route, { kind }]) => (kind === 'open' || kind === 'secret' ? [route] : []));
    expect(free).toEqual([
      'POST /api/session',
      'POST /api/deputy',
      'POST /api/pairings',
      'POST /api/pairings/claim',
      'POST /api/badge',
    ]);
    for (const route of free) {
      const { status, text } = await ask(new Caller(server.origin), route, own.id);
      expect([route, status === 201 || status === 400 || status === 404]).toEqual([route, true]);
      expect(text).not.toContain(own.id);
    }
  });

  /** How a bridge is named to each route of which some seat has only its own branch. */
  const AT_BRIDGE: Readonly<Record<string, (bridge: string) => string>> = {
    'GET /api/conferences/:conference/delegates': (bridge) => `?bridge=${bridge}`,
    'GET /api/conferences/:conference/branches': (bridge) => `?under=${bridge}`,
    'GET /api/conferences/:conference/papers/:file': (bridge) => `?bridge=${bridge}`,
    'POST /api/conferences/:conference/documents': (bridge) => `?name=a.pdf&bridge=${bridge}`,
  };
  /** Of an upload of its own alone: an id that is another bridge's is not there. */
  const OF_OWN_THINGS = ['GET', 'DELETE'].flatMap((method) =>
    ['uploads', 'uploads/:upload'].map((part) => `${method} /api/conferences/:conference/documents/${part}`),
  );

  test('[RGT6] a seat of one bridge gets nothing of another, at every route that knows bridges', async () => {
    const ofBranches = seatRows.filter(([, { may }]) => CAPABILITIES[may].some(({ scope }) => scope !== 'conference'));
    const named = ofBranches.map(([route]) => route).filter((route) => !OF_OWN_THINGS.includes(route));
    expect(named.toSorted()).toEqual(Object.keys(AT_BRIDGE).toSorted());
    for (const [route, { may }] of ofBranches) {
      const at = AT_BRIDGE[route];
      if (at === undefined) continue;
      for (const seat of ['operator', 'kiosk'] as const) {
        const reach = reachOf({ seat, bridgeId: own.anGiang }, may);
        if (reach === null || reach === 'conference') continue;
        const foreign = await ask(callerOf(seat), route, own.id, at(own.caMau));
        expect([seat, route, foreign.status, foreign.code]).toEqual([seat, route, 403, 'not-permitted']);
        const mine = await ask(callerOf(seat), route, own.id, at(own.anGiang));
        expect([seat, route, mine.status === 403]).toEqual([seat, route, false]);
      }
    }
  });

  test('[RGT7] nothing of all that wrote a line into any journal', () => {
    expect(journalNow()).toEqual(before);
  });

  test('[RGT8] control: a command that is let in does write one', async () => {
    const rename = { type: 'renameBridge', bridgeId: own.caMau, name: 'Điểm cầu Cà Mau', shortName: 'CM' } as const;
    await callerOf('secretariat').command(own.id, rename);
    expect(journalNow()).not.toEqual(before);
  });
});
