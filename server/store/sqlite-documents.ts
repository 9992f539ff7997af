import type { ConferenceId } from '../../shared/domain/ids.ts';
import { documentReadersSchema, type ReadersOfDocument } from '../../shared/protocol/technical.ts';
import type { ReaderRow } from './document-readers.ts';
import type { Database } from './sqlite-database.ts';

/** Who has opened which document; the key lets each be there once. */
export function createDocumentReaders(db: Database) {
  const add = db.prepare('INSERT OR IGNORE INTO document_reader (conference, document, reader) VALUES (?, ?, ?)');
  const counts = db.prepare(
    `SELECT document AS documentId, count(*) AS readers, sum(reader LIKE 'b:%') AS bridges,
            sum(reader LIKE 'd:%') AS delegates
     FROM document_reader WHERE conference = ? GROUP BY document`,
  );
  const noteAll = db.transaction((rows: readonly ReaderRow[]) => {
    for (const { conference, documentId, reader } of rows) add.run(conference, documentId, reader);
  });
  return {
    noteReaders: (rows: readonly ReaderRow[]): void => {
      noteAll(rows);
    },
    readersOf: (conference: ConferenceId): readonly ReadersOfDocument[] =>
      documentReadersSchema.parse(counts.all(conference)),
  };
}
