import { openForWriting } from '../../../server/store/database.ts';
import { BLOCK_ROWS, firstOf, markedWords } from '../../../server/store/sqlite-blocks.ts';
import type { StagedRow } from '../../../server/store/staged-row.ts';

/** The bare limit: the same columns, indexes and words, prepared statements, one transaction, nothing asked. */
export function openBare(file: string) {
  const db = openForWriting(file);
  const keys = new Map<string, number>();
  const keyOf = (text: string): number => {
    const key = keys.get(text) ?? keys.size + 1;
    keys.set(text, key);
    return key;
  };
  const row = db.prepare(
    `INSERT INTO delegate (position, conference, delegate, bridge, category, counted, delegation, match, number, mark, said)
     VALUES (?, 1, ?, ?, ?, NULL, ?, ?, ?, 'unmarked', NULL)`,
  );
  const listed = db.prepare('INSERT INTO delegate_listed (position, listed) VALUES (?, ?)');
  const words = db.prepare('INSERT INTO delegate_words (rowid, words) VALUES (?, ?)');
  let next = firstOf(1);
  db.exec('BEGIN');
  return {
    insert: (rows: readonly StagedRow[]): void => {
      for (const one of rows) {
        const position = next++;
        row.run(
          position,
          one.delegateId,
          keyOf(one.bridgeId),
          keyOf(one.category),
          keyOf(one.delegation),
          one.match,
          one.number,
        );
        listed.run(position, one.listed);
        words.run(position, markedWords(one.words, Math.floor(position / BLOCK_ROWS)));
      }
    },
    commit: (): void => {
      db.exec('COMMIT');
    },
    close: (): void => {
      db.close();
    },
  };
}
