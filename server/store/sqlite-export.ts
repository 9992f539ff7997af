import { z } from 'zod';
import type { DelegatePageRows, ExportQuery } from './delegates.ts';
import { cursorPlace, cursorText } from './page-cursor.ts';
import type { Database } from './sqlite-database.ts';
import { createRowsAt } from './sqlite-delegates.ts';
import { createEntryLists, createProtocolLists } from './sqlite-lists.ts';
import { createTerms } from './sqlite-terms.ts';

const placeSchema = z.object({ bridge: z.int(), within: z.string().nullable() });
type Place = z.infer<typeof placeSchema>;

/** Walks the bridges in the order in which their lists began. */
export function createExportDelegates(db: Database): (query: ExportQuery) => DelegatePageRows {
  const terms = createTerms(db);
  const next = db.prepare('SELECT min(bridge) FROM delegate WHERE conference = ? AND bridge > ?').pluck();
  const inOrder = createProtocolLists(db);
  const asEntered = createEntryLists(db);
  const rowsAt = createRowsAt(db);
  const bridgeAfter = (conference: number, bridge: number): Place | null => {
    const found = next.get(conference, bridge);
    return typeof found === 'number' ? { bridge: found, within: null } : null;
  };
  return ({ conference: id, rungs, after, limit }) => {
    const conference = terms.findConference(id);
    if (conference === null) return { rows: [], next: null };
    const read = placeSchema.safeParse(cursorPlace('export', after));
    let place = read.success ? read.data : bridgeAfter(conference, -1);
    const positions: number[] = [];
    while (place !== null && positions.length < limit) {
      const { bridge, within }: Place = place;
      const wish = { conference, bridge, delegation: null, typed: null, rungs, after: within, limit };
      const page = inOrder(wish) ?? asEntered(wish);
      positions.push(...page.positions);
      place = page.next === null ? bridgeAfter(conference, bridge) : { bridge, within: page.next };
    }
    return { rows: rowsAt(positions), next: place === null ? null : cursorText('export', place) };
  };
}
