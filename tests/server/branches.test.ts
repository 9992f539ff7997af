import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { branchPage } from '../../server/application/branches.ts';
import { mapFrom } from '../../shared/base/persistent-map.ts';
import { nothingSaid } from '../../shared/domain/attendance/attendance.ts';
import type { Bridge } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import { type BridgeId, bridgeIdSchema } from '../../shared/domain/ids.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import { type BranchPage, branchPageSchema, delegationLinesSchema } from '../../shared/protocol/attendance.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import {
  Caller,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';

const id = (text: string): BridgeId => bridgeIdSchema.parse(text);

describe('with a server', () => {
  let server: TestServer;
  let secretariat: Caller;
  let conference: SmallConference;
  const communes = new Map<string, BridgeId>();

  const must = async (command: Command): Promise<void> => {
    expect(await secretariat.command(conference.id, command)).toMatchObject({ ok: true });
  };
  const bridge = (name: string, parentId: BridgeId) => ({
    name,
    shortName: name,
    central: false,
    parentId,
    region: null,
    room: null,
    chairs: [],
    technician: null,
  });
  const report = (bridgeId: BridgeId, expected: number, onSite: number): Promise<void> =>
    must({
      type: 'reportHeadcount',
      bridgeId,
      expectedRevision: 0,
      categories: [{ category: 'Đại biểu', expected, onSite, online: 0, absentExcused: 0, absentUnexcused: 0 }],
      signedBy: null,
      note: null,
      accepting: ['more-than-expected'],
    });
  const ask = (caller: Caller, query = ''): Promise<Response> =>
    caller.fetch(`/api/conferences/${conference.id}/branches${query}`);
  const pageOf = async (caller: Caller, query = ''): Promise<BranchPage> =>
    branchPageSchema.parse(await (await ask(caller, query)).json());
  const operatorOf = (bridgeId: BridgeId): Promise<Caller> =>
    Caller.signedIn(server, { seat: 'operator', conference: conference.id, bridgeId });
  const idsOf = ({ lines }: BranchPage): readonly string[] => lines.map(({ bridgeId }) => bridgeId);
  const commune = (name: string): BridgeId => communes.get(name) ?? id('none');

  beforeAll(async () => {
    server = await startTestServer();
    secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
    conference = await createSmallConference(secretariat);
    await must({
      type: 'addBridges',
      bridges: ['Phú Hữu', 'An Phú', 'Vĩnh Hậu'].map((name) => bridge(name, conference.anGiang)),
    });
    await must({ type: 'addBridges', bridges: [bridge('Năm Căn', conference.caMau)] });
    const { text } = await secretariat.snapshot(conference.id, 'staff');
    const { bridges } = decodeState(snapshotSchema.parse(JSON.parse(text)).state as EncodedState);
    for (const shard of bridges.byId.shards) for (const one of shard.values()) communes.set(one.name, one.bridgeId);
    await report(conference.anGiang, 50, 48);
    await report(commune('Phú Hữu'), 20, 25);
    await report(commune('An Phú'), 10, 10);
    await must({ type: 'excuseBridge', bridgeId: conference.caMau, reason: 'Bão số 12' });
    await must({
      type: 'registerDelegates',
      bridgeId: conference.central,
      delegates: ['Đoàn Cà Mau', 'Điểm cầu An Giang', 'Đoàn Cà Mau'].map((delegation, index) => ({
        fullName: `Đại biểu ${index}`,
        positions: [],
        category: 'Đại biểu',
        homeUnit: 'Tỉnh ủy',
        delegation,
        role: null,
        seat: null,
        number: null,
      })),
    });
  });
  afterAll(() => server.stop());

  test('[BRN1] the staff see the central bridge and its peers, each with the totals of all that is below', async () => {
    const page = await pageOf(secretariat);
    expect(idsOf(page)).toEqual([conference.central, conference.anGiang, conference.caMau]);
    const [central, anGiang, caMau] = page.lines;
    expect(anGiang).toMatchObject({ bridges: 4, reported: 3, ownReported: true, listPresent: null, excuse: null });
    expect(anGiang?.figure).toMatchObject({ expected: 80, onSite: 83 });
    expect(anGiang?.own).toMatchObject({ expected: 50, onSite: 48 });
    expect(caMau).toMatchObject({ bridges: 2, reported: 0, ownReported: false, excuse: 'Bão số 12' });
    expect(central).toMatchObject({ reported: 0, ownReported: false });
    expect(central?.figure).toMatchObject({ expected: 3, onSite: 0 });
    expect(page.next).toBeNull();
  });

  test('[BRN2] page by page in the order of the bridges, nobody twice and nobody left out', async () => {
    const seen: string[] = [];
    let after = '';
    for (let pages = 0; pages < 3; pages++) {
      const page = await pageOf(secretariat, `?under=${conference.anGiang}&limit=1${after}`);
      seen.push(...idsOf(page));
      after = `&after=${page.next ?? ''}`;
    }
    expect(seen).toEqual(['Phú Hữu', 'An Phú', 'Vĩnh Hậu'].map(commune));
    expect(after).toBe('&after=');
  });

  test('[BRN3] exceptions of the whole branch, the worst first', async () => {
    const page = await pageOf(secretariat, '?only=exceptions&limit=200');
    expect(idsOf(page)).toEqual([
      // More than were expected.
      commune('Phú Hữu'),
      // Never joined and not reported, in protocol order.
      conference.central,
      commune('Vĩnh Hậu'),
      commune('Năm Căn'),
      // Reported without ever having joined.
      conference.anGiang,
      commune('An Phú'),
      // Excused.
      conference.caMau,
    ]);
    const under = await pageOf(secretariat, `?only=exceptions&under=${conference.anGiang}`);
    expect(idsOf(under)).toEqual([commune('Phú Hữu'), commune('Vĩnh Hậu'), commune('An Phú')]);
    const second = await pageOf(secretariat, `?only=exceptions&limit=3`);
    expect(idsOf(await pageOf(secretariat, `?only=exceptions&limit=2&after=${second.next}`))).toEqual([
      commune('Năm Căn'),
      conference.anGiang,
    ]);
  });

  test('[BRN4] an operator looks into the own branch and nowhere else', async () => {
    const anGiang = await operatorOf(conference.anGiang);
    expect(idsOf(await pageOf(anGiang))).toEqual(['Phú Hữu', 'An Phú', 'Vĩnh Hậu'].map(commune));
    expect((await ask(anGiang, `?under=${commune('Phú Hữu')}`)).status).toBe(200);
    expect((await ask(anGiang, `?under=${conference.caMau}`)).status).toBe(403);
    expect((await ask(anGiang, '?under=nowhere')).status).toBe(403);
    expect((await ask(await operatorOf(commune('Phú Hữu')), `?under=${conference.anGiang}`)).status).toBe(403);
    // The control: the staff may look there.
    expect((await ask(secretariat, `?under=${conference.caMau}`)).status).toBe(200);
    expect((await ask(secretariat, '?under=nowhere')).status).toBe(404);
    for (const seat of ['wall', 'viewer'] as const) {
      expect((await ask(await Caller.signedIn(server, { seat, conference: conference.id }))).status).toBe(403);
    }
    const kiosk = await Caller.signedIn(server, {
      seat: 'kiosk',
      conference: conference.id,
      bridgeId: conference.anGiang,
    });
    expect((await ask(kiosk)).status).toBe(403);
  });

  test('[BRN5] delegations: those called like a bridge first, then the others; for the staff alone', async () => {
    const path = `/api/conferences/${conference.id}/delegations`;
    const { lines } = delegationLinesSchema.parse(await (await secretariat.fetch(path)).json());
    expect(lines.map(({ name, figure }) => [name, figure.expected])).toEqual([
      ['Điểm cầu An Giang', 1],
      ['Đoàn Cà Mau', 2],
    ]);
    expect((await (await operatorOf(conference.anGiang)).fetch(path)).status).toBe(403);
  });
});

test('[BRN6] at 31,000 bridges a page, and a page of exceptions, cost a few milliseconds', () => {
  const state = nation(34, 31_000);
  const query = { under: null, after: null, limit: 100, exceptionsOnly: true };
  // The first builds what all others read.
  expect(branchPage(state, query).lines).toHaveLength(100);
  const times: number[] = [];
  for (let round = 0; round < 20; round++) {
    // Somebody reports between two pages: the counters are new, the tree is the same.
    const next = { ...state, attendance: { ...state.attendance } };
    const begun = performance.now();
    branchPage(next, query);
    branchPage(next, { ...query, under: id('p1'), exceptionsOnly: false });
    times.push(performance.now() - begun);
  }
  expect(times.toSorted((a, b) => a - b)[10]).toBeLessThan(60);
});

function nation(provinces: number, communes: number): ConferenceState {
  const bridge = (bridgeId: string, parentId: string | null, order: number): Bridge => ({
    bridgeId: id(bridgeId),
    losses: 0,
    name: bridgeId,
    shortName: bridgeId,
    tier: parentId === null ? 1 : 2,
    parentId: parentId === null ? null : id(parentId),
    order,
    region: null,
    room: null,
    chairs: [],
    technician: null,
    link: { status: 'untried' },
  });
  const all = [
    ...Array.from({ length: provinces }, (_, at) => bridge(`p${at}`, null, at)),
    ...Array.from({ length: communes }, (_, at) => bridge(`c${at}`, `p${at % provinces}`, provinces + at)),
  ];
  return {
    ...initialState,
    bridges: { byId: mapFrom(all.map((one) => [one.bridgeId, one])), centralId: null },
    attendance: {
      ...initialState.attendance,
      byBridge: mapFrom(
        all.map((one) => [one.bridgeId, { ...nothingSaid, above: one.parentId === null ? [] : [one.parentId] }]),
      ),
    },
  };
}
