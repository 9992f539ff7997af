import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { mp4 } from '../support/clip-files.ts';
import { colourAt, picture, pixelsOf, withPlace } from '../support/image-files.ts';
import { libraryConference } from '../support/library-conference.ts';
import { lockedOffice, officeFile, wordFile } from '../support/office-files.ts';
import { slidesPdf } from '../support/pdf-files.ts';
import { Caller, codeOf, startTestServer, type TestServer } from '../support/test-server.ts';
import { until } from '../support/until.ts';

vi.setConfig({ testTimeout: 240_000 });

let server: TestServer;
let secretariat: Caller;

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
});
afterAll(() => server.stop());

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const objectOf = (hash: string): string => join(server.dataDir, 'documents', 'objects', hash.slice(0, 2), hash);
const bytesOf = async (answer: Response): Promise<Buffer> => Buffer.from(await answer.arrayBuffer());

const inNewConference = () => libraryConference(server, secretariat);

test('[LIB20] a file is what its content shows: a name that promises something else is refused in so many words', async () => {
  const { documents, state } = await inNewConference();
  const odt = Buffer.from('PK\u0003\u0004 mimetypeapplication/vnd.oasis', 'latin1');
  for (const [name, body] of [
    ['báo cáo.docx', slidesPdf(1)],
    ['ảnh.png', picture('image/jpeg')],
    ['trang.pdf', Buffer.from('<!DOCTYPE html><script>alert(1)</script>')],
    ['tệp.html', slidesPdf(1)],
    ['chạy.pdf.exe', slidesPdf(1)],
    ['cũ.doc', lockedOffice()],
    ['có macro.docm', officeFile('docx')],
    ['kho.zip', officeFile('docx')],
    ['mở.odt', odt],
  ] as const) {
    const answer = await documents.send(name, body);
    expect([name, answer.status, await codeOf(answer)]).toEqual([name, 415, 'not-what-its-name-says']);
  }
  for (const body of [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
    Buffer.from('#!/bin/sh\nrm -rf /'),
    Buffer.from('MZ\u0090\u0000', 'latin1'),
  ]) {
    const answer = await documents.send('không đuôi', body);
    expect([answer.status, await codeOf(answer)]).toEqual([415, 'not-a-document']);
  }
  const upload = await documents.settled(await documents.start('bảng.xlsx', officeFile('pptx')));
  expect(upload).toMatchObject({ state: 'failed', reason: 'not-what-its-name-says' });
  expect((await state()).documents.list).toEqual([]);
});

test('[LIB21] an office file with programs, with a password, or that unpacks without end is refused with its reason', async () => {
  const { documents, state } = await inNewConference();
  const bomb = officeFile('docx', [{ name: 'word/media/image1.bmp', content: Buffer.alloc(40 * 1024 ** 2) }]);
  expect(bomb.length).toBeLessThan(200_000);
  const macroType = '<Override PartName="/a.bin" ContentType="application/vnd.ms-office.vbaProject"/>';
  for (const [name, body, reason] of [
    ['dự án.docx', officeFile('docx', [{ name: 'word/vbaProject.bin', content: 'x' }]), 'macros'],
    ['giấu.pptx', officeFile('pptx', [{ name: 'ppt/a.bin', content: 'x' }], macroType), 'macros'],
    ['viết khác.docx', officeFile('docx', [], macroType.replace('vba', '&#118;ba')), 'damaged'],
    ['khóa cũ.docx', lockedOffice(), 'protected'],
    ['khóa.xlsx', officeFile('xlsx', [{ name: 'xl/a.xml', content: 'x', encrypted: true }]), 'protected'],
    ['bom.docx', bomb, 'zip-bomb'],
    ['nói dối.docx', officeFile('docx', [{ name: 'word/a.xml', content: 'xxxx', claimedSize: 2 }]), 'damaged'],
    ['ra ngoài.docx', officeFile('docx', [{ name: '../../etc/passwd', content: 'x' }]), 'damaged'],
    ['nén thường', officeFile('docx').subarray(0, 60), 'damaged'],
  ] as const) {
    const upload = await documents.settled(await documents.start(name, body));
    expect({ name, state: upload.state, reason: upload.reason }).toEqual({ name, state: 'failed', reason });
  }
  expect((await state()).documents.list).toEqual([]);
  // The control: the same file without any of that, and one that a word processor wrote.
  for (const [name, format, body] of [
    ['Đề án.docx', 'docx', await wordFile('Đề án')],
    ['Số liệu.xlsx', 'xlsx', officeFile('xlsx')],
    ['Trình chiếu.pptx', 'pptx', officeFile('pptx')],
  ] as const) {
    const id = await documents.kept(name, body);
    const stored = (await state()).documents.list.find(({ file }) => file.documentId === id);
    expect(stored?.file).toMatchObject({ kind: 'office', format, name, bytes: body.length, hash: sha256(body) });
  }
});

