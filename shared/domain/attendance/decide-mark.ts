import { unreachable } from '../../base/assert.ts';
import { type Decided, emitWithRows, refuse } from '../decision.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import type { AttendanceCommand } from './commands.ts';
import type { CheckInWay, DelegateRow } from './delegate.ts';
import { arrivalMark, hasCome, isLate, isThere } from './mark.ts';
import { newRow } from './new-row.ts';
import { countedAs, placeOf } from './place.ts';

type Of<T extends AttendanceCommand['type']> = Extract<AttendanceCommand, { type: T }>;
type MarkCommand = Of<
  | 'checkInDelegate'
  | 'markDelegateLeft'
  | 'markDelegateBack'
  | 'markDelegateAbsent'
  | 'clearDelegateMark'
  | 'seatSubstitute'
>;

/** Never a toggle: each command says what is so, and is refused where that makes no sense. */
export function decideMark(state: ConferenceState, command: MarkCommand, row: DelegateRow, moment: Moment): Decided {
  if (row.mark === 'substituted') return refuse('has-substitute');
  const fact = { at: moment.now, ...placeOf(state.bridges, row.bridgeId), ...countedAs(row) };
  switch (command.type) {
    case 'checkInDelegate':
      return decideCheckIn(state, command, row, moment);
    case 'markDelegateLeft':
      if (!isThere(row.mark)) return refuse('not-there');
      return emitWithRows([{ type: 'delegateLeft', ...fact }], put(row, moment, { mark: 'left' }));
    case 'markDelegateBack':
      return row.mark === 'left' ? comeBack(state, row, moment, { way: 'list', online: false }) : refuse('not-there');
    case 'markDelegateAbsent': {
      const { excused, reason } = command;
      const mark = excused ? 'absentExcused' : 'absentUnexcused';
      if (row.mark === mark && row.absenceReason === reason) return refuse('mark-as-before');
      const event = { type: 'delegateMarkedAbsent', ...fact, excused } as const;
      return emitWithRows([event], put(row, moment, { mark, late: false, way: null, absenceReason: reason }));
    }
    case 'clearDelegateMark':
      if (row.mark === 'unmarked') return refuse('mark-as-before');
      return emitWithRows([{ type: 'delegateMarkCleared', ...fact }], put(row, moment, UNMARKED));
    case 'seatSubstitute':
      return decideSubstitute(state, command, row, moment);
    default:
      return unreachable(command);
  }
}

const UNMARKED = { mark: 'unmarked', late: false, way: null, absenceReason: null } as const;

/** The row as it stands from now on: who said so, and when. */
const put = (row: DelegateRow, { now: markedAt, actor }: Moment, amendment: Partial<DelegateRow>) => {
  const markedBy = `${actor.seat} ${actor.session}`;
  return [{ kind: 'put', row: { ...row, markedAt, markedBy, ...amendment } }] as const;
};

function decideCheckIn(
  state: ConferenceState,
  { way, online, seenAt }: Of<'checkInDelegate'>,
  row: DelegateRow,
  moment: Moment,
): Decided {
  if (isThere(row.mark)) {
    return refuse('already-present', { since: row.markedAt ?? 0, way: row.way ?? 'list' });
  }
  const seen = Math.min(seenAt ?? moment.now, moment.now);
  if (row.mark === 'left') return throughTheDoor(state, row, moment, { way, online, seen });
  const late = isLate(seen, state.conference.openedAt);
  const mark = arrivalMark(late, online);
  const fact = { at: moment.now, ...placeOf(state.bridges, row.bridgeId), ...countedAs(row) };
  return emitWithRows(
    [{ type: 'delegateCheckedIn', ...fact, mark, way, seenAt: seen }],
    put(row, moment, { mark, late, way, markedAt: seen, absenceReason: null }),
  );
}

/** The door opens to whoever went out and comes back; a scan sent late, from before they went, brings nobody back. */
function throughTheDoor(
  state: ConferenceState,
  row: DelegateRow,
  moment: Moment,
  { seen, ...coming }: Coming & { readonly seen: number },
): Decided {
  if (seen < (row.markedAt ?? 0)) return refuse('already-present', { since: seen, way: coming.way });
  return comeBack(state, row, moment, coming);
}

interface Coming {
  readonly way: CheckInWay;
  readonly online: boolean;
}

function comeBack({ bridges }: ConferenceState, row: DelegateRow, moment: Moment, { way, online }: Coming): Decided {
  const mark = arrivalMark(row.late, online);
  const fact = { at: moment.now, ...placeOf(bridges, row.bridgeId), ...countedAs(row) };
  return emitWithRows([{ type: 'delegateCameBack', ...fact, mark }], put(row, moment, { mark, way }));
}

/** The substitute takes over the summons: category and delegation stay, and the first is counted nowhere. */
function decideSubstitute(
  { bridges }: ConferenceState,
  { substitute }: Of<'seatSubstitute'>,
  row: DelegateRow,
  moment: Moment,
): Decided {
  if (hasCome(row.mark)) return refuse('already-present', { since: row.markedAt ?? 0, way: row.way ?? 'list' });
  const place = placeOf(bridges, row.bridgeId);
  const { category, delegation } = countedAs(row);
  const input = { ...substitute, category: row.category, delegation, role: row.role, seat: row.seat, number: null };
  const second = { ...newRow(input, row, moment), countedAs: row.countedAs, substituteFor: row.delegateId };
  const { delegateId: substituteId } = second;
  return emitWithRows(
    [
      { type: 'delegateSubstituted', at: moment.now, ...place, ...countedAs(row), substituteId },
      {
        type: 'delegatesRegistered',
        at: moment.now,
        ...place,
        delegates: [{ delegateId: substituteId, category, delegation }],
      },
    ],
    [...put(row, moment, { mark: 'substituted', way: null }), { kind: 'put', row: second }],
  );
}
