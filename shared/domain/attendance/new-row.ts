import { hasIn } from '../../base/persistent-map.ts';
import { shortId } from '../../base/short-id.ts';
import { delegateIdSchema, personIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import { MAX_CATEGORIES, MAX_DELEGATIONS } from './attendance.ts';
import type { DelegateInput, DelegateRow } from './delegate.ts';

/** One word too many would be a column in every table. */
export function tooManyCategories(
  { attendance }: ConferenceState,
  entries: readonly { readonly category: string }[],
): boolean {
  const known = new Set(Object.keys(attendance.totals.byCategory));
  const all = new Set([...known, ...entries.map(({ category }) => category)]);
  return all.size > known.size && all.size > MAX_CATEGORIES;
}

/** Every screen of the staff holds the totals of each. */
export function tooManyDelegations(
  { attendance: { byDelegation } }: ConferenceState,
  entries: readonly { readonly delegation: string }[],
): boolean {
  if (byDelegation === null) return false;
  const fresh = new Set(entries.map(({ delegation }) => delegation).filter((name) => !hasIn(byDelegation, name)));
  return fresh.size > 0 && byDelegation.size + fresh.size > MAX_DELEGATIONS;
}

export const newRow = (
  input: DelegateInput,
  { bridgeId }: Pick<DelegateRow, 'bridgeId'>,
  { newId }: Moment,
): DelegateRow => ({
  ...input,
  delegateId: delegateIdSchema.parse(shortId(newId())),
  personId: personIdSchema.parse(newId()),
  bridgeId,
  countedAs: null,
  mark: 'unmarked',
  late: false,
  markedAt: null,
  markedBy: null,
  way: null,
  absenceReason: null,
  substituteFor: null,
});
