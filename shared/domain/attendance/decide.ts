import { unreachable } from '../../base/assert.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, emitWithRows, refuse } from '../decision.ts';
import { delegateIdSchema, personIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import { attendanceOf, type Mark } from './attendance.ts';
import type { AttendanceCommand } from './commands.ts';
import type { DelegateLookup, DelegateRow } from './delegate.ts';

type Of<T extends AttendanceCommand['type']> = Extract<AttendanceCommand, { type: T }>;

export function decideAttendance(
  state: ConferenceState,
  command: AttendanceCommand,
  moment: Moment,
  delegate: DelegateLookup,
): Decided {
  if (bridgeOf(state.bridges, command.bridgeId) === undefined) return refuse('bridge-unknown');
  if (command.type === 'registerDelegates') return decideRegister(command, moment);
  if (command.type === 'reportHeadcount') return decideReport(state, command, moment);
  const row = delegate(command.delegateId);
  if (row === undefined || row.bridgeId !== command.bridgeId) return refuse('delegate-unknown');
  return decideMark(command, row, moment);
}

function decideRegister({ bridgeId, delegates }: Of<'registerDelegates'>, { now: at, newId }: Moment): Decided {
  const rows = delegates.map(
    (input): DelegateRow => ({
      ...input,
      delegateId: delegateIdSchema.parse(newId()),
      personId: personIdSchema.parse(newId()),
      bridgeId,
      mark: 'unmarked',
      markedAt: null,
      absenceReason: null,
    }),
  );
  const listed = rows.map(({ delegateId, category }) => ({ delegateId, category }));
  return emitWithRows(
    [{ type: 'delegatesRegistered', at, bridgeId, delegates: listed }],
    rows.map((row) => ({ kind: 'put', row })),
  );
}

function decideReport(state: ConferenceState, command: Of<'reportHeadcount'>, { now: at }: Moment): Decided {
  const { bridgeId, categories, note } = command;
  if (new Set(categories.map(({ category }) => category)).size < categories.length) return refuse('category-twice');
  const revision = (attendanceOf(state.attendance, bridgeId).report?.revision ?? 0) + 1;
  return emit({ type: 'headcountReported', at, bridgeId, revision, categories, note });
}

type MarkCommand = Exclude<AttendanceCommand, { type: 'registerDelegates' | 'reportHeadcount' }>;

function decideMark(command: MarkCommand, row: DelegateRow, { now: at }: Moment): Decided {
  const { bridgeId, delegateId } = command;
  const fact = { at, bridgeId, delegateId, was: row.mark };
  const put = (mark: Mark, absenceReason: string | null = null) =>
    [{ kind: 'put', row: { ...row, mark, absenceReason, markedAt: mark === 'unmarked' ? null : at } }] as const;
  switch (command.type) {
    case 'removeDelegate':
      return emitWithRows([{ type: 'delegateRemoved', ...fact }], [{ kind: 'remove', delegateId }]);
    case 'checkInDelegate':
      if (row.mark === 'present') return refuse('mark-as-before');
      return emitWithRows([{ type: 'delegateCheckedIn', ...fact }], put('present'));
    case 'markDelegateAbsent': {
      const { excused, reason } = command;
      const mark = excused ? 'absentExcused' : 'absentUnexcused';
      if (row.mark === mark && row.absenceReason === reason) return refuse('mark-as-before');
      return emitWithRows([{ type: 'delegateMarkedAbsent', ...fact, excused }], put(mark, reason));
    }
    case 'clearDelegateMark':
      if (row.mark === 'unmarked') return refuse('mark-as-before');
      return emitWithRows([{ type: 'delegateMarkCleared', ...fact }], put('unmarked'));
    default:
      return unreachable(command);
  }
}
