import { z } from 'zod';
import { type ConferenceId, type DocumentId, documentIdSchema } from '../../shared/domain/ids.ts';
import type { Database } from './sqlite-database.ts';

const describedRow = z.object({ document: documentIdSchema, secrecy: z.string() });

/**
 * Documents that bore a mark of secrecy when they were described last, whether they are still there or not: the journal
 * names them, and none of its lines can be left out.
 */
export function createSecretTitles(db: Database): (conference: ConferenceId) => readonly DocumentId[] {
  const described = db.prepare(
    `SELECT json_extract(body, '$.documentId') AS document, json_extract(body, '$.about.secrecy') AS secrecy
     FROM event WHERE conference = ? AND type = 'documentDescribed' ORDER BY seq`,
  );
  return (conference) => {
    const rows = z.array(describedRow).parse(described.all(conference));
    const latest = new Map(rows.map(({ document, secrecy }) => [document, secrecy]));
    return [...latest].filter(([, secrecy]) => secrecy !== 'none').map(([document]) => document);
  };
}
