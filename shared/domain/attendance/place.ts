import { type Bridges, bridgeOf } from '../bridges/bridge.ts';
import type { BridgeId } from '../ids.ts';
import type { DelegateRow } from './delegate.ts';

/** The bridges above it in the tree, the nearest first; the central bridge stands above nobody's counts. */
export function aboveOf(bridges: Bridges, bridgeId: BridgeId): BridgeId[] {
  const parentId = bridgeOf(bridges, bridgeId)?.parentId ?? null;
  if (parentId === null || bridgeOf(bridges, parentId)?.tier === 0) return [];
  return [parentId, ...aboveOf(bridges, parentId)];
}

export const placeOf = (bridges: Bridges, bridgeId: BridgeId) => ({ bridgeId, above: aboveOf(bridges, bridgeId) });

/** Where the counters hold a row. */
export const countedAs = ({ delegateId, countedAs: former, category, delegation, mark }: DelegateRow) => ({
  delegateId,
  category: former ?? category,
  delegation,
  was: mark,
});
