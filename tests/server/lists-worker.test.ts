import { expect, test } from 'vitest';
import type { ListChunk } from '../../server/lists/list-reading.ts';
import { readList } from '../../server/lists/read-list.ts';
import { fileOf, inOwnFolder, jobOf } from './lists-reading.ts';
import { inlineRows, xlsxParts, zipOf } from './lists-zip.ts';

inOwnFolder();

const HEAD = 'Họ và tên,Đơn vị,Điểm cầu';
const csv = (rows: number): string =>
  [
    HEAD,
    ...Array.from({ length: rows }, (_, at) => `Nguyễn Văn An,Đơn vị ${at},${at % 10 === 9 ? 'Nơi khác' : 'An Giang'}`),
  ].join('\n');

test('[IMP20] a file is read in a worker: chunks of at most 1,000, one at a time, the next only when one is done', async () => {
  const chunks: ListChunk[] = [];
  const seen: number[] = [];
  let open = 0;
  const outcome = await readList(jobOf(await fileOf(csv(5_500)), 'ds.csv'), {
    onChunk: async (chunk) => {
      open += 1;
      expect(open).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 20));
      open -= 1;
      chunks.push(chunk);
    },
    onProgress: ({ rows }) => seen.push(rows),
  });
  expect(outcome).toMatchObject({
    kind: 'done',
    rows: 4_950,
    refused: 550,
    unknownBridges: [{ name: 'Nơi khác', rows: 550 }],
  });
  expect(chunks.reduce((sum, { count }) => sum + count, 0)).toBe(4_950);
  expect(chunks.reduce((sum, { refused }) => sum + refused.length, 0)).toBe(550);
  expect(Math.max(...chunks.map(({ count }) => count))).toBeLessThanOrEqual(1_000);
  expect(seen.every((rows, at) => rows >= (seen[at - 1] ?? 0))).toBe(true);
});

test('[IMP21] a reading that is cancelled ends at once and asks for nothing more', async () => {
  const stop = new AbortController();
  let chunks = 0;
  const outcome = await readList(jobOf(await fileOf(csv(60_000)), 'ds.csv'), {
    onChunk: async () => {
      chunks += 1;
      if (chunks === 2) stop.abort();
    },
    signal: stop.signal,
  });
  expect(outcome).toEqual({ kind: 'cancelled' });
  const then = chunks;
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(chunks).toBe(then);
  const early = AbortSignal.abort();
  expect(await readList(jobOf('/nowhere', 'ds.csv'), { onChunk: async () => undefined, signal: early })).toEqual({
    kind: 'cancelled',
  });
});

test('[IMP22] what the taker of chunks throws ends the reading with its cause', async () => {
  const reading = readList(jobOf(await fileOf(csv(5_000)), 'ds.csv'), {
    onChunk: () => Promise.reject(new Error('the table is full')),
  });
  await expect(reading).rejects.toThrow('the table is full');
});

/** Few bytes in the file, much in memory: texts that are all different, below every limit of their own. */
function greedy(): Buffer {
  const strings = Array.from({ length: 600_000 }, (_, at) => `<si><t>${(at * 2_654_435_761).toString(36)}</t></si>`);
  return zipOf(xlsxParts({ sheets: [{ name: 'S', rows: inlineRows([HEAD.split(',')]) }], strings: strings.join('') }));
}

test('[IMP23] a reader that dies of its file takes the job with it and nothing else', async () => {
  const path = await fileOf(greedy());
  const deaths: unknown[] = [];
  const listeners = { onChunk: async () => undefined, onDeath: (cause: unknown) => void deaths.push(cause) };
  const small = await readList(jobOf(path, 'ds.xlsx'), listeners, { heapMb: 24, silenceMs: 30_000 });
  expect(small).toMatchObject({ kind: 'fault', code: 'reader-died' });
  expect(deaths).toHaveLength(1);
  const enough = await readList(jobOf(path, 'ds.xlsx'), listeners);
  expect(enough).toMatchObject({ kind: 'fault', code: 'file-empty' });
  const missing = await readList(jobOf('/nowhere/file', 'ds.csv'), listeners);
  expect(missing).toMatchObject({ kind: 'fault', code: 'reader-died' });
});

test('[IMP24] a reader that says nothing is ended; one that is kept waiting by the table is not', async () => {
  const path = await fileOf(csv(3_000));
  const patient = await readList(
    jobOf(path, 'ds.csv'),
    { onChunk: () => new Promise((resolve) => setTimeout(resolve, 2_500)) },
    { heapMb: 256, silenceMs: 2_000 },
  );
  expect(patient).toMatchObject({ kind: 'done' });
  const silent = await readList(
    jobOf(path, 'ds.csv'),
    { onChunk: async () => undefined },
    { heapMb: 256, silenceMs: 1 },
  );
  expect(silent).toMatchObject({ kind: 'fault', code: 'reader-died' });
});

test('[IMP25] the thread that started a hostile reading answers all the while', async () => {
  const path = await fileOf(`${HEAD}\n${'x'.repeat(60 * 1024 * 1024)}`);
  let longest = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const outcome = await readList(jobOf(path, 'ds.csv'), { onChunk: async () => undefined });
  clearInterval(ticking);
  expect(outcome).toMatchObject({ kind: 'fault', code: 'cell-too-long' });
  expect(longest).toBeLessThan(400);
});
