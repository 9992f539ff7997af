import { z } from 'zod';
import type { TypedWords } from './search-words.ts';
import { firstOf, letterOf, seenBlocks } from './sqlite-blocks.ts';
import type { Database } from './sqlite-database.ts';

/** The prefixes that the index holds for themselves, in letters; a longer beginning gathers all words that begin so. */
const LONGEST_INDEXED = 6;
/** After so long, and not before so many blocks, the exact hits are looked for no further ahead. */
const EXACT_MS = 5;
const EXACT_BLOCKS = 5;
/** After so long the search rests. */
const SEARCH_MS = 10;

/**
 * How far a search has come. From block `from` on, first the rows that have the typed accents, then the others; in a
 * list so long that it takes too much time, by stretches that end with block `to`.
 */
interface Progress {
  readonly from: number;
  readonly to: number | null;
  readonly phase: 'exact' | 'folded';
  readonly after: number;
  /** Whether the stretch has exact hits: without any, the second phase need not leave them out. */
  readonly hits: boolean;
}

const progressSchema = z.object({
  from: z.int(),
  to: z.int().nullable(),
  phase: z.enum(['exact', 'folded']),
  after: z.int(),
  hits: z.boolean(),
});

export interface SearchWish {
  readonly conference: number;
  readonly typed: TypedWords;
  /** Only rows of this bridge or delegation. */
  readonly bridge: number | null;
  readonly delegation: number | null;
  /** The words of the delegation's name, as the index holds them: they narrow the search before any row is read. */
  readonly beside: readonly string[];
  readonly after: unknown;
  readonly limit: number;
}

export interface SearchPage {
  readonly positions: readonly number[];
  /** Pass as `after`; null at the end. A page may be short, even empty, while there is more to search. */
  readonly next: Progress | null;
}

export function createSearch(db: Database): (wish: SearchWish) => SearchPage {
  const find = createFind(db);
  return (wish) => {
    const blocks = seenBlocks(db, wish.conference);
    const began = performance.now();
    const search: Search = { wish, blocks, find, found: [], spent: () => performance.now() - began };
    let progress: Progress | null = startOf(wish, blocks);
    while (progress !== null) {
      const walked: Walked = walk(search, progress);
      if (walked.rests) return { positions: search.found, next: walked.progress };
      progress = following(wish.typed, blocks, walked.progress);
    }
    return { positions: search.found, next: null };
  };
}

interface Search {
  readonly wish: SearchWish;
  readonly blocks: readonly number[];
  readonly find: ReturnType<typeof createFind>;
  readonly found: number[];
  readonly spent: () => number;
}

type Walked =
  | { readonly rests: false; readonly progress: Progress }
  | { readonly rests: true; readonly progress: Progress | null };

/** Goes through the blocks of a stretch until the page is full, the time is over, or the stretch. */
function walk({ wish, blocks, find, found, spent }: Search, progress: Progress): Walked {
  const { from, to, phase } = progress;
  let { after, hits } = progress;
  let end = to;
  let walked = 0;
  for (const block of blocks.filter((one) => isWithin(one, progress))) {
    const room = wish.limit - found.length;
    const rows = find(wish, matchOf(wish, progress, letterOf(block)), after, room + 1);
    const kept = rows.slice(0, room);
    found.push(...kept);
    hits ||= rows.length > 0;
    if (rows.length > room) return { rests: true, progress: { from, to, phase, after: kept.at(-1) ?? after, hits } };
    after = firstOf(block + 1) - 1;
    end = block;
    walked += 1;
    if (spent() <= timeFor(progress, walked)) continue;
    if (phase === 'exact') break;
    return { rests: true, progress: afterThat(wish.typed, blocks, { from, to, phase, after, hits }) };
  }
  return { rests: false, progress: { from, to: phase === 'exact' ? end : to, phase, after, hits } };
}

/** A stretch that has its end is walked to it: the second phase has to know all its exact hits. */
const timeFor = ({ phase, to }: Progress, walked: number): number => {
  if (phase === 'folded') return SEARCH_MS;
  return to === null && walked >= EXACT_BLOCKS ? EXACT_MS : Number.POSITIVE_INFINITY;
};

const isWithin = (block: number, { from, to, after }: Progress): boolean =>
  block >= from && (to === null || block <= to) && firstOf(block + 1) > after;

function startOf({ after, typed }: SearchWish, blocks: readonly number[]): Progress | null {
  const read = progressSchema.safeParse(after);
  if (read.success) return read.data;
  const [first] = blocks;
  return first === undefined ? null : beginAt(typed, first);
}

const beginAt = ({ exact }: TypedWords, block: number): Progress => ({
  from: block,
  to: null,
  phase: exact === null ? 'folded' : 'exact',
  after: -1,
  hits: false,
});

/** Where a search that rests goes on: in the stretch, or behind it. */
function afterThat(typed: TypedWords, blocks: readonly number[], progress: Progress): Progress | null {
  const { to, after } = progress;
  const more = blocks.some((one) => firstOf(one) > after && (to === null || one <= to));
  return more ? progress : following(typed, blocks, progress);
}

/** What comes when a phase has walked its stretch: the other phase from its start, the next stretch, the end. */
function following(typed: TypedWords, blocks: readonly number[], progress: Progress): Progress | null {
  const { to, phase } = progress;
  if (phase === 'exact') return { ...progress, phase: 'folded', after: -1 };
  const next = to === null ? undefined : blocks.find((one) => one > to);
  return next === undefined ? null : beginAt(typed, next);
}

/** Words hold letters and digits alone: nothing in them can end a quotation. */
function matchOf({ typed: { folded, exact }, beside }: SearchWish, progress: Progress, letter: string): string {
  const { phase, hits } = progress;
  const begins = (word: string): string => {
    const isLongNumber = word.length > LONGEST_INDEXED && /\p{N}/u.test(word);
    return isLongNumber ? `"${letter}${word}"` : `"${letter}${word}" *`;
  };
  const all = [...folded.map(begins), ...beside.map((form) => `"${letter}${form}"`)].join(' AND ');
  if (exact === null || (phase === 'folded' && !hits)) return all;
  const accented = exact
    .map((word) => ('accented' in word ? `"${letter}${word.accented}"` : begins(word.folded)))
    .join(' AND ');
  return phase === 'exact' ? `(${all}) AND (${accented})` : `(${all}) NOT (${accented})`;
}

function createFind(db: Database) {
  const all = db
    .prepare('SELECT rowid FROM delegate_words WHERE delegate_words MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?')
    .pluck();
  const some = db
    .prepare(
      `SELECT delegate_words.rowid FROM delegate_words CROSS JOIN delegate ON delegate.position = delegate_words.rowid
       WHERE delegate_words MATCH @match AND delegate_words.rowid > @after
       AND delegate.bridge = coalesce(@bridge, delegate.bridge)
       AND delegate.delegation = coalesce(@delegation, delegate.delegation)
       ORDER BY delegate_words.rowid LIMIT @limit`,
    )
    .pluck();
  const positions = z.array(z.int());
  return ({ bridge, delegation }: SearchWish, match: string, after: number, limit: number): readonly number[] =>
    positions.parse(
      bridge === null && delegation === null
        ? all.all(match, after, limit)
        : some.all({ match, after, limit, bridge, delegation }),
    );
}
