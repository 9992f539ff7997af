import { z } from 'zod';
import type { ImportId } from '../../shared/domain/ids.ts';
import { type ListColumns, restored } from './delegate-merge.ts';
import type { Database } from './sqlite-database.ts';
import { COLUMNS, JOINED, type PlacedColumns, placedColumns, type RowWriter } from './sqlite-delegate-rows.ts';
import { changeText, listChangeSchema } from './sqlite-import-chunk.ts';

export const importRow = z.object({
  key: z.int(),
  name: z.string(),
  state: z.enum(['reading', 'staged', 'applied', 'undone', 'discarded']),
  added: z.int(),
  changed: z.int(),
});
const changeRow = z.object({ position: z.int(), before: z.string().nullable(), after: z.string() });

interface KeptChange {
  readonly position: number;
  /** null: not applied. */
  readonly before: ListColumns | null;
  readonly after: ListColumns;
  /** The row as it stands now; null: it is gone, or not seen. */
  readonly row: PlacedColumns | null;
}

/** The changes of an import beside the rows that they concern. */
export function createChanges(db: Database) {
  const changes = db.prepare('SELECT position, before, after FROM import_change WHERE import = ?');
  const seenAt = db.prepare(
    `SELECT ${COLUMNS} FROM ${JOINED}
     JOIN delegate_block ON delegate_block.block = delegate.position >> 17 AND delegate_block.seen = 1
     WHERE delegate.position = ?`,
  );
  const listOf = (text: string): ListColumns => listChangeSchema.parse(JSON.parse(text));
  return (importKey: number): readonly KeptChange[] =>
    changes.all(importKey).map((raw) => {
      const { position, before, after } = changeRow.parse(raw);
      const found = seenAt.get(position);
      return {
        position,
        before: before === null ? null : listOf(before),
        after: listOf(after),
        row: found === undefined ? null : placedColumns(found),
      };
    });
}

/** In the transaction of the events: as long as the changed rows take, whatever the number of added ones. */
export function createImportActs(db: Database, rows: RowWriter) {
  const find = db.prepare(
    'SELECT key, name, state, added, changed FROM import WHERE conference = ? AND import = ? AND state = ?',
  );
  const setState = db.prepare('UPDATE import SET state = ? WHERE key = ?');
  const show = db.prepare('UPDATE delegate_block SET seen = ? WHERE import = ?');
  const keepBefore = db.prepare('UPDATE import_change SET before = ? WHERE import = ? AND position = ?');
  const changesOf = createChanges(db);
  const keyOf = (conference: number, importId: ImportId, state: string): number => {
    const found = find.get(conference, importId, state);
    if (found === undefined) throw new Error(`import ${importId} is not ${state}`);
    return importRow.parse(found).key;
  };
  return {
    apply: (conference: number, importId: ImportId): void => {
      const key = keyOf(conference, importId, 'staged');
      for (const { position, after, row } of changesOf(key)) {
        if (row === null) continue;
        keepBefore.run(changeText(row), key, position);
        rows.relist(conference, row, { ...row, ...after });
      }
      show.run(1, key);
      setState.run('applied', key);
    },
    undo: (conference: number, importId: ImportId): void => {
      const key = keyOf(conference, importId, 'applied');
      show.run(0, key);
      for (const { before, after, row } of changesOf(key)) {
        const back = row === null || before === null ? null : restored(row, before, after);
        if (row !== null && back !== null) rows.relist(conference, row, { ...row, ...back });
      }
      setState.run('undone', key);
    },
  };
}
