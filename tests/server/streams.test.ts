import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HelloAck } from '../../shared/protocol/hello.ts';
import type { PackedSnapshot, Patch, Snapshot } from '../../shared/protocol/patch.ts';
import { counts, headcount } from '../support/builders.ts';
import { telemetry } from '../support/line-builders.ts';
import {
  Caller,
  connected,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
  type TestSocket,
} from '../support/test-server.ts';

/** How long a frame for the staff gathers what may wait (server/application/fan-out.ts). */
const FRAME_WAITS_MS = 150;

let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  conference = await createSmallConference(secretariat);
});
afterAll(() => server.stop());

interface Heard {
  readonly socket: TestSocket;
  readonly patches: Patch[];
  readonly snapshots: (Snapshot | PackedSnapshot)[];
  readonly ack: HelloAck;
}

async function greet(caller: Caller, since: Record<string, number>): Promise<Heard> {
  const socket = caller.socket();
  const patches: Patch[] = [];
  const snapshots: Heard['snapshots'] = [];
  socket.on('patch', (patch) => patches.push(patch));
  socket.on('snapshot', (snapshot) => snapshots.push(snapshot));
  expect(await connected(socket)).toBe('connected');
  const ack = await new Promise<HelloAck>((resolve) =>
    socket.emit('hello', { conference: conference.id, since }, resolve),
  );
  return { socket, patches, snapshots, ack };
}

const until = (condition: () => boolean): Promise<void> =>
  expect
    .poll(condition, { timeout: 9_000, interval: 20 })
    .toBe(true)
    .then(() => undefined);

describe('resume by sequence number', () => {
  test('a screen that has nothing gets a snapshot; one that comes back gets what it missed', async () => {
    const fresh = await greet(secretariat, {});
    expect(fresh.snapshots.map(({ stream }) => stream)).toEqual(['staff']);
    const seq = fresh.snapshots[0]?.seq ?? -1;
    fresh.socket.close();
    await secretariat.command(conference.id, { type: 'armSource', source: { kind: 'hold' } });
    await secretariat.command(conference.id, { type: 'disarmSource' });
    const back = await greet(secretariat, { staff: seq });
    back.socket.close();
    expect(back.snapshots).toEqual([]);
    expect(back.patches[0]).toMatchObject({ after: seq, through: seq + 2 });
    expect(back.patches[0]?.events.map(({ event }) => event.type)).toEqual(['sourceArmed', 'sourceDisarmed']);
  });

  test('a screen ahead of the journal is given the truth whole', async () => {
    const lost = await greet(secretariat, { staff: 1_000_000 });
    lost.socket.close();
    expect(lost.snapshots).toHaveLength(1);
  });

  test('a bridge hears the public stream and its own, and nothing private of another', async () => {
    const operator = await Caller.signedIn(server, {
      seat: 'operator',
      conference: conference.id,
      bridgeId: conference.anGiang,
    });
    const heard = await greet(operator, {});
    expect(heard.ack).toMatchObject({ ok: true, streams: ['public', `bridge:${conference.anGiang}`] });
    const report = (bridgeId: SmallConference['anGiang'], note: string) => ({
      ...headcount(bridgeId, counts(10, 9)),
      note,
    });
    await secretariat.command(conference.id, report(conference.caMau, 'bí mật của Cà Mau'));
    await secretariat.command(conference.id, report(conference.anGiang, 'việc của An Giang'));
    await until(() => heard.patches.some(({ stream }) => stream.startsWith('bridge:')));
    await until(() => heard.patches.filter(({ stream }) => stream === 'public').length > 0);
    const all = JSON.stringify(heard.patches);
    heard.socket.close();
    expect(all).toContain('việc của An Giang');
    expect(all).not.toContain('bí mật của Cà Mau');
    expect(all).toContain(conference.caMau);
  });

  test('what bridges do waits for one frame; what the stage does goes at once', async () => {
    const staff = await greet(secretariat, {});
    const excuse = (reason: string) => ({ type: 'excuseBridge' as const, bridgeId: conference.caMau, reason });
    const told = () =>
      staff.patches.flatMap(({ events }) => events).filter(({ event }) => event.type === 'attendanceTold');
    const reasons = Array.from({ length: 20 }, (_, index) => `Bão số ${index + 1}`);
    const begun = performance.now();
    for (const reason of reasons) await secretariat.command(conference.id, excuse(reason));
    await until(() => JSON.stringify(told().at(-1) ?? {}).includes('"Bão số 20"'));
    // A machine with much other work takes them longer than one frame waits: so many frames there may be.
    expect(told().length).toBeLessThanOrEqual(1 + Math.floor((performance.now() - begun) / FRAME_WAITS_MS));
    expect(told().at(-1)).toMatchObject({
      event: { type: 'attendanceTold', bridges: [{ bridgeId: conference.caMau, one: { excuse: 'Bão số 20' } }] },
    });
    await secretariat.command(conference.id, { type: 'armSource', source: { kind: 'hold' } });
    await until(() => staff.patches.at(-1)?.events.some(({ event }) => event.type === 'sourceArmed') === true);
    staff.socket.close();
    expect(staff.patches.map(({ after }) => after)).toEqual([
      staff.patches[0]?.after,
      ...staff.patches.slice(0, -1).map(({ through }) => through),
    ]);
  });
});

