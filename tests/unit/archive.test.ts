import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { archiveIndex } from '../../server/archive/archive-index.ts';
import { openArchive } from '../../server/archive/archive-source.ts';
import { checkedLine, contentOfChecked, RunningCheck } from '../../server/archive/checked-lines.ts';
import { stateHash } from '../../server/archive/state-hash.ts';
import { isSamePerson } from '../../server/store/same-person.ts';
import { zipFolder } from '../../server/zip/zip-folder.ts';
import { mapFrom } from '../../shared/base/persistent-map.ts';
import { initialState } from '../../shared/domain/state.ts';

test('[ARC40] the same state has the same hash, in whatever order its maps and fields were filled', () => {
  const account = (chargedMs: number) => ({ chargedMs, correctedMs: 0 });
  const entries = Array.from({ length: 200 }, (_, at) => [`b-${at}`, account(at)] as const);
  const filled = (ledger: readonly (readonly [string, { chargedMs: number; correctedMs: number }])[]) =>
    stateHash({ ...initialState, floor: { ...initialState.floor, ledger: mapFrom(ledger) } });
  const turned = entries.map(([id, { chargedMs, correctedMs }]) => [id, { correctedMs, chargedMs }] as const);
  expect(filled(turned.toReversed())).toBe(filled(entries));
  expect(filled([...entries.slice(1), ['b-0', account(1)]])).not.toBe(filled(entries));
});

test('[ARC41] a line of a list bears a check of itself and of all before it', () => {
  const writing = new RunningCheck();
  const lines = ['Một', 'Hai', 'Ba'].map((name) => checkedLine({ name }, writing).trimEnd());
  const read = (all: readonly string[]) => {
    const reading = new RunningCheck();
    return all.map((one) => contentOfChecked(one, reading) !== null);
  };
  expect(read(lines)).toEqual([true, true, true]);
  expect(read(lines.with(1, lines[1]?.replace('Hai', 'Hài') ?? ''))).toEqual([true, false, false]);
  expect(read([lines[0] ?? '', lines[2] ?? ''])).toEqual([true, false]);
});

test('[ARC42] a long entry and a short one are unpacked as they were packed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'diem-cau-zip-'));
  const content = ['Tài liệu ', 'x'.repeat(300_000), ' hết'];
  async function* entries() {
    yield { path: 'dài/tệp.txt', content: content.map((part) => Buffer.from(part)), large: true };
    yield { path: 'ngắn.txt', content: [Buffer.from('ngắn')], large: false };
    yield { path: 'trống.txt', content: [], large: true };
  }
  const parts: Buffer[] = [];
  for await (const part of zipFolder(entries())) parts.push(part);
  await writeFile(join(folder, 'a.zip'), Buffer.concat(parts));
  const source = await openArchive(join(folder, 'a.zip'));
  expect(source?.paths).toEqual(['dài/tệp.txt', 'ngắn.txt', 'trống.txt']);
  const read = async (path: string): Promise<string> => {
    const found: Buffer[] = [];
    for await (const part of (await source?.open(path)) ?? []) found.push(part);
    return Buffer.concat(found).toString('utf8');
  };
  expect([await read('dài/tệp.txt'), await read('ngắn.txt'), await read('trống.txt')]).toEqual([
    content.join(''),
    'ngắn',
    '',
  ]);
  source?.close();
  await rm(folder, { recursive: true });
});

test('[ARC43] a title with signs of HTML stands on the page as text', () => {
  const title = `<script>alert("1")</script> & 'Hội nghị'`;
  const page = archiveIndex({ ...initialState, conference: { ...initialState.conference, title } });
  expect(page).not.toContain('<script');
  expect(page).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;Hội nghị&#39;');
});

test('[PPL8] the same name is the same person only with a post in common, or where neither has one', () => {
  const row = { fullName: 'Lê Thị Hoa', positions: ['Bí thư', 'Chủ tịch'] };
  expect(isSamePerson(row, { fullName: 'LÊ THỊ HOA', positions: ['chủ tịch'] })).toBe(true);
  expect(isSamePerson(row, { fullName: 'Lê Thị Hoa', positions: ['Kỹ thuật viên'] })).toBe(false);
  expect(isSamePerson({ ...row, positions: [] }, { fullName: 'Lê Thị Hoa', positions: [] })).toBe(true);
  expect(isSamePerson({ fullName: null, positions: ['Bí thư'] }, { fullName: null, positions: ['Bí thư'] })).toBe(
    false,
  );
  expect(isSamePerson(row, 'Lê Thị Hoa')).toBe(false);
});
