// The watch stands before anything of the document is touched, and in a thread that no document can hold up.
import { Worker } from 'node:worker_threads';

const { memoryBytes, parent } = JSON.parse(process.argv[2]);
const watch = new Worker(new URL('./rendering-watch.mjs', import.meta.url), {
  workerData: { memoryBytes, parent },
});
watch.unref();
const { register } = await import('tsx/esm/api');
register();
await import('./rendering-worker.ts');
