import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { arrivalMark, hasCome, isLate, isThere, type Mark } from '../../../shared/domain/attendance/mark.ts';
import type { Command } from '../../../shared/domain/command.ts';

export const FILTERS = ['all', 'unmarked', 'there', 'absent'] as const;
export type Filter = (typeof FILTERS)[number];

const isAbsent = (mark: Mark): boolean => mark === 'absentExcused' || mark === 'absentUnexcused';

const KEEPS: Readonly<Record<Filter, (mark: Mark) => boolean>> = {
  all: () => true,
  unmarked: (mark) => mark === 'unmarked',
  there: hasCome,
  absent: isAbsent,
};

export const filtered = <T extends Pick<DelegateRow, 'mark'>>(rows: readonly T[], filter: Filter): readonly T[] =>
  rows.filter(({ mark }) => KEEPS[filter](mark));

/** What can be said of a delegate next. Nothing here undoes: taking a mark back is `clear` and says so. */
export type RollAct =
  | 'present'
  | 'late'
  | 'online'
  | 'absent'
  | 'left'
  | 'back'
  | 'clear'
  | 'substitute'
  | 'move'
  | 'correct';

interface Acts {
  /** Those that stand on the line at once, the usual one first. */
  readonly first: readonly RollAct[];
  readonly more: readonly RollAct[];
}

/** `opened`: after the opening whoever comes is late, and whoever sat there already is not. */
export function actsFor(mark: Mark, opened: boolean): Acts {
  const arrive: readonly RollAct[] = opened ? ['present', 'late'] : ['present'];
  const always: readonly RollAct[] = ['move', 'correct'];
  if (mark === 'substituted') return { first: [], more: [] };
  if (mark === 'unmarked') return { first: [...arrive, 'absent'], more: ['online', 'substitute', ...always] };
  if (isThere(mark)) return { first: ['left', 'clear'], more: always };
  if (mark === 'left') return { first: ['back', 'clear'], more: always };
  return { first: [...arrive, 'clear'], more: ['online', 'absent', 'substitute', ...always] };
}

type Marking = Extract<
  Command,
  { type: 'checkInDelegate' | 'markDelegateLeft' | 'markDelegateBack' | 'clearDelegateMark' }
>;

/** `openedAt`: who was there from the beginning was seen by then. */
export function markingOf(act: RollAct, row: DelegateRow, openedAt: number | null): Marking | null {
  const of = { bridgeId: row.bridgeId, delegateId: row.delegateId };
  const checkIn = { type: 'checkInDelegate', ...of, way: 'list', online: false, seenAt: null } as const;
  switch (act) {
    case 'present':
      return { ...checkIn, seenAt: openedAt };
    case 'late':
      return checkIn;
    case 'online':
      return { ...checkIn, online: true };
    case 'left':
      return { type: 'markDelegateLeft', ...of };
    case 'back':
      return { type: 'markDelegateBack', ...of };
    case 'clear':
      return { type: 'clearDelegateMark', ...of };
    default:
      return null;
  }
}

/** The mark that a press leads to, shown until the list is read again; the server has accepted it. */
export function afterMarking(row: DelegateRow, command: Marking, openedAt: number | null): Partial<DelegateRow> {
  switch (command.type) {
    case 'checkInDelegate': {
      const late = isLate(command.seenAt ?? Number.POSITIVE_INFINITY, openedAt);
      return { mark: arrivalMark(late, command.online), absenceReason: null, late };
    }
    case 'markDelegateLeft':
      return { mark: 'left' };
    case 'markDelegateBack':
      return { mark: arrivalMark(row.late, false) };
    case 'clearDelegateMark':
      return { mark: 'unmarked', absenceReason: null, late: false };
  }
}

/** The way back after a press: the command that says again what was so before; null where there is none. */
export function undoOf(row: DelegateRow): Command | null {
  const of = { bridgeId: row.bridgeId, delegateId: row.delegateId };
  const { mark, markedAt: seenAt } = row;
  const again = { type: 'checkInDelegate', ...of, way: row.way ?? 'list', seenAt } as const;
  switch (mark) {
    case 'unmarked':
      return { type: 'clearDelegateMark', ...of };
    case 'present':
    case 'late':
      return { ...again, online: false };
    case 'online':
      return { ...again, online: true };
    case 'absentExcused':
    case 'absentUnexcused':
      return { type: 'markDelegateAbsent', ...of, excused: mark === 'absentExcused', reason: row.absenceReason };
    case 'left':
    case 'substituted':
      return null;
  }
}
