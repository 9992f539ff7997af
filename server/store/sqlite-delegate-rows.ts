import { z } from 'zod';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { columnsOf, type DelegateColumns, matchOfColumns, rowOf, wordsOfColumns } from './delegate-columns.ts';
import { BY_HAND, blockOf, createPlaces, markedWords } from './sqlite-blocks.ts';
import type { Database } from './sqlite-database.ts';
import type { Terms } from './sqlite-terms.ts';

export const COLUMNS = `delegate.position AS position, delegate.delegate AS delegate, bridge.text AS bridge,
  category.text AS category, counted.text AS counted, delegation.text AS delegation, delegate.number AS number,
  delegate.mark AS mark, delegate_listed.listed AS listed, delegate.said AS said`;
export const JOINED = `delegate
  JOIN delegate_listed ON delegate_listed.position = delegate.position
  JOIN delegate_term AS bridge ON bridge.term = delegate.bridge
  JOIN delegate_term AS category ON category.term = delegate.category
  JOIN delegate_term AS delegation ON delegation.term = delegate.delegation
  LEFT JOIN delegate_term AS counted ON counted.term = delegate.counted`;
export const SEEN = 'JOIN delegate_block ON delegate_block.block = delegate.position >> 17 AND delegate_block.seen = 1';

export type PlacedColumns = DelegateColumns & { readonly position: number };

const nullableText = z.string().nullable();
const placedSchema = z.object({
  position: z.int(),
  delegate: z.string(),
  bridge: z.string(),
  category: z.string(),
  counted: nullableText,
  delegation: z.string(),
  number: nullableText,
  mark: z.string(),
  listed: z.string(),
  said: nullableText,
});
export const placedColumns = (raw: unknown): PlacedColumns => placedSchema.parse(raw);

/** Rows by their ids, those of seen blocks only. */
export function createFindRow(db: Database) {
  const find = db.prepare(
    `SELECT ${COLUMNS} FROM ${JOINED} ${SEEN} WHERE delegate.conference = ? AND delegate.delegate = ?`,
  );
  return (conference: number, delegate: string): PlacedColumns | null => {
    const raw = find.get(conference, delegate);
    return raw === undefined ? null : placedColumns(raw);
  };
}

export interface RowWriter {
  /** A row that is not there yet, just as it is: after all others. */
  readonly add: (conference: number, columns: DelegateColumns) => void;
  readonly put: (conference: number, row: DelegateRow) => void;
  /** What the list says of the row at a position becomes this; the mark and what was said of it stay. */
  readonly relist: (conference: number, before: PlacedColumns, after: DelegateColumns) => void;
  readonly remove: (conference: number, delegate: string) => void;
  readonly moveAll: (conference: number, from: string, to: string) => void;
}

/** Changes of single rows. A check-in writes `mark` and `said` and leaves words and indexes alone. */
export function createRowWriter(db: Database, terms: Terms): RowWriter {
  const find = createFindRow(db);
  const place = createPlaces(db);
  const words = createWordWriter(db);
  const insert = createInsert(db, terms);
  const relist = createRelist(db, terms, words);
  const say = db.prepare('UPDATE delegate SET mark = ?, said = ? WHERE position = ?');
  const drop = db.prepare('DELETE FROM delegate WHERE position = ?');
  const dropListed = db.prepare('DELETE FROM delegate_listed WHERE position = ?');
  const move = db.prepare(
    `UPDATE delegate SET bridge = ? WHERE conference = ? AND bridge = ?
     AND position >> 17 IN (SELECT block FROM delegate_block WHERE conference = ? AND seen = 1)`,
  );
  const add: RowWriter['add'] = (conference, columns) => {
    const { first } = place(conference, BY_HAND);
    insert(conference, first, columns);
    words.add(first, wordsOfColumns(columns));
  };
  return {
    add,
    relist,
    put: (conference, row) => {
      const after = columnsOf(row);
      const before = find(conference, row.delegateId);
      if (before === null) {
        add(conference, after);
        return;
      }
      relist(conference, before, after);
      if (before.mark !== after.mark || before.said !== after.said) say.run(after.mark, after.said, before.position);
    },
    remove: (conference, delegate) => {
      const found = find(conference, delegate);
      if (found === null) return;
      drop.run(found.position);
      dropListed.run(found.position);
      words.remove(found.position);
    },
    moveAll: (conference, from, to) => {
      const bridge = terms.findTerm(conference, from);
      if (bridge !== null) move.run(terms.termKey(conference, to), conference, bridge, conference);
    },
  };
}

export type WordWriter = ReturnType<typeof createWordWriter>;

export function createWordWriter(db: Database) {
  const add = db.prepare('INSERT INTO delegate_words (rowid, words) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM delegate_words WHERE rowid = ?');
  return {
    add: (position: number, words: string): void => {
      add.run(position, markedWords(words, blockOf(position)));
    },
    remove: (position: number): void => {
      remove.run(position);
    },
  };
}

function createInsert(db: Database, terms: Terms) {
  const insert = db.prepare(
    `INSERT INTO delegate (position, conference, delegate, bridge, category, counted, delegation, match, number, mark, said)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const list = db.prepare('INSERT INTO delegate_listed (position, listed) VALUES (?, ?)');
  return (conference: number, position: number, columns: DelegateColumns): void => {
    const key = (text: string) => terms.termKey(conference, text);
    insert.run(
      position,
      conference,
      columns.delegate,
      key(columns.bridge),
      key(columns.category),
      columns.counted === null ? null : key(columns.counted),
      key(columns.delegation),
      matchOfColumns(columns),
      columns.number,
      columns.mark,
      columns.said,
    );
    list.run(position, columns.listed);
  };
}

const LIST_COLUMNS = ['bridge', 'category', 'counted', 'delegation', 'number'] as const;

function createRelist(db: Database, terms: Terms, words: WordWriter): RowWriter['relist'] {
  const update = db.prepare(
    `UPDATE delegate SET bridge = ?, category = ?, counted = ?, delegation = ?, match = ?, number = ? WHERE position = ?`,
  );
  const list = db.prepare('UPDATE delegate_listed SET listed = ? WHERE position = ?');
  return (conference, before, after) => {
    if (before.listed === after.listed && LIST_COLUMNS.every((column) => before[column] === after[column])) return;
    const key = (text: string) => terms.termKey(conference, text);
    update.run(
      key(after.bridge),
      key(after.category),
      after.counted === null ? null : key(after.counted),
      key(after.delegation),
      matchOfColumns(after),
      after.number,
      before.position,
    );
    if (before.listed !== after.listed) list.run(after.listed, before.position);
    const spoken = wordsOfColumns(after);
    if (spoken === wordsOfColumns(before)) return;
    words.remove(before.position);
    words.add(before.position, spoken);
  };
}

export const delegateRowOf = (placed: PlacedColumns): DelegateRow => rowOf(placed);
