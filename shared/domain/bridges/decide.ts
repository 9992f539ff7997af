import { unreachable } from '../../base/assert.ts';
import { hasIn, valuesOf } from '../../base/persistent-map.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import { losingLine, regainingLine } from '../floor/ending.ts';
import { bridgeIdSchema, personIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import { type ContactInput, type PersonInput, withPersonId } from '../person.ts';
import type { ConferenceState } from '../state.ts';
import { type BridgeFacts, bridgeOf, MAX_BRIDGES } from './bridge.ts';
import type { BridgeCommand, BridgeInput } from './commands.ts';

type Of<T extends BridgeCommand['type']> = Extract<BridgeCommand, { type: T }>;

export function decideBridges(state: ConferenceState, command: BridgeCommand, moment: Moment): Decided {
  if (command.type === 'addBridges') return decideAdd(state, command, moment);
  const bridge = bridgeOf(state.bridges, command.bridgeId);
  if (bridge === undefined) return refuse('bridge-unknown');
  const at = moment.now;
  switch (command.type) {
    case 'renameBridge':
      return emit({ ...command, type: 'bridgeRenamed', at });
    case 'assignBridgeStaff':
      return decideAssignStaff(command, moment);
    case 'removeBridge':
      return isInUse(state, command)
        ? refuse('bridge-in-use', { bridge: bridge.name })
        : emit({ type: 'bridgeRemoved', at, bridgeId: command.bridgeId });
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
  const first = Math.max(-1, ...[...valuesOf(bridges.byId)].map(({ order }) => order)) + 1;
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

function staffOf(
  { chairs, technician }: { chairs: readonly PersonInput[]; technician: ContactInput | null },
  moment: Moment,
): Pick<BridgeFacts, 'chairs' | 'technician'> {
  const personId = () => personIdSchema.parse(moment.newId());
  return {
    chairs: chairs.map((chair) => withPersonId(chair, personId())),
    technician: technician === null ? null : withPersonId(technician, personId()),
  };
}

/** A bridge with people, sub-bridges or words on the record stays. */
function isInUse({ bridges, attendance, floor, onair }: ConferenceState, { bridgeId }: Of<'removeBridge'>): boolean {
  const shown = [onair.armed, onair.mode.kind === 'manual' ? onair.mode.source : null];
  return (
    bridges.centralId === bridgeId ||
    hasIn(attendance.byBridge, bridgeId) ||
    [...valuesOf(bridges.byId)].some(({ parentId }) => parentId === bridgeId) ||
    [...valuesOf(floor.speeches)].some((speech) => speech.bridgeId === bridgeId) ||
    shown.some((source) => source?.kind === 'bridge' && source.bridgeId === bridgeId)
  );
}
