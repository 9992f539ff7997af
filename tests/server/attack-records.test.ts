import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { jsonFile, manifestSchema } from '../../server/archive/archive-format.ts';
import { archiveKey } from '../../server/archive/archive-key.ts';
import { journalLineSchema, journalLineText } from '../../server/archive/journal-line.ts';
import { chainHash, FIRST_HASH } from '../../server/store/chain.ts';
import { exportFolder, holdConference, runScript } from '../support/archived-conference.ts';
import { HandbookHall } from '../support/handbook-hall.ts';
import { Caller, codeOf, startTestServer, type TestServer } from '../support/test-server.ts';

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
  const foreign = await archiveKey(join(folder, '..', `${randomUUID()}-key`));
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
      for (const one of [folder, dataDir]) await rm(one, { recursive: true });
    },
    120_000,
  );
});

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
