import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { Database } from './sqlite-database.ts';
import { createTerms } from './sqlite-terms.ts';

/** The secret by which the badges of a conference are made: drawn once, and then the same for ever. */
export function createBadgeKeys(db: Database): (conference: ConferenceId) => Uint8Array {
  const terms = createTerms(db);
  const find = db.prepare('SELECT badge_key FROM conference_key WHERE key = ?').pluck();
  return (conference) => {
    const key = find.get(terms.conferenceKey(conference));
    if (!(key instanceof Uint8Array)) throw new Error(`conference ${conference} has no badge key`);
    return Uint8Array.from(key);
  };
}
