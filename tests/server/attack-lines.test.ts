import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { MediaDoor, type WayIn } from '../../server/application/media-door.ts';
import { MediaReactor } from '../../server/application/media-reactor.ts';
import type { SeatSession } from '../../server/application/seats.ts';
import { DocumentFiles } from '../../server/documents/document-files.ts';
import { renderPdf } from '../../server/documents/render-pdf.ts';
import { roomOf } from '../../server/media/room-plan.ts';
import { RecordingFiles } from '../../server/recordings/recording-files.ts';
import { proxyLiveKit } from '../../server/transport/livekit-proxy.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { conferenceIdSchema, documentIdSchema, messageIdSchema, recordingIdSchema } from '../../shared/domain/ids.ts';
import { KEPT_FOR_CENTRE, MAX_MESSAGES } from '../../shared/domain/messages/message.ts';
import { bridgeIdentity, bridgeOfIdentity } from '../../shared/views/media-identity.ts';
import { anGiang, director, NOW, operatorOf, PREPARING, quangBinh } from '../support/builders.ts';
import { openBench, prepare } from '../support/desk.ts';
import { given } from '../support/domain-spec.ts';
import { FakeRooms } from '../support/fake-rooms.ts';
import { slidesPdf } from '../support/pdf-files.ts';
import { Caller, createSmallConference, startTestServer, type TestServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

/** What somebody with a seat, or a machine that broke, might do to the technical side of a day. */

const MB = 1024 ** 2;
let server: TestServer;
let secretariat: Caller;
let folder: string;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-attack-'));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A document that comes bit by bit; resolves with its answer, or null when the line was cut. */
function slowDocument(address: string) {
  const cookie = secretariat.cookies.join('; ');
  const headers = { cookie, 'content-type': 'application/octet-stream' };
  const sending = request(`${server.origin}${address}?name=x.pdf`, { method: 'POST', headers });
  const answered = new Promise<{ status: number; text: string } | null>((resolve) => {
    sending.on('response', (response) => {
      let text = '';
      response.on('data', (part: Buffer) => {
        text += part.toString();
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sending.on('error', () => resolve(null));
  });
  sending.write(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(4_096)]));
  return { sending, answered };
}

const halvesOf = (conference: string): readonly string[] => {
  const kept = join(server.dataDir, 'documents', conference);
  return existsSync(kept) ? readdirSync(kept) : [];
};

test('[SEC30] a document that is still coming when the session becomes classified is cut off, and nothing stays', async () => {
  const { id } = await createSmallConference(secretariat);
  const { sending, answered } = slowDocument(`/api/conferences/${id}/documents`);
  await until('it is coming', 10_000, async () => halvesOf(id).length === 1);
  expect(await secretariat.command(id, { type: 'beginClassified' })).toMatchObject({ ok: true });
  const pump = setInterval(() => sending.write(Buffer.alloc(4_096)), 50);
  const answer = await Promise.race([answered, new Promise<'taken'>((done) => setTimeout(() => done('taken'), 8_000))]);
  clearInterval(pump);
  sending.destroy();
  expect(answer).toMatchObject({ status: 403, text: expect.stringContaining('classified') });
  await until('nothing of it stays', 5_000, async () => halvesOf(id).length === 0);
});

test('[SEC31] a document whose sender breaks off is no fault of the server, and nothing of it stays', async () => {
  const { id } = await createSmallConference(secretariat);
  const { sending } = slowDocument(`/api/conferences/${id}/documents`);
  await until('it is coming', 10_000, async () => halvesOf(id).length === 1);
  sending.destroy();
  await until('nothing of it stays', 5_000, async () => halvesOf(id).length === 0);
  // The answer that nobody hears is made after the files are gone.
  await new Promise((resolve) => setTimeout(resolve, 300));
  const faults = (await server.logged()).split('\n').filter((line) => /"level":50/.test(line));
  expect(faults).toEqual([]);
});

const conference = conferenceIdSchema.parse('hoi-nghi');

test('[SEC32] a document that comes while others fill the disk is given up before the journal has no room', async () => {
  const receive = async (name: string, free: () => number) => {
    const files = new DocumentFiles(join(folder, name), async () => free());
    const body = Readable.from([Buffer.from('%PDF-1.7\n'), ...Array.from({ length: 40 }, () => Buffer.alloc(MB))]);
    const place = { conference, documentId: documentIdSchema.parse('tai-lieu') };
    // Its length is not said: nothing can be set aside for it.
    const { signal } = new AbortController();
    const received = await files
      .receive(place, { body, name: 'Báo cáo.pdf', announced: 0, signal })
      .catch((cause: unknown) => cause);
    return { received, stays: existsSync(files.halfOf(place)) };
  };
  let looks = 0;
  const filledByOthers = await receive('full', () => (++looks === 1 ? 600 * MB : 500 * MB));
  expect(filledByOthers).toMatchObject({ received: { reason: 'disk-full' }, stays: false });
  // The control: where there is room it is taken.
  expect(await receive('free', () => 600 * MB)).toMatchObject({ received: { kind: 'pdf' }, stays: true });
});

test('[SEC33] pages are drawn only as long as the journal has room beside them', async () => {
  const render = (freeBytes: number) => {
    const source = join(folder, `${freeBytes}.pdf`);
    const pages = join(folder, `pages-${freeBytes}`);
    writeFileSync(source, slidesPdf(1));
    mkdirSync(pages);
    const unused = (): void => undefined;
    const { signal } = new AbortController();
    return renderPdf({ source, folder: pages, signal, onProgress: unused, onDeath: unused, limits: { freeBytes } });
  };
  expect(await render(Number.MAX_SAFE_INTEGER)).toEqual({ kind: 'refused', reason: 'disk-full' });
  expect(await render(1)).toMatchObject({ kind: 'rendered', pages: 1 });
}, 300_000);

test('[SEC34] a recording stops being kept before the journal of the conference has no room', async () => {
  let free = 600 * MB;
  const files = new RecordingFiles(join(folder, 'recordings'), async () => free);
  const address = { conference, recording: recordingIdSchema.parse('ban-ghi') };
  const opened = await files.openPart(address, { kind: 'video/webm', startedAt: NOW });
  if (opened === null) throw new Error('no part');
  const keep = (piece: number) => files.keepPiece({ ...opened, piece }, Buffer.alloc(MB), NOW);
  expect(await keep(1)).toBe(true);
  free = 512 * MB;
  // As when the disk itself is full: the page keeps the piece and sends it again.
  await expect(keep(2)).rejects.toMatchObject({ code: 'ENOSPC' });
  expect((await files.pieces(opened)).length).toBe(1);
  free = 600 * MB;
  expect(await keep(2)).toBe(true);
});

test('[SEC35] halls that write without end do not silence the centre', () => {
  const many = Array.from({ length: MAX_MESSAGES - KEPT_FOR_CENTRE }, (_, index): ConferenceEvent => {
    const messageId = messageIdSchema.parse(`tin-${index}`);
    const message = { messageId, from: quangBinh, to: null, text: 'Mất tiếng', answers: [] };
    return { type: 'messageSent', at: NOW, message };
  });
  const full = given(PREPARING, many);
  full
    .when({ type: 'messageCentre', bridgeId: anGiang, text: 'Mất hình' }, { by: operatorOf(anGiang) })
    .refuses('too-many-messages', { max: MAX_MESSAGES - KEPT_FOR_CENTRE });
  full
    .when({ type: 'messageBridges', to: { kind: 'all' }, text: 'Đề nghị giữ trật tự', answers: [] }, { by: director })
    .happens();
});

const seatAt = (id: string, bridgeId: typeof anGiang, seat: 'operator' | 'kiosk' = 'operator'): SeatSession => ({
  id,
  invitationId: id,
  expiresAt: Number.MAX_SAFE_INTEGER,
  seat,
  conference,
  bridgeId,
  label: '',
  screen: '',
});

test('[SEC36] a machine that came in before the server was started anew is thrown out with its link all the same', async () => {
  const rooms = new FakeRooms();
  const bench = await openBench();
  await prepare(bench);
  const reactor = new MediaReactor(bench.desk, { gateway: () => rooms, newId: () => 'x', onFault: () => undefined });
  const room = roomOf(bench.desk.id);
  // A door that knows nobody, as after a start.
  const door = new MediaDoor(
    () => rooms,
    () => reactor,
    (name) => (name === room ? reactor : null),
  );
  const [, own, others] = bridgesInOrder(bench.desk.state.bridges).map(({ bridgeId }) =>
    bridgeIdentity(bridgeId, 'hall-1'),
  );
  const mine = own === undefined ? null : bridgeOfIdentity(own);
  if (own === undefined || others === undefined || mine === null) throw new Error('too few bridges');
  const hears = { camera: true, microphone: false, screen: false, receives: true, hidden: false };
  for (const identity of [own, others]) rooms.enter(identity, hears);
  await until('both were seen', 5_000, async () => reactor.voiceOf(mine) !== null);
  // Its page resumes with the token that it has; a name that is not its own is noted for nobody.
  const [atDoor, inHall] = [seatAt('cua', mine, 'kiosk'), seatAt('phong', mine)];
  const held = [atDoor, inHall];
  door.noteJoin(held, { identity: own, room });
  door.noteJoin(held, { identity: others, room });
  door.shut([atDoor]);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect([...rooms.guests.keys()]).toEqual([own, others]);
  door.shut([inHall]);
  await until('it is out', 5_000, async () => !rooms.guests.has(own));
  expect([...rooms.guests.keys()]).toEqual([others]);
  reactor.close();
});

test('[RGT52] a token that LiveKit refuses is answered by LiveKit, and fills no log', async () => {
  const upstream = createServer();
  upstream.on('upgrade', (_, socket) => socket.end('HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n'));
  const target = `http://${await listening(upstream)}`;
  const faults: unknown[] = [];
  const web = createServer();
  let isThere = true;
  proxyLiveKit(web, {
    target: () => (isThere ? target : 'http://127.0.0.1:1'),
    seats: { sessionOf: async () => seatAt('phong', anGiang) } as never,
    onJoin: () => undefined,
    isOwnOrigin: () => true,
    onFault: (cause) => faults.push(cause),
  });
  const host = await listening(web);
  const knock = async (): Promise<string> => {
    const cookie = 'dc-0123456789ab=right';
    const socket = new WebSocket(`ws://${host}/livekit/rtc?access_token=old`, { headers: { cookie } });
    const [cause]: unknown[] = await once(socket, 'error').catch((fault: unknown) => [fault]);
    return String(cause);
  };
  for (let i = 0; i < 5; i++) expect(await knock()).toContain('401');
  expect(faults).toEqual([]);
  // The control: a LiveKit that is not there is told of.
  isThere = false;
  await knock();
  expect(faults).toHaveLength(1);
  for (const one of [web, upstream]) {
    one.closeAllConnections();
    one.close();
  }
});

async function listening(web: Server): Promise<string> {
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
  const address = web.address();
  return `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

test('[SEC37] every way into a room is told with the seats that the browser holds', async () => {
  const upstream = createServer();
  const sockets = new WebSocketServer({ server: upstream });
  const target = `http://${await listening(upstream)}`;
  const told: { readonly seats: readonly string[]; readonly way: WayIn }[] = [];
  const sessionOf = async (secret: string) => (secret === 'right' ? seatAt('phong', anGiang) : null);
  const web = createServer();
  proxyLiveKit(web, {
    target: () => target,
    seats: { sessionOf } as never,
    onJoin: (held, way) => void told.push({ seats: held.map(({ id }) => id), way }),
    isOwnOrigin: () => true,
    onFault: () => undefined,
  });
  const host = await listening(web);
  const claims = Buffer.from(JSON.stringify({ sub: 'bridge_x_hall-1', video: { room: 'stage-x' } })).toString(
    'base64url',
  );
  const knock = async (secret: string, query: string): Promise<string> => {
    const socket = new WebSocket(`ws://${host}/livekit/rtc?${query}`, {
      headers: { cookie: `dc-0123456789ab=${secret}` },
    });
    const outcome = await Promise.race([
      once(socket, 'open').then(() => 'in'),
      once(socket, 'error').then(
        () => 'out',
        () => 'out',
      ),
    ]).catch(() => 'out');
    socket.on('error', () => undefined);
    socket.terminate();
    return outcome;
  };
  expect(await knock('wrong', `access_token=a.${claims}.c`)).toBe('out');
  expect(told).toEqual([]);
  expect(await knock('right', `access_token=a.${claims}.c`)).toBe('in');
  // What is no token is LiveKit's to refuse, and ends nothing here.
  expect(await knock('right', 'access_token=%00.%ff')).toBe('in');
  expect(told).toEqual([{ seats: ['phong'], way: { identity: 'bridge_x_hall-1', room: 'stage-x' } }]);
  for (const socket of sockets.clients) socket.terminate();
  for (const one of [web, upstream]) {
    one.closeAllConnections();
    one.close();
  }
});
