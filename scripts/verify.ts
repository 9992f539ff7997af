/**
 * Proves that nothing was altered: of an exported conference or a copy (`npm run verify -- FOLDER [--key FINGERPRINT]`),
 * without a folder of the journal in DATA_DIR, also while its server runs.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { archiveKey, spokenFingerprint } from '../server/archive/archive-key.ts';
import { faultSentence } from '../server/archive/fault-words.ts';
import { verifyPlace } from '../server/archive/verify-archive.ts';
import { CopyFault, JOURNAL_FILE } from '../server/backup/copy-format.ts';
import { verifyJournalFile } from '../server/backup/journal-file.ts';
import { isCopy, verifyCopy } from '../server/backup/verify-copy.ts';
import { readConfig, readEnvironment } from '../server/config.ts';
import { archiveLines } from './archive/text.ts';
import { tellingFaults } from './copies/telling-faults.ts';
import { copyLines } from './copies/text.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

async function verify(signal: AbortSignal): Promise<boolean> {
  const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true });
  const [place] = positionals;
  if (positionals.length > 1) {
    console.error(archiveLines.verifyUsage);
    return false;
  }
  if (place === undefined) return verifyDataDir(signal);
  if (await isCopy(place)) return verifyWholeCopy(place, values.key ?? null, signal);
  const verdict = await verifyPlace(place, { key: values.key ?? null });
  if (!verdict.ok) {
    console.error(archiveLines.notWhole(faultSentence(verdict.fault)));
    return false;
  }
  console.log(archiveLines.whole(verdict.manifest, spokenFingerprint(verdict.fingerprint)));
  if (values.key === undefined) console.log(archiveLines.compareKey);
  return true;
}

async function verifyWholeCopy(place: string, key: string | null, signal: AbortSignal): Promise<boolean> {
  const { manifest, fingerprint } = await verifyCopy(place, signal);
  const isOwn = key === null || fingerprint === key.replaceAll(/\s/gu, '').toLowerCase();
  if (!isOwn) throw new CopyFault('not-signed', place);
  console.log(copyLines.copyWhole(manifest, spokenFingerprint(fingerprint)));
  if (key === null) console.log(archiveLines.compareKey);
  return true;
}

async function verifyDataDir(signal: AbortSignal): Promise<boolean> {
  const { dataDir } = readConfig(readEnvironment(ROOT, process.env));
  if (!existsSync(join(dataDir, JOURNAL_FILE))) throw new CopyFault('no-journal', dataDir);
  const { publicKey } = await archiveKey(dataDir);
  const { conferences, damages, anchors } = await verifyJournalFile(dataDir, publicKey, signal);
  if (damages.length > 0) console.error(copyLines.journalDamaged(dataDir, damages));
  else console.log(copyLines.journalWhole(dataDir, [...conferences], anchors.length));
  return damages.length === 0;
}

await tellingFaults(archiveLines.verifyUsage, verify);
