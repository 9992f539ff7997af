import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import type { DelegatePageRows, DelegateQuery } from './delegates.ts';
import { cursorPlace, cursorText } from './page-cursor.ts';
import { hitBy, indexWords, nameForm, typedWords } from './search-words.ts';
import type { Database } from './sqlite-database.ts';
import { COLUMNS, delegateRowOf, JOINED, placedColumns } from './sqlite-delegate-rows.ts';
import { createEntryLists, createProtocolLists, type ListWish, type PositionPage } from './sqlite-lists.ts';
import { createSearch } from './sqlite-search.ts';
import { createTerms, type Terms } from './sqlite-terms.ts';

const NOBODY: DelegatePageRows = { rows: [], next: null };

/**
 * The list of a bridge or a delegation stands in the order of protocol, never in that of the alphabet; the whole list,
 * and what is too long to be sorted, in the order in which it was entered.
 */
export function createFindDelegates(db: Database): (query: DelegateQuery) => DelegatePageRows {
  const terms = createTerms(db);
  const inOrder = createProtocolLists(db);
  const asEntered = createEntryLists(db);
  const bySearch = createSearchPages(db, terms);
  const rowsAt = createRowsAt(db);
  return (query) => {
    const wish = wishOf(terms, query);
    if (wish === null) return NOBODY;
    const narrow = wish.bridge !== null || wish.delegation !== null;
    const sorted = narrow ? inOrder(wish) : null;
    const page = sorted ?? (wish.typed === null ? asEntered(wish) : bySearch(wish));
    const rows = rowsAt(page.positions);
    return { rows: sorted === null && wish.typed !== null ? nameHitsFirst(rows, query.words) : rows, next: page.next };
  };
}

/** In a page of hits, whoever is called so goes before whoever belongs to a place that is called so. */
function nameHitsFirst(rows: readonly DelegateRow[], words: string): readonly DelegateRow[] {
  const typed = typedWords(words);
  const whole = nameForm(words);
  const place = (row: DelegateRow): number => {
    const { fullName, positions, homeUnit, delegation, number } = row;
    const name = fullName ?? '';
    const inName = hitBy(indexWords([name]), typed);
    const anywhere = hitBy(indexWords([name, ...positions, homeUnit, delegation, number ?? '']), typed);
    const inAccents = typed.exact === null || anywhere.exact ? 0 : 3;
    return inAccents + (nameForm(name) === whole ? 0 : inName.hit ? 1 : 2);
  };
  const placed = rows.map((row) => ({ row, at: place(row) }));
  return placed.toSorted((one, other) => one.at - other.at).map(({ row }) => row);
}

/** null: nothing can be found, since the conference has never heard of it. */
function wishOf(terms: Terms, query: DelegateQuery): ListWish | null {
  const conference = terms.findConference(query.conference);
  if (conference === null) return null;
  const keyOf = (text: string | null) => (text === null ? null : terms.findTerm(conference, text));
  const bridge = keyOf(query.bridge);
  const delegation = keyOf(query.delegation);
  if ((bridge === null) !== (query.bridge === null)) return null;
  if ((delegation === null) !== (query.delegation === null)) return null;
  const typed = query.words.trim() === '' ? null : typedWords(query.words);
  // Signs that are in no word: somebody looks for something, and it is not there.
  if (typed?.folded.length === 0) return null;
  const { rungs, after, limit } = query;
  return { conference, bridge, delegation, typed, rungs, after, limit };
}

function createSearchPages(db: Database, terms: Terms): (wish: ListWish) => PositionPage {
  const search = createSearch(db);
  return ({ conference, bridge, delegation, typed, after, limit }) => {
    if (typed === null) return { positions: [], next: null };
    const place = cursorPlace('search', after);
    // Its last words tell a delegation apart: the first are those of every delegation.
    const beside = delegation === null ? [] : indexWords([lastWords(terms.textOf(delegation))]).split(' ');
    const { positions, next } = search({ conference, typed, bridge, delegation, beside, after: place, limit });
    return { positions, next: next === null ? null : cursorText('search', next) };
  };
}

const lastWords = (text: string): string => text.split(/\s+/u).slice(-2).join(' ');

export function createRowsAt(db: Database): (positions: readonly number[]) => readonly DelegateRow[] {
  const read = db.prepare(`SELECT ${COLUMNS} FROM ${JOINED} WHERE delegate.position = ?`);
  return (positions) => positions.map((position) => delegateRowOf(placedColumns(read.get(position))));
}
