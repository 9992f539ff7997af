import type { CategoryCount, HeadcountReport } from '../../../shared/domain/attendance/attendance.ts';
import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';

/** A report as it is being typed: an empty field is not zero, it is not said yet. */
export interface DraftRow {
  /** Keeps a row's fields apart from its neighbours' while names change. */
  readonly key: number;
  readonly category: string;
  readonly expected: string;
  readonly present: string;
  readonly absentExcused: string;
  readonly absentUnexcused: string;
}

export const COUNT_FIELDS = ['expected', 'present', 'absentExcused', 'absentUnexcused'] as const;
export type CountField = (typeof COUNT_FIELDS)[number];

export type Shortfall =
  | { readonly kind: 'empty' }
  | { readonly kind: 'nameless' }
  | { readonly kind: 'twice'; readonly category: string };

export const MAX_COUNT = 100_000;

let lastKey = 0;

export function emptyRow(category: string): DraftRow {
  lastKey += 1;
  return { key: lastKey, category, expected: '', present: '', absentExcused: '', absentUnexcused: '' };
}

const filledRow = ({ category, ...counts }: CategoryCount): DraftRow => ({
  ...emptyRow(category),
  expected: String(counts.expected),
  present: String(counts.present),
  absentExcused: String(counts.absentExcused),
  absentUnexcused: String(counts.absentUnexcused),
});

export const rowsOfReport = ({ categories }: HeadcountReport): readonly DraftRow[] => categories.map(filledRow);

/** The list by name, counted: one row per category in the order in which the list brings them. */
export function rowsOfRoll(roll: readonly DelegateRow[]): readonly DraftRow[] {
  const counts = new Map<string, CategoryCount>();
  for (const { category, mark } of roll) {
    const row = counts.get(category) ?? { category, expected: 0, present: 0, absentExcused: 0, absentUnexcused: 0 };
    const marked = mark === 'unmarked' ? row : { ...row, [mark]: row[mark] + 1 };
    counts.set(category, { ...marked, expected: row.expected + 1 });
  }
  return [...counts.values()].map(filledRow);
}

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
  totalOf(rows, 'expected') -
  totalOf(rows, 'present') -
  totalOf(rows, 'absentExcused') -
  totalOf(rows, 'absentUnexcused');

export type Drafted =
  | { readonly ok: true; readonly categories: CategoryCount[] }
  | { readonly ok: false; readonly shortfall: Shortfall };

/** Rows in which nothing is written are left out; the others need a name, what was summoned and who is there. */
export function categoriesOf(rows: readonly DraftRow[]): Drafted {
  const written = rows.filter((row) => !isBlank(row));
  const short = (shortfall: Shortfall): Drafted => ({ ok: false, shortfall });
  if (written.length === 0) return short({ kind: 'empty' });
  if (written.some((row) => countOf(row.expected) === null || countOf(row.present) === null)) {
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
  present: orZero(row.present),
  absentExcused: orZero(row.absentExcused),
  absentUnexcused: orZero(row.absentUnexcused),
});
