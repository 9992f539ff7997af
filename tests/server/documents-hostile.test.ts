import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type RenderingWish, renderPdf } from '../../server/documents/render-pdf.ts';
import { MAX_PAGES } from '../../shared/domain/documents/document.ts';
import { mp4 } from '../support/clip-files.ts';
import { DocumentCaller } from '../support/document-caller.ts';
import { openFilesOf, oversized, readersOf } from '../support/document-readers.ts';
import {
  bombPdf,
  endlessPdf,
  protectedPdf,
  ringPdf,
  scriptedPdf,
  selfishPdf,
  slidesPdf,
} from '../support/pdf-files.ts';
import { Caller, codeOf, createSmallConference, startTestServer, type TestServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

/** Each document is read by a process of its own, that gives way to whatever else the machine does. */
vi.setConfig({ testTimeout: 400_000 });

let server: TestServer;
let secretariat: Caller;
let folder: string;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-pages-'));
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function inNewConference() {
  const conference = await createSmallConference(secretariat);
  const onDisk = (): readonly string[] => {
    const kept = join(server.dataDir, 'documents', conference.id);
    return existsSync(kept) ? readdirSync(kept) : [];
  };
  return { conference, documents: new DocumentCaller(secretariat, conference.id), onDisk };
}

let drawn = 0;
/** The rendering alone, with limits that a test can wait for. */
function render(pdf: Buffer, limits: RenderingWish['limits'] = {}, signal = new AbortController().signal) {
  drawn += 1;
  const source = join(folder, `${drawn}.pdf`);
  writeFileSync(source, pdf);
  const pages = mkdtempSync(join(folder, 'pages-'));
  const unused = (): void => undefined;
  return renderPdf({ source, folder: pages, signal, onProgress: unused, onDeath: unused, limits });
}

test('[DOC11] what is no document, damaged, locked or too long is refused with its reason, and nothing of it stays', async () => {
  const { documents, onDisk } = await inNewConference();
  const whole = slidesPdf(40);
  const wrong = [
    ['đứt giữa chừng.pdf', whole.subarray(0, 900), 'damaged'],
    ['rác.pdf', Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(100_000)]), 'damaged'],
    ['chỉ có đầu.pdf', Buffer.from('%PDF-1.7\n'), 'damaged'],
    ['có khóa.pdf', protectedPdf(), 'protected'],
    ['trang vòng.pdf', ringPdf(), 'damaged'],
    ['không trang.pdf', slidesPdf(0), 'damaged'],
    ['quá dài.pdf', slidesPdf(MAX_PAGES + 1), 'too-many-pages'],
  ] as const;
  for (const [name, body, reason] of wrong) {
    const upload = await documents.settled(await documents.start(name, body));
    expect({ name, state: upload.state, reason: upload.reason }).toEqual({ name, state: 'failed', reason });
  }
  for (const body of [Buffer.from('PK\u0003\u0004 một tệp nén'), Buffer.from('<html>'), Buffer.alloc(5_000)]) {
    const answer = await documents.send('tên là.pdf', body);
    expect([answer.status, await codeOf(answer)]).toEqual([415, 'not-what-its-name-says']);
    if (body[0] === 0x50) continue;
    const nameless = await documents.send('không đuôi', body);
    expect([nameless.status, await codeOf(nameless)]).toEqual([415, 'not-a-document']);
  }
  const empty = await documents.send('trống.pdf', Buffer.alloc(0));
  expect([empty.status, await codeOf(empty)]).toEqual([415, 'not-a-document']);
  expect(onDisk()).toEqual([]);
});

test('[DOC12] scripts of a document are never run, and a form that draws itself ends', async () => {
  const { documents } = await inNewConference();
  for (const [name, body] of [
    ['kịch bản.pdf', scriptedPdf()],
    ['tự vẽ.pdf', selfishPdf()],
  ] as const) {
    expect(await documents.settled(await documents.start(name, body))).toMatchObject({ state: 'ready', of: 1 });
  }
});

