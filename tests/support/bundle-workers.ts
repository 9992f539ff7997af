import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What the server starts, by the file that starts each thread, and by the module that a child of its own reads. */
const WORKERS = {
  'store-worker-boot': 'server/store/store-worker.ts',
  'paper-worker-boot': 'server/papers/paper-worker.ts',
  'archive-worker-boot': 'server/archive/archive-worker.ts',
  'watermark-worker-boot': 'server/documents/watermark-worker.ts',
  'reading-worker': 'server/lists/reading-worker.ts',
  'rendering-worker': 'server/documents/rendering-worker.ts',
} as const;

let outDir = '';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the bundled threads and children. */
    readonly bundledWorkers: string;
  }
}

/**
 * A thread or a child of the server compiles what it needs when it starts, for half a second of a core, and the tests
 * start hundreds: here the same sources are compiled once. As a user has them they are started by every test that has
 * the server in a process of its own.
 */
export async function setup(project: TestProject): Promise<void> {
  const cache = join(ROOT, '.cache');
  mkdirSync(cache, { recursive: true });
  outDir = mkdtempSync(join(cache, 'test-workers-'));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { input: { ...WORKERS }, output: { entryFileNames: '[name].mjs', format: 'es' } },
    },
  });
  project.provide('bundledWorkers', outDir);
}

export function teardown(): void {
  if (outDir !== '') rmSync(outDir, { recursive: true, force: true });
}
