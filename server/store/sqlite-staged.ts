import { z } from 'zod';
import type { StagedImport } from '../../shared/domain/attendance/list-import.ts';
import { type Mark, markSchema } from '../../shared/domain/attendance/mark.ts';
import type { ConferenceId, ImportId } from '../../shared/domain/ids.ts';
import { type ListColumns, restored } from './delegate-merge.ts';
import { RollCounts } from './roll-counts.ts';
import { BLOCK_ROWS, firstOf } from './sqlite-blocks.ts';
import type { Database } from './sqlite-database.ts';
import type { PlacedColumns } from './sqlite-delegate-rows.ts';
import { createChanges, importRow } from './sqlite-import-acts.ts';
import type { Terms } from './sqlite-terms.ts';

const placeRow = z.object({ bridge: z.int(), category: z.int(), delegation: z.int() });
const tallyRow = placeRow.extend({ rows: z.int() });
const markedTally = tallyRow.extend({ mark: markSchema });

/** Imports as the journal may apply or undo them, with the counts as they would change now. Reads only. */
export function createStaged(db: Database, terms: Terms) {
  const find = db.prepare('SELECT key, name, state, added, changed FROM import WHERE conference = ? AND import = ?');
  const addedTo = createAddedTo(db, terms);
  const takenFrom = createTakenFrom(db, terms);
  const changesOf = createChanges(db);

  function stagedOf(conference: number, importId: ImportId): StagedImport | null {
    const found = importRow.optional().parse(find.get(conference, importId));
    if (found === undefined || found.state === 'reading' || found.state === 'discarded') return null;
    const { key, name, state, added } = found;
    const counts = new RollCounts();
    const head = { importId, name, state };
    if (state === 'undone') return { ...head, added: 0, changed: 0, ...counts.result() };
    const changed = changesOf(key).filter(({ before, after, row }) => {
      const next = row === null ? null : state === 'staged' ? after : before && restored(row, before, after);
      if (row !== null && next !== null) exchange(counts, row, next);
      return next !== null;
    }).length;
    if (state === 'applied') return { ...head, added: takenFrom(key, counts), changed, ...counts.result() };
    addedTo(key, counts);
    return { ...head, added, changed, ...counts.result() };
  }

  return (conference: ConferenceId, imports: readonly ImportId[]): readonly StagedImport[] => {
    const key = terms.findConference(conference);
    return key === null ? [] : imports.flatMap((importId) => stagedOf(key, importId) ?? []);
  };
}

function exchange(counts: RollCounts, row: PlacedColumns, next: ListColumns): void {
  const mark: Mark = markSchema.parse(row.mark);
  counts.add({ ...row, category: row.counted ?? row.category, mark }, -1);
  counts.add({ ...next, category: next.counted ?? next.category, mark }, 1);
}

function createAddedTo(db: Database, terms: Terms) {
  const tallies = db.prepare('SELECT bridge, category, delegation, rows FROM import_tally WHERE import = ?');
  return (importKey: number, counts: RollCounts): void => {
    const namesOf = createNames(terms);
    for (const raw of tallies.iterate(importKey)) {
      const { rows, ...place } = tallyRow.parse(raw);
      counts.add({ ...namesOf(place), mark: 'unmarked' }, rows);
    }
  };
}

/** What an undo would take away now: wherever its rows have been moved to since, and whatever was said of them. */
function createTakenFrom(db: Database, terms: Terms) {
  const blocks = db.prepare('SELECT block FROM delegate_block WHERE import = ? ORDER BY block').pluck();
  const tallies = db.prepare(
    `SELECT bridge, coalesce(counted, category) AS category, delegation, mark, count(*) AS rows FROM delegate
     WHERE position >= ? AND position < ? GROUP BY 1, 2, 3, 4`,
  );
  return (importKey: number, counts: RollCounts): number => {
    const namesOf = createNames(terms);
    let taken = 0;
    for (const block of z.array(z.int()).parse(blocks.all(importKey))) {
      for (const raw of tallies.iterate(firstOf(block), firstOf(block) + BLOCK_ROWS)) {
        const { rows, mark, ...place } = markedTally.parse(raw);
        counts.remove({ ...namesOf(place), mark }, rows);
        taken += rows;
      }
    }
    return taken;
  };
}

/** Thousands of bridges repeat a few categories and delegations: each name is read once. */
function createNames(terms: Terms) {
  const known = new Map<number, string>();
  const name = (term: number): string => {
    const text = known.get(term) ?? terms.textOf(term);
    known.set(term, text);
    return text;
  };
  return ({ bridge, category, delegation }: z.infer<typeof placeRow>) => ({
    bridge: name(bridge),
    category: name(category),
    delegation: name(delegation),
  });
}
