import type { Database } from './sqlite-database.ts';

/** Short keys for what 1.9 million rows repeat: conferences, and the ids and names that stand in their lists. */
export interface Terms {
  /** Made where there is none yet: on the writing connection only. */
  readonly conferenceKey: (conference: string) => number;
  readonly findConference: (conference: string) => number | null;
  readonly termKey: (conference: number, text: string) => number;
  readonly findTerm: (conference: number, text: string) => number | null;
  readonly textOf: (term: number) => string;
}

const numberOrNull = (found: unknown): number | null => (typeof found === 'number' ? found : null);

export function createTerms(db: Database): Terms {
  const conference = db.prepare('SELECT key FROM conference_key WHERE conference = ?').pluck();
  const term = db.prepare('SELECT term FROM delegate_term WHERE conference = ? AND text = ?').pluck();
  const text = db.prepare('SELECT text FROM delegate_term WHERE term = ?').pluck();
  const findConference = (id: string) => numberOrNull(conference.get(id));
  const findTerm = (key: number, of: string) => numberOrNull(term.get(key, of));
  return {
    findConference,
    findTerm,
    conferenceKey: (id) =>
      findConference(id) ??
      Number(db.prepare('INSERT INTO conference_key (conference) VALUES (?)').run(id).lastInsertRowid),
    termKey: (key, of) =>
      findTerm(key, of) ??
      Number(db.prepare('INSERT INTO delegate_term (conference, text) VALUES (?, ?)').run(key, of).lastInsertRowid),
    textOf: (of) => String(text.get(of)),
  };
}

/** The same within one transaction, asking for each text once. Not beyond it: a rollback takes new keys back. */
export function remembering(terms: Terms, conference: number): (text: string) => number {
  const keys = new Map<string, number>();
  return (text) => {
    const known = keys.get(text);
    if (known !== undefined) return known;
    const key = terms.termKey(conference, text);
    keys.set(text, key);
    return key;
  };
}
