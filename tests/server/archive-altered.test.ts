import { createHash } from 'node:crypto';
import { appendFile, copyFile, cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonFile, type Manifest, manifestSchema } from '../../server/archive/archive-format.ts';
import { archiveKey } from '../../server/archive/archive-key.ts';
import { openArchive } from '../../server/archive/archive-source.ts';
import { faultSentence } from '../../server/archive/fault-words.ts';
import { journalLineSchema, journalLineText } from '../../server/archive/journal-line.ts';
import { verifyPlace } from '../../server/archive/verify-archive.ts';
import { chainHash, FIRST_HASH } from '../../server/store/chain.ts';
import { exportFolder, holdConference, runScript } from '../support/archived-conference.ts';
import { startTestServer, type TestServer } from '../support/test-server.ts';

/** The same at every run (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

let server: TestServer;
let folder: string;
let zip: string;
let paths: readonly string[];

const verdictOf = (place: string, key: string | null = null) => verifyPlace(place, { key });

beforeAll(async () => {
  server = await startTestServer();
  const { secretariat, small } = await holdConference(server);
  folder = await exportFolder(secretariat, small.id);
  zip = `${folder}-kept.zip`;
  const packed = await secretariat.fetch(`/api/conferences/${small.id}/archive?titles=1`);
  await writeFile(zip, Buffer.from(await packed.arrayBuffer()));
  paths = (await openArchive(folder))?.paths ?? [];
}, 120_000);
afterAll(async () => {
  await server.stop();
  for (const one of [folder, zip]) await rm(one, { recursive: true, force: true });
});

/** Changes one byte, looks, and puts it back. */
async function foundAt(path: string, offset: number, flip: number): Promise<string | null> {
  const file = join(folder, path);
  const kept = await readFile(file);
  const changed = Buffer.from(kept);
  changed[offset] = (changed[offset] ?? 0) ^ flip;
  await writeFile(file, changed);
  const verdict = await verdictOf(folder);
  await writeFile(file, kept);
  return verdict.ok ? null : (verdict.fault.file ?? '');
}

/** A copy that may be spoiled. */
async function copied(spoil: (copy: string) => Promise<void>): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'diem-cau-copy-'));
  await cp(folder, copy, { recursive: true });
  await spoil(copy);
  return copy;
}

async function sentenceOf(spoil: (copy: string) => Promise<void>, key: string | null = null): Promise<string> {
  const copy = await copied(spoil);
  const verdict = await verdictOf(copy, key);
  await rm(copy, { recursive: true });
  return verdict.ok ? 'ĐẠT' : faultSentence(verdict.fault);
}

const manifestOf = async (place: string): Promise<Manifest> =>
  manifestSchema.parse(JSON.parse(await readFile(join(place, 'manifest.json'), 'utf8')));

/** Puts the manifest right again for what the folder holds, and signs it with the key of that folder. */
async function signedAnew(copy: string, keyFolder: string, change: (manifest: Manifest) => unknown): Promise<void> {
  const manifest = await manifestOf(copy);
  const files = await Promise.all(
    manifest.files.map(async ({ path }) => {
      const content = await readFile(join(copy, path));
      return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
    }),
  );
  const bytes = jsonFile(change({ ...manifest, files }));
  await writeFile(join(copy, 'manifest.json'), bytes);
  await writeFile(join(copy, 'manifest.sig.json'), jsonFile((await archiveKey(keyFolder)).sign(bytes)));
}

/** Lines of the journal with one fact changed and every hash after it made right. */
async function rechained(copy: string): Promise<string> {
  const file = join(copy, 'journal.jsonl');
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  let hash: Uint8Array = FIRST_HASH;
  const written = lines.map((text) => {
    const line = journalLineSchema.parse(JSON.parse(text));
    const told = { ...line, body: line.body.replaceAll('[1,0]', '[0,1]') };
    hash = chainHash(hash, told);
    return journalLineText({ ...told, hash: Buffer.from(hash).toString('hex') });
  });
  expect(written.join('')).not.toBe(`${lines.join('\n')}\n`);
  await writeFile(file, written.join(''));
  return Buffer.from(hash).toString('hex');
}

test('[ARC10] the untouched folder and the untouched ZIP pass', async () => {
  expect((await verdictOf(folder)).ok).toBe(true);
  expect((await verdictOf(zip)).ok).toBe(true);
});

test('[ARC11] one byte changed anywhere is found: every file, at its ends and at random places', async () => {
  const random = chance(20261122);
  const missed: string[] = [];
  for (const path of paths) {
    const { length } = await readFile(join(folder, path));
    const places = [0, length - 1, ...Array.from({ length: 3 }, () => Math.floor(random() * length))];
    for (const offset of places) {
      const file = await foundAt(path, offset, 1 << Math.floor(random() * 8));
      // Of the two that vouch for all others one may be told for the other.
      const isNamed = path.startsWith('manifest') ? file !== null : file === path;
      if (!isNamed) missed.push(`${path} ${offset}: ${file}`);
    }
  }
  expect(missed).toEqual([]);
  expect((await verdictOf(folder)).ok).toBe(true);
}, 300_000);

