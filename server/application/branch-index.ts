import { valuesOf } from '../../shared/base/persistent-map.ts';
import { type Bridge, type Bridges, bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';

/** The tree of bridges as pages of it are read: everything in protocol order. */
export interface BranchIndex {
  readonly inOrder: readonly Bridge[];
  /** Directly below a bridge; below null stand the central bridge and its peers. */
  readonly childrenOf: (bridgeId: BridgeId | null) => readonly Bridge[];
  /** How many bridges a branch has, the bridge itself among them. */
  readonly sizeOf: (bridgeId: BridgeId) => number;
}

const indexes = new WeakMap<Bridges, BranchIndex>();

/** Made once for each version of the tree, however many pages of it are asked for. */
export function branchIndex(bridges: Bridges): BranchIndex {
  const known = indexes.get(bridges);
  if (known !== undefined) return known;
  const made = indexOf(bridges);
  indexes.set(bridges, made);
  return made;
}

function indexOf(bridges: Bridges): BranchIndex {
  const inOrder = bridgesInOrder(bridges);
  const children = new Map<BridgeId | null, Bridge[]>();
  for (const bridge of inOrder) {
    const siblings = children.get(bridge.parentId);
    if (siblings === undefined) children.set(bridge.parentId, [bridge]);
    else siblings.push(bridge);
  }
  const sizes = sizesOf(bridges);
  return {
    inOrder,
    childrenOf: (bridgeId) => children.get(bridgeId) ?? [],
    sizeOf: (bridgeId) => sizes.get(bridgeId) ?? 1,
  };
}

/** The deepest first, so that a branch is whole before it is counted to the one above. */
function sizesOf({ byId }: Bridges): ReadonlyMap<BridgeId, number> {
  const sizes = new Map<BridgeId, number>();
  for (const { bridgeId, parentId } of [...valuesOf(byId)].toSorted((a, b) => b.tier - a.tier)) {
    const own = (sizes.get(bridgeId) ?? 0) + 1;
    sizes.set(bridgeId, own);
    if (parentId !== null) sizes.set(parentId, (sizes.get(parentId) ?? 0) + own);
  }
  return sizes;
}

/** The bridge and every one below it, in protocol order; null: all. */
export function branchFrom({ inOrder, childrenOf }: BranchIndex, bridgeId: BridgeId | null): readonly Bridge[] {
  if (bridgeId === null) return inOrder;
  const found = inOrder.filter((bridge) => bridge.bridgeId === bridgeId);
  for (let at = 0; at < found.length; at++) {
    const bridge = found[at];
    if (bridge !== undefined) found.push(...childrenOf(bridge.bridgeId));
  }
  return found.toSorted((a, b) => a.order - b.order);
}
