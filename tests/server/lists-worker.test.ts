import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { expect, test, vi } from 'vitest';
import type { ListChunk } from '../../server/lists/list-reading.ts';
import { readList } from '../../server/lists/read-list.ts';
import { fileOf, inOwnFolder, jobOf } from './lists-reading.ts';
import { inlineRows, xlsxParts, zipOf } from './lists-zip.ts';

/** Each list is read by a process of its own. */
vi.setConfig({ testTimeout: 60_000 });
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
  const limits = { memoryBytes: 96 * 1024 ** 2 };
  const small = await readList(jobOf(path, 'ds.xlsx'), listeners, limits);
  expect(small).toMatchObject({ kind: 'fault', code: 'reader-died', params: { cause: 'too-much-memory' } });
  expect(deaths).toHaveLength(1);
  const enough = await readList(jobOf(path, 'ds.xlsx'), listeners);
  expect(enough).toMatchObject({ kind: 'fault', code: 'file-empty' });
  expect(await readList(jobOf(await fileOf(csv(20)), 'ds.csv'), listeners, limits)).toMatchObject({ kind: 'done' });
  const missing = await readList(jobOf('/nowhere/file', 'ds.csv'), listeners);
  expect(missing).toMatchObject({ kind: 'fault', code: 'reader-died', params: {} });
});

test('[IMP24] a reader that says nothing is ended; one that is kept waiting by the table is not', async () => {
  const path = await fileOf(csv(1_000));
  const patient = await readList(
    jobOf(path, 'ds.csv'),
    { onChunk: () => new Promise((resolve) => setTimeout(resolve, 4_500)) },
    { silenceMs: 4_000 },
  );
  expect(patient).toMatchObject({ kind: 'done' });
  const nobody = { onChunk: async () => undefined };
  for (const limits of [{ firstWordMs: 1 }, { wholeMs: 1 }]) {
    expect(await readList(jobOf(path, 'ds.csv'), nobody, limits)).toMatchObject({
      kind: 'fault',
      code: 'reader-died',
      params: { cause: 'took-too-long' },
    });
  }
});

/** A table that doubles in one piece: V8 does not ask its limits, it ends the process, worker or not. */
const ENDS_V8 = 'const all = new Set(); for (let at = 0; ; at += 1) all.add(at);';
const IN_WORKER = `
  import { Worker } from 'node:worker_threads';
  const worker = new Worker(process.argv[1], {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 32 },
  });
  worker.on('error', () => process.exit(7)).on('exit', () => process.exit(7));`;

test('[IMP102] what ends V8 as a whole ends the job of a list alone, and the next one is read', async () => {
  const planted = await fileOf(ENDS_V8, '.mjs');
  const listeners = { onChunk: async () => undefined };
  const job = jobOf(await fileOf(csv(20)), 'ds.csv');
  // The control: of the thread in which lists were read before, the whole process dies.
  const control = spawn(process.execPath, ['--input-type=module', '-e', IN_WORKER, planted], { stdio: 'ignore' });
  const [code, killedBy] = await once(control, 'exit');
  expect([code, killedBy]).toEqual([null, 'SIGABRT']);
  expect(await readList(job, listeners, { heapMb: 48 }, pathToFileURL(planted))).toMatchObject({
    kind: 'fault',
    code: 'reader-died',
    params: { cause: 'too-much-memory' },
  });
  expect(await readList(job, listeners)).toMatchObject({ kind: 'done', rows: 18, refused: 2 });
});

test('[IMP103] what its reader says is parsed like the word of a stranger, and the reader has nothing of the server', async () => {
  const says = async (source: string): Promise<unknown> => {
    const planted = await fileOf(`process.once('message', () => ${source});`, '.mjs');
    const deaths: unknown[] = [];
    const listeners = { onChunk: async () => undefined, onDeath: (cause: unknown) => void deaths.push(cause) };
    const outcome = await readList(jobOf('/nowhere', 'ds.csv'), listeners, {}, pathToFileURL(planted));
    return outcome.kind === 'fault' ? [outcome.code, ...deaths.map(String)] : outcome.kind;
  };
  expect(await says("process.send({ kind: 'progress', progress: { bytes: 1, rows: -1 } })")).toEqual([
    'reader-died',
    expect.stringContaining('ended'),
  ]);
  expect(await says("process.send({ kind: 'outcome', outcome: { kind: 'cancelled' } })")).toContain('reader-died');
  expect(await says('{ throw new Error(JSON.stringify(Object.keys(process.env))); }')).toEqual([
    'reader-died',
    expect.stringMatching(/Error: \[("NODE_CHANNEL_\w+",?)*\]/u),
  ]);
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
