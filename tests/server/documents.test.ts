import { existsSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Command } from '../../shared/domain/command.ts';
import { bridgeIdSchema } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { mp4, webm } from '../support/clip-files.ts';
import { DocumentCaller } from '../support/document-caller.ts';
import { endlessPdf, slidesPdf } from '../support/pdf-files.ts';
import { Caller, codeOf, createSmallConference, startTestServer, type TestServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

/** Each document is read by a process of its own, that gives way to whatever else the machine does. */
vi.setConfig({ testTimeout: 180_000 });

let server: TestServer;
let secretariat: Caller;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
});
afterAll(() => server.stop());

async function inNewConference() {
  const conference = await createSmallConference(secretariat);
  const must = async (command: Command): Promise<void> => {
    expect(await secretariat.command(conference.id, command)).toMatchObject({ ok: true });
  };
  const seat = async (wish: Parameters<TestServer['mint']>[0]): Promise<DocumentCaller> =>
    new DocumentCaller(await Caller.signedIn(server, { conference: conference.id, ...wish }), conference.id);
  const state = async (): Promise<ConferenceState> => {
    const { text } = await secretariat.snapshot(conference.id, 'staff');
    return decodeState(snapshotSchema.parse(JSON.parse(text)).state as EncodedState);
  };
  const onDisk = (): readonly string[] => {
    const folder = join(server.dataDir, 'documents', conference.id);
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  return { conference, must, seat, state, onDisk, documents: new DocumentCaller(secretariat, conference.id) };
}

/** How many of the pixels in the middle row are dark. */
async function darkShare(page: Response): Promise<number> {
  const image = await loadImage(Buffer.from(await page.arrayBuffer()));
  const canvas = createCanvas(image.width, 1);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, -Math.floor(image.height / 2));
  const { data } = context.getImageData(0, 0, image.width, 1);
  return (
    Array.from({ length: image.width }, (_, x) => data[4 * x] ?? 255).filter((red) => red < 128).length / image.width
  );
}

test('[DOC1] slides are kept page by page, as wide as a wall can show, and told of once they are safe', async () => {
  const { documents, state, onDisk } = await inNewConference();
  const started = await documents.start('Báo cáo tổng kết.pdf', slidesPdf(3));
  expect(started).toMatchObject({ name: 'Báo cáo tổng kết.pdf', state: 'reading', documentId: null });
  const upload = await documents.settled(started);
  expect(upload).toMatchObject({ state: 'ready', done: 3, of: 3, reason: null });
  const { list } = (await state()).documents;
  expect(list.map(({ file }) => file)).toMatchObject([
    {
      kind: 'slides',
      documentId: upload.documentId,
      name: 'Báo cáo tổng kết.pdf',
      bridgeId: null,
      pages: 3,
      ratio: 1.7778,
    },
  ]);
  expect(onDisk()).toEqual([upload.documentId]);
  const [first] = list;
  if (first === undefined) throw new Error('no document');
  for (const [page, share] of [
    [1, 0.1],
    [2, 0.2],
    [3, 0.3],
  ] as const) {
    const answer = await documents.page(first.file.documentId, page);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const image = await loadImage(Buffer.from(await answer.clone().arrayBuffer()));
    expect([image.width, image.height]).toEqual([2_560, 1_440]);
    expect(await darkShare(answer)).toBeCloseTo(share, 2);
  }
  for (const page of [0, 4, '01', 'x', '1000']) {
    expect((await documents.page(first.file.documentId, page)).status).toBe(404);
  }
});

test('[DOC2] a clip is known by its own tables, and handed out in the ranges that are asked for', async () => {
  const { documents, state } = await inNewConference();
  const film = mp4({ seconds: 75.5, size: [1_920, 1_080], pictures: 5_000 });
  const clip = await documents.kept('Phóng sự.mp4', film);
  const turned = await documents.kept('Điện thoại.mp4', mp4({ size: [1_920, 1_080], turned: true }));
  const open = await documents.kept('Ghi hình.webm', webm({ seconds: 9 }));
  expect((await state()).documents.list.map(({ file }) => file)).toMatchObject([
    { kind: 'clip', documentId: clip, durationMs: 75_500, ratio: 1.7778, bytes: film.length },
    { kind: 'clip', documentId: turned, durationMs: 12_000, ratio: 0.5625 },
    { kind: 'clip', documentId: open, durationMs: 9_000, ratio: 1.7778 },
  ]);
  const part = await documents.clip(clip, { range: 'bytes=100-199' });
  expect(part.status).toBe(206);
  expect(part.headers.get('content-range')).toBe(`bytes 100-199/${film.length}`);
  expect(part.headers.get('content-type')).toBe('video/mp4');
  expect(Buffer.from(await part.arrayBuffer()).equals(film.subarray(100, 200))).toBe(true);
  expect((await documents.clip(open)).headers.get('content-type')).toBe('video/webm');
  expect((await documents.clip(clip, { range: 'bytes=999999-' })).status).toBe(416);
  expect((await documents.page(clip, 1)).status).toBe(404);
});

