import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { queuedSpeeches } from '../../shared/domain/floor/floor.ts';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { HelloAck } from '../../shared/protocol/hello.ts';
import { conferenceSummarySchema, startedRehearsalSchema } from '../../shared/protocol/http.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { counts, headcount } from '../support/builders.ts';
import { telemetry } from '../support/line-builders.ts';
import {
  Caller,
  codeOf,
  connected,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
});
afterAll(() => server.stop());

const begin = (caller: Caller, id: ConferenceId, body: unknown = {}) =>
  caller.fetch(`/api/conferences/${id}/rehearsals`, { method: 'POST', body });
const begun = async (body: unknown = {}): Promise<ConferenceId> => {
  const response = await begin(secretariat, conference.id, body);
  expect(response.status).toBe(201);
  return startedRehearsalSchema.parse(await response.json()).conference;
};
const stateOf = async (id: ConferenceId): Promise<ConferenceState> => {
  const { text } = await secretariat.snapshot(id, 'staff');
  return decodeState(snapshotSchema.parse(JSON.parse(text)).state as EncodedState);
};
const must = async (id: ConferenceId, command: Command, caller = secretariat): Promise<void> => {
  expect(await caller.command(id, command)).toMatchObject({ ok: true });
};
const paper = (bridgeId: SmallConference['anGiang']): Command => ({
  type: 'registerSpeech',
  bridgeId,
  kind: 'paper',
  subject: 'Công tác cán bộ',
  speaker: { fullName: null, positions: ['Trưởng Ban Tổ chức'] },
  itemId: null,
  category: null,
  allottedMs: null,
  override: null,
});

describe('a whole rehearsal', () => {
  let rehearsal: ConferenceId;
  const tomorrow = Math.floor(Date.now() / MINUTE) * MINUTE + DAY;

  beforeAll(async () => {
    conference = await createSmallConference(secretariat);
    const span = { lock: 'duration', durationMs: 10 * MINUTE } as const;
    const plan = { row: 'item', kind: 'opening', title: 'Khai mạc', start: tomorrow, soft: false, span } as const;
    await must(conference.id, { type: 'addAgendaItems', items: [{ plan, presenter: null }], beforeItemId: null });
    await must(conference.id, paper(conference.anGiang));
    rehearsal = await begun();
  });

  test('[REH20] is held on its own clock and its own journal; afterwards the record of the conference is empty', async () => {
    const before = await stateOf(conference.id);
    await must(rehearsal, { type: 'openConference' });
    const { agenda, floor } = await stateOf(rehearsal);
    const itemId = agenda.items[0]?.itemId;
    const [speech] = queuedSpeeches(floor);
    if (itemId === undefined || speech === undefined) throw new Error('nothing was prepared');
    await must(rehearsal, { type: 'startAgendaItem', itemId, expectedLive: null, accepting: [] });
    const { speechId } = speech;
    await must(rehearsal, { type: 'callSpeaker', speechId, expectedOnFloor: null, accepting: ['bridge-absent'] });
    await must(rehearsal, { type: 'beginSpeech', speechId });
    await must(rehearsal, { type: 'endSpeech', speechId });
    await must(rehearsal, headcount(conference.anGiang, counts(9, 8)));
    await must(rehearsal, { type: 'reportDefect', sentence: 'Micro Cà Mau rè', bridgeId: conference.caMau });
    await must(rehearsal, { type: 'closeConference' });

    const rehearsed = await stateOf(rehearsal);
    expect(rehearsed.records.defects).toMatchObject([{ sentence: 'Micro Cà Mau rè', bridgeId: conference.caMau }]);
    const times = [
      rehearsed.conference.openedAt,
      rehearsed.conference.closedAt,
      rehearsed.records.defects[0]?.foundAt,
    ].map((at) => Math.abs((at ?? 0) - tomorrow));
    for (const apart of times) expect(apart).toBeLessThan(MINUTE);

    await expect
      .poll(async () => (await stateOf(conference.id)).conference.rehearsals[0]?.endedAt ?? null, { timeout: 5_000 })
      .not.toBeNull();
    const after = await stateOf(conference.id);
    const { rehearsals, ...untouched } = after.conference;
    expect(rehearsals).toMatchObject([{ conference: rehearsal }]);
    const { rehearsals: _, ...prepared } = before.conference;
    expect(untouched).toEqual(prepared);
    expect({ ...after, conference: null, bridges: null }).toEqual({ ...before, conference: null, bridges: null });
    expect(after.floor.onFloor).toEqual([]);
    expect(queuedSpeeches(after.floor)).toHaveLength(1);
    expect(after.attendance.totals.reported).toBe(0);
    expect(after.agenda.items.map(({ progress }) => progress.status)).toEqual(['waiting']);
    expect(after.records.defects).toEqual([]);
    expect(Math.abs((rehearsals[0]?.startedAt ?? 0) - Date.now())).toBeLessThan(MINUTE);
  });

  test('[REH21] and it says in the list whose rehearsal it is', async () => {
    const all = z.array(conferenceSummarySchema).parse(await (await secretariat.fetch('/api/conferences')).json());
    const of = (id: ConferenceId) => all.find((one) => one.id === id)?.rehearsalOf;
    expect([of(rehearsal), of(conference.id)]).toEqual([conference.id, null]);
    const one = conferenceSummarySchema.parse(await (await secretariat.fetch(`/api/conferences/${rehearsal}`)).json());
    expect(one).toMatchObject({ phase: 'closed', rehearsalOf: conference.id });
  });
});