test('[ARC12] each single byte of the signature is watched', async () => {
  const { length } = await readFile(join(folder, 'manifest.sig.json'));
  for (let offset = 0; offset < length; offset++) {
    expect([offset, await foundAt('manifest.sig.json', offset, 1)]).toEqual([offset, expect.any(String)]);
    expect([offset, await foundAt('manifest.sig.json', offset, 32)]).toEqual([offset, expect.any(String)]);
  }
}, 300_000);

test('[ARC13] the first line that was changed is named, in journal, people and delegates', async () => {
  for (const [file, word] of [
    ['journal.jsonl', 'dòng'],
    ['people.jsonl', 'dòng'],
    ['delegates.jsonl', 'dòng'],
  ] as const) {
    const spoil = async (copy: string): Promise<void> => {
      const lines = (await readFile(join(copy, file), 'utf8')).split('\n');
      const third = lines[2] ?? '';
      // A letter in the middle of the line, for another letter.
      const at = third.search(/[a-y](?=[a-z])/u);
      lines[2] = `${third.slice(0, at)}z${third.slice(at + 1)}`;
      await writeFile(join(copy, file), lines.join('\n'));
    };
    expect(await sentenceOf(spoil)).toBe(`Đã bị sửa: ${file}, ${word} 3.`);
  }
});

test('[ARC14] a file that is missing, cut, longer or strange is named', async () => {
  expect(await sentenceOf((copy) => rm(join(copy, 'index.html')))).toBe(
    'Thiếu tệp index.html: hồ sơ không còn đủ như khi xuất.',
  );
  expect(await sentenceOf((copy) => truncate(join(copy, 'papers/bien-ban.pdf'), 100))).toBe(
    'Đã bị cắt bớt: papers/bien-ban.pdf.',
  );
  expect(await sentenceOf((copy) => appendFile(join(copy, 'index.html'), ' '))).toBe('Đã bị thêm vào: index.html.');
  const strange = (copy: string): Promise<void> => copyFile(join(copy, 'index.html'), join(copy, 'index2.html'));
  expect(await sentenceOf(strange)).toBe('Có tệp lạ index2.html: tệp này không thuộc hồ sơ khi xuất.');
  const cutJournal = async (copy: string): Promise<void> => {
    const text = await readFile(join(copy, 'journal.jsonl'), 'utf8');
    await writeFile(join(copy, 'journal.jsonl'), text.slice(0, text.trimEnd().lastIndexOf('\n') + 1));
  };
  expect(await sentenceOf(cutJournal)).toContain('Đã bị cắt bớt: journal.jsonl');
});

test('[ARC15] a journal whose chain was made right again is found without the key', async () => {
  expect(await sentenceOf(async (copy) => void (await rechained(copy)))).toContain('Đã bị sửa: journal.jsonl');
  const everythingButTheKey = async (copy: string): Promise<void> => {
    const head = await rechained(copy);
    const manifest = await manifestOf(copy);
    await writeFile(join(copy, 'manifest.json'), jsonFile({ ...manifest, journal: { ...manifest.journal, head } }));
  };
  expect(await sentenceOf(everythingButTheKey)).toBe('Đã bị sửa: manifest.json không khớp chữ ký của hồ sơ.');
});

test('[ARC16] one that somebody else has signed is told by its key; with the key given it fails', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'diem-cau-key-'));
  const copy = await copied((place) => signedAnew(place, elsewhere, (manifest) => manifest));
  const own = (await archiveKey(server.dataDir)).fingerprint;
  const foreign = (await archiveKey(elsewhere)).fingerprint;
  expect(await verdictOf(copy)).toMatchObject({ ok: true, fingerprint: foreign });
  expect(await verdictOf(copy, own)).toMatchObject({ ok: false, fault: { code: 'key-foreign' } });
  expect((await verdictOf(folder, own.toUpperCase().replaceAll(/.{4}/gu, '$& '))).ok).toBe(true);
  await rm(copy, { recursive: true });
  await rm(elsewhere, { recursive: true });
});

