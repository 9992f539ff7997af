// The watch stands before anything of the file is touched, and in a thread that no file can hold up.
import { Worker } from 'node:worker_threads';

const [reader, memoryBytes, parent] = process.argv.slice(2);
const watch = new Worker(new URL('./child-watch.mjs', import.meta.url), {
  workerData: { memoryBytes: Number(memoryBytes), parent: Number(parent) },
});
watch.unref();
if (reader.endsWith('.ts')) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import(reader);
