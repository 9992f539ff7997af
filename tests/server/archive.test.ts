import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyPlace } from '../../server/archive/verify-archive.ts';
import { archiveOutlineSchema } from '../../shared/protocol/archive.ts';
import {
  exportFolder,
  fileOf,
  type HeldOnServer,
  holdConference,
  SECRET_TITLE,
  SPEAKER,
} from '../support/archived-conference.ts';
import { Caller, codeOf, createSmallConference, startTestServer, type TestServer } from '../support/test-server.ts';

let server: TestServer;
let held: HeldOnServer;
let folder: string;

beforeAll(async () => {
  server = await startTestServer();
  held = await holdConference(server);
  folder = await exportFolder(held.secretariat, held.small.id);
}, 120_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test('[ARC1] an export that nobody touched is verified, and names the key that signed it', async () => {
  const verdict = await verifyPlace(folder, { key: null });
  expect(verdict).toMatchObject({ ok: true, manifest: { conference: { title: 'Hội nghị thử' }, delegates: 34 } });
  const outline = await held.secretariat.fetch(`/api/conferences/${held.small.id}/archive/outline`);
  const { fingerprint } = archiveOutlineSchema.parse(await outline.json());
  expect(verdict.ok && verdict.fingerprint).toBe(fingerprint);
});

test('[ARC2] it holds journal, people, delegates, documents, minutes, attendance and the page', async () => {
  const verdict = await verifyPlace(folder, { key: null });
  const paths = verdict.ok ? verdict.manifest.files.map(({ path }) => path) : [];
  expect(paths).toEqual(
    expect.arrayContaining([
      'journal.jsonl',
      'people.jsonl',
      'delegates.jsonl',
      'index.html',
      'papers/bien-ban.docx',
      'papers/bien-ban.pdf',
      'papers/diem-danh.xlsx',
      `documents/pages/${held.slides}/page-1.png`,
    ]),
  );
  expect(paths.some((path) => /^documents\/files\/[0-9a-f]{64}\.pdf$/u.test(path))).toBe(true);
});

test('[ARC3] names stand beside the chain and not in it', async () => {
  expect(String(await fileOf(folder, 'journal.jsonl'))).not.toContain(SPEAKER);
  expect(String(await fileOf(folder, 'people.jsonl'))).toContain(SPEAKER);
});

test('[ARC4] a document that bears a mark of secrecy stays where it is, and is named as left out', async () => {
  const verdict = await verifyPlace(folder, { key: null });
  expect(verdict.ok && verdict.manifest.leftOut).toEqual([{ kind: 'document', id: held.secret, reason: 'secret' }]);
  expect(String(await fileOf(folder, 'index.html'))).not.toContain(SECRET_TITLE);
});

test('[ARC44] titles of classified documents go with the journal, and only when somebody has said so', async () => {
  const path = `/api/conferences/${held.small.id}/archive`;
  for (const query of ['', '?titles=0', '?recordings=1']) {
    const refused = await held.secretariat.fetch(`${path}${query}`);
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { code: 'document-secret', params: { titles: 1 } },
    ]);
  }
  // What it warns of is so: the chain cannot be without the line.
  expect(String(await fileOf(folder, 'journal.jsonl'))).toContain(SECRET_TITLE);
  const outline = archiveOutlineSchema.parse(await (await held.secretariat.fetch(`${path}/outline`)).json());
  expect(outline.leftOut).toEqual([{ kind: 'document', id: held.secret, reason: 'secret' }]);
});

test('[ARC5] the page opens without a server: no script, nothing from outside, everything escaped', async () => {
  const page = String(await fileOf(folder, 'index.html'));
  expect(page).not.toMatch(/<script|<link|<img|src=|href=|@import|url\(/u);
  expect(page).toContain('Thảo luận &lt;chung&gt; &amp; kết luận');
  expect(page).toContain('Công tác cán bộ');
  expect(page).toContain('Điểm cầu An Giang');
  expect(page).toContain('Báo cáo kết quả sắp xếp tổ chức');
  expect(page).toContain('Tán thành: 1; Không tán thành: 0 (tổng số 1)');
});

test('[ARC6] while the conference runs there is no export; other seats have none at all', async () => {
  const running = await createSmallConference(held.secretariat);
  const refused = await held.secretariat.fetch(`/api/conferences/${running.id}/archive`);
  expect([refused.status, await codeOf(refused)]).toEqual([409, 'wrong-phase']);
  const director = await Caller.signedIn(server, { seat: 'director', conference: held.small.id });
  expect((await director.fetch(`/api/conferences/${held.small.id}/archive`)).status).toBe(403);
});

test('[ARC7] the key that signs is made once and for nobody else to read', async () => {
  const key = join(server.dataDir, 'archive-key.pem');
  const before = await stat(key);
  expect(before.mode & 0o777).toBe(0o600);
  await rm(await exportFolder(held.secretariat, held.small.id), { recursive: true });
  expect((await stat(key)).mtimeMs).toBe(before.mtimeMs);
});

test('[ARC8] an export that is given up half-way leaves nothing behind that stops the next one', async () => {
  const given = new AbortController();
  const response = await fetch(`${server.origin}/api/conferences/${held.small.id}/archive?titles=1`, {
    headers: { cookie: held.secretariat.cookies.join('; ') },
    signal: given.signal,
  });
  given.abort();
  await expect(response.arrayBuffer()).rejects.toThrow('aborted');
  const again = await exportFolder(held.secretariat, held.small.id);
  expect((await verifyPlace(again, { key: null })).ok).toBe(true);
  await rm(again, { recursive: true });
});
