import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { manifestSchema } from '../../server/archive/archive-format.ts';
import { stateHash } from '../../server/archive/state-hash.ts';
import {
  delegatesOf,
  exportFolder,
  type HeldOnServer,
  holdConference,
  runScript,
  SPEAKER,
  stateOf,
} from '../support/archived-conference.ts';
import { Caller, startTestServer, type TestServer } from '../support/test-server.ts';

const importInto = (folder: string, dataDir: string) =>
  runScript('scripts/import-archive.ts', [folder], { DATA_DIR: dataDir, DEMO: 'off' });

let server: TestServer;
let elsewhere: TestServer;
let held: HeldOnServer;
let folder: string;
let dataDir: string;
let said: { readonly code: number; readonly said: string };

beforeAll(async () => {
  server = await startTestServer();
  held = await holdConference(server);
  folder = await exportFolder(held.secretariat, held.small.id);
  dataDir = await mkdtemp(join(tmpdir(), 'diem-cau-other-'));
  said = await importInto(folder, dataDir);
  elsewhere = await startTestServer({ DATA_DIR: dataDir });
}, 180_000);
afterAll(async () => {
  await elsewhere.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const secretaryThere = () => Caller.signedIn(elsewhere, { seat: 'secretariat' });

test('[ARC30] an archive is taken into another data folder to the same state', async () => {
  expect(said).toMatchObject({ code: 0, said: expect.stringContaining('Đã nhập vào') });
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  const there = await stateOf(await secretaryThere(), held.small.id);
  expect(stateHash(there)).toBe(manifest.state);
  expect(stateHash(await held.state())).toBe(manifest.state);
});

test('[ARC31] its delegates are there with their marks, and are found by their names', async () => {
  const caller = await secretaryThere();
  const before = await delegatesOf(held.secretariat, held.small.id);
  const after = await delegatesOf(caller, held.small.id);
  const without = (rows: typeof before) => rows.map(({ badge: _, ...row }) => row);
  expect(without(after)).toEqual(without(before));
  expect(await delegatesOf(caller, held.small.id, 'bich hong')).toMatchObject([{ fullName: SPEAKER, mark: 'late' }]);
});

test('[ARC32] its documents are readable there; what was left out is not there', async () => {
  const caller = await secretaryThere();
  const page = `/api/conferences/${held.small.id}/documents/${held.slides}/pages/1`;
  const there = await caller.fetch(page);
  expect(there.status).toBe(200);
  expect(Buffer.from(await there.arrayBuffer())).toEqual(
    Buffer.from(await (await held.secretariat.fetch(page)).arrayBuffer()),
  );
  const secret = await caller.fetch(`/api/conferences/${held.small.id}/documents/${held.secret}/pages/1`);
  expect(secret.status).toBe(404);
});

test('[ARC33] exported again it has the same bytes of journal, people and delegates', async () => {
  const again = await exportFolder(await secretaryThere(), held.small.id);
  for (const file of ['journal.jsonl', 'people.jsonl', 'delegates.jsonl']) {
    expect([file, await readFile(join(again, file), 'utf8')]).toEqual([
      file,
      await readFile(join(folder, file), 'utf8'),
    ]);
  }
  await rm(again, { recursive: true });
});

test('[ARC34] while a server runs on the folder, nothing is imported', async () => {
  const refused = await importInto(folder, dataDir);
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('Máy chủ đang chạy') });
}, 30_000);

test('[ARC35] a conference that is there is not written over, and an altered archive not written at all', async () => {
  const fresh = await mkdtemp(join(tmpdir(), 'diem-cau-fresh-'));
  expect((await importInto(folder, fresh)).code).toBe(0);
  expect(await importInto(folder, fresh)).toMatchObject({
    code: 1,
    said: expect.stringContaining('Đã có hội nghị này'),
  });
  await rm(fresh, { recursive: true });
  const people = join(folder, 'people.jsonl');
  const kept = await readFile(people);
  await writeFile(people, String(kept).replace(SPEAKER, 'Người Khác Hẳn'));
  const empty = await mkdtemp(join(tmpdir(), 'diem-cau-empty-'));
  expect(await importInto(folder, empty)).toMatchObject({
    code: 1,
    said: expect.stringContaining('people.jsonl, dòng'),
  });
  await writeFile(people, kept);
  expect((await importInto(folder, empty)).code).toBe(0);
  await rm(empty, { recursive: true });
}, 120_000);
