import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonFile, manifestSchema } from '../../server/archive/archive-format.ts';
import { archiveKey } from '../../server/archive/archive-key.ts';
import { journalLineSchema, journalLineText } from '../../server/archive/journal-line.ts';
import { chainHash, FIRST_HASH } from '../../server/store/chain.ts';
import { delegateNamed, exportFolder, holdConference, runScript } from '../support/archived-conference.ts';
import { delegateInput } from '../support/builders.ts';
import { HandbookHall } from '../support/handbook-hall.ts';
import { ImportCaller, LIST_HEAD } from '../support/import-caller.ts';
import { Caller, codeOf, createSmallConference, startTestServer, type TestServer } from '../support/test-server.ts';
import { unzip } from '../support/unzip.ts';

let server: TestServer;
let hall: HandbookHall;

beforeAll(async () => {
  server = await startTestServer();
  hall = await HandbookHall.open(await Caller.signedIn(server, { seat: 'secretariat' }));
});
afterAll(() => server.stop());

const refusalOf = async (answer: Response): Promise<readonly [number, string]> => [answer.status, await codeOf(answer)];
const vote = (place: number, ballotId: string) =>
  hall.ask(hall.badge(place), '/vote', { method: 'POST', body: { id: randomUUID(), ballotId, option: 0 } });
/** A badge of the delegate's id with another check. */
const forged = (place: number, nth: number): string =>
  `${hall.badge(place).slice(0, -4)}${String(nth).padStart(4, '0')}`;