test('[LIB22] the same content is kept once, under its hash, and leaves with the last document that names it', async () => {
  const first = await inNewConference();
  const second = await inNewConference();
  const body = await wordFile(`Một nội dung ${first.conference.id}`);
  const hash = sha256(body);
  const ids = [
    await first.documents.kept('Bản một.docx', body),
    await first.documents.kept('Bản hai.docx', body),
    await second.documents.kept('Hội nghị khác.docx', body),
  ];
  expect(readFileSync(objectOf(hash)).equals(body)).toBe(true);
  expect(readdirSync(join(objectOf(hash), '..')).filter((name) => name === hash)).toHaveLength(1);
  expect((await first.state()).documents.list.map(({ file }) => file.hash)).toEqual([hash, hash]);
  const [one, two, three] = ids;
  if (one === undefined || two === undefined || three === undefined) throw new Error('no documents');
  await first.must({ type: 'removeDocument', documentId: one });
  await first.must({ type: 'removeDocument', documentId: two });
  expect(await bytesOf(await second.file(secretariat, three))).toEqual(body);
  await second.must({ type: 'removeDocument', documentId: three });
  await until('the content is gone', 20_000, () => !existsSync(objectOf(hash)));
});

test('[LIB23] slides and clips are kept as they came too, byte by byte', async () => {
  const { documents, state, file } = await inNewConference();
  for (const [name, body, type] of [
    ['Báo cáo.pdf', slidesPdf(2), 'application/pdf'],
    ['Phim.mp4', mp4(), 'video/mp4'],
  ] as const) {
    const id = await documents.kept(name, body);
    const answer = await file(secretariat, id);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect(await bytesOf(answer)).toEqual(body);
  }
  expect((await state()).documents.list.map(({ file: { hash, bytes } }) => [hash, bytes])).toEqual([
    [sha256(slidesPdf(2)), slidesPdf(2).length],
    [sha256(mp4()), mp4().length],
  ]);
});

test('[LIB24] an image is drawn again: upright, and without a word of where it was taken', async () => {
  const { documents, state, file, page } = await inNewConference();
  const SECRET_PLACE = '21.0285N 105.8542E';
  const taken = withPlace(picture('image/jpeg'), SECRET_PLACE);
  expect(taken.includes(SECRET_PLACE)).toBe(true);
  const id = await documents.kept('Toàn cảnh.jpg', taken);
  const [stored] = (await state()).documents.list;
  expect(stored?.file).toMatchObject({ kind: 'image', ratio: 0.5, snapshotOf: null });
  const copy = await bytesOf(await file(secretariat, id));
  expect([copy.includes(SECRET_PLACE), copy.includes('Exif')]).toEqual([false, false]);
  expect(sha256(copy)).toBe(stored?.file.hash);
  const pixels = await pixelsOf(copy);
  expect([pixels.width, pixels.height]).toEqual([200, 400]);
  // Turned by a quarter to the right, its left half is above.
  expect(colourAt(pixels, 100, 40)[2]).toBeGreaterThan(120);
  expect(colourAt(pixels, 100, 360)[0]).toBeGreaterThan(120);
  expect((await page(secretariat, id)).headers.get('content-type')).toBe('image/jpeg');
  const everywhere = readdirSync(join(server.dataDir, 'documents'), { recursive: true, encoding: 'utf8' })
    .map((name) => join(server.dataDir, 'documents', name))
    .filter((path) => /\.(?:jpg|half)$|source$/u.test(path) && !path.endsWith('.half'));
  expect(everywhere.length).toBeGreaterThan(0);
  for (const path of everywhere) expect(readFileSync(path).includes(SECRET_PLACE)).toBe(false);
});

test('[LIB25] the original goes out as an attachment under its own name, and runs nowhere', async () => {
  const { documents, file } = await inNewConference();
  const id = await documents.kept('Báo cáo "quý III"/2021.pdf', slidesPdf(1));
  const { headers } = await file(secretariat, id);
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="tai-lieu.pdf"; filename*=UTF-8''${encodeURIComponent('Báo cáo -quý III--2021.pdf')}`,
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(headers.get('cache-control')).toBe('private, no-store');
});
