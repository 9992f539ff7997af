import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { drawWatermark } from './draw-watermark.ts';

const wishSchema = z.object({ id: z.int(), path: z.string(), reader: z.string(), at: z.number() });

/** One at a time: a page takes some 30 MB while it is drawn. */
let turn: Promise<void> = Promise.resolve();

parentPort?.on('message', (raw: unknown) => {
  const { id, path, ...words } = wishSchema.parse(raw);
  turn = turn.then(async () => {
    const picture = await readFile(path)
      .then((page) => drawWatermark(page, words))
      .catch(() => null);
    parentPort?.postMessage({ id, picture });
  });
});
