import { z } from 'zod';
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
