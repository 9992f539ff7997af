import { existsSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { inject } from 'vitest';

const threads: { Worker: typeof Worker } = createRequire(import.meta.url)('node:worker_threads');
const folder = inject('bundledWorkers');

/** Where there is a bundle of what this file starts, the bundle. */
function bundled(file: string | URL): string | URL {
  const own = join(folder, basename(String(file)));
  return existsSync(own) ? own : file;
}

threads.Worker = class extends threads.Worker {
  constructor(file: string | URL, options?: WorkerOptions) {
    super(bundled(file), options);
  }
};
syncBuiltinESMExports();
