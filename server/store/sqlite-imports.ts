import { z } from 'zod';
import type { ImportId } from '../../shared/domain/ids.ts';
import { type RefusedRow, refusedRowSchema } from '../../shared/protocol/list-import.ts';
import type { ChunkOutcome, StagedOutcome, StagingName } from './delegate-imports.ts';
import { SAMPLES } from './delegate-imports.ts';
import type { Database } from './sqlite-database.ts';
import { createChunkWriter } from './sqlite-import-chunk.ts';
import type { Terms } from './sqlite-terms.ts';
import type { StagedRow } from './staged-row.ts';
import { Staging } from './staging.ts';

/** Beyond so many, refused rows are counted and no longer kept: the file is simply not this list. */
export const MAX_REFUSED_KEPT = 100_000;

/** The staging of files on the one writing connection; each call is one short transaction. */
export function createSqliteImports(db: Database, terms: Terms) {
  const open = new Map<ImportId, Staging>();
  const writeChunk = createChunkWriter(db, terms);
  const insert = db.prepare(`INSERT INTO import (conference, import, name, state) VALUES (?, ?, ?, 'reading')`);
  const settle = db.prepare(
    `UPDATE import SET state = 'staged', added = ?, changed = ?, unchanged = ? WHERE key = ? AND state = 'reading'`,
  );
  const discard = db.prepare(
    `UPDATE import SET state = 'discarded' WHERE import = ? AND state IN ('reading', 'staged')`,
  );
  const stagingOf = (importId: ImportId): Staging => {
    const staging = open.get(importId);
    if (staging === undefined) throw new Error(`no file is being read as import ${importId}`);
    return staging;
  };
  return {
    beginImport: db.transaction(({ conference, importId, name }: StagingName): void => {
      const conferenceKey = terms.conferenceKey(conference);
      const key = Number(insert.run(conferenceKey, importId, name).lastInsertRowid);
      open.set(importId, new Staging(key, conferenceKey));
    }),
    addChunk: (importId: ImportId, rows: readonly StagedRow[]): ChunkOutcome => {
      const staging = stagingOf(importId);
      try {
        return writeChunk(staging, rows);
      } catch (cause) {
        // What was counted is no longer what stands in the table: the import cannot go on.
        open.delete(importId);
        discard.run(importId);
        throw cause;
      }
    },
    ...createRefused(db, stagingOf),
    finishImport: (importId: ImportId): StagedOutcome => {
      const staging = stagingOf(importId);
      const { added, changed, unchanged, key } = staging;
      settle.run(added, changed, unchanged, key);
      open.delete(importId);
      return staging.outcome();
    },
    discardImport: (importId: ImportId): void => {
      open.delete(importId);
      discard.run(importId);
    },
  };
}

function createRefused(db: Database, stagingOf: (importId: ImportId) => Staging) {
  const keep = db.prepare('INSERT INTO import_refused (import, position, content) VALUES (?, ?, ?)');
  const page = db
    .prepare(
      `SELECT content FROM import_refused WHERE import = (SELECT key FROM import WHERE import = ?) AND position > ?
       ORDER BY position LIMIT ?`,
    )
    .pluck();
  return {
    refuseRows: db.transaction((importId: ImportId, rows: readonly RefusedRow[]): void => {
      const staging = stagingOf(importId);
      for (const row of rows) {
        staging.refused += 1;
        if (staging.firstRefused.length < SAMPLES) staging.firstRefused.push(row);
        if (staging.refused <= MAX_REFUSED_KEPT) keep.run(staging.key, staging.refused, JSON.stringify(row));
      }
    }),
    refusedRows: (importId: ImportId, after: number, limit: number): readonly RefusedRow[] =>
      z
        .array(z.string())
        .parse(page.all(importId, after, limit))
        .map((content) => refusedRowSchema.parse(JSON.parse(content))),
  };
}
