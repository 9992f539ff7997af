import { type BridgeRole, bridgeRoleSchema, type DelegateInput } from '../../../shared/domain/attendance/delegate.ts';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import { positionsOf } from '../../parts/person-words.ts';

/** A delegate as the fields of a form hold one. */
export interface DelegateDraft {
  readonly fullName: string;
  readonly positions: string;
  readonly category: string;
  readonly homeUnit: string;
  readonly delegation: string;
  readonly role: BridgeRole | '';
  readonly seat: string;
  readonly number: string;
}

export const emptyDelegate = ({ shortName }: Bridge, category: string): DelegateDraft => ({
  fullName: '',
  positions: '',
  category,
  homeUnit: shortName,
  delegation: '',
  role: '',
  seat: '',
  number: '',
});

export const draftOfDelegate = (delegate: DelegateInput): DelegateDraft => ({
  fullName: delegate.fullName ?? '',
  positions: positionsTyped(delegate.positions),
  category: delegate.category,
  homeUnit: delegate.homeUnit,
  delegation: delegate.delegation,
  role: delegate.role ?? '',
  seat: delegate.seat ?? '',
  number: delegate.number ?? '',
});

/** A title may hold a comma: what a list brought in is kept apart by semicolons. */
export const positionsTyped = (positions: readonly string[]): string => positions.join('; ');

export function positionsRead(typed: string): string[] {
  const read = typed.includes(';') ? typed.split(';').map((part) => part.normalize().trim()) : positionsOf(typed);
  return read.filter((part) => part !== '').slice(0, 8);
}

export type DelegateGap = 'missingPerson' | 'missingUnit';

export function gapIn({ fullName, positions, category, homeUnit }: DelegateDraft): DelegateGap | null {
  if (fullName.trim() === '' && positionsRead(positions).length === 0) return 'missingPerson';
  return category.trim() === '' || homeUnit.trim() === '' ? 'missingUnit' : null;
}

const said = (typed: string): string | null => {
  const settled = typed.normalize().trim();
  return settled === '' ? null : settled;
};

/** `before`: titles that nobody touched stay as they were, whatever commas they hold. */
export function delegateOf(draft: DelegateDraft, before: DelegateInput | null): DelegateInput {
  const homeUnit = draft.homeUnit.normalize().trim();
  const untouched = before !== null && draft.positions === positionsTyped(before.positions);
  return {
    fullName: said(draft.fullName),
    positions: untouched ? before.positions : positionsRead(draft.positions),
    category: draft.category.normalize().trim(),
    homeUnit,
    delegation: said(draft.delegation) ?? homeUnit,
    role: bridgeRoleSchema.safeParse(draft.role).data ?? null,
    seat: said(draft.seat),
    number: said(draft.number),
  };
}
