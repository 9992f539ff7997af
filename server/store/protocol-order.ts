import { z } from 'zod';
import { type Rung, rankOf } from '../../shared/domain/attendance/ranks.ts';
import type { Listed } from './delegate-columns.ts';
import { WordOrder } from './word-order.ts';

/** Where a row stands in a list: what its page's cursor keeps of it, so that the next page begins behind it. */
export interface Standing {
  /** A search with accents shows the rows that have them first. */
  readonly exact: boolean;
  readonly rank: number;
  readonly role: number;
  readonly name: string | null;
  readonly position: number;
}

const ROLES = ['chair', 'coChair', 'headOfDelegation', 'secretary', null] as const;
const MOST_POSTS = 50_000;
const words = new WordOrder();

let ranksOf: { readonly ladder: string; readonly ranks: Map<string, number> } = { ladder: '', ranks: new Map() };

/** Posts are read once for each ladder: halls repeat them, and a ladder has up to a hundred rungs. */
function rankBy(rungs: readonly Rung[]): (positions: readonly string[]) => number {
  const ladder = JSON.stringify(rungs);
  if (ranksOf.ladder !== ladder || ranksOf.ranks.size > MOST_POSTS) ranksOf = { ladder, ranks: new Map() };
  const { ranks } = ranksOf;
  const nobody = rankOf(rungs, []);
  const rankOfPost = (post: string): number => {
    const rank = ranks.get(post) ?? rankOf(rungs, [post]);
    ranks.set(post, rank);
    return rank;
  };
  return (positions) => Math.min(nobody, ...positions.map(rankOfPost));
}

interface Placed {
  readonly position: number;
  readonly exact: boolean;
  readonly listed: Listed;
}

/** By rank, then by what they do at the bridge, then by given name; who has no name yet comes last. */
export function inProtocolOrder(rows: readonly Placed[], rungs: readonly Rung[], after: Standing | null): Standing[] {
  words.forgetTooMany();
  const rank = rankBy(rungs);
  const standings = rows.map(
    ({ position, exact, listed }): Standing => ({
      exact,
      rank: rank(listed.positions),
      role: ROLES.indexOf(listed.role),
      name: listed.fullName,
      position,
    }),
  );
  for (const { name } of after === null ? standings : [...standings, after]) if (name !== null) words.learn(name);
  const sorted = standings.map(keyed).toSorted(compareKeyed);
  const last = after === null ? null : keyed(after);
  return sorted.filter((one) => last === null || compareKeyed(one, last) > 0).map(({ standing }) => standing);
}

interface Keyed {
  readonly standing: Standing;
  readonly name: readonly number[];
}

const keyed = (standing: Standing): Keyed => ({
  standing,
  name: standing.name === null ? [Number.POSITIVE_INFINITY] : words.placesOf(standing.name),
});

const compareKeyed = (a: Keyed, b: Keyed): number =>
  Number(b.standing.exact) - Number(a.standing.exact) ||
  a.standing.rank - b.standing.rank ||
  a.standing.role - b.standing.role ||
  comparePlaces(a.name, b.name) ||
  a.standing.position - b.standing.position;

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const left = a[index] ?? -1;
    const right = b[index] ?? -1;
    if (left !== right) return left - right;
  }
  return 0;
}

const standingSchema = z.tuple([z.boolean(), z.int(), z.int(), z.string().nullable(), z.int()]);

export function standingFrom(value: unknown): Standing | null {
  const read = standingSchema.safeParse(value);
  if (!read.success) return null;
  const [exact, rank, role, name, position] = read.data;
  return { exact, rank, role, name, position };
}
