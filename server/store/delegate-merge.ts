import type { DelegateInput } from '../../shared/domain/attendance/delegate.ts';
import { type DelegateColumns, listedOf, listedText } from './delegate-columns.ts';
import type { FieldChange } from './delegate-imports.ts';
import type { StagedRow } from './staged-row.ts';

/** What a list says of a delegate, as columns hold it. */
export type ListColumns = Pick<DelegateColumns, 'bridge' | 'category' | 'counted' | 'delegation' | 'number' | 'listed'>;

export const inputOf = (row: Pick<StagedRow, 'category' | 'delegation' | 'number' | 'listed'>): DelegateInput => {
  const { personId: _, ...listed } = listedOf(row.listed);
  return { ...listed, category: row.category, delegation: row.delegation, number: row.number };
};

/**
 * The row of the list as the file would have it; null: it says nothing new. What the file leaves empty stays: a list
 * that came without seats does not take the seats away.
 */
export function mergedWith(before: ListColumns, staged: StagedRow): ListColumns | null {
  const { bridgeId: bridge, category, delegation } = staged;
  const number = staged.number ?? before.number;
  const listed = mergedList(before.listed, staged.listed);
  const after = { bridge, category, counted: null, delegation, number, listed };
  return COMPARED.every((column) => after[column] === before[column]) ? null : after;
}

const COMPARED = ['bridge', 'category', 'delegation', 'number', 'listed'] as const;

function mergedList(before: string, staged: string): string {
  const { personId, ...old } = listedOf(before);
  const fresh = listedOf(staged);
  const merged = {
    fullName: fresh.fullName ?? old.fullName,
    positions: fresh.positions.length === 0 ? old.positions : fresh.positions,
    homeUnit: fresh.homeUnit,
    role: fresh.role ?? old.role,
    seat: fresh.seat ?? old.seat,
  };
  return listedText(merged, personId);
}

/** As most rows of a list that comes a second time are; told without taking the row apart. */
export const isRepeated = (before: ListColumns, staged: StagedRow): boolean =>
  staged.listed === before.listed &&
  staged.bridgeId === before.bridge &&
  staged.category === before.category &&
  staged.delegation === before.delegation &&
  (staged.number === null || staged.number === before.number);

const FIELDS = ['fullName', 'positions', 'category', 'homeUnit', 'delegation', 'role', 'seat', 'number'] as const;

export function fieldChanges(row: number, before: ListColumns, after: ListColumns): readonly FieldChange[] {
  const old = inputOf(before);
  const fresh = inputOf(after);
  const name = old.fullName ?? old.positions.join(', ');
  const changes = FIELDS.map((field) => ({ row, name, field, before: said(old[field]), after: said(fresh[field]) }));
  const moved = { row, name, field: 'bridge' as const, before: before.bridge, after: after.bridge };
  return [...changes, moved].filter((change) => change.before !== change.after);
}

const said = (value: string | readonly string[] | null): string =>
  value === null ? '' : typeof value === 'string' ? value : value.join('; ');

/**
 * What an undo makes of a changed row: what stood before, if the row still says what the import wrote. Null: somebody
 * has corrected it since, and that stands. Where the delegate sits is given back if only the import has moved it.
 */
export function restored(now: ListColumns, before: ListColumns, after: ListColumns): ListColumns | null {
  const untouched =
    now.listed === after.listed &&
    now.category === after.category &&
    now.delegation === after.delegation &&
    now.number === after.number;
  if (!untouched) return null;
  const movedBack = before.bridge !== after.bridge && now.bridge === after.bridge;
  return { ...before, bridge: movedBack ? before.bridge : now.bridge };
}