describe('lines of bridges', () => {
  test('a bridge that joins is online; one that stays away longer than the grace is lost', async () => {
    const staff = await greet(secretariat, {});
    const operator = await Caller.signedIn(server, {
      seat: 'operator',
      conference: conference.id,
      bridgeId: conference.central,
    });
    const ofCentral = ({ event }: Patch['events'][number]) =>
      'bridgeId' in event && event.bridgeId === conference.central;
    const types = () => staff.patches.flatMap(({ events }) => events.filter(ofCentral).map(({ event }) => event.type));
    const bridge = await greet(operator, {});
    await until(() => types().includes('bridgeLinkEstablished'));
    bridge.socket.close();
    const again = await greet(operator, {});
    await new Promise((resolve) => setTimeout(resolve, 5_500));
    expect(types()).not.toContain('bridgeLinkLost');
    again.socket.close();
    await until(() => types().includes('bridgeLinkLost'));
    staff.socket.close();
  });

  test('what a bridge measures of itself reaches the staff and nobody else', async () => {
    const operator = await Caller.signedIn(server, {
      seat: 'operator',
      conference: conference.id,
      bridgeId: conference.caMau,
    });
    const viewer = await Caller.signedIn(server, { seat: 'viewer', conference: conference.id });
    const [staff, watching, bridge] = [
      await greet(secretariat, {}),
      await greet(viewer, {}),
      await greet(operator, {}),
    ];
    const seen: unknown[] = [];
    const leaked: unknown[] = [];
    staff.socket.on('telemetry', (heard) => seen.push(heard));
    watching.socket.on('telemetry', (heard) => leaked.push(heard));
    bridge.socket.emit('telemetry', { camera: 'live', level: 'loud' });
    bridge.socket.emit('telemetry', telemetry());
    await until(() => seen.length > 0);
    expect(seen).toEqual([
      {
        bridgeId: conference.caMau,
        telemetry: telemetry(),
      },
    ]);
    expect(leaked).toEqual([]);
    for (const { socket } of [staff, watching, bridge]) socket.close();
  });

  test('[PRT16] a screen that measures itself without pause is heard twice a second at most', async () => {
    const operator = await Caller.signedIn(server, {
      seat: 'operator',
      conference: conference.id,
      bridgeId: conference.caMau,
    });
    const [staff, bridge] = [await greet(secretariat, {}), await greet(operator, {})];
    const levels: number[] = [];
    staff.socket.on('telemetry', ({ telemetry: { level } }) => levels.push(level));
    const measure = (level: number) => bridge.socket.emit('telemetry', telemetry({ level }));
    const begun = performance.now();
    for (let sent = 0; performance.now() - begun < 1_200; sent++) {
      measure(sent / 1_000);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(levels.length).toBeGreaterThanOrEqual(2);
    expect(levels.length).toBeLessThanOrEqual(3);
    measure(1);
    await until(() => levels.at(-1) === 1);
    for (const { socket } of [staff, bridge]) socket.close();
  });
});
