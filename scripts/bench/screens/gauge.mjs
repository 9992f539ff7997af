/**
 * Loaded before the code of a process that is measured (`--import`), which knows nothing of it: answers on a socket of
 * its own what only the process itself can tell.
 */
import { unlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

const RESOLUTION_MS = 5;
const path = process.env['BENCH_GAUGE'];

/** Watched only while somebody asks: the timer of the watch costs time of its own. */
let delay = null;

const ANSWERS = {
  rss: () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc');
    collect();
    collect();
    return process.memoryUsage().rss;
  },
  watch: () => {
    delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    delay.enable();
    return 0;
  },
  block: () => {
    const longest = delay === null ? 0 : delay.max / 1e6 - RESOLUTION_MS;
    delay?.disable();
    delay = null;
    return Math.max(0, longest);
  },
};

if (isMainThread && path !== undefined) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (word) => socket.end(String(ANSWERS[word.toString()]?.() ?? Number.NaN)));
  });
  server.listen(path).unref();
  process.once('exit', () => unlinkSync(path));
}
