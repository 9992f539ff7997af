import { unreachable } from '../../base/assert.ts';
import { openBallots } from '../ballots/ballot.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, emitWithRows, refuse } from '../decision.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import { attendanceOf, MAX_CATEGORIES, MAX_DELEGATIONS, marksOf } from './attendance.ts';
import type { AttendanceCommand } from './commands.ts';
import { decideImport } from './decide-import.ts';
import { decideMark } from './decide-mark.ts';
import { decideReport } from './decide-report.ts';
import { decideRollCall } from './decide-roll-call.ts';
import type { DelegateRow, Rolls } from './delegate.ts';
import { isEmpty } from './mark.ts';
import { newRow, tooManyCategories, tooManyDelegations } from './new-row.ts';
import { countedAs, placeOf } from './place.ts';
import { readinessOf } from './readiness.ts';

type Of<T extends AttendanceCommand['type']> = Extract<AttendanceCommand, { type: T }>;

export function decideAttendance(
  state: ConferenceState,
  command: AttendanceCommand,
  moment: Moment,
  rolls: Rolls,
): Decided {
  switch (command.type) {
    case 'applyDelegateImport':
    case 'undoImport':
      return decideImport(state, command, moment, rolls);
    case 'startRollCall':
    case 'callRoll':
    case 'answerRoll':
    case 'paceRollCall':
    case 'endRollCall':
      return decideRollCall(state, command, moment);
    case 'certifyReadiness': {
      const { now: at, position } = moment;
      const certificate = { at, position, ...readinessOf(state, command.tierNames) };
      return emit({ type: 'readinessCertified', at, certificate });
    }
    case 'adoptProtocolRanks':
      return emit({ ...command, type: 'protocolRanksAdopted', at: moment.now });
    default:
      return decideOfBridge(state, command, moment, rolls);
  }
}

type OfBridge = Extract<AttendanceCommand, { bridgeId: unknown }>;

function decideOfBridge(
  state: ConferenceState,
  command: Exclude<OfBridge, { type: 'callRoll' | 'answerRoll' }>,
  moment: Moment,
  rolls: Rolls,
): Decided {
  if (bridgeOf(state.bridges, command.bridgeId) === undefined) return refuse('bridge-unknown');
  switch (command.type) {
    case 'registerDelegates':
      return decideRegister(state, command, moment);
    case 'moveAllDelegates':
      return decideMoveAll(state, command, moment);
    case 'reportHeadcount':
      return decideReport(state, command, moment);
    case 'excuseBridge':
      return decideExcuse(state, command, moment);
    default:
      return decideOfDelegate(state, command, moment, rolls);
  }
}

function decideRegister(state: ConferenceState, command: Of<'registerDelegates'>, moment: Moment): Decided {
  const { bridgeId, delegates } = command;
  if (tooManyCategories(state, delegates)) return refuse('too-many-categories', { max: MAX_CATEGORIES });
  if (tooManyDelegations(state, delegates)) return refuse('too-many-delegations', { max: MAX_DELEGATIONS });
  const rows = delegates.map((input) => newRow(input, command, moment));
  const listed = rows.map(({ delegateId, category, delegation }) => ({ delegateId, category, delegation }));
  return emitWithRows(
    [{ type: 'delegatesRegistered', at: moment.now, ...placeOf(state.bridges, bridgeId), delegates: listed }],
    rows.map((row) => ({ kind: 'put', row })),
  );
}

function decideMoveAll(state: ConferenceState, command: Of<'moveAllDelegates'>, { now: at }: Moment): Decided {
  const { bridgeId, toBridgeId } = command;
  if (bridgeOf(state.bridges, toBridgeId) === undefined) return refuse('bridge-unknown');
  const listed = !isEmpty(marksOf(attendanceOf(state.attendance, bridgeId)));
  if (bridgeId === toBridgeId || !listed) return refuse('nothing-to-change');
  const to = placeOf(state.bridges, toBridgeId);
  return emitWithRows(
    [{ type: 'allDelegatesMoved', at, ...placeOf(state.bridges, bridgeId), toBridgeId, toAbove: to.above }],
    [{ kind: 'moveAll', bridgeId, toBridgeId }],
  );
}

function decideExcuse({ attendance, bridges }: ConferenceState, command: Of<'excuseBridge'>, moment: Moment): Decided {
  const { bridgeId, reason } = command;
  if (attendanceOf(attendance, bridgeId).excuse === reason) return refuse('nothing-to-change');
  return emit({ type: 'bridgeExcused', at: moment.now, ...placeOf(bridges, bridgeId), reason });
}

type OfDelegate = Extract<AttendanceCommand, { delegateId: unknown }>;

