import type { HeadcountReport } from '../../../shared/domain/attendance/attendance.ts';
import { type ByCategory, type CategoryCount, figureOfMarks } from '../../../shared/domain/attendance/figure.ts';
import type { MarkCounts } from '../../../shared/domain/attendance/mark.ts';

/** A report as it is being typed: an empty field is not zero, it is not said yet. */
export interface DraftRow {
  /** Keeps a row's fields apart from its neighbours' while names change. */
  readonly key: number;
  readonly category: string;
  readonly expected: string;
  readonly onSite: string;
  readonly online: string;
  readonly absentExcused: string;
  readonly absentUnexcused: string;
}

export const COUNT_FIELDS = ['expected', 'onSite', 'online', 'absentExcused', 'absentUnexcused'] as const;
export type CountField = (typeof COUNT_FIELDS)[number];

export type Shortfall =
  | { readonly kind: 'empty' }
  | { readonly kind: 'nameless' }
  | { readonly kind: 'twice'; readonly category: string };

export const MAX_COUNT = 100_000;

let lastKey = 0;

export function emptyRow(category: string): DraftRow {
  lastKey += 1;
  return { key: lastKey, category, expected: '', onSite: '', online: '', absentExcused: '', absentUnexcused: '' };
}

const filledRow = ({ category, ...counts }: CategoryCount): DraftRow => ({
  ...emptyRow(category),
  expected: String(counts.expected),
  onSite: String(counts.onSite),
  online: String(counts.online),
  absentExcused: String(counts.absentExcused),
  absentUnexcused: String(counts.absentUnexcused),
});

export const rowsOfReport = ({ categories }: Pick<HeadcountReport, 'categories'>): readonly DraftRow[] =>
  categories.map(filledRow);

/** The list by name, counted: one row per category, the categories in the order of their names. */
export const rowsOfNamed = (named: ByCategory<MarkCounts>): readonly DraftRow[] =>
  Object.entries(named)
    .toSorted(([a], [b]) => a.localeCompare(b, 'vi'))
    .map(([category, marks]) => filledRow({ category, ...figureOfMarks(marks) }));

/** Digits as people type them ("4.012", "4 012"); null when they are no count. */
export function countOf(typed: string): number | null {
  const digits = typed.replace(/[\s.]/gu, '');
  if (!/^\d{1,6}$/u.test(digits)) return null;
  const count = Number(digits);
  return count <= MAX_COUNT ? count : null;
}

const isBlank = (row: DraftRow): boolean => COUNT_FIELDS.every((field) => row[field].trim() === '');

const orZero = (typed: string): number => countOf(typed) ?? 0;

export const totalOf = (rows: readonly DraftRow[], field: CountField): number =>
  rows.reduce((sum, row) => sum + orZero(row[field]), 0);

/** How many people the report does not account for: more were summoned (positive), or more are there (negative). */
export const unaccounted = (rows: readonly DraftRow[]): number =>
  COUNT_FIELDS.reduce((left, field) => left + (field === 'expected' ? 1 : -1) * totalOf(rows, field), 0);

export type Drafted =
  | { readonly ok: true; readonly categories: CategoryCount[] }
  | { readonly ok: false; readonly shortfall: Shortfall };

/** Rows in which nothing is written are left out; the others need a name, what was summoned and who is there. */
export function categoriesOf(rows: readonly DraftRow[]): Drafted {
  const written = rows.filter((row) => !isBlank(row));
  const short = (shortfall: Shortfall): Drafted => ({ ok: false, shortfall });
  if (written.length === 0) return short({ kind: 'empty' });
  if (written.some((row) => countOf(row.expected) === null || countOf(row.onSite) === null)) {
    return short({ kind: 'empty' });
  }
  const names = written.map(({ category }) => category.normalize().trim());
  if (names.includes('')) return short({ kind: 'nameless' });
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return short({ kind: 'twice', category: twice });
  return { ok: true, categories: written.map(counted) };
}

const counted = (row: DraftRow): CategoryCount => ({
  category: row.category.normalize().trim(),
  expected: orZero(row.expected),
  onSite: orZero(row.onSite),
  online: orZero(row.online),
  absentExcused: orZero(row.absentExcused),
  absentUnexcused: orZero(row.absentUnexcused),
});
