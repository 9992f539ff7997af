import type { ConferenceSummary } from '../../../shared/protocol/http.ts';

export interface ConferenceWithRehearsals {
  readonly conference: ConferenceSummary;
  readonly rehearsals: readonly ConferenceSummary[];
}

/**
 * Conferences, the latest day first, each with its rehearsals in the order of the answer. A rehearsal whose conference
 * is not in the list stands by itself: nothing that can be opened is left out.
 */
export function withRehearsals(summaries: readonly ConferenceSummary[]): readonly ConferenceWithRehearsals[] {
  const ids = new Set(summaries.map(({ id }) => id));
  return summaries
    .filter(({ rehearsalOf }) => rehearsalOf === null || !ids.has(rehearsalOf))
    .toSorted((a, b) => b.date.localeCompare(a.date))
    .map((conference) => ({
      conference,
      rehearsals: summaries.filter(({ rehearsalOf }) => rehearsalOf === conference.id),
    }));
}
