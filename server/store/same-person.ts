import { z } from 'zod';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { nameForm } from './search-words.ts';

const namedSchema = z.object({
  fullName: z.string().nullable().catch(null),
  positions: z.array(z.string()).catch([]),
});

interface Named {
  readonly fullName: string | null;
  readonly positions: readonly string[];
}

/**
 * Names come again among thousands: the same name is the same person only with a post in common, or where neither has
 * one. Whoever is kept without a name is known by the id alone.
 */
export function isSamePerson(row: Named, values: unknown): boolean {
  const other = namedSchema.safeParse(values).data;
  if (other === undefined || row.fullName === null || other.fullName === null) return false;
  if (nameForm(row.fullName) !== nameForm(other.fullName)) return false;
  const posts = new Set(row.positions.map(nameForm));
  return posts.size + other.positions.length === 0 || other.positions.some((post) => posts.has(nameForm(post)));
}

type Row = Named & Pick<DelegateRow, 'personId' | 'homeUnit'>;

/** Of two conferences' lists: the one was copied from the other, or name, unit and a post are the same. */
export function isSameDelegate(one: Row, other: Row): boolean {
  if (one.personId === other.personId) return true;
  if (nameForm(one.homeUnit) !== nameForm(other.homeUnit)) return false;
  if (one.fullName !== null || other.fullName !== null) return isSamePerson(one, other);
  // Somebody without a name is known by the posts alone; whoever was erased has none.
  return one.positions.length > 0 && JSON.stringify(one.positions) === JSON.stringify(other.positions);
}
