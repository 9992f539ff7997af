import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Command } from '../../shared/domain/command.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import { invitationSchema } from '../../shared/protocol/http.ts';
import type { PointerSeen } from '../../shared/protocol/pointer.ts';
import {
  claimedPairingSchema,
  lineHistorySchema,
  pairingSchema,
  type TechnicalLog,
  technicalLogSchema,
} from '../../shared/protocol/technical.ts';
import { telemetry } from '../support/line-builders.ts';
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

let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
});
afterAll(() => server.stop());

const must = async (command: Command, caller = secretariat, of = conference): Promise<void> => {
  const ack = await caller.command(of.id, command);
  if (!ack.ok) throw new Error(`${command.type}: ${ack.code}`);
};
const seatAt = (seat: 'operator' | 'kiosk', bridgeId = conference.anGiang, of = conference): Promise<Caller> =>
  Caller.signedIn(server, { seat, conference: of.id, bridgeId });
const staffSeat = (seat: 'director' | 'technician' | 'moderator' | 'viewer', of = conference): Promise<Caller> =>
  Caller.signedIn(server, { seat, conference: of.id });

async function greet(caller: Caller, of = conference): Promise<TestSocket> {
  const socket = caller.socket();
  expect(await connected(socket)).toBe('connected');
  await new Promise((resolve) => socket.emit('hello', { conference: of.id, since: {} }, resolve));
  return socket;
}

describe('pairing', () => {
  const show = async () => {
    const response = await new Caller(server.origin).fetch('/api/pairings', { method: 'POST' });
    return { status: response.status, ...pairingSchema.parse(await response.json()) };
  };
  const type = (caller: Caller, code: string, wish: object = {}) =>
    caller.fetch(`/api/conferences/${conference.id}/pairings`, {
      method: 'POST',
      body: { code, seat: 'operator', bridgeId: conference.anGiang, label: 'Máy phòng họp', ...wish },
    });
  const claim = (secret: string, screen = new Caller(server.origin)) =>
    screen.fetch('/api/pairings/claim', { method: 'POST', body: { secret } });

  test('[PAI1] the screen that waits gets the seat that was typed for it, as a link that is listed and revoked', async () => {
    const { status, code, secret } = await show();
    expect(status).toBe(201);
    expect(claimedPairingSchema.parse(await (await claim(secret)).json()).state).toBe('waiting');
    const typed = await type(secretariat, code);
    expect(typed.status).toBe(201);
    const { id } = invitationSchema.parse(await typed.json());
    const screen = new Caller(server.origin);
    const claimed = await claim(secret, screen);
    expect(claimedPairingSchema.parse(await claimed.json())).toMatchObject({
      state: 'paired',
      session: {
        seat: 'operator',
        bridgeId: conference.anGiang,
        screen: `/c/${conference.id}/bridge/${conference.anGiang}`,
      },
    });
    screen.cookies.push(claimed.headers.getSetCookie()[0]?.split(';')[0] ?? '');
    expect((await screen.fetch('/api/session')).status).toBe(200);
    await secretariat.fetch(`/api/conferences/${conference.id}/invitations/${id}/revoke`, { method: 'POST' });
    expect((await screen.fetch('/api/session')).status).toBe(401);
    expect((await claim(secret)).status).toBe(410);
  });

  test('[PAI9] only the secretariat types codes, for a seat that fits its bridge', async () => {
    const { code, secret } = await show();
    for (const caller of [await staffSeat('director'), await staffSeat('technician'), await seatAt('operator')]) {
      expect((await type(caller, code)).status).toBe(403);
    }
    expect((await type(new Caller(server.origin), code)).status).toBe(401);
    expect((await type(secretariat, code, { bridgeId: null })).status).toBe(400);
    expect((await type(secretariat, code, { seat: 'wall' })).status).toBe(400);
    expect((await type(secretariat, code, { bridgeId: 'no-such' })).status).toBe(404);
    expect(claimedPairingSchema.parse(await (await claim(secret)).json()).state).toBe('waiting');
    // The control: nothing of this used the code up.
    expect((await type(secretariat, code, { seat: 'wall', bridgeId: null })).status).toBe(201);
  });

  test('[PAI10] who guesses codes has twenty tries a minute, and then the right one must wait too', async () => {
    const guesser = await Caller.signedIn(server, { seat: 'secretariat' });
    const { code } = await show();
    for (let tries = 0; tries < 20; tries++) {
      const response = await type(guesser, 'ZZZZZZZZ');
      expect([response.status, await codeOf(response)]).toEqual([410, 'code-invalid']);
    }
    const late = await type(guesser, code);
    expect([late.status, await codeOf(late)]).toEqual([429, 'too-many-tries']);
    // The control: another secretariat is not held up.
    expect((await type(secretariat, code)).status).toBe(201);
  });

  test('[PAI11] who guesses secrets is stopped; a screen that waits goes on asking', async () => {
    const { secret } = await show();
    const answers: number[] = [];
    for (let tries = 0; tries < 30; tries++) answers.push((await claim(randomUUID())).status);
    expect(new Set(answers)).toEqual(new Set([410, 429]));
    for (let asked = 0; asked < 25; asked++) expect((await claim(secret)).status).toBe(200);
  });

  test('[PAI12] what is not a pairing is refused by its shape', async () => {
    const stranger = new Caller(server.origin);
    for (const body of [{}, { secret: 1 }, { secret: 'x', code: 'y' }, { secret: 'x'.repeat(200) }]) {
      const response = await stranger.fetch('/api/pairings/claim', { method: 'POST', body });
      expect(response.status).toBe(400);
    }
    expect((await stranger.fetch('/pair')).headers.get('content-type')).toContain('text/html');
  });
});