test('[ARC17] even the key itself cannot sign a state, a list or a chain that is not so', async () => {
  const { dataDir } = server;
  const resigned = (change: (manifest: Manifest) => unknown, spoil: (copy: string) => Promise<void>) =>
    sentenceOf(async (copy) => {
      await spoil(copy);
      await signedAnew(copy, dataDir, change);
    });
  const nothing = async (): Promise<void> => undefined;
  expect(await resigned((manifest) => ({ ...manifest, state: '0'.repeat(64) }), nothing)).toBe(
    'Đọc lại toàn bộ nhật ký không cho ra trạng thái đã ký.',
  );
  expect(await resigned((manifest) => ({ ...manifest, delegates: 1 }), nothing)).toContain(
    'delegates.jsonl không khớp',
  );
  expect(
    await resigned(
      (manifest) => manifest,
      async (copy) => void (await rechained(copy)),
    ),
  ).toContain('Nhật ký không kết thúc ở chỗ đã ký');
  expect(await resigned((manifest) => manifest, nothing)).toBe('ĐẠT');
});

test('[ARC18] an archive of a newer version is refused as such, and what is none at all too', async () => {
  const newer = (copy: string) =>
    signedAnew(copy, server.dataDir, (manifest) => ({ ...manifest, format: 2, more: [] }));
  expect(await sentenceOf(newer)).toContain('bản Điểm Cầu mới hơn');
  const unknown = async (copy: string): Promise<void> => {
    await writeFile(join(copy, 'journal.jsonl'), (await withNewEvent(copy)).text);
    await signedAnew(copy, server.dataDir, (manifest) => manifest);
  };
  expect(await sentenceOf(unknown)).toContain('dùng bản mới hơn để kiểm tra');
  expect(await verdictOf(join(folder, 'papers'))).toMatchObject({ ok: false, fault: { code: 'no-archive' } });
  expect(await verdictOf(join(folder, 'nowhere'))).toMatchObject({ ok: false, fault: { code: 'not-there' } });
});

async function withNewEvent(copy: string): Promise<{ text: string }> {
  const lines = (await readFile(join(copy, 'journal.jsonl'), 'utf8')).trimEnd().split('\n');
  const last = journalLineSchema.parse(JSON.parse(lines.at(-1) ?? ''));
  const told = { ...last, seq: last.seq + 1, type: 'teaServed', body: '{}' };
  const hash = chainHash(Buffer.from(last.hash, 'hex'), told).toString('hex');
  return { text: `${lines.join('\n')}\n${journalLineText({ ...told, hash })}` };
}

/** Changes one bit of the ZIP at a time; the places where something else than was signed came out as signed. */
async function slippedThrough(places: readonly number[], random: () => number): Promise<number[]> {
  const kept = await readFile(zip);
  const signed = JSON.stringify(await contentsOf(zip));
  const spoiled = `${zip}.spoiled`;
  const slipped: number[] = [];
  for (const at of places) {
    const changed = Buffer.from(kept);
    changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8));
    await writeFile(spoiled, changed);
    // A byte of the wrapping alone may be another one; then every file that comes out is the one that was signed.
    const { ok } = await verdictOf(spoiled);
    if (ok && JSON.stringify(await contentsOf(spoiled)) !== signed) slipped.push(at);
  }
  await rm(spoiled, { force: true });
  return slipped;
}

test('[ARC19] of a ZIP whose bytes were changed nothing false comes out unseen', async () => {
  const { length } = await readFile(zip);
  const random = chance(7);
  const places = Array.from({ length: 60 }, () => Math.floor(random() * length));
  expect(await slippedThrough(places, random)).toEqual([]);
}, 120_000);

test('[ARC21] manifest and signature, whose packed bytes break off when changed, are told as changed too', async () => {
  const kept = await readFile(zip);
  for (const name of ['manifest.json', 'manifest.sig.json']) {
    // The name stands in the file's own header of 30 bytes, and its packed bytes follow.
    const at = kept.indexOf(name);
    expect(kept.toString('latin1', at - 30, at - 28)).toBe('PK');
    const places = Array.from({ length: 100 }, (_, nth) => at + name.length + nth);
    expect(await slippedThrough(places, chance(20261123))).toEqual([]);
  }
}, 120_000);

async function contentsOf(place: string): Promise<Record<string, string>> {
  const source = await openArchive(place);
  const contents: Record<string, string> = {};
  for (const path of source?.paths ?? []) {
    const hash = createHash('sha256');
    for await (const part of (await source?.open(path)) ?? []) hash.update(part);
    contents[path] = hash.digest('hex');
  }
  source?.close();
  return contents;
}

test('[ARC20] npm run verify says it in words and by its exit code', async () => {
  const whole = await runScript('scripts/verify.ts', [zip]);
  expect([whole.code, whole.said.split('.')[0]]).toEqual([0, 'ĐẠT']);
  const spoiled = await copied((copy) => truncate(join(copy, 'people.jsonl'), 10));
  const changed = await runScript('scripts/verify.ts', [spoiled]);
  await rm(spoiled, { recursive: true });
  expect([changed.code, changed.said.trim()]).toEqual([1, 'KHÔNG ĐẠT. Đã bị cắt bớt: people.jsonl, dòng 1.']);
  expect((await runScript('scripts/verify.ts', [])).code).toBe(1);
}, 60_000);
