/** Takes an exported conference into another data folder, whose server is stopped: `npm run import -- FOLDER`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ArchiveFaultError, fault } from '../server/archive/archive-fault.ts';
import { openArchive } from '../server/archive/archive-source.ts';
import { faultSentence } from '../server/archive/fault-words.ts';
import { importArchive } from '../server/archive/import-archive.ts';
import { verifyArchive } from '../server/archive/verify-archive.ts';
import { readConfig, readEnvironment } from '../server/config.ts';
import { prepareDataDir } from '../server/data-dir.ts';
import { openForWriting, StoreError } from '../server/store/database.ts';
import { lockFolder } from '../server/store/folder-lock.ts';
import { archiveLines } from './archive/text.ts';
import { isForThePerson, ScriptRefused } from './secretariat/with-seats.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

async function importFrom(place: string): Promise<string> {
  const { dataDir } = readConfig(readEnvironment(ROOT, process.env));
  const source = await openArchive(place);
  if (source === null) throw new ArchiveFaultError(fault('not-there', place));
  await prepareDataDir(dataDir);
  const lock = lockFolder(dataDir);
  if (lock === null) throw new ScriptRefused(archiveLines.inUse(dataDir));
  try {
    const verdict = await verifyArchive(source, { key: null });
    if (!verdict.ok) throw new ArchiveFaultError(verdict.fault);
    const db = openForWriting(join(dataDir, 'journal.sqlite'));
    try {
      const outcome = await importArchive(source, verdict.manifest, { db, dataDir });
      const { title } = verdict.manifest.conference;
      if (outcome === 'known') throw new ScriptRefused(archiveLines.known(title));
      return archiveLines.imported(title, dataDir);
    } finally {
      db.close();
    }
  } finally {
    lock.release();
    source.close();
  }
}

const [place] = process.argv.slice(2);
try {
  if (place === undefined) throw new ScriptRefused(archiveLines.importUsage);
  console.log(await importFrom(place));
} catch (cause) {
  if (cause instanceof ArchiveFaultError) console.error(archiveLines.notWhole(faultSentence(cause.fault)));
  else if (isForThePerson(cause) || cause instanceof StoreError) console.error(cause.message);
  else throw cause;
  process.exitCode = 1;
}
