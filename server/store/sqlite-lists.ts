import { z } from 'zod';
import type { Rung } from '../../shared/domain/attendance/ranks.ts';
import { listedOf, wordsOf } from './delegate-columns.ts';
import { cursorPlace, cursorText } from './page-cursor.ts';
import { inProtocolOrder, standingFrom } from './protocol-order.ts';
import { hitBy, type TypedWords } from './search-words.ts';
import { blockOf, firstOf } from './sqlite-blocks.ts';
import type { Database } from './sqlite-database.ts';

/** A list beyond this is not sorted while somebody waits: it stands in the order of its entry. */
const MOST_SORTED = 5_000;

export interface ListWish {
  readonly conference: number;
  readonly bridge: number | null;
  readonly delegation: number | null;
  /** null: all rows. */
  readonly typed: TypedWords | null;
  readonly rungs: readonly Rung[];
  readonly after: string | null;
  readonly limit: number;
}

export interface PositionPage {
  readonly positions: readonly number[];
  readonly next: string | null;
}

const listRow = z.object({
  position: z.int(),
  listed: z.string(),
  delegation: z.string(),
  number: z.string().nullable(),
});

/** The list of a bridge or of a delegation in the order of protocol; null: it is too long for that. */
export function createProtocolLists(db: Database): (wish: ListWish) => PositionPage | null {
  const rowsOf = createRowsOf(db);
  return (wish) => {
    const { typed, rungs, after, limit } = wish;
    const rows = rowsOf(wish);
    if (rows === null) return null;
    const placed = rows.flatMap((row) => {
      const listed = listedOf(row.listed);
      if (typed === null) return [{ position: row.position, exact: false, listed }];
      const { hit, exact } = hitBy(wordsOf({ ...listed, delegation: row.delegation, number: row.number }), typed);
      return hit ? [{ position: row.position, exact, listed }] : [];
    });
    const standings = inProtocolOrder(placed, rungs, standingFrom(cursorPlace('protocol', after)));
    const page = standings.slice(0, limit);
    const last = page.at(-1);
    const more = standings.length > limit && last !== undefined;
    return {
      positions: page.map(({ position }) => position),
      next: more ? cursorText('protocol', [last.exact, last.rank, last.role, last.name, last.position]) : null,
    };
  };
}

const SEEN =
  'delegate.position >> 17 IN (SELECT block FROM delegate_block WHERE conference = @conference AND seen = 1)';

/** The conditions by which a list is chosen, each with an index of its own. */
const CHOICES = {
  bridge: 'delegate.conference = @conference AND delegate.bridge = @bridge',
  delegation: 'delegate.conference = @conference AND delegate.delegation = @delegation',
  both: 'delegate.conference = @conference AND delegate.bridge = @bridge AND +delegate.delegation = @delegation',
} as const;
type Choice = keyof typeof CHOICES;

const choiceOf = ({ bridge, delegation }: Pick<ListWish, 'bridge' | 'delegation'>): Choice | null => {
  if (bridge === null) return delegation === null ? null : 'delegation';
  return delegation === null ? 'bridge' : 'both';
};

const byChoice = <T>(make: (condition: string) => T): Readonly<Record<Choice, T>> => ({
  bridge: make(CHOICES.bridge),
  delegation: make(CHOICES.delegation),
  both: make(CHOICES.both),
});

function createRowsOf(db: Database) {
  const counts = byChoice((condition) =>
    db.prepare(`SELECT count(*) FROM (SELECT 1 FROM delegate WHERE ${condition} LIMIT ${MOST_SORTED + 1})`).pluck(),
  );
  const lists = byChoice((condition) =>
    db.prepare(
      `SELECT delegate.position AS position, delegate_listed.listed AS listed, delegate_term.text AS delegation,
         delegate.number AS number
       FROM delegate JOIN delegate_listed ON delegate_listed.position = delegate.position
       JOIN delegate_term ON delegate_term.term = delegate.delegation
       WHERE ${condition} AND ${SEEN}`,
    ),
  );
  return ({ conference, bridge, delegation }: ListWish) => {
    const choice = choiceOf({ bridge, delegation });
    const wish = { conference, ...(bridge === null ? {} : { bridge }), ...(delegation === null ? {} : { delegation }) };
    if (choice === null || Number(counts[choice].get(wish)) > MOST_SORTED) return null;
    return z.array(listRow).parse(lists[choice].all(wish));
  };
}

const places = z.array(z.int());

/** In the order of entry, whatever the length. */
export function createEntryLists(db: Database): (wish: ListWish) => PositionPage {
  const wholeAfter = createWholeAfter(db);
  const chosen = byChoice((condition) =>
    db
      .prepare(
        `SELECT position FROM delegate WHERE ${condition} AND position > @after AND ${SEEN}
         ORDER BY position LIMIT @limit`,
      )
      .pluck(),
  );
  return ({ conference, bridge, delegation, after: cursor, limit }) => {
    const read = z.int().safeParse(cursorPlace('entry', cursor));
    const after = read.success ? read.data : -1;
    const choice = choiceOf({ bridge, delegation });
    const wish = { conference, after, limit: limit + 1 };
    const one = { ...(bridge === null ? {} : { bridge }), ...(delegation === null ? {} : { delegation }) };
    const positions = choice === null ? wholeAfter(wish) : places.parse(chosen[choice].all({ ...wish, ...one }));
    const page = positions.slice(0, limit);
    return { positions: page, next: positions.length > limit ? cursorText('entry', page.at(-1)) : null };
  };
}

/** Block by block: no index is needed where rows stand in their order. */
function createWholeAfter(db: Database) {
  const blocks = db
    .prepare('SELECT block FROM delegate_block WHERE conference = ? AND seen = 1 AND block >= ? ORDER BY block')
    .pluck();
  const rows = db
    .prepare('SELECT position FROM delegate WHERE position > ? AND position < ? ORDER BY position LIMIT ?')
    .pluck();
  return ({ conference, after, limit }: Pick<ListWish, 'conference' | 'limit'> & { readonly after: number }) => {
    const positions: number[] = [];
    for (const block of places.parse(blocks.all(conference, blockOf(Math.max(0, after))))) {
      const from = Math.max(after, firstOf(block) - 1);
      positions.push(...places.parse(rows.all(from, firstOf(block + 1), limit - positions.length)));
      if (positions.length >= limit) break;
    }
    return positions;
  };
}