test('[DOC3] a clip that does not say how long it is, or that browsers do not play, is refused', async () => {
  const { documents, state, onDisk } = await inNewConference();
  const cut = mp4().subarray(0, 300);
  const lies = mp4();
  lies.writeUInt32BE(0xffffffff, 24);
  const wrong = [
    ['không độ dài.webm', webm({ seconds: null }), 'damaged'],
    ['mkv.webm', webm({ docType: 'matroska' }), 'not-a-document'],
    ['hevc.mp4', mp4({ coding: 'hvc1' }), 'not-a-document'],
    ['không giây.mp4', mp4({ seconds: 0 }), 'damaged'],
    ['hai ngày.mp4', mp4({ seconds: 172_800 }), 'damaged'],
    ['không cao.mp4', mp4({ size: [1_920, 0] }), 'damaged'],
    ['đứt.mp4', cut, 'damaged'],
    ['dối.mp4', lies, 'damaged'],
    ['trống.webm', webm().subarray(0, 40), 'damaged'],
  ] as const;
  for (const [name, body, reason] of wrong) {
    const upload = await documents.settled(await documents.start(name, body));
    expect({ name, state: upload.state, reason: upload.reason }).toEqual({ name, state: 'failed', reason });
  }
  expect([(await state()).documents.list, onDisk()]).toEqual([[], []]);
});

test('[DOC4] the centre sends for everybody, an operator for the own bridge, nobody else at all', async () => {
  const { documents, seat, conference, state } = await inNewConference();
  const operator = await seat({ seat: 'operator', bridgeId: conference.anGiang });
  const other = await seat({ seat: 'operator', bridgeId: conference.caMau });
  const own = await operator.kept('Của An Giang.pdf', slidesPdf(1));
  await (await seat({ seat: 'director' })).kept('Cho Cà Mau.pdf', slidesPdf(1), conference.caMau);
  expect((await state()).documents.list.map(({ file }) => file.bridgeId)).toEqual([
    conference.anGiang,
    conference.caMau,
  ]);
  expect((await operator.send('a.pdf', slidesPdf(1), conference.caMau)).status).toBe(403);
  for (const name of ['moderator', 'chair', 'announcer', 'technician', 'recorder', 'wall', 'viewer'] as const) {
    expect([name, (await (await seat({ seat: name })).send('a.pdf', slidesPdf(1))).status]).toEqual([name, 403]);
  }
  expect((await (await seat({ seat: 'kiosk', bridgeId: conference.anGiang })).send('a.pdf', slidesPdf(1))).status).toBe(
    403,
  );
  const nobody = new DocumentCaller(new Caller(server.origin), conference.id);
  expect((await nobody.send('a.pdf', slidesPdf(1))).status).toBe(401);
  // Each sees what is on its way for the own bridge, and stops nobody else's.
  expect((await operator.uploads()).map(({ id }) => id)).toEqual([own]);
  expect(await other.uploads()).toMatchObject([{ name: 'Cho Cà Mau.pdf' }]);
  expect((await documents.uploads()).length).toBe(2);
  expect([(await other.upload(own)).status, (await other.cancel(own)).status]).toEqual([404, 404]);
  expect(await codeOf(await documents.send('a.pdf', slidesPdf(1), bridgeIdSchema.parse('nowhere')))).toBe(
    'bridge-unknown',
  );
});

test('[DOC5] staff and its own bridge read a document at any time, everybody else while it lies on the desk', async () => {
  const { documents, seat, conference, must } = await inNewConference();
  const document = await documents.kept('Của An Giang.pdf', slidesPdf(2), conference.anGiang);
  const clip = await documents.kept('Phim.mp4', mp4());
  const readers = {
    director: await seat({ seat: 'director' }),
    chair: await seat({ seat: 'chair' }),
    own: await seat({ seat: 'operator', bridgeId: conference.anGiang }),
    other: await seat({ seat: 'operator', bridgeId: conference.caMau }),
    wall: await seat({ seat: 'wall' }),
    recorder: await seat({ seat: 'recorder' }),
    viewer: await seat({ seat: 'viewer' }),
  };
  const seen = async () => {
    const answers = Object.entries(readers).map(async ([name, reader]) => [
      name,
      (await reader.page(document, 1)).status,
    ]);
    return Object.fromEntries(await Promise.all(answers)) as Record<string, number>;
  };
  const before = { director: 200, chair: 200, own: 200, other: 404, wall: 404, recorder: 404, viewer: 404 };
  expect(await seen()).toEqual(before);
  await must({ type: 'layDocument', document: { kind: 'file', documentId: document, presenter: null } });
  expect(await seen()).toEqual({ ...before, other: 200, wall: 200, recorder: 200, viewer: 200 });
  expect((await readers.wall.clip(clip)).status).toBe(404);
  await must({ type: 'layDocument', document: { kind: 'file', documentId: clip, presenter: null } });
  expect((await readers.wall.clip(clip)).status).toBe(200);
  expect(await seen()).toEqual(before);
  // A seat of another conference finds nothing here, whatever lies on the desk.
  const elsewhere = await createSmallConference(secretariat);
  const stranger = await Caller.signedIn(server, { seat: 'wall', conference: elsewhere.id });
  expect((await new DocumentCaller(stranger, conference.id).clip(clip)).status).toBe(404);
  expect((await new DocumentCaller(new Caller(server.origin), conference.id).clip(clip)).status).toBe(401);
});