test('[DOC13] a page that is never done is given up after its time, and so is a document', async () => {
  const begun = performance.now();
  const late = { kind: 'refused', reason: 'took-too-long' };
  expect(await render(endlessPdf(), { pageMs: 3_000 })).toEqual(late);
  expect(performance.now() - begun).toBeLessThan(15_000);
  // The control: with patience the same document is not late, it only fills the memory.
  expect(await render(endlessPdf(), { pageMs: 120_000, memoryBytes: 500 * 1024 ** 2 })).toEqual({
    kind: 'refused',
    reason: 'too-much-memory',
  });
  // Each page is quick enough, all of them together are not.
  expect(await render(slidesPdf(MAX_PAGES), { wholeMs: 4_000 })).toEqual(late);
});

test('[DOC14] a document that unpacks to more than it may hold is ended, and the server with all its halls goes on', async () => {
  const bomb = await bombPdf();
  expect(bomb.length).toBeLessThan(8 * 1024 ** 2);
  const { documents, conference, onDisk } = await inNewConference();
  const upload = await documents.start('bom.pdf', bomb);
  const waits: number[] = [];
  for (let at = 0; at < 20; at++) {
    const begun = performance.now();
    const bridge = { bridgeId: conference.caMau, room: `Phòng ${at}`, chairs: [], technician: null };
    expect(await secretariat.command(conference.id, { type: 'assignBridgeStaff', ...bridge })).toMatchObject({
      ok: true,
    });
    waits.push(performance.now() - begun);
  }
  expect(waits.toSorted((a, b) => a - b)[17]).toBeLessThan(1_000);
  // On a machine that has much else to do its time may be over before it has grown.
  const { state, reason } = await documents.settled(upload);
  expect([state, ['too-much-memory', 'took-too-long'].includes(reason ?? '')]).toEqual(['failed', true]);
  expect(await render(bomb, { pageMs: 120_000 })).toEqual({ kind: 'refused', reason: 'too-much-memory' });
  expect(onDisk()).toEqual([]);
  expect(await render(slidesPdf(2))).toMatchObject({ kind: 'rendered', pages: 2 });
});

test('[DOC15] pictures that would fill the disk are given up', async () => {
  expect(await render(slidesPdf(5), { picturesBytes: 60_000 })).toEqual({ kind: 'refused', reason: 'too-large' });
});

test('[DOC16] nothing of the server reaches the process that reads a document: no key, no open file', async () => {
  const { documents } = await inNewConference();
  const upload = await documents.start('Dài.pdf', slidesPdf(300));
  await until('the reader runs', 30_000, () => readersOf(process.pid).length === 1);
  const reader = readersOf(process.pid)[0] ?? 0;
  // The control: this very process has what the reader must not have.
  expect(readFileSync('/proc/self/environ', 'utf8')).toMatch(/PATH=/u);
  expect(readFileSync(`/proc/${reader}/environ`, 'utf8')).toMatch(/^(?:NODE_CHANNEL_\w+=\w+\0)+$/u);
  expect(openFilesOf(process.pid)).toContainEqual(expect.stringContaining('journal.sqlite'));
  expect(openFilesOf(reader)).not.toContainEqual(expect.stringContaining('journal.sqlite'));
  await documents.cancel(upload.id);
  await until('the reader is gone', 20_000, () => readersOf(process.pid).length === 0);
});

test('[DOC17] a file beyond the limit is refused before it has come', async () => {
  const { documents } = await inNewConference();
  for (const [head, megabytes] of [
    [slidesPdf(1), 101],
    [mp4(), 1_100],
  ] as const) {
    const answer = await oversized(secretariat, `${documents.base}?name=a`, { head, bytes: megabytes * 1024 ** 2 });
    expect(answer).toMatchObject({ status: 413, code: 'file-too-large' });
  }
  expect(await documents.uploads()).toEqual([]);
});
