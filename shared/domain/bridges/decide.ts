import { unreachable } from '../../base/assert.ts';
import { hasIn } from '../../base/persistent-map.ts';
import { attendanceOf, marksOf } from '../attendance/attendance.ts';
import { placeOf } from '../attendance/place.ts';
import { type Decided, emit, refuse, unconfirmed } from '../decision.ts';
import { losingLine, regainingLine } from '../floor/ending.ts';
import { bridgeIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import type { ConferenceState } from '../state.ts';
import { type Bridge, type BridgeFacts, bridgeOf, MAX_BRIDGES } from './bridge.ts';
import type { BridgeCommand, BridgeInput } from './commands.ts';
import { decideImportBridges } from './decide-import.ts';
import { isInUse, nextOrder, staffOf } from './standing.ts';

type Of<T extends BridgeCommand['type']> = Extract<BridgeCommand, { type: T }>;

export function decideBridges(state: ConferenceState, command: BridgeCommand, moment: Moment): Decided {
  if (command.type === 'addBridges') return decideAdd(state, command, moment);
  if (command.type === 'importBridges') return decideImportBridges(state, command, moment);
  const bridge = bridgeOf(state.bridges, command.bridgeId);
  if (bridge === undefined) return refuse('bridge-unknown');
  const at = moment.now;
  switch (command.type) {
    case 'renameBridge':
      return emit({ ...command, type: 'bridgeRenamed', at });
    case 'assignBridgeStaff':
      return decideAssignStaff(command, moment);
    case 'removeBridge':
      return decideRemove(state, command, bridge, at);
    case 'countToRegion':
      return emit({ ...command, type: 'bridgeCountedToRegion', at });
    case 'reportBridgeLink':
      return bridge.link.status === command.link ? refuse('link-as-before') : decideLink(state, command, at);
    default:
      return unreachable(command);
  }
}

/** The line of whoever speaks stops the clock with it, and starts it again: nobody has to press. */
function decideLink(state: ConferenceState, command: Of<'reportBridgeLink'>, at: number): Decided {
  const { bridgeId, link, since } = command;
  return link === 'online'
    ? emit({ type: 'bridgeLinkEstablished', at, bridgeId }, ...regainingLine(state, bridgeId, at))
    : emit({ type: 'bridgeLinkLost', at, bridgeId }, ...losingLine(state, bridgeId, Math.min(since, at), at));
}

function decideAdd({ bridges }: ConferenceState, command: Of<'addBridges'>, moment: Moment): Decided {
  if (bridges.byId.size + command.bridges.length > MAX_BRIDGES) return refuse('too-many-bridges', { max: MAX_BRIDGES });
  const centrals = command.bridges.filter(({ central }) => central).length;
  if (centrals > 1 || (centrals === 1 && bridges.centralId !== null)) return refuse('central-bridge-exists');
  const parents = command.bridges.flatMap(({ parentId }) => (parentId === null ? [] : [parentId]));
  if (parents.some((parentId) => !hasIn(bridges.byId, parentId))) return refuse('bridge-unknown');
  const first = nextOrder(bridges);
  const added = command.bridges.map((input, index) => newBridge(input, first + index, tierOf(input), moment));
  return emit({ type: 'bridgesAdded', at: moment.now, bridges: added });

  function tierOf({ central, parentId }: BridgeInput): number {
    if (central) return 0;
    const parent = parentId === null ? undefined : bridgeOf(bridges, parentId);
    return parent === undefined ? 1 : parent.tier + 1;
  }
}

function newBridge(input: BridgeInput, order: number, tier: number, moment: Moment): BridgeFacts {
  return {
    bridgeId: bridgeIdSchema.parse(moment.newId()),
    name: input.name,
    shortName: input.shortName,
    tier,
    parentId: input.central ? null : input.parentId,
    order,
    region: input.region,
    room: input.room,
    ...staffOf(input, moment),
  };
}

function decideAssignStaff(command: Of<'assignBridgeStaff'>, moment: Moment): Decided {
  const { bridgeId, room } = command;
  return emit({ type: 'bridgeStaffAssigned', at: moment.now, bridgeId, room, ...staffOf(command, moment) });
}

/** Its list must have gone elsewhere before; its report is struck from the totals with it, once that is accepted. */
function decideRemove(state: ConferenceState, command: Of<'removeBridge'>, bridge: Bridge, at: number): Decided {
  const { bridgeId, accepting } = command;
  if (isInUse(state, bridgeId, new Set())) return refuse('bridge-in-use', { bridge: bridge.name });
  const removed = { type: 'bridgeRemoved', at, bridgeId } as const;
  if (!hasIn(state.attendance.byBridge, bridgeId)) return emit(removed);
  const one = attendanceOf(state.attendance, bridgeId);
  const listed = Object.values(marksOf(one)).reduce((sum, count) => sum + count, 0);
  if (listed > 0) return refuse('bridge-has-delegates', { bridge: bridge.name, count: listed });
  if (one.report !== null && !accepting.includes('attendance-struck')) {
    return unconfirmed('attendance-struck', { bridge: bridge.name });
  }
  return emit({ type: 'attendanceStruck', at, ...placeOf(state.bridges, bridgeId) }, removed);
}
