/** Proves offline that an exported conference is what its server gave out: `npm run verify -- FOLDER [--key FINGERPRINT]`. */
import { parseArgs } from 'node:util';
import { spokenFingerprint } from '../server/archive/archive-key.ts';
import { faultSentence } from '../server/archive/fault-words.ts';
import { verifyPlace } from '../server/archive/verify-archive.ts';
import { archiveLines } from './archive/text.ts';

async function verify(): Promise<boolean> {
  const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true });
  const [place] = positionals;
  if (place === undefined || positionals.length > 1) {
    console.error(archiveLines.verifyUsage);
    return false;
  }
  const verdict = await verifyPlace(place, { key: values.key ?? null });
  if (!verdict.ok) {
    console.error(archiveLines.notWhole(faultSentence(verdict.fault)));
    return false;
  }
  console.log(archiveLines.whole(verdict.manifest, spokenFingerprint(verdict.fingerprint)));
  if (values.key === undefined) console.log(archiveLines.compareKey);
  return true;
}

const isWhole = await verify().catch((cause: unknown) => {
  const isUsage = cause instanceof TypeError && 'code' in cause;
  console.error(isUsage ? archiveLines.verifyUsage : String(cause));
  return false;
});
if (!isWhole) process.exitCode = 1;