describe('histories', () => {
  const logOf = async (query = '', caller = secretariat, of = conference): Promise<TechnicalLog> =>
    technicalLogSchema.parse(await (await caller.fetch(`/api/conferences/${of.id}/technical-log${query}`)).json());

  test('[WAT21] what passed between the centre and the bridges is read page by page, newest first, whole', async () => {
    for (let nth = 1; nth <= 7; nth++) {
      await must({ type: 'messageBridges', to: { kind: 'all' }, text: `Tin ${nth}`, answers: [] });
      await must({ type: 'armSource', source: { kind: nth % 2 === 0 ? 'hold' : 'black' } });
    }
    const whole = await logOf('?limit=500');
    const texts = ({ entries }: TechnicalLog) =>
      entries.flatMap(({ event }) => (event.type === 'messageSent' ? [event.message.text] : []));
    expect(texts(whole)).toEqual(['Tin 7', 'Tin 6', 'Tin 5', 'Tin 4', 'Tin 3', 'Tin 2', 'Tin 1']);
    expect(whole.entries.some(({ event }) => event.type === 'sourceArmed')).toBe(false);
    const read: TechnicalLog['entries'] = [];
    for (let before: number | null = Number.MAX_SAFE_INTEGER, pages = 0; before !== null && pages < 50; pages++) {
      const page: TechnicalLog = await logOf(`?limit=2&before=${before}`);
      expect(page.entries.length).toBeLessThanOrEqual(2);
      read.push(...page.entries);
      before = page.before;
    }
    expect(read).toEqual(whole.entries);
  });

  test('[WAT22] both histories are the staff’s alone', async () => {
    for (const path of ['technical-log', 'line-history']) {
      const statusOf = async (caller: Caller) =>
        (await caller.fetch(`/api/conferences/${conference.id}/${path}`)).status;
      expect(await statusOf(await staffSeat('technician'))).toBe(200);
      expect(await statusOf(await staffSeat('director'))).toBe(200);
      expect(await statusOf(await seatAt('operator'))).toBe(403);
      expect(await statusOf(await staffSeat('viewer'))).toBe(403);
      expect(await statusOf(new Caller(server.origin))).toBe(401);
    }
    expect((await secretariat.fetch(`/api/conferences/${conference.id}/technical-log?limit=9999`)).status).toBe(400);
  });

  test('[WAT23] the line of a bridge in an earlier conference is found by its name, with losses and the last verdict', async () => {
    const earlier = await createSmallConference(secretariat);
    await must({ type: 'openConference' }, secretariat, earlier);
    const operator = await seatAt('operator', earlier.caMau, earlier);
    const socket = await greet(operator, earlier);
    const lineOf = async () =>
      lineHistorySchema
        .parse(await (await secretariat.fetch(`/api/conferences/${conference.id}/line-history`)).json())
        .find(({ bridgeId }) => bridgeId === conference.caMau)?.earlier ?? [];
    await must(
      { type: 'startLineCheck', bridgeId: earlier.caMau, accepting: ['leaves-program'] },
      secretariat,
      earlier,
    );
    const remark = 'Tiếng nhỏ';
    const result = { verdict: 'passWithRemark', remark, tester: 'Kỹ thuật', measured: null } as const;
    await must({ type: 'finishLineCheck', bridgeId: earlier.caMau, ...result }, secretariat, earlier);
    expect(await lineOf()).toMatchObject([{ conference: earlier.id, losses: 0, verdict: 'passWithRemark' }]);
    socket.close();
    await expect.poll(async () => (await lineOf())[0]?.losses, { timeout: 15_000, interval: 300 }).toBe(1);
    // A conference that was only prepared says nothing about a line.
    await createSmallConference(secretariat);
    expect(await lineOf()).toHaveLength(1);
    const kept = { bridgeId: earlier.caMau, matter: 'line', text: 'Đứt cáp', owner: null, effect: null } as const;
    await must({ type: 'openIncident', incident: { ...kept, since: Date.now() - 60_000 } }, secretariat, earlier);
    expect(await lineOf()).toMatchObject([{ incidents: 1, mended: 0, repairMs: 0 }]);
  });
});

