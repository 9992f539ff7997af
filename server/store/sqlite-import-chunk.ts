import { z } from 'zod';
import { type ChunkOutcome, MAX_CHANGES, SAMPLES } from './delegate-imports.ts';
import { fieldChanges, inputOf, isRepeated, type ListColumns, mergedWith } from './delegate-merge.ts';
import { createPlaces, seenBlocks } from './sqlite-blocks.ts';
import type { Database } from './sqlite-database.ts';
import { COLUMNS, createWordWriter, JOINED, type PlacedColumns, placedColumns } from './sqlite-delegate-rows.ts';
import { createTwins } from './sqlite-import-twins.ts';
import { remembering, type Terms } from './sqlite-terms.ts';
import type { StagedRow } from './staged-row.ts';
import type { Staging } from './staging.ts';

/** Rows of a file as far as they are read: new ones into blocks that are not seen yet, changes beside the list. */
export function createChunkWriter(db: Database, terms: Terms) {
  const twinOf = createTwins(db, terms);
  const readAt = db.prepare(`SELECT ${COLUMNS} FROM ${JOINED} WHERE delegate.position = ?`);
  const addAll = createAddAll(db, terms);
  const keepChange = createKeepChange(db);
  return db.transaction((staging: Staging, rows: readonly StagedRow[]): ChunkOutcome => {
    const before = { added: staging.added, changed: staging.changed, unchanged: staging.unchanged };
    const fresh: StagedRow[] = [];
    const seen = new Set(seenBlocks(db, staging.conferenceKey));
    let tooManyChanges = false;
    for (const row of rows) {
      const twin = seen.size === 0 ? null : twinOf(staging, row, seen);
      if (twin === null) fresh.push(row);
      else if (!keepChange(staging, placedColumns(readAt.get(twin)), row)) tooManyChanges = true;
    }
    addAll(staging, fresh);
    return {
      added: staging.added - before.added,
      changed: staging.changed - before.changed,
      unchanged: staging.unchanged - before.unchanged,
      tooManyChanges,
    };
  });
}

export const listChangeSchema = z.object({
  bridge: z.string(),
  category: z.string(),
  counted: z.string().nullable(),
  delegation: z.string(),
  number: z.string().nullable(),
  listed: z.string(),
});

export const changeText = ({ bridge, category, counted, delegation, number, listed }: ListColumns): string =>
  JSON.stringify({ bridge, category, counted, delegation, number, listed });

/** Answers false when the row would be one change too many. */
function createKeepChange(db: Database) {
  const keep = db.prepare('INSERT INTO import_change (import, position, after) VALUES (?, ?, ?)');
  return (staging: Staging, before: PlacedColumns, row: StagedRow): boolean => {
    const after = isRepeated(before, row) ? null : mergedWith(before, row);
    if (after === null) {
      staging.unchanged += 1;
      return true;
    }
    if (staging.changed >= MAX_CHANGES) return false;
    staging.changed += 1;
    staging.categories.add(after.category);
    keep.run(staging.key, before.position, changeText(after));
    for (const change of fieldChanges(row.row, before, after)) {
      if (staging.firstChanged.length < SAMPLES) staging.firstChanged.push(change);
    }
    return true;
  };
}

function createAddAll(db: Database, terms: Terms) {
  const places = createPlaces(db);
  const words = createWordWriter(db);
  const insert = db.prepare(
    `INSERT INTO delegate (position, conference, delegate, bridge, category, counted, delegation, match, number, mark, said)
     VALUES (?, ?, ?, ?, ?, NULL, ?, ?, ?, 'unmarked', NULL)`,
  );
  const list = db.prepare('INSERT INTO delegate_listed (position, listed) VALUES (?, ?)');
  const tally = createTally(db);
  return (staging: Staging, rows: readonly StagedRow[]): void => {
    const count = tally();
    const { key: importKey, conferenceKey } = staging;
    const key = remembering(terms, conferenceKey);
    let rest = rows;
    while (rest.length > 0) {
      const { first, count: fitting } = places(conferenceKey, importKey, rest.length);
      for (const [index, row] of rest.slice(0, fitting).entries()) {
        const position = first + index;
        const [bridge, category, delegation] = [key(row.bridgeId), key(row.category), key(row.delegation)];
        insert.run(position, conferenceKey, row.delegateId, bridge, category, delegation, row.match, row.number);
        list.run(position, row.listed);
        words.add(position, row.words);
        count.one(bridge, category, delegation);
        if (staging.firstAdded.length < SAMPLES) staging.firstAdded.push({ row: row.row, delegate: inputOf(row) });
        staging.categories.add(row.category);
      }
      rest = rest.slice(fitting);
    }
    staging.added += rows.length;
    count.write(importKey);
  };
}

/** How many rows were added where: kept beside them, so that an import of any length is applied without counting it. */
function createTally(db: Database) {
  const add = db.prepare(
    `INSERT INTO import_tally (import, bridge, category, delegation, rows) VALUES (@importKey, @bridge, @category, @delegation, @rows)
     ON CONFLICT DO UPDATE SET rows = rows + @rows`,
  );
  return () => {
    const counts = new Map<string, { bridge: number; category: number; delegation: number; rows: number }>();
    return {
      one: (bridge: number, category: number, delegation: number): void => {
        const name = `${bridge} ${category} ${delegation}`;
        const found = counts.get(name);
        if (found === undefined) counts.set(name, { bridge, category, delegation, rows: 1 });
        else found.rows += 1;
      },
      write: (importKey: number): void => {
        for (const one of counts.values()) add.run({ importKey, ...one });
      },
    };
  };
}
