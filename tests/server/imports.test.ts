import { readdirSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { listWords } from '../../server/papers/list-words.ts';
import type { Command } from '../../shared/domain/command.ts';
import { commandIdSchema, importIdSchema } from '../../shared/domain/ids.ts';
import { type DelegatePage, delegatePageSchema } from '../../shared/protocol/http.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { ImportCaller, LIST_HEAD, manyPeople } from '../support/import-caller.ts';
import { csvRows } from '../support/sheet-file.ts';
import {
  Caller,
  codeOf,
  createSmallConference,
  type SmallConference,
  startTestServer,
  type TestServer,
} from '../support/test-server.ts';
import { until } from '../support/until.ts';

let server: TestServer;
let secretariat: Caller;
let conference: SmallConference;
let imports: ImportCaller;

const csv = (...rows: readonly string[]): string => [LIST_HEAD, ...rows].join('\n');
const PEOPLE = csv(
  '1,Lê Thị Ẩm Ưu,Tỉnh ủy viên; Giám đốc Sở,Đại biểu,Sở Nội vụ,Đoàn An Giang,An Giang',
  '2,Trần Văn Đủ,Phó Giám đốc,Đại biểu,Sở Y tế,Đoàn An Giang,An Giang',
  '3,Ngô Cà Mau,Chánh Văn phòng,Khách mời,Tỉnh ủy Cà Mau,Đoàn Cà Mau,Cà Mau',
  '4,Không Rõ,Chuyên viên,Khách mời,Sở Xây dựng,Đoàn Xa,Điểm cầu Không Có',
);
const must = async (command: Command): Promise<void> => {
  expect(await secretariat.command(conference.id, command)).toMatchObject({ ok: true });
};
const stateOf = async () => {
  const { text } = await secretariat.snapshot(conference.id, 'staff');
  return decodeState(snapshotSchema.parse(JSON.parse(text)).state as EncodedState);
};
const delegates = async (): Promise<DelegatePage['delegates']> =>
  delegatePageSchema.parse(
    await (await secretariat.fetch(`/api/conferences/${conference.id}/delegates?limit=200`)).json(),
  ).delegates;
const exported = async (file: string): Promise<Buffer> =>
  Buffer.from(await (await secretariat.fetch(`/api/conferences/${conference.id}/papers/${file}`)).arrayBuffer());
const filesLeft = (): readonly string[] => readdirSync(join(server.dataDir, 'imports'));

beforeAll(async () => {
  server = await startTestServer();
  secretariat = await Caller.signedIn(server, { seat: 'secretariat' });
});
afterAll(() => server.stop());
const inNewConference = async (): Promise<void> => {
  conference = await createSmallConference(secretariat);
  imports = new ImportCaller(secretariat, conference.id);
};
afterEach(async () => {
  // Nobody waits for a place that another test has taken.
  for (const { importId, state } of await imports.jobs()) if (state !== 'applied') await imports.drop(importId);
});

test('[IMP20] a file is previewed, applied as one act, and the export says what it said', async () => {
  await inNewConference();
  const { importId, preview } = await imports.read('delegates', 'Đại biểu.csv', PEOPLE);
  expect(preview).toMatchObject({ added: 3, changed: 0, unchanged: 0, refused: 1 });
  expect(new Set(preview.newCategories)).toEqual(new Set(['Khách mời', 'Đại biểu']));
  expect(preview.firstAdded[0]).toMatchObject({ name: 'Lê Thị Ẩm Ưu' });
  expect(preview.unknownBridges).toEqual([{ name: 'Điểm cầu Không Có', rows: 1 }]);
  expect(await delegates()).toEqual([]);
  const id = commandIdSchema.parse('apply-once');
  const ack = await imports.apply(importId, id);
  expect(ack).toMatchObject({ ok: true });
  expect(await imports.apply(importId, id)).toEqual(ack);
  expect((await imports.job(importId)).state).toBe('applied');
  expect((await delegates()).map(({ fullName, positions }) => [fullName, positions])).toEqual(
    expect.arrayContaining([
      ['Lê Thị Ẩm Ưu', ['Tỉnh ủy viên', 'Giám đốc Sở']],
      ['Ngô Cà Mau', ['Chánh Văn phòng']],
    ]),
  );
  const { attendance } = await stateOf();
  expect(attendance.totals.byCategory).toMatchObject({ 'Đại biểu': { expected: 2 }, 'Khách mời': { expected: 1 } });
  expect(attendance.imports.at(-1)).toMatchObject({ name: 'Đại biểu.csv', added: 3, undone: false });
  const { delegates: named } = listWords;
  expect(new Set(csvRows(await exported('delegates.csv')).map((one) => one[named.fullName]))).toEqual(
    new Set(['Lê Thị Ẩm Ưu', 'Trần Văn Đủ', 'Ngô Cà Mau']),
  );
  expect(filesLeft()).toEqual([]);
});

test('[IMP21] what is exported is read back and says nothing new, in both formats', async () => {
  await inNewConference();
  const first = await imports.read('delegates', 'Đại biểu.csv', PEOPLE);
  expect(await imports.apply(first.importId)).toMatchObject({ ok: true });
  for (const file of ['delegates.csv', 'delegates.xlsx']) {
    const { preview, importId } = await imports.read('delegates', file, await exported(file));
    expect(preview).toMatchObject({ added: 0, changed: 0, unchanged: 3, refused: 0 });
    await imports.drop(importId);
  }
  for (const file of ['bridges.csv', 'bridges.xlsx']) {
    const { preview, importId } = await imports.read('bridges', file, await exported(file));
    expect(preview).toMatchObject({ added: 0, changed: 0, unchanged: 3, refused: 0 });
    await imports.drop(importId);
  }
});

test('[IMP22] an applied file is undone as one act', async () => {
  await inNewConference();
  const { importId } = await imports.read('delegates', 'Đại biểu.csv', PEOPLE);
  await imports.apply(importId);
  const applied = (await stateOf()).attendance.imports.at(-1);
  await must({ type: 'undoImport', importId: applied?.importId ?? importIdSchema.parse('none'), accepting: [] });
  expect(await delegates()).toEqual([]);
  expect((await stateOf()).attendance.totals.byCategory).toEqual({});
});

test('[IMP23] columns named by hand: read again, and so is the next file with the same heads', async () => {
  await inNewConference();
  const odd = 'Ai đến,Ghế của ai,Điểm cầu\nLê Thị Ẩm Ưu,Sở Nội vụ,An Giang';
  const job = await imports.settled((await imports.start('delegates', 'Lạ.csv', odd)).importId);
  expect(job).toMatchObject({
    state: 'failed',
    fault: { code: expect.stringMatching(/^(?:no-header|column-missing)$/) },
  });
  const columns = { 'Ai đến': 'fullName', 'Ghế của ai': 'homeUnit', 'Điểm cầu': 'bridge' };
  expect((await imports.remap(job.importId, columns)).status).toBe(200);
  const again = await imports.settled(job.importId);
  expect(again).toMatchObject({ state: 'ready', preview: { added: 1, firstAdded: [{ name: 'Lê Thị Ẩm Ưu' }] } });
  expect(await imports.apply(job.importId)).toMatchObject({ ok: true });
  expect(await delegates()).toMatchObject([{ fullName: 'Lê Thị Ẩm Ưu', homeUnit: 'Sở Nội vụ' }]);
  const next = await imports.read('delegates', 'Lạ nữa.csv', `${odd}\nTrần Văn Đủ,Sở Y tế,Cà Mau`);
  expect(next.preview).toMatchObject({ added: 1, unchanged: 1, firstAdded: [{ name: 'Trần Văn Đủ' }] });
});

test('[IMP24] two files at once for a conference; a third waits until one is thrown away', async () => {
  await inNewConference();
  const first = await imports.read('delegates', '1.csv', PEOPLE);
  await imports.read('delegates', '2.csv', PEOPLE);
  const third = await imports.send('delegates', '3.csv', PEOPLE);
  expect([third.status, await codeOf(third)]).toEqual([409, 'too-many-imports']);
  expect((await imports.drop(first.importId)).status).toBe(204);
  expect((await imports.job(first.importId)).state).toBe('cancelled');
  await imports.read('delegates', '3.csv', PEOPLE);
});

test('[IMP25] cancelled in the middle: nothing stays, and nothing can be applied', async () => {
  await inNewConference();
  const { importId } = await imports.start('delegates', 'Dài.csv', manyPeople(60_000));
  await until('some rows are read', 20_000, async () => (await imports.job(importId)).rows > 0);
  expect((await imports.job(importId)).state).toBe('reading');
  expect((await imports.drop(importId)).status).toBe(204);
  await until('its file is gone', 20_000, async () => !filesLeft().includes(importId));
  expect((await imports.job(importId)).state).toBe('cancelled');
  const applied = await secretariat.fetch(`${imports.base}/${importId}/apply`, {
    method: 'POST',
    body: { id: 'apply-cancelled' },
  });
  expect([applied.status, await codeOf(applied)]).toEqual([409, 'import-not-ready']);
  expect(await delegates()).toEqual([]);
  expect((await stateOf()).attendance.totals.byCategory).toEqual({});
});

/** Sends the head of an upload and some of its body, as a script would. */
function upload(headers: Record<string, string | number>) {
  const url = new URL(`${server.origin}${imports.base}?list=delegates&name=a.csv`);
  return request(url, {
    method: 'POST',
    headers: { cookie: secretariat.cookies.join('; '), 'content-type': 'application/octet-stream', ...headers },
  });
}

test('[IMP26] a file that breaks off leaves nothing', async () => {
  await inNewConference();
  const sending = upload({ 'content-length': 1_000_000 });
  sending.on('error', () => undefined);
  sending.write(PEOPLE);
  await until('it is being written', 10_000, async () => filesLeft().length === 1);
  expect(statSync(join(server.dataDir, 'imports', filesLeft()[0] ?? '')).mode & 0o777).toBe(0o600);
  sending.destroy();
  await until('it is gone', 10_000, async () => filesLeft().length === 0);
  expect(await imports.jobs()).toEqual([]);
});

test('[IMP27] a file that says it is too large is refused before it is read', async () => {
  await inNewConference();
  const answered = await new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const sending = upload({ 'content-length': 3 * 1024 ** 3 });
    sending.on('error', reject);
    sending.on('response', (response) => {
      response.setEncoding('utf8');
      response.on('data', (body: string) => resolve({ status: response.statusCode, body }));
    });
    sending.flushHeaders();
  });
  expect(answered.status).toBe(413);
  expect(JSON.parse(answered.body)).toMatchObject({ code: 'file-too-large', params: { max: 2 * 1024 ** 3 } });
  expect(filesLeft()).toEqual([]);
});

