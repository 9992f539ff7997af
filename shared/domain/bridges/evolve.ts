import { unreachable } from '../../base/assert.ts';
import { putAllIn, putIn, removeFrom } from '../../base/persistent-map.ts';
import type { BridgeId } from '../ids.ts';
import { type Bridge, type BridgeFacts, type Bridges, bridgeOf, withSameTree } from './bridge.ts';
import type { BridgeEvent } from './events.ts';

export function evolveBridges(bridges: Bridges, event: BridgeEvent): Bridges {
  switch (event.type) {
    case 'bridgesAdded':
      return withBridges(bridges, event.bridges);
    case 'bridgeRenamed':
      return amended(bridges, event.bridgeId, { name: event.name, shortName: event.shortName });
    case 'bridgeCountedToRegion':
      return amended(bridges, event.bridgeId, { region: event.region });
    case 'bridgeStaffAssigned':
      return amended(bridges, event.bridgeId, {
        room: event.room,
        chairs: event.chairs,
        technician: event.technician,
      });
    case 'bridgeRemoved':
      return { ...bridges, byId: removeFrom(bridges.byId, event.bridgeId) };
    case 'bridgeLinkEstablished':
      return amended(bridges, event.bridgeId, { link: { status: 'online', since: event.at } });
    case 'bridgeLinkLost':
      return amended(bridges, event.bridgeId, {
        link: { status: 'lost', since: event.at },
        losses: (bridgeOf(bridges, event.bridgeId)?.losses ?? 0) + 1,
      });
    default:
      return unreachable(event);
  }
}

const withBridges = ({ byId, centralId }: Bridges, added: readonly BridgeFacts[]): Bridges => ({
  byId: putAllIn(
    byId,
    added.map((facts) => [facts.bridgeId, { ...facts, link: { status: 'untried' }, losses: 0 }] as const),
  ),
  centralId: added.findLast(({ tier }) => tier === 0)?.bridgeId ?? centralId,
});

function amended(bridges: Bridges, bridgeId: BridgeId, amendment: Partial<Bridge>): Bridges {
  const bridge = bridgeOf(bridges, bridgeId);
  if (bridge === undefined) return bridges;
  return withSameTree(bridges, { ...bridges, byId: putIn(bridges.byId, bridgeId, { ...bridge, ...amendment }) });
}
