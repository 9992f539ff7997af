/** A whole copy of the data folder, beside the running server: `npm run backup [-- FOLDER] [--recordings]`. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { makeCopy } from '../server/backup/make-copy.ts';
import { readConfig, readEnvironment } from '../server/config.ts';
import { tellingFaults } from './copies/telling-faults.ts';
import { copyLines } from './copies/text.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const packageSchema = z.object({ name: z.string(), version: z.string() });

await tellingFaults(copyLines.backupUsage, async (signal) => {
  const { values, positionals } = parseArgs({ options: { recordings: { type: 'boolean' } }, allowPositionals: true });
  const { dataDir } = readConfig(readEnvironment(ROOT, process.env));
  const { name, version } = packageSchema.parse(JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8')));
  const began = performance.now();
  const made = await makeCopy({
    dataDir,
    folder: resolve(positionals[0] ?? resolve(dirname(dataDir), 'backups')),
    recordings: values.recordings === true,
    product: `${name} ${version}`,
    now: Date.now(),
    signal,
    onStep: (step) => console.log(copyLines.step(step)),
  });
  console.log(copyLines.made(made.path, made.manifest, performance.now() - began));
  return true;
});