function decideOfDelegate(state: ConferenceState, command: OfDelegate, moment: Moment, rolls: Rolls): Decided {
  const row = rolls.row(command.delegateId);
  if (row === undefined) return refuse('delegate-unknown');
  if (row.bridgeId !== command.bridgeId) return wrongBridge(state, command, row);
  switch (command.type) {
    case 'correctDelegate':
      return decideCorrect(state, command, row, moment);
    case 'moveDelegate':
      return decideMove(state, command, row, moment);
    case 'removeDelegate':
      return decideRemove(state, row, moment, rolls);
    case 'checkInDelegate':
    case 'markDelegateLeft':
    case 'markDelegateBack':
    case 'markDelegateAbsent':
    case 'clearDelegateMark':
      return decideMark(state, command, row, moment);
    case 'seatSubstitute':
      // A vote looks one substitute back and no farther.
      return row.substituteFor !== null && isVoter(state, row.substituteFor, rolls)
        ? refuse('ballot-open', { voted: 1 })
        : decideMark(state, command, row, moment);
    default:
      return unreachable(command);
  }
}

/** At a door the name of the right bridge is the way out; elsewhere the list was simply an old one. */
function wrongBridge({ bridges }: ConferenceState, { type }: OfDelegate, { bridgeId }: DelegateRow): Decided {
  const bridge = bridgeOf(bridges, bridgeId)?.name ?? '';
  return type === 'checkInDelegate' ? refuse('wrong-bridge', { bridge }) : refuse('delegate-unknown');
}

function decideCorrect(
  state: ConferenceState,
  { delegate }: Of<'correctDelegate'>,
  row: DelegateRow,
  { now: at }: Moment,
): Decided {
  if (tooManyCategories(state, [delegate])) return refuse('too-many-categories', { max: MAX_CATEGORIES });
  if (tooManyDelegations(state, [delegate])) return refuse('too-many-delegations', { max: MAX_DELEGATIONS });
  const next: DelegateRow = { ...row, ...delegate, countedAs: null };
  if (JSON.stringify(next) === JSON.stringify(row)) return refuse('nothing-to-change');
  const fact = { at, ...placeOf(state.bridges, row.bridgeId), ...countedAs(row) };
  const { category: toCategory, delegation: toDelegation } = delegate;
  return emitWithRows([{ type: 'delegateCorrected', ...fact, toCategory, toDelegation }], [{ kind: 'put', row: next }]);
}

function decideMove(
  { bridges }: ConferenceState,
  { toBridgeId }: Of<'moveDelegate'>,
  row: DelegateRow,
  { now: at }: Moment,
): Decided {
  if (bridgeOf(bridges, toBridgeId) === undefined) return refuse('bridge-unknown');
  if (toBridgeId === row.bridgeId) return refuse('nothing-to-change');
  const { above: toAbove } = placeOf(bridges, toBridgeId);
  return emitWithRows(
    [{ type: 'delegateMoved', at, ...placeOf(bridges, row.bridgeId), ...countedAs(row), toBridgeId, toAbove }],
    [{ kind: 'put', row: { ...row, bridgeId: toBridgeId } }],
  );
}

/**
 * With a substitute gone, the summons is the first delegate's again. Who has voted stays until the ballot is over: a
 * person is known by the row, and would vote once more in a new one, or in that of the first.
 */
function decideRemove(state: ConferenceState, row: DelegateRow, { now: at }: Moment, rolls: Rolls): Decided {
  if (row.mark === 'substituted') return refuse('has-substitute');
  const { delegateId, substituteFor } = row;
  const { bridges } = state;
  if (isVoter(state, delegateId, rolls)) return refuse('ballot-open', { voted: 1 });
  const removed = { type: 'delegateRemoved', at, ...placeOf(bridges, row.bridgeId), ...countedAs(row) } as const;
  const first = substituteFor === null ? undefined : rolls.row(substituteFor);
  if (first?.mark !== 'substituted') return emitWithRows([removed], [{ kind: 'remove', delegateId }]);
  const cleared = {
    type: 'delegateMarkCleared',
    at,
    ...placeOf(bridges, first.bridgeId),
    ...countedAs(first),
  } as const;
  return emitWithRows(
    [removed, cleared],
    [
      { kind: 'remove', delegateId },
      { kind: 'put', row: { ...first, mark: 'unmarked', absenceReason: null } },
    ],
  );
}

const isVoter = ({ ballots }: ConferenceState, delegateId: DelegateRow['delegateId'], rolls: Rolls): boolean =>
  openBallots(ballots).some(({ ballotId }) => rolls.hasVoted(ballotId, delegateId));
