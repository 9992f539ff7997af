import { unreachable } from '../../base/assert.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import type { ConferenceEvent } from '../event.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import { attendanceOf, type BridgeAttendance, hasReported, reportFigure, tallyOf } from './attendance.ts';
import type { AttendanceCommand } from './commands.ts';
import { presentIn, sumOf } from './figure.ts';
import { placeOf } from './place.ts';
import type { RollCall } from './roll-call.ts';
import { nextInRoll, runningRoll } from './roll-order.ts';

type RollCallCommand = Extract<
  AttendanceCommand,
  { type: 'startRollCall' | 'callRoll' | 'answerRoll' | 'paceRollCall' | 'endRollCall' }
>;
type Of<T extends RollCallCommand['type']> = Extract<RollCallCommand, { type: T }>;

export function decideRollCall(state: ConferenceState, command: RollCallCommand, { now: at }: Moment): Decided {
  const running = runningRoll(state);
  if (command.type === 'startRollCall') {
    if (running !== null) return refuse('roll-call-running');
    const { bridgeIds, holdMs } = command;
    if (bridgeIds.some((id) => bridgeOf(state.bridges, id) === undefined)) return refuse('bridge-unknown');
    return emit({ type: 'rollCallStarted', at, order: [...new Set(bridgeIds)], holdMs });
  }
  if (running === null) return refuse('roll-call-over');
  switch (command.type) {
    case 'callRoll':
      return decideCall(state, running, command, at);
    case 'answerRoll':
      return decideAnswer(state, running, command, at);
    case 'paceRollCall':
      return command.holdMs === running.holdMs
        ? refuse('nothing-to-change')
        : emit({ type: 'rollCallPaced', at, holdMs: command.holdMs });
    case 'endRollCall':
      return emit(
        { type: 'rollCallEnded', at },
        ...(isTaken(state) ? [{ type: 'programFollowsFloor', at } as const] : []),
      );
    default:
      return unreachable(command);
  }
}

const isTaken = ({ onair }: ConferenceState): boolean => onair.mode.kind === 'manual';

/** The bridge that is called stands on every screen, as if it had been taken by hand. */
function decideCall(state: ConferenceState, rollCall: RollCall, command: Of<'callRoll'>, at: number): Decided {
  if ((rollCall.current?.bridgeId ?? null) !== command.expectedBridgeId) return refuse('roll-changed');
  const bridgeId = command.bridgeId ?? nextInRoll(rollCall);
  if (bridgeId === null) return refuse('roll-call-over');
  if (!rollCall.order.includes(bridgeId)) return refuse('bridge-unknown');
  return emit(
    { type: 'bridgeCalledInRoll', at, bridgeId },
    { type: 'sourceTaken', at, source: { kind: 'bridge', bridgeId }, frame: 'alone' },
    ...(state.onair.armed === null ? [] : [{ type: 'sourceDisarmed', at } as const]),
  );
}

/** A number counts as the bridge's report where it has said nothing yet; else it stands in the roll call alone. */
function decideAnswer(state: ConferenceState, rollCall: RollCall, command: Of<'answerRoll'>, at: number): Decided {
  const { bridgeId, answer, present } = command;
  if (!rollCall.order.includes(bridgeId)) return refuse('bridge-unknown');
  const answered: ConferenceEvent = { type: 'rollAnswered', at, bridgeId, answer, present };
  return emit(answered, ...reportOf(state, rollCall, command, at));
}

const CALLED_CATEGORY = 'Đại biểu';

function reportOf(
  { attendance, bridges }: ConferenceState,
  { answers }: RollCall,
  { bridgeId, present }: Of<'answerRoll'>,
  at: number,
): ConferenceEvent[] {
  const one = attendanceOf(attendance, bridgeId);
  const before = answers[bridgeId]?.present ?? null;
  if (present === null || present === before) return [];
  if (hasReported(one) && !isOfRollCall(one, before)) return [];
  const expected = sumOf(tallyOf({ ...one, report: null })).expected || present;
  const row = { category: CALLED_CATEGORY, expected, onSite: present, online: 0, absentExcused: 0, absentUnexcused: 0 };
  const revision = (one.report?.revision ?? 0) + 1;
  const report = { revision, categories: [row], signedBy: null, note: null };
  return [{ type: 'headcountReported', at, ...placeOf(bridges, bridgeId), ...report }];
}

/** The report is what the roll call wrote down before: nobody signed it, and it says that number. */
const isOfRollCall = ({ report }: BridgeAttendance, said: number | null): boolean =>
  report !== null && said !== null && report.signedBy === null && presentIn(reportFigure(report)) === said;
