// Loaded before the server of a test (NODE_OPTIONS): on SIGUSR2 its event loop is blocked for so many seconds.
import { isMainThread } from 'node:worker_threads';

const seconds = Number(process.env['BLOCK_FOR_SECONDS'] ?? 0);

if (isMainThread && seconds > 0) {
  process.on('SIGUSR2', () => {
    for (const since = performance.now(); performance.now() - since < seconds * 1000; );
  });
}
