import { foldForSearch } from '../../../../shared/base/vietnamese.ts';
import { type Rung, rungsSchema } from '../../../../shared/domain/attendance/ranks.ts';

/** A line of the ladder as it is typed. */
export interface TypedRung {
  readonly key: number;
  readonly title: string;
  readonly rank: string;
}

export type RungFault =
  | { readonly kind: 'empty' | 'many' }
  | { readonly kind: 'line'; readonly place: number }
  | { readonly kind: 'twice'; readonly title: string };

const MOST = 100;

export const typedRungs = (rungs: readonly Rung[]): readonly TypedRung[] =>
  rungs.map(({ title, rank }, key) => ({ key, title, rank: String(rank) }));

export const blankRung = (rows: readonly TypedRung[]): TypedRung => ({
  key: Math.max(0, ...rows.map(({ key }) => key + 1)),
  title: '',
  rank: '',
});

/** By rank, those of one rank as they stand. What is no rank stays at the end. */
export const sortedRungs = (rows: readonly TypedRung[]): readonly TypedRung[] =>
  rows.toSorted((a, b) => rankNumber(a) - rankNumber(b));

const rankNumber = ({ rank }: TypedRung): number =>
  /^\d{1,4}$/u.test(rank.trim()) ? Number(rank) : Number.MAX_SAFE_INTEGER;

/** The ladder that was typed, or the first thing that is wrong with it. Lines without a word are left out. */
export function readRungs(rows: readonly TypedRung[]): { readonly rungs: Rung[] } | { readonly fault: RungFault } {
  const written = rows.filter(({ title, rank }) => `${title}${rank}`.trim() !== '');
  if (written.length === 0) return { fault: { kind: 'empty' } };
  if (written.length > MOST) return { fault: { kind: 'many' } };
  const seen = new Set<string>();
  for (const row of written) {
    if (readOne(row) === null) return { fault: { kind: 'line', place: rows.indexOf(row) + 1 } };
    const folded = foldForSearch(row.title);
    if (seen.has(folded)) return { fault: { kind: 'twice', title: row.title.trim() } };
    seen.add(folded);
  }
  return { rungs: written.flatMap((row) => readOne(row) ?? []) };
}

/** What can be read of it, whatever is still unfinished. */
export const rungsSoFar = (rows: readonly TypedRung[]): readonly Rung[] => rows.flatMap((row) => readOne(row) ?? []);

function readOne({ title, rank }: TypedRung): Rung | null {
  const read = rungsSchema.safeParse([{ title: title.normalize().trim(), rank: rankNumber({ key: 0, title, rank }) }]);
  return read.success ? (read.data[0] ?? null) : null;
}