describe('one reader and the pages of the others', () => {
  test('[SEC42] who asks for hundreds of marked pages at once is refused; another reader is served meanwhile', async () => {
    const other = await HandbookHall.open(hall.secretariat);
    const page = `/documents/${await other.release('Có dấu', { watermark: true })}/pages/1`;
    const viewer = await Caller.signedIn(server, { seat: 'viewer', conference: other.conference.id });
    const flood = Array.from({ length: 60 }, async () => {
      const answer = await viewer.fetch(`/api/handbook/${other.conference.id}${page}`);
      await answer.arrayBuffer();
      return answer.status;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const asked = await other.ask(other.badge(0), page);
    expect([asked.status, asked.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    const statuses = await Promise.all(flood);
    expect(statuses).toContain(200);
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(20);
    // The control: it was the haste alone that was refused.
    expect((await viewer.fetch(`/api/handbook/${other.conference.id}${page}`)).status).toBe(200);
  }, 60_000);
});

/** The folder as somebody with a key of his own would give it out: under another id, every hash and signature right. */
async function renamed(folder: string, id: string): Promise<void> {
  const journal = join(folder, 'journal.jsonl');
  let hash: Uint8Array = FIRST_HASH;
  const lines = (await readFile(journal, 'utf8')).trimEnd().split('\n');
  const written = lines.map((text) => {
    const line = { ...journalLineSchema.parse(JSON.parse(text)), conference: id };
    hash = chainHash(hash, line);
    return journalLineText({ ...line, hash: Buffer.from(hash).toString('hex') });
  });
  await writeFile(journal, written.join(''));
  const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')));
  const files = await Promise.all(
    manifest.files.map(async ({ path }) => {
      const content = await readFile(join(folder, path));
      return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
    }),
  );
  const head = Buffer.from(hash).toString('hex');
  const conference = { ...manifest.conference, id };
  const bytes = jsonFile({ ...manifest, conference, files, journal: { ...manifest.journal, head } });
  await writeFile(join(folder, 'manifest.json'), bytes);
  const foreign = await archiveKey(`${folder}-key`);
  await writeFile(join(folder, 'manifest.sig.json'), jsonFile(foreign.sign(bytes)));
}

describe('an archive of a stranger', () => {
  test.each(['objects', 'Objects'])(
    '[SEC43] called %s, as a folder of the server is, it is not taken in',
    async (id) => {
      const { secretariat, small } = await holdConference(server);
      const folder = await exportFolder(secretariat, small.id);
      const dataDir = await mkdtemp(join(tmpdir(), 'diem-cau-taken-'));
      const kept = join(dataDir, 'documents', 'objects', 'ab', 'ab'.padEnd(64, '0'));
      await mkdir(join(kept, '..'), { recursive: true });
      await writeFile(kept, 'nguyên bản của hội nghị khác');
      const importing = () => runScript('scripts/import-archive.ts', [folder], { DATA_DIR: dataDir, DEMO: 'off' });
      await renamed(folder, id);
      expect(await importing()).toMatchObject({ code: 1, said: expect.stringContaining('manifest.json') });
      expect(existsSync(kept)).toBe(true);
      // The control: under any other id the same folder is good.
      await renamed(folder, randomUUID());
      expect(await importing()).toMatchObject({ code: 0 });
      expect(existsSync(kept)).toBe(true);
      for (const one of [folder, `${folder}-key`, dataDir]) await rm(one, { recursive: true });
    },
    120_000,
  );
});

/** The files of the data folder that hold the word, looked at as bytes. */
async function filesWith(word: string): Promise<readonly string[]> {
  const files = (await readdir(server.dataDir, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
  const read = files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1'));
  return (await Promise.all(read)).flatMap((text, at) =>
    text.toLowerCase().includes(word) ? [files[at]?.name ?? ''] : [],
  );
}

describe('a person who is erased', () => {
  test('[SEC44] is in no file that waits to be taken in, in none of its refused rows and in no sample of it', async () => {
    const { secretariat } = hall;
    const [ours, theirs] = [await createSmallConference(secretariat), await createSmallConference(secretariat)];
    const row = (name: string, place: string) => `1,${name},Chuyên viên,Đại biểu,Sở,Đoàn,${place}`;
    const rows = ['Nguyễn Qwxzan Ba,Cà Mau', 'NGUYỄN QWXZAN BA,Không có'].map((one) => row(...splitOnce(one)));
    const imports = new ImportCaller(secretariat, ours.id);
    const { importId } = await imports.read('delegates', 'a.csv', `${LIST_HEAD}\n${rows.join('\n')}`);
    const others = new ImportCaller(secretariat, theirs.id);
    const other = await others.read('delegates', 'b.csv', `${LIST_HEAD}\n${row('Lê Zxwvyl Tư', 'Cà Mau')}`);
    const delegates = ['Nguyễn Qwxzan Ba', 'Trần Vkqjwx Hai'].map((fullName) => delegateInput({ fullName }));
    await secretariat.command(ours.id, { type: 'registerDelegates', bridgeId: ours.anGiang, delegates });
    const delegateId = await delegateNamed(secretariat, ours.id, 'Nguyễn Qwxzan Ba');
    expect((await filesWith('qwxzan')).length).toBeGreaterThan(1);
    const path = `/api/conferences/${ours.id}`;
    expect((await secretariat.fetch(`${path}/people/${delegateId}`, { method: 'DELETE' })).status).toBe(200);
    expect(await filesWith('qwxzan')).toEqual([]);
    expect(await (await secretariat.fetch(`${path}/imports/${importId}`)).text()).not.toMatch(/qwxzan/iu);
    // The control: others of the list, and what waits in another conference, are still there.
    expect(await filesWith('vkqjwx')).not.toEqual([]);
    expect(await filesWith('zxwvyl')).not.toEqual([]);
    expect(await others.apply(other.importId)).toMatchObject({ ok: true });
  }, 60_000);
});

describe('what somebody writes into the minutes', () => {
  test('[SEC45] signs that XML does not know are refused; tags and ends of sections stand as they were typed', async () => {
    const { secretariat } = hall;
    const { id } = await createSmallConference(secretariat);
    const text = 'Kết luận <script>alert(1)</script> ]]> &amp; hết';
    const note = { type: 'writeNote', about: { kind: 'conclusion' }, text, expectedRevision: 0 } as const;
    await secretariat.command(id, { type: 'openConference' });
    const unknown = { ...note, text: `${text} \uFFFE\uFFFF` };
    expect(await secretariat.command(id, unknown)).toMatchObject({ ok: false, code: 'malformed' });
    expect((await secretariat.command(id, note)).ok).toBe(true);
    const answer = await secretariat.fetch(`/api/conferences/${id}/papers/minutes.docx`);
    const files = unzip(Buffer.from(await answer.arrayBuffer()));
    const body = files.get('word/document.xml') ?? '';
    expect(body).toContain('Kết luận &lt;script&gt;alert(1)&lt;/script&gt; ]]&gt; &amp;amp; hết');
    const damaged = [...files].filter(([, content]) => OUTSIDE_XML.test(content)).map(([name]) => name);
    expect(damaged).toEqual([]);
  });
});

const OUTSIDE_XML = /[\uFFFE\uFFFF]/u;
const splitOnce = (text: string): [string, string] => [text.split(',')[0] ?? '', text.split(',')[1] ?? ''];

describe('badges that are guessed', () => {
  test('[SEC40] who was removed and still asks makes nobody else of the hall wait', async () => {
    const { anGiang: bridgeId } = hall.conference;
    const { delegateId } = hall.delegate(2);
    await hall.must({ type: 'removeDelegate', bridgeId, delegateId });
    for (let i = 0; i < 40; i++) await hall.ask(hall.badge(2), '/own');
    expect(await refusalOf(await hall.ask(hall.badge(2), '/own'))).toEqual([404, 'badge-unknown']);
    expect((await hall.ask(hall.badge(0), '/own')).status).toBe(200);
  });

  test('[SEC41] one who guesses in a hall stops no phone that was in before, and still finds nothing', async () => {
    const ballotId = await hall.put('secret', 'Giữa lúc có kẻ dò thẻ');
    expect((await hall.ask(hall.badge(0))).status).toBe(200);
    for (let i = 0; i < 31; i++) await hall.ask(forged(1, i));
    // The control: whoever guesses waits, with a right badge too.
    expect(await refusalOf(await hall.ask(hall.badge(1)))).toEqual([429, 'too-many-tries']);
    expect((await vote(0, ballotId)).status).toBe(200);
    expect((await hall.ask(hall.badge(0))).status).toBe(200);
    for (let i = 0; i < 20; i++) await hall.ask(forged(0, i));
    expect(await refusalOf(await hall.ask(hall.badge(0)))).toEqual([429, 'too-many-tries']);
  });
});
