// Plain JavaScript: it runs beside a file that may have taken the whole first thread.
import { workerData } from 'node:worker_threads';

const EVERY_MS = 100;
const { memoryBytes, parent } = workerData;

setInterval(() => {
  // The signal of GROWN_TOO_LARGE in child.ts.
  if (process.memoryUsage.rss() > memoryBytes) process.kill(process.pid, 'SIGUSR2');
  // Whoever asked is gone, and would never end us.
  if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS);
