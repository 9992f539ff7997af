import type { DelegatePageRows, DelegateQuery, FindDelegates } from './delegates.ts';

/** A search that finds next to nothing in 1.9 million rows stops the worker for some milliseconds at a time. */
const MOST_ROUNDS = 40;

/**
 * The worker gives a search up after some milliseconds and says where to go on, so that others get their turn; here it
 * is asked again until the page is full. Whoever searches sees a short page at the end of the list alone.
 */
export const filledPages =
  (find: FindDelegates): FindDelegates =>
  async (query) => {
    let page = await find(query);
    for (let round = 1; round < MOST_ROUNDS && page.rows.length < query.limit && page.next !== null; round++) {
      page = joined(page, await find(rest(query, page)));
    }
    return page;
  };

const rest = (query: DelegateQuery, { rows, next }: DelegatePageRows): DelegateQuery => ({
  ...query,
  after: next,
  limit: query.limit - rows.length,
});

const joined = (first: DelegatePageRows, second: DelegatePageRows): DelegatePageRows => ({
  rows: [...first.rows, ...second.rows],
  next: second.next,
});
