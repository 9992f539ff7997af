import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { DocumentAbout, Readership } from '../../shared/domain/documents/document.ts';
import { documentUploadSchema } from '../../shared/protocol/technical.ts';
import { colourAt, differing, picture, pixelsOf } from '../support/image-files.ts';
import { libraryConference } from '../support/library-conference.ts';
import { officeFile } from '../support/office-files.ts';
import { slidesPdf } from '../support/pdf-files.ts';
import { Caller, codeOf, startTestServer, type TestServer } from '../support/test-server.ts';

vi.setConfig({ testTimeout: 240_000 });

let server: TestServer;
let secretariat: Caller;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
});
afterAll(() => server.stop());

const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

const about = (facts: Partial<DocumentAbout> = {}): DocumentAbout => ({
  title: 'Báo cáo tổng kết',
  itemId: null,
  circulation: null,
  secrecy: 'none',
  watermark: false,
  ...facts,
});

const inNewConference = () => libraryConference(server, secretariat);

test('[LIB26] who may read: the staff, its own bridge, and those it was given out to, until it is taken back', async () => {
  const { conference, documents, must, seat, file } = await inNewConference();
  const id = await documents.kept('Của An Giang.docx', officeFile('docx'), conference.anGiang);
  const readers = {
    director: await seat({ seat: 'director' }),
    own: await seat({ seat: 'operator', bridgeId: conference.anGiang }),
    other: await seat({ seat: 'operator', bridgeId: conference.caMau }),
    central: await seat({ seat: 'operator', bridgeId: conference.central }),
    viewer: await seat({ seat: 'viewer' }),
    kiosk: await seat({ seat: 'kiosk', bridgeId: conference.caMau }),
    wall: await seat({ seat: 'wall' }),
  };
  const seen = async () =>
    Object.fromEntries(
      await Promise.all(Object.entries(readers).map(async ([name, one]) => [name, (await file(one, id)).status])),
    );
  const before = { director: 200, own: 200, other: 404, central: 404, viewer: 404, kiosk: 404, wall: 404 };
  expect(await seen()).toEqual(before);
  const to: Readership = { kind: 'bridges', bridgeIds: [conference.caMau] };
  await must({ type: 'releaseDocument', documentId: id, to, at: null });
  expect(await seen()).toEqual({ ...before, other: 200 });
  await must({ type: 'releaseDocument', documentId: id, to: { kind: 'delegates' }, at: null });
  expect(await seen()).toEqual({ ...before, other: 200, central: 200, viewer: 200, kiosk: 200, wall: 200 });
  await must({ type: 'withdrawDocument', documentId: id });
  expect(await seen()).toEqual(before);
  await must({ type: 'releaseDocument', documentId: id, to: { kind: 'delegates' }, at: null });
  await must({ type: 'beginClassified' });
  const classified = await file(readers.viewer, id);
  expect([classified.status, await codeOf(classified)]).toEqual([403, 'classified']);
});

test('[LIB27] pages with a watermark bear the name of who reads them, and the file itself is refused to everybody', async () => {
  const { conference, documents, must, seat, file, page } = await inNewConference();
  const id = await documents.kept('Dự thảo.pdf', slidesPdf(1));
  const plain = await bytesOf(await page(secretariat, id));
  await must({ type: 'describeDocument', documentId: id, about: about({ watermark: true }) });
  await must({ type: 'releaseDocument', documentId: id, to: { kind: 'delegates' }, at: null });
  const anGiang = await seat({ seat: 'operator', bridgeId: conference.anGiang, label: 'Điểm cầu tỉnh An Giang' });
  const caMau = await seat({ seat: 'operator', bridgeId: conference.caMau, label: 'Điểm cầu tỉnh Cà Mau' });
  for (const caller of [secretariat, anGiang, caMau]) {
    const refused = await file(caller, id);
    expect([refused.status, await codeOf(refused)]).toEqual([403, 'watermarked']);
    const answer = await page(caller, id);
    expect([answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      'image/jpeg',
      'private, no-store',
    ]);
    expect(answer.headers.get('vary')).toContain('Cookie');
  }
  const [first, again, other] = await Promise.all(
    [anGiang, anGiang, caMau].map(async (one) => bytesOf(await page(one, id))),
  );
  if (first === undefined || again === undefined || other === undefined) throw new Error('no pages');
  if (process.env['KEEP_PAGES'] !== undefined) writeFileSync(process.env['KEEP_PAGES'], first);
  const [a, b, c] = [await pixelsOf(first), await pixelsOf(again), await pixelsOf(other)];
  expect([a.width, a.height]).toEqual([1_600, 900]);
  const whole = await pixelsOf(plain);
  // The white of the page bears letters everywhere, and no quarter of it is free of them.
  const marked = (x: number, y: number): number => {
    let count = 0;
    for (let dx = 0; dx < 400; dx += 1) {
      for (let dy = 0; dy < 300; dy += 1) count += colourAt(a, x + dx, y + dy)[1] < 235 ? 1 : 0;
    }
    return count;
  };
  expect(colourAt(whole, 2_400, 700)[1]).toBe(255);
  for (const [x, y] of [
    [400, 0],
    [1_200, 0],
    [400, 600],
    [1_200, 600],
    [800, 300],
  ] as const) {
    expect(marked(x, y)).toBeGreaterThan(1_000);
  }
  expect(differing(a, b)).toBeLessThan(differing(a, c));
  expect(differing(a, c)).toBeGreaterThan(0.01);
});

