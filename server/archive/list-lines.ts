import { z } from 'zod';
import type { DelegateColumns } from '../store/delegate-columns.ts';
import { checkedLine, type RunningCheck } from './checked-lines.ts';

/** A person of the journal: the values stand as they are kept, so that an import keeps the same. */
export const personLineSchema = z.strictObject({ person: z.string(), content: z.string() });
export type PersonLine = z.infer<typeof personLineSchema>;

/** A delegate as the columns hold the row. */
export const delegateLineSchema = z.strictObject({
  delegate: z.string(),
  bridge: z.string(),
  category: z.string(),
  counted: z.string().nullable(),
  delegation: z.string(),
  number: z.string().nullable(),
  mark: z.string(),
  listed: z.string(),
  said: z.string().nullable(),
}) satisfies z.ZodType<DelegateColumns>;

export const personLine = ({ person, content }: PersonLine, check: RunningCheck): string =>
  checkedLine({ person, content }, check);

export function delegateLine(row: DelegateColumns, check: RunningCheck): string {
  const { delegate, bridge, category, counted, delegation, number, mark, listed, said } = row;
  return checkedLine({ delegate, bridge, category, counted, delegation, number, mark, listed, said }, check);
}
