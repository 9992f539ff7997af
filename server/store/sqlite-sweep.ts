import { z } from 'zod';
import { BLOCK_ROWS, firstOf } from './sqlite-blocks.ts';
import type { Database } from './sqlite-database.ts';

/** Few enough that a command which waits for the step does not notice. */
const AT_ONCE = 1_000;

const unseenBlock = z.object({ block: z.int(), import: z.int() }).optional();

/** Removes what no list shows any more, step by step; `sweep` answers whether more is left. */
export function createSweep(db: Database) {
  const find = db.prepare(
    `SELECT block, import FROM delegate_block
     WHERE import IN (SELECT key FROM import WHERE state IN ('undone', 'discarded')) LIMIT 1`,
  );
  const positions = db
    .prepare('SELECT position FROM delegate WHERE position >= ? AND position < ? ORDER BY position LIMIT ?')
    .pluck();
  const dropRow = db.prepare('DELETE FROM delegate WHERE position = ?');
  const dropListed = db.prepare('DELETE FROM delegate_listed WHERE position = ?');
  const dropWords = db.prepare('DELETE FROM delegate_words WHERE rowid = ?');
  const dropBlock = db.prepare('DELETE FROM delegate_block WHERE block = ?');
  const clear = createClear(db);
  const sweep = db.transaction((): boolean => {
    const found = unseenBlock.parse(find.get());
    if (found === undefined) return clear();
    const rows = z
      .array(z.int())
      .parse(positions.all(firstOf(found.block), firstOf(found.block) + BLOCK_ROWS, AT_ONCE));
    for (const position of rows) {
      dropRow.run(position);
      dropListed.run(position);
      dropWords.run(position);
    }
    if (rows.length < AT_ONCE) dropBlock.run(found.block);
    return true;
  });
  return {
    sweep: (): boolean => {
      // Overwritten, not merely set free: what was given up may name somebody who was erased.
      db.pragma('secure_delete = ON');
      try {
        return sweep.immediate();
      } finally {
        db.pragma('secure_delete = OFF');
      }
    },
    /** What a server that ended in the middle left behind: nobody knows of those files any more. */
    abandonImports: (): void => {
      db.exec(`UPDATE import SET state = 'discarded' WHERE state IN ('reading', 'staged'); DELETE FROM import_refused`);
    },
  };
}

/** What stood beside the rows goes after them; of an undone import its name stays, so that it is known as undone. */
function createClear(db: Database) {
  const gone = `IN (SELECT key FROM import WHERE state IN ('undone', 'discarded'))`;
  const tables = ['import_change', 'import_tally', 'import_refused'];
  const drops = tables.map((table) => db.prepare(`DELETE FROM ${table} WHERE import ${gone}`));
  const forget = db.prepare(`DELETE FROM import WHERE state = 'discarded'`);
  return (): boolean => {
    for (const drop of drops) drop.run();
    forget.run();
    return false;
  };
}