test('[LIB28] each reader is counted once, and whoever tends a document is no reader of it', async () => {
  const { conference, documents, must, seat, file, page } = await inNewConference();
  const id = await documents.kept('Báo cáo.pdf', slidesPdf(1), conference.anGiang);
  const anGiang = await seat({ seat: 'operator', bridgeId: conference.anGiang });
  const caMau = await seat({ seat: 'operator', bridgeId: conference.caMau });
  const sameHall = await seat({ seat: 'operator', bridgeId: conference.caMau });
  const viewer = await seat({ seat: 'viewer' });
  const countSchema = z.array(
    z.strictObject({ documentId: z.string(), readers: z.int(), bridges: z.int(), delegates: z.int() }),
  );
  const counts = async () => countSchema.parse(await (await secretariat.fetch(`${documents.base}/readers`)).json());
  await page(caMau, id);
  expect(await counts()).toEqual([]);
  await must({ type: 'releaseDocument', documentId: id, to: { kind: 'delegates' }, at: null });
  for (const caller of [secretariat, anGiang, caMau, caMau, sameHall, viewer]) await page(caller, id);
  await file(caMau, id);
  expect(await counts()).toEqual([{ documentId: id, readers: 2, bridges: 1, delegates: 0 }]);
  expect((await caMau.fetch(`${documents.base}/readers`)).status).toBe(403);
});

test('[LIB29] a snapshot of a hall is the picture that the secretariat or a moderator sends, and nothing else', async () => {
  const { conference, documents, seat, state } = await inNewConference();
  const send = (caller: Caller, body: Buffer, type = 'image/jpeg', bridge: string = conference.anGiang) =>
    fetch(
      `${server.origin}${documents.base}/snapshots?bridge=${bridge}&name=${encodeURIComponent('Toàn cảnh An Giang')}`,
      {
        method: 'POST',
        headers: { 'content-type': type, cookie: caller.cookies.join('; ') },
        body: new Uint8Array(body),
      },
    );
  const moderator = await seat({ seat: 'moderator' });
  const answer = await send(moderator, picture('image/jpeg'));
  expect(answer.status).toBe(201);
  expect(await documents.settled(documentUploadSchema.parse(await answer.json()))).toMatchObject({ state: 'ready' });
  const [stored] = (await state()).documents.list;
  expect(stored?.file).toMatchObject({
    kind: 'image',
    name: 'Toàn cảnh An Giang',
    bridgeId: null,
    snapshotOf: { bridgeId: conference.anGiang },
  });
  const pdf = await send(secretariat, slidesPdf(1));
  expect(await documents.settled(documentUploadSchema.parse(await pdf.json()))).toMatchObject({
    reason: 'not-a-document',
  });
  const refusals = [
    await send(secretariat, picture('image/png'), 'application/pdf'),
    await send(secretariat, Buffer.alloc(6 * 1024 ** 2, picture('image/jpeg'))),
    await send(secretariat, picture('image/jpeg'), 'image/jpeg', 'nowhere'),
    await send(await seat({ seat: 'director' }), picture('image/jpeg')),
    await send(await seat({ seat: 'operator', bridgeId: conference.anGiang }), picture('image/jpeg')),
  ];
  expect(refusals.map(({ status }) => status)).toEqual([415, 413, 409, 403, 403]);
  expect((await state()).documents.list).toHaveLength(1);
});
