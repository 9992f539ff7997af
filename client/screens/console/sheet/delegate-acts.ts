import type { DelegateRow } from '../../../../shared/domain/attendance/delegate.ts';
import { isThere, type Mark } from '../../../../shared/domain/attendance/mark.ts';
import type { Command } from '../../../../shared/domain/command.ts';

/** Each press says what it does; none takes back what another one did. */
export type MarkAct = 'present' | 'online' | 'left' | 'back' | 'clear' | 'remove';
/** Presses that ask for something first. */
export type DelegateForm = 'absent' | 'substitute' | 'move' | 'correct';

export interface DelegateActs {
  readonly presses: readonly MarkAct[];
  readonly forms: readonly DelegateForm[];
}

/** What makes sense for somebody so marked, the most likely first. */
export function actsFor(mark: Mark): DelegateActs {
  // Whoever handed the summons on comes back when the substitute is removed.
  if (mark === 'substituted') return { presses: [], forms: [] };
  if (mark === 'left') return { presses: ['back', 'clear', 'remove'], forms: ['move', 'correct'] };
  if (isThere(mark)) return { presses: ['left', 'clear', 'remove'], forms: ['move', 'correct'] };
  const forms = ['absent', 'substitute', 'move', 'correct'] as const;
  if (mark === 'unmarked') return { presses: ['present', 'online', 'remove'], forms };
  return { presses: ['present', 'online', 'clear', 'remove'], forms };
}

export function markCommand(act: MarkAct, { bridgeId, delegateId }: DelegateRow): Command {
  const of = { bridgeId, delegateId };
  switch (act) {
    case 'present':
    case 'online':
      return { type: 'checkInDelegate', ...of, way: 'list', online: act === 'online', seenAt: null };
    case 'left':
      return { type: 'markDelegateLeft', ...of };
    case 'back':
      return { type: 'markDelegateBack', ...of };
    case 'clear':
      return { type: 'clearDelegateMark', ...of };
    case 'remove':
      return { type: 'removeDelegate', ...of };
  }
}