test('[IMP28] every refused row comes as a file, with its place and its reason', async () => {
  await inNewConference();
  const { importId } = await imports.read('delegates', 'Đại biểu.csv', PEOPLE);
  const response = await imports.refused(importId);
  expect(response.headers.get('content-type')).toContain('text/csv');
  const [row] = csvRows(Buffer.from(await response.arrayBuffer()));
  expect(Object.values(row ?? {})).toEqual([
    expect.any(String),
    '5',
    'Điểm cầu',
    'Không có điểm cầu này trong hội nghị',
    'Điểm cầu Không Có',
  ]);
});

test('[IMP29] bridges and the programme come by file, each as one act', async () => {
  await inNewConference();
  const bridges = await imports.read(
    'bridges',
    'Điểm cầu.csv',
    'Tên điểm cầu,Trực thuộc,Phòng họp\nXã Phú Hữu,An Giang,Hội trường xã\nXã An Phú,An Giang,',
  );
  expect(bridges.preview).toMatchObject({ added: 2, refused: 0 });
  expect(await imports.apply(bridges.importId)).toMatchObject({ ok: true });
  const known = csvRows(await exported('bridges.csv'));
  expect(known.map((one) => [one[listWords.bridges.name], one[listWords.bridges.parent]])).toEqual(
    expect.arrayContaining([['Xã Phú Hữu', 'Điểm cầu An Giang']]),
  );
  const agenda = await imports.read(
    'agenda',
    'Chương trình.csv',
    'Thời gian,Nội dung,Người trình bày\n8:00,Khai mạc,\n8:15,Báo cáo tổng kết,Lê Thị Ẩm Ưu',
  );
  expect(agenda.preview).toMatchObject({ added: 2, refused: 0 });
  expect(agenda.preview.firstAdded.map(({ facts }) => facts)).toEqual(['08:00–08:15', '08:15–08:15 · Lê Thị Ẩm Ưu']);
  expect(await imports.apply(agenda.importId)).toMatchObject({ ok: true });
  expect((await stateOf()).agenda.items.map(({ plan }) => plan.title)).toEqual(['Khai mạc', 'Báo cáo tổng kết']);
  const back = await imports.read('agenda', 'agenda.xlsx', await exported('agenda.xlsx'));
  expect(back.preview).toMatchObject({ added: 2, refused: 0 });
});

