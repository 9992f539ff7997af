/**
 * Writes an archive into another data folder. It is verified before the first byte is written; the files come first,
 * then everything else in one transaction, and only if the tables then fold to the state that was signed does it
 * commit: a conference is there whole or not at all.
 */
import type { Database } from '../store/sqlite-database.ts';
import { createRowWriter } from '../store/sqlite-delegate-rows.ts';
import { createTerms } from '../store/sqlite-terms.ts';
import { ArchiveFaultError, fault } from './archive-fault.ts';
import { MANIFEST, type Manifest } from './archive-format.ts';
import { createArchiveRows } from './archive-rows.ts';
import type { ArchiveSource } from './archive-source.ts';
import { delegateLines, journalLines, peopleLines } from './read-records.ts';
import { restoreFiles } from './restore-files.ts';
import { stateHash } from './state-hash.ts';

/** Beside the folders of the conferences: one that took its name would take the originals of all with it. */
const OWN_FOLDER = 'objects';

export type ImportOutcome = 'imported' | 'known';

/** Of an archive that was verified just now. */
export async function importArchive(
  source: ArchiveSource,
  manifest: Manifest,
  target: { readonly db: Database; readonly dataDir: string },
): Promise<ImportOutcome> {
  const { db, dataDir } = target;
  const { id } = manifest.conference;
  if (id.toLowerCase() === OWN_FOLDER) throw new ArchiveFaultError(fault('no-archive', MANIFEST));
  if (isThere(db, id)) return 'known';
  const files = await restoreFiles(source, manifest, dataDir);
  db.exec('BEGIN IMMEDIATE');
  try {
    await writeRecords(source, manifest, db);
    const folded = createArchiveRows(db, id).fold();
    if (folded.head !== manifest.journal.head || stateHash(folded.state) !== manifest.state) {
      throw new ArchiveFaultError(fault('state-differs'));
    }
    db.exec('COMMIT');
    return 'imported';
  } catch (cause) {
    db.exec('ROLLBACK');
    await files.remove();
    throw cause;
  }
}

export const isThere = (db: Database, conference: string): boolean =>
  db.prepare('SELECT 1 FROM event WHERE conference = ? LIMIT 1').get(conference) !== undefined;

async function writeRecords(source: ArchiveSource, { conference: { id } }: Manifest, db: Database): Promise<void> {
  const terms = createTerms(db);
  const rows = createRowWriter(db, terms);
  const insertEvent = db.prepare(
    `INSERT INTO event (conference, seq, at, actor, type, version, body, hash)
     VALUES (@conference, @seq, @at, @actor, @type, @version, @body, @hash)`,
  );
  const insertPerson = db.prepare('INSERT INTO person (conference, person, content) VALUES (?, ?, ?)');
  for await (const line of journalLines(source)) insertEvent.run({ ...line, hash: Buffer.from(line.hash, 'hex') });
  for await (const { person, content } of peopleLines(source)) insertPerson.run(id, person, content);
  const key = terms.conferenceKey(id);
  for await (const row of delegateLines(source)) rows.add(key, row);
}
