import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Badges } from '../../server/application/badges.ts';
import { MediaDoor } from '../../server/application/media-door.ts';
import type { MediaReactor } from '../../server/application/media-reactor.ts';
import type { SeatSession } from '../../server/application/seats.ts';
import type { MediaGateway } from '../../server/media/media-gateway.ts';
import { valuesOf } from '../../shared/base/persistent-map.ts';
import { CROCKFORD } from '../../shared/base/short-id.ts';
import type { BridgeId, ConferenceId, DelegateId } from '../../shared/domain/ids.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import { badgePageSchema, badgeReadingSchema } from '../../shared/protocol/attendance.ts';
import { type DelegatePage, delegatePageSchema } from '../../shared/protocol/http.ts';
import { openBench, prepare } from '../support/desk.ts';
import {
  Caller,
  codeOf,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

const keyOf = async (conference: ConferenceId): Promise<Uint8Array> =>
  createHash('sha256').update(`key ${conference}`).digest();
const person = (fullName: string) => ({
  fullName,
  positions: ['Ủy viên Ban Thường vụ'],
  category: 'Đại biểu',
  homeUnit: 'Tỉnh ủy',
  delegation: 'Đoàn',
  role: null,
  seat: 'A1',
  number: null,
});
const HERE = 'hoi-nghi' as ConferenceId;
const ID = 'A0B1C2D3E4F5' as DelegateId;

test('[BDG1] a badge is read however it is shown or typed', async () => {
  const badges = new Badges(keyOf);
  const badge = (await badges.writer(HERE))(ID);
  expect(badge).toMatch(new RegExp(`^${ID}[${CROCKFORD}]{4}$`));
  const grouped = badge.match(/.{4}/g)?.join('-') ?? '';
  const confused = badge.replaceAll('0', 'o').replaceAll('1', 'l');
  for (const typed of [badge, badge.toLowerCase(), grouped, grouped.replaceAll('-', ' '), confused, `  ${badge} `]) {
    expect(await badges.read(HERE, typed)).toBe(ID);
  }
  expect(await badges.read(HERE, badge.replaceAll('1', 'I'))).toBe(ID);
  expect(await badges.read(HERE, `DC:${badge}`)).toBe(ID);
  expect(await badges.read(HERE, `dcp:${badge}`)).toBe(ID);
});

test('[BDG2] one sign changed anywhere, another conference, an id alone: no badge', async () => {
  const badges = new Badges(keyOf);
  const badge = (await badges.writer(HERE))(ID);
  for (let at = 0; at < badge.length; at++) {
    const next = CROCKFORD[(CROCKFORD.indexOf(badge[at] ?? '') + 1) % 32] ?? '';
    expect(await badges.read(HERE, `${badge.slice(0, at)}${next}${badge.slice(at + 1)}`)).toBeNull();
  }
  expect(await badges.read('khac' as ConferenceId, badge)).toBeNull();
  for (const typed of [ID, '', 'DC:', `${badge}0`, badge.slice(0, -1), 'DC:DC:', 'https://x.vn', '=1+1']) {
    expect(await badges.read(HERE, typed)).toBeNull();
  }
});

test('[BDG3] a row of an older release has a badge too', async () => {
  const badges = new Badges(keyOf);
  const old = '0f8fad5b-d9cb-469f-a165-70867728950e' as DelegateId;
  const badge = (await badges.writer(HERE))(old);
  expect(badge).toMatch(/^0F8FAD5BD9CB469FA16570867728950E[0-9A-Z]{4}$/);
  expect(await badges.read(HERE, badge.toLowerCase())).toBe(old);
});

test('[BDG10] a kiosk gets no place in the room: its bridge would be heard from the door', async () => {
  const bench = await openBench();
  await prepare(bench);
  const bridgeId = [...valuesOf(bench.desk.state.bridges.byId)].find(({ tier }) => tier === 1)?.bridgeId ?? null;
  const gateway = { joinToken: async () => 'a token' } as unknown as MediaGateway;
  const permissionFor = () => ({ camera: true });
  const reactor = { unban: () => undefined, permissionFor, present: () => [] } as unknown as MediaReactor;
  const door = new MediaDoor(
    () => gateway,
    () => reactor,
  );
  const device = deviceSchema.parse('hall-1');
  const session = (seat: 'kiosk' | 'operator') =>
    ({ id: 'session', seat, bridgeId, conference: bench.desk.id }) as unknown as SeatSession;
  expect(await door.admit(session('kiosk'), bench.desk, { device })).toEqual({ ok: false, code: 'not-permitted' });
  // The control: the bridge's own screen gets in.
  expect(await door.admit(session('operator'), bench.desk, { device })).toEqual({ ok: true, token: 'a token' });
});

describe('with a server', () => {
  let server: TestServer;
  let secretariat: Caller;
  let conference: SmallConference;
  let rows: DelegatePage['delegates'];

  const listOf = async (caller: Caller, query = ''): Promise<DelegatePage['delegates']> =>
    delegatePageSchema.parse(
      await (await caller.fetch(`/api/conferences/${conference.id}/delegates?limit=50${query}`)).json(),
    ).delegates;
  const badgeAt = (bridgeId: BridgeId): string => rows.find((row) => row.bridgeId === bridgeId)?.badge ?? '';
  const seatAt = (seat: 'operator' | 'kiosk', bridgeId: BridgeId): Promise<Caller> =>
    Caller.signedIn(server, { seat, conference: conference.id, bridgeId });
  const read = (caller: Caller, badge: string): Promise<Response> =>
    caller.fetch(`/api/conferences/${conference.id}/badges/read`, { method: 'POST', body: { badge } });
  const page = (badge: string, id: string = conference.id): Promise<Response> =>
    new Caller(server.origin).fetch('/api/badge', { method: 'POST', body: { conference: id, badge } });

  beforeAll(async () => {
    server = await startTestServer();
    secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
    conference = await createSmallConference(secretariat);
    for (const [bridgeId, fullName] of [
      [conference.anGiang, 'Lê Thị Ẩm Ưu'],
      [conference.caMau, 'Trần Văn Đủ'],
    ] as const) {
      const ack = await secretariat.command(conference.id, {
        type: 'registerDelegates',
        bridgeId,
        delegates: [person(fullName)],
      });
      if (!ack.ok) throw new Error(ack.code);
    }
    rows = await listOf(secretariat);
  });
  afterAll(() => server.stop());

  test('[BDG4] badges go to the staff, and to an operator and a kiosk for their own door', async () => {
    expect(rows.every(({ badge }) => badge !== null)).toBe(true);
    const operator = await listOf(await seatAt('operator', conference.anGiang));
    expect(operator.map(({ bridgeId, badge }) => [bridgeId, badge !== null])).toEqual(
      rows.map(({ bridgeId }) => [bridgeId, bridgeId === conference.anGiang]),
    );
    const kiosk = await seatAt('kiosk', conference.anGiang);
    expect((await listOf(kiosk)).map(({ badge }) => badge)).toEqual([badgeAt(conference.anGiang)]);
    const viewer = await Caller.signedIn(server, { seat: 'viewer', conference: conference.id });
    expect((await listOf(viewer)).map(({ badge }) => badge)).toEqual([null, null]);
  });

  test('[BDG5] a kiosk reads the list of its own door and no other, without reasons of absence', async () => {
    const [own] = rows.filter(({ bridgeId }) => bridgeId === conference.anGiang);
    const ack = await secretariat.command(conference.id, {
      type: 'markDelegateAbsent',
      bridgeId: conference.anGiang,
      delegateId: own?.delegateId ?? ('' as DelegateId),
      excused: true,
      reason: 'Điều trị tại bệnh viện',
    });
    expect(ack).toMatchObject({ ok: true });
    const kiosk = await seatAt('kiosk', conference.anGiang);
    expect((await listOf(kiosk, `&bridge=${conference.anGiang}`)).map(({ absenceReason }) => absenceReason)).toEqual([
      null,
    ]);
    expect((await listOf(secretariat, `&bridge=${conference.anGiang}`))[0]?.absenceReason).toBe(
      'Điều trị tại bệnh viện',
    );
    const foreign = await kiosk.fetch(`/api/conferences/${conference.id}/delegates?bridge=${conference.caMau}`);
    expect(foreign.status).toBe(403);
  });

  test('[BDG6] a badge opens its own page without a seat, and says nothing that is the staff’s', async () => {
    const response = await page(`DC:${badgeAt(conference.caMau).toLowerCase()}`);
    expect(response.status).toBe(200);
    const shown = badgePageSchema.parse(await response.json());
    expect(shown).toMatchObject({
      fullName: 'Trần Văn Đủ',
      badge: badgeAt(conference.caMau),
      seat: 'A1',
      bridge: { name: 'Điểm cầu Cà Mau' },
      conference: { title: 'Hội nghị thử', date: '2026-11-22' },
      present: false,
    });
  });

  test('[BDG7] at a door a badge of another bridge says whose it is and where they are expected', async () => {
    const kiosk = await seatAt('kiosk', conference.anGiang);
    const response = await read(kiosk, badgeAt(conference.caMau));
    expect(badgeReadingSchema.parse(await response.json())).toMatchObject({
      fullName: 'Trần Văn Đủ',
      bridgeId: conference.caMau,
    });
    const unknown = await read(kiosk, 'DC:0000000000000000');
    expect([unknown.status, await codeOf(unknown)]).toEqual([404, 'badge-unknown']);
    for (const seat of ['wall', 'viewer'] as const) {
      const other = await Caller.signedIn(server, { seat, conference: conference.id });
      expect((await read(other, badgeAt(conference.caMau))).status).toBe(403);
    }
  });

  test('[BDG8] whatever is no badge is answered alike, and after thirty tries a right one waits too', async () => {
    const guessed = await startTestServer();
    try {
      const caller = await Caller.signedIn(guessed, { seat: 'secretariat' });
      const { id, anGiang } = await createSmallConference(caller);
      await caller.command(id, { type: 'registerDelegates', bridgeId: anGiang, delegates: [person('Trần Văn Đủ')] });
      const path = `/api/conferences/${id}/delegates`;
      const [own] = delegatePageSchema.parse(await (await caller.fetch(path)).json()).delegates;
      const right = { conference: id, badge: own?.badge };
      const ask = (body: unknown): Promise<Response> =>
        new Caller(guessed.origin).fetch('/api/badge', { method: 'POST', body });
      const bodies = [
        { conference: id, badge: '0000000000000000' },
        { conference: 'nowhere', badge: '0000000000000000' },
        {},
      ];
      expect((await ask(right)).status).toBe(200);
      const answers = [];
      for (const body of bodies) answers.push(await (await ask(body)).text());
      expect(new Set(answers).size).toBe(1);
      for (let i = answers.length; i < 30; i++) expect((await ask(bodies[0])).status).toBe(404);
      expect((await ask(bodies[0])).status).toBe(429);
      expect((await ask(right)).status).toBe(429);
    } finally {
      await guessed.stop();
    }
    // The control: right badges cost no tries.
    for (let i = 0; i < 40; i++) expect((await page(badgeAt(conference.anGiang))).status).toBe(200);
  });

  test('[BDG9] links for kiosks are the secretariat’s to make, each for one bridge that is there', async () => {
    const path = `/api/conferences/${conference.id}/invitations`;
    const wish = { seat: 'kiosk', bridgeId: conference.anGiang, label: 'Bàn đón tiếp' };
    const made = await secretariat.fetch(path, { method: 'POST', body: wish });
    expect(made.status).toBe(201);
    expect((await secretariat.fetch(path, { method: 'POST', body: { ...wish, bridgeId: null } })).status).toBe(400);
    const operator = await seatAt('operator', conference.anGiang);
    expect((await operator.fetch(path, { method: 'POST', body: wish })).status).toBe(403);
    const kiosk = await seatAt('kiosk', conference.anGiang);
    expect(await (await kiosk.fetch('/api/session')).json()).toMatchObject({
      seat: 'kiosk',
      screen: `/c/${conference.id}/kiosk/${conference.anGiang}`,
    });
    const camera = (await kiosk.fetch(`/c/${conference.id}/kiosk/${conference.anGiang}`)).headers.get(
      'permissions-policy',
    );
    expect(camera).toContain('camera=(self), microphone=()');
  });
});
