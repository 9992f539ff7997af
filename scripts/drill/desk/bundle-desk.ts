import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SOURCES = {
  'desk-child.mjs': new URL('./desk-child.ts', import.meta.url),
  'store-worker.mjs': new URL('../../../server/store/store-worker.ts', import.meta.url),
} as const;

/**
 * Stands where the store looks for its worker, beside the file that starts it. The connection of the searches loads its
 * code with the first question: nobody searches here, and hundreds of starts need not pay for it.
 */
const BOOT = `import { parentPort, workerData } from 'node:worker_threads';
const load = () => import('./store-worker.mjs');
if (workerData.mode === 'reading') {
  parentPort.once('message', (first) => void load().then(() => parentPort.emit('message', first)));
  parentPort.postMessage({ ready: true });
} else await load();
`;

export interface BundledDesk {
  readonly file: string;
  readonly remove: () => void;
}

/** The desk's child as plain JavaScript: it starts in a fifth of the time, so a minute holds hundreds of blows. */
export async function bundleDesk(): Promise<BundledDesk> {
  const cache = join(ROOT, '.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'drill-desk-'));
  for (const [name, source] of Object.entries(SOURCES)) {
    await build({
      root: ROOT,
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: fileURLToPath(source),
        outDir,
        emptyOutDir: false,
        minify: false,
        rolldownOptions: { output: { entryFileNames: name, format: 'es' } },
      },
      ssr: { noExternal: true, external: ['better-sqlite3'] },
    });
  }
  writeFileSync(join(outDir, 'store-worker-boot.mjs'), BOOT);
  return { file: join(outDir, 'desk-child.mjs'), remove: () => rmSync(outDir, { recursive: true, force: true }) };
}
