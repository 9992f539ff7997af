// Loaded before the server that is measured (NODE_OPTIONS), in each of its threads: on SIGUSR2 all of them collect
// garbage, and what is left is written into the file of LONG_DAY_MEMORY. The product knows nothing of it.
import { renameSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const file = process.env['LONG_DAY_MEMORY'];
const plantedBytes = Number(process.env['LONG_DAY_PLANTED_LEAK'] ?? 0);
const SETTLED_MS = 300;

if (file !== undefined) {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  const threads = new BroadcastChannel('collect-garbage');
  if (isMainThread) tellOnSignal(collect, threads);
  else threads.addEventListener('message', () => collect());
  threads.unref();
}

function tellOnSignal(collect, threads) {
  /** The control: a server that loses so much in each hour must be found. */
  const leaked = [];
  let samples = 0;
  const sample = async () => {
    if (plantedBytes > 0)
      leaked.push(Array.from({ length: plantedBytes / 8 }, (_, index) => index + leaked.length + 0.5));
    threads.postMessage('now');
    collect();
    await pause(SETTLED_MS);
    collect();
    samples += 1;
    const { rss, heapUsed, external } = process.memoryUsage();
    writeFileSync(`${file}.draft`, JSON.stringify({ samples, rss, heapUsed, external }));
    renameSync(`${file}.draft`, file);
  };
  process.on('SIGUSR2', () => void sample());
}
