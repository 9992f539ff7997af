/** Puts a copy into an empty data folder: `npm run restore -- COPY [--to DATA_DIR] [--anchors FILE]`. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { lostSince, restoreCopy } from '../server/backup/restore-copy.ts';
import { readConfig, readEnvironment } from '../server/config.ts';
import { ANCHORS } from '../server/guard/anchor-file.ts';
import { readAnchors } from '../server/guard/anchor-lines.ts';
import { tellingFaults } from './copies/telling-faults.ts';
import { copyLines } from './copies/text.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

await tellingFaults(copyLines.restoreUsage, async (signal) => {
  const options = { to: { type: 'string' }, anchors: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [copy] = positionals;
  if (copy === undefined || positionals.length > 1) {
    console.error(copyLines.restoreUsage);
    return false;
  }
  const config = readConfig(readEnvironment(ROOT, process.env));
  const dataDir = resolve(values.to ?? config.dataDir);
  // The folder of the old server may still be there, beside the new one: what it had anchored tells what is missing.
  const oldFile = values.anchors ?? (dataDir === config.dataDir ? null : join(config.dataDir, ANCHORS));
  const old = oldFile === null ? null : await readFile(oldFile, 'utf8').catch(() => null);
  const onStep = (step: keyof typeof copyLines.restoreStep): void => console.log(copyLines.restoreStep[step]);
  const { manifest, publicKey } = await restoreCopy({ copy: resolve(copy), dataDir, signal, onStep });
  console.log(copyLines.restored(dataDir, manifest));
  if (old !== null) {
    const lost = lostSince(manifest, readAnchors(old, publicKey).lines);
    console.log(lost.length === 0 ? copyLines.nothingLost : copyLines.lost(lost));
  }
  return true;
});
