import type childProcess from 'node:child_process';
import type { ForkOptions } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Worker, WorkerOptions } from 'node:worker_threads';
import { inject } from 'vitest';

const require = createRequire(import.meta.url);
const threads: { Worker: typeof Worker } = require('node:worker_threads');
const children: { fork: typeof childProcess.fork } = require('node:child_process');
const folder = inject('bundledWorkers');

/** Where there is a bundle of what this file starts, the bundle. */
function bundled(file: string): string | null {
  const own = join(folder, `${basename(file, extname(file))}.mjs`);
  return existsSync(own) ? own : null;
}

threads.Worker = class extends threads.Worker {
  constructor(file: string | URL, options?: WorkerOptions) {
    super(bundled(String(file)) ?? file, options);
  }
};

const fork = children.fork;
/** `[module, …]` are the words to child-boot.mjs. */
children.fork = ((boot: string, [module = '', ...words]: readonly string[] = [], options: ForkOptions = {}) => {
  const own = bundled(module);
  return fork(boot, [own === null ? module : pathToFileURL(own).href, ...words], options);
}) as typeof childProcess.fork;

syncBuiltinESMExports();