describe('the pointer', () => {
  test('[MED84] reaches everybody from who may turn pages, is slowed down, and its end is never lost', async () => {
    await must({ type: 'layDocument', document: { kind: 'share', bridgeId: conference.anGiang } });
    const [director, viewer, operator] = [
      await greet(await staffSeat('director')),
      await greet(await staffSeat('viewer')),
      await greet(await seatAt('operator')),
    ];
    const watching = await greet(secretariat);
    const seen: PointerSeen[] = [];
    const inStaff: PointerSeen[] = [];
    viewer.on('pointer', (pointer) => seen.push(pointer));
    watching.on('pointer', (pointer) => inStaff.push(pointer));
    for (const malformed of [{ at: { x: 2, y: 0 } }, { at: 1 }, null, { at: null, by: conference.anGiang }]) {
      director.emit('pointer', malformed);
    }
    operator.emit('pointer', { at: { x: 0.9, y: 0.9 } });
    for (let sent = 0; sent < 60; sent++) {
      director.emit('pointer', { at: { x: sent / 60, y: 0.5 } });
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    director.emit('pointer', { at: null });
    director.emit('pointer', { at: null });
    await expect.poll(() => seen.at(-1)).toEqual({ by: null, at: null });
    expect(seen.filter(({ at }) => at === null)).toHaveLength(1);
    expect(seen.filter(({ at }) => at?.y === 0.9)).toEqual([]);
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.length).toBeLessThan(20);
    expect(inStaff).toEqual(seen);
    for (const socket of [director, viewer, operator, watching]) socket.close();
  });
});

describe('a classified session', () => {
  let secret: SmallConference;

  beforeAll(async () => {
    secret = await createSmallConference(secretariat);
    await must({ type: 'openConference' }, secretariat, secret);
  });

  const PATHS = [
    ['GET', 'papers/speech-register.xlsx'],
    ['GET', 'papers/delegates.csv'],
    ['GET', 'imports'],
    ['POST', 'imports?list=delegates&name=a.csv'],
    ['GET', 'documents/uploads'],
    ['POST', 'documents?name=a.pdf'],
    ['POST', 'recordings/r1/parts'],
    ['GET', 'recordings/r1/parts/1/recording.webm'],
    ['PUT', 'recordings/r1/parts/1/pieces/1'],
  ] as const;
  const answers = async (caller: Caller): Promise<readonly string[]> =>
    Promise.all(
      PATHS.map(async ([method, path]) => {
        const body = method === 'GET' ? {} : { body: 'x'.repeat(200_000) };
        const headers = { 'content-type': 'application/octet-stream' };
        const response = await caller.fetch(`/api/conferences/${secret.id}/${path}`, { method, headers, ...body });
        return response.ok ? 'ok' : codeOf(response);
      }),
    );
  const tokenFor = (caller: Caller) =>
    caller.fetch(`/api/conferences/${secret.id}/media-token`, {
      method: 'POST',
      body: { device: deviceSchema.parse('hall-1') },
    });

  test('[SEC4] media, uploads, exports and recordings are refused by the server, for every seat; links still work', async () => {
    const operator = await seatAt('operator', secret.anGiang, secret);
    const open = await answers(secretariat);
    expect(open).not.toContain('classified');
    expect(await codeOf(await tokenFor(operator))).toBe('media-unavailable');
    await must({ type: 'beginClassified' }, secretariat, secret);
    for (const caller of [secretariat, operator]) {
      expect(await answers(caller)).toEqual(PATHS.map(() => 'classified'));
      const token = await tokenFor(caller);
      expect([token.status, await codeOf(token)]).toEqual([403, 'classified']);
    }
    const invited = await secretariat.fetch(`/api/conferences/${secret.id}/invitations`, {
      method: 'POST',
      body: { seat: 'wall', bridgeId: null, label: 'Màn hình' },
    });
    expect(invited.status).toBe(201);
    // Who may not even see the conference is not told what it is about.
    const stranger = await staffSeat('moderator');
    const asked = await stranger.fetch(`/api/conferences/${secret.id}/papers/delegates.csv`);
    expect(await codeOf(asked)).toBe('conference-unknown');
    await must({ type: 'endClassified' }, secretariat, secret);
    expect(await answers(secretariat)).toEqual(open);
  });

  test('[SEC5] telemetry and pointers are dropped while it lasts', async () => {
    await must({ type: 'layDocument', document: { kind: 'share', bridgeId: secret.anGiang } }, secretariat, secret);
    const watching = await greet(secretariat, secret);
    const director = await greet(await staffSeat('director', secret), secret);
    const operator = await greet(await seatAt('operator', secret.anGiang, secret), secret);
    const heard: string[] = [];
    watching.on('telemetry', () => heard.push('telemetry'));
    watching.on('pointer', () => heard.push('pointer'));
    const measure = async () => {
      operator.emit('telemetry', telemetry());
      director.emit('pointer', { at: { x: 0.5, y: 0.5 } });
      await new Promise((resolve) => setTimeout(resolve, 600));
    };
    await must({ type: 'beginClassified' }, secretariat, secret);
    await measure();
    expect(heard).toEqual([]);
    await must({ type: 'endClassified' }, secretariat, secret);
    await must({ type: 'layDocument', document: { kind: 'share', bridgeId: secret.anGiang } }, secretariat, secret);
    await measure();
    expect(heard.toSorted()).toEqual(['pointer', 'telemetry']);
    for (const socket of [watching, director, operator]) socket.close();
  });
});