test('[IMP30] files are the secretariat’s of this conference alone', async () => {
  await inNewConference();
  const { importId } = await imports.read('delegates', 'Đại biểu.csv', PEOPLE);
  const seats = [
    { seat: 'moderator', conference: conference.id },
    { seat: 'operator', conference: conference.id, bridgeId: conference.anGiang },
    { seat: 'kiosk', conference: conference.id, bridgeId: conference.anGiang },
    { seat: 'viewer', conference: conference.id },
  ] as const;
  for (const wish of seats) {
    const other = new ImportCaller(await Caller.signedIn(server, wish), conference.id);
    expect((await other.send('delegates', 'a.csv', PEOPLE)).status).toBe(403);
    expect((await other.remap(importId, {})).status).toBe(403);
    expect((await other.refused(importId)).status).toBe(403);
    expect((await other.drop(importId)).status).toBe(403);
    expect(await other.apply(importId)).toMatchObject({ ok: false, code: 'not-permitted' });
  }
  expect(
    (await new ImportCaller(new Caller(server.origin), conference.id).send('delegates', 'a.csv', PEOPLE)).status,
  ).toBe(401);
  const elsewhere = await createSmallConference(secretariat);
  const foreign = new ImportCaller(secretariat, elsewhere.id);
  expect(await foreign.apply(importId)).toMatchObject({ ok: false, code: 'import-unknown' });
  expect((await foreign.drop(importId)).status).toBe(404);
  // The control: the own secretariat may.
  expect(await imports.apply(importId)).toMatchObject({ ok: true });
});