test('[DOC6] a document that is removed leaves the disk; one that lies on the desk is not removed', async () => {
  const { documents, must, onDisk, conference } = await inNewConference();
  const document = await documents.kept('a.pdf', slidesPdf(1));
  const file = { kind: 'file', documentId: document, presenter: null } as const;
  await must({ type: 'layDocument', document: file });
  expect(await secretariat.command(conference.id, { type: 'removeDocument', documentId: document })).toMatchObject({
    ok: false,
    code: 'document-on-air',
  });
  expect(onDisk()).toEqual([document]);
  await must({ type: 'clearDesk' });
  await must({ type: 'removeDocument', documentId: document });
  await until('its files are gone', 20_000, () => onDisk().length === 0);
  expect((await documents.page(document, 1)).status).toBe(404);
});

test('[DOC7] an upload is cancelled while it is read: its place is free at once and nothing stays', async () => {
  const { documents, state, onDisk } = await inNewConference();
  const upload = await documents.start('Dài.pdf', slidesPdf(300));
  await until('pages are drawn', 60_000, async () => ((await documents.uploads())[0]?.done ?? 0) > 2);
  expect((await documents.cancel(upload.id)).status).toBe(204);
  expect(await documents.settled(upload)).toMatchObject({ state: 'cancelled', documentId: null });
  await until('its files are gone', 20_000, () => onDisk().length === 0);
  expect((await state()).documents.list).toEqual([]);
  expect(await codeOf(await documents.cancel(upload.id))).toBe('nothing-to-change');
  await documents.kept('Sau đó.pdf', slidesPdf(1));
});

test('[DOC8] a file that breaks off on its way leaves nothing and holds no place', async () => {
  const { documents, conference, onDisk, seat } = await inNewConference();
  const operator = await Caller.signedIn(server, {
    seat: 'operator',
    conference: conference.id,
    bridgeId: conference.anGiang,
  });
  for (let at = 0; at < 3; at++) {
    const path = `${server.origin}${documents.base}?name=a.pdf`;
    const headers = { cookie: operator.cookies.join('; '), 'content-length': '50000' };
    const sending = request(path, { method: 'POST', headers });
    sending.on('error', () => undefined);
    sending.write(slidesPdf(1));
    await until('a part has come', 20_000, () => onDisk().length === 1);
    sending.destroy();
    await until('the part is gone', 20_000, () => onDisk().length === 0);
  }
  const own = await seat({ seat: 'operator', bridgeId: conference.anGiang });
  const later = await own.kept('b.pdf', slidesPdf(1));
  expect(onDisk()).toEqual([later]);
});

test('[DOC9] a classified session takes nothing in, hands nothing out, and ends what is on its way', async () => {
  const { documents, must, state, onDisk, seat } = await inNewConference();
  const document = await documents.kept('a.pdf', slidesPdf(1));
  await must({ type: 'layDocument', document: { kind: 'file', documentId: document, presenter: null } });
  const wall = await seat({ seat: 'wall' });
  expect((await wall.page(document, 1)).status).toBe(200);
  const underWay = await documents.start('Dài.pdf', slidesPdf(300));
  await must({ type: 'beginClassified' });
  for (const answer of [documents.send('b.pdf', slidesPdf(1)), documents.page(document, 1), wall.page(document, 1)]) {
    expect([(await answer).status, await codeOf(await answer)]).toEqual([403, 'classified']);
  }
  await until('the half document is gone', 30_000, () => onDisk().length === 1);
  await must({ type: 'endClassified' });
  expect(await documents.settled(underWay)).toMatchObject({ state: 'cancelled' });
  expect((await state()).documents.list).toHaveLength(1);
  expect((await wall.page(document, 1)).status).toBe(200);
});

test('[DOC10] what one bridge sends keeps neither the centre nor the other bridges waiting', async () => {
  const { documents, seat, conference } = await inNewConference();
  const [anGiang, caMau] = [
    await seat({ seat: 'operator', bridgeId: conference.anGiang }),
    await seat({ seat: 'operator', bridgeId: conference.caMau }),
  ];
  const first = await anGiang.start('Vô tận.pdf', endlessPdf());
  const again = await anGiang.send('Nữa.pdf', slidesPdf(1));
  expect([again.status, await codeOf(again)]).toEqual([409, 'too-many-uploads']);
  const second = await caMau.start('Dài.pdf', slidesPdf(200));
  const centres = await documents.start('Trung ương.pdf', slidesPdf(1));
  await anGiang.cancel(first.id);
  expect(await documents.settled(centres)).toMatchObject({ state: 'ready' });
  expect((await documents.uploads()).find(({ id }) => id === second.id)?.state).toBe('reading');
  await caMau.cancel(second.id);
});