describe('who may', () => {
  let rehearsal: ConferenceId;
  let stranger: SmallConference;

  beforeAll(async () => {
    conference = await createSmallConference(secretariat);
    stranger = await createSmallConference(secretariat);
    rehearsal = await begun({ startsAt: Date.now() });
    await must(rehearsal, { type: 'startPreparation' });
  });

  const hello = async (caller: Caller, screen?: string): Promise<HelloAck> => {
    const socket = caller.socket(screen === undefined ? {} : { screen });
    await connected(socket);
    const ack = await new Promise<HelloAck>((resolve) =>
      socket.emit('hello', { conference: rehearsal, since: {} }, resolve),
    );
    socket.close();
    return ack;
  };
  const operatorOf = (of: SmallConference) =>
    Caller.signedIn(server, { seat: 'operator', conference: of.id, bridgeId: of.anGiang });
  const report = (bridgeId: SmallConference['anGiang']): Command => headcount(bridgeId, counts(1, 1));

  test('[REH22] an operator of the conference sits in the rehearsal at the same bridge; one of another does not', async () => {
    const [own, foreign] = [await operatorOf(conference), await operatorOf(stranger)];
    expect(await hello(own)).toMatchObject({ ok: true, seat: 'operator', bridgeId: conference.anGiang });
    expect(await hello(foreign)).toEqual({ ok: false, code: 'conference-unknown' });
    expect(await own.command(rehearsal, report(conference.anGiang))).toMatchObject({ ok: true });
    expect(await own.command(rehearsal, report(conference.caMau))).toMatchObject({ code: 'not-permitted' });
    expect(await foreign.command(rehearsal, report(conference.anGiang))).toMatchObject({ code: 'conference-unknown' });
    for (const path of ['', '/snapshot', '/delegates', '/papers/speech-register.xlsx']) {
      const [mine, other] = await Promise.all(
        [own, foreign].map((caller) => caller.fetch(`/api/conferences/${rehearsal}${path}`)),
      );
      expect([path, mine?.status, other?.status]).toEqual([
        path,
        path.startsWith('/papers') ? 403 : 200,
        path.startsWith('/papers') ? 403 : 404,
      ]);
    }
  });

  test('[REH23] the line of the bridge is told to the rehearsal, and to nobody else', async () => {
    const own = await operatorOf(conference);
    const socket = own.socket();
    await connected(socket);
    await new Promise((resolve) => socket.emit('hello', { conference: rehearsal, since: {} }, resolve));
    const linkIn = async (id: ConferenceId) =>
      bridgesInOrder((await stateOf(id)).bridges).find(({ bridgeId }) => bridgeId === conference.anGiang)?.link.status;
    await expect.poll(() => linkIn(rehearsal)).toBe('online');
    expect(await linkIn(conference.id)).toBe('untried');
    const heard: string[] = [];
    const watching = secretariat.socket();
    await connected(watching);
    watching.on('telemetry', ({ bridgeId }) => heard.push(bridgeId));
    await new Promise((resolve) => watching.emit('hello', { conference: rehearsal, since: {} }, resolve));
    socket.emit('telemetry', telemetry());
    await expect.poll(() => heard).toEqual([conference.anGiang]);
    socket.close();
    watching.close();
  });

  test('[REH24] a browser with several seats is at the rehearsal’s screen who it is at the conference’s', async () => {
    const browser = await operatorOf(conference);
    await browser.signIn((await server.mint({ seat: 'moderator', conference: conference.id })).token);
    await browser.signIn((await server.mint({ seat: 'secretariat' })).token);
    const bridgeScreen = `/c/${rehearsal}/bridge/${conference.anGiang}`;
    expect(await hello(browser, bridgeScreen)).toMatchObject({ seat: 'operator' });
    expect(await hello(browser, `/c/${rehearsal}/console`)).toMatchObject({ seat: 'moderator' });
    expect(await hello(browser, `/c/${rehearsal}/clock`)).toMatchObject({ seat: 'secretariat' });
  });

  test('[REH25] it is begun by the secretariat alone, one at a time, and never of a rehearsal', async () => {
    const moderator = await Caller.signedIn(server, { seat: 'moderator', conference: conference.id });
    expect((await begin(moderator, conference.id)).status).toBe(403);
    const foreign = await Caller.signedIn(server, { seat: 'secretariat', conference: stranger.id });
    expect((await begin(foreign, conference.id)).status).toBe(404);
    const second = await begin(secretariat, conference.id);
    expect([second.status, await codeOf(second)]).toEqual([409, 'rehearsal-running']);
    expect((await begin(secretariat, rehearsal)).status).toBe(403);
    for (const body of [{ startsAt: 'sáng mai' }, { startsAt: -1 }, { startsAt: 1.5 }, { other: 1 }]) {
      expect((await begin(secretariat, stranger.id, body)).status).toBe(400);
    }
    const bare = await secretariat.fetch(`/api/conferences/${stranger.id}/rehearsals`, { method: 'POST' });
    expect(bare.status).toBe(201);
  });

  test('[REH26] a sign-in to the rehearsal alone does not open the conference', async () => {
    const guest = await Caller.signedIn(server, { seat: 'moderator', conference: rehearsal });
    expect((await guest.fetch(`/api/conferences/${rehearsal}`)).status).toBe(200);
    expect((await guest.fetch(`/api/conferences/${conference.id}`)).status).toBe(404);
  });
});
