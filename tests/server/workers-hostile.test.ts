import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Watermarks } from '../../server/documents/watermarks.ts';
import { PaperPrinting } from '../../server/papers/paper-printing.ts';
import { samplePaper } from '../support/sample-papers.ts';

const DATE = '2026-11-22';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diem-cau-workers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const sheet = (columns: number, rows: number) =>
  samplePaper('state', {
    blocks: Array.from({ length: rows }, () => ({
      kind: 'paragraph' as const,
      spans: [{ text: 'Đề nghị '.repeat(columns) }],
    })),
  });

describe('the worker that draws papers', () => {
  test('[INP20] out of memory takes its paper with it and nothing else', async () => {
    const printing = new PaperPrinting({ heapMb: 64 });
    const bomb = printing.print(sheet(40_000, 60), 'pdf', DATE);
    await expect(bomb).rejects.toThrow(/memory|left/u);
    expect(await printing.print(samplePaper('state'), 'pdf', DATE)).not.toBeNull();
    await printing.close();
  }, 60_000);

  test('[INP21] an archive waits for its turn where somebody before a screen is refused', async () => {
    const printing = new PaperPrinting({ waiting: 1 });
    const paper = samplePaper('party');
    const asked = [1, 2, 3].map(() => printing.print(paper, 'txt', DATE));
    const patient = printing.print(paper, 'pdf', DATE, 'in turn');
    const answers = await Promise.all(asked);
    expect(answers.map((one) => one !== null)).toEqual([true, true, false]);
    expect((await patient)?.content.subarray(0, 4).toString()).toBe('%PDF');
    await printing.close();
  }, 60_000);
});

describe('the worker that draws watermarks', () => {
  const wish = { path: 'x', reader: 'Đại biểu', session: 's', at: 0 };

  test.each([
    ['leaves without a word', 'process.exit(1)'],
    ['throws', "throw new Error('planted')"],
  ])(
    '[INP22] whoever waits is answered when it %s, and the next one gets another',
    async (name, fault) => {
      const file = join(folder, `${name.replaceAll(' ', '-')}.mjs`);
      await writeFile(
        file,
        `import { parentPort } from 'node:worker_threads';\nparentPort.on('message', () => { ${fault}; });\n`,
      );
      const faults: unknown[] = [];
      const watermarks = new Watermarks((cause) => faults.push(cause), pathToFileURL(file));
      expect(await watermarks.draw(wish)).toBeNull();
      expect(await watermarks.draw(wish)).toBeNull();
      expect(faults).toHaveLength(2);
      await watermarks.close();
    },
    60_000,
  );
});
