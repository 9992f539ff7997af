/** Preloaded into the server of the pictures: at a signal somebody sets the clock of its machine back by five minutes. */
import { isMainThread } from 'node:worker_threads';

const BACK_MS = 5 * 60_000;

if (isMainThread) {
  const real = Date.now.bind(Date);
  process.on('SIGUSR2', () => {
    Date.now = () => real() - BACK_MS;
  });
}
