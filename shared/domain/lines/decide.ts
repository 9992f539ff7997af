import { unreachable } from '../../base/assert.ts';
import { bridgeOf, isTestable } from '../bridges/bridge.ts';
import { type Decided, emit, refuse, unconfirmed } from '../decision.ts';
import { checkGroupIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import type { LineCommand } from './commands.ts';
import { type BridgeLine, isFlawless, lineOf } from './line.ts';

type Of<T extends LineCommand['type']> = Extract<LineCommand, { type: T }>;

export function decideLines(state: ConferenceState, command: LineCommand, moment: Moment): Decided {
  if (command.type === 'scheduleLineChecks') return decideSchedule(state, command, moment);
  const { bridgeId } = command;
  if (bridgeOf(state.bridges, bridgeId) === undefined) return refuse('bridge-unknown');
  const at = moment.now;
  const own = lineOf(state.lines, bridgeId);
  switch (command.type) {
    case 'startLineCheck':
      return decideStart(state, command, own, at);
    case 'answerCheckPoint':
      return decideAnswer(command, own, at);
    case 'finishLineCheck':
      return decideFinish(command, own, at);
    case 'abandonLineCheck':
      return own.check === null ? refuse('no-line-check') : emit({ type: 'lineCheckAbandoned', at, bridgeId });
    case 'reportLineFault':
      return decideFault(command, own, at);
    default:
      return unreachable(command);
  }
}

function decideSchedule(state: ConferenceState, { groups }: Of<'scheduleLineChecks'>, moment: Moment): Decided {
  const named = groups.flatMap(({ bridgeIds }) => bridgeIds);
  if (named.some((id) => bridgeOf(state.bridges, id) === undefined)) return refuse('bridge-unknown');
  if (new Set(named).size < named.length) return refuse('bridge-twice');
  const before = state.lines.timetable.flatMap(({ bridgeIds }) => bridgeIds);
  if (named.length === 0 && before.length === 0 && groups.length === 0) return refuse('nothing-to-change');
  return emit({
    type: 'lineChecksScheduled',
    at: moment.now,
    groups: groups.map((group) => ({ ...group, groupId: checkGroupIdSchema.parse(moment.newId()) })),
    dropped: before.filter((id) => !named.includes(id)),
  });
}

/**
 * Only a hall with media of its own can be seen and heard; the centre does not test itself. The check takes the hall's
 * whole screen: while the conference is live its people would see nothing else.
 */
function decideStart(
  { bridges, conference }: ConferenceState,
  { bridgeId, accepting = [] }: Of<'startLineCheck'>,
  own: BridgeLine,
  at: number,
): Decided {
  const bridge = bridgeOf(bridges, bridgeId);
  if (bridge === undefined || !isTestable(bridges, bridge)) return refuse('no-media-there');
  if (own.check !== null) return refuse('line-check-running');
  if (conference.phase === 'live' && !accepting.includes('leaves-program')) {
    return unconfirmed('leaves-program', { bridge: bridge.name });
  }
  return emit({ type: 'lineCheckStarted', at, bridgeId });
}

function decideAnswer({ bridgeId, side, point, yes }: Of<'answerCheckPoint'>, own: BridgeLine, at: number): Decided {
  if (own.check === null) return refuse('no-line-check');
  if (own.check.answers[point][side] === yes) return refuse('nothing-to-change');
  return emit({ type: 'checkPointAnswered', at, bridgeId, side, point, yes });
}

/** "Đạt" is not a matter of opinion: both sides said yes to all. Anything less needs a word about what is wrong. */
function decideFinish(command: Of<'finishLineCheck'>, own: BridgeLine, at: number): Decided {
  const { bridgeId, verdict, remark, tester, measured } = command;
  if (own.check === null) return refuse('no-line-check');
  if (verdict === 'pass' && !isFlawless(own.check.answers)) return refuse('check-not-flawless');
  if (verdict !== 'pass' && remark === null) return refuse('remark-missing');
  return emit({ type: 'lineCheckFinished', at, bridgeId, result: { at, verdict, remark, tester, measured } });
}

function decideFault({ bridgeId, fault, stands, since }: Of<'reportLineFault'>, own: BridgeLine, at: number): Decided {
  if ((own.faults[fault] !== undefined) === stands) return refuse('nothing-to-change');
  return stands
    ? emit({ type: 'lineFaultFound', at, bridgeId, fault, since: Math.min(since, at) })
    : emit({ type: 'lineFaultCleared', at, bridgeId, fault });
}
